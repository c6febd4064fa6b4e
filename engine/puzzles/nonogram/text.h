// The texts of nonograms, without their meaning.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace fastslow::puzzles::nonogram {

using Clue = std::vector<int>;  // lengths, in order; none: a blank line

struct NonogramText {
  int width = 0;
  int height = 0;
  std::vector<Clue> columns;
  std::vector<Clue> rows;
  std::vector<int> squares;  // in reading order: 1 painted, 0 blank, -1 unknown
  std::string format = "id";
};

// Problems: error.text.*, error.nonogram.side {limit}, error.nonogram.row {n}, error.nonogram.column {n},
// error.nonogram.lines.
Result<NonogramText> read_nonogram(std::string_view text);
std::string joined(const Clue& clue, char separator);
std::string write_nonogram(const NonogramText& text, std::string_view format);

}  // namespace fastslow::puzzles::nonogram
