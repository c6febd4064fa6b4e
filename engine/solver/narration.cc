// What the solver proved, propagation tells. The proof is a set of rules and facts; unit propagation under these alone
// (`Replay`) draws the inferences, and they become lines. There are four forms, and the first that fits is taken:
//
//   - One line, if a single rule settles the step: the last place, the only value, "its row has a 7 already".
//   - Two lines, for an elimination, if what has to be in the cell can be shown whatever is supposed.
//   - A chain: suppose the opposite, one line for each placement that follows, and the rule that fails at the end.
//     Eliminations get no line; they are gathered into the reasons of the placement that they lead to, as a person
//     would say it.
//   - The rules by name, if propagation cannot follow the proof, or the chain is longer than anyone reads.
//
// Which words a rule gets depends on the shape of its group alone: does it speak of one value, count cells, concern a
// domain? The limits below are chosen by hand.
#include "solver/narration.h"

#include <algorithm>
#include <optional>

#include "solver/derivation.h"

namespace fastslow::solver {
namespace {

// A chain of more lines than this is no longer followed by anyone; the rules are named together instead.
constexpr std::size_t kMaxLines = 12;
// So few rules a reader can weigh together.
constexpr std::size_t kFewRules = 4;
// So many can still be listed.
constexpr std::size_t kManyRules = 9;
// So many facts are named; more the board shows better.
constexpr std::size_t kFewFacts = 4;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

template <class T>
void add_once(std::vector<T>& items, const T& item) {
  if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(item);
}

// What excludes a set of literals: full units, filled cells, earlier eliminations.
struct Support {
  std::vector<PartId> parts;       // of the units
  std::vector<Name> units;         // distinct, in order of appearance
  std::vector<Name> demands;       // what they demand, the first to be used first
  std::vector<Literal> placed;     // what stands on the board
  std::vector<Literal> told;       // what an earlier line placed
  std::vector<Literal> ruled_out;  // excluded by an earlier step
  bool by_values = true;           // every rule is about one value: a cell "sees" it, a unit "has" it
  bool by_pairs = true;            // ... and about two cells: to name them says more than the rule's name
};

// A rule that settles something, and what it looks at.
struct Reason {
  PartId part = kNoPart;
  std::vector<Literal> premises;
};

class Narrator {
 public:
  Narrator(const Model& model, const Proof& proof) : model_(model), proof_(proof) {}

  Narration narrate() {
    const auto derivation = Replay(model_).refute(proof_.core, negated(proof_.step));
    if (derivation) read(*derivation);
    // Nothing to tell where the step is among the facts.
    if (derivation && (derivation->conflict != kNoPart || inference_of_[at(proof_.step.literal)] != nullptr)) {
      auto lines = single_step(*derivation);
      if (lines.empty()) lines = by_another_value(*derivation);
      if (lines.empty()) lines = chain(*derivation);
      if (lines.size() <= kMaxLines) return {std::move(lines)};
    }
    return {{by_rules()}};
  }

 private:
  [[nodiscard]] const Name& cell(Literal l) const { return model_.variable(model_.variable_of(l)).name; }
  [[nodiscard]] const Group& group(PartId part) const { return model_.group(group_of_part(part)); }
  [[nodiscard]] const Name& unit(PartId part) const { return model_.constraint(group(part).constraint).name; }

  [[nodiscard]] std::vector<int> values_of(const std::vector<Literal>& literals) const {
    std::vector<int> values;
    for (const Literal l : literals) values.push_back(model_.value_of(l));
    return values;
  }

  void read(const Derivation& derivation) {
    inference_of_.assign(at(model_.literal_count()), nullptr);
    for (const Deduction& inference : derivation.inferences) inference_of_[at(inference.step.literal)] = &inference;
  }

  // Of two values, not being one is being the other: that one's literal.
  [[nodiscard]] std::optional<Literal> opposite(Literal l) const {
    const Variable& variable = model_.variable(model_.variable_of(l));
    if (variable.domain_size() != 2) return std::nullopt;
    return 2 * variable.first_literal + 1 - l;
  }

