#include "puzzles/skyscrapers/skyscrapers.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/propagation.h"
#include "core/search.h"
#include "engine/helpers.h"
#include "engine/latin_squares.h"
#include "puzzles/common/reduce.h"
#include "rooms.h"

namespace fastslow {
namespace {

using testing::Square2D;

const Family& skyscrapers() { return *find_family("skyscrapers"); }

Puzzle puzzle_of(const std::string& text) { return testing::puzzle_of(text, "skyscrapers"); }

Problem problem_of(std::string_view text) {
  const auto puzzle = skyscrapers().parse(text);
  return puzzle.ok() ? Problem{} : puzzle.problem();
}

std::string heights(const Model& model, const std::vector<Literal>& solution, int cells) {
  std::string out;
  for (int i = 0; i < cells; ++i) {
    out += static_cast<char>('0' + model.value_of(solution[static_cast<std::size_t>(i)]));
  }
  return out;
}

// How many stand out over all before them.
int seen(const std::vector<int>& line) {
  int count = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    count += std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(i),
                         [&](int before) { return before < line[i]; })
                 ? 1
                 : 0;
  }
  return count;
}

std::vector<int> column(const Square2D& square, std::size_t index) {
  std::vector<int> cells;
  for (const auto& row : square) cells.push_back(row[index]);
  return cells;
}

std::vector<int> backwards(std::vector<int> line) { return {line.rbegin(), line.rend()}; }

TEST(Skyscrapers, CluesMeanWhatTheySay) {
  const auto fits = [](const Square2D& s) {
    return seen(column(s, 1)) == 2 && seen(backwards(s[0])) == 3 && seen(backwards(column(s, 0))) == 4 &&
           seen(backwards(column(s, 1))) == 1;
  };
  const auto expected = testing::latin_squares(4, fits);
  ASSERT_EQ(expected.size(), 1U);
  const Puzzle puzzle = puzzle_of(".2../.....3/....../....../....../41..");
  const auto found = search(puzzle.model, {}, {.limit = 2}).solutions;
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(heights(puzzle.model, found.front(), 16), testing::digits_of(expected.front()));
}

// Each clue from each edge against counting by hand, over all squares.
TEST(Skyscrapers, EveryClueAllowsTheRightSquares) {
  for (int clue = 1; clue <= 4; ++clue) {
    const std::string number = std::to_string(clue);
    const auto count = [](const std::string& text) {
      return search(puzzle_of(text).model, {}, {.limit = 1000}).solutions.size();
    };
    const std::string rows = "/....../....../....../....../";
    const auto left = [&](const Square2D& s) { return seen(s[2]) == clue; };
    EXPECT_EQ(count("..../....../....../" + number + "...../....../...."), testing::latin_squares(4, left).size());
    const auto above = [&](const Square2D& s) { return seen(column(s, 3)) == clue; };
    EXPECT_EQ(count("..." + number + rows + "...."), testing::latin_squares(4, above).size());
    const auto both = [&](const Square2D& s) { return above(s) && seen(backwards(column(s, 0))) == 2; };
    EXPECT_EQ(count("..." + number + rows + "2..."), testing::latin_squares(4, both).size());
  }
}

TEST(Skyscrapers, HeightsSettleWhatIsHidden) {
  const Puzzle puzzle = puzzle_of("422144/3......3/3......3/....3.../5......1/2......./.......4/1....2");
  ASSERT_TRUE(puzzle.model.has_hidden());
  const auto solution = search(puzzle.model, {}, {.limit = 1}).solutions.front();
  Propagator propagator(puzzle.model);
  for (VariableId v = 0; v < 36; ++v) EXPECT_TRUE(propagator.assume({solution[static_cast<std::size_t>(v)], true}));
  EXPECT_TRUE(propagator.propagate());
  EXPECT_EQ(propagator.depth(), puzzle.model.literal_count());
  EXPECT_LT(puzzle.model.literal_count(), 700);
}

