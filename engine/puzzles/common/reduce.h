// Leaving clues out of a finished puzzle: what most generators end with.
#pragma once

#include <cstdint>
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

// The same where the clues are values of the model's solution, given as literals: a clue can go if, with its value
// forbidden, the search finds no other solution within `max_nodes` branchings (0: however many it takes).
std::vector<bool> reduce_givens(const Model& model, const std::vector<Literal>& clues, Level level, Random& random,
                                std::uint64_t max_nodes);

// Whether the search shows, within `max_nodes` branchings, that there is exactly one solution.
bool has_one_solution(const Model& model, std::uint64_t max_nodes);

}  // namespace fastslow::puzzles