  // The step or its negation, which a proof supposes.
  [[nodiscard]] bool is_step(Literal l) const { return l == proof_.step.literal || opposite(proof_.step.literal) == l; }

  // Placements on the way, other than the step itself: the lines that a chain has to tell. Nobody sees hidden ones.
  [[nodiscard]] std::vector<const Deduction*> placements(const Derivation& derivation) const {
    std::vector<const Deduction*> found;
    for (const Deduction& inference : derivation.inferences) {
      const Literal l = inference.step.literal;
      if (inference.step.place && !is_step(l) && !model_.is_hidden(l)) found.push_back(&inference);
    }
    return found;
  }

  // The rule behind an inference; of two values, one may be settled by what a rule says of the other.
  [[nodiscard]] Reason reason_of(const Deduction& inference) const {
    const std::optional<Literal> other = opposite(inference.step.literal);
    if (other && group(inference.part).is_domain()) {
      const Deduction* before = inference_of_[at(*other)];
      if (before != nullptr && !group(before->part).is_domain()) return {before->part, before->premises};
    }
    return {inference.part, inference.premises};
  }

  // What ends the derivation: the part that cannot be met, or the one that settles the step.
  [[nodiscard]] Reason last_reason(const Derivation& derivation) const {
    if (derivation.conflict != kNoPart) return {derivation.conflict, derivation.premises};
    return reason_of(*inference_of_[at(proof_.step.literal)]);
  }

  [[nodiscard]] Support support_of(const std::vector<Literal>& premises) const {
    Support support;
    std::vector<bool> seen(at(model_.literal_count()), false);
    add_support(premises, support, seen);
    for (auto* literals : {&support.placed, &support.told, &support.ruled_out}) {
      std::sort(literals->begin(), literals->end());
    }
    return support;
  }

  // The same without the rule that is spoken of anyway; its other bounds and groups go by the same name.
  [[nodiscard]] Support support_beside(const Reason& reason) const {
    Support support = support_of(reason.premises);
    if (group(reason.part).is_domain()) return support;
    std::erase(support.units, unit(reason.part));
    std::erase_if(support.demands, [&](const Name& demand) { return demand.parts.front() == unit(reason.part); });
    return support;
  }

  // Down to what is told elsewhere: facts, and placements that have a line of their own.
  void add_support(const std::vector<Literal>& premises, Support& support, std::vector<bool>& seen) const {
    for (const Literal l : premises) {
      if (is_step(l) || seen[at(l)]) continue;
      seen[at(l)] = true;
      const Deduction* inference = inference_of_[at(l)];
      if (inference == nullptr) {
        const auto& facts = proof_.core.facts;
        const bool eliminated = std::find(facts.begin(), facts.end(), Step{l, false}) != facts.end();
        if (!model_.is_hidden(l)) (eliminated ? support.ruled_out : support.placed).push_back(l);
        continue;
      }
      if (inference->step.place && !model_.is_hidden(l)) {
        add_once(support.told, l);
        continue;
      }
      const Group& rule = group(inference->part);
      if (!rule.is_domain()) {
        add_once(support.parts, inference->part);
        add_once(support.units, unit(inference->part));
        support.by_values = support.by_values && rule.about_value;
        support.by_pairs = support.by_pairs && rule.about_value && rule.literals.size() == 2;
      }
      add_support(inference->premises, support, seen);
      if (!rule.is_domain()) add_once(support.demands, demand(inference->part));
    }
  }

  // Whether a rule counts cells that have one value, so that it can be full, or need all that are left.
  [[nodiscard]] bool counts_cells(const Group& rule) const {
    const int value = model_.value_of(rule.literals.front());
    return !rule.is_weighted() && rule.literals.size() > 1 &&
           std::all_of(rule.literals.begin(), rule.literals.end(),
                       [&](Literal l) { return model_.value_of(l) == value && !model_.is_hidden(l); });
  }

