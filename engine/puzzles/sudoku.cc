#include "puzzles/sudoku.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/random.h"
#include "core/search.h"
#include "puzzles/reduce.h"
#include "puzzles/sudoku_text.h"

namespace fastslow {
namespace {

std::string kind_of(BoxShape box) { return std::to_string(box.side()) + "x" + std::to_string(box.side()); }

void declare_rules(Model& model, BoxShape box) {
  const int side = box.side();
  const auto cell = [side](int row, int column) { return row * side + column; };
  for (int row = 0; row < side; ++row) {
    for (int column = 0; column < side; ++column) {
      model.add_variable({"cell.at", {{"row", row + 1}, {"column", column + 1}}}, 1, side);
    }
  }
  for (int i = 0; i < side; ++i) {
    std::vector<VariableId> across;
    std::vector<VariableId> down;
    std::vector<VariableId> inside;
    const int top = i / box.height * box.height;
    const int left = i % box.height * box.width;
    for (int j = 0; j < side; ++j) {
      across.push_back(cell(i, j));
      down.push_back(cell(j, i));
      inside.push_back(cell(top + j / box.width, left + j % box.width));
    }
    model.add_all_different({"unit.row", {{"n", i + 1}}}, across);
    model.add_all_different({"unit.column", {{"n", i + 1}}}, down);
    model.add_all_different({"unit.box", {{"n", i + 1}}}, inside);
  }
}

Layout lay_out(BoxShape box) {
  const int side = box.side();
  Layout layout;
  layout.rows = side;
  layout.columns = side;
  for (int i = 0; i < side * side; ++i) layout.cells.push_back({i, i / side, i % side});
  for (int row = 0; row <= side; row += box.height) layout.borders.push_back({row, 0, row, side});
  for (int column = 0; column <= side; column += box.width) layout.borders.push_back({0, column, side, column});
  for (int value = 1; value <= side; ++value) layout.symbols.emplace_back(1, symbol_of(value));
  return layout;
}

Puzzle declare(const SudokuText& text) {
  Puzzle puzzle;
  puzzle.family = "sudoku";
  puzzle.format = text.format;
  puzzle.kind = kind_of(text.box);
  declare_rules(puzzle.model, text.box);
  for (std::size_t i = 0; i < text.values.size(); ++i) {
    if (text.values[i] != 0) puzzle.model.add_given(puzzle.model.literal(static_cast<int>(i), text.values[i]));
  }
  puzzle.layout = lay_out(text.box);
  return puzzle;
}

// Two givens that no upper bound allows together, as a Problem that names both cells.
std::optional<Problem> conflict_of_givens(const Puzzle& puzzle) {
  const Model& model = puzzle.model;
  for (const PartId part : violated(model, initial_state(model))) {
    if (is_lower(part)) continue;
    std::vector<Name> cells;
    int value = 0;
    for (const Literal l : model.group(group_of_part(part)).literals) {
      if (std::find(model.givens().begin(), model.givens().end(), l) == model.givens().end()) continue;
      cells.push_back(model.variable(model.variable_of(l)).name);
      value = model.value_of(l);
    }
    return Problem{"error.givens.conflict",
                   {{"symbol", std::string(1, symbol_of(value))},
                    {"row1", std::to_string(cells[0].args.at("row"))},
                    {"column1", std::to_string(cells[0].args.at("column"))},
                    {"row2", std::to_string(cells[1].args.at("row"))},
                    {"column2", std::to_string(cells[1].args.at("column"))}}};
  }
  return std::nullopt;
}

Result<Puzzle> parse(std::string_view text) {
  Result<SudokuText> read = read_sudoku(text);
  if (!read.ok()) return read.problem();
  Puzzle puzzle = declare(read.value());
  if (auto problem = conflict_of_givens(puzzle)) return *problem;
  return puzzle;
}

std::string format(const Puzzle& puzzle, const State& state, std::string_view format) {
  const int side = puzzle.layout.rows;
  // The box shape is read back from the rules: the third constraint is the first box, in reading order.
  const VariableId last = puzzle.model.constraint(2).variables.back();
  SudokuText text{{last / side + 1, last % side + 1}, {}, format};
  for (VariableId v = 0; v < puzzle.model.variable_count(); ++v) {
    text.values.push_back(placed_value(puzzle.model, state, v).value_or(0));
  }
  return write_sudoku(text);
}

// Removes clues in random order for as long as the solution stays the only one. The search is bounded,
// so that a large sparse grid costs no more than a few clues too many.
constexpr std::uint64_t kMaxNodesPerClue = 400;

Result<std::string> generate(std::string_view size, Level level, std::uint64_t seed) {
  const std::optional<BoxShape> box = box_of_size(size);
  if (!box) return Problem{"error.size.unknown", {{"size", std::string(size.substr(0, 20))}}};
  Random random(seed);
  const int cells = box->side() * box->side();
  SudokuText text{*box, std::vector<int>(static_cast<std::size_t>(cells), 0), "line"};
  const Puzzle blank = declare(text);
  const std::vector<Literal> solution = search(blank.model, {}, {1, 0, &random}).solutions.front();

  // The clue is needed if some other value fits once it is gone.
  const auto suffices = [&](const std::vector<bool>& kept, std::size_t removed) {
    std::vector<Step> facts = {{solution[removed], false}};
    for (std::size_t i = 0; i < kept.size(); ++i) {
      if (kept[i]) facts.push_back({solution[i], true});
    }
    const SearchResult others = search(blank.model, facts, {1, kMaxNodesPerClue, nullptr});
    return others.solutions.empty() && others.exhausted;
  };
  const std::vector<bool> kept = reduce(solution.size(), level, random, suffices);
  for (std::size_t i = 0; i < text.values.size(); ++i) {
    if (kept[i]) text.values[i] = blank.model.value_of(solution[i]);
  }
  return write_sudoku(text);
}

}  // namespace

Family sudoku_family() {
  return {"sudoku", {"4x4", "6x6", "9x9", "16x16"}, {"line", "grid", "tatham"}, {}, parse, format, generate, nullptr, nullptr};
}

}  // namespace fastslow
