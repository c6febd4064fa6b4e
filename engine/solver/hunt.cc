// Failed-literal probing, as look-ahead SAT solvers do it (Li and Anbulagan, 1997): suppose the opposite of a step,
// propagate, and if some part cannot be met, the step is forced. What a solver uses to prune its search serves here to
// find reasons that a reader can follow, so three depths are tried, the shallowest first: one group that settles the
// literal (`direct`), one supposition (`indirect`), one supposition and then both sides of a group that has two ways
// left (`by_cases`).
//
// The invariant between calls: the propagator stands at `base_`, the facts and their direct consequences, and every
// probe goes back there. The base is not propagated further, though the parts are enabled by then: they act only on
// what is settled later (see `Propagator::restrict_to`). So a probe reports what its own supposition leads to, and its
// trail is the raw material of the explanation (derivation.cc).
//
// `shrink` is deletion, the simplest way to a minimal unsatisfiable subset: leave one member out, and if propagation
// still refutes the supposition, go on with the members that this refutation used. One pass is enough, because
// propagation is monotone: a member that a larger set could not spare no smaller one can. Parts go before facts, as the
// number of rules is what makes a proof hard to read. The result is minimal for propagation; for the solver it may not
// be (cores.cc).
#include "solver/hunt.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

#include "core/consequences.h"
#include "core/index.h"

namespace fastslow::solver {
namespace {

State with_facts(const Model& model, const std::vector<Step>& facts) {
  State state = initial_state(model);
  for (const Step fact : facts) state.marks[at(fact.literal)] = fact.place ? Mark::placed : Mark::ruled_out;
  return state;
}

template <class T>
std::vector<T> without(const std::vector<T>& items, std::size_t position) {
  std::vector<T> rest = items;
  rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(position));
  return rest;
}

Core united(const Core& a, const Core& b) {
  Core both;
  std::set_union(a.parts.begin(), a.parts.end(), b.parts.begin(), b.parts.end(), std::back_inserter(both.parts));
  std::set_union(a.facts.begin(), a.facts.end(), b.facts.begin(), b.facts.end(), std::back_inserter(both.facts),
                 [](Step x, Step y) { return x.literal < y.literal; });
  return both;
}

}  // namespace

bool is_smaller(const Core& a, const Core& b) {
  return std::pair(a.parts.size(), a.facts.size()) < std::pair(b.parts.size(), b.facts.size());
}

// The base is the facts and their *direct* consequences only, so that a probe explores outward from its own
// supposition and does not wade through whatever else is forced on the board.
Hunt::Hunt(const Model& model, const std::vector<Step>& facts)
    : model_(model), everything_{rule_parts(model), facts}, propagator_(model), replay_(model) {
  assert(
      std::none_of(facts.begin(), facts.end(), [&](Step fact) { return fact.place && model.is_given(fact.literal); }));
  roots_.facts.assign(at(model.literal_count()), Mark::open);
  for (const Step fact : facts) roots_.facts[at(fact.literal)] = fact.place ? Mark::placed : Mark::ruled_out;
  const DirectExclusions direct = direct_exclusions(model, with_facts(model, facts));
  // Domains only: direct consequences are taken from outside, not derived by chains of rules.
  propagator_.restrict_to({});
  for (const Step fact : facts) consistent_ = propagator_.assume(fact) && consistent_;
  consistent_ = consistent_ && propagator_.propagate();
  for (Literal l = 0; l < model.literal_count(); ++l) {
    if (direct.marks[at(l)] == Mark::ruled_out) {
      consistent_ = propagator_.assume({l, false}, direct.parts[at(l)]) && consistent_;
    }
    if (direct.marks[at(l)] == Mark::open && !model.is_hidden(l)) open_.push_back(l);
  }
  consistent_ = consistent_ && propagator_.propagate();
  propagator_.restrict_to(everything_.parts);
  if (model.has_hidden() && consistent_) consistent_ = settle_hidden();
  base_ = propagator_.depth();
}

// Hidden literals belong to the base as well: they only say again what the facts say.
bool Hunt::settle_hidden() {
  assert(consistent_);
  propagator_.settle_only_hidden(true);
  propagator_.look_again();
  const bool fine = propagator_.propagate();
  propagator_.settle_only_hidden(false);
  return fine;
}

// Whether the group cannot be filled without `literal`.
bool Hunt::needs(GroupId g, Literal literal) const {
  const Group& group = model_.group(g);
  if (group.is_weighted()) return false;
  const auto possible = std::count_if(group.literals.begin(), group.literals.end(), [&](Literal l) {
    return l != literal && propagator_.mark(l) != Mark::ruled_out;
  });
  return possible < group.at_least;
}

