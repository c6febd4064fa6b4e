// Minesweeper: which of the covered squares hold a mine? A dug square tells how many of its neighbours do.
//
// Two things share one text: a position, where the clues shown decide every square, and the real game, where the text
// also holds the mines (masked, see mask.h) and digging reveals more. A game knows the number of mines; a position need
// not, as magazines print them: then any number may lie there that the clues allow, and each layout counts alike.
// Every square has a variable, so a game's literals never change: 1 is a mine, 0 is safe; a dug square is a given 0.
//
// Formats:
//   id      WIDTHxHEIGHTnMINES: and the squares in reading order: a digit for a dug square, '.' covered, '*' known to
//           be a mine, '-' known to be safe, '!' a mine that was dug; for a game then ';' and what Tatham's ID has
//           after its colon. A position without nMINES has no total.
//   tatham  game IDs of Simon Tatham's "mines": WIDTHxHEIGHT:x,y,mHEX (or u: not masked), x and y being the square
//           that is dug first. What has been dug since does not fit in; a position has no such form and stays "id".
//
// Sizes ending in "-game" are games; they need not be free of guesses. The others are positions with one solution.
#pragma once

#include "puzzles/family.h"

namespace fastslow::puzzles::minesweeper {

inline constexpr int kMaxMinesSide = 50;

Family family();

}  // namespace fastslow::puzzles::minesweeper
