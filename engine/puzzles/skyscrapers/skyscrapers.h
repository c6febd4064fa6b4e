// Skyscrapers: a Latin square of building heights; a number at the edge tells how many buildings are seen from there,
// where taller ones hide lower ones behind them.
//
// Formats:
//   line    the board with its edges, row by row, parted by '/': "2.1/2...1/..1../....2/.2." is 3x3. The first and the
//           last row are the clues above and below, the others begin and end with the clues of their row; '.' is none.
//   tatham  Simon Tatham's game IDs ("towers"): the clues above, below, left and right, and, if there are values, a
//           comma and those with runs of letters for gaps: "3:2//1//2//2///1//2,d1d"
#pragma once

#include "puzzles/family.h"

namespace fastslow::puzzles::skyscrapers {

Family family();

}  // namespace fastslow::puzzles::skyscrapers
