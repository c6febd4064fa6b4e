// How it lowers: a Latin square (common/latin.h) and one rule for each sign: `less` for an inequality, a table of the
// pairs that differ by one for a bar. Where bars are used, a missing bar is a rule too, the table of all other pairs.
// Nothing is hidden.
//
// The generator begins with a full square and every sign that is true of it. Values go first, as a board of signs alone
// is the nicest; then the signs that the solution does not need, unless they are bars, which say as much by their
// absence.
#include "puzzles/futoshiki/futoshiki.h"

#include <algorithm>
#include <any>
#include <array>
#include <cstdlib>
#include <optional>
#include <utility>

#include "core/index.h"
#include "core/random.h"
#include "core/search.h"
#include "puzzles/common/latin.h"
#include "puzzles/common/reduce.h"
#include "puzzles/futoshiki/text.h"

namespace fastslow::puzzles::futoshiki {
namespace {

// Two neighbours, the first of them left or above, and what stands between them.
struct Pair {
  int first = 0;
  int second = 0;
  Sign sign = Sign::none;

  [[nodiscard]] bool upright() const { return second != first + 1; }
};

std::vector<Pair> pairs_of(const FutoshikiText& text) {
  std::vector<Pair> pairs;
  for (int cell = 0; cell < text.side * text.side; ++cell) {
    if (cell % text.side + 1 < text.side) pairs.push_back({cell, cell + 1, text.right[at(cell)]});
    if (cell / text.side + 1 < text.side) pairs.push_back({cell, cell + text.side, text.below[at(cell)]});
  }
  return pairs;
}

// All pairs of values that differ by one, or all that do not.
std::vector<std::vector<int>> differing(int side, bool by_one) {
  std::vector<std::vector<int>> tuples;
  for (int a = 1; a <= side; ++a) {
    for (int b = 1; b <= side; ++b) {
      if ((std::abs(a - b) == 1) == by_one) tuples.push_back({a, b});
    }
  }
  return tuples;
}

// The label between the two cells. Signs point to the smaller value.
Label label_of(const Pair& pair, int side, ConstraintId constraint) {
  const int row = pair.first / side;
  const int column = pair.first % side;
  const char* text = "±1";
  if (pair.sign == Sign::less) text = pair.upright() ? "^" : "<";
  if (pair.sign == Sign::greater) text = pair.upright() ? "v" : ">";
  return {row + (pair.upright() ? 1.0 : 0.5), column + (pair.upright() ? 0.5 : 1.0), text, "sign", {constraint}};
}

void declare_pair(Puzzle& puzzle, const Pair& pair, int side, bool adjacent) {
  Model& model = puzzle.model;
  std::vector<Name> cells = {cell_name(pair.first, side), cell_name(pair.second, side)};
  if (pair.sign == Sign::greater) std::swap(cells[0], cells[1]);  // a sign is told from the smaller side
  ConstraintId id = -1;
  if (pair.sign == Sign::less) id = model.add_less({"unit.sign", {}, cells}, pair.first, pair.second);
  if (pair.sign == Sign::greater) id = model.add_less({"unit.sign", {}, cells}, pair.second, pair.first);
  if (pair.sign == Sign::bar) {
    id = model.add_table({"unit.bar", {}, cells}, {pair.first, pair.second}, differing(side, true));
  }
  if (id >= 0) {
    puzzle.layout.labels.push_back(label_of(pair, side, id));
  } else if (adjacent) {
    model.add_table({"unit.no_bar", {}, cells}, {pair.first, pair.second}, differing(side, false));
  }
}

Size adjacent_size(int side) {
  Size size = grid_size(side, side);
  size.variant = "a";
  size.id += size.variant;
  return size;
}

Puzzle declare(const FutoshikiText& text) {
  Puzzle puzzle;
  puzzle.family = "futoshiki";
  puzzle.format = text.format;
  puzzle.size = text.adjacent ? adjacent_size(text.side) : grid_size(text.side, text.side);
  declare_cells(puzzle.model, text.side);
  declare_lines(puzzle.model, text.side);
  puzzle.layout = lay_out_square(text.side);
  for (const Pair& pair : pairs_of(text)) declare_pair(puzzle, pair, text.side, text.adjacent);
  add_givens(puzzle.model, text.values);
  puzzle.source = text;
  return puzzle;
}

Result<Puzzle> parse(std::string_view text) {
  const Result<FutoshikiText> read = read_futoshiki(text);
  if (!read.ok()) return read.problem();
  Puzzle puzzle = declare(read.value());
  if (auto problem = conflict_of_givens(puzzle.model, "error.futoshiki.sign")) return *problem;
  return puzzle;
}

std::string format(const Puzzle& puzzle, const State& state, std::string_view format) {
  auto text = std::any_cast<FutoshikiText>(puzzle.source);
  text.values = values_of(puzzle, state, text.side);
  text.format = format;
  return write_futoshiki(text);
}

// --- generating ------------------------------------------------------------------------

constexpr std::uint64_t kMaxNodes = 300;

// The filled square with every sign there is.
FutoshikiText everything(int side, bool adjacent, const std::vector<int>& values) {
  FutoshikiText text = blank_futoshiki(side, adjacent);
  text.values = values;
  const auto sign_between = [&](int first, int second) {
    const int difference = values[at(second)] - values[at(first)];
    if (adjacent) return std::abs(difference) == 1 ? Sign::bar : Sign::none;
    return difference > 0 ? Sign::less : Sign::greater;
  };
  for (const Pair& pair : pairs_of(text)) {
    (pair.upright() ? text.below : text.right)[at(pair.first)] = sign_between(pair.first, pair.second);
  }
  return text;
}

template <class T>
std::vector<T> only(const std::vector<T>& all, const std::vector<bool>& kept, T nothing) {
  std::vector<T> some = all;
  for (std::size_t i = 0; i < some.size(); ++i) {
    if (!kept[i]) some[i] = nothing;
  }
  return some;
}

void leave_out_values(FutoshikiText& text, Level level, Random& random) {
  const std::vector<int> all = text.values;
  const auto kept = reduce(all.size(), level, random, [&](const std::vector<bool>& left, std::size_t /*clue*/) {
    text.values = only(all, left, 0);
    return has_one_solution(declare(text).model, kMaxNodes);
  });
  text.values = only(all, kept, 0);
}

// Both kinds of signs in one list, those to the right first.
void leave_out_signs(FutoshikiText& text, Level level, Random& random) {
  std::vector<Sign> all = text.right;
  all.insert(all.end(), text.below.begin(), text.below.end());
  const auto cells = static_cast<std::ptrdiff_t>(text.values.size());
  const auto keep = [&](const std::vector<bool>& left) {
    const std::vector<Sign> some = only(all, left, Sign::none);
    text.right.assign(some.begin(), some.begin() + cells);
    text.below.assign(some.begin() + cells, some.end());
  };
  keep(reduce(all.size(), level, random, [&](const std::vector<bool>& left, std::size_t clue) {
    // The entries of the last column and the last row, which have no neighbour there.
    if (all[clue] == Sign::none) return true;
    keep(left);
    return has_one_solution(declare(text).model, kMaxNodes);
  }));
}

std::string make(const Size& size, Level level, std::uint64_t seed) {
  Random random(seed);
  const bool adjacent = size == adjacent_size(size.width);
  FutoshikiText text = everything(size.width, adjacent, random_square(size.width, random));
  leave_out_values(text, level, random);
  // A missing bar says as much as a bar.
  if (!adjacent) leave_out_signs(text, level, random);
  return write_futoshiki(text);
}

}  // namespace

Family family() {
  return {
      .id = "futoshiki",
      .icon = "inequality",
      .sizes = {grid_size(4, 4), grid_size(5, 5), adjacent_size(5), grid_size(6, 6), grid_size(7, 7), grid_size(9, 9)},
      .formats = {"line", "tatham"},
      .parse = parse,
      .format = format,
      .make = make};
}

}  // namespace fastslow::puzzles::futoshiki
