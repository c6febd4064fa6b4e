// Making Sudokus and their variants.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "puzzles/family.h"

namespace fastslow::puzzles::sudoku {

// What the generator makes, smallest first.
std::vector<Size> sudoku_sizes();

// `size` is one of these.
std::string make_sudoku(const Size& size, Level level, std::uint64_t seed);

}  // namespace fastslow::puzzles::sudoku
