// Queens: as many queens as rows on a chess board, none attacking another; some stand already.
//
// Sizes: 5x5 to 10x10 are generated, 4x4 to 100x100 read.
// Formats:
//   line  "8x8:" and one character for each square in reading order: 'Q' queen, '-' no queen, '.' open
#pragma once

#include "puzzles/family.h"

namespace fastslow::puzzles::queens {

Family family();

}  // namespace fastslow::puzzles::queens
