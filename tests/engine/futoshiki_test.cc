#include "puzzles/futoshiki/futoshiki.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "core/search.h"
#include "engine/helpers.h"
#include "engine/latin_squares.h"
#include "puzzles/common/reduce.h"
#include "rooms.h"

namespace fastslow {
namespace {

using testing::Square2D;

const Family& futoshiki() { return *find_family("futoshiki"); }

Puzzle puzzle_of(const std::string& text) { return testing::puzzle_of(text, "futoshiki"); }

Problem problem_of(std::string_view text) {
  const auto puzzle = futoshiki().parse(text);
  return puzzle.ok() ? Problem{} : puzzle.problem();
}

std::string digits(const Model& model, const std::vector<Literal>& solution) {
  std::string out;
  for (const Literal l : solution) out += static_cast<char>('0' + model.value_of(l));
  return out;
}

std::string solution_of(const Puzzle& puzzle) {
  const auto found = search(puzzle.model, {}, {.limit = 2}).solutions;
  return found.size() == 1 ? digits(puzzle.model, found.front()) : "";
}

TEST(Futoshiki, SignsMeanWhatTheySay) {
  //   2 . . >  .
  //   .   . > . 4
  //   . . < .   .
  //       v
  //   .   . . .
  const auto fits = [](const Square2D& s) {
    return s[0][0] == 2 && s[0][2] > s[0][3] && s[1][1] > s[1][2] && s[1][3] == 4 && s[2][1] < s[2][2] &&
           s[2][1] > s[3][1];
  };
  const auto expected = testing::latin_squares(4, fits);
  ASSERT_EQ(expected.size(), 1U);
  EXPECT_EQ(solution_of(puzzle_of("2..>.//..>.4//..<../.v/....")), testing::digits_of(expected.front()));
  EXPECT_EQ(testing::digits_of(expected.front()), "2431321413424123");
}

TEST(Futoshiki, AllSolutionsAreThoseOfAHandWrittenChecker) {
  const auto less = [](const Square2D& s) { return s[0][0] < s[0][1] && s[0][1] < s[1][1] && s[2][2] > s[3][2]; };
  const Puzzle signs = puzzle_of(".<.../.^/....//..../..v/....");
  EXPECT_EQ(search(signs.model, {}, {.limit = 1000}).solutions.size(), testing::latin_squares(4, less).size());
}

TEST(Futoshiki, BarsStandWhereverValuesDifferByOne) {
  // With a bar on either side of the first cell and nowhere else; and with none at all.
  for (const bool corner : {true, false}) {
    const auto fits = [corner](const Square2D& s) {
      for (std::size_t i = 0; i < 16; ++i) {
        const std::size_t row = i / 4;
        const std::size_t column = i % 4;
        const auto by_one = [&](int other) { return std::abs(s[row][column] - other) == 1; };
        const bool bar = corner && i == 0;
        if (column < 3 && by_one(s[row][column + 1]) != bar) return false;
        if (row < 3 && by_one(s[row + 1][column]) != bar) return false;
      }
      return true;
    };
    const Puzzle puzzle = puzzle_of(corner ? "adjacent:.-.../-/....//....//...." : "adjacent:....//....//....//....");
    EXPECT_EQ(search(puzzle.model, {}, {.limit = 1000}).solutions.size(), testing::latin_squares(4, fits).size());
  }
}

TEST(Futoshiki, ReadsWhatItWrites) {
  for (const std::string text : {".<..//..>./..v/3..", "adjacent:.-.1/-/..-./-.-/...", ".../^^^/.../vvv/..."}) {
    const Puzzle puzzle = puzzle_of(text);
    const State state = initial_state(puzzle.model);
    EXPECT_EQ(futoshiki().format(puzzle, state, "line"), text);
    for (const std::string& format : futoshiki().formats) {
      const std::string written = futoshiki().format(puzzle, state, format);
      const Puzzle again = puzzle_of(written);
      EXPECT_EQ(again.format, format);
      EXPECT_EQ(futoshiki().format(again, initial_state(again.model), "line"),
                futoshiki().format(puzzle, state, "line"));
    }
  }
  // Dots at the end of a row of signs may stand.
  const Puzzle dotted = puzzle_of(".<../.../..>./..v/3..");
  EXPECT_EQ(futoshiki().format(dotted, initial_state(dotted.model), "line"), ".<..//..>./..v/3..");
}

TEST(Futoshiki, ReadsTathamsGameIds) {
  const std::string generated = "4:0,0,0,0,0D,0,0,0,0R,0,0L,0,0R,0,0U,0,";
  const Puzzle puzzle = puzzle_of(generated);
  const State state = initial_state(puzzle.model);
  EXPECT_EQ(futoshiki().format(puzzle, state, "line"), "....//..../v/.>.<../..^/.>...");
  EXPECT_EQ(futoshiki().format(puzzle, state, "tatham"), generated);
  EXPECT_TRUE(has_one_solution(puzzle.model, 1000));
  const std::string bars = "5a:0D,0D,0,0,0,0U,0UR,0L,0D,0,0RD,0L,0RD,0UL,0,0U,0RD,0UL,0,4,0,0U,0R,0L,0,";
  const Puzzle adjacent = puzzle_of(bars);
  EXPECT_EQ(adjacent.size.id, "5x5a");
  EXPECT_EQ(futoshiki().format(adjacent, initial_state(adjacent.model), "tatham"), bars);
  EXPECT_TRUE(has_one_solution(adjacent.model, 1000));
}

TEST(Futoshiki, BadInputNamesPlaceAndCause) {
  const auto key = [](std::string_view text) { return problem_of(text).key; };
  EXPECT_EQ(key(""), "error.text.empty");
  EXPECT_EQ(key(" \n"), "error.text.empty");
  EXPECT_EQ(key(std::string(70000, '.')), "error.text.too_long");
  EXPECT_EQ(key(std::string(60000, '.')), "error.latin.side");
  EXPECT_EQ(key("."), "error.latin.side");
  EXPECT_EQ(key("99:0,"), "error.latin.side");
  EXPECT_EQ(key("x:0,"), "error.latin.params");
  EXPECT_EQ(key("4x:0,"), "error.latin.params");
  EXPECT_EQ(key("2:3,0,0,0,"), "error.tatham.number");
  EXPECT_EQ(key("2:0L,0,0,0,"), "error.text.character");
  EXPECT_EQ(key("2:0R,0L,0,0,"), "error.text.character");
  EXPECT_EQ(key("2:0,0,0"), "error.text.ends");
  EXPECT_EQ(problem_of(".>./v/.x"), (Problem{"error.text.character", {{"position", "8"}}}));
  EXPECT_EQ(problem_of(".-."), (Problem{"error.text.character", {{"position", "2"}}}));
  EXPECT_EQ(problem_of(".>./v/."), (Problem{"error.text.ends", {{"position", "8"}}}));
  EXPECT_EQ(problem_of("..//.3"),
            (Problem{"error.sudoku.value", {{"symbol", "3"}, {"row", "2"}, {"column", "2"}, {"side", "2"}}}));
  EXPECT_EQ(problem_of("1.1//...//...").key, "error.givens.conflict");
  EXPECT_EQ(problem_of("3<..//...//..."),
            (Problem{"error.futoshiki.sign", {{"row1", "1"}, {"column1", "1"}, {"row2", "1"}, {"column2", "2"}}}));
  EXPECT_EQ(problem_of("adjacent:1..//2..//...").key, "error.futoshiki.sign");
}

TEST(Futoshiki, GeneratesTheSameEverywhereWithOneSolution) {
  EXPECT_EQ(futoshiki().generate("4x4", Level::hard, 10).value(), "2..>.//..>.4//..<../.v/....");
  EXPECT_EQ(futoshiki().generate("5x5a", Level::hard, 10).value(),
            "adjacent:.-2...//.-...-./.-.-/..-...//..-.../..--/...-..");
  EXPECT_EQ(futoshiki().generate("8x8", Level::hard, 1).problem().key, "error.size.unknown");
  for (const Size& size : futoshiki().sizes) {
    for (const Level level : {Level::easy, Level::medium, Level::hard}) {
      const Puzzle puzzle = puzzle_of(futoshiki().make(size, level, 3));
      EXPECT_EQ(puzzle.size, size);
      EXPECT_TRUE(has_one_solution(puzzle.model, 100'000));
    }
  }
}

TEST(Futoshiki, EveryClueOfAHardOneIsNeeded) {
  const std::string text = futoshiki().generate("4x4", Level::hard, 5).value();
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (std::string("<>^v1234").find(text[i]) == std::string::npos) continue;
    std::string less = text;
    // Between two cells of a row nothing stands where there is no sign.
    if (text[i] == '<' || text[i] == '>') {
      less.erase(i, 1);
    } else {
      less[i] = '.';
    }
    EXPECT_FALSE(has_one_solution(puzzle_of(less).model, 100'000)) << less;
  }
}

}  // namespace
}  // namespace fastslow
