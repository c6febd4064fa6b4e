// Cores: from a suggestion to a proof, and from a proof to a minimal one.
#pragma once

#include <optional>
#include <vector>

#include "solver/meter.h"
#include "solver/solver.h"

namespace fastslow::solver {

// Has the solver refute the supposition (or, without one, the facts) from this core alone. Gives the part of
// the core that the solver used; nothing if it is satisfiable or the budget runs out.
std::optional<Core> prove(Meter& meter, const Core& core, std::optional<Step> supposition);

// The same from all rules and these facts.
std::optional<Core> prove_from_all(Meter& meter, const std::vector<Step>& facts, std::optional<Step> supposition);

struct Minimised {
  Core core;
  bool minimal = false;  // every single member was shown to be necessary
};

// Requires that `core` with the supposition, if any, is unsatisfiable (nothing checks it: that would be the proof over
// again). Leaves members out until each one left
// is necessary, or the budget (for minimising, too) is spent.
// `witness`: an assignment (the literal of each variable) that meets all but the supposition; may be empty.
Minimised minimise(Meter& meter, Core core, std::optional<Step> supposition, const std::vector<Literal>& witness);

}  // namespace fastslow::solver
