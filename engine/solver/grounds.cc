#include "solver/grounds.h"

namespace fastslow::solver {
namespace {

// So many facts are named; more the board shows better.
constexpr std::size_t kFewFacts = 4;

}  // namespace

Grounds::Grounds(const Model& model, const Proof& proof, const std::optional<Derivation>& derivation)
    : model_(model), proof_(proof), inference_of_(at(model.literal_count()), nullptr) {
  if (!derivation) return;
  for (const Deduction& inference : derivation->inferences) inference_of_[at(inference.step.literal)] = &inference;
}

std::optional<Literal> Grounds::opposite(Literal l) const {
  const Variable& variable = model_.variable(model_.variable_of(l));
  if (variable.domain_size() != 2) return std::nullopt;
  return l == variable.first_literal ? l + 1 : l - 1;
}

std::vector<const Deduction*> Grounds::placements(const Derivation& derivation) const {
  std::vector<const Deduction*> found;
  for (const Deduction& inference : derivation.inferences) {
    const Literal l = inference.step.literal;
    if (inference.step.place && !is_step(l) && !model_.is_hidden(l)) found.push_back(&inference);
  }
  return found;
}

Reason Grounds::reason_of(const Deduction& inference) const {
  const std::optional<Literal> other = opposite(inference.step.literal);
  if (other && group(inference.part).is_domain()) {
    const Deduction* before = inference_of_[at(*other)];
    if (before != nullptr && !group(before->part).is_domain()) return {before->part, before->premises};
  }
  return {inference.part, inference.premises};
}

Reason Grounds::last_reason(const Derivation& derivation) const {
  if (derivation.conflict != kNoPart) return {derivation.conflict, derivation.premises};
  assert(settles_step());
  return reason_of(*inference_of_[at(proof_.step.literal)]);
}

Support Grounds::support_of(const std::vector<Literal>& premises) const {
  Support support;
  std::vector<bool> seen(at(model_.literal_count()), false);
  add_support(premises, support, seen);
  for (auto* literals : {&support.placed, &support.told, &support.ruled_out}) {
    std::sort(literals->begin(), literals->end());
  }
  return support;
}

Support Grounds::support_beside(const Reason& reason) const {
  Support support = support_of(reason.premises);
  if (group(reason.part).is_domain()) return support;
  std::erase(support.units, unit(reason.part));
  std::erase_if(support.demands, [&](const Name& demand) { return demand.parts.front() == unit(reason.part); });
  return support;
}

// Down to what is told elsewhere: facts, and placements that have a line of their own.
void Grounds::add_support(const std::vector<Literal>& premises, Support& support, std::vector<bool>& seen) const {
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
bool Grounds::counts_cells(const Group& rule) const {
  const int value = model_.value_of(rule.literals.front());
  return !rule.is_weighted() && rule.literals.size() > 1 &&
         std::all_of(rule.literals.begin(), rule.literals.end(),
                     [&](Literal l) { return model_.value_of(l) == value && !model_.is_hidden(l); });
}

// What a rule demands, as a clause; of a broken one, how it fails.
Name Grounds::demand(PartId part, bool broken) const {
  const Group& rule = group(part);
  const auto clause = [&](const char* key) { return Name{key, {}, {unit(part)}}; };
  if (rule.about_value) return clause("because.differ");
  if (!counts_cells(rule)) return clause(broken ? "because.unmet" : "because.met");
  if (broken) return clause(is_lower(part) ? "because.under" : "because.over");
  if (!is_lower(part)) return clause(rule.at_most == 0 ? "because.none" : "because.full");
  return clause(rule.at_least == static_cast<int>(rule.literals.size()) ? "because.all" : "because.needs");
}

Name Grounds::statement(const char* key, Literal l) const { return {key, {{"value", model_.value_of(l)}}, {cell(l)}}; }

bool Grounds::rests_on_step(const std::vector<Literal>& premises) const {
  return std::any_of(premises.begin(), premises.end(), [this](Literal l) {
    const Deduction* inference = inference_of_[at(l)];
    return is_step(l) || (inference != nullptr && rests_on_step(inference->premises));
  });
}

void Grounds::add_facts(const std::vector<Literal>& placed, const std::vector<Literal>& ruled_out,
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

std::vector<Name> Grounds::because(const Support& support) const {
  std::vector<Name> clauses;
  add_facts(support.placed, support.ruled_out, clauses);
  clauses.insert(clauses.end(), support.demands.begin(), support.demands.end());
  return clauses;
}

std::vector<Name> Grounds::because(const Support& support, PartId part, bool broken) const {
  std::vector<Name> clauses = because(support);
  if (!group(part).is_domain()) add_once(clauses, demand(part, broken));
  return clauses;
}

bool names_cells(const Support& support) {
  return support.by_pairs && support.placed.size() + support.told.size() <= kFewFacts;
}

}  // namespace fastslow::solver
