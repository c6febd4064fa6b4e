// Exhaustive search with propagation: counts and enumerates solutions. Generators use it to keep a
// puzzle's solution unique; tests use it (and a plain enumeration without propagation) against Z3.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/model.h"
#include "core/random.h"
#include "core/state.h"

namespace fastslow {

struct SearchOptions {
  int limit = 1;                  // stop after this many solutions
  std::uint64_t max_nodes = 0;    // give up after this many branchings; 0: never
  Random* value_order = nullptr;  // shuffles the values tried (and breaks ties among variables) if given
};

struct SearchResult {
  std::vector<std::vector<Literal>> solutions;  // each: the literal of every variable, by VariableId
  bool exhausted = true;                        // false: stopped by `max_nodes`; there may be more, or any at all
  std::uint64_t nodes = 0;
};

// All solutions (up to the limit) of the model's givens plus `facts`.
SearchResult search(const Model& model, const std::vector<Step>& facts, SearchOptions options);

}  // namespace fastslow
