// Searches from where a propagator stands, within a bound: what a solver tries before it asks a stronger one.
// (core/search.h counts and enumerates, and its branchings are what generators are measured by.)
#pragma once

#include <cstdint>
#include <vector>

#include "core/propagation.h"
#include "solver/solver.h"

namespace fastslow::solver {

struct DiveOptions {
  std::uint64_t max_effort = 0;  // literals settled, at most (it stops soon after)
  const std::vector<Literal>* near =
      nullptr;  // a solution of another question, whose values are tried first; may be null
  const std::vector<Literal>* apart_from = nullptr;  // a solution that is not to be found again; may be null
};

struct Dive {
  Truth truth = Truth::unknown;     // unsat: everything was tried
  std::vector<Literal> assignment;  // sat: the literal of each variable
  std::uint64_t effort = 0;
};

// Requires a propagator at its fixed point, without a conflict. Leaves it as it was.
Dive dive(const Model& model, Propagator& propagator, const DiveOptions& options);

// Failed-literal probing: places each open visible literal for a moment, and rules out those whose placing fails, until
// none does. What is settled stays on the propagator's trail.
// Requires a propagator at its fixed point, without a conflict.
struct Probing {
  bool consistent = true;  // false: nothing is possible any more
  std::uint64_t effort = 0;
};
Probing probe(const Model& model, Propagator& propagator, std::uint64_t max_effort);

}  // namespace fastslow::solver
