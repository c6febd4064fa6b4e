// The generator fills a board at random by search and leaves values out for as long as the solution stays the only one.
// A jigsaw's pieces come from boxes that trade cells with their neighbours, each trade keeping both in one piece; a
// killer's cages grow at random among cells that differ, and their sums replace most of the values.
#include "puzzles/sudoku/generate.h"

#include <algorithm>
#include <set>

#include "core/index.h"
#include "core/random.h"
#include "core/search.h"
#include "puzzles/common/latin.h"
#include "puzzles/common/reduce.h"
#include "puzzles/sudoku/declare.h"
#include "puzzles/sudoku/text.h"

namespace fastslow::puzzles::sudoku {
namespace {

// The search is bounded, so that a large sparse grid costs no more than a few clues too many. Killers, where all but a
// few cells stay empty, are worth more effort.
constexpr std::uint64_t kMaxNodesPerClue = 400;
constexpr std::uint64_t kMaxNodesPerKillerClue = 6000;
constexpr std::uint64_t kMaxNodesToFill = 3000;

// Whether a region stays in one piece without the cell.
bool holds_without(const Regions& pieces, int side, int cell) {
  const int piece = pieces[at(cell)];
  const Regions rest = connect(
      side, [&](int a, int b) { return a != cell && b != cell && pieces[at(a)] == piece && pieces[at(b)] == piece; });
  return count_regions(rest) == 1;
}

bool touches(const Regions& pieces, int side, int cell, int piece) {
  const auto around = neighbours(cell, side);
  return std::any_of(around.begin(), around.end(), [&](int next) { return pieces[at(next)] == piece; });
}

// Two pieces that touch give each other a cell.
void trade(Regions& pieces, int side, Random& random) {
  const int given = random.below(side * side);
  const auto around = neighbours(given, side);
  const int mine = pieces[at(given)];
  const int theirs = pieces[at(around[at(random.below(static_cast<int>(around.size())))])];
  if (mine == theirs || !holds_without(pieces, side, given)) return;
  Regions traded = pieces;
  traded[at(given)] = theirs;
  std::vector<int> candidates;
  for (int cell = 0; cell < side * side; ++cell) {
    if (cell != given && traded[at(cell)] == theirs && touches(traded, side, cell, mine)) candidates.push_back(cell);
  }
  random.shuffle(candidates);
  for (const int cell : candidates) {
    if (!holds_without(traded, side, cell)) continue;
    traded[at(cell)] = mine;
    pieces = traded;
    return;
  }
}

// Pieces of a jigsaw: boxes that have traded cells.
Regions random_pieces(BoxShape box, Random& random) {
  const int side = box.side();
  Regions pieces;
  for (int cell = 0; cell < side * side; ++cell) {
    pieces.push_back(cell / side / box.height * box.height + cell % side / box.width);
  }
  for (int i = 0; i < 12 * side; ++i) trade(pieces, side, random);
  return connect(side, [&](int a, int b) { return pieces[at(a)] == pieces[at(b)]; });
}

// Cages without equal values, up to `largest` cells.
void add_cages(SudokuText& text, const std::vector<int>& solution, int largest, Random& random) {
  text.killer = true;
  text.cages = random_regions(text.box.side(), largest, random, [&](const std::vector<int>& cells, int next) {
    return std::none_of(cells.begin(), cells.end(), [&](int cell) { return solution[at(cell)] == solution[at(next)]; });
  });
  for (const auto& cells : cells_by_region(text.cages)) {
    int sum = 0;
    for (const int cell : cells) sum += solution[at(cell)];
    text.sums.push_back(sum);
  }
}

// A filled board; jigsaws are cut anew until one can be filled.
std::vector<int> fill(SudokuText& text, bool jigsaw, Random& random) {
  const int side = text.box.side();
  if (!jigsaw) return random_solution(declare_sudoku(text).model, side, random);
  text.jigsaw = true;
  for (;;) {
    text.pieces = random_pieces(text.box, random);
    std::vector<int> solution = random_solution(declare_sudoku(text).model, side, random, kMaxNodesToFill);
    if (!solution.empty()) return solution;
  }
}

// Which values of the solution to give so that it is the only one.
void leave_out(SudokuText& text, const std::vector<int>& solution, Level level, Random& random) {
  const Model model = declare_sudoku(text).model;
  std::vector<Literal> literals;
  for (std::size_t i = 0; i < solution.size(); ++i) {
    literals.push_back(model.literal(static_cast<VariableId>(i), solution[i]));
  }
  const std::uint64_t effort = text.killer ? kMaxNodesPerKillerClue : kMaxNodesPerClue;
  const std::vector<bool> kept = reduce_givens(model, literals, level, random, effort);
  for (std::size_t i = 0; i < solution.size(); ++i) text.values[i] = kept[i] ? solution[i] : 0;
}

}  // namespace

std::vector<Size> sudoku_sizes() {
  return {sudoku_size(4, {}),        sudoku_size(6, {}),           sudoku_size(6, {kDiagonals}),
          sudoku_size(9, {}),        sudoku_size(9, {kDiagonals}), sudoku_size(9, {kAntiknight}),
          sudoku_size(9, {kJigsaw}), sudoku_size(9, {kKiller}),    sudoku_size(16, {})};
}

std::string make_sudoku(const Size& size, Level level, std::uint64_t seed) {
  const auto has = [&](std::string_view rule) {
    return std::find(size.rules.begin(), size.rules.end(), rule) != size.rules.end();
  };
  SudokuText text{usual_box(size.width), {}, "line"};
  text.values.assign(text.box.cells(), 0);
  text.diagonals = has(kDiagonals);
  text.antiknight = has(kAntiknight);
  Random random(seed);
  const std::vector<int> solution = fill(text, has(kJigsaw), random);
  if (!has(kKiller)) {
    leave_out(text, solution, level, random);
    return write_sudoku(text);
  }
  // What makes a killer easy are small cages, rather than values that are given.
  add_cages(text, solution, level == Level::easy ? 3 : level == Level::medium ? 4 : 5, random);
  leave_out(text, solution, level == Level::easy ? Level::medium : Level::hard, random);
  return write_sudoku(text);
}

}  // namespace fastslow::puzzles::sudoku
