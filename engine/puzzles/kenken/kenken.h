// KenKen (Calcudoku): a Latin square with cages whose values give a number by one of the four operations.
//
// Formats:
//   line    "aab/cab/ddd;12x,2-,1,6+;3........" is 3x3: rows of letters (neighbours with the same letter share a cage),
//           the cages' clues in the order of their first cells ("4" alone for a cage of one cell; "-" and "/" only for
//           two cells), and, if there are any, the values in reading order
//   tatham  Simon Tatham's game IDs ("keen"): "4:aa__a...,m6a5s2"
#pragma once

#include "puzzles/family.h"

namespace fastslow::puzzles::kenken {

Family family();

}  // namespace fastslow::puzzles::kenken
