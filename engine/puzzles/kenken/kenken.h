// KenKen (Calcudoku): a Latin square with cages whose values give a number by one of the four operations.
//
// Formats:
//   line    "aab/cab/ddd;12x,2-,1,6+;3........" is 3x3: rows of letters (neighbours with the same letter share a cage),
//           the cages' clues in the order of their first cells, and, if there are any, the values in reading order. A
//           number alone is the value of a cage of one cell; on a larger cage it leaves the operation open
//   tatham  Simon Tatham's game IDs ("keen"): "4:aa__a...,m6a5s2". It knows an operation for every cage, and "-" and
//   "/"
//           on two cells only; a puzzle with other cages stays "line"
//
// "-" and "/" begin with the largest value and take the others from it, on however many cells ("How do subtraction and
// division work in calcudoku?", clarity-media.co.uk/puzzle-strategy/subtraction-division-calcudoku, which also tells
// that KenKen proper has them on two cells only).
#pragma once

#include "puzzles/family.h"

namespace fastslow::puzzles::kenken {

Family family();

}  // namespace fastslow::puzzles::kenken
