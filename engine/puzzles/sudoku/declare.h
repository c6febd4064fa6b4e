// The rules and the look of a Sudoku and its variants, declared once.
#pragma once

#include "puzzles/puzzle.h"
#include "puzzles/sudoku/text.h"

namespace fastslow::puzzles::sudoku {

// The rule switches, in the order in which they are listed and in which a size names them.
inline constexpr std::string_view kDiagonals = "diagonals";
inline constexpr std::string_view kAntiknight = "antiknight";
inline constexpr std::string_view kJigsaw = "jigsaw";
inline constexpr std::string_view kKiller = "killer";

// "9x9", and a letter for each of these rules: "9x9x" has diagonals.
Size sudoku_size(int side, const std::vector<std::string_view>& rules);

// Requires regions that `refuse_regions` has nothing against.
Puzzle declare_sudoku(const SudokuText& text);

}  // namespace fastslow::puzzles::sudoku
