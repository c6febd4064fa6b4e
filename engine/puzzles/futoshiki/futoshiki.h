// Futoshiki: a Latin square with signs between neighbours. Two modes:
//   less      "<" points to the smaller of the two; any pair may stand without a sign
//   adjacent  a bar stands between two neighbours exactly if their values differ by one
//
// Formats:
//   line    rows of cells and, between them, rows of signs, parted by '/'. A row of cells has '.' or a value for each
//           cell and '<' or '>' between two where there is a sign: "1.<./v./..2/.^/..." is 3x3. A row of signs has 'v'
//           (greater above), '^' (less above) or '.' for each column; dots at its end are left out. In the other mode
//           "adjacent:" comes first, and all bars are '-': "adjacent:.-.2/-/...//...".
//   tatham  Simon Tatham's game IDs ("unequal"): "5:0,0D,3RU,...", "5a:..." for the mode with bars
#pragma once

#include "puzzles/family.h"

namespace fastslow::puzzles::futoshiki {

Family family();

}  // namespace fastslow::puzzles::futoshiki
