// The written forms of a Sudoku (see sudoku.h), apart from its rules.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "puzzles/common/latin_regions.h"

namespace fastslow::puzzles::sudoku {

struct BoxShape {
  int height = 0;
  int width = 0;

  bool operator==(const BoxShape&) const = default;
  [[nodiscard]] int side() const { return height * width; }
  [[nodiscard]] std::size_t cells() const {
    return static_cast<std::size_t>(side()) * static_cast<std::size_t>(side());
  }
};

struct SudokuText {
  BoxShape box;
  std::vector<int> values;  // side * side in reading order, 0 where empty
  std::string_view format;  // "line", "grid" or "tatham"
  bool diagonals = false;   // each diagonal holds each value once
  bool antiknight = false;  // no two equal values a knight's move apart
  bool jigsaw = false;      // `pieces` instead of boxes
  bool killer = false;      // `cages` hold
  Regions pieces{};         // empty if the puzzle has none
  Regions cages{};          // likewise
  std::vector<int> sums{};  // by cage

  [[nodiscard]] bool ordinary() const { return !diagonals && !antiknight && pieces.empty() && cages.empty(); }
};

// The box of this side that is nearest to a square, at least as wide as it is high.
BoxShape usual_box(int side);

// Any of the forms. Problems: error.sudoku.*, error.text.*, error.tatham.* .
Result<SudokuText> read_sudoku(std::string_view text);

// In `text.format`, which refers to static text. Ordinary puzzles whose box shape has no name are always written as
// Tatham's.
std::string write_sudoku(const SudokuText& text);

// What both ways of reading check: pieces of the right size, cages that can have their sums.
std::optional<Problem> refuse_regions(const SudokuText& text);

// The parts of the above that know Tatham's form; `id` has no white space around it.
Result<SudokuText> read_sudoku_tatham(std::string_view id);
std::string write_sudoku_tatham(const SudokuText& text);

}  // namespace fastslow::puzzles::sudoku
