#include "solver/narration.h"

#include <algorithm>
#include <optional>

#include "solver/derivation.h"

namespace fastslow {
namespace {

// A chain of more lines than this is no longer followed by anyone; the rules are named together instead.
constexpr std::size_t kMaxLines = 12;
// So few rules a reader can weigh together.
constexpr std::size_t kFewRules = 4;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

template <class T>
void add_once(std::vector<T>& items, const T& item) {
  if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(item);
}

// What excludes a set of literals: full units, filled cells, earlier eliminations.
struct Support {
  std::vector<PartId> parts;       // of the units
  std::vector<Name> units;         // distinct, in order of appearance
  std::vector<Literal> placed;     // what stands in them
  std::vector<Literal> ruled_out;  // excluded by an earlier step
  bool by_values = true;           // every rule is about one value: a cell "sees" it, a unit "has" it
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
    for (const Inference& inference : derivation.inferences) inference_of_[at(inference.step.literal)] = &inference;
  }

  // Placements on the way, other than the step itself: the lines that a chain has to tell. Nobody sees hidden ones.
  [[nodiscard]] std::vector<const Inference*> placements(const Derivation& derivation) const {
    std::vector<const Inference*> found;
    for (const Inference& inference : derivation.inferences) {
      const Literal l = inference.step.literal;
      if (inference.step.place && l != proof_.step.literal && !model_.is_hidden(l)) found.push_back(&inference);
    }
    return found;
  }

  // The part that ends the derivation: the one that cannot be met, or the one that settles the step.
  [[nodiscard]] PartId last_part(const Derivation& derivation) const {
    if (derivation.conflict != kNoPart) return derivation.conflict;
    return inference_of_[at(proof_.step.literal)]->part;
  }

  [[nodiscard]] std::vector<Literal> last_premises(const Derivation& derivation) const {
    return derivation.conflict != kNoPart ? derivation.premises : inference_of_[at(proof_.step.literal)]->premises;
  }

  [[nodiscard]] Support support_of(const std::vector<Literal>& premises) const {
    Support support;
    std::vector<bool> seen(at(model_.literal_count()), false);
    add_support(premises, support, seen);
    return support;
  }

  // The same without the rule that is spoken of anyway; its other bounds and groups go by the same name.
  [[nodiscard]] Support support_beside(PartId part, const std::vector<Literal>& premises) const {
    Support support = support_of(premises);
    if (!group(part).is_domain()) std::erase(support.units, unit(part));
    return support;
  }

  // Down to what is told elsewhere: facts, and placements that have a line of their own.
  void add_support(const std::vector<Literal>& premises, Support& support, std::vector<bool>& seen) const {
    for (const Literal l : premises) {
      if (l == proof_.step.literal || seen[at(l)]) continue;
      seen[at(l)] = true;
      const Inference* inference = inference_of_[at(l)];
      if (inference == nullptr) {
        const bool eliminated =
            std::find(proof_.core.facts.begin(), proof_.core.facts.end(), Step{l, false}) != proof_.core.facts.end();
        if (!model_.is_hidden(l)) (eliminated ? support.ruled_out : support.placed).push_back(l);
        continue;
      }
      const Group& rule = group(inference->part);
      const bool told = inference->step.place && !model_.is_hidden(l);
      if (told) add_once(support.placed, l);
      if (told || rule.is_domain()) {
        if (!told) add_support(inference->premises, support, seen);
        continue;
      }
      add_once(support.parts, inference->part);
      add_once(support.units, unit(inference->part));
      support.by_values = support.by_values && rule.about_value;
      add_support(inference->premises, support, seen);
    }
  }

