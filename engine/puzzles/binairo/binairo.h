// Binairo (Takuzu): white and black discs, never three of one colour in a row, as many of each in every row and
// column. With the rule switch "unique", no two rows and no two columns are the same.
//
// Sizes: 4x4 to 10x10 are generated, even sides from 4 to 50 read, to 20 where all lines differ. What is generated has
// one solution, and the same one with "unique" switched on.
// Formats:
//   line    "8x8:" ("8x8u:" with "unique") and one character for each square in reading order: '0' white, '1' black,
//           '.' open
//   tatham  Simon Tatham's game IDs of Unruly, e.g. "8x8:cGCBedbCfaCbKbbAh"
#pragma once

#include "puzzles/family.h"

namespace fastslow::puzzles::binairo {

Family family();

}  // namespace fastslow::puzzles::binairo
