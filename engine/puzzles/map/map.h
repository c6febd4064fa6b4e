// Map colouring: four colours, and regions that share a border differ.
//
// Sizes: width x height of the grid and the number of regions, e.g. 10x8n15.
// Formats:
//   grid    "6x5:aabbcc/...:1..3": rows of letters, a region for each letter, hanging together (once all 26 are in
//           use, a letter may come again far apart); then a colour 1-4 or '.' for each region, in order of its first
//           square
//   tatham  Simon Tatham's game IDs: "6x5n8:", run lengths of lines between squares, ",", colours 0-3 and gaps
#pragma once

#include "puzzles/family.h"

namespace fastslow::puzzles::map {

Family family();

}  // namespace fastslow::puzzles::map
