// Leaving clues out of a finished puzzle: what most generators end with.
#pragma once

#include <functional>
#include <vector>

#include "core/model.h"
#include "core/random.h"
#include "puzzles/family.h"

namespace fastslow::puzzles {

// Which of `count` clues to keep. In random order, a clue is left out if `suffices(kept, clue)` says that the rest,
// which `kept` tells, still determine the solution without `clue`. `hard` keeps no clue that can go; easier levels put
// some of them back.
std::vector<bool> reduce(std::size_t count, Level level, Random& random,
                         const std::function<bool(const std::vector<bool>& kept, std::size_t clue)>& suffices);

// Whether the search shows, within `max_nodes` branchings, that there is exactly one solution.
bool has_one_solution(const Model& model, std::uint64_t max_nodes);

}  // namespace fastslow::puzzles
