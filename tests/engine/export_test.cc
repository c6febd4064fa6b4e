// The forms in which other solvers are given our puzzles: groups as JSON, and MiniZinc.
#include "cli/export.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/groups.h"
#include "cli/minizinc.h"
#include "core/model.h"
#include "core/search.h"
#include "engine/conformance.h"
#include "engine/helpers.h"
#include "engine/output.h"
#include "engine/telling.h"

namespace fastslow {
namespace {

using Ordered = nlohmann::ordered_json;

// A model made from the groups alone, with all but their names.
Model read_back(const Ordered& written) {
  Model model;
  for (const Ordered& variable : written["variables"]) {
    const int lowest = variable["lowest"];
    const int highest = variable["highest"];
    if (variable["hidden"]) {
      model.add_hidden({}, lowest, highest);
    } else {
      model.add_variable({}, lowest, highest);
    }
  }
  for (const Ordered& group : written["groups"]) {
    std::vector<Term> terms;
    for (std::size_t i = 0; i < group["literals"].size(); ++i) {
      terms.push_back({group["literals"][i], group["weights"].is_null() ? 1 : group["weights"][i].get<int>()});
    }
    model.add_sum({}, terms, group["at_least"].is_null() ? kNoLower : group["at_least"].get<int>(),
                  group["at_most"].is_null() ? kNoUpper : group["at_most"].get<int>());
  }
  for (const Ordered& given : written["givens"]) model.add_given(given);
  return model;
}

std::vector<std::vector<Literal>> solutions_of(const Model& model) {
  auto solutions = search(model, {}, {.limit = 300}).solutions;
  std::sort(solutions.begin(), solutions.end());
  return solutions;
}

TEST(Export, GroupsAreTheWholePuzzle) {
  for (const puzzles::Family* family : testing::all_families()) {
    const puzzles::Puzzle puzzle = testing::smallest(*family);
    const Ordered written = Ordered::parse(cli::groups_json(puzzle.model).dump());
    EXPECT_EQ(solutions_of(read_back(written)), solutions_of(puzzle.model)) << family->id;
    Ordered without = written;
    without["givens"] = Ordered::array();
    if (!puzzle.model.givens().empty()) {
      EXPECT_GT(solutions_of(read_back(without)).size(), 1U) << family->id << ": givens are told apart from the rules";
    }
  }
}

// Several solutions, none, and every kind of group.
TEST(Export, GroupsOfLoosePuzzles) {
  const std::vector<std::pair<std::string, std::string>> loose = {
      {"sudoku", "12....2.3...4..."},      {"sudoku", "1..............4"},     {"minesweeper", "5x2n1:.....1...."},
      {"nonogram", "4x4:1/1/1/1/1/1/1/1"}, {"kenken", "aab/cab/ccb;6+,6+,6+"}, {"map", "2x2:ab/ab"},
      {"lightup", "3x3:........."},        {"zebra", "3x2:english=red"},
  };
  for (const auto& [family, text] : loose) {
    const puzzles::Puzzle puzzle = testing::puzzle_of(text, family);
    EXPECT_EQ(solutions_of(read_back(cli::groups_json(puzzle.model))), solutions_of(puzzle.model)) << text;
  }
}

TEST(Export, ABoundThatIsNoneIsNull) {
  Model model;
  const VariableId a = model.add_variable({}, 0, 2);
  model.add_sum({}, {{model.literal(a, 1), -3}, {model.literal(a, 2), 5}}, kNoLower, 4);
  model.add_cardinality({}, {model.literal(a, 0), model.literal(a, 1)}, 1, kNoUpper);
  const Ordered groups = cli::groups_json(model)["groups"];
  ASSERT_EQ(groups.size(), 3U);
  EXPECT_EQ(groups[0].dump(), R"({"literals":[0,1,2],"weights":null,"at_least":1,"at_most":1})");
  EXPECT_EQ(groups[1].dump(), R"({"literals":[0,1,2],"weights":[0,-3,5],"at_least":null,"at_most":4})");
  EXPECT_EQ(groups[2].dump(), R"({"literals":[0,1,2],"weights":[1,1,0],"at_least":1,"at_most":null})");
}

TEST(Export, TheToolWritesGroups) {
  cli::PuzzleOptions options;
  options.puzzles = {"...3.3.....4.2.."};
  const testing::Output out;
  EXPECT_EQ(cli::run_export(options, "groups"), cli::kExitOk);
  const Ordered written = Ordered::parse(out.text());
  EXPECT_EQ(written["format"], "fastslow-groups/1");
  EXPECT_EQ(written["variables"].size(), 16U);
  EXPECT_EQ(written["givens"].size(), 4U);
}

// What tests/web/unit/tools/compare.test.ts gives to the other solvers, a puzzle a line: each with one solution, but
// for the last two, with three and with none.
TEST(Export, PosedPuzzles) {
  const std::vector<std::pair<std::string, std::string>> posed = {
      {"sudoku", "...3.3.....4.2.."},
      {"kenken", "aab/ccb/cbb;2-,9+,4x"},
      {"futoshiki", "....//.<...//..31//14.."},
      {"nonogram", "5x5:/1.1/3/4/1.2/2/1.1/3/3/2"},
      {"knights", "A:if(knave(C),knave(B));B:exactly(2,ABC);C:atmost(2,ABC)"},
      {"minesweeper", "5x2n1:.....1...."},
      {"sudoku", "12....2.3...4..."},
  };
  std::string lines;
  for (const auto& [family, text] : posed) {
    const Model& model = testing::puzzle_of(text, family).model;
    lines += Ordered{{"family", family},
                     {"text", text},
                     {"groups", cli::groups_json(model)},
                     {"minizinc", cli::to_minizinc(model)}}
                 .dump() +
             "\n";
  }
  testing::expect_golden("posed", lines);
}

}  // namespace
}  // namespace fastslow
