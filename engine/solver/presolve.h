// A solver that settles what propagation and a short search can, and asks another only for the rest.
//
// Contract (beyond solver.h)
//   - A core is claimed here only where propagation from the query's own parts and facts fails: it is read off that
//     propagation (derivation.h), so whoever replays the core finds the same conflict. What takes cases is left to
//     `rest`.
//   - Without a core, `unsat` also means that a search of few branchings has tried everything.
//   - Solutions need no such care: each has been checked by propagation, to the last group.
//   - Effort is the number of literals settled, then whatever `rest` counts. `rest` is made when it is first needed.
//   - Deterministic, and the same natively and in WebAssembly as far as `rest` is not asked.
#pragma once

#include <memory>

#include "solver/solver.h"

namespace fastslow::solver {

// `model` must outlive the solver.
std::unique_ptr<Solver> make_presolved(const Model& model, SolverFactory rest);

}  // namespace fastslow::solver
