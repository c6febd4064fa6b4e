// The written forms of a Sudoku (see sudoku.h), apart from its rules.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace fastslow {

struct BoxShape {
  int height = 0;
  int width = 0;

  [[nodiscard]] int side() const { return height * width; }
  [[nodiscard]] std::size_t cells() const {
    return static_cast<std::size_t>(side()) * static_cast<std::size_t>(side());
  }
};

struct SudokuText {
  BoxShape box;
  std::vector<int> values;  // side * side in reading order, 0 where empty
  std::string_view format;  // "line", "grid" or "tatham"
};

// "9x9" -> {3, 3}; nothing for a size the family does not offer.
std::optional<BoxShape> box_of_size(std::string_view size);

// 1-9, then A for 10 and so on.
char symbol_of(int value);

// Any of the forms. Problems: error.sudoku.length, error.text.too_long, error.text.character,
// error.sudoku.value, error.tatham.* .
Result<SudokuText> read_sudoku(std::string_view text);

// In `text.format`, which refers to static text. Box shapes that have no other form are always written as
// Tatham's.
std::string write_sudoku(const SudokuText& text);

}  // namespace fastslow
