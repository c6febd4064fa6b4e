// Boards of two-valued squares (queens, discs, lamps): what their families share.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model.h"
#include "core/result.h"
#include "core/state.h"
#include "puzzles/common/scan.h"
#include "puzzles/puzzle.h"

namespace fastslow::puzzles {

struct Extent {
  int width = 0;
  int height = 0;

  [[nodiscard]] std::size_t count() const { return static_cast<std::size_t>(width) * static_cast<std::size_t>(height); }
  [[nodiscard]] bool holds(int row, int column) const {
    return row >= 0 && row < height && column >= 0 && column < width;
  }
  [[nodiscard]] int index(int row, int column) const { return row * width + column; }
  bool operator==(const Extent&) const = default;
};

// A square whose value nobody has told.
inline constexpr int kUnknown = -1;

// "8x6", width first. Problems: error.board.params, error.board.size (a side outside lowest .. highest).
Result<Extent> read_extent(Scanner& scan, int lowest, int highest);
std::string write_extent(Extent extent);

// "row 3, column 4", counted from 0.
Name square_name(int row, int column);
// A stretch of a row or column, counted from 0, both ends included.
Name across_name(const char* key, int row, int from, int to);
Name down_name(const char* key, int column, int from, int to);

// One variable with the values 0 and 1 for each square, in reading order.
void declare_squares(Model& model, Extent extent);
// Their literals that stand for 1.
std::vector<Literal> ones(const Model& model, const std::vector<VariableId>& variables);
// Those values that are known.
void add_known(Model& model, const std::vector<int>& values);
// The values of the visible variables.
std::vector<int> known_values(const Model& model, const State& state);

// Cells and outer line of a board whose variables are its squares in reading order; 0 and 1 are drawn as these.
Layout lay_out_squares(Extent extent, std::string zero, std::string one);
void add_outline(Layout& layout, int top, int left, Extent extent);

// error.board.conflict if the givens visibly break a rule; it names a square of that rule.
std::optional<Problem> conflict_on_board(const Model& model);

// Tatham's runs of letters: a letter leaves out as many squares as it is far from "a"; then comes a square with 0
// (small letter) or 1 (capital). "z" and "Z" leave out 25 and are followed by none. One imaginary square after the last
// ends the text.
Result<std::vector<int>> read_letter_runs(Scanner& scan, std::size_t count);
std::string write_letter_runs(const std::vector<int>& values);

}  // namespace fastslow::puzzles