TEST(Skyscrapers, ReadsWhatItWrites) {
  for (const std::string text :
       {"2.1/2...1/..1../....2/.2.", ".2../.....3/....../....../....../41..", "12/1212/2..1/.."}) {
    const auto read = skyscrapers().parse(text);
    ASSERT_TRUE(read.ok()) << text << " " << read.problem().key;
    const State state = initial_state(read.value().model);
    EXPECT_EQ(skyscrapers().format(read.value(), state, "line"), text);
    const Puzzle again = puzzle_of(skyscrapers().format(read.value(), state, "tatham"));
    EXPECT_EQ(again.format, "tatham");
    EXPECT_EQ(skyscrapers().format(again, initial_state(again.model), "line"), text);
  }
}

TEST(Skyscrapers, ReadsTathamsGameIds) {
  for (const std::string id : {"5:3/2/3/1/3/2/3/2/3/1/3/2/2/1/2/2/4/3/2/1", "4:3/3////////3////2//3",
                               "6://1///5/5////2/////3/3///4////3,h3l6k3b", "3:2//1//2//2///1//2,d1d"}) {
    const Puzzle puzzle = puzzle_of(id);
    EXPECT_EQ(skyscrapers().format(puzzle, initial_state(puzzle.model), "tatham"), id);
    EXPECT_EQ(has_one_solution(puzzle.model, 100'000), id.front() != '3') << id;
  }
}

TEST(Skyscrapers, BadInputNamesPlaceAndCause) {
  const auto key = [](std::string_view text) { return problem_of(text).key; };
  EXPECT_EQ(key(""), "error.text.empty");
  EXPECT_EQ(key(std::string(70000, '.')), "error.text.too_long");
  EXPECT_EQ(key(std::string(60000, '.')), "error.latin.side");
  EXPECT_EQ(key("./.../."), "error.latin.side");
  EXPECT_EQ(problem_of(".4./"), (Problem{"error.skyscrapers.number", {{"position", "2"}, {"side", "3"}}}));
  EXPECT_EQ(problem_of(".../.4..."),
            (Problem{"error.sudoku.value", {{"symbol", "4"}, {"row", "1"}, {"column", "1"}, {"side", "3"}}}));
  EXPECT_EQ(problem_of(".../...x."), (Problem{"error.text.character", {{"position", "8"}}}));
  EXPECT_EQ(problem_of(".../...../...../.....").key, "error.text.ends");
  EXPECT_EQ(key(".../...../...../...../...."), "error.text.character");
  EXPECT_EQ(key(".../.1.1./...../...../..."), "error.givens.conflict");
  EXPECT_EQ(problem_of(".3./...../..3../...../..."),
            (Problem{"error.skyscrapers.column", {{"number", "3"}, {"column", "2"}}}));
  EXPECT_EQ(problem_of(".../2.3.../"), (Problem{"error.text.character", {{"position", "10"}}}));
  EXPECT_EQ(problem_of(".../23.../...../...../...").key, "error.skyscrapers.row");
  EXPECT_EQ(key("x:1"), "error.latin.params");
  EXPECT_EQ(key("44:1"), "error.latin.side");
  EXPECT_EQ(key("4:5///"), "error.tatham.number");
  EXPECT_EQ(key("4:1/2"), "error.text.ends");
  EXPECT_EQ(key("2:///////,abz"), "error.tatham.length");
}

TEST(Skyscrapers, GeneratesTheSameEverywhereWithOneSolution) {
  EXPECT_EQ(skyscrapers().generate("4x4", Level::hard, 5).value(), ".2../.....3/....../....../....../41..");
  EXPECT_EQ(skyscrapers().generate("9x9", Level::hard, 1).problem().key, "error.size.unknown");
  for (const Size& size : skyscrapers().sizes) {
    for (const Level level : {Level::easy, Level::hard}) {
      const Puzzle puzzle = puzzle_of(skyscrapers().make(size, level, 3));
      EXPECT_EQ(puzzle.size, size);
      EXPECT_TRUE(has_one_solution(puzzle.model, 100'000));
    }
  }
}

}  // namespace
}  // namespace fastslow
