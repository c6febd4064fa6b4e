// What the solver proved, propagation tells. The proof is a set of rules and facts; unit propagation under these alone
// (`Replay`) draws the inferences, and they become lines. There are five forms, and the first that fits is taken:
//
//   - One line, if a single rule settles the step: the last place, the only value, "its row has a 7 already".
//   - Two lines, for an elimination, if what has to be in the cell can be shown whatever is supposed.
//   - A few lines, one for each placement on the way, if nothing need be supposed at all.
//   - A chain: suppose the opposite, one line for each placement that follows, and the rule that fails at the end.
//     Eliminations get no line; they are gathered into the reasons of the placement that they lead to, as a person
//     would say it.
//   - The rules by name, if propagation cannot follow the proof, or the chain is longer than anyone reads.
//
// Where a count over the whole board is among the reasons and the first line does not tell, a line before it does.
//
// Which words a rule gets depends on the shape of its group alone: does it speak of one value, count cells, concern a
// domain? The limits below are chosen by hand.
#include "solver/narration.h"

#include <algorithm>
#include <cassert>
#include <optional>
#include <string_view>

#include "core/index.h"
#include "solver/blocks.h"
#include "solver/derivation.h"
#include "solver/grounds.h"

namespace fastslow::solver {
namespace {

// A chain of more lines than this is no longer followed by anyone; the rules are named together instead.
constexpr std::size_t kMaxLines = 12;
// So few rules a reader can weigh together.
constexpr std::size_t kFewRules = 4;
// So many can still be listed.
constexpr std::size_t kManyRules = 9;

class Narrator {
 public:
  // Without a derivation propagation cannot follow the proof.
  Narrator(const Model& model, const Proof& proof, const std::optional<Derivation>& derivation)
      : model_(model), proof_(proof), derivation_(derivation), grounds_(model, proof, derivation) {}

  [[nodiscard]] std::vector<Line> narrate() const {
    std::vector<Line> lines = story();
    if (const PartId total = deciding_total(); total != kNoPart && !cites(lines.front(), total)) {
      Line first;
      first.key = "why.total";
      first.args["unit"] = grounds_.unit(total);
      first.parts = {total};
      lines.insert(lines.begin(), std::move(first));
    }
    return lines;
  }

 private:
  [[nodiscard]] std::vector<Line> story() const {
    // Nothing to tell where the step is among the facts.
    if (derivation_ && (derivation_->conflict != kNoPart || grounds_.settles_step())) {
      auto lines = single_step(*derivation_);
      if (lines.empty()) lines = by_another_value(*derivation_);
      if (lines.empty()) lines = straight_on(*derivation_);
      if (lines.empty()) lines = chain(*derivation_);
      assert(!lines.empty());
      if (lines.size() <= kMaxLines) return lines;
    }
    return {by_rules()};
  }

  [[nodiscard]] bool cites(const Line& line, PartId rule) const {
    return std::any_of(line.parts.begin(), line.parts.end(), [&](PartId part) {
      return !grounds_.group(part).is_domain() && grounds_.unit(part) == grounds_.unit(rule);
    });
  }

  // A count over the whole board that the proof needs beside other rules: nobody looks for it there. Whether a proof
  // needs what it cites is known of minimal ones only.
  [[nodiscard]] PartId deciding_total() const {
    if (!proof_.minimal) return kNoPart;
    PartId total = kNoPart;
    bool others = false;
    for (const PartId part : proof_.core.parts) {
      if (grounds_.group(part).is_domain()) continue;
      if (counts_everything(part)) {
        total = part;
      } else {
        others = true;
      }
    }
    return others ? total : kNoPart;
  }

  [[nodiscard]] bool counts_everything(PartId part) const {
    const Constraint& rule = model_.constraint(grounds_.group(part).constraint);
    const auto visible = std::count_if(model_.variables().begin(), model_.variables().end(),
                                       [](const Variable& v) { return !v.hidden; });
    return rule.kind == ConstraintKind::cardinality && visible > 1 &&
           static_cast<std::ptrdiff_t>(rule.terms.size()) == visible;
  }

  [[nodiscard]] std::vector<int> values_of(const std::vector<Literal>& literals) const {
    std::vector<int> values;
    for (const Literal l : literals) values.push_back(model_.value_of(l));
    return values;
  }

  [[nodiscard]] Line line(std::string key, const Support& support, PartId part) const {
    Line made;
    made.key = std::move(key);
    for (const auto* literals : {&support.placed, &support.told, &support.ruled_out}) {
      made.literals.insert(made.literals.end(), literals->begin(), literals->end());
    }
    made.parts = support.parts;
    if (!grounds_.group(part).is_domain()) made.parts.insert(made.parts.begin(), part);
    return made;
  }

  [[nodiscard]] Line about(std::string key, Literal l, const Support& support, PartId part) const {
    Line made = line(std::move(key), support, part);
    made.args["cell"] = grounds_.cell(l);
    made.args["value"] = model_.value_of(l);
    return made;
  }

