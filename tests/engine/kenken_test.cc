#include "puzzles/kenken/kenken.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "core/random.h"
#include "core/search.h"
#include "engine/helpers.h"
#include "engine/latin_squares.h"
#include "puzzles/common/latin_regions.h"
#include "puzzles/common/reduce.h"
#include "rooms.h"

namespace fastslow {
namespace {

using testing::Square2D;

const Family& kenken() { return *find_family("kenken"); }

Puzzle puzzle_of(const std::string& text) { return testing::puzzle_of(text, "kenken"); }

Problem problem_of(std::string_view text) {
  const auto puzzle = kenken().parse(text);
  return puzzle.ok() ? Problem{} : puzzle.problem();
}

std::string digits(const Model& model, const std::vector<Literal>& solution) {
  std::string out;
  for (const Literal l : solution) out += static_cast<char>('0' + model.value_of(l));
  return out;
}

TEST(Kenken, CagesMeanWhatTheySay) {
  // 24× over four cells, 8+ down the right, 6× down the left, 11+ inside, 1− at the bottom right.
  const auto cages = [](const Square2D& s) {
    return s[0][0] * s[0][1] * s[0][2] * s[1][1] == 24 && s[0][3] + s[1][2] + s[1][3] + s[2][3] == 8 &&
           s[1][0] * s[2][0] * s[3][0] == 6 && s[2][1] + s[2][2] + s[3][1] == 11 && std::abs(s[3][2] - s[3][3]) == 1;
  };
  const auto expected = testing::latin_squares(4, cages);
  ASSERT_EQ(expected.size(), 1U);
  EXPECT_EQ(testing::digits_of(expected.front()), "4132321423411423");
  const Puzzle puzzle = puzzle_of("aaab/cabb/cddb/cdee;24x,8+,6x,11+,1-");
  const auto found = search(puzzle.model, {}, {.limit = 2}).solutions;
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(digits(puzzle.model, found.front()), "4132321423411423");
}

TEST(Kenken, AllSolutionsAreThoseOfAHandWrittenChecker) {
  const auto divides = [](int a, int b, int quotient) { return a == quotient * b || b == quotient * a; };
  const auto fits = [&](const Square2D& s) {
    return divides(s[0][0], s[0][1], 2) && s[0][2] * s[0][3] == 4 && s[1][0] * s[2][0] * s[2][1] == 12 && s[3][3] == 3;
  };
  // The cells of cage e, which are all others, add up to what is left for them.
  for (const int rest : {16, 18, 20}) {
    const auto with_rest = [&](const Square2D& s) {
      int sum = 0;
      for (const auto& [row, column] : {std::pair{1, 1}, {1, 2}, {1, 3}, {2, 2}, {2, 3}, {3, 0}, {3, 1}, {3, 2}}) {
        sum += s[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
      }
      return fits(s) && sum == rest;
    };
    const Puzzle puzzle = puzzle_of("aabb/ceee/ccee/eeed;2/,4x,12x," + std::to_string(rest) + "+,3");
    EXPECT_EQ(search(puzzle.model, {}, {.limit = 1000}).solutions.size(), testing::latin_squares(4, with_rest).size());
  }
}

// What a publisher prints without an operation may be meant as any of the four; "-" and "/" begin with the largest.
TEST(Kenken, OpenAndLongCagesAreThoseOfAHandWrittenChecker) {
  const auto differ = [](int a, int b, int c, int n) { return 2 * std::max({a, b, c}) - a - b - c == n; };
  const auto divide = [](int a, int b, int c, int n) {
    const int most = std::max({a, b, c});
    return most * most == n * a * b * c;
  };
  const auto any = [&](int a, int b, int c, int n) {
    return a + b + c == n || a * b * c == n || differ(a, b, c, n) || divide(a, b, c, n);
  };
  const auto pair = [](int a, int b, int n) {
    return a + b == n || a * b == n || std::abs(a - b) == n || a == n * b || b == n * a;
  };
  // The cage of three stands in a corner, the one of two in another.
  const auto agree = [](const std::string& three, const std::string& two, const auto& fits) {
    const auto puzzle = kenken().parse("aabb/acdd/ccdd/eeee;" + three + "," + two + ",6x,9+,10+");
    const auto rest = [&](const Square2D& s) {
      return s[1][1] * s[2][0] * s[2][1] == 6 && s[1][2] + s[1][3] + s[2][2] + s[2][3] == 9 && fits(s);
    };
    // A cage that nothing can meet is refused.
    const auto found = puzzle.ok() ? search(puzzle.value().model, {}, {.limit = 1000}).solutions.size() : 0;
    EXPECT_EQ(found, testing::latin_squares(4, rest).size()) << three << " " << two;
  };
  for (int n = 0; n <= 4; ++n) {
    const std::string number = std::to_string(n);
    if (n < 4) {
      agree(number + "-", "5+",
            [&](const Square2D& s) { return differ(s[0][0], s[0][1], s[1][0], n) && s[0][2] + s[0][3] == 5; });
    }
    if (n > 0) {
      agree(number + "/", "5+",
            [&](const Square2D& s) { return divide(s[0][0], s[0][1], s[1][0], n) && s[0][2] + s[0][3] == 5; });
      agree(number, number,
            [&](const Square2D& s) { return any(s[0][0], s[0][1], s[1][0], n) && pair(s[0][2], s[0][3], n); });
    }
  }
}

TEST(Kenken, OpenAndLongCagesStayInTheFormThatHoldsThem) {
  for (const std::string text : {"aab/cab/ddd;3,2-,1,6+", "aab/cab/ddd;0-,2-,1,6+", "aab/cab/ddd;1/,2,1,6+"}) {
    const Puzzle puzzle = puzzle_of(text);
    EXPECT_EQ(kenken().format(puzzle, initial_state(puzzle.model), "line"), text);
    EXPECT_EQ(kenken().format(puzzle, initial_state(puzzle.model), "tatham"), text);
  }
}

TEST(Kenken, ReadsWhatItWrites) {
  for (const std::string text : {"aab/cab/ddd;12x,2-,1,6+", "aab/cab/ddd;12x,2-,1,6+;3........", "ab/cd;1,2,2,1"}) {
    const Puzzle puzzle = puzzle_of(text);
    const State state = initial_state(puzzle.model);
    EXPECT_EQ(kenken().format(puzzle, state, "line"), text);
    const std::string id = kenken().format(puzzle, state, "tatham");
    const Puzzle again = puzzle_of(id);
    EXPECT_EQ(again.format, "tatham");
    EXPECT_EQ(kenken().format(again, initial_state(again.model), "line"), text.substr(0, text.find(';', 13)));
  }
  // Letters need not be those that are written: neighbours with the same one share a cage.
  const Puzzle puzzle = puzzle_of("XXa/aXa/YYY;12x,2-,1,6+");
  EXPECT_EQ(kenken().format(puzzle, initial_state(puzzle.model), "line"), "aab/cab/ddd;12x,2-,1,6+");
}

TEST(Kenken, ReadsTathamsGameIds) {
  for (const std::string id : {"4:__aa_a_aab_5b,d2m3m6a7s2d2s1", "4:a_a__a_a__a__a_aa,a5s1s1m2a5d2m4s2",
                               "6:_3b_8a3_aa_bbac__aa__a__a_4aa_,s1a9m24m100d2a15a5m20d2m20s1s3s1a13d2",
                               "6:__b_5a_aa_10ab__b__a4_a_aaba_,m6a8a15m8d3a12s4s2s4m6d2s2m6d2s2a7"}) {
    const Puzzle puzzle = puzzle_of(id);
    EXPECT_EQ(kenken().format(puzzle, initial_state(puzzle.model), "tatham"), id);
    EXPECT_TRUE(has_one_solution(puzzle.model, 100'000)) << id;
  }
}

TEST(Kenken, BadInputNamesPlaceAndCause) {
  const auto key = [](std::string_view text) { return problem_of(text).key; };
  EXPECT_EQ(key(""), "error.text.empty");
  EXPECT_EQ(key(std::string(70000, 'a')), "error.text.too_long");
  EXPECT_EQ(key(std::string(60000, 'a')), "error.latin.side");
  EXPECT_EQ(key("a;1"), "error.latin.side");
  EXPECT_EQ(key("aab/ca"), "error.text.ends");
  EXPECT_EQ(key("aab/ca./ddd;1"), "error.text.character");
  EXPECT_EQ(key("aab/cab/ddd"), "error.text.ends");
  EXPECT_EQ(key("aab/cab/ddd;12x,2-,1"), "error.text.ends");
  EXPECT_EQ(key("aab/cab/ddd;12x,2-,1,6"), "");
  EXPECT_EQ(key("aab/cab/ddd;12x,2-,1,6+;"), "error.text.ends");
  EXPECT_EQ(key("aab/cab/ddd;12x,2-,1,6+;.........."), "error.text.character");
  EXPECT_EQ(key("aab/cab/ddd;12x,2-,4,6+"), "error.kenken.number");
  EXPECT_EQ(key("aab/cab/ddd;0x,2-,1,6+"), "error.kenken.number");
  EXPECT_EQ(problem_of("aab/cab/ddd;12x,3-,1,6+"), (Problem{"error.kenken.number", {{"position", "17"}}}));
  EXPECT_EQ(problem_of("aab/cab/ddd;12/,2-,1,6+"), (Problem{"error.kenken.number", {{"position", "13"}}}));
  EXPECT_EQ(key("aaaaaaaaa/aaaaaaaaa/aaaaaaaaa/aaaaaaaaa/aaaaaaaaa/aaaaaaaaa/aaaaaaaaa/aaaaaaaaa/aaaaaaaaa;405"),
            "error.kenken.open");
  const auto cage = [](const char* row, const char* column, const char* number) {
    return Problem{"error.kenken.cage", {{"row", row}, {"column", column}, {"number", number}}};
  };
  EXPECT_EQ(problem_of("aab/cab/ddd;5x,2-,1,6+"), cage("1", "1", "5"));
  EXPECT_EQ(problem_of("aab/cab/ddd;12x,5x,1,6+"), cage("1", "3", "5"));
  EXPECT_EQ(problem_of("aab/cab/ddd;12x,2-,1,99+"), cage("3", "1", "99"));
  EXPECT_EQ(problem_of("aab/cab/ddd;12x,2-,1,6+;...2....."), cage("2", "1", "1"));
  EXPECT_EQ(problem_of("aab/cab/ddd;12x,2-,1,6+;..2......"), cage("1", "3", "2"));
  EXPECT_EQ(key("aab/cab/ddd;12x,2-,1,6+;1........"), "error.givens.conflict");
  EXPECT_EQ(key("aab/cab/ddd;12x,2-,1,6+;4........"), "error.sudoku.value");
  EXPECT_EQ(key("q:a"), "error.latin.params");
  EXPECT_EQ(key("44:a"), "error.latin.side");
  EXPECT_EQ(key("4:a"), "error.tatham.regions");
  EXPECT_EQ(key("4:_999999999,"), "error.text.character");
  EXPECT_EQ(key("4:__aa_a_aab_5b,d2m3"), "error.text.ends");
}

TEST(Kenken, RandomRegionsAreConnectedAndSmall) {
  Random random(7);
  for (int round = 0; round < 50; ++round) {
    const Regions regions = random_regions(6, 4, random);
    for (const auto& cells : cells_by_region(regions)) EXPECT_LE(cells.size(), 4U);
    const std::string text = write_regions(regions, 6);
    Scanner scan(text);
    EXPECT_EQ(read_regions(scan, 6, false).value(), regions);
  }
}

TEST(Kenken, GeneratesTheSameEverywhereWithOneSolution) {
  EXPECT_EQ(kenken().generate("4x4", Level::hard, 6).value(), "aaab/cabb/cddb/cdee;24x,8+,6x,11+,1-");
  EXPECT_EQ(kenken().generate("9x9", Level::hard, 1).problem().key, "error.size.unknown");
  for (const Size& size : kenken().sizes) {
    for (const Level level : {Level::easy, Level::medium, Level::hard}) {
      for (const std::uint64_t seed : {3U, 4U}) {
        const Puzzle puzzle = puzzle_of(kenken().make(size, level, seed));
        EXPECT_EQ(puzzle.size, size);
        EXPECT_TRUE(has_one_solution(puzzle.model, 100'000));
      }
    }
  }
}

}  // namespace
}  // namespace fastslow
