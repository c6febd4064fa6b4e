// What System 2 can be asked. Pure functions of (solver, facts, limits): each is a sequence of
// `Solver::check` calls and adds no knowledge of any puzzle family. Every claim that something
// is forced or impossible ends in an `unsat` of the solver itself; propagation (core/propagation.h)
// is used only to decide where to look and to narrate what the solver has proved.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/search.h"
#include "core/state.h"
#include "solver/solver.h"

namespace fastslow::solver {

struct Proof;

// Bounds for one request; 0: unlimited.
struct Limits {
  std::uint64_t total = 0;    // effort of all its checks together
  int minimising_checks = 0;  // checks spent on leaving members out of a core: a proof of a hundred rules is read by
                              // nobody, so making it minimal may not be worth the wait (`Proof::minimal` tells)
  // Told of a proof as soon as there is one, before it is made shorter. Changes nothing of what is asked or answered.
  std::function<void(const Proof&)> draft{};
};

struct Solution {
  Truth truth = Truth::unknown;
  std::vector<Literal> assignment;  // as in CheckResult
  std::uint64_t effort = 0;
};

// One solution that agrees with the facts.
Solution solve(Solver& solver, const std::vector<Step>& facts, const Limits& limits);

enum class Count { none, one, several, unknown };
struct Uniqueness {
  Count count = Count::unknown;
  std::vector<Literal> first;   // one, several
  std::vector<Literal> second;  // several: a different solution
  std::uint64_t effort = 0;
};
Uniqueness uniqueness(Solver& solver, const std::vector<Step>& facts, const Limits& limits);

// What a search for at least two solutions has settled: one that was stopped has shown the solutions it found, and
// nothing else.
Count count_in(const SearchResult& found);

// Every visible literal that has the same truth in all solutions and is neither a given nor a fact, ascending
// (hence also those that placed values exclude directly); by assumption checks, with each model found pruning
// the candidates. `complete` is false if the budget ran out or the facts are contradictory.
struct Backbone {
  Truth truth = Truth::unknown;  // of the facts themselves
  bool complete = false;
  std::vector<Step> steps;
  std::uint64_t effort = 0;
};
Backbone backbone(Solver& solver, const std::vector<Step>& facts, const Limits& limits);

// A forced step with the reason for it: `core` plus the negation of `step` is unsatisfiable, and
// (if `minimal`) no part and no fact of it can be left out.
struct Proof {
  Step step;
  Core core;
  bool minimal = false;
};

// Is `literal` forced true, forced false, or open, given the facts?
enum class Finding { forced, refuted, undetermined, contradiction, unknown };
struct Examination {
  Finding finding = Finding::unknown;
  std::optional<Proof> proof;  // forced, refuted
  std::uint64_t effort = 0;
};
Examination examine(Solver& solver, const std::vector<Step>& facts, Literal literal, const Limits& limits);

// Which of the guesses cannot stand. `guesses` are steps nobody proved, oldest first; facts that were proved
// from them are left out by the caller.
struct Diagnosis {
  Truth truth = Truth::unknown;  // unsat: contradictory, and `core` and `wrong` are set
  Core core;                     // its facts are guesses
  bool minimal = false;          // of `core`, as in Proof
  // The guesses of the core to take back, each with a proof of its opposite: those that are impossible on their
  // own, or, if there is none, the latest (whose proof then rests on the others). None if the givens
  // themselves are contradictory.
  std::vector<Proof> wrong;
  std::uint64_t effort = 0;
};
Diagnosis diagnose(Solver& solver, const std::vector<Step>& guesses, const Limits& limits);

}  // namespace fastslow::solver
