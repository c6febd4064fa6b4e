// System 2's decision procedure: Z3 behind the Solver port.
#pragma once

#include <memory>

#include "solver/solver.h"

namespace fastslow::solver {

// How a model is told to Z3. With the defaults every family is solved quickly, if not always quickest
// (tests/bench/README.md has the times); a bench tries the others.
struct Z3Encoding {
  const char* logic = "QF_FD";       // "": Z3's general solver
  const char* counts = "circuit";    // cardinality.encoding: adders
  bool at_most_one_by_pairs = true;  // else as a count
  bool implications = true;          // for sums of two variables, else pseudo-Boolean inequalities
};

// What ships: Z3 is asked what propagation and a short search leave open (presolve.h).
std::unique_ptr<Solver> make_presolved_z3_solver(const Model& model);

// Z3 alone. The context stays warm between checks. `model` must outlive the solver.
std::unique_ptr<Solver> make_z3_solver(const Model& model);
std::unique_ptr<Solver> make_z3_solver_with(const Model& model, const Z3Encoding& encoding);

}  // namespace fastslow::solver
