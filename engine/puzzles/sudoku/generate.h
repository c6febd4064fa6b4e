// Making Sudokus and their variants.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "puzzles/family.h"

namespace fastslow::puzzles::sudoku {

// Smallest first. A letter behind the size names the rule that is on: x diagonals, n antiknight, j jigsaw, k killer.
std::vector<std::string> sudoku_sizes();

Result<std::string> generate_sudoku(std::string_view size, Level level, std::uint64_t seed);

}  // namespace fastslow::puzzles::sudoku
