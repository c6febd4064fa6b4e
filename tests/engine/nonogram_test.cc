#include "puzzles/nonogram/nonogram.h"

#include <gtest/gtest.h>

#include "core/search.h"
#include "engine/conformance.h"
#include "puzzles/nonogram/text.h"
#include "rooms.h"

namespace fastslow {
namespace {

const Family& family() { return *find_family("nonogram"); }

std::string picture(const Puzzle& puzzle, const std::vector<Literal>& solution) {
  std::string text;
  for (VariableId v = 0; v < puzzle.model.variable_count() && !puzzle.model.variable(v).hidden; ++v) {
    text += puzzle.model.value_of(solution[static_cast<std::size_t>(v)]) == 1 ? '#' : '-';
  }
  return text;
}

// A heart, drawn by hand.
const std::string kHeart = "5x5:2/4/4/4/2/1.1/5/5/3/1";
const std::string kHeartPicture =
    "-#-#-"
    "#####"
    "#####"
    "-###-"
    "--#--";

TEST(Nonogram, SolvesAPictureDrawnByHand) {
  const Puzzle puzzle = family().parse(kHeart).value();
  const auto found = search(puzzle.model, {}, {.limit = 9}).solutions;
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(picture(puzzle, found.front()), kHeartPicture);
}

// Every picture of 3 x 3 meets its own clues, and every picture that meets them has them.
TEST(Nonogram, MeansWhatItsCluesSay) {
  const auto clues_of = [](int bits) {
    std::string text;
    for (const bool column : {true, false}) {
      for (int i = 0; i < 3; ++i) {
        std::string clue;
        int run = 0;
        for (int j = 0; j <= 3; ++j) {
          const bool painted = j < 3 && ((bits >> (column ? 3 * j + i : 3 * i + j)) & 1) != 0;
          if (!painted && run > 0) clue += (clue.empty() ? "" : ".") + std::to_string(run);
          run = painted ? run + 1 : 0;
        }
        text += (text.empty() && column && i == 0 ? "" : "/") + clue;
      }
    }
    return text;
  };
  for (int bits = 0; bits < 512; bits += 7) {
    int same = 0;
    for (int other = 0; other < 512; ++other) same += clues_of(other) == clues_of(bits) ? 1 : 0;
    const Puzzle puzzle = family().parse("3x3:" + clues_of(bits)).value();
    EXPECT_EQ(search(puzzle.model, {}, {.limit = 99}).solutions.size(), static_cast<std::size_t>(same)) << bits;
  }
}

TEST(Nonogram, ReadsTheNonFormat) {
  const std::string text =
      "title \"heart\"\nwidth 5\nheight 5\n\nrows\n1,1\n5\n5\n3\n1\n\ncolumns\n2\n4\n4\n4\n2\n\ngoal \"0101011111\"\n";
  const Result<Puzzle> puzzle = family().parse(text);
  ASSERT_TRUE(puzzle.ok()) << puzzle.problem().key;
  const State start = initial_state(puzzle.value().model);
  EXPECT_EQ(family().format(puzzle.value(), start, "id"), kHeart);
  EXPECT_EQ(family().format(family().parse(family().format(puzzle.value(), start, "non")).value(), start, "id"),
            kHeart);
}

TEST(Nonogram, KnownSquaresAreGivens) {
  const Puzzle puzzle = family().parse(kHeart + ";-#-#-....................").value();
  EXPECT_EQ(puzzle.model.givens().size(), 5U);
}

TEST(Nonogram, NamesPlaceAndCause) {
  const auto key = [](const std::string& text) {
    const auto puzzle = family().parse(text);
    return puzzle.ok() ? std::string("none") : puzzle.problem().key;
  };
  EXPECT_EQ(key(""), "error.text.empty");
  EXPECT_EQ(key("76x5:1"), "error.nonogram.side");
  EXPECT_EQ(key("5x5:1/1"), "error.text.ends");
  EXPECT_EQ(key("2x2:1.1/1/1/1"), "error.nonogram.column");
  const auto row = family().parse("width 3\nheight 2\nrows\n1\n1,2\ncolumns\n1\n1\n1\n");
  EXPECT_EQ(row.problem().key, "error.nonogram.row");
  EXPECT_EQ(row.problem().args.at("n"), "2");
  EXPECT_EQ(key("2x2:1/1/1/1;#?.."), "error.text.character");
  EXPECT_EQ(key("2x2:1/1/1/1;#.."), "error.text.ends");
  EXPECT_EQ(key("2x2:1/1/1/1;##.."), "error.board.conflict");
  EXPECT_EQ(key("width 3\nheight 2\nrows\n1\n1\n"), "error.nonogram.lines");
  EXPECT_EQ(key("nothing of the kind"), "error.nonogram.side");
}

TEST(Nonogram, TheGeneratorIsPinned) {
  EXPECT_EQ(family().generate("5x5", Level::hard, 1).value(), "5x5:2.1/1/1.1/4/1.2/1.2/2.2/1/1.3/1");
}

}  // namespace
}  // namespace fastslow
