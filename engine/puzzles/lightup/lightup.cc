// How it lowers: a variable of two values for each white square, 1 a lamp. In each stretch between walls stands at most
// one lamp; every white square is lit by one of those that see it, itself included; a numbered wall counts the lamps
// beside it. Stretches and walls are cardinalities, light is a clause. Nothing is hidden.
//
// The generator draws walls (the same turned upside down), searches for lamps that light everything, numbers every wall
// by them, keeps what has one solution and then takes numbers off the walls.
#include "puzzles/lightup/lightup.h"

#include <algorithm>
#include <any>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "core/index.h"
#include "core/random.h"
#include "core/search.h"
#include "puzzles/common/reduce.h"
#include "puzzles/common/squares.h"

namespace fastslow::puzzles::lightup {
namespace {

constexpr int kSmallest = 2;
constexpr int kLargest = 50;
constexpr int kLongestRun = 26;
constexpr std::array<Square, 4> kSides = {{{-1, 0}, {0, -1}, {0, 1}, {1, 0}}};

// Squares as the line form writes them.
struct LightupText {
  Extent extent;
  std::string squares;
  std::string_view format = "line";
};

bool is_wall(char c) { return c == 'B' || (c >= '0' && c <= '4'); }

class Board {
 public:
  explicit Board(const LightupText& text) : text_(text) {
    for (const char c : text.squares) variables_.push_back(is_wall(c) ? -1 : count_++);
  }

  [[nodiscard]] bool is_white(int row, int column) const {
    return text_.extent.holds(row, column) && variable(row, column) >= 0;
  }
  [[nodiscard]] VariableId variable(int row, int column) const {
    return variables_[at(text_.extent.index(row, column))];
  }
  [[nodiscard]] char symbol(int row, int column) const { return text_.squares[at(text_.extent.index(row, column))]; }
  // White squares from here on in one direction, this one not included.
  [[nodiscard]] std::vector<VariableId> seen(int row, int column, Square step) const {
    std::vector<VariableId> squares;
    for (row += step.row, column += step.column; is_white(row, column); row += step.row, column += step.column) {
      squares.push_back(variable(row, column));
    }
    return squares;
  }
  // What a lamp here lights.
  [[nodiscard]] std::vector<VariableId> lit_from(int row, int column) const {
    std::vector<VariableId> squares = {variable(row, column)};
    for (const Square step : kSides) {
      const std::vector<VariableId> more = seen(row, column, step);
      squares.insert(squares.end(), more.begin(), more.end());
    }
    std::sort(squares.begin(), squares.end());
    return squares;
  }
  [[nodiscard]] std::vector<VariableId> next_to(int row, int column) const {
    std::vector<VariableId> squares;
    for (const Square step : kSides) {
      if (is_white(row + step.row, column + step.column)) {
        squares.push_back(variable(row + step.row, column + step.column));
      }
    }
    return squares;
  }

  // Calls visit(row, column) for each square, in reading order.
  template <class Visit>
  void for_each(Visit visit) const {
    for (int row = 0; row < text_.extent.height; ++row) {
      for (int column = 0; column < text_.extent.width; ++column) visit(row, column);
    }
  }

