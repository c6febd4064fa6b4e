#include "puzzles/custom/custom.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "core/search.h"
#include "engine/helpers.h"
#include "rooms.h"

namespace fastslow {
namespace {

using namespace custom;

using Json = nlohmann::json;

Json square() { return {{"format", "fastslow-puzzle/1"}, {"grid", {{"rows", 3}, {"columns", 3}, {"values", {1, 9}}}}}; }

Json with_rule(Json rule) {
  Json declaration = square();
  declaration["constraints"] = Json::array({std::move(rule)});
  return declaration;
}

Result<Puzzle> parse(const Json& declaration) { return find_family("custom")->parse(declaration.dump()); }

Problem problem_of(const Json& declaration) {
  const Result<Puzzle> puzzle = parse(declaration);
  return puzzle.ok() ? Problem{"none", {}} : puzzle.problem();
}

// The eight magic squares of side 3, which no family declares.
TEST(Custom, DeclaresTheMagicSquare) {
  Json declaration = square();
  declaration["constraints"] = Json::array({{{"kind", "all_different"}, {"cells", "r*c*"}}});
  for (const char* line : {"r1c*", "r2c*", "r3c*", "r*c1", "r*c2", "r*c3"}) {
    declaration["constraints"].push_back({{"kind", "sum"}, {"cells", line}, {"equals", 15}});
  }
  declaration["constraints"].push_back({{"kind", "sum"}, {"cells", {"r1c1", "r2c2", "r3c3"}}, {"equals", 15}});
  declaration["constraints"].push_back({{"kind", "sum"}, {"cells", {"r1c3", "r2c2", "r3c1"}}, {"equals", 15}});
  const Result<Puzzle> puzzle = parse(declaration);
  ASSERT_TRUE(puzzle.ok());
  EXPECT_EQ(search(puzzle.value().model, {}, {.limit = 100}).solutions.size(), 8U);
  declaration["givens"] = {{"r1c1", 2}, {"r1c2", 7}};
  EXPECT_EQ(search(parse(declaration).value().model, {}, {.limit = 100}).solutions.size(), 1U);
}

// As a product says it: with a zero among the cells it is 0, and with none it is not.
TEST(Custom, ProductsOfCellsThatMayBeZeroAreThoseOfAHandWrittenChecker) {
  for (const int product : {0, 1, 4, 6, 7}) {
    Json declaration = square();
    declaration["grid"] = {{"rows", 1}, {"columns", 3}, {"values", {0, 4}}};
    declaration["constraints"] = Json::array({{{"kind", "product"}, {"cells", "r1c*"}, {"equals", product}}});
    std::size_t expected = 0;
    for (int a = 0; a <= 4; ++a) {
      for (int b = 0; b <= 4; ++b) {
        for (int c = 0; c <= 4; ++c) expected += a * b * c == product ? 1 : 0;
      }
    }
    EXPECT_EQ(search(parse(declaration).value().model, {}, {.limit = 1000}).solutions.size(), expected) << product;
  }
  // No cell can be 0.
  const Json hopeless = with_rule({{"kind", "product"}, {"cells", "r1c*"}, {"equals", 0}});
  EXPECT_TRUE(search(parse(hopeless).value().model, {}, {}).solutions.empty());
}

TEST(Custom, ReadsEveryKind) {
  for (const char* rule :
       {R"({"kind":"less","cells":["r1c1","r1c2","r1c3"]})", R"({"kind":"product","cells":"r1c*","equals":24})",
        R"({"kind":"difference","cells":"r1c*","at_least":5})",
        R"({"kind":"ratio","cells":["r1c1","r1c2"],"equals":2})", R"({"kind":"same","cells":["r1c1","r3c3"]})",
        R"({"kind":"count","cells":"r1c1:r2c2","value":7,"at_most":1})",
        R"({"kind":"any","of":[{"cell":"r1c1","is":3},{"cell":"r2c2","is_not":4}]})",
        R"({"kind":"table","cells":["r1c1","r1c2","r1c3"],"rows":[[1,2,3],[3,2,1]]})",
        R"({"kind":"sum","cells":["r1c1","r3c3"],"coefficients":[2,-1],"at_least":0,"name":"a rule of mine"})"}) {
    EXPECT_EQ(problem_of(with_rule(Json::parse(rule))).key, "none") << rule;
  }
}

TEST(Custom, CellsMayBeListedAnywhere) {
  const Result<Puzzle> puzzle = parse(
      {{"format", "fastslow-puzzle/1"},
       {"cells", Json::array({{{"id", "b"}, {"row", 2}, {"column", 4}, {"values", {0, 1}}, {"name", "the lower lamp"}},
                              {{"id", "a"}, {"row", 0}, {"column", 1}, {"values", {0, 1}}}})},
       {"symbols", {"glyph.dot", "glyph.lamp"}},
       {"constraints", Json::array({{{"kind", "less"}, {"cells", {"a", "b"}}}})}});
  ASSERT_TRUE(puzzle.ok()) << puzzle.problem().key;
  EXPECT_EQ(puzzle.value().size, grid_size(5, 3)) << "width by height, as everywhere";
  EXPECT_EQ(puzzle.value().model.variable(1).name.key, "@the lower lamp");
  EXPECT_EQ(search(puzzle.value().model, {}, {.limit = 9}).solutions.size(), 1U);
}

TEST(Custom, NamesPlaceAndCause) {
  struct Case {
    Json declaration;
    std::string key;
    std::string path;
  };
  const std::vector<Case> cases = {
      {Json::object(), "error.custom.format", "/format"},
      {{{"format", "fastslow-puzzle/1"}}, "error.custom.no_cells", "/"},
      {with_rule({{"kind", "magic"}}), "error.custom.kind", "/constraints/0/kind"},
      {with_rule({{"kind", "all_different"}}), "error.custom.missing", "/constraints/0"},
      {with_rule({{"kind", "all_different"}, {"cells", {"r1c1", "r9c9"}}}), "error.custom.no_such_cell",
       "/constraints/0/cells/1"},
      {with_rule({{"kind", "all_different"}, {"cells", {"r1c1", "r1c1"}}}), "error.custom.twice",
       "/constraints/0/cells/1"},
      {with_rule({{"kind", "sum"}, {"cells", "r1c*"}}), "error.custom.missing", "/constraints/0"},
      {with_rule({{"kind", "sum"}, {"cells", "r1c*"}, {"equals", "15"}}), "error.custom.number",
       "/constraints/0/equals"},
      {with_rule({{"kind", "sum"}, {"cells", "r1c*"}, {"at_least", 4}, {"at_most", 3}}), "error.custom.bounds",
       "/constraints/0"},
      {with_rule({{"kind", "count"}, {"cells", "r1c*"}, {"value", 0}, {"equals", 1}}), "error.custom.number",
       "/constraints/0/value"},
      {with_rule({{"kind", "any"}, {"of", Json::array({{{"cell", "r1c1"}}})}}), "error.custom.choice",
       "/constraints/0/of/0"},
      {with_rule({{"kind", "any"}, {"of", Json::array({{{"cell", "r1c1"}, {"is_not", 77}}})}}), "error.custom.number",
       "/constraints/0/of/0/is_not"},
      {with_rule({{"kind", "table"}, {"cells", "r1c*"}, {"rows", {{1, 2, 77}}}}), "error.custom.number",
       "/constraints/0/rows/0/2"},
      {with_rule({{"kind", "table"}, {"cells", "r1c*"}, {"rows", {{1, 2}}}}), "error.custom.as_many",
       "/constraints/0/rows/0"},
      {with_rule({{"kind", "product"}, {"cells", "r1c*"}, {"equals", -1}}), "error.custom.negative", "/constraints/0"},
      {with_rule({{"kind", "sum"}, {"cells", "r1c*"}, {"not_equals", 5}}), "error.custom.not_equals", "/constraints/0"},
      {with_rule({{"kind", "sum"}, {"cells", {"r1c1", "r1c2"}}, {"not_equals", 5}, {"at_least", 2}}),
       "error.custom.not_equals", "/constraints/0"},
      {with_rule({{"kind", "ratio"}, {"cells", "r1c*"}, {"equals", 2}, {"not_equals", 3}}), "error.custom.not_equals",
       "/constraints/0"},
  };
  for (const Case& c : cases) {
    const Problem problem = problem_of(c.declaration);
    EXPECT_EQ(problem.key, c.key) << c.declaration;
    EXPECT_EQ(problem.args.at("path"), c.path) << c.declaration;
  }
  Json bracketed = square();
  bracketed["about"] = std::string(40, '[');
  EXPECT_EQ(problem_of(bracketed).key, "none");
  EXPECT_EQ(find_family("custom")->parse("{").problem().key, "error.custom.syntax");
  EXPECT_EQ(find_family("custom")->parse(std::string(5000, '[')).problem().key, "error.custom.syntax");
}

// What the problem of a declaration says was probably meant.
std::string meant_by(const Json& declaration) {
  const Problem problem = problem_of(declaration);
  return problem.args.contains("meant") ? problem.args.at("meant") : "(" + problem.key + ")";
}

TEST(Custom, TellsWhatWasProbablyMeant) {
  EXPECT_EQ(meant_by(with_rule({{"kind", "sum"}, {"cells", "r1c*"}, {"equal", 15}})), "equals");
  EXPECT_EQ(meant_by(with_rule({{"kind", "sum"}, {"cells", "r1c*"}, {"atLeast", 15}})), "at_least");
  EXPECT_EQ(meant_by(with_rule({{"kind", "allDifferent"}, {"cells", "r1c*"}})), "all_different");
  EXPECT_EQ(meant_by(with_rule({{"kind", "all-different"}, {"cells", "r1c*"}})), "all_different");
  EXPECT_EQ(meant_by(with_rule({{"kind", "smu"}, {"cells", "r1c*"}, {"equals", 15}})), "sum");
  EXPECT_EQ(meant_by(with_rule({{"kind", "less"}, {"cells", {"r1c1", "R1C2"}}})), "r1c2");
  EXPECT_EQ(meant_by(with_rule({{"kind", "less"}, {"cells", {"r1c1", "r1c4"}}})), "(error.custom.no_such_cell)")
      << "a cell beyond the board is no slip of the pen";
  EXPECT_EQ(meant_by(with_rule({{"kind", "sum"}, {"cells", "r1c*"}, {"colour", 15}})), "(error.custom.unknown)");
  Json misspelt = square();
  misspelt["constraint"] = Json::array();
  EXPECT_EQ(meant_by(misspelt), "constraints");
  EXPECT_EQ(problem_of(misspelt).args.at("path"), "/constraint");
  Json marked = square();
  marked["layout"]["marks"] = Json::array({{{"shape", "thermo"}, {"cells", "r1c*"}}});
  EXPECT_EQ(meant_by(marked), "thermometer");
  marked["layout"]["marks"][0] = {{"shape", "line"}, {"cells", "r1c*"}, {"color", "gray"}};
  EXPECT_EQ(meant_by(marked), "grey");
}

// The rules of two declarations, as they stand in the model: without names, in any order.
std::multiset<std::string> rules_of(const Json& declaration) {
  const Result<Puzzle> puzzle = parse(declaration);
  EXPECT_TRUE(puzzle.ok()) << puzzle.problem().key << declaration;
  std::multiset<std::string> rules;
  if (!puzzle.ok()) return rules;
  for (const auto& solution : search(puzzle.value().model, {}, {.limit = 500}).solutions) {
    std::string line;
    for (std::size_t i = 0; i < puzzle.value().layout.cells.size(); ++i) {
      line += std::to_string(puzzle.value().model.value_of(solution[i])) + " ";
    }
    rules.insert(line);
  }
  return rules;
}

Json four_by_four() {
  return {{"format", "fastslow-puzzle/1"}, {"grid", {{"rows", 4}, {"columns", 4}, {"values", {1, 4}}}}};
}

TEST(Custom, ShorthandsStandForTheRulesOfEveryUnit) {
  Json brief = four_by_four();
  for (const char* member : {"rows", "columns", "boxes"}) brief[member] = "all_different";
  Json full = four_by_four();
  for (const char* cells : {"r1c*", "r2c*", "r3c*", "r4c*", "r*c1", "r*c2", "r*c3", "r*c4", "r1c1:r2c2", "r1c3:r2c4",
                            "r3c1:r4c2", "r3c3:r4c4"}) {
    full["constraints"].push_back({{"kind", "all_different"}, {"cells", cells}});
  }
  EXPECT_EQ(rules_of(brief), rules_of(full));
  EXPECT_EQ(rules_of(brief).size(), 288U) << "as many as there are Sudokus of side 4";
  brief["diagonals"] = "all_different";
  full["constraints"].push_back({{"kind", "all_different"}, {"cells", {"r1c1", "r2c2", "r3c3", "r4c4"}}});
  full["constraints"].push_back({{"kind", "all_different"}, {"cells", {"r1c4", "r2c3", "r3c2", "r4c1"}}});
  EXPECT_EQ(rules_of(brief), rules_of(full));
  const Puzzle puzzle = parse(brief).value();
  EXPECT_EQ(puzzle.layout.borders.size(), 8U) << "three lines each way, and two diagonals";
  EXPECT_EQ(puzzle.model.constraint(0).name, (Name{"unit.row", {{"n", 1}}}));
  EXPECT_EQ(Json::parse(find_family("custom")->format(puzzle, initial_state(puzzle.model), "json")), brief)
      << "as it was written";
}

TEST(Custom, ShorthandsTakeAnyKindAndSize) {
  Json magic = square();
  magic["constraints"] = Json::array({{{"kind", "all_different"}, {"cells", "r*c*"}}});
  for (const char* member : {"rows", "columns", "diagonals"}) magic[member] = {{"kind", "sum"}, {"equals", 15}};
  EXPECT_EQ(rules_of(magic).size(), 8U);
  Json wide = four_by_four();
  wide["boxes"] = {{"kind", "all_different"}, {"size", {1, 4}}};
  Json rows = four_by_four();
  rows["rows"] = "all_different";
  wide["columns"] = rows["columns"] = "all_different";
  EXPECT_EQ(parse(wide).value().model.constraints().size(), parse(rows).value().model.constraints().size());
  EXPECT_EQ(rules_of(wide), rules_of(rows));
  Json apart = {{"format", "fastslow-puzzle/1"}, {"grid", {{"rows", 1}, {"columns", 3}, {"values", {1, 3}}}}};
  apart["neighbours"] = {{"kind", "difference"}, {"at_least", 2}};
  EXPECT_EQ(rules_of(apart), (std::multiset<std::string>{"1 3 1 ", "3 1 3 "}));
}

TEST(Custom, ChessMovesAreSaidOnceForEachPair) {
  Json knights = square();
  knights["knight_moves"] = "all_different";
  EXPECT_EQ(parse(knights).value().model.constraints().size(), 8U) << "four moves around the middle, two ways each";
  Json kings = square();
  kings["king_moves"] = "all_different";
  EXPECT_EQ(parse(kings).value().model.constraints().size(), 20U);
  kings["rows"] = kings["columns"] = "all_different";
  EXPECT_EQ(parse(kings).value().model.constraints().size(), 6U + 8U) << "the rows and columns, and the slanted pairs";
}

TEST(Custom, ShorthandsThatDoNotFitAreRefused) {
  struct Case {
    const char* member;
    Json rule;
    const char* key;
  };
  for (const Case& c : {Case{"boxes", "all_different", "error.custom.boxes"},  // 3 has no boxes
                        Case{"rows", {{"kind", "sum"}}, "error.custom.missing"},
                        Case{"rows", {{"kind", "sum"}, {"equals", 3}, {"cells", "r1c*"}}, "error.custom.unknown"},
                        Case{"rows", {{"kind", "sum"}, {"equals", 3}, {"size", {1, 3}}}, "error.custom.unknown"},
                        Case{"columns", "unlike", "error.custom.kind"}, Case{"columns", 3, "error.custom.object"},
                        Case{"columns", "any", "error.custom.missing"},
                        Case{"boxes", {{"kind", "all_different"}, {"size", {2, 2}}}, "error.custom.boxes"}}) {
    Json declaration = square();
    declaration[c.member] = c.rule;
    EXPECT_EQ(problem_of(declaration).key, c.key) << declaration;
  }
  Json oblong = {{"format", "fastslow-puzzle/1"}, {"grid", {{"rows", 2}, {"columns", 3}, {"values", {1, 9}}}}};
  oblong["diagonals"] = "all_different";
  EXPECT_EQ(problem_of(oblong).key, "error.custom.diagonals");
}

TEST(Custom, DifferenceRatioAndSameSpeakOfEachAndTheNext) {
  Json three = {{"format", "fastslow-puzzle/1"}, {"grid", {{"rows", 1}, {"columns", 3}, {"values", {1, 4}}}}};
  const auto solutions = [&](Json rule) {
    three["constraints"] = Json::array({std::move(rule)});
    three["givens"] = {{"r1c1", 2}};
    return rules_of(three);
  };
  using Lines = std::multiset<std::string>;
  EXPECT_EQ(solutions({{"kind", "difference"}, {"cells", "r1c*"}, {"equals", 1}}),
            (Lines{"2 1 2 ", "2 3 2 ", "2 3 4 "}));
  EXPECT_EQ(solutions({{"kind", "ratio"}, {"cells", "r1c*"}, {"equals", 2}}), (Lines{"2 1 2 ", "2 4 2 "}));
  EXPECT_EQ(solutions({{"kind", "ratio"}, {"cells", "r1c*"}, {"not_equals", 2}}),
            (Lines{"2 2 2 ", "2 2 3 ", "2 3 1 ", "2 3 2 ", "2 3 3 ", "2 3 4 "}));
  EXPECT_EQ(solutions({{"kind", "sum"}, {"cells", {"r1c1", "r1c2"}}, {"not_equals", 5}}).size(), 12U);
  EXPECT_EQ(solutions({{"kind", "same"}, {"cells", "r1c*"}}), (Lines{"2 2 2 "}));
  three["constraints"] = Json::array({{{"kind", "difference"}, {"cells", "r1c*"}, {"equals", 9}}});
  EXPECT_EQ(problem_of(three).key, "error.custom.no_pair");
}

TEST(Custom, MarksAreDrawnAndKept) {
  Json declaration = square();
  declaration["layout"]["marks"] =
      Json::array({{{"shape", "thermometer"}, {"cells", {"r3c1", "r2c1", "r1c2"}}},
                   {{"shape", "dot"}, {"cells", {"r1c1", "r1c2"}}, {"color", "black"}, {"text", "2"}},
                   {{"shape", "shade"}, {"cells", "r2c*"}, {"color", "blue"}}});
  const Puzzle puzzle = parse(declaration).value();
  ASSERT_EQ(puzzle.layout.marks.size(), 3U);
  EXPECT_EQ(puzzle.layout.marks[0].squares, (std::vector<Square>{{2, 0}, {1, 0}, {0, 1}}))
      << "in the order of the cells";
  EXPECT_EQ(puzzle.layout.marks[1].color, "black");
  EXPECT_EQ(puzzle.layout.marks[2].squares.size(), 3U);
  EXPECT_EQ(puzzle.model.constraints().size(), 0U) << "a mark states no rule";
  const std::string text = find_family("custom")->format(puzzle, initial_state(puzzle.model), "json");
  EXPECT_EQ(Json::parse(text), declaration);
  declaration["layout"]["marks"][0]["cells"] = {"r1c1"};
  EXPECT_EQ(problem_of(declaration).key, "error.custom.too_few");
  EXPECT_EQ(problem_of(declaration).args.at("path"), "/layout/marks/0/cells");
}

TEST(Custom, LimitsAreEnforced) {
  Json wide = square();
  wide["grid"]["rows"] = 21;
  wide["grid"]["columns"] = 20;
  EXPECT_EQ(problem_of(wide).key, "error.custom.too_many_cells");
  Json deep = square();
  deep["grid"]["values"] = {0, 36};
  EXPECT_EQ(problem_of(deep).key, "error.custom.values");
  Json many = square();
  for (int i = 0; i <= kMaxCustomConstraints; ++i) {
    many["constraints"].push_back({{"kind", "less"}, {"cells", "r1c*"}});
  }
  EXPECT_EQ(problem_of(many).key, "error.custom.too_many_rules");
  Json long_table = with_rule({{"kind", "table"}, {"cells", {"r1c1", "r1c2"}}});
  long_table["constraints"][0]["rows"] = Json(kMaxCustomTuples + 1, Json::array({1, 2}));
  EXPECT_EQ(problem_of(long_table).key, "error.custom.too_many_rows");
  Json drawing = square();
  drawing["layout"]["borders"] = Json(2001, Json::array({0, 0, 0, 1}));
  EXPECT_EQ(problem_of(drawing).key, "error.custom.too_many_drawn");
}

TEST(Custom, KeepsTheAuthorsWords) {
  Json declaration = with_rule({{"kind", "sum"}, {"cells", "r1c*"}, {"equals", 6}, {"name", "위쪽 줄"}});
  declaration["symbols"] = {"a", "b", "c", "d", "e", "f", "g", "h", "i"};
  declaration["layout"] = {{"cages", Json::array({Json::array({"r1c1", "r1c2"})})}};
  const Result<Puzzle> puzzle = parse(declaration);
  ASSERT_TRUE(puzzle.ok());
  EXPECT_EQ(puzzle.value().model.constraint(0).name.key, "@위쪽 줄");
  EXPECT_EQ(puzzle.value().layout.symbols[2], "c");
  EXPECT_EQ(puzzle.value().layout.cages.front().squares.size(), 2U);
  const std::string text = find_family("custom")->format(puzzle.value(), initial_state(puzzle.value().model), "json");
  EXPECT_EQ(Json::parse(text), declaration);
}

}  // namespace
}  // namespace fastslow