  [[nodiscard]] Line line(std::string key, const Support& support, PartId part) const {
    Line made;
    made.key = std::move(key);
    made.literals = support.placed;
    made.literals.insert(made.literals.end(), support.ruled_out.begin(), support.ruled_out.end());
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

  // One rule settles the step, looking only at what stands on the board; empty if more is needed.
  [[nodiscard]] std::vector<Line> single_step(const Derivation& derivation) const {
    if (!placements(derivation).empty()) return {};
    const PartId part = last_part(derivation);
    const Literal l = proof_.step.literal;
    const auto& members = group(part).literals;
    const bool about_step = std::binary_search(members.begin(), members.end(), l);
    if (!about_step) return {};
    const Support support = support_beside(part, last_premises(derivation));
    if (group(part).is_weighted()) return {by_sum(l, support, part)};
    if (is_lower(part) != proof_.step.place) return {};
    if (group(part).is_domain())
      return proof_.step.place ? std::vector{only_value(l, support, part)} : std::vector<Line>{};
    if (!group(part).about_value) return {by_count(l, support, part)};
    if (proof_.step.place) return {only_place(l, support, part)};
    Line seen = about("why.seen", l, support, part);
    seen.args["unit"] = unit(part);
    return {seen};
  }

  [[nodiscard]] Line with_units(Line made, const Support& support, PartId part) const {
    made.args["unit"] = unit(part);
    if (!support.units.empty()) made.args["units"] = support.units;
    return made;
  }

  // A weighted rule leaves no room for the step's opposite.
  [[nodiscard]] Line by_sum(Literal l, const Support& support, PartId part) const {
    const bool given = !support.units.empty();
    const char* key =
        proof_.step.place ? (given ? "why.needed_given" : "why.needed") : (given ? "why.no_room_given" : "why.no_room");
    return with_units(about(key, l, support, part), support, part);
  }

  // A rule that counts cells is full, or needs all that is left.
  [[nodiscard]] Line by_count(Literal l, const Support& support, PartId part) const {
    const bool given = !support.units.empty();
    const char* key = proof_.step.place ? (given ? "why.needed_given" : "why.needed") : "why.full";
    return with_units(about(key, l, support, part), support, part);
  }

  [[nodiscard]] Line only_place(Literal l, const Support& support, PartId part) const {
    const bool sees = !support.units.empty();
    const bool ruled_out = !support.ruled_out.empty();
    const char* key = !sees                ? (ruled_out ? "why.only_place_ruled_out" : "why.last_place")
                      : !support.by_values ? (ruled_out ? "why.only_place_given_mixed" : "why.only_place_given")
                      : ruled_out          ? "why.only_place_mixed"
                                           : "why.only_place";
    Line made = about(key, l, support, part);
    made.args["unit"] = unit(part);
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
    const bool ruled_out = !support.ruled_out.empty();
    const char* key = !sees                ? "why.last_value"
                      : !support.by_values ? (ruled_out ? "why.only_value_given_mixed" : "why.only_value_given")
                      : ruled_out          ? "why.only_value_mixed"
                                           : "why.only_value";
    Line made = about(key, l, support, part);
    if (sees) made.args["units"] = support.units;
    if (sees && ruled_out) {
      made.args["values"] = values_of(support.ruled_out);
    }
    return made;
  }

  [[nodiscard]] std::vector<Line> chain(const Derivation& derivation) const {
    Line open;
    const Variable& variable = model_.variable(model_.variable_of(proof_.step.literal));
    const int value = model_.value_of(proof_.step.literal);
    // Of two values, not being one is being the other.
    const bool swap = proof_.step.place && variable.domain_size() == 2;
    open.key = proof_.step.place && !swap ? "why.suppose_not" : "why.suppose";
    open.args["cell"] = variable.name;
    open.args["value"] = swap ? variable.lowest + variable.highest - value : value;
    open.literals = {proof_.step.literal};
    std::vector<Line> lines = {open};
    for (const Inference* inference : placements(derivation)) {
      const Support support = support_of(inference->premises);
      const bool by_domain = group(inference->part).is_domain();
      const char* key = by_domain                            ? "why.then_value"
                        : group(inference->part).about_value ? "why.then_place"
                                                             : "why.then_needed";
      Line then = about(key, inference->step.literal, support, inference->part);
      if (!by_domain) then.args["unit"] = unit(inference->part);
      then.literals.push_back(inference->step.literal);
      lines.push_back(std::move(then));
    }
    lines.push_back(
        closing(last_part(derivation), support_beside(last_part(derivation), last_premises(derivation)), derivation));
    return lines;
  }

  [[nodiscard]] Line closing(PartId part, const Support& support, const Derivation& derivation) const {
    const Group& broken = group(part);
    if (broken.is_domain()) {
      const bool two = !is_lower(part) && last_premises(derivation).size() > 1;
      Line made = line(two ? "why.but_two_values" : "why.but_no_value", support, part);
      made.args["cell"] = model_.variable(broken.variable).name;
      for (const Literal l : broken.literals) add_once(made.literals, l);
      if (two) made.args["values"] = values_of(last_premises(derivation));
      return made;
    }
    if (broken.is_weighted() || !broken.about_value) {
      Line made = line(support.units.empty() ? "why.but_unmet" : "why.but_unmet_given", support, part);
      made = with_units(std::move(made), support, part);
      for (const Literal l : support.placed) add_once(made.literals, l);
      return made;
    }
    Line made = line(is_lower(part) ? "why.but_no_place" : "why.but_twice", support, part);
    made.args["unit"] = unit(part);
    made.args["value"] = broken.value;
    for (const Literal l : last_premises(derivation)) add_once(made.literals, l);
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
    if (units.size() == 1) {
      made.key = proof_.step.place ? "why.needed" : "why.no_room";
      made.args["unit"] = units.front();
    } else if (units.size() <= kFewRules) {
      made.key = proof_.step.place ? "why.together" : "why.together_out";
    } else {
      made.key = "why.by_rules";
      made.args["count"] = static_cast<int>(units.size());
    }
    if (units.size() <= kFewRules) {
      made.args["cell"] = cell(proof_.step.literal);
      made.args["value"] = model_.value_of(proof_.step.literal);
    }
    if (units.size() > 1) made.args["units"] = units;
    made.parts = proof_.core.parts;
    for (const Step fact : proof_.core.facts) made.literals.push_back(fact.literal);
    return made;
  }

  const Model& model_;
  const Proof& proof_;
  std::vector<const Inference*> inference_of_;  // by literal
};

}  // namespace

Narration narrate(const Model& model, const Proof& proof) { return Narrator(model, proof).narrate(); }

}  // namespace fastslow
