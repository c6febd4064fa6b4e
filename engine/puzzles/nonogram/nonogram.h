// Nonogram (picross, griddler; Simon Tatham's "pattern"): paint squares so that the blocks in each row and column
// have the lengths that its clue lists, in order, with at least one blank square between them.
//
// Formats:
//   id      WIDTHxHEIGHT:clues of the columns, then of the rows, separated by '/', numbers by '.'; then, if squares are
//           known, ';' and WIDTH * HEIGHT characters in reading order: '#' painted, '-' blank, '.' unknown
//   tatham  the same without the known squares: game IDs of "pattern"
//   non     the text format of Steve Simpson's collections: lines "width", "height", "rows", "columns", one clue a
//           line, numbers separated by commas ("0" or nothing: an empty line); other lines ("title", "goal", ...) are
//           skipped
#pragma once

#include "puzzles/family.h"

namespace fastslow::puzzles::nonogram {

inline constexpr int kMaxNonogramSide = 75;

Family family();

}  // namespace fastslow::puzzles::nonogram
