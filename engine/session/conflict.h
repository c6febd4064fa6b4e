// What there is to say of a position in which some rule can visibly not be met any more.
#pragma once

#include <set>
#include <vector>

#include "session/history.h"

namespace fastslow::session {

struct Conflict {
  // The broken parts that are worth saying. Too much of one thing leaves too little room for others, so where an
  // upper bound is exceeded the lower bounds that fail with it are not mentioned.
  std::vector<PartId> parts;
  // The visible cells that show it: of an exceeded bound those that make it too much, of an unreachable one those
  // that are still open.
  std::set<VariableId> cells;
};

// Empty where nothing is broken.
Conflict conflict_in(const Position& position);

// The visible cells that show that one part is broken, as above.
std::set<VariableId> cells_showing(const Model& model, const State& state, PartId part);

}  // namespace fastslow::session
