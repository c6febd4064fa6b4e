// The rules and the look of a Sudoku and its variants, declared once.
#pragma once

#include "puzzles/puzzle.h"
#include "puzzles/sudoku/text.h"

namespace fastslow::puzzles::sudoku {

// The rule switches, in the order in which they are listed.
inline constexpr std::string_view kDiagonals = "diagonals";
inline constexpr std::string_view kAntiknight = "antiknight";
inline constexpr std::string_view kJigsaw = "jigsaw";
inline constexpr std::string_view kKiller = "killer";

// Requires regions that `refuse_regions` has nothing against.
Puzzle declare_sudoku(const SudokuText& text);

}  // namespace fastslow::puzzles::sudoku
