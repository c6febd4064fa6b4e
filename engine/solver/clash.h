// Why a puzzle has no solution: which of its rules rule each other out, counted as their readers count them, by name.
#pragma once

#include <cstdint>
#include <vector>

#include "core/model.h"
#include "solver/reasoning.h"
#include "solver/solver.h"

namespace fastslow::solver {

struct Clash {
  Truth truth = Truth::unknown;  // of the puzzle itself: unsat, and only then are there rules
  std::vector<Name> rules;       // with the givens, these leave no solution
  bool minimal = false;          // without any one of them there is one: each was shown to be necessary
  std::uint64_t effort = 0;
};
Clash clash(Solver& solver, const Limits& limits);

}  // namespace fastslow::solver