  // What a rule demands, as a clause; of a broken one, how it fails.
  [[nodiscard]] Name demand(PartId part, bool broken = false) const {
    const Group& rule = group(part);
    const auto clause = [&](const char* key) { return Name{key, {}, {unit(part)}}; };
    if (rule.about_value) return clause("because.differ");
    if (!counts_cells(rule)) return clause(broken ? "because.unmet" : "because.met");
    if (broken) return clause(is_lower(part) ? "because.under" : "because.over");
    if (!is_lower(part)) return clause(rule.at_most == 0 ? "because.none" : "because.full");
    return clause(rule.at_least == static_cast<int>(rule.literals.size()) ? "because.all" : "because.needs");
  }

  [[nodiscard]] Name statement(const char* key, Literal l) const {
    return {key, {{"value", model_.value_of(l)}}, {cell(l)}};
  }

  // What stands on the board and what was ruled out before, as clauses.
  void add_facts(const std::vector<Literal>& placed, const std::vector<Literal>& ruled_out,
                 std::vector<Name>& clauses) const {
    if (placed.size() <= kFewFacts) {
      for (const Literal l : placed) clauses.push_back(statement("because.is", l));
    }
    if (ruled_out.size() > kFewFacts) {
      clauses.push_back({"because.ruled_out", {}});
    } else {
      for (const Literal l : ruled_out) clauses.push_back(statement("because.is_not", l));
    }
  }

  // All that speaks for something: facts, then rules.
  [[nodiscard]] std::vector<Name> because(const Support& support) const {
    std::vector<Name> clauses;
    add_facts(support.placed, support.ruled_out, clauses);
    clauses.insert(clauses.end(), support.demands.begin(), support.demands.end());
    return clauses;
  }

  [[nodiscard]] std::vector<Name> because(const Support& support, PartId part, bool broken = false) const {
    std::vector<Name> clauses = because(support);
    if (!group(part).is_domain()) add_once(clauses, demand(part, broken));
    return clauses;
  }

  // Whether to name the few cells that exclude others, rather than the rules between them.
  [[nodiscard]] static bool names_cells(const Support& support) {
    return support.by_pairs && support.placed.size() + support.told.size() <= kFewFacts;
  }

  [[nodiscard]] Line line(std::string key, const Support& support, PartId part) const {
    Line made;
    made.key = std::move(key);
    for (const auto* literals : {&support.placed, &support.told, &support.ruled_out}) {
      made.literals.insert(made.literals.end(), literals->begin(), literals->end());
    }
    made.parts = support.parts;
    if (!group(part).is_domain()) made.parts.insert(made.parts.begin(), part);
    return made;
  }

  [[nodiscard]] Line about(std::string key, Literal l, const Support& support, PartId part) const {
    Line made = line(std::move(key), support, part);
    made.args["cell"] = cell(l);
    made.args["value"] = model_.value_of(l);
    return made;
  }

  // From reasons to what follows.
  [[nodiscard]] Line so(const char* key, Step step, const Support& support, PartId part) const {
    Line made = line(key, support, part);
    made.args["because"] = because(support, part);
    made.args["so"] = std::vector<Name>{statement(step.place ? "so.is" : "so.is_not", step.literal)};
    return made;
  }

  // One rule settles the step, looking only at what stands on the board; empty if more is needed.
  [[nodiscard]] std::vector<Line> single_step(const Derivation& derivation) const {
    if (!placements(derivation).empty()) return {};
    const Reason last = last_reason(derivation);
    const PartId part = last.part;
    const Literal l = proof_.step.literal;
    const auto& members = group(part).literals;
    if (std::none_of(members.begin(), members.end(), [this](Literal m) { return is_step(m); })) return {};
    const Support support = support_beside(last);
    if (group(part).is_domain()) {
      return proof_.step.place ? std::vector{only_value(l, support, part)} : std::vector<Line>{};
    }
    if (!group(part).about_value) return {so("why.so", proof_.step, support, part)};
    if (is_lower(part) != (std::binary_search(members.begin(), members.end(), l) == proof_.step.place)) return {};
    if (is_lower(part) && proof_.step.place) return {only_place(l, support, part)};
    const bool sees = !is_lower(part) && !proof_.step.place && members.size() > 2;
    if (!sees) return {so("why.so", proof_.step, support, part)};
    Line seen = about("why.seen", l, support, part);
    seen.args["unit"] = unit(part);
    return {seen};
  }

