// A minimal unsatisfiable subset (MUS) by deletion: ask whether the rest is still unsatisfiable without one member. If
// it is, the solver's core of the rest replaces the whole, often many members smaller; if it is not, the member is
// necessary, and stays so in every smaller core. After each success it starts over with the smaller core; once nothing
// can be left out, or the budget is spent, it ends. What comes out is *a* minimal core, not the smallest: finding that
// is far harder, and the hunt (hunt.cc) has chosen a good start.
//
// Each question costs a call of the solver. Model rotation (Belov and Marques-Silva, "Accelerating MUS Extraction with
// Recursive Model Rotation", 2011) gets many answers for nothing: an assignment that misses one member alone proves
// that one necessary; give another value to one of the member's variables, and the new assignment may miss one other
// member alone. There it goes on. In a formula one flips a variable; here it takes any other value of its domain, and
// rules and facts of the core are members alike. Domains, givens and the supposition are not to be left out, so no
// change may break them.
//
// The first assignment comes for nothing too. Where a solution of the position is known (`witness`), it meets all but
// the supposition; changed to meet that, it may miss one member alone, and rotation has a start.
#include "solver/cores.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "core/index.h"

namespace fastslow::solver {
namespace {

// A member is necessary if the others can be met without it. One assignment that misses exactly one member
// is such a witness, and changing a variable of that member often gives a witness for another ("model
// rotation"), which saves most of the solver checks.
class Rotation {
 public:
  Rotation(const Model& model, const Core& core, std::optional<Step> supposition)
      : model_(model),
        core_(core),
        supposition_(supposition),
        fixed_(at(model.variable_count()), 0),
        members_of_(at(model.variable_count())),
        necessary_(core.parts.size() + core.facts.size(), 0) {
    for (const Literal l : model.givens()) fixed_[at(model.variable_of(l))] = 1;
    for (std::size_t m = 0; m < necessary_.size(); ++m) {
      for (const Literal l : literals_of(m)) {
        auto& members = members_of_[at(model.variable_of(l))];
        if (members.empty() || members.back() != m) members.push_back(m);
      }
    }
  }

  [[nodiscard]] bool necessary(std::size_t member) const { return necessary_[member] != 0; }

  // Learns what it can from an assignment that meets the domains, the givens and the supposition.
  void learn(std::vector<Literal> assignment) {
    std::vector<std::size_t> missed;
    for (std::size_t m = 0; m < necessary_.size(); ++m) {
      if (!meets(assignment, m)) missed.push_back(m);
    }
    // An assignment that misses two shows neither to be necessary.
    if (missed.size() != 1 || necessary(missed.front())) return;
    necessary_[missed.front()] = 1;
    rotate(std::move(assignment), missed.front());
  }

  // As `learn`, from an assignment that meets everything but the supposition.
  void learn_by_supposing(const std::vector<Literal>& assignment) {
    if (!supposition_) return;
    const VariableId v = model_.variable_of(supposition_->literal);
    const Variable& variable = model_.variable(v);
    if (fixed_[at(v)] != 0) return;
    for (int i = 0; i < variable.domain_size(); ++i) {
      const Literal l = variable.first_literal + i;
      if ((l == supposition_->literal) != supposition_->place) continue;
      std::vector<Literal> changed = assignment;
      changed[at(v)] = l;
      learn(std::move(changed));
    }
  }

 private:
  [[nodiscard]] std::vector<Literal> literals_of(std::size_t member) const {
    if (member < core_.parts.size()) return model_.group(group_of_part(core_.parts[member])).literals;
    return {core_.facts[member - core_.parts.size()].literal};
  }

  [[nodiscard]] bool meets(const std::vector<Literal>& assignment, std::size_t member) const {
    const auto holds = [&](Literal l) { return assignment[at(model_.variable_of(l))] == l; };
    if (member >= core_.parts.size()) {
      const Step fact = core_.facts[member - core_.parts.size()];
      return holds(fact.literal) == fact.place;
    }
    const PartId part = core_.parts[member];
    const Group& group = model_.group(group_of_part(part));
    int sum = 0;
    for (std::size_t i = 0; i < group.literals.size(); ++i) sum += holds(group.literals[i]) ? group.weight(i) : 0;
    return is_lower(part) ? sum >= group.at_least : sum <= group.at_most;
  }

