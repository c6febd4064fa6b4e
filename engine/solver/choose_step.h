// The next step that is easiest to explain, proved.
#pragma once

#include <optional>
#include <vector>

#include "solver/reasoning.h"

namespace fastslow::solver {

// The easiest forced step: smallest core first (fewest parts, then fewest facts), placements before
// eliminations at equal size, `prefer` before others at equal size, then the lowest literal.
// Direct eliminations (see direct_marks) are not steps. Where unit propagation finds no refutation,
// the solver itself tries open literals until the budget is spent.
// `insist`: that `prefer` is placed comes before all others, however easy, if propagation sees why.
// Source of the idea: Demystify (Espasa, Gent, Hoffmann, Jefferson, Lynch, 2021).
struct Choice {
  Finding finding = Finding::unknown;  // forced: `proof` is set; contradiction: facts have no solution;
                                       // undetermined: nothing is forced (several solutions)
  std::optional<Proof> proof;
  std::uint64_t effort = 0;
};
Choice choose_step(Solver& solver, const std::vector<Step>& facts, std::optional<Literal> prefer, const Limits& limits,
                   bool insist = false);

}  // namespace fastslow::solver
