// How it lowers: a variable for each cell, and an `all_different` for each row, column, and box or piece. The variants
// add to that: two diagonals; pairs of cells a knight's move apart, unless a unit keeps them different anyway; cages
// with their linear sum and, unless they lie in one unit, their own `all_different`. Nothing is hidden. A rule is told
// once only, so that a proof has no choice between two names for the same thing.
#include "puzzles/sudoku/declare.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include "core/index.h"
#include "puzzles/common/latin.h"

namespace fastslow::puzzles::sudoku {
namespace {

// The letters that name the rules in a size.
constexpr std::array<std::pair<std::string_view, char>, 4> kLetters = {
    {{kDiagonals, 'x'}, {kAntiknight, 'n'}, {kJigsaw, 'j'}, {kKiller, 'k'}}};

std::vector<std::string_view> rules_of(const SudokuText& text) {
  std::vector<std::string_view> rules;
  if (text.diagonals) rules.push_back(kDiagonals);
  if (text.antiknight) rules.push_back(kAntiknight);
  if (text.jigsaw) rules.push_back(kJigsaw);
  if (text.killer) rules.push_back(kKiller);
  return rules;
}

Regions boxes_of(BoxShape box) {
  Regions boxes;
  // As many boxes stand side by side as a box is high, because width times height is the side.
  for (int cell = 0; cell < box.side() * box.side(); ++cell) {
    boxes.push_back(cell / box.side() / box.height * box.height + cell % box.side() / box.width);
  }
  return boxes;
}

// Row, column and box or piece in turn.
void declare_units(Model& model, const SudokuText& text, const Regions& regions) {
  const int side = text.box.side();
  declare_cells(model, side);
  const auto inside = cells_by_region(regions);
  for (int i = 0; i < side; ++i) {
    declare_line(model, i, side);
    model.add_all_different({text.jigsaw ? "unit.piece" : "unit.box", {{"n", i + 1}}}, inside[at(i)]);
  }
}

void declare_diagonals(Model& model, int side) {
  std::vector<VariableId> falling;
  std::vector<VariableId> rising;
  for (int i = 0; i < side; ++i) {
    falling.push_back(i * side + i);
    rising.push_back((side - 1 - i) * side + i);
  }
  model.add_all_different({"unit.diagonal.falling", {}}, falling);
  model.add_all_different({"unit.diagonal.rising", {}}, rising);
}

// Cells of one box or piece differ anyway.
void declare_knights(Model& model, int side, const Regions& regions) {
  for (int cell = 0; cell < side * side; ++cell) {
    // Downwards only: the moves upwards are the same pairs.
    for (const auto& [down, right] : {std::pair{1, -2}, {1, 2}, {2, -1}, {2, 1}}) {
      const int row = cell / side + down;
      const int column = cell % side + right;
      if (row >= side || column < 0 || column >= side) continue;
      const int other = row * side + column;
      if (regions[at(cell)] == regions[at(other)]) continue;
      model.add_all_different({"unit.knight", {}, {cell_name(cell, side), cell_name(other, side)}}, {cell, other});
    }
  }
}

// Whether a row, a column, a box or a piece keeps the cells different anyway.
bool in_one_unit(const std::vector<int>& cells, int side, const Regions& regions) {
  const auto shared = [&](const auto& of) {
    return std::all_of(cells.begin(), cells.end(), [&](int cell) { return of(cell) == of(cells.front()); });
  };
  return shared([&](int cell) { return cell / side; }) || shared([&](int cell) { return cell % side; }) ||
         shared([&](int cell) { return regions[at(cell)]; });
}

void declare_cages(Puzzle& puzzle, const SudokuText& text, const Regions& regions) {
  const int side = text.box.side();
  const auto cages = cells_by_region(text.cages);
  for (std::size_t i = 0; i < cages.size(); ++i) {
    Name name = cell_name(cages[i].front(), side);
    name.key = "unit.cage.sum";
    name.args["number"] = text.sums[i];
    const ConstraintId sum =
        puzzle.model.add_linear(name, cages[i], std::vector<int>(cages[i].size(), 1), text.sums[i], text.sums[i]);
    std::vector<ConstraintId> rules = {sum};
    if (!in_one_unit(cages[i], side, regions)) rules.push_back(puzzle.model.add_all_different(name, cages[i]));
    puzzle.layout.cages.push_back({squares_of(cages[i], side), sum});
    const Square corner = puzzle.layout.cages.back().squares.front();
    puzzle.layout.labels.push_back({static_cast<double>(corner.row), static_cast<double>(corner.column),
                                    std::to_string(text.sums[i]), "corner", rules});
  }
}

// Heavy lines where two regions meet.
void draw_pieces(Layout& layout, int side, const Regions& regions) {
  for (int cell = 0; cell < side * side; ++cell) {
    const int row = cell / side;
    const int column = cell % side;
    if (column + 1 < side && regions[at(cell)] != regions[at(cell + 1)]) {
      layout.borders.push_back({row, column + 1, row + 1, column + 1});
    }
    if (row + 1 < side && regions[at(cell)] != regions[at(cell + side)]) {
      layout.borders.push_back({row + 1, column, row + 1, column + 1});
    }
  }
}

Layout lay_out(const SudokuText& text) {
  const int side = text.box.side();
  Layout layout = lay_out_square(side);
  if (text.jigsaw) {
    draw_pieces(layout, side, text.pieces);
  } else {
    layout.borders.clear();
    for (int row = 0; row <= side; row += text.box.height) layout.borders.push_back({row, 0, row, side});
    for (int column = 0; column <= side; column += text.box.width) layout.borders.push_back({0, column, side, column});
  }
  if (text.diagonals) {
    layout.borders.push_back({0, 0, side, side});
    layout.borders.push_back({side, 0, 0, side});
  }
  return layout;
}

}  // namespace

Size sudoku_size(int side, const std::vector<std::string_view>& rules) {
  Size size = grid_size(side, side);
  for (const auto& [rule, letter] : kLetters) {
    if (std::find(rules.begin(), rules.end(), rule) == rules.end()) continue;
    size.variant += letter;
    size.rules.emplace_back(rule);
  }
  size.id += size.variant;
  return size;
}

Puzzle declare_sudoku(const SudokuText& text) {
  assert(!refuse_regions(text));
  Puzzle puzzle;
  puzzle.family = "sudoku";
  puzzle.format = text.format;
  puzzle.size = sudoku_size(text.box.side(), rules_of(text));
  puzzle.rules = puzzle.size.rules;
  const Regions regions = text.jigsaw ? text.pieces : boxes_of(text.box);
  declare_units(puzzle.model, text, regions);
  puzzle.layout = lay_out(text);
  if (text.diagonals) declare_diagonals(puzzle.model, text.box.side());
  if (text.antiknight) declare_knights(puzzle.model, text.box.side(), regions);
  if (text.killer) declare_cages(puzzle, text, regions);
  add_givens(puzzle.model, text.values);
  puzzle.source = text;
  puzzle.switchable = {std::string(kDiagonals), std::string(kAntiknight)};
  if (!text.pieces.empty()) puzzle.switchable.emplace_back(kJigsaw);
  if (!text.cages.empty()) puzzle.switchable.emplace_back(kKiller);
  return puzzle;
}

}  // namespace fastslow::puzzles::sudoku
