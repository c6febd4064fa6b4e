// Light Up (Akari): lamps on white squares light their row and column up to the next wall. Every white square is lit,
// no lamp lights another, and a number on a wall counts the lamps next to it.
//
// Sizes: 5x5 to 10x10 are generated, sides from 2 to 50 read.
// Formats:
//   line    "7x7:" and one character for each square in reading order: '.' open, 'L' lamp, '-' no lamp, 'B' wall,
//           '0' to '4' wall with a number
//   tatham  Simon Tatham's game IDs, e.g. "7x7:d1d1d2d2d0d1d1d0d0d"
#pragma once

#include "puzzles/family.h"

namespace fastslow::puzzles::lightup {

Family family();

}  // namespace fastslow::puzzles::lightup
