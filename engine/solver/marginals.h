// In which share of all solutions does a literal hold? Exactly, by counting: what System 2 can say of a position
// where nothing is certain, such as the odds of a mine.
//
// Where every open variable has two values (and none is hidden), variables that no rule tells apart are counted
// together with binomial weights, and what is left is split into components that meet in the widest rule alone (a
// minesweeper's total number of mines); so a whole board of unknown squares costs little. Elsewhere the solutions are
// enumerated. Source of the splitting: the usual minesweeper probability calculation (e.g. C. Studholme, 2000).
#pragma once

#include <cstdint>
#include <vector>

#include "core/model.h"
#include "core/state.h"
#include "solver/solver.h"

namespace fastslow::solver {

struct Marginals {
  Truth truth = Truth::unknown;  // unsat: the facts are contradictory; unknown: counting took more than it may
  // sat: by literal, 0 .. 1. Settled and hidden literals are included; hidden ones only where enumerated.
  std::vector<double> shares;
  std::uint64_t nodes = 0;
};

// `max_nodes`: branchings allowed in all. `max_solutions`: of those that are listed; chosen by hand, a moment and not a
// wait.
inline constexpr int kListedSolutions = 20'000;
Marginals marginals(const Model& model, const std::vector<Step>& facts, std::uint64_t max_nodes,
                    int max_solutions = kListedSolutions);

}  // namespace fastslow::solver
