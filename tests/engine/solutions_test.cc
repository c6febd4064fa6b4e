// "Solved" shows the solution: what `fastslow solve` prints is complete, whatever the form a puzzle was read in. The
// checker (core/consequences.h), which knows no solver, confirms it.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "cli/commands.h"
#include "core/consequences.h"
#include "core/index.h"
#include "engine/conformance.h"
#include "engine/output.h"
#include "rooms.h"

namespace fastslow {
namespace {

using testing::generated;
using testing::with_placed;

std::string solve(const Family& family, const std::string& text, bool json) {
  const testing::Output output;
  cli::PuzzleOptions options;
  options.family = family.id;
  options.puzzles = {text};
  options.json = json;
  EXPECT_EQ(cli::run_solve(options), cli::kExitOk) << family.id << ": " << text;
  return output.text();
}

// Read by itself, the text has a value for every cell, and they break no rule.
void expect_solution(const Family& family, const std::string& text) {
  const Result<Puzzle> read = family.parse(text);
  ASSERT_TRUE(read.ok()) << family.id << ": " << text << ": " << read.problem().key;
  const Model& model = read.value().model;
  const Consequences told = consequences_of(model, initial_state(model));
  EXPECT_TRUE(told.complete) << family.id << ": " << text;
  EXPECT_TRUE(told.broken.empty()) << family.id << ": " << text;
}

class Solutions : public ::testing::TestWithParam<const Family*> {};

TEST_P(Solutions, AreCompleteInEveryForm) {
  const Family& family = *GetParam();
  const Puzzle puzzle = testing::smallest(family);
  for (const std::string& form : family.formats) {
    const std::string text = family.format(puzzle, initial_state(puzzle.model), form);
    const std::string solution = solve(family, text, false);
    expect_solution(family, solution);
    const auto told = nlohmann::json::parse(solve(family, text, true));
    EXPECT_EQ(told.at("status"), "solved");
    EXPECT_EQ(told.at("solution"), solution);
  }
}

INSTANTIATE_TEST_SUITE_P(Families, Solutions, ::testing::ValuesIn(testing::all_families()),
                         [](const auto& test) { return test.param->id; });

TEST(SolutionsOfGames, AreWrittenWholeToo) {
  const Family& family = *find_family("minesweeper");
  for (const Size& size : family.sizes) {
    if (!size.game) continue;
    const Puzzle puzzle = generated(family, size, Level::easy, 1);
    for (const std::string& form : family.formats) {
      const Puzzle read = family.parse(family.format(puzzle, initial_state(puzzle.model), form)).value();
      expect_solution(family, family.write(read, with_placed(read.model, read.answer)));
    }
  }
}

TEST(SolutionsOfForms, StayInTheFormThatCanHoldThem) {
  const Family& sudoku = *find_family("sudoku");
  EXPECT_EQ(solve(sudoku, "1...|..3.|.2..|...4", false).find('.'), std::string::npos);
  // Cages of one cell are no gaps in a solution.
  const std::string kenken = solve(*find_family("kenken"), "aab/cab/ddd;12x,2-,1,6+", false);
  EXPECT_EQ(kenken.find('.'), std::string::npos);
  // A picture's clues alone show no picture.
  const std::string picture = "width 2\nheight 2\n\nrows\n2\n1\n\ncolumns\n2\n1\n";
  EXPECT_NE(solve(*find_family("nonogram"), picture, false).find('#'), std::string::npos);
}

}  // namespace
}  // namespace fastslow