  [[nodiscard]] bool rests_on_step(const std::vector<Literal>& premises) const {
    return std::any_of(premises.begin(), premises.end(), [this](Literal l) {
      const Deduction* inference = inference_of_[at(l)];
      return is_step(l) || (inference != nullptr && rests_on_step(inference->premises));
    });
  }

  // What has to be in the cell, whatever is supposed, says better than a supposition what cannot be there.
  [[nodiscard]] std::vector<Line> by_another_value(const Derivation& derivation) const {
    const auto placed = placements(derivation);
    if (proof_.step.place || placed.size() != 1) return {};
    const Literal l = placed.front()->step.literal;
    const VariableId variable = model_.variable_of(proof_.step.literal);
    const Group& last = group(last_reason(derivation).part);
    if (model_.variable_of(l) != variable || !last.is_domain() || last.variable != variable) return {};
    const Reason reason = reason_of(*placed.front());
    const bool only = group(reason.part).about_value && is_lower(reason.part);
    if (!only || rests_on_step(reason.premises)) return {};
    Line therefore;
    therefore.key = "why.so_not";
    therefore.args["cell"] = cell(proof_.step.literal);
    therefore.args["value"] = model_.value_of(proof_.step.literal);
    therefore.literals = {l};
    return {only_place(l, support_beside(reason), reason.part), therefore};
  }

  [[nodiscard]] Line only_place(Literal l, const Support& support, PartId part) const {
    const bool sees = !support.units.empty();
    const bool ruled_out = !support.ruled_out.empty();
    const bool given = sees && (!support.by_values || names_cells(support));
    const char* key = given       ? "why.only_place_given"
                      : !sees     ? (ruled_out ? "why.only_place_ruled_out" : "why.last_place")
                      : ruled_out ? "why.only_place_mixed"
                                  : "why.only_place";
    Line made = about(key, l, support, part);
    made.args["unit"] = unit(part);
    if (given) {
      made.args["because"] = because(support);
      return made;
    }
    if (sees) made.args["units"] = support.units;
    if (ruled_out) {
      std::vector<Name> cells;
      for (const Literal out : support.ruled_out) cells.push_back(cell(out));
      made.args["cells"] = cells;
    }
    return made;
  }

  [[nodiscard]] Line only_value(Literal l, const Support& support, PartId part) const {
    const bool sees = !support.units.empty();
    if (sees && (!support.by_values || names_cells(support))) return so("why.so", {l, true}, support, part);
    const bool ruled_out = !support.ruled_out.empty();
    Line made = about(!sees       ? "why.last_value"
                      : ruled_out ? "why.only_value_mixed"
                                  : "why.only_value",
                      l, support, part);
    if (sees) made.args["units"] = support.units;
    if (sees && ruled_out) made.args["values"] = values_of(support.ruled_out);
    return made;
  }

  [[nodiscard]] std::vector<Line> chain(const Derivation& derivation) const {
    Line open;
    const Literal step = proof_.step.literal;
    const bool swap = proof_.step.place && opposite(step);
    open.key = proof_.step.place && !swap ? "why.suppose_not" : "why.suppose";
    open.args["cell"] = cell(step);
    open.args["value"] = model_.value_of(swap ? *opposite(step) : step);
    open.literals = {step};
    std::vector<Line> lines = {open};
    for (const Deduction* inference : placements(derivation)) add_link(*inference, lines);
    lines.push_back(closing(last_reason(derivation)));
    return lines;
  }

  void add_link(const Deduction& inference, std::vector<Line>& lines) const {
    const Literal l = inference.step.literal;
    const Reason reason = reason_of(inference);
    const Group& rule = group(reason.part);
    Line then;
    if (rule.about_value && is_lower(reason.part)) {
      then = about("why.then_place", l, support_of(reason.premises), reason.part);
      then.args["unit"] = unit(reason.part);
    } else {
      const Support support = support_beside(reason);
      const bool plain = rule.is_domain() && support.by_values && (support.units.empty() || !names_cells(support));
      then = plain ? about("why.then_value", l, support, reason.part)
                   : so("why.then", inference.step, support, reason.part);
    }
    then.literals.push_back(l);
    if (is_told_with(then, lines.back())) {
      append(std::get<std::vector<Name>>(lines.back().args["so"]), std::get<std::vector<Name>>(then.args["so"]));
      append(lines.back().literals, then.literals);
      append(lines.back().parts, then.parts);
    } else {
      lines.push_back(std::move(then));
    }
  }

