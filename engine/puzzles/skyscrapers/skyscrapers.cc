// How it lowers: a Latin square (common/latin.h), and for each clue the line as it is seen from the edge. What is seen
// depends on the tallest building so far, which hidden variables keep track of along the line; they follow from the
// heights, so that they never leave a choice of their own.
//
// The generator begins with a full square and all clues. Heights are left out first, down to the last one that can go,
// because a puzzle of clues alone is the nicest; then clues, as many as the level asks for.
#include "puzzles/skyscrapers/skyscrapers.h"

#include <algorithm>
#include <any>
#include <array>
#include <optional>

#include "core/index.h"
#include "core/random.h"
#include "core/search.h"
#include "puzzles/common/latin.h"
#include "puzzles/common/reduce.h"
#include "puzzles/skyscrapers/text.h"

namespace fastslow::puzzles::skyscrapers {
namespace {

// "the 3 above column 2"
Name clue_name(Edge edge, int line, int number) {
  constexpr std::array<const char*, 4> keys = {"unit.view.above", "unit.view.below", "unit.view.left",
                                               "unit.view.right"};
  const bool upright = edge == Edge::above || edge == Edge::below;
  return {keys[at(static_cast<int>(edge))], {{upright ? "column" : "row", line + 1}, {"number", number}}};
}

// The rules of one clue, all under its name.
class View {
 public:
  View(Model& model, Name name, std::vector<VariableId> cells, int seen)
      : model_(model), name_(std::move(name)), cells_(std::move(cells)), seen_(seen) {}

  std::vector<ConstraintId> declare() {
    const int side = count();
    // The two ends need no hidden variables: only the tallest in front hides all others, and only 1, 2, 3 ... hides
    // none.
    if (seen_ == 1) {
      ids_.push_back(model_.add_clause(name_, {model_.literal(cells_.front(), side)}));
    } else if (seen_ == side) {
      std::vector<Literal> ascending;
      for (int i = 0; i < side; ++i) ascending.push_back(model_.literal(cells_[at(i)], i + 1));
      ids_.push_back(model_.add_cardinality(name_, ascending, side, side));
    } else {
      chain();
    }
    return ids_;
  }

 private:
  [[nodiscard]] int count() const { return static_cast<int>(cells_.size()); }

  void linear(const std::vector<VariableId>& variables, const std::vector<int>& coefficients, int at_least,
              int at_most) {
    ids_.push_back(model_.add_linear(name_, variables, coefficients, at_least, at_most));
  }

  // A table of the permutations would do as well, but on 6x6 it takes four times the literals and 25 times as long.
  // Hidden: `top`, the tallest building up to each place, and `shown`, whether the one at it is seen. As heights are
  // different, a building is either taller than all before it or lower than the tallest of them.
  void chain() {
    const int side = count();
    std::vector<VariableId> tops = {cells_.front()};
    std::vector<VariableId> shown;
    for (int i = 1; i < side; ++i) {
      const VariableId before = tops.back();
      const VariableId height = cells_[at(i)];
      const VariableId seen = model_.add_hidden(name_, 0, 1);
      shown.push_back(seen);
      // Seen: 1 <= height - before. Not seen: height - before <= -1.
      linear({height, before, seen}, {1, -1, -side}, 1 - side, -1);
      if (i + 1 == side) break;
      // Of i + 1 different heights the tallest is at least i + 1.
      const VariableId top = model_.add_hidden(name_, i + 1, side);
      tops.push_back(top);
      // Not seen: top = before, and height is less. Seen: top = height, and before is less.
      linear({top, before, seen}, {1, -1, -1}, 0, kNoUpper);
      linear({top, before, seen}, {1, -1, -side}, kNoLower, 0);
      linear({top, height, seen}, {1, -1, 1}, 1, kNoUpper);
      linear({top, height, seen}, {1, -1, side}, kNoLower, side);
    }
    linear(shown, std::vector<int>(shown.size(), 1), seen_ - 1, seen_ - 1);
    leave_room(tops, shown);
  }

  // What follows, but not by looking at one rule at a time: above each top there is room for all that are still to be
  // seen behind it.
  void leave_room(const std::vector<VariableId>& tops, const std::vector<VariableId>& shown) {
    for (std::size_t i = 0; i < tops.size(); ++i) {
      std::vector<VariableId> variables(shown.begin() + static_cast<std::ptrdiff_t>(i), shown.end());
      variables.push_back(tops[i]);
      linear(variables, std::vector<int>(variables.size(), 1), kNoLower, count());
    }
  }

