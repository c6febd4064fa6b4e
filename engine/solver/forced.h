// Proving one given step.
#pragma once

#include <optional>
#include <vector>

#include "solver/cores.h"
#include "solver/hunt.h"
#include "solver/meter.h"
#include "solver/reasoning.h"

namespace fastslow::solver {

// `facts` without repeats and without what the givens say already.
std::vector<Step> beyond_givens(const Model& model, const std::vector<Step>& facts);

// Leaves out of a core what is not needed: single members (`minimise`, with the same requirements), and then whole
// rules.
Minimised minimise_rules(Meter& meter, Core core, std::optional<Step> supposition, const std::vector<Literal>& witness);

// The same, of a core that refutes the opposite of `step`. Where a value that stands on the board (`facts`: the
// position's) rules something out by a rule of the core, it is cited instead of the elimination.
Proof minimal_proof(Meter& meter, const Core& core, const std::vector<Step>& facts, Step step,
                    const std::vector<Literal>& witness);

// The reason for a forced step; nothing if it is not forced or the budget ends before it is proved.
// `hunt`: of the position that `facts` make. `witness`: as for `minimise`.
std::optional<Proof> prove_forced(Meter& meter, Hunt& hunt, const std::vector<Step>& facts, Step step,
                                  const std::vector<Literal>& witness);

// The same where the hunt sees why the step is forced; otherwise nothing. Needs no witness, if none is at hand.
std::optional<Proof> prove_if_seen(Meter& meter, Hunt& hunt, Step step, const std::vector<Literal>& witness);

// A core of facts that contradict the rules, not yet minimal: what propagation sees, else what the solver finds.
// Nothing if they do not, or if the budget runs out.
std::optional<Core> contradiction_core(Meter& meter, const std::vector<Step>& facts);

}  // namespace fastslow::solver
