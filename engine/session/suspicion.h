// Values that are suspected to be wrong: how many of them can be at once.
#pragma once

#include <span>
#include <vector>

#include "core/consequences.h"

namespace fastslow::session {

// Of `values`, taken in their order, each after which no rule is visibly broken and some value may still be placed
// where it and all taken before are ruled out. Requires a state of `model`.
std::vector<Literal> all_that_fit(const Model& model, State state, std::span<const Literal> values);

}  // namespace fastslow::session
