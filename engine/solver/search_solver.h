// The Solver port by exhaustive search: the independent second opinion of the tests, for small models.
#pragma once

#include <memory>

#include "solver/solver.h"

namespace fastslow::solver {

// Effort is counted in branchings, plus one per check. Cores are found by deletion and are minimal, unless the
// budget ends first. `model` must outlive the solver.
std::unique_ptr<Solver> make_search_solver(const Model& model);

}  // namespace fastslow::solver
