// Einstein's riddle: houses in a row, and who lives, drinks, keeps and plays where, told in clues.
//
// Sizes: houses x categories, e.g. 5x5.
// Formats:
//   line  "5x5:english=red;norwegian=1;ivory-green;chess~fox:.1.../...": the size; clues; then, if anything is known,
//         a row for each category with the number of its item in each house, or '.'. Clues are
//           red=coffee  in the same house         red!coffee   not in the same house
//           red=1       in house 1                red!1        not in house 1
//           red=end     at one end of the row     red(fox)tea  the fox is somewhere between red and tea
//           red-green   red directly to the left  red..green   red somewhere to the left     red~fox  next door
//         Last, behind a bar, an author may say what the categories and what is in them are called, in the order that
//         the items are numbered in; clues then use these words:
//         "3x2:Ann=cat;dog-Ben|Person:Ann,Ben,Cy/Pet:cat,dog,fox". A category that is left empty keeps the words above.
#pragma once

#include "puzzles/family.h"

namespace fastslow::puzzles::zebra {

Family family();

}  // namespace fastslow::puzzles::zebra
