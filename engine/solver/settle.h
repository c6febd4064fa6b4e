// Many cells in one question.
#pragma once

#include <cstdint>
#include <vector>

#include "solver/reasoning.h"

namespace fastslow::solver {

// Which value each of `variables` must have, given the facts: a proof for each that has one, the first variable's first
// and the others in an order of ease. Each proof may rest on the steps proved before it.
struct Settlement {
  Finding finding = Finding::unknown;  // forced: there is a proof; undetermined: none of them is forced;
                                       // contradiction: the facts have no solution; unknown: nothing was found in time
  std::vector<Proof> proofs;
  std::uint64_t effort = 0;
};
Settlement settle(Solver& solver, const std::vector<Step>& facts, const std::vector<VariableId>& variables,
                  const Limits& limits);

}  // namespace fastslow::solver
