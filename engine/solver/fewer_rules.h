// Rules as their readers count them: by name. One rule may have many parts (a nonogram's clue, what is seen from an
// edge), so a core without a part to spare may still cite a rule to spare, where other parts of the others do as well.
#pragma once

#include <optional>
#include <vector>

#include "core/model.h"
#include "solver/solver.h"

namespace fastslow::solver {

// The rules that a core cites, each once, in its order.
std::vector<Name> rules_of(const Model& model, const Core& core);

// By rule: all its parts that say anything.
std::vector<std::vector<PartId>> parts_of(const Model& model, const std::vector<Name>& rules);

// A core that refutes the supposition (or, without one, the facts) with fewer rules, all of them among those of `core`,
// and with no other facts; nothing if propagation sees none. A suggestion: whoever claims it has a solver prove it.
std::optional<Core> with_fewer_rules(const Model& model, const Core& core, std::optional<Step> supposition);

}  // namespace fastslow::solver
