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

// From Debian's sgt-mines --generate 1 50x40n400#9: most of it is hidden, and both questions have many answers.
const std::string kMinefield =
    "50x40:23,9,ma66128ba4229ba54616edbeadb2188c3becf518df1b71be2e626fbf5787473ec3ecdaac6c4c3de5b483f163c"
    "a1f379f51f150c12a9aa020d85b60d9354e4f20fc3ac3d0a3d6ce88f13d2c040df411d15dcc0af0d14312473f97e21644bf2"
    "06351361dcae792ace50f078c31505db73c7e47cacda3f7ac987287b9f8ef768409860285b951353b64dc6e0d6ebd836b2ba"
    "db82e4b374d426ca6a7daa07241329f05caae2bc0b6d4f58eca10193eafce0196ca44ec1eb864ab1a0093c7fda69f14289a9"
    "e46f009d5b0f1b9f32059804aba70a84ed429519f66f8e7a1396a248047f385c38995913d90e8bce69c463398b257596d00c"
    "97241ae4895b";

TEST(Scale, LargeBoardsAreSettledInAMoment) {
  const std::vector<Large> large = {
      {"queens", blank(20), Count::several},           {"queens", blank(60), Count::several},
      {"queens", blank(100), Count::several},          {"binairo", blank(50), Count::several},
      {"lightup", walls(50), Count::several},          {"knights", circle_of_people(40), Count::none},
      {"sudoku", blank(16).substr(6), Count::several}, {"minesweeper", kMinefield, Count::several},
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