 private:
  const LightupText& text_;
  std::vector<VariableId> variables_;
  int count_ = 0;
};

// A stretch is declared from its first square, the one with no white square before it, so each comes once. A stretch of
// a single square has nothing to forbid.
void declare_stretches(Model& model, const Board& board, int row, int column) {
  const VariableId self = board.variable(row, column);
  const auto declare = [&](std::vector<VariableId> squares, const Name& name) {
    if (squares.empty()) return;
    squares.push_back(self);
    model.add_cardinality(name, ones(model, squares), 0, 1);
  };
  if (!board.is_white(row, column - 1)) {
    const std::vector<VariableId> squares = board.seen(row, column, {0, 1});
    declare(squares, across_name("unit.lightup.across", row, column, column + static_cast<int>(squares.size())));
  }
  if (!board.is_white(row - 1, column)) {
    const std::vector<VariableId> squares = board.seen(row, column, {1, 0});
    declare(squares, down_name("unit.lightup.down", column, row, row + static_cast<int>(squares.size())));
  }
}

// Of each wall with a number, the rule that it states.
using Walls = std::map<std::pair<int, int>, ConstraintId>;

// All variables first and in reading order, as Board numbers them; then the rules about them. A wall that touches no
// white square states nothing.
Walls declare_rules(Model& model, const Board& board) {
  Walls walls;
  board.for_each([&](int row, int column) {
    if (board.is_white(row, column)) model.add_variable(square_name(row, column), 0, 1);
  });
  board.for_each([&](int row, int column) {
    const std::map<std::string, int> place = {{"row", row + 1}, {"column", column + 1}};
    if (board.is_white(row, column)) {
      declare_stretches(model, board, row, column);
      model.add_clause({"unit.lightup.light", place}, ones(model, board.lit_from(row, column)));
      return;
    }
    const std::vector<VariableId> around = board.next_to(row, column);
    if (board.symbol(row, column) == 'B' || around.empty()) return;
    const int lamps = board.symbol(row, column) - '0';
    std::map<std::string, int> args = place;
    args["n"] = lamps;
    walls[{row, column}] = model.add_cardinality({"unit.lightup.wall", args}, ones(model, around), lamps, lamps);
  });
  return walls;
}

Layout lay_out(const Model& model, const Board& board, Extent extent, const Walls& walls) {
  Layout layout;
  layout.rows = extent.height;
  layout.columns = extent.width;
  layout.symbols = {"glyph.dot", "glyph.lamp"};
  add_outline(layout, 0, 0, extent);
  board.for_each([&](int row, int column) {
    if (board.is_white(row, column)) {
      const VariableId v = board.variable(row, column);
      layout.cells.push_back({v, row, column});
      layout.lights.push_back({model.literal(v, 1), board.lit_from(row, column)});
    } else {
      const char symbol = board.symbol(row, column);
      Block block{{row, column}, "wall", symbol == 'B' ? "" : std::string(1, symbol)};
      if (const auto rule = walls.find({row, column}); rule != walls.end()) block.constraints = {rule->second};
      layout.blocks.push_back(std::move(block));
    }
  });
  return layout;
}

// The squares without lamps.
std::string bare(std::string squares) {
  for (char& c : squares) {
    if (!is_wall(c)) c = '.';
  }
  return squares;
}

Puzzle declare(const LightupText& text) {
  Puzzle puzzle;
  puzzle.family = "lightup";
  puzzle.format = text.format;
  puzzle.size = grid_size(text.extent.width, text.extent.height);
  puzzle.source = bare(text.squares);
  const Board board(text);
  const Walls walls = declare_rules(puzzle.model, board);
  puzzle.layout = lay_out(puzzle.model, board, text.extent, walls);
  for (const Cell& cell : puzzle.layout.cells) {
    const char symbol = board.symbol(cell.row, cell.column);
    if (symbol != '.') puzzle.model.add_given(puzzle.model.literal(cell.variable, symbol == 'L' ? 1 : 0));
  }
  return puzzle;
}

Result<std::string> read_line(Scanner& scan, std::size_t count) {
  std::string squares;
  while (squares.size() < count) {
    const char c = scan.peek();
    if (!is_wall(c) && c != '.' && c != 'L' && c != '-') return scan.unexpected();
    squares += scan.next();
  }
  if (!scan.done()) return scan.unexpected();
  return squares;
}

// Simon Tatham's game ID: walls as they are, runs of white squares as letters. It knows no lamps.
Result<std::string> read_tatham(Scanner& scan, std::size_t count) {
  std::string squares;
  while (!scan.done()) {
    const char c = scan.peek();
    if (is_wall(c)) {
      squares += c;
    } else if (c >= 'a' && c <= 'z') {
      squares.append(at(c - 'a' + 1), '.');
    } else {
      return scan.unexpected();
    }
    if (squares.size() > count) break;
    scan.next();
  }
  if (squares.size() != count) return Problem{"error.tatham.length", {{"expected", std::to_string(count)}}};
  return squares;
}

std::string write_tatham(const std::string& squares) {
  std::string text;
  int run = 0;
  const auto end_run = [&] {
    for (; run > 0; run -= std::min(run, kLongestRun)) text += static_cast<char>('a' + std::min(run, kLongestRun) - 1);
  };
  for (const char c : squares) {
    if (!is_wall(c)) {
      ++run;
      continue;
    }
    end_run();
    text += c;
  }
  end_run();
  return text;
}

// A number that has too few white squares around it, or a board without any.
std::optional<Problem> refuse_walls(const LightupText& text) {
  const Board board(text);
  std::optional<Problem> problem;
  bool any_white = false;
  board.for_each([&](int row, int column) {
    const char symbol = board.symbol(row, column);
    if (!is_wall(symbol)) any_white = true;
    if (problem || !is_wall(symbol) || symbol == 'B') return;
    if (symbol - '0' <= static_cast<int>(board.next_to(row, column).size())) return;
    problem = Problem{
        "error.lightup.wall",
        {{"n", std::string(1, symbol)}, {"row", std::to_string(row + 1)}, {"column", std::to_string(column + 1)}}};
  });
  if (!any_white) return Problem{"error.lightup.no_white", {}};
  return problem;
}

// "b20s4d1": how the ID's puzzle was made, which says nothing about it.
void skip_params(Scanner& scan) {
  for (const char c : {'b', 's', 'd'}) {
    if (scan.take(c)) scan.number(999);
  }
}

Result<Puzzle> parse(std::string_view given) {
  const Result<std::string_view> body = body_of(given);
  if (!body.ok()) return body.problem();
  given = body.value();
  Scanner scan(given);
  const Result<Extent> extent = read_extent(scan, kSmallest, kLargest);
  if (!extent.ok()) return extent.problem();
  skip_params(scan);
  if (!scan.take(':')) return scan.unexpected();
  LightupText text{extent.value(), ""};
  // Small letters are in the game IDs only.
  const auto is_run = [](char c) { return c >= 'a' && c <= 'z'; };
  if (std::any_of(scan.rest().begin(), scan.rest().end(), is_run)) text.format = "tatham";
  Result<std::string> squares =
      text.format == "tatham" ? read_tatham(scan, text.extent.count()) : read_line(scan, text.extent.count());
  if (!squares.ok()) return squares.problem();
  text.squares = std::move(squares.value());
  if (auto problem = refuse_walls(text)) return *problem;
  Puzzle puzzle = declare(text);
  if (auto problem = conflict_on_board(puzzle.model)) return *problem;
  return puzzle;
}

std::string format(const Puzzle& puzzle, const State& state, std::string_view format) {
  const Extent extent{puzzle.layout.columns, puzzle.layout.rows};
  const std::string head = write_extent(extent) + ":";
  const auto& bare_squares = std::any_cast<const std::string&>(puzzle.source);
  if (format == "tatham") return head + write_tatham(bare_squares);
  std::string squares = bare_squares;
  for (const Cell& cell : puzzle.layout.cells) {
    const auto value = placed_value(puzzle.model, state, cell.variable);
    if (value) squares[at(extent.index(cell.row, cell.column))] = *value == 1 ? 'L' : '-';
  }
  return head + squares;
}

constexpr std::uint64_t kMaxNodes = 400;

// Nearly a quarter of the squares: 12 of a hundred, and each again turned upside down.
std::string random_walls(Extent extent, Random& random) {
  const std::size_t count = extent.count();
  std::string squares(count, '.');
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < (count + 1) / 2; ++i) order.push_back(i);
  random.shuffle(order);
  order.resize(count * 12 / 100);
  for (const std::size_t i : order) squares[i] = squares[count - 1 - i] = 'B';
  return squares;
}

// Numbers on all walls, of lamps that light everything; empty if there are no such lamps within a short search.
std::string with_numbers(LightupText text, Random& random) {
  const Puzzle blank = declare(text);
  const SearchResult found = search(blank.model, {}, {.limit = 1, .max_nodes = kMaxNodes, .value_order = &random});
  if (found.solutions.empty()) return {};
  const Board board(text);
  std::string numbered = text.squares;
  board.for_each([&](int row, int column) {
    if (board.is_white(row, column)) return;
    int lamps = 0;
    for (const VariableId v : board.next_to(row, column)) {
      lamps += blank.model.value_of(found.solutions.front()[at(v)]);
    }
    numbered[at(text.extent.index(row, column))] = static_cast<char>('0' + lamps);
  });
  return numbered;
}

// Takes numbers off the walls for as long as the solution stays the only one.
std::string reduced(const LightupText& text, Level level, Random& random) {
  std::vector<std::size_t> walls;
  for (std::size_t i = 0; i < text.squares.size(); ++i) {
    if (is_wall(text.squares[i])) walls.push_back(i);
  }
  const auto with = [&](const std::vector<bool>& kept) {
    LightupText fewer = text;
    for (std::size_t i = 0; i < walls.size(); ++i) {
      if (!kept[i]) fewer.squares[walls[i]] = 'B';
    }
    return fewer;
  };
  const auto suffices = [&](const std::vector<bool>& kept, std::size_t /*removed*/) {
    return has_one_solution(declare(with(kept)).model, kMaxNodes);
  };
  return with(reduce(walls.size(), level, random, suffices)).squares;
}

// Every failure draws new walls: no lamps found in time, or more than one solution although every wall has its number.
// Numbers come off only after that, so the last step cannot fail.
std::string make(const Size& size, Level level, std::uint64_t seed) {
  LightupText text{{size.width, size.height}, ""};
  Random random(seed);
  for (;;) {
    text.squares = random_walls(text.extent, random);
    if (refuse_walls(text)) continue;
    text.squares = with_numbers(text, random);
    if (text.squares.empty() || !has_one_solution(declare(text).model, kMaxNodes)) continue;
    text.squares = reduced(text, level, random);
    return write_extent(text.extent) + ":" + text.squares;
  }
}

}  // namespace

Family family() {
  return {.id = "lightup",
          .icon = "lamp",
          .sizes = square_sizes({5, 7, 10}),
          .formats = {"line", "tatham"},
          .yardstick = {.easy = 1, .medium = 4},
          .parse = parse,
          .format = format,
          .make = make};
}

}  // namespace fastslow::puzzles::lightup
