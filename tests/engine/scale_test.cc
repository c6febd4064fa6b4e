// Boards of the largest size that is read: they are settled within the work of a moment, and Z3 is not asked.
#include <gtest/gtest.h>

#include <string>

#include "core/index.h"
#include "engine/helpers.h"
#include "solver/presolve.h"
#include "solver/reasoning.h"
#include "solver/z3_solver.h"

namespace fastslow {
namespace {

using testing::puzzle_of;

struct Large {
  std::string family;
  std::string text;
  Count count;
};

std::string blank(int side) {
  return std::to_string(side) + "x" + std::to_string(side) + ":" + std::string(at(side * side), '.');
}

// Everybody says that the next one is of the same kind, and the last one that a knave is among the first two.
std::string circle_of_people(int people) {
  const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmn";
  std::string text;
  for (int person = 0; person + 1 < people; ++person) {
    text += std::string(1, letters[at(person)]) + ":knight(" + letters[at(person + 1)] + ");";
  }
  return text + letters[at(people - 1)] + ":atleast(1,AB)";
}

// A wall on every fifth square of a row, each row one further; nobody says how many bulbs touch it.
std::string walls(int side) {
  std::string text = std::to_string(side) + "x" + std::to_string(side) + ":";
  int open = 0;
  const auto tell_open = [&] {
    if (open > 0) text += static_cast<char>('a' + open - 1);
    open = 0;
  };
  for (int square = 0; square < side * side; ++square) {
    if ((square % side + square / side) % 5 != 0) {
      ++open;
      continue;
    }
    tell_open();
    text += 'B';
  }
  tell_open();
  return text;
}

TEST(Scale, LargeBoardsAreSettledInAMoment) {
  const std::vector<Large> large = {
      {"queens", blank(20), Count::several},           {"queens", blank(60), Count::several},
      {"queens", blank(100), Count::several},          {"binairo", blank(50), Count::several},
      {"lightup", walls(50), Count::several},          {"knights", circle_of_people(40), Count::none},
      {"sudoku", blank(16).substr(6), Count::several},
  };
  for (const Large& board : large) {
    SCOPED_TRACE(board.family + " " + board.text.substr(0, 9));
    const Puzzle puzzle = puzzle_of(board.text, board.family);
    bool asked = false;
    const auto solver = make_presolved(puzzle.model, [&](const Model& model) {
      asked = true;
      return solver::make_z3_solver(model);
    });
    const solver::Uniqueness unique = solver::uniqueness(*solver, {}, {2'000'000});
    EXPECT_EQ(unique.count, board.count);
    EXPECT_FALSE(asked);
  }
}

}  // namespace
}  // namespace fastslow
