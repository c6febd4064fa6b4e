#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "core/consequences.h"
#include "core/random.h"
#include "core/search.h"
#include "engine/helpers.h"
#include "engine/latin_squares.h"
#include "puzzles/common/reduce.h"
#include "puzzles/sudoku/sudoku.h"
#include "rooms.h"

namespace fastslow {
namespace {

using testing::puzzle_of;
using testing::Square2D;

const Family& sudoku() { return *find_family("sudoku"); }

Problem problem_of(std::string_view text) {
  const auto puzzle = sudoku().parse(text);
  return puzzle.ok() ? Problem{} : puzzle.problem();
}

std::string line_of(const Puzzle& puzzle) { return sudoku().format(puzzle, initial_state(puzzle.model), "line"); }

std::size_t count(const std::string& text) {
  return search(puzzle_of(text).model, {}, {.limit = 1000}).solutions.size();
}

bool differ(std::vector<int> values) {
  std::sort(values.begin(), values.end());
  return std::adjacent_find(values.begin(), values.end()) == values.end();
}

bool boxes(const Square2D& s) {
  for (const std::size_t i : {0U, 1U, 2U, 3U}) {
    const std::size_t row = i / 2 * 2;
    const std::size_t column = i % 2 * 2;
    if (!differ({s[row][column], s[row][column + 1], s[row + 1][column], s[row + 1][column + 1]})) return false;
  }
  return true;
}

bool diagonals(const Square2D& s) {
  return differ({s[0][0], s[1][1], s[2][2], s[3][3]}) && differ({s[3][0], s[2][1], s[1][2], s[0][3]});
}

bool knights(const Square2D& s) {
  for (int i = 0; i < 16; ++i) {
    for (int j = 0; j < 16; ++j) {
      const int rows = std::abs(i / 4 - j / 4);
      const int columns = std::abs(i % 4 - j % 4);
      const auto value = [&](int cell) {
        return s[static_cast<std::size_t>(cell / 4)][static_cast<std::size_t>(cell % 4)];
      };
      if (rows * columns == 2 && value(i) == value(j)) return false;
    }
  }
  return true;
}

// The pieces aaab/abbb/ccdd/ccdd.
bool pieces(const Square2D& s) {
  return differ({s[0][0], s[0][1], s[0][2], s[1][0]}) && differ({s[0][3], s[1][1], s[1][2], s[1][3]}) &&
         differ({s[2][0], s[2][1], s[3][0], s[3][1]}) && differ({s[2][2], s[2][3], s[3][2], s[3][3]});
}

// The cage that goes round the corner, with its sum.
bool cage(const Square2D& s) { return s[0][1] + s[0][2] + s[1][2] == 8 && differ({s[0][1], s[0][2], s[1][2]}); }

TEST(SudokuVariants, RulesAreThoseOfAHandWrittenChecker) {
  const std::string empty(16, '.');
  const auto squares = [](const std::function<bool(const Square2D&)>& fits) {
    return testing::latin_squares(4, fits).size();
  };
  EXPECT_EQ(count(empty), squares(boxes));
  EXPECT_EQ(count("[diagonals]" + empty), squares([](const Square2D& s) { return boxes(s) && diagonals(s); }));
  EXPECT_EQ(count("[antiknight]" + empty), squares([](const Square2D& s) { return boxes(s) && knights(s); }));
  const std::string jigsaw = "[jigsaw:aaab/abbb/ccdd/ccdd]";
  EXPECT_EQ(count(jigsaw + empty), squares(pieces));
  EXPECT_EQ(count("[jigsaw-off:aaab/abbb/ccdd/ccdd]" + empty), squares(boxes));
  EXPECT_EQ(count("[diagonals]" + jigsaw + empty),
            squares([](const Square2D& s) { return pieces(s) && diagonals(s); }));
  const std::string killer = "[killer:.aa./..a./..../....:8]";
  EXPECT_EQ(count(killer + empty), squares([](const Square2D& s) { return boxes(s) && cage(s); }));
  EXPECT_EQ(count(jigsaw + killer + empty), squares([](const Square2D& s) { return pieces(s) && cage(s); }));
}

TEST(SudokuVariants, EveryFormatHoldsTheRules) {
  for (const std::string text :
       {"[diagonals]1...............", "[antiknight]................", "[diagonals,antiknight]..2.............",
        "[jigsaw:aaab/abbb/ccdd/ccdd]...4............", "[killer:.aa./..a./b.../bb..:8,6]................",
        "[antiknight][jigsaw:aaab/abbb/ccdd/ccdd][killer:aabb/..../..../....:3,5]................",
        "[jigsaw-off:aaab/abbb/ccdd/ccdd]................", "[killer-off:aa../..../..../....:5]................",
        "[diagonals,boxes:1x4]................", "[jigsaw:aab/abb/ccc]........."}) {
    const auto read = sudoku().parse(text);
    ASSERT_TRUE(read.ok()) << text << " " << read.problem().key;
    const Puzzle& puzzle = read.value();
    const State state = initial_state(puzzle.model);
    EXPECT_EQ(line_of(puzzle), text);
    EXPECT_EQ(line_of(puzzle_of(sudoku().format(puzzle, state, "grid"))), text);
    const Puzzle tatham = puzzle_of(sudoku().format(puzzle, state, "tatham"));
    EXPECT_EQ(tatham.format, "tatham");
    EXPECT_EQ(tatham.rules, puzzle.rules);
    EXPECT_EQ(tatham.model.group_count(), puzzle.model.group_count());
    EXPECT_EQ(initial_state(tatham.model), state);
  }
}

TEST(SudokuVariants, SwitchesGoOffAndOnAgain) {
  const std::string text = "[antiknight][jigsaw:aaab/abbb/ccdd/ccdd][killer:.aa./..a./..../....:8]..4.............";
  const Puzzle puzzle = puzzle_of(text);
  EXPECT_EQ(puzzle.size.id, "4x4njk");
  EXPECT_EQ(puzzle.switchable, (std::vector<std::string>{"diagonals", "antiknight", "jigsaw", "killer"}));
  EXPECT_EQ(puzzle.rules, (std::vector<std::string>{"antiknight", "jigsaw", "killer"}));
  for (const std::string& rule : puzzle.switchable) {
    const bool on = std::find(puzzle.rules.begin(), puzzle.rules.end(), rule) != puzzle.rules.end();
    const Puzzle switched = sudoku().switch_rule(puzzle, rule, !on).value();
    EXPECT_EQ(line_of(puzzle_of(line_of(switched))), line_of(switched));
    EXPECT_EQ(initial_state(switched.model), initial_state(puzzle.model));
    EXPECT_NE(line_of(switched), text);
    EXPECT_EQ(switched.switchable, puzzle.switchable);
    EXPECT_EQ(line_of(sudoku().switch_rule(switched, rule, on).value()), text);
  }
  const Puzzle plain = puzzle_of("1..............1");
  EXPECT_EQ(plain.switchable, (std::vector<std::string>{"diagonals", "antiknight"}));
  EXPECT_EQ(sudoku().switch_rule(plain, "jigsaw", true).problem(),
            (Problem{"error.rule.unknown", {{"rule", "jigsaw"}}}));
  // Givens may break a rule that is switched on: then the board shows it.
  const Puzzle broken = sudoku().switch_rule(plain, "diagonals", true).value();
  EXPECT_FALSE(violated(broken.model, initial_state(broken.model)).empty());
  const Puzzle off =
      sudoku().switch_rule(sudoku().switch_rule(plain, "antiknight", true).value(), "antiknight", false).value();
  EXPECT_EQ(line_of(off), "1..............1");
}

TEST(SudokuVariants, ReadsTathamsGameIds) {
  for (const std::string id :
       {"3x3x:6_3d8_7a8a1_6l5b8_3c7e7a3e4c3_2b1l6_2a4a4_9d1_8", "2x2x:a1_3a2f3a2_4a",
        "9j:f3b7_2a5f4c7b2a7b5d4a2c6a5d1b3a3b8c9f3a5_1b1f,"
        "adc__aca_c_ba_bba_cbbabce_fg__b_baaaaabca_baaba_adbcca",
        "6j:a3c4_1b2c2_3f5_3c2b6_4c5a,_acb_a_a__cabbacbb_ba_a__abb",
        "3x3k:zzzc,aa___ab______aa_____a________a______a__a__a____________a__aaaaa_aa_a__aaa___aaa__bba___ba___aaba_"
        "aaaa,"
        "9a9a13_13_6_14a7_12e8_14a15_5a17a4b16a7_15c15_5a11a15_14_10c5a13b10b16c11a8a5a9_7_16a8_17_13a13i",
        "3x3xk:zzzc,_a_aba__aa____a_____aa___b_b___aa____b__a_b_aabba_b_aaa_aaa_aa_a__a__aa___________a____aa____aab,"
        "10_14a16_3a15c13b11_13a3b11a4a13a18_12_15a15a8e11a14b13_20c8_10_17d18_8c12b12b13a17_16d4c18c"}) {
    const Puzzle puzzle = puzzle_of(id);
    EXPECT_EQ(sudoku().format(puzzle, initial_state(puzzle.model), "tatham"), id);
    EXPECT_TRUE(has_one_solution(puzzle.model, 100'000)) << id;
  }
}

TEST(SudokuVariants, BadRulesNamePlaceAndCause) {
  const auto key = [](std::string_view text) { return problem_of(text).key; };
  const std::string empty(16, '.');
  EXPECT_EQ(problem_of("[foo]" + empty), (Problem{"error.text.character", {{"position", "2"}}}));
  EXPECT_EQ(key("[diagonals,diagonals]" + empty), "error.text.character");
  EXPECT_EQ(key("[diagonals"), "error.text.ends");
  EXPECT_EQ(key("[boxes:2x]" + empty), "error.text.character");
  EXPECT_EQ(key("[boxes:6x6]" + empty), "error.latin.side");
  EXPECT_EQ(problem_of("[boxes:2x5]..."), (Problem{"error.sudoku.cells", {{"length", "3"}, {"expected", "100"}}}));
  EXPECT_EQ(key("[boxes:2x2][jigsaw:aab/aab/ccc]" + empty), "error.sudoku.sides");
  EXPECT_EQ(key("[jigsaw:" + std::string(5000, 'a') + "]" + empty), "error.latin.side");
  EXPECT_EQ(key("[jigsaw:aabb/aabb/ccd./ccdd]" + empty), "error.text.character");
  EXPECT_EQ(problem_of("[jigsaw:aabb/aabb/ccdd/cccd]" + empty),
            (Problem{"error.sudoku.piece", {{"row", "3"}, {"column", "1"}, {"number", "5"}, {"side", "4"}}}));
  EXPECT_EQ(key("[killer:..../..../..../....]" + empty), "error.text.character");
  EXPECT_EQ(key("[killer:aabb/..../..../....:3]" + empty), "error.text.character");
  EXPECT_EQ(problem_of("[killer:aabb/..../..../....:3,9]" + empty),
            (Problem{"error.sudoku.cage", {{"row", "1"}, {"column", "3"}, {"number", "9"}, {"side", "4"}}}));
  EXPECT_EQ(key("[killer:aaaa/aaaa/..../....:20]" + empty), "error.sudoku.large_cage");
  EXPECT_EQ(problem_of("[killer:aa../..../..../....:5]12.............."),
            (Problem{"error.sudoku.cage", {{"row", "1"}, {"column", "1"}, {"number", "5"}}}));
  EXPECT_EQ(key("2x2j:p"), "error.text.ends");
  EXPECT_EQ(key("4j:p,aaaa"), "error.tatham.regions");
  EXPECT_EQ(key("2x2k:p,_"), "error.tatham.regions");
}

TEST(SudokuVariants, RandomBytesNeverBreakTheParser) {
  Random random(4);
  const std::string alphabet = "[]:,/-abcd.123_xjk";
  const std::vector<std::string> starts = {"[jigsaw:aabb/aabb/ccdd/ccdd]", "[killer:aabb/..../..../....:3,", "2x2jk:p,",
                                           "[boxes:2x2,diagonals]", "2x2k:p,zza,"};
  for (int round = 0; round < 20000; ++round) {
    std::string text = starts[static_cast<std::size_t>(random.below(5))];
    for (int n = random.below(40); n > 0; --n) {
      text += alphabet[static_cast<std::size_t>(random.below(static_cast<int>(alphabet.size())))];
    }
    const auto puzzle = sudoku().parse(text);
    if (!puzzle.ok()) continue;
    ASSERT_EQ(line_of(puzzle_of(line_of(puzzle.value()))), line_of(puzzle.value())) << text;
  }
}

TEST(SudokuVariants, GeneratorIsTheSameOnEveryPlatform) {
  EXPECT_EQ(sudoku().generate("6x6x", Level::hard, 4).value(), "[diagonals]...3..........2....4...5...1........");
  for (const std::string size : {"6x6x", "9x9x", "9x9n", "9x9j", "9x9k"}) {
    for (const Level level : {Level::easy, Level::medium}) {
      const Puzzle puzzle = puzzle_of(sudoku().generate(size, level, 2).value());
      EXPECT_EQ(puzzle.size.id, size);
      EXPECT_TRUE(has_one_solution(puzzle.model, 200'000)) << size;
    }
  }
}

}  // namespace
}  // namespace fastslow
