#include "puzzles/minesweeper/minesweeper.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/consequences.h"
#include "core/search.h"
#include "engine/conformance.h"
#include "puzzles/minesweeper/mask.h"
#include "puzzles/minesweeper/text.h"
#include "rooms.h"
#include "solver/marginals.h"

namespace fastslow {
namespace {

using namespace minesweeper;

const Family& family() { return *find_family("minesweeper"); }

std::string canonical(const Puzzle& puzzle) { return family().format(puzzle, initial_state(puzzle.model), "id"); }

// From Debian's sgt-mines --generate 1 9x9n10#1.
const std::string kTatham = "9x9:7,8,mc0d6254bc6da9d1f40490";

TEST(Minesweeper, ReadsTathamsIds) {
  const Result<MinesText> read = read_mines(kTatham);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value().mines, 10);
  // Tatham's generator leaves no mine on or around the first square, so the clue there is 0.
  EXPECT_EQ(read.value().squares[8 * 9 + 7], 0);
  EXPECT_EQ(write_mines(read.value(), "tatham"), kTatham);
}

TEST(Minesweeper, MaskingGoesThereAndBack) {
  const std::vector<std::uint8_t> bitmap = {0x12, 0x80, 0x00, 0xff, 0x01, 0x30, 0x40};
  const auto masked = mask_bitmap(bitmap, 52);
  EXPECT_NE(masked, bitmap);
  EXPECT_EQ(unmask_bitmap(masked, 52), bitmap);
}

// Of three covered squares the middle clue sees two mines, the outer ones one each: they are at the ends.
TEST(Minesweeper, SolvesAPositionByHand) {
  const Puzzle puzzle = family().parse("3x2n2:121...").value();
  const auto found = search(puzzle.model, {}, {.limit = 9}).solutions;
  ASSERT_EQ(found.size(), 1U);
  std::string mines;
  for (const Literal l : found.front()) mines += puzzle.model.value_of(l) == 1 ? '*' : '-';
  EXPECT_EQ(mines, "---*-*");
}

TEST(Minesweeper, DiggingRevealsAndOpensWhereNothingIsNear) {
  MinesText text;
  text.width = 4;
  text.height = 1;
  text.mines = 1;
  text.squares.assign(4, MinesText::kCovered);
  text.hidden = {false, false, false, true};
  dig(text, 0);
  EXPECT_EQ(text.squares, (std::vector<int>{0, 0, 1, MinesText::kCovered}));
  dig(text, 3);
  EXPECT_EQ(text.squares[3], MinesText::kExploded);
}

TEST(Minesweeper, AGameGrowsAndKeepsItsLiterals) {
  Puzzle game = family().parse(kTatham).value();
  const std::string before = canonical(game);
  const MinesText truth = read_mines(before).value();
  const auto safe = static_cast<VariableId>(
      std::find_if(truth.squares.begin(), truth.squares.end(),
                   [&](const int& square) {
                     return square == MinesText::kCovered &&
                            !truth.hidden[static_cast<std::size_t>(&square - truth.squares.data())];
                   }) -
      truth.squares.begin());
  const int literals = game.model.literal_count();
  EXPECT_FALSE(family().reveal(game, game.model.literal(safe, 1)).has_value());
  const auto grown = family().reveal(game, game.model.literal(safe, 0));
  ASSERT_TRUE(grown.has_value());
  game = *grown;
  EXPECT_EQ(game.model.literal_count(), literals);
  EXPECT_NE(canonical(game), before);
  EXPECT_TRUE(violated(game.model, initial_state(game.model)).empty());
  EXPECT_EQ(canonical(family().parse(canonical(game)).value()), canonical(game));
}

TEST(Minesweeper, DiggingAMineLosesVisibly) {
  Puzzle game = family().parse(kTatham).value();
  const MinesText truth = read_mines(canonical(game)).value();
  const auto mine =
      static_cast<VariableId>(std::find(truth.hidden.begin(), truth.hidden.end(), true) - truth.hidden.begin());
  const auto exploded = family().reveal(game, game.model.literal(mine, 0));
  ASSERT_TRUE(exploded.has_value());
  game = *exploded;
  EXPECT_EQ(canonical(game)[canonical(game).find(':') + 1 + static_cast<std::size_t>(mine)], '!');
  EXPECT_TRUE(game.lost);
  const Puzzle lost = family().parse(canonical(game)).value();
  EXPECT_TRUE(lost.lost);
  EXPECT_TRUE(violated(lost.model, initial_state(lost.model)).empty()) << "the mine is known now";
}

// As magazines print them: any number of mines that the clues allow, every layout alike.
TEST(Minesweeper, APositionMayLeaveTheNumberOfMinesOpen) {
  const Puzzle puzzle = family().parse("3x2:.2....").value();
  EXPECT_EQ(canonical(puzzle), "3x2:.2....");
  EXPECT_TRUE(puzzle.layout.counters.empty());
  EXPECT_EQ(puzzle.size.id, "3x2-open");
  const auto found = search(puzzle.model, {}, {.limit = 99}).solutions;
  EXPECT_EQ(found.size(), 10U);  // two of the five neighbours
  const Puzzle corner = family().parse("3x1:1..").value();
  const auto both = search(corner.model, {}, {.limit = 9}).solutions;
  ASSERT_EQ(both.size(), 2U);  // one mine or two
  const solver::Marginals odds = solver::marginals(corner.model, {}, 1000);
  EXPECT_DOUBLE_EQ(odds.shares[static_cast<std::size_t>(corner.model.literal(1, 1))], 1.0);
  EXPECT_DOUBLE_EQ(odds.shares[static_cast<std::size_t>(corner.model.literal(2, 1))], 0.5);
  // With the values of a solution it is read back.
  State state = testing::with_placed(corner.model, both.front());
  EXPECT_EQ(family().parse(family().format(corner, state, "id")).value().model.givens().size(), 3U);
}

TEST(Minesweeper, TheTotalIsToldInTheSingularAndAsNone) {
  const auto total = [](const std::string& text) {
    const Puzzle puzzle = family().parse(text).value();
    return puzzle.model.constraint(puzzle.layout.counters.front().constraint).name.key;
  };
  EXPECT_EQ(total("5x2n1:.....1...."), "unit.mine");
  EXPECT_EQ(total("5x2n2:.....1...."), "unit.mines");
  EXPECT_EQ(total("2x2n0:0..."), "unit.no_mines");
}

TEST(Minesweeper, NamesPlaceAndCause) {
  const auto key = [](const std::string& text) {
    const auto puzzle = family().parse(text);
    return puzzle.ok() ? std::string("none") : puzzle.problem().key;
  };
  EXPECT_EQ(key(""), "error.text.empty");
  EXPECT_EQ(key("51x5n3:"), "error.minesweeper.side");
  EXPECT_EQ(key("2x2n5:...."), "error.minesweeper.mines");
  EXPECT_EQ(key("2x2n1:..."), "error.text.ends");
  EXPECT_EQ(key("2x2n1:...x"), "error.text.character");
  EXPECT_EQ(key("2x2n1:....."), "error.text.character");
  EXPECT_EQ(key("9x9:9,8,mc0d6254bc6da9d1f40490"), "error.text.character");
  EXPECT_EQ(key("3x2n1:8....."), "error.board.conflict");
  // A dug square that shows something else than the hidden layout holds.
  std::string wrong = canonical(family().parse(kTatham).value());
  const auto zero = wrong.find('0', wrong.find(':'));
  wrong[zero] = '8';
  EXPECT_EQ(key(wrong), "error.minesweeper.clue");
}

}  // namespace
}  // namespace fastslow