  // Of a line of blocks, how far these reach says more than its name. In a chain they reach as far as what was supposed
  // lets them.
  [[nodiscard]] BlockTelling by_blocks(Step step, const Support& support, PartId part, bool supposing) const {
    if (!support.units.empty() || !model_.has_hidden() || grounds_.group(part).is_domain()) return {};
    std::vector<Step> facts;
    for (const auto* literals : {&support.placed, &support.told}) {
      for (const Literal l : *literals) facts.push_back({l, true});
    }
    for (const Literal l : support.ruled_out) facts.push_back({l, false});
    if (supposing) facts.push_back(negated(proof_.step));
    return tell_blocks(model_, grounds_.unit(part), facts, step);
  }

  // From reasons to what follows.
  [[nodiscard]] Line so(const char* key, Step step, const Support& support, PartId part) const {
    Line made = line(key, support, part);
    made.args["because"] = grounds_.because(support, part);
    if (auto blocks = by_blocks(step, support, part, std::string_view(key) == "why.then"); !blocks.clauses.empty()) {
      made.args["because"] = grounds_.because(support);
      append(std::get<std::vector<Name>>(made.args["because"]), blocks.clauses);
      made.reaches = std::move(blocks.reaches);
    }
    made.args["so"] = std::vector<Name>{grounds_.statement(step.place ? "so.is" : "so.is_not", step.literal)};
    return made;
  }

  // One rule settles the step, looking only at what stands on the board; empty if more is needed.
  [[nodiscard]] std::vector<Line> single_step(const Derivation& derivation) const {
    if (!grounds_.placements(derivation).empty()) return {};
    const auto told = settling(proof_.step, grounds_.last_reason(derivation));
    return told ? std::vector{*told} : std::vector<Line>{};
  }

  // How one rule settles a step, without a supposition; nothing if it does not speak of the step.
  [[nodiscard]] std::optional<Line> settling(Step step, const Reason& reason) const {
    const PartId part = reason.part;
    const Literal l = step.literal;
    const auto& members = grounds_.group(part).literals;
    const auto is_it = [&](Literal m) { return m == l || grounds_.opposite(l) == m; };
    if (std::none_of(members.begin(), members.end(), is_it)) return std::nullopt;
    const Support support = grounds_.support_beside(reason);
    if (grounds_.group(part).is_domain()) {
      return step.place ? std::optional(only_value(l, support, part)) : std::nullopt;
    }
    if (!grounds_.group(part).about_value) return so("why.so", step, support, part);
    if (is_lower(part) != (std::binary_search(members.begin(), members.end(), l) == step.place)) return std::nullopt;
    if (is_lower(part) && step.place) return only_place(l, support, part);
    const bool sees = !is_lower(part) && !step.place && members.size() > 2;
    if (!sees) return so("why.so", step, support, part);
    Line seen = about("why.seen", l, support, part);
    seen.args["unit"] = grounds_.unit(part);
    return seen;
  }

  // Rule by rule from what is known to the step; empty where something has to be supposed.
  [[nodiscard]] std::vector<Line> straight_on(const Derivation& derivation) const {
    if (derivation.conflict != kNoPart) return {};
    std::vector<Line> lines;
    for (const Deduction* inference : grounds_.placements(derivation)) {
      const auto told = settling(inference->step, grounds_.reason_of(*inference));
      if (!told) return {};
      lines.push_back(*told);
    }
    const auto last = settling_at_last(grounds_.last_reason(derivation));
    if (!last) return {};
    lines.push_back(*last);
    return lines;
  }

  // The step itself, which may follow from what its cell was just shown to have.
  [[nodiscard]] std::optional<Line> settling_at_last(const Reason& last) const {
    const Group& rule = grounds_.group(last.part);
    if (!rule.is_domain() || proof_.step.place) return settling(proof_.step, last);
    if (rule.variable != model_.variable_of(proof_.step.literal)) return std::nullopt;
    return so_not(last.premises);
  }

  [[nodiscard]] Line so_not(const std::vector<Literal>& instead) const {
    Line therefore;
    therefore.key = "why.so_not";
    therefore.args["cell"] = grounds_.cell(proof_.step.literal);
    therefore.args["value"] = model_.value_of(proof_.step.literal);
    therefore.literals = instead;
    return therefore;
  }

