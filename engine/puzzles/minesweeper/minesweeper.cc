// How it lowers: a variable for each square, 1 a mine. The number of all mines, if told, and every clue are
// cardinalities; a dug square is a given 0, so that the literals stay the same while a game goes on and more is dug.
//
// A game is Minesweeper as it is played: mines anywhere but around the first square, which may ask for a guess. A
// position is a puzzle with one solution: all safe squares are dug, and then covered again for as long as the clues
// that remain tell everything.
#include "puzzles/minesweeper/minesweeper.h"

#include <algorithm>
#include <any>
#include <array>
#include <optional>

#include "core/index.h"
#include "core/random.h"
#include "puzzles/common/reduce.h"
#include "puzzles/common/squares.h"
#include "puzzles/minesweeper/text.h"

namespace fastslow::puzzles::minesweeper {
namespace {

Size position_size(int width, int height, int mines) {
  Size size = grid_size(width, height);
  size.count = mines;
  return size;
}

Size game_size(int width, int height, int mines) {
  Size size = position_size(width, height, mines);
  size.variant = "game";
  size.id += "-" + size.variant;
  size.game = true;
  return size;
}

// A size of its own, since a network that was trained with totals has never seen a board without.
Size size_without_total(int width, int height) {
  Size size = grid_size(width, height);
  size.variant = "open";
  size.id += "-" + size.variant;
  return size;
}

Size size_of(const MinesText& text) {
  if (!text.mines) return size_without_total(text.width, text.height);
  return (text.is_game() ? game_size : position_size)(text.width, text.height, *text.mines);
}

Name name_of_total(int mines) {
  if (mines == 0) return {"unit.no_mines", {}};
  if (mines == 1) return {"unit.mine", {}};
  return {"unit.mines", {{"n", mines}}};
}

// The board draws nothing where a 0 would be.
Name name_of_clue(Square square, int shown) {
  Name name{"unit.blank_at", {{"row", square.row + 1}, {"column", square.column + 1}}};
  if (shown == 0) return name;
  name.key = "unit.clue_at";
  name.args["n"] = shown;
  return name;
}

Puzzle declare(const MinesText& text) {
  Puzzle puzzle;
  puzzle.family = "minesweeper";
  puzzle.format = text.format;
  puzzle.size = size_of(text);
  puzzle.source = text;
  puzzle.grows = text.is_game();
  Model& model = puzzle.model;
  Layout& layout = puzzle.layout;
  layout.rows = text.height;
  layout.columns = text.width;
  layout.symbols = {"glyph.dot", "glyph.flag"};
  std::vector<Literal> mines;
  declare_squares(model, {text.width, text.height});
  for (int i = 0; i < text.width * text.height; ++i) {
    mines.push_back(model.literal(i, 1));
    if (text.is_game()) puzzle.answer.push_back(model.literal(i, text.hidden[at(i)] ? 1 : 0));
    layout.cells.push_back({i, i / text.width, i % text.width});
  }
  if (text.mines) {
    const ConstraintId total = model.add_cardinality(name_of_total(*text.mines), mines, *text.mines, *text.mines);
    layout.counters.push_back({"counter.mines", mines, *text.mines, total});
  }
  for (int i = 0; i < text.width * text.height; ++i) {
    const int shown = text.squares[at(i)];
    if (shown == MinesText::kCovered) continue;
    const bool mine = shown == MinesText::kMine || shown == MinesText::kExploded;
    model.add_given(model.literal(i, mine ? 1 : 0));
    const Square square{i / text.width, i % text.width};
    if (shown == MinesText::kExploded) {
      puzzle.lost = true;
      layout.blocks.push_back({square, "lost", "glyph.mine"});
    }
    // A mine, or a square that is known to be safe but not dug, shows no number.
    if (shown < 0) continue;
    layout.blocks.push_back({square, "open", shown == 0 ? "" : std::to_string(shown)});
    std::vector<Literal> around;
    for (const int n : neighbours(text.width, text.height, i)) around.push_back(mines[at(n)]);
    if (around.empty()) continue;
    layout.blocks.back().constraints = {model.add_cardinality(name_of_clue(square, shown), around, shown, shown)};
  }
  return puzzle;
}

Result<Puzzle> parse(std::string_view text) {
  const Result<MinesText> read = read_mines(text);
  if (!read.ok()) return read.problem();
  Puzzle puzzle = declare(read.value());
  if (auto problem = conflict_on_board(puzzle.model)) return *problem;
  return puzzle;
}

// The text that the puzzle was read from is written again with what has been placed since. Squares that show a number
// stay as they are.
std::string format(const Puzzle& puzzle, const State& state, std::string_view format) {
  auto text = std::any_cast<MinesText>(puzzle.source);
  for (int i = 0; i < text.width * text.height; ++i) {
    int& square = text.squares[at(i)];
    if (square >= 0 || square == MinesText::kExploded) continue;
    const auto value = placed_value(puzzle.model, state, i);
    square = !value ? MinesText::kCovered : *value == 1 ? MinesText::kMine : MinesText::kSafe;
  }
  return write_mines(text, format);
}

// A safe square that is placed in a game gets dug, and what it shows becomes a clue of a new puzzle. Positions hide
// nothing, so there is nothing to reveal.
std::optional<Puzzle> reveal(const Puzzle& puzzle, Literal placed) {
  auto text = std::any_cast<MinesText>(puzzle.source);
  text.format = "id";
  const VariableId square = puzzle.model.variable_of(placed);
  if (!text.is_game() || puzzle.model.value_of(placed) != 0 || text.squares[at(square)] >= 0) return std::nullopt;
  dig(text, square);
  return declare(text);
}

// --- the generator ---------------------------------------------------------------------------------------------

// Mines anywhere but on and around `first` (-1: anywhere).
MinesText random_mines(const Size& size, int first, Random& random) {
  MinesText text;
  text.width = size.width;
  text.height = size.height;
  text.mines = size.count;
  const int squares = size.width * size.height;
  text.squares.assign(at(squares), MinesText::kCovered);
  text.hidden.assign(at(squares), false);
  std::vector<bool> free(at(squares), true);
  if (first >= 0) {
    free[at(first)] = false;
    for (const int n : neighbours(size.width, size.height, first)) free[at(n)] = false;
  }
  std::vector<int> places;
  for (int i = 0; i < squares; ++i) {
    if (free[at(i)]) places.push_back(i);
  }
  random.shuffle(places);
  for (int i = 0; i < size.count; ++i) text.hidden[at(places[at(i)])] = true;
  return text;
}

// The first square is drawn before the mines, for they must keep away from it: digging there opens an area and not a
// lone number.
std::string make_game(const Size& size, Random& random) {
  const int first = random.below(size.width * size.height);
  MinesText text = random_mines(size, first, random);
  text.first_x = first % size.width;
  text.first_y = first / size.width;
  dig(text, first);
  return write_mines(text, "id");
}

constexpr std::uint64_t kMaxNodes = 200;

// Starts from all safe squares dug, and covers them again one by one.
std::string make_position(const Size& size, Level level, Random& random) {
  for (;;) {
    MinesText full = random_mines(size, -1, random);
    std::vector<int> safe;
    for (int i = 0; i < size.width * size.height; ++i) {
      if (full.hidden[at(i)]) continue;
      const auto around = neighbours(size.width, size.height, i);
      full.squares[at(i)] =
          static_cast<int>(std::count_if(around.begin(), around.end(), [&](int n) { return full.hidden[at(n)]; }));
      safe.push_back(i);
    }
    full.hidden.clear();
    if (!has_one_solution(declare(full).model, kMaxNodes)) continue;
    const auto covered = [&](const std::vector<bool>& kept) {
      MinesText text = full;
      for (std::size_t i = 0; i < safe.size(); ++i) {
        if (!kept[i]) text.squares[at(safe[i])] = MinesText::kCovered;
      }
      return text;
    };
    const auto suffices = [&](const std::vector<bool>& kept, std::size_t) {
      return has_one_solution(declare(covered(kept)).model, kMaxNodes);
    };
    return write_mines(covered(reduce(safe.size(), level, random, suffices)), "id");
  }
}

std::string make(const Size& size, Level level, std::uint64_t seed) {
  Random random(seed);
  return size.game ? make_game(size, random) : make_position(size, level, random);
}

}  // namespace

Family family() {
  return {.id = "minesweeper",
          .icon = "mine",
          .sizes = {position_size(5, 5, 6), position_size(8, 8, 14), position_size(12, 12, 30), game_size(9, 9, 10),
                    game_size(16, 16, 40), game_size(30, 16, 99)},
          .formats = {"id", "tatham"},
          .parse = parse,
          .format = format,
          .make = make,
          .reveal = reveal};
}

}  // namespace fastslow::puzzles::minesweeper