  // Whether a line draws the same from the same reasons as the one before it, of another cell.
  [[nodiscard]] static bool is_told_with(const Line& then, const Line& before) {
    if (then.key != "why.then" || before.key != then.key) return false;
    const auto value_of = [](const Line& line) {
      return std::get<std::vector<Name>>(line.args.at("so")).front().args.at("value");
    };
    return then.args.at("because") == before.args.at("because") && value_of(then) == value_of(before);
  }

  template <class T>
  static void append(std::vector<T>& items, const std::vector<T>& more) {
    for (const T& item : more) add_once(items, item);
  }

  [[nodiscard]] Line closing(const Reason& last) const {
    const PartId part = last.part;
    const Group& broken = group(part);
    Support support = support_beside(last);
    if (broken.is_domain()) {
      const bool two = !is_lower(part) && last.premises.size() > 1;
      Line made = line(two ? "why.but_two_values" : "why.but_no_value", support, part);
      made.args["cell"] = model_.variable(broken.variable).name;
      append(made.literals, broken.literals);
      if (two) made.args["values"] = values_of(last.premises);
      return made;
    }
    if (broken.about_value && (is_lower(part) || broken.literals.size() > 2)) {
      Line made = line(is_lower(part) ? "why.but_no_place" : "why.but_twice", support, part);
      made.args["unit"] = unit(part);
      made.args["value"] = broken.value;
      append(made.literals, last.premises);
      return made;
    }
    // The two that may not be alike are both named, whatever was told of them before.
    if (broken.about_value) support.placed = last.premises;
    Line made = line(broken.about_value ? "why.but_then" : "why.but", support, part);
    made.args["because"] = because(support, part, true);
    return made;
  }

  [[nodiscard]] Line by_rules() const {
    Line made;
    std::vector<Name> units;
    for (const PartId part : proof_.core.parts) {
      if (!group(part).is_domain()) add_once(units, unit(part));
    }
    if (units.empty() && proof_.core.facts.empty()) {
      made.key = "why.given";
      made.args["cell"] = cell(proof_.step.literal);
      return made;
    }
    made.parts = proof_.core.parts;
    for (const Step fact : proof_.core.facts) made.literals.push_back(fact.literal);
    const bool place = proof_.step.place;
    std::vector<Name> clauses = core_facts();
    if (units.size() == 1) {
      made.key = "why.so";
      clauses.push_back({"because.met", {}, units});
      made.args["so"] = std::vector<Name>{statement(place ? "so.is" : "so.is_not", proof_.step.literal)};
      made.args["because"] = clauses;
      return made;
    }
    if (units.size() <= kManyRules) made.args["units"] = units;
    if (units.size() > kFewRules) {
      made.key = units.size() <= kManyRules ? "why.by_rules" : "why.by_many_rules";
      made.args["count"] = static_cast<int>(units.size());
      return made;
    }
    made.key = place ? "why.together" : "why.together_out";
    made.args["cell"] = cell(proof_.step.literal);
    made.args["value"] = model_.value_of(proof_.step.literal);
    if (clauses.empty()) return made;
    made.key += "_given";
    made.args["because"] = clauses;
    return made;
  }

  [[nodiscard]] std::vector<Name> core_facts() const {
    std::vector<Literal> placed;
    std::vector<Literal> ruled_out;
    for (const Step fact : proof_.core.facts) {
      if (!model_.is_hidden(fact.literal)) (fact.place ? placed : ruled_out).push_back(fact.literal);
    }
    std::vector<Name> clauses;
    add_facts(placed, ruled_out, clauses);
    return clauses;
  }

  const Model& model_;
  const Proof& proof_;
  std::vector<const Deduction*> inference_of_;  // by literal
};

}  // namespace

Narration narrate(const Model& model, const Proof& proof) { return Narrator(model, proof).narrate(); }

}  // namespace fastslow::solver
