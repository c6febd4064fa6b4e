// System 2's decision procedure: Z3 (QF_FD) behind the Solver port.
#pragma once

#include <memory>

#include "solver/solver.h"

namespace fastslow {

// The context stays warm between checks. `model` must outlive the solver.
std::unique_ptr<Solver> make_z3_solver(const Model& model);

}  // namespace fastslow
