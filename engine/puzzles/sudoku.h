// Sudoku: every row, column and box holds each digit once.
//
// Sizes: box height x width gives the side; 4x4 (2x2 boxes), 6x6 (2x3), 9x9 (3x3), 16x16 (4x4).
// Formats:
//   line    side*side characters in reading order; '.' or '0' empty, 1-9, then A-G (10 to 16)
//   grid    the same over several lines; spaces, '|', '+' and '-' may separate, e.g. as printed by solvers
//   tatham  Simon Tatham's game IDs: "3x3:" (box columns x box rows) and runs of letters for gaps. Box
//           shapes other than the sizes above are read too, up to side 16.
#pragma once

#include "puzzles/family.h"

namespace fastslow {

Family sudoku_family();

}  // namespace fastslow