  // `assignment` misses `missed` alone. Depth-first over single changes that miss one other member alone.
  void rotate(std::vector<Literal> assignment, std::size_t missed) {
    std::vector<std::pair<std::vector<Literal>, std::size_t>> todo{{std::move(assignment), missed}};
    while (!todo.empty()) {
      auto [current, member] = std::move(todo.back());
      todo.pop_back();
      VariableId previous = -1;
      for (const Literal scope : literals_of(member)) {
        const VariableId v = model_.variable_of(scope);
        if (v == previous || fixed_[at(v)] != 0) continue;
        previous = v;
        const Literal kept = current[at(v)];
        for (int i = 0; i < model_.variable(v).domain_size(); ++i) {
          const Literal l = model_.variable(v).first_literal + i;
          if (l == kept || breaks_supposition(v, l)) continue;
          current[at(v)] = l;
          if (const auto other = only_missed(current, v, member)) {
            necessary_[*other] = 1;
            todo.emplace_back(current, *other);
          }
        }
        current[at(v)] = kept;
      }
    }
  }

  [[nodiscard]] bool breaks_supposition(VariableId v, Literal chosen) const {
    if (!supposition_ || model_.variable_of(supposition_->literal) != v) return false;
    return (chosen == supposition_->literal) != supposition_->place;
  }

  // After a change of `v` in an assignment that missed `before` alone: the one member missed now, if it is news.
  [[nodiscard]] std::optional<std::size_t> only_missed(const std::vector<Literal>& assignment, VariableId v,
                                                       std::size_t before) const {
    if (!meets(assignment, before)) return std::nullopt;
    std::optional<std::size_t> found;
    for (const std::size_t m : members_of_[at(v)]) {
      if (meets(assignment, m)) continue;
      if (found) return std::nullopt;
      found = m;
    }
    if (found && necessary(*found)) return std::nullopt;
    return found;
  }

  const Model& model_;
  const Core& core_;
  std::optional<Step> supposition_;
  std::vector<std::uint8_t> fixed_;  // by variable: given
  std::vector<std::vector<std::size_t>> members_of_;
  std::vector<std::uint8_t> necessary_;
};

Core without(const Core& core, std::size_t member) {
  Core rest = core;
  if (member < core.parts.size()) {
    rest.parts.erase(rest.parts.begin() + static_cast<std::ptrdiff_t>(member));
  } else {
    rest.facts.erase(rest.facts.begin() + static_cast<std::ptrdiff_t>(member - core.parts.size()));
  }
  return rest;
}

Query query_for(const std::vector<Step>& facts, std::optional<std::vector<PartId>> parts,
                std::optional<Step> supposition) {
  Query query;
  query.facts = facts;
  if (supposition) query.facts.push_back(*supposition);
  query.want_core = true;
  query.parts = std::move(parts);
  return query;
}

// A supposition that was cited as a fact as well is no part of the core.
Core cited(Core core, std::optional<Step> supposition) {
  if (supposition) std::erase(core.facts, *supposition);
  return core;
}

std::optional<Core> core_of(Meter& meter, const Query& query, std::optional<Step> supposition) {
  CheckResult result = meter.check(query);
  if (result.truth != Truth::unsat) return std::nullopt;
  return cited(std::move(result.core), supposition);
}

}  // namespace

std::optional<Core> prove(Meter& meter, const Core& core, std::optional<Step> supposition) {
  return core_of(meter, query_for(core.facts, core.parts, supposition), supposition);
}

std::optional<Core> prove_from_all(Meter& meter, const std::vector<Step>& facts, std::optional<Step> supposition) {
  return core_of(meter, query_for(facts, std::nullopt, supposition), supposition);
}

Minimised minimise(Meter& meter, Core core, std::optional<Step> supposition, const std::vector<Literal>& witness) {
  Rotation rotation(meter.model(), core, supposition);
  if (!witness.empty()) rotation.learn_by_supposing(witness);
  for (std::size_t m = 0; m < core.parts.size() + core.facts.size(); ++m) {
    if (rotation.necessary(m)) continue;
    const Core rest = without(core, m);
    CheckResult result = meter.check_to_minimise(query_for(rest.facts, rest.parts, supposition));
    if (result.truth == Truth::unknown) return {std::move(core), false};
    if (result.truth == Truth::unsat)
      return minimise(meter, cited(std::move(result.core), supposition), supposition, witness);
    rotation.learn(std::move(result.assignment));
  }
  return {std::move(core), true};
}

}  // namespace fastslow::solver
