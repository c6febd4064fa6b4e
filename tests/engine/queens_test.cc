#include "puzzles/queens/queens.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "core/index.h"
#include "core/search.h"
#include "engine/helpers.h"
#include "rooms.h"

namespace fastslow {
namespace {

const Family& queens() { return *find_family("queens"); }

Problem problem_of(std::string_view text) {
  const auto puzzle = queens().parse(text);
  return puzzle.ok() ? Problem{"", {}} : puzzle.problem();
}

// The whole board as text, from a solution.
std::string board_of(const Puzzle& puzzle, const std::vector<Literal>& solution) {
  std::string board;
  for (const Literal l : solution) board += puzzle.model.value_of(l) == 1 ? 'Q' : '-';
  return board;
}

// All ways to put one queen into each row, by the rules as a chess player tells them.
void place(int side, std::vector<int>& columns, std::set<std::string>& boards) {
  const int row = static_cast<int>(columns.size());
  if (row == side) {
    std::string board(at(side * side), '-');
    for (int r = 0; r < side; ++r) board[at(r * side + columns[at(r)])] = 'Q';
    boards.insert(board);
    return;
  }
  for (int column = 0; column < side; ++column) {
    bool safe = true;
    for (int r = 0; r < row; ++r) {
      const int other = columns[at(r)];
      safe = safe && other != column && std::abs(other - column) != row - r;
    }
    if (!safe) continue;
    columns.push_back(column);
    place(side, columns, boards);
    columns.pop_back();
  }
}

TEST(Queens, TheRulesAllowWhatAChessPlayerAllows) {
  const std::vector<std::size_t> known = {2, 10, 4, 40, 92};
  for (int side = 4; side <= 8; ++side) {
    const std::string size = std::to_string(side) + "x" + std::to_string(side);
    const Puzzle puzzle = testing::puzzle_of(size + ":" + std::string(at(side * side), '.'), "queens");
    std::set<std::string> boards;
    for (const auto& solution : search(puzzle.model, {}, {.limit = 1000}).solutions) {
      boards.insert(board_of(puzzle, solution));
    }
    std::vector<int> columns;
    std::set<std::string> expected;
    place(side, columns, expected);
    EXPECT_EQ(boards, expected);
    EXPECT_EQ(boards.size(), known[at(side - 4)]);
  }
}

TEST(Queens, OneQueenOfSixBySixDecidesTheRest) {
  const Puzzle puzzle = testing::puzzle_of("6x6:.Q..................................", "queens");
  const auto solutions = search(puzzle.model, {}, {.limit = 2}).solutions;
  ASSERT_EQ(solutions.size(), 1U);
  EXPECT_EQ(board_of(puzzle, solutions.front()), "-Q-------Q-------QQ-------Q-------Q-");
}

TEST(Queens, GeneratesOneSolutionFromASeed) {
  for (const Size& size : queens().sizes) {
    for (const Level level : {Level::easy, Level::medium, Level::hard}) {
      for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const std::string text = queens().make(size, level, seed);
        const Puzzle puzzle = testing::puzzle_of(text, "queens");
        EXPECT_EQ(puzzle.size, size);
        EXPECT_EQ(search(puzzle.model, {}, {.limit = 2}).solutions.size(), 1U) << text;
      }
    }
  }
  EXPECT_EQ(queens().generate("6x6", Level::hard, 15).value(), "6x6:...............................Q....");
  EXPECT_EQ(queens().generate("7x8", Level::hard, 1).problem().key, "error.size.unknown");
}

TEST(Queens, TextsCarryWhatIsPlaced) {
  const Puzzle puzzle = testing::puzzle_of(" 4x4:.Q..............\n", "queens");
  State state = initial_state(puzzle.model);
  state = apply(puzzle.model, state, {puzzle.model.literal(0, 0), true}).value();
  state = apply(puzzle.model, state, {puzzle.model.literal(7, 1), true}).value();
  EXPECT_EQ(queens().format(puzzle, state, "line"), "4x4:-Q.....Q........");
  EXPECT_EQ(initial_state(testing::puzzle_of("4x4:-Q.....Q........", "queens").model), state);
}

TEST(Queens, BadInputNamesPlaceAndCause) {
  EXPECT_EQ(problem_of("").key, "error.text.empty");
  EXPECT_EQ(problem_of(std::string(70000, '.')).key, "error.text.too_long");
  EXPECT_EQ(problem_of("queens").key, "error.board.params");
  EXPECT_EQ(problem_of("4:....").key, "error.board.params");
  EXPECT_EQ(problem_of("99999999999999x4:").key, "error.board.params");
  EXPECT_EQ(problem_of("3x3:.........").key, "error.board.size");
  EXPECT_EQ(problem_of("9999x9999:").key, "error.board.size");
  EXPECT_EQ(problem_of("4x5:").key, "error.board.square");
  EXPECT_EQ(problem_of("4x4:..").key, "error.text.ends");
  EXPECT_EQ(problem_of("4x4:..x"), (Problem{"error.text.character", {{"position", "7"}}}));
  EXPECT_EQ(problem_of("4x4:................."), (Problem{"error.text.character", {{"position", "21"}}}));
  // On one diagonal.
  EXPECT_EQ(problem_of("4x4:Q....Q..........").key, "error.board.conflict");
  // No room for a queen in the first row.
  EXPECT_EQ(problem_of("4x4:----............"), (Problem{"error.board.conflict", {{"row", "1"}, {"column", "1"}}}));
}

}  // namespace
}  // namespace fastslow
