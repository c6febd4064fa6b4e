// Sudoku: every row, column and box holds each digit once. With a switch each:
//   diagonals   so do both diagonals ("X")
//   antiknight  cells a knight's move apart differ
//   jigsaw      pieces of any shape instead of boxes, where the puzzle has them
//   killer      cages of different digits with their sum, where the puzzle has them
//
// Sizes: box height x width gives the side; 4x4 (2x2 boxes), 6x6 (2x3), 9x9 (3x3), 16x16 (4x4); 25x25 (5x5) is read,
// too. A letter behind the size names a rule that is on: 9x9x diagonals, 9x9n antiknight, 9x9j jigsaw, 9x9k killer.
// Formats:
//   line    side*side characters in reading order; '.' or '0' empty, 1-9, then A-P (10 to 25). In front, in brackets,
//           what is not as usual: "[diagonals,antiknight]...", "[boxes:3x4]" (height x width), "[jigsaw:aabb/...]"
//           (rows of letters; neighbours with the same one share a piece), "[killer:aab./...:7,12,...]" (likewise, '.'
//           is in no cage; the sums in the order of the cages' first cells). "[jigsaw-off:...]" is switched off.
//   grid    the same over several lines; spaces, '|', '+' and '-' may separate, e.g. as printed by solvers
//   tatham  Simon Tatham's game IDs: "3x3:" (box columns x box rows) and runs of letters for gaps, with his letters x,
//           j and k for the rules. Box shapes other than the sizes above are read too, up to side 25.
#pragma once

#include "puzzles/family.h"

namespace fastslow::puzzles::sudoku {

Family family();

}  // namespace fastslow::puzzles::sudoku