  Model& model_;
  Name name_;
  std::vector<VariableId> cells_;
  int seen_;
  std::vector<ConstraintId> ids_;
};

// One square away from the board, in the middle of its line.
Label label_of(int side, Edge edge, int line, int number, std::vector<ConstraintId> constraints) {
  const double along = line + 1.5;
  const double across = edge == Edge::above || edge == Edge::left ? 0.5 : side + 1.5;
  const bool upright = edge == Edge::above || edge == Edge::below;
  return {upright ? across : along, upright ? along : across, std::to_string(number), "margin", std::move(constraints)};
}

Puzzle declare(const SkyscrapersText& text) {
  Puzzle puzzle;
  puzzle.family = "skyscrapers";
  puzzle.format = text.format;
  puzzle.size = grid_size(text.side, text.side);
  declare_cells(puzzle.model, text.side);
  declare_lines(puzzle.model, text.side);
  puzzle.layout = lay_out_square(text.side, 1);
  for (const Edge edge : kEdges) {
    for (int line = 0; line < text.side; ++line) {
      const int seen = text.clues[text.clue_index(edge, line)];
      if (seen == 0) continue;
      View clue(puzzle.model, clue_name(edge, line, seen), view(text.side, edge, line), seen);
      puzzle.layout.labels.push_back(label_of(text.side, edge, line, seen, clue.declare()));
    }
  }
  add_givens(puzzle.model, text.values);
  puzzle.source = text;
  return puzzle;
}

Result<Puzzle> parse(std::string_view text) {
  const Result<SkyscrapersText> read = read_skyscrapers(text);
  if (!read.ok()) return read.problem();
  Puzzle puzzle = declare(read.value());
  if (auto problem = conflict_of_givens(puzzle.model, "error.skyscrapers.row")) {
    if (problem->args.contains("column") && problem->key == "error.skyscrapers.row")
      problem->key = "error.skyscrapers.column";
    return *problem;
  }
  return puzzle;
}

std::string format(const Puzzle& puzzle, const State& state, std::string_view format) {
  auto text = std::any_cast<SkyscrapersText>(puzzle.source);
  text.values = values_of(puzzle, state, text.side);
  text.format = format;
  return write_skyscrapers(text);
}

// --- generating ------------------------------------------------------------------------

constexpr std::uint64_t kMaxNodes = 300;

int count_seen(const std::vector<int>& heights, const std::vector<int>& cells) {
  int tallest = 0;
  int seen = 0;
  for (const int cell : cells) {
    if (heights[at(cell)] <= tallest) continue;
    tallest = heights[at(cell)];
    ++seen;
  }
  return seen;
}

// Leaves out as many of `clues`, which belong to `text`, as the level asks for.
void leave_out(SkyscrapersText& text, std::vector<int>& clues, Level level, Random& random) {
  const std::vector<int> all = clues;
  const auto keep = [&](const std::vector<bool>& kept) {
    for (std::size_t i = 0; i < all.size(); ++i) clues[i] = kept[i] ? all[i] : 0;
  };
  keep(reduce(all.size(), level, random, [&](const std::vector<bool>& kept, std::size_t /*clue*/) {
    keep(kept);
    return has_one_solution(declare(text).model, kMaxNodes);
  }));
}

std::string make(const Size& size, Level level, std::uint64_t seed) {
  Random random(seed);
  SkyscrapersText text = blank_skyscrapers(size.width);
  text.values = random_square(text.side, random);
  for (const Edge edge : kEdges) {
    for (int line = 0; line < text.side; ++line) {
      text.clues[text.clue_index(edge, line)] = count_seen(text.values, view(text.side, edge, line));
    }
  }
  // Heights first: a puzzle of clues alone is the nicest.
  leave_out(text, text.values, Level::hard, random);
  leave_out(text, text.clues, level, random);
  return write_skyscrapers(text);
}

}  // namespace

Family family() {
  return {.id = "skyscrapers",
          .icon = "skyline",
          .sizes = square_sizes({4, 5, 6}),
          .formats = {"line", "tatham"},
          .parse = parse,
          .format = format,
          .make = make};
}

}  // namespace fastslow::puzzles::skyscrapers
