// What is left of a rule once some literals are settled: the same rule in terms of the open ones.
#pragma once

#include <vector>

#include "core/model.h"
#include "core/state.h"

namespace fastslow::solver {

// `group` without the settled literals, its bounds less what the placed ones bring. A bound that can no longer be
// missed is taken away (kNoLower, kNoUpper). Of a weighted group, the literals of each variable that is still open are
// those that it may still take, so what it can contribute is read from the rest alone, as from the whole.
Group open_rest(const Model& model, const Group& group, const std::vector<Mark>& settled);

// What propagation settles of the givens, by literal: under all rules, or under the domains alone, which always hold.
// Nothing is settled if it fails: whoever is told the whole is to say so.
std::vector<Mark> settled_by_givens(const Model& model, bool all_rules);

// One bound of a weighted group as an inequality with weights above 0: each variable contributes at least its smallest
// weight, so only the difference counts. The bound may be met by nothing, or by anything.
struct FromZero {
  std::vector<Literal> literals;
  std::vector<int> weights;
  int bound = 0;
};
FromZero from_zero(const Model& model, const Group& group, bool lower);

}  // namespace fastslow::solver
