// How it lowers: a variable of two values for each square. A clue's blocks have hidden variables for where they start:
// each starts at least its predecessor's length and one blank after it, and a square is painted exactly if some block
// that starts in reach covers it. The domains are as narrow as the slack of the line, so that short lines stay small.
// The starts follow from the picture.
//
// The generator draws random pictures and smooths them, as most squares of a picture look like their neighbours and
// large blocks make an easier puzzle. Should many in a row have several solutions, squares in which these differ are
// given away.
#include "puzzles/nonogram/nonogram.h"

#include <algorithm>
#include <any>
#include <array>
#include <cmath>
#include <numeric>

#include "core/index.h"
#include "core/random.h"
#include "core/search.h"
#include "puzzles/common/reduce.h"
#include "puzzles/common/squares.h"
#include "puzzles/nonogram/text.h"

namespace fastslow::puzzles::nonogram {
namespace {

// --- the declaration -------------------------------------------------------------------------------------------

// A hidden variable says where each block starts. Blocks keep their order and distance, and a square is painted
// if and only if a block covers it. `squares`: the line's visible variables, in order.
void declare_line(Model& model, const Name& name, const std::vector<VariableId>& squares, const Clue& clue) {
  const int length = static_cast<int>(squares.size());
  const int blocks = static_cast<int>(clue.size());
  const int slack = length - std::accumulate(clue.begin(), clue.end(), 0) - std::max(0, blocks - 1);
  std::vector<std::vector<Term>> covers(squares.size());
  VariableId previous = -1;
  int earliest = 0;
  for (int i = 0; i < blocks; ++i) {
    const VariableId start = model.add_hidden(name, earliest, earliest + slack);
    if (i > 0) model.add_linear(name, {start, previous}, {1, -1}, clue[at(i) - 1] + 1, kNoUpper);
    for (int s = earliest; s <= earliest + slack; ++s) {
      for (int k = 0; k < clue[at(i)]; ++k) covers[at(s + k)].push_back({model.literal(start, s), 1});
    }
    previous = start;
    earliest += clue[at(i)] + 1;
  }
  // Blocks never overlap, so at most one term of the covers holds, and the sum is an equality of two truths.
  for (int k = 0; k < length; ++k) {
    std::vector<Term> terms = std::move(covers[at(k)]);
    terms.push_back({model.literal(squares[at(k)], 1), -1});
    model.add_sum(name, terms, 0, 0);
  }
}

// "the clue 2 1 of row 3"
Name clue_name(const char* key, int line, const Clue& clue) {
  return {key, {{"n", line + 1}}, {{"@" + (clue.empty() ? "0" : joined(clue, ' ')), {}}}};
}

// Room for the longest clue at 0.6 units a number.
constexpr double kPitch = 0.6;
constexpr double kGap = 0.1;
int margin_for(const std::vector<Clue>& clues) {
  std::size_t longest = 1;
  for (const Clue& clue : clues) longest = std::max(longest, clue.size());
  return static_cast<int>(std::ceil(kPitch * static_cast<double>(longest) + kGap));
}

// The numbers of a line's clue, next to the board; `at` gives the point of the k-th number from the board.
template <class At>
void add_clue_labels(Layout& layout, const Clue& clue, const std::vector<ConstraintId>& constraints, At at_distance) {
  const Clue shown = clue.empty() ? Clue{0} : clue;
  for (std::size_t k = 0; k < shown.size(); ++k) {
    const auto [row, column] = at_distance(kPitch * (static_cast<double>(shown.size() - k) - 0.5) + kGap);
    layout.labels.push_back({row, column, std::to_string(shown[k]), "margin", constraints});
  }
}

std::vector<ConstraintId> constraints_from(const Model& model, std::size_t first) {
  std::vector<ConstraintId> constraints(model.constraints().size() - first);
  std::iota(constraints.begin(), constraints.end(), static_cast<ConstraintId>(first));
  return constraints;
}

void lay_out_board(Layout& layout, const NonogramText& text, int top, int left) {
  layout.rows = top + text.height;
  layout.columns = left + text.width;
  layout.symbols = {"glyph.dot", "glyph.filled"};
  for (int i = 0; i < text.width * text.height; ++i) {
    layout.cells.push_back({i, top + i / text.width, left + i % text.width});
  }
  // A heavy line every five squares, and around.
  for (int row = 0; row <= text.height; ++row) {
    if (row % 5 == 0 || row == text.height) {
      layout.borders.push_back({top + row, left, top + row, left + text.width});
    }
  }
  for (int column = 0; column <= text.width; ++column) {
    if (column % 5 == 0 || column == text.width) {
      layout.borders.push_back({top, left + column, top + text.height, left + column});
    }
  }
}

Puzzle declare(const NonogramText& text) {
  Puzzle puzzle;
  puzzle.family = "nonogram";
  puzzle.format = text.format;
  puzzle.size = grid_size(text.width, text.height);
  puzzle.source = text;
  Model& model = puzzle.model;
  declare_squares(model, {text.width, text.height});
  const int top = margin_for(text.columns);
  const int left = margin_for(text.rows);
  lay_out_board(puzzle.layout, text, top, left);
  for (int column = 0; column < text.width; ++column) {
    std::vector<VariableId> squares;
    for (int row = 0; row < text.height; ++row) squares.push_back(row * text.width + column);
    const std::size_t first = model.constraints().size();
    declare_line(model, clue_name("unit.nonogram.column", column, text.columns[at(column)]), squares,
                 text.columns[at(column)]);
    add_clue_labels(puzzle.layout, text.columns[at(column)], constraints_from(model, first),
                    [&](double distance) { return std::pair(top - distance, left + column + 0.5); });
  }
  for (int row = 0; row < text.height; ++row) {
    std::vector<VariableId> squares;
    for (int column = 0; column < text.width; ++column) squares.push_back(row * text.width + column);
    const std::size_t first = model.constraints().size();
    declare_line(model, clue_name("unit.nonogram.row", row, text.rows[at(row)]), squares, text.rows[at(row)]);
    add_clue_labels(puzzle.layout, text.rows[at(row)], constraints_from(model, first),
                    [&](double distance) { return std::pair(top + row + 0.5, left - distance); });
  }
  add_known(model, text.squares);
  return puzzle;
}

Result<Puzzle> parse(std::string_view text) {
  const Result<NonogramText> read = read_nonogram(text);
  if (!read.ok()) return read.problem();
  Puzzle puzzle = declare(read.value());
  if (auto problem = conflict_on_board(puzzle.model)) return *problem;
  return puzzle;
}

std::string format(const Puzzle& puzzle, const State& state, std::string_view format) {
  auto text = std::any_cast<NonogramText>(puzzle.source);
  text.squares = known_values(puzzle.model, state);
  return write_nonogram(text, format);
}

// --- the generator ---------------------------------------------------------------------------------------------

using Picture = std::vector<int>;

// Every square becomes what most of its neighbourhood is: larger blocks make an easier puzzle.
Picture smoothed(const Picture& picture, int side, Random& random) {
  Picture smooth = picture;
  for (int row = 0; row < side; ++row) {
    for (int column = 0; column < side; ++column) {
      int painted = 0;
      int all = 0;
      for (int r = std::max(0, row - 1); r <= std::min(side - 1, row + 1); ++r) {
        for (int c = std::max(0, column - 1); c <= std::min(side - 1, column + 1); ++c) {
          painted += picture[at(r * side + c)];
          ++all;
        }
      }
      // Not always, so that the picture keeps some life.
      if (random.below(4) != 0) smooth[at(row * side + column)] = 2 * painted >= all ? 1 : 0;
    }
  }
  return smooth;
}

Clue clue_of(const std::vector<int>& line) {
  Clue clue;
  bool inside = false;
  for (const int square : line) {
    if (square == 1 && !inside) clue.push_back(0);
    if (square == 1) ++clue.back();
    inside = square == 1;
  }
  return clue;
}

NonogramText text_of_picture(const Picture& picture, int side) {
  NonogramText text;
  text.width = side;
  text.height = side;
  for (int i = 0; i < side; ++i) {
    std::vector<int> down;
    std::vector<int> across;
    for (int j = 0; j < side; ++j) {
      down.push_back(picture[at(j * side + i)]);
      across.push_back(picture[at(i * side + j)]);
    }
    text.columns.push_back(clue_of(down));
    text.rows.push_back(clue_of(across));
  }
  text.squares.assign(picture.size(), -1);
  return text;
}

// How much search a picture's uniqueness may cost: little where another picture can be drawn instead, more for the last
// one, which is kept and mended.
constexpr std::uint64_t kMaxNodes = 300;
constexpr std::uint64_t kMaxNodesOfLast = 50 * kMaxNodes;
constexpr int kDraws = 40;

// Gives squares away where solutions differ, until there is one.
// Each round gives away one more square and no square twice, so it ends: with the whole picture given there is one
// solution.
void make_unique(NonogramText& text, const Picture& picture) {
  for (;;) {
    const Puzzle puzzle = declare(text);
    const SearchResult found = search(puzzle.model, {}, {.limit = 2, .max_nodes = kMaxNodesOfLast});
    if (found.exhausted && found.solutions.size() == 1) return;
    for (std::size_t i = 0; i < picture.size(); ++i) {
      const bool differs = found.solutions.size() < 2 || found.solutions[0][i] != found.solutions[1][i];
      if (!differs || text.squares[i] >= 0) continue;
      text.squares[i] = picture[i];
      break;
    }
  }
}

std::string make(const Size& size, Level level, std::uint64_t seed) {
  const int side = size.width;
  Random random(seed);
  const int rounds = (level == Level::easy ? 2 : 1) + (side > 10 ? 1 : 0) - (side == 5 ? 1 : 0);
  for (int draw = 0;; ++draw) {
    Picture picture;
    for (int i = 0; i < side * side; ++i) picture.push_back(random.below(100) < 54 ? 1 : 0);
    for (int round = 0; round < rounds; ++round) picture = smoothed(picture, side, random);
    NonogramText text = text_of_picture(picture, side);
    const bool last = draw == kDraws;
    if (last) make_unique(text, picture);
    if (last || has_one_solution(declare(text).model, kMaxNodes)) return write_nonogram(text, "id");
  }
}

}  // namespace

Family family() {
  return {.id = "nonogram",
          .icon = "picture",
          .sizes = square_sizes({5, 10, 15, 20}),
          .formats = {"id", "tatham", "non"},
          .parse = parse,
          .format = format,
          .make = make};
}

}  // namespace fastslow::puzzles::nonogram
