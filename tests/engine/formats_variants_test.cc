// Sudokus with more rules, as f-puzzles and SudokuPad tell them, and the code in which they are packed.
#include <gtest/gtest.h>

#include <set>

#include "core/consequences.h"
#include "core/search.h"
#include "engine/foreign.h"
#include "formats/lz_string.h"
#include "rooms.h"

namespace fastslow {
namespace {

using formats::Found;
using testing::canonical;
using testing::kLine;
using testing::only;
using testing::puzzle_of;

Json fpuzzle(const std::string& digits) {
  Json json = {{"size", 9}, {"title", "A title"}, {"grid", Json::array()}};
  for (std::size_t i = 0; i < 81; ++i) {
    if (i % 9 == 0) json["grid"].push_back(Json::array());
    json["grid"].back().push_back(digits[i] == '.' ? Json::object()
                                                   : Json{{"value", digits[i] - '0'}, {"given", true}});
  }
  return json;
}

TEST(Variants, KnownToTheFamilyBecomeSudokus) {
  Json json = fpuzzle(kLine);
  EXPECT_EQ(canonical(only(json.dump())), kLine);
  json["antiknight"] = true;
  json["diagonal+"] = true;
  json["diagonal-"] = true;
  json = fpuzzle(std::string(81, '.'));
  json["diagonal+"] = json["diagonal-"] = json["antiknight"] = true;
  json["killercage"] = {{{"cells", {"R1C1", "R1C2"}}, {"value", "3"}}};
  const Found found = only("https://www.f-puzzles.com/?load=" + formats::lz_packed(json.dump()));
  EXPECT_EQ(found.family, "sudoku");
  EXPECT_TRUE(found.text.starts_with("[diagonals,antiknight][killer:aa......")) << found.text;
  EXPECT_TRUE(found.remarks.empty());
}

TEST(Variants, WithOtherRulesBecomeAnAuthorsPuzzle) {
  Json json = fpuzzle(std::string(81, '.'));
  json["diagonal+"] = true;
  json["thermometer"] = {{{"lines", {{"R1C1", "R1C2", "R2C3"}}}}};
  json["arrow"] = {{{"cells", {"R5C5"}}, {"lines", {{"R5C5", "R5C6", "R4C7"}}}}};
  json["difference"] = {{{"cells", {"R9C1", "R9C2"}}, {"value", ""}}};
  json["ratio"] = {{{"cells", {"R9C3", "R9C4"}}}};
  json["xv"] = {{{"cells", {"R9C5", "R8C5"}}, {"value", "V"}}};
  json["palindrome"] = {{{"lines", {{"R3C1", "R3C2", "R3C3", "R4C4"}}}}};
  json["betweenline"] = {{{"lines", {{"R6C1", "R7C1", "R8C2"}}}}};
  json["odd"] = {{{"cell", "R1C9"}}};
  json["even"] = {{{"cell", "R2C9"}}};
  json["minimum"] = {{{"cell", "R4C1"}}};
  json["quadruple"] = {{{"cells", {"R5C1", "R5C2", "R6C1", "R6C2"}}, {"values", {1, 1, 2}}}};
  json["killercage"] = {{{"cells", {"R7C7", "R7C8", "R8C8"}}, {"value", "10"}}};
  json["littlekillersum"] = {{{"cell", "R0C1"}, {"cells", {"R1C2", "R2C3", "R3C4"}}, {"value", "20"}}};
  json["clone"] = {{{"cells", {"R1C4"}}, {"cloneCells", {"R5C8"}}}};
  json["sandwichsum"] = {{{"cell", "R0C3"}, {"value", "12"}}};
  json["nonconsecutive"] = true;
  json["text"] = {{{"cells", {"R1C1"}}, {"value", "hello"}}};
  const Found found = only(json.dump());
  ASSERT_EQ(found.family, "custom") << found.text;
  EXPECT_EQ(found.title, "A title");
  ASSERT_EQ(found.remarks.size(), 1U);
  EXPECT_EQ(found.remarks[0], (Problem{"remark.left_out", {{"names", "sandwichsum, text"}}}));
  // Each rule is one of the declaration's: a square that keeps them all but one is refused for that one.
  const Puzzle puzzle = puzzle_of(found.text, "custom");
  std::set<std::string> names;
  for (const Constraint& c : puzzle.model.constraints()) {
    const std::string key = c.name.key;
    if (key.starts_with('@')) names.insert(key.substr(1, key.find(" r") - 1));
  }
  for (const char* rule : {"thermometer", "arrow", "difference", "ratio", "V", "palindrome", "between line", "odd",
                           "even", "minimum", "quadruple", "little killer", "clone", "diagonal ↗", "nonconsecutive"}) {
    EXPECT_TRUE(names.contains(rule)) << rule;
  }
}

// An author's puzzle with these rules and givens.
Puzzle with_rules(const Json& rules, const Json& givens) {
  Json json = fpuzzle(std::string(81, '.'));
  json.update(rules);
  json["diagonal+"] = true;  // so that it is an author's
  for (const auto& [place, value] : givens.items()) {
    const auto row = static_cast<std::size_t>(place[1] - '1');
    const auto column = static_cast<std::size_t>(place[3] - '1');
    json["grid"][row][column] = {{"value", value}, {"given", true}};
  }
  const Found found = only(json.dump());
  EXPECT_EQ(found.family, "custom");
  return puzzle_of(found.text, "custom");
}

// With one value after another in two cells, what is left of the rules tells whether they may stand.
TEST(Variants, MeanWhatTheyMeanThere) {
  const auto allows = [](const Json& rules, const Json& givens) {
    return !search(with_rules(rules, givens).model, {}, {.limit = 1, .max_nodes = 3000}).solutions.empty();
  };
  const Json thermometer = Json::parse(R"({"thermometer": [{"lines": [["R1C1", "R1C2"]]}]})");
  EXPECT_TRUE(allows(thermometer, {{"R1C1", 3}, {"R1C2", 4}}));
  EXPECT_FALSE(allows(thermometer, {{"R1C1", 4}, {"R1C2", 3}}));
  const Json arrow = {{"arrow", {{{"cells", {"R1C1"}}, {"lines", {{"R1C1", "R1C2", "R1C3"}}}}}}};
  EXPECT_TRUE(allows(arrow, {{"R1C1", 5}, {"R1C2", 2}, {"R1C3", 3}}));
  EXPECT_FALSE(allows(arrow, {{"R1C1", 5}, {"R1C2", 2}, {"R1C3", 4}}));
  const Json white = {{"difference", {{{"cells", {"R1C1", "R1C2"}}}}}};
  EXPECT_TRUE(allows(white, {{"R1C1", 5}, {"R1C2", 4}}));
  EXPECT_FALSE(allows(white, {{"R1C1", 5}, {"R1C2", 3}}));
  const Json black = {{"ratio", {{{"cells", {"R1C1", "R1C2"}}}}}};
  EXPECT_TRUE(allows(black, {{"R1C1", 4}, {"R1C2", 8}}));
  EXPECT_FALSE(allows(black, {{"R1C1", 4}, {"R1C2", 7}}));
  const Json knights = {{"antiknight", true}};
  EXPECT_FALSE(allows(knights, {{"R1C1", 4}, {"R2C3", 4}}));
  const Json kings = {{"antiking", true}};
  EXPECT_FALSE(allows(kings, {{"R3C3", 4}, {"R4C4", 4}}));
  const Json even = {{"even", {{{"cell", "R1C1"}}}}};
  EXPECT_TRUE(allows(even, {{"R1C1", 4}}));
  EXPECT_FALSE(allows(even, {{"R1C1", 5}}));
  const Json lowest = {{"minimum", {{{"cell", "R2C2"}}}}};
  EXPECT_FALSE(allows(lowest, {{"R2C2", 5}, {"R2C3", 4}}));
  const Json between = {{"betweenline", {{{"lines", {{"R1C1", "R1C2", "R1C3"}}}}}}};
  EXPECT_TRUE(allows(between, {{"R1C1", 8}, {"R1C2", 5}, {"R1C3", 2}}));
  EXPECT_FALSE(allows(between, {{"R1C1", 8}, {"R1C2", 9}, {"R1C3", 2}}));
}

// Without dots all neighbours are apart; a dot, of either colour, makes its own rule.
TEST(Variants, NeighboursWithoutADotAreApart) {
  const auto stands = [](const Json& rules, const Json& givens) {
    const Model model = with_rules(rules, givens).model;
    return consequences_of(model, initial_state(model)).broken.empty();
  };
  const Json apart = {{"nonconsecutive", true}};
  EXPECT_FALSE(stands(apart, {{"R1C1", 5}, {"R2C1", 4}}));
  EXPECT_TRUE(stands(apart, {{"R1C1", 5}, {"R2C1", 3}}));
  for (const char* dot : {"difference", "ratio"}) {
    const Json dotted = {{"nonconsecutive", true}, {dot, {{{"cells", {"R1C2", "R1C1"}}}}}};
    EXPECT_TRUE(stands(dotted, {{"R1C1", 2}, {"R1C2", 1}})) << dot;
    EXPECT_FALSE(stands(dotted, {{"R1C2", 5}, {"R1C3", 4}})) << dot;
    EXPECT_FALSE(stands(dotted, {{"R1C1", 5}, {"R2C1", 4}})) << dot;
    EXPECT_FALSE(stands(dotted, {{"R7C8", 5}, {"R7C9", 6}})) << dot;
  }
}

// "Negative": what a mark would say holds of no pair without one.
TEST(Variants, PairsWithoutAMarkAreNotWhatMarksSay) {
  const auto stands = [](const Json& rules, const Json& givens) {
    const Model model = with_rules(rules, givens).model;
    return consequences_of(model, initial_state(model)).broken.empty();
  };
  const Json pair = {{{"cells", {"R1C1", "R1C2"}}}};
  Json ratio = {{"negative", {"ratio"}}};
  EXPECT_FALSE(stands(ratio, {{"R5C5", 4}, {"R6C5", 8}}));
  EXPECT_TRUE(stands(ratio, {{"R5C5", 3}, {"R6C5", 9}}));
  for (const char* dot : {"difference", "ratio"}) {
    ratio[dot] = pair;
    EXPECT_TRUE(stands(ratio, {{"R1C1", 1}, {"R1C2", 2}})) << dot;
    EXPECT_FALSE(stands(ratio, {{"R1C2", 4}, {"R1C3", 8}})) << dot;
    ratio.erase(dot);
  }
  ratio["ratio"] = {{{"cells", {"R1C1", "R1C2"}}, {"value", 3}}};
  EXPECT_FALSE(stands(ratio, {{"R5C5", 3}, {"R6C5", 9}}));
  EXPECT_TRUE(stands(ratio, {{"R5C5", 4}, {"R6C5", 8}}));
  Json sign = {{"negative", {"xv"}}, {"xv", {{{"cells", {"R1C2", "R1C1"}}, {"value", "X"}}}}};
  EXPECT_TRUE(stands(sign, {{"R1C1", 4}, {"R1C2", 6}}));
  EXPECT_FALSE(stands(sign, {{"R1C2", 4}, {"R1C3", 6}}));
  EXPECT_FALSE(stands(sign, {{"R8C9", 1}, {"R9C9", 4}}));
  EXPECT_TRUE(stands(sign, {{"R8C9", 1}, {"R9C9", 5}}));
}

TEST(SudokuPad, IsReadPackedShortenedAndAsItIs) {
  Json json = {{"cells", Json::array()},
               {"cages",
                {{{"value", "title: A title"}},
                 {{"cells", {{0, 1}, {0, 2}}}, {"value", 12}, {"unique", true}, {"style", "killer"}}}},
               {"arrows", {{{"color", "#000000"}}}}};
  for (std::size_t i = 0; i < 81; ++i) {
    if (i % 9 == 0) json["cells"].push_back(Json::array());
    json["cells"].back().push_back(kLine[i] == '.' ? Json::object() : Json{{"value", kLine[i] - '0'}});
  }
  const Found plain = only(json.dump());
  EXPECT_EQ(plain.family, "sudoku");
  EXPECT_TRUE(plain.text.starts_with("[killer:")) << plain.text;
  EXPECT_EQ(plain.title, "A title");
  EXPECT_EQ(plain.remarks.at(0), (Problem{"remark.left_out", {{"names", "arrows"}}}));
  EXPECT_EQ(only("https://sudokupad.app/scl" + formats::lz_packed(json.dump())).text, plain.text);
  std::string zipped = "{ce:[";
  for (std::size_t i = 0; i < 81; ++i) {
    if (i % 9 == 0) zipped += i == 0 ? "[" : "],[";
    zipped += (i % 9 == 0 ? "" : ",") + (kLine[i] == '.' ? std::string() : "{v:" + std::string(1, kLine[i]) + "}");
  }
  zipped += "]],ca:[{v:'title: A title'},{ce:[[0,1],[0,2]],v:12,unique:t,style:'killer'}],a:[{c:#0}]}";
  EXPECT_EQ(only("https://app.crackingthecryptic.com/sudoku/?puzzleid=scl" + formats::lz_packed(zipped)).text,
            plain.text);
}

// A sign for a digit and the empty cells behind it, at most five.
std::string shortened(const std::string& digits) {
  std::string signs;
  for (std::size_t i = 0; i < digits.size();) {
    const int digit = digits[i] == '.' ? 0 : digits[i] - '0';
    std::size_t empty = 0;
    while (empty < 5 && i + empty + 1 < digits.size() && digits[i + empty + 1] == '.') ++empty;
    signs += "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwx"[digit + 10 * static_cast<int>(empty)];
    i += empty + 1;
  }
  return signs;
}

TEST(SudokuPad, ShortFormsAreRead) {
  const std::string site = "https://sudokupad.app/";
  const std::string signs = shortened(kLine);
  EXPECT_EQ(canonical(only(site + "scf" + signs, "queens")), kLine);
  EXPECT_EQ(canonical(only(site + "classic" + signs)), kLine);
  EXPECT_EQ(canonical(only(site + "scf?puzzleid=classic" + signs)), kLine);
  const Found both = only(site + "scf" + shortened(std::string(81, '.')) + "*xtA%20**%20B*aSomebody");
  EXPECT_EQ(both.family, "sudoku");
  EXPECT_TRUE(both.text.starts_with("[diagonals]")) << both.text;
  EXPECT_EQ(both.title, "A * B");
  const Found windows = only(site + "scf" + signs + "w");
  EXPECT_EQ(windows.family, "custom");
  EXPECT_TRUE(windows.remarks.empty());
  // The older form, as SudokuPad's own tests have it.
  const Found older = only(site + "classicB6B91D7C2E15F4D9C3K6D4B3D25D4F8F87B4C5B7C3B");
  EXPECT_TRUE(canonical(older).starts_with(".6.91...7..2....15.....4...9..3..........6")) << canonical(older);
  EXPECT_EQ(testing::problem_of(site + "scf" + signs.substr(1)), "error.format.damaged");
  EXPECT_EQ(testing::problem_of(site + "classicNOTVALID"), "error.format.damaged");
}

TEST(LzString, PacksAndUnpacks) {
  // As the original packs it.
  EXPECT_EQ(formats::lz_packed("hello"), "BYUwNmD2Q===");
  EXPECT_EQ(formats::lz_unpacked("BYUwNmD2Q===", 100).value_or(""), "hello");
  for (const std::string& text : {std::string(), std::string("a"), std::string(3000, 'a'), std::string("스도쿠 ↘ 🚩 ○●"),
                                  kLine + kLine + kLine + Json::array({1, "zwei", 3.5}).dump()}) {
    EXPECT_EQ(formats::lz_unpacked(formats::lz_packed(text), 100'000).value_or("nothing"), text);
  }
  EXPECT_FALSE(formats::lz_unpacked(formats::lz_packed(std::string(3000, 'a')), 100).has_value());
  EXPECT_FALSE(formats::lz_unpacked("????", 100).has_value());
  EXPECT_FALSE(formats::lz_unpacked("BYUw", 100).has_value());
}

}  // namespace
}  // namespace fastslow