std::optional<Core> Hunt::direct(Step step) {
  assert(consistent_);
  const Mark mark = propagator_.mark(step.literal);
  const bool known = propagator_.reason(step.literal) == kNoPart && mark != Mark::open;
  if (known || !step.place) {
    if (mark != (step.place ? Mark::placed : Mark::ruled_out)) return std::nullopt;
    return derive_settled(model_, propagator_, roots_, step.literal).core;
  }
  std::optional<Core> best;
  for (const GroupId g : model_.groups_of(step.literal)) {
    if (!needs(g, step.literal)) continue;
    Core core = derive_settled(model_, propagator_, roots_, step.literal, lower_part(g)).core;
    if (!best || is_smaller(core, *best)) best = std::move(core);
  }
  return best;
}

Hunt::Probe Hunt::probe(Step step) {
  assert(consistent_ && propagator_.depth() == base_);
  const bool fails = !propagator_.assume(negated(step)) || !propagator_.propagate();
  const int reach = propagator_.depth() - base_;
  propagator_.backtrack(base_);
  return {fails, reach};
}

std::optional<Core> Hunt::indirect(Step step) {
  assert(consistent_ && propagator_.depth() == base_);
  roots_.supposed = {step.literal};
  std::optional<Core> core;
  if (propagator_.assume(negated(step)) && !propagator_.propagate()) {
    core = derive_conflict(model_, propagator_, roots_, propagator_.conflict()).core;
  }
  propagator_.backtrack(base_);
  roots_.supposed.clear();
  return core;
}

std::optional<Core> Hunt::by_cases(Step step) {
  assert(consistent_ && propagator_.depth() == base_);
  std::optional<Core> best;
  roots_.supposed = {step.literal};
  if (propagator_.assume(negated(step)) && propagator_.propagate()) {
    std::map<Literal, std::optional<Core>> cases;
    for (GroupId g = 0; g < model_.group_count(); ++g) {
      // Two literals open, and one more must hold: the cases are complete.
      if (model_.group(g).is_weighted() || propagator_.open_count(g) != 2 ||
          propagator_.placed_count(g) + 1 != model_.group(g).at_least)
        continue;
      if (auto core = split(g, cases); core && (!best || is_smaller(*core, *best))) best = std::move(core);
    }
  }
  propagator_.backtrack(base_);
  roots_.supposed.clear();
  return best;
}

// Refutes both literals that `group` still has open, of which one must hold. Each is tried once for all groups.
std::optional<Core> Hunt::split(GroupId group, std::map<Literal, std::optional<Core>>& cases) {
  Core all;
  for (const Literal l : model_.group(group).literals) {
    if (propagator_.mark(l) != Mark::open) continue;
    auto known = cases.find(l);
    if (known == cases.end()) known = cases.emplace(l, fail(l)).first;
    if (!known->second) return std::nullopt;
    all = united(all, *known->second);
  }
  return united(all, derive_conflict(model_, propagator_, roots_, lower_part(group)).core);
}

// Why `literal` cannot be placed on top of what is settled; leaves the propagator as it was.
std::optional<Core> Hunt::fail(Literal literal) {
  const int depth = propagator_.depth();
  std::optional<Core> core;
  roots_.supposed.push_back(literal);
  if (propagator_.assume({literal, true}) && !propagator_.propagate()) {
    core = derive_conflict(model_, propagator_, roots_, propagator_.conflict()).core;
  }
  roots_.supposed.pop_back();
  propagator_.backtrack(depth);
  return core;
}

std::optional<Core> Hunt::suggest(Step step) {
  if (!consistent()) return std::nullopt;
  auto core = direct(step);
  if (!core) core = indirect(step);
  if (core) return shrink(std::move(*core), negated(step));
  return by_cases(step);
}

Core Hunt::shrink(Core core, std::optional<Step> supposition) {
  for (std::size_t i = 0; i < core.parts.size();) {
    const auto smaller = replay_.refute({without(core.parts, i), core.facts}, supposition);
    if (smaller) {
      core = smaller->core;
    } else {
      ++i;
    }
  }
  for (std::size_t i = 0; i < core.facts.size();) {
    const auto smaller = replay_.refute({core.parts, without(core.facts, i)}, supposition);
    if (smaller) {
      core = smaller->core;
    } else {
      ++i;
    }
  }
  return core;
}

std::optional<Core> Hunt::contradiction() {
  const auto refutation = replay_.refute(everything_, std::nullopt);
  if (!refutation) return std::nullopt;
  return shrink(refutation->core, std::nullopt);
}

}  // namespace fastslow::solver