  // What has to be in the cell, whatever is supposed, says better than a supposition what cannot be there.
  [[nodiscard]] std::vector<Line> by_another_value(const Derivation& derivation) const {
    const auto placed = grounds_.placements(derivation);
    if (proof_.step.place || placed.size() != 1) return {};
    const Literal l = placed.front()->step.literal;
    const VariableId variable = model_.variable_of(proof_.step.literal);
    const Group& last = grounds_.group(grounds_.last_reason(derivation).part);
    if (model_.variable_of(l) != variable || !last.is_domain() || last.variable != variable) return {};
    const Reason reason = grounds_.reason_of(*placed.front());
    const bool only = grounds_.group(reason.part).about_value && is_lower(reason.part);
    if (!only || grounds_.rests_on_step(reason.premises)) return {};
    return {only_place(l, grounds_.support_beside(reason), reason.part), so_not({l})};
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
    made.args["unit"] = grounds_.unit(part);
    if (given) {
      made.args["because"] = grounds_.because(support);
      return made;
    }
    if (sees) made.args["units"] = support.units;
    if (ruled_out) {
      std::vector<Name> cells;
      for (const Literal out : support.ruled_out) cells.push_back(grounds_.cell(out));
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
    const bool swap = proof_.step.place && grounds_.opposite(step);
    open.key = proof_.step.place && !swap ? "why.suppose_not" : "why.suppose";
    open.args["cell"] = grounds_.cell(step);
    open.args["value"] = model_.value_of(swap ? *grounds_.opposite(step) : step);
    open.literals = {step};
    std::vector<Line> lines = {open};
    for (const Deduction* inference : grounds_.placements(derivation)) add_link(*inference, lines);
    lines.push_back(closing(grounds_.last_reason(derivation)));
    return lines;
  }

  void add_link(const Deduction& inference, std::vector<Line>& lines) const {
    const Literal l = inference.step.literal;
    const Reason reason = grounds_.reason_of(inference);
    const Group& rule = grounds_.group(reason.part);
    Line then;
    if (rule.about_value && is_lower(reason.part)) {
      const Support support = grounds_.support_beside(reason);
      then = about("why.then_place", l, support, reason.part);
      then.args["unit"] = grounds_.unit(reason.part);
      add_grounds(then, support);
    } else {
      const Support support = grounds_.support_beside(reason);
      const bool plain = rule.is_domain() && support.by_values && (support.units.empty() || !names_cells(support));
      then = plain ? about("why.then_value", l, support, reason.part)
                   : so("why.then", inference.step, support, reason.part);
      if (plain) add_grounds(then, support);
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

  // What shuts out the other places, or the other values, is named as well.
  static void add_grounds(Line& made, const Support& support) {
    const bool sees = !support.units.empty();
    const bool ruled_out = !support.ruled_out.empty();
    if (!sees && !ruled_out) return;
    made.key += sees && ruled_out ? "_mixed" : sees ? "_seen" : "_ruled_out";
    if (sees) made.args["units"] = support.units;
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
    const Group& broken = grounds_.group(part);
    Support support = grounds_.support_beside(last);
    if (broken.is_domain()) {
      const bool two = !is_lower(part) && last.premises.size() > 1;
      Line made = line(two ? "why.but_two_values" : "why.but_no_value", support, part);
      made.args["cell"] = model_.variable(broken.variable).name;
      append(made.literals, broken.literals);
      if (two) made.args["values"] = values_of(last.premises);
      if (!two) add_grounds(made, support);
      return made;
    }
    if (broken.about_value && (is_lower(part) || broken.literals.size() > 2)) {
      Line made = line(is_lower(part) ? "why.but_no_place" : "why.but_twice", support, part);
      made.args["unit"] = grounds_.unit(part);
      made.args["value"] = broken.value;
      append(made.literals, last.premises);
      if (is_lower(part)) add_grounds(made, support);
      return made;
    }
    // The two that may not be alike are both named, whatever was told of them before.
    if (broken.about_value) support.placed = last.premises;
    Line made = line(broken.about_value ? "why.but_then" : "why.but", support, part);
    made.args["because"] = grounds_.because(support, part, true);
    return made;
  }

  [[nodiscard]] Line by_rules() const {
    Line made;
    std::vector<Name> units;
    for (const PartId part : proof_.core.parts) {
      if (!grounds_.group(part).is_domain()) add_once(units, grounds_.unit(part));
    }
    if (units.empty() && proof_.core.facts.empty()) {
      made.key = "why.given";
      made.args["cell"] = grounds_.cell(proof_.step.literal);
      return made;
    }
    made.parts = proof_.core.parts;
    for (const Step fact : proof_.core.facts) made.literals.push_back(fact.literal);
    const bool place = proof_.step.place;
    std::vector<Name> clauses = core_facts();
    if (units.size() == 1) {
      made.key = "why.so";
      clauses.push_back({"because.met", {}, units});
      made.args["so"] = std::vector<Name>{grounds_.statement(place ? "so.is" : "so.is_not", proof_.step.literal)};
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
    made.args["cell"] = grounds_.cell(proof_.step.literal);
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
    grounds_.add_facts(placed, ruled_out, clauses);
    return clauses;
  }

  const Model& model_;
  const Proof& proof_;
  const std::optional<Derivation>& derivation_;
  const Grounds grounds_;
};

}  // namespace

std::vector<Line> narrate(const Model& model, const Proof& proof) {
  assert(model.has_literal(proof.step.literal));
  assert(std::all_of(proof.core.parts.begin(), proof.core.parts.end(),
                     [&](PartId part) { return part >= 0 && part < model.part_count(); }));
  const auto derivation = Replay(model).refute(proof.core, negated(proof.step));
  return Narrator(model, proof, derivation).narrate();
}

}  // namespace fastslow::solver
