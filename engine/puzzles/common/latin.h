// Latin squares: what Sudoku, Futoshiki, KenKen and Skyscrapers stand on. Cells are numbered in reading order, and
// their variables are the first of the model.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model.h"
#include "core/random.h"
#include "core/result.h"
#include "core/state.h"
#include "puzzles/common/scan.h"
#include "puzzles/puzzle.h"

namespace fastslow::puzzles {

// The largest side of most families; a Sudoku may be larger, as long as its values have a symbol each.
inline constexpr int kMaxLatinSide = 16;
inline constexpr int kMaxSymbols = 25;

inline std::size_t cells_of(int side) { return static_cast<std::size_t>(side) * static_cast<std::size_t>(side); }

// 1-9, then A for 10 and so on; '.' for 0.
char symbol_of(int value);
// The value a character stands for: 0 for '.' and '0', -1 for none.
int value_of_symbol(char c);

// "row 2, column 3", of a cell that is counted from 0.
Name cell_name(int cell, int side);

// A variable for each cell.
void declare_cells(Model& model, int side);
// Row i and column i hold each value once, counted from 0; all of them.
void declare_line(Model& model, int i, int side);
void declare_lines(Model& model, int side);
// The values that are not 0 as givens.
void add_givens(Model& model, const std::vector<int>& values);

// A full square that keeps the rules of a model whose first variables are its cells; empty if there is none within
// `max_nodes` (0: no bound).
std::vector<int> random_solution(const Model& model, int side, Random& random, std::uint64_t max_nodes = 0);
std::vector<int> random_square(int side, Random& random);

// Cells, symbols and the outer line, `margin` squares away from the edge of the drawing.
Layout lay_out_square(int side, int margin = 0);

// The values of all cells, 0 where there is none.
std::vector<int> values_of(const Puzzle& puzzle, const State& state, int side);

// One value: '.', '0' or a symbol. Problems: error.text.*, error.sudoku.value.
Result<int> read_value(Scanner& scan, int side, int cell);
std::string write_values(const std::vector<int>& values);

// error.latin.side if there is no such board.
std::optional<Problem> refuse_side(int side, int lowest, int highest);

// What is wrong with the givens: two equal values that see each other (error.givens.conflict), or else `key`, with the
// place that the name of the broken constraint tells. Only what is visible at once.
std::optional<Problem> conflict_of_givens(const Model& model, const std::string& key);

}  // namespace fastslow::puzzles
