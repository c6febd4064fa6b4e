// How it lowers: a variable of two values for each square; exactly one queen in every row and column, at most one on
// every diagonal, all of them cardinalities over the literals "queen here". Nothing is hidden.
//
// The generator draws a random solution by search and takes queens away for as long as the rest still have only that
// one. Boards of these sizes are searched through at once, so the search has no bound.
#include "puzzles/queens/queens.h"

#include <algorithm>
#include <string_view>

#include "core/index.h"
#include "core/random.h"
#include "core/search.h"
#include "puzzles/common/reduce.h"
#include "puzzles/common/squares.h"

namespace fastslow::puzzles::queens {
namespace {

constexpr int kSmallest = 4;
constexpr int kLargest = 100;
constexpr std::string_view kSymbols = ".-Q";  // unknown, 0, 1

// Squares of one diagonal that starts at the board's edge; `step` is 1 downwards and -1 upwards.
std::vector<VariableId> diagonal(int side, int row, int column, int step) {
  std::vector<VariableId> squares;
  for (; row >= 0 && row < side && column < side; row += step, ++column) squares.push_back(row * side + column);
  return squares;
}

void declare_diagonal(Model& model, int side, int row, int column, int step) {
  const std::vector<VariableId> squares = diagonal(side, row, column, step);
  if (squares.size() < 2) return;
  const char* key = step > 0 ? "unit.queens.falling" : "unit.queens.rising";
  model.add_cardinality({key, {{"row", row + 1}, {"column", column + 1}}}, ones(model, squares), 0, 1);
}

void declare_rules(Model& model, int side) {
  declare_squares(model, {side, side});
  for (int i = 0; i < side; ++i) {
    std::vector<VariableId> across;
    std::vector<VariableId> down;
    for (int j = 0; j < side; ++j) {
      across.push_back(i * side + j);
      down.push_back(j * side + i);
    }
    model.add_cardinality({"unit.queens.row", {{"n", i + 1}}}, ones(model, across), 1, 1);
    model.add_cardinality({"unit.queens.column", {{"n", i + 1}}}, ones(model, down), 1, 1);
  }
  for (int row = 0; row < side; ++row) {
    declare_diagonal(model, side, row, 0, 1);
    declare_diagonal(model, side, row, 0, -1);
  }
  // The diagonals from the left edge are told; those that begin elsewhere begin at the top or the bottom.
  for (int column = 1; column < side; ++column) {
    declare_diagonal(model, side, 0, column, 1);
    declare_diagonal(model, side, side - 1, column, -1);
  }
}

Puzzle declare(int side, const std::vector<int>& values) {
  Puzzle puzzle;
  puzzle.family = "queens";
  puzzle.format = "line";
  puzzle.size = grid_size(side, side);
  declare_rules(puzzle.model, side);
  add_known(puzzle.model, values);
  puzzle.layout = lay_out_squares({side, side}, "glyph.dot", "glyph.queen");
  return puzzle;
}

std::string write(int side, const std::vector<int>& values) {
  std::string text = write_extent({side, side}) + ":";
  for (const int value : values) text += kSymbols[at(value + 1)];
  return text;
}

Result<Puzzle> parse(std::string_view text) {
  const Result<std::string_view> body = body_of(text);
  if (!body.ok()) return body.problem();
  text = body.value();
  Scanner scan(text);
  const Result<Extent> extent = read_extent(scan, kSmallest, kLargest);
  if (!extent.ok()) return extent.problem();
  const int side = extent.value().width;
  if (extent.value().height != side) {
    return Problem{"error.board.square", {{"size", write_extent(extent.value())}}};
  }
  if (!scan.take(':')) return scan.unexpected();
  std::vector<int> values;
  while (values.size() < extent.value().count()) {
    const auto symbol = scan.done() ? std::string_view::npos : kSymbols.find(scan.peek());
    if (symbol == std::string_view::npos) return scan.unexpected();
    values.push_back(static_cast<int>(symbol) - 1);
    scan.next();
  }
  if (!scan.done()) return scan.unexpected();
  Puzzle puzzle = declare(side, values);
  if (auto problem = conflict_on_board(puzzle.model)) return *problem;
  return puzzle;
}

std::string format(const Puzzle& puzzle, const State& state, std::string_view /*format*/) {
  return write(puzzle.layout.rows, known_values(puzzle.model, state));
}

// Boards of these sizes are searched through at once.
constexpr std::uint64_t kNoBound = 0;

// A random solution, of which queens are taken away as long as the others still leave only this one.
std::string make(const Size& size, Level level, std::uint64_t seed) {
  const int side = size.width;
  Random random(seed);
  const Puzzle blank = declare(side, {});
  std::vector<Literal> queens;
  const SearchResult found = search(blank.model, {}, {.limit = 1, .value_order = &random});
  for (const Literal l : found.solutions.front()) {
    if (blank.model.value_of(l) == 1) queens.push_back(l);
  }
  const std::vector<bool> kept = reduce_givens(blank.model, queens, level, random, kNoBound);
  std::vector<int> values(at(side * side), kUnknown);
  for (std::size_t i = 0; i < queens.size(); ++i) {
    if (kept[i]) values[at(blank.model.variable_of(queens[i]))] = 1;
  }
  return write(side, values);
}

}  // namespace

Family family() {
  return {.id = "queens",
          .icon = "crown",
          .sizes = square_sizes({5, 6, 8, 10}),
          .formats = {"line"},
          .parse = parse,
          .format = format,
          .make = make};
}

}  // namespace fastslow::puzzles::queens
