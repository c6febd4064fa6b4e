// Questions about a position, put as yes-or-no questions to a solver: can this be satisfied? They share two savings.
// The solution that comes with a "yes" answers other questions too: a literal that differs between two solutions is not
// forced. And what was proved once is assumed from then on, so later checks have less to find.
//
// `backbone` (the literals that are the same in all solutions) is the iterative algorithm with one test for each
// candidate that survives (Janota, Lynce and Marques-Silva, "Algorithms for Computing Backbones of Propositional
// Formulae", 2015).
//
// `diagnose` looks for whom to blame when guesses contradict the rules: a minimal core of guesses says which cannot all
// stand, not which is wrong. A guess that is impossible by itself certainly is. If there is none, any one of the core
// could go, and the latest goes, as it was made in view of the others. If several are impossible by themselves, all go,
// each with a proof of its own.
#include "solver/reasoning.h"

#include <algorithm>
#include <utility>

#include "core/index.h"
#include "solver/cores.h"
#include "solver/forced.h"
#include "solver/hunt.h"
#include "solver/meter.h"

namespace fastslow::solver {
namespace {

std::vector<Step> with(std::vector<Step> facts, Step step) {
  facts.push_back(step);
  return facts;
}

bool holds(const Model& model, const std::vector<Literal>& assignment, Literal literal) {
  return assignment[at(model.variable_of(literal))] == literal;
}

// The visible literals whose truth is not settled by the givens and the facts themselves.
std::vector<Literal> unsettled(const Model& model, const std::vector<Step>& facts) {
  std::vector<bool> settled(at(model.literal_count()), false);
  for (const Literal l : model.givens()) settled[at(l)] = true;
  for (const Step fact : facts) settled[at(fact.literal)] = true;
  std::vector<Literal> literals;
  for (Literal l = 0; l < model.literal_count(); ++l) {
    if (!settled[at(l)] && !model.is_hidden(l)) literals.push_back(l);
  }
  return literals;
}

}  // namespace

Solution solve(Solver& solver, const std::vector<Step>& facts, const Limits& limits) {
  Meter meter(solver, limits);
  CheckResult result = meter.check({.facts = facts});
  return {result.truth, std::move(result.assignment), meter.spent()};
}

Uniqueness uniqueness(Solver& solver, const std::vector<Step>& facts, const Limits& limits) {
  Meter meter(solver, limits);
  Uniqueness result;
  CheckResult first = meter.check({.facts = facts});
  if (first.truth == Truth::unsat) result.count = Count::none;
  if (first.truth == Truth::sat) {
    result.first = std::move(first.assignment);
    CheckResult other = meter.check({.facts = facts, .apart_from = result.first});
    result.count = other.truth == Truth::unsat ? Count::one
                   : other.truth == Truth::sat ? Count::several
                                               : Count::unknown;
    result.second = std::move(other.assignment);
  }
  result.effort = meter.spent();
  return result;
}

Count count_in(const SearchResult& found) {
  if (found.solutions.size() > 1) return Count::several;
  if (!found.exhausted) return Count::unknown;
  return found.solutions.empty() ? Count::none : Count::one;
}

Backbone backbone(Solver& solver, const std::vector<Step>& facts, const Limits& limits) {
  const Model& model = solver.model();
  Meter meter(solver, limits);
  Backbone result;
  const CheckResult first = meter.check({.facts = facts});
  result.truth = first.truth;
  result.complete = first.truth == Truth::sat;
  std::vector<Step> candidates;
  if (first.truth == Truth::sat) {
    for (const Literal l : unsettled(model, facts)) candidates.push_back({l, holds(model, first.assignment, l)});
  }
  // Placements first: one that is forced settles its whole variable.
  std::stable_partition(candidates.begin(), candidates.end(), [](Step step) { return step.place; });
  // Proved steps join the facts: they change no answer, and the solver need not find them again.
  std::vector<Step> known = facts;
  while (!candidates.empty() && result.complete) {
    const Step step = candidates.front();
    candidates.erase(candidates.begin());
    const CheckResult other = meter.check({.facts = with(known, negated(step))});
    if (other.truth == Truth::sat) {
      std::erase_if(candidates, [&](Step c) { return holds(model, other.assignment, c.literal) != c.place; });
    } else if (other.truth == Truth::unsat) {
      known.push_back(step);
      result.steps.push_back(step);
    } else {
      result.complete = false;
    }
  }
  std::sort(result.steps.begin(), result.steps.end(), [](Step a, Step b) { return a.literal < b.literal; });
  result.effort = meter.spent();
  return result;
}

Examination examine(Solver& solver, const std::vector<Step>& facts, Literal literal, const Limits& limits) {
  Meter meter(solver, limits);
  Examination result;
  const CheckResult placed = meter.check({.facts = with(facts, {literal, true})});
  const CheckResult ruled_out = meter.check({.facts = with(facts, {literal, false})});
  if (placed.truth != Truth::unknown && ruled_out.truth != Truth::unknown) {
    const bool can = placed.truth == Truth::sat;
    const bool need_not = ruled_out.truth == Truth::sat;
    result.finding = can && need_not ? Finding::undetermined
                     : can           ? Finding::forced
                     : need_not      ? Finding::refuted
                                     : Finding::contradiction;
    if (can != need_not) {
      const std::vector<Literal>& witness = can ? placed.assignment : ruled_out.assignment;
      Hunt hunt(solver.model(), beyond_givens(solver.model(), facts));
      result.proof = prove_forced(meter, hunt, facts, {literal, can}, witness);
      if (!result.proof) result.finding = Finding::unknown;
    }
  }
  result.effort = meter.spent();
  return result;
}

namespace {

// A proof that rests on the other guesses of the core.
Proof refute_beside(const Diagnosis& diagnosis, Step guess) {
  Proof proof{negated(guess), diagnosis.core, diagnosis.minimal};
  std::erase(proof.core.facts, guess);
  return proof;
}

// The guesses of the core that no solution agrees with, oldest first.
std::vector<Step> impossible_alone(Meter& meter, const std::vector<Step>& guesses, const Core& core) {
  std::vector<Step> impossible;
  for (const Step guess : guesses) {
    const bool cited = std::find(core.facts.begin(), core.facts.end(), guess) != core.facts.end();
    if (cited && meter.check({.facts = {guess}}).truth == Truth::unsat) impossible.push_back(guess);
  }
  return impossible;
}

std::vector<Proof> blame(Meter& meter, const std::vector<Step>& guesses, const Diagnosis& diagnosis) {
  std::vector<Step> impossible = impossible_alone(meter, guesses, diagnosis.core);
  if (impossible.empty()) {
    const auto latest =
        std::find_first_of(guesses.rbegin(), guesses.rend(), diagnosis.core.facts.begin(), diagnosis.core.facts.end());
    if (latest == guesses.rend()) return {};
    return {refute_beside(diagnosis, *latest)};
  }
  if (impossible.size() == 1) return {refute_beside(diagnosis, impossible.front())};
  // They fall together, so none may be refuted by another.
  const std::vector<Literal> solution = meter.check({}).assignment;
  Hunt hunt(meter.model(), {});
  std::vector<Proof> wrong;
  for (const Step guess : impossible) {
    const auto alone = prove_forced(meter, hunt, {}, negated(guess), solution);
    wrong.push_back(alone ? *alone : refute_beside(diagnosis, guess));
  }
  return wrong;
}

}  // namespace

Diagnosis diagnose(Solver& solver, const std::vector<Step>& guesses, const Limits& limits) {
  Meter meter(solver, limits);
  Diagnosis result;
  result.truth = meter.check({.facts = guesses}).truth;
  if (result.truth == Truth::unsat) {
    if (auto core = contradiction_core(meter, beyond_givens(solver.model(), guesses))) {
      Minimised minimised = minimise_rules(meter, std::move(*core), std::nullopt, {});
      result.core = std::move(minimised.core);
      result.minimal = minimised.minimal;
      result.wrong = blame(meter, guesses, result);
    } else {
      result.truth = Truth::unknown;
    }
  }
  result.effort = meter.spent();
  return result;
}

}  // namespace fastslow::solver
