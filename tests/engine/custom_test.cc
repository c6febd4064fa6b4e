#include "puzzles/custom/custom.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

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

TEST(Custom, ReadsEveryKind) {
  for (const char* rule :
       {R"({"kind":"less","cells":["r1c1","r1c2","r1c3"]})", R"({"kind":"product","cells":"r1c*","equals":24})",
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
      {with_rule({{"kind", "product"}, {"cells", "r1c*"}, {"equals", 0}}), "error.custom.positive", "/constraints/0"},
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
