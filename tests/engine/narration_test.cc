#include "solver/narration.h"

#include <gtest/gtest.h>

#include <set>

#include "core/consequences.h"
#include "engine/helpers.h"
#include "rooms.h"
#include "solver/choose_step.h"
#include "solver/z3_solver.h"

namespace fastslow {
namespace {

using testing::puzzle_of;

// "cell.at" with row 1, column 2 -> "r1c2"; "unit.box" with n 3 -> "box3"; "because.is" -> "r1c2=1", "so.is_not" ->
// "r1c2!=1"; "because.full" -> "full(box3)".
std::string text_of(const Name& name) {
  const std::string kind = name.key.substr(name.key.find('.') + 1);
  if (!name.parts.empty()) {
    const std::string part = text_of(name.parts.front());
    if (kind == "is" || kind == "is_not")
      return part + (kind == "is" ? "=" : "!=") + std::to_string(name.args.at("value"));
    return kind + "(" + part + ")";
  }
  if (name.key == "cell.at") {
    return "r" + std::to_string(name.args.at("row")) + "c" + std::to_string(name.args.at("column"));
  }
  std::string text = kind;
  for (const auto& [argument, number] : name.args) text += std::to_string(number);
  return text;
}
std::string text_of(int number) { return std::to_string(number); }
template <class T>
std::string text_of(const std::vector<T>& items) {
  std::string text;
  for (const T& item : items) text += (text.empty() ? "" : ",") + text_of(item);
  return text;
}

// One line as "key argument=value ...", arguments in alphabetical order.
std::vector<std::string> told(const std::vector<Line>& narration) {
  std::vector<std::string> lines;
  for (const Line& line : narration) {
    std::string text = line.key;
    for (const auto& [name, argument] : line.args) {
      text += " " + name + "=" + std::visit([](const auto& value) { return text_of(value); }, argument);
    }
    lines.push_back(text);
  }
  return lines;
}

using Lines = std::vector<std::string>;

// A 4x4 board where something is asked about one cell.
struct Board {
  explicit Board(const std::string& text, const std::string& family = "sudoku")
      : model(puzzle_of(text, family).model) {}

  [[nodiscard]] Literal at(int row, int column, int value) const {
    return model.literal((row - 1) * 4 + column - 1, value);
  }
  Board& placed(int row, int column, int value) {
    facts.push_back({at(row, column, value), true});
    return *this;
  }
  Board& ruled_out(int row, int column, const std::vector<int>& values) {
    for (const int value : values) facts.push_back({at(row, column, value), false});
    return *this;
  }
  [[nodiscard]] std::vector<Line> why(int row, int column, int value) const {
    const Examination examination = examine(*make_presolved_z3_solver(model), facts, at(row, column, value), {});
    EXPECT_TRUE(examination.proof);
    return examination.proof ? narrate(model, *examination.proof) : std::vector<Line>{};
  }

  Model model;
  std::vector<Step> facts;
};

TEST(Narration, LastPlace) {
  EXPECT_EQ(told(Board("123.............").why(1, 4, 4)), Lines{"why.last_place cell=r1c4 unit=row1 value=4"});
}

TEST(Narration, HiddenSingle) {
  EXPECT_EQ(told(Board("......1..1......").why(1, 1, 1)),
            Lines{"why.only_place cell=r1c1 unit=row1 units=column2,box2 value=1"});
}

TEST(Narration, HiddenSingleAfterEliminations) {
  EXPECT_EQ(told(Board("................").ruled_out(1, 1, {4}).ruled_out(1, 2, {4}).ruled_out(1, 3, {4}).why(1, 4, 4)),
            Lines{"why.only_place_ruled_out cell=r1c4 cells=r1c1,r1c2,r1c3 unit=row1 value=4"});
  EXPECT_EQ(told(Board("........4.......").ruled_out(1, 2, {4}).ruled_out(1, 3, {4}).why(1, 4, 4)),
            Lines{"why.only_place_mixed cell=r1c4 cells=r1c2,r1c3 unit=row1 units=column1 value=4"});
}

TEST(Narration, NakedSingle) {
  EXPECT_EQ(told(Board("................").ruled_out(1, 1, {1, 2, 3}).why(1, 1, 4)),
            Lines{"why.last_value cell=r1c1 value=4"});
  EXPECT_EQ(told(Board("..1..3..2.......").why(1, 1, 4)),
            Lines{"why.only_value cell=r1c1 units=row1,column1,box1 value=4"});
  EXPECT_EQ(told(Board("..1..3..........").ruled_out(1, 1, {2}).why(1, 1, 4)),
            Lines{"why.only_value_mixed cell=r1c1 units=row1,box1 value=4 values=2"});
}

// What stands in a row that is named anyway need not be remembered; another rule is not named for it.
TEST(Narration, ValuesThatStandOnTheBoardAreSeenRatherThanRuledOutBefore) {
  EXPECT_EQ(told(Board("................")
                     .placed(1, 2, 1)
                     .placed(1, 3, 2)
                     .placed(1, 4, 3)
                     .ruled_out(1, 1, {1, 2})
                     .why(1, 1, 4)),
            Lines{"why.only_value cell=r1c1 units=row1 value=4"});
  EXPECT_EQ(told(Board("..1..3..2.......").ruled_out(1, 1, {2}).why(1, 1, 4)),
            Lines{"why.only_value_mixed cell=r1c1 units=row1,box1 value=4 values=2"});
}

TEST(Narration, Seen) {
  const std::vector<Line> seen = Board("1...............").why(1, 4, 1);
  EXPECT_EQ(told(seen), Lines{"why.seen cell=r1c4 unit=row1 value=1"});
  EXPECT_EQ(seen.front().literals, std::vector<Literal>{0});
}

TEST(Narration, LockedCandidate) {
  EXPECT_EQ(told(Board("....23..........").why(1, 3, 1)),
            (Lines{"why.suppose cell=r1c3 value=1", "why.but_no_place_seen unit=box1 units=row1 value=1"}));
}

TEST(Narration, Chain) {
  const Board board = Board("................").ruled_out(1, 1, {3, 4}).ruled_out(1, 3, {2, 4}).ruled_out(2, 2, {1, 4});
  EXPECT_EQ(told(board.why(2, 3, 3)),
            (Lines{"why.suppose cell=r2c3 value=3", "why.then_place_mixed cell=r1c2 unit=box1 units=row2 value=3",
                   "why.then_value_mixed cell=r1c3 units=box2 value=1",
                   "why.then_place_ruled_out cell=r2c1 unit=box1 value=4",
                   "why.but_no_place_mixed unit=row2 units=box2 value=1"}));
}

// Three cells share three values; no single line of reasoning shows that a fourth must do without them.
TEST(Narration, FallsBackToTheRulesThemselves) {
  Model model;
  for (int i = 0; i < 4; ++i) model.add_variable({"cell.at", {{"row", 1}, {"column", i + 1}}}, 1, 5);
  model.add_all_different({"unit.row", {{"n", 1}}}, {0, 1, 2, 3});
  std::vector<Step> facts;
  for (VariableId v = 0; v < 3; ++v) {
    for (const int value : {4, 5}) facts.push_back({model.literal(v, value), false});
  }
  const Examination examination = examine(*make_presolved_z3_solver(model), facts, model.literal(3, 1), {});
  ASSERT_EQ(examination.finding, Finding::refuted);
  EXPECT_EQ(told(narrate(model, *examination.proof)), Lines{"why.so because=ruled_out,met(row1) so=r1c4!=1"});
}

// A rule that counts cells is full, or needs all that is left, or says how many from the start.
TEST(Narration, CountingRulesSayHow) {
  EXPECT_EQ(told(Board("4x4:.Q..............", "queens").why(3, 2, 0)),
            Lines{"why.so because=r1c2=1,full(queens.column2) so=r3c2=0"});
  EXPECT_EQ(told(Board("4x4:-.--............", "queens").why(1, 2, 1)),
            Lines{"why.so because=r1c1=0,r1c3=0,r1c4=0,needs(queens.row1) so=r1c2=1"});
}

// Four squares in a row; `rule` adds what is asked about.
template <class Rule>
Lines told_of_squares(Rule rule, Step step, const std::vector<Step>& facts = {}) {
  Model model;
  for (int i = 0; i < 4; ++i) model.add_variable({"cell.at", {{"row", 1}, {"column", i + 1}}}, 0, 1);
  rule(model);
  const Examination examination = examine(*make_presolved_z3_solver(model), facts, step.literal, {});
  EXPECT_TRUE(examination.proof);
  return examination.proof ? told(narrate(model, *examination.proof)) : Lines{};
}

TEST(Narration, RulesThatNeedNoFacts) {
  const auto with = [](int at_least, int at_most) {
    return [=](Model& model) { model.add_cardinality({"unit.row", {{"n", 1}}}, {1, 3, 5}, at_least, at_most); };
  };
  EXPECT_EQ(told_of_squares(with(3, 3), {3, true}), Lines{"why.so because=all(row1) so=r1c2=1"});
  EXPECT_EQ(told_of_squares(with(0, 0), {2, true}), Lines{"why.so because=none(row1) so=r1c2=0"});
  EXPECT_EQ(told_of_squares(with(0, 0), {3, false}), Lines{"why.so because=none(row1) so=r1c2!=1"});
}

// What follows in several cells for one reason is told once; a rule that fails has too many.
TEST(Narration, ChainsOfCounts) {
  const auto rules = [](Model& model) {
    model.add_cardinality({"unit.row", {{"n", 1}}}, {1, 3, 5}, 2, 3);
    model.add_cardinality({"unit.row", {{"n", 2}}}, {3, 5}, 0, 1);
  };
  EXPECT_EQ(told_of_squares(rules, {1, true}),
            (Lines{"why.suppose cell=r1c1 value=0", "why.then because=needs(row1) so=r1c2=1,r1c3=1",
                   "why.but because=over(row2)"}));
}

// A rule about two cells says less than the cells themselves.
TEST(Narration, NamesThePartnerOfAPair) {
  Model model;
  for (int i = 0; i < 3; ++i) model.add_variable({"cell.region", {{"n", i + 1}}}, 1, 3);
  model.add_all_different({"unit.border", {{"a", 1}, {"b", 2}}}, {0, 1});
  model.add_all_different({"unit.border", {{"a", 1}, {"b", 3}}}, {0, 2});
  model.add_given(model.literal(1, 2));
  model.add_given(model.literal(2, 3));
  const auto why = [&](Literal literal) {
    return told(narrate(model, *examine(*make_presolved_z3_solver(model), {}, literal, {}).proof));
  };
  EXPECT_EQ(why(model.literal(0, 1)),
            Lines{"why.so because=region2=2,region3=3,differ(border12),differ(border13) so=region1=1"});
  EXPECT_EQ(why(model.literal(0, 2)), Lines{"why.so because=region2=2,differ(border12) so=region1!=2"});
}

// Two rules, one after the other, settle it: nothing is to be supposed.
TEST(Narration, GoesStraightOnWhereItCan) {
  const auto rules = [](Model& model) {
    model.add_cardinality({"unit.row", {{"n", 1}}}, {1, 3}, 2, 2);
    model.add_cardinality({"unit.row", {{"n", 2}}}, {3, 5, 7}, 0, 1);
  };
  EXPECT_EQ(told_of_squares(rules, {5, false}),
            (Lines{"why.so because=all(row1) so=r1c2=1", "why.so because=full(row2) so=r1c3!=1"}));
}

// 6 can only go there, whatever is supposed of 5: nothing is to be supposed.
TEST(Narration, SaysWhatIsThereRatherThanSupposeWhatIsNot) {
  const Model model =
      puzzle_of("8....39..74.........2..46...95...8....6.4...2...9....4...89...3........61..2.7...").model;
  const auto solver = make_presolved_z3_solver(model);
  const Examination examination = examine(*solver, {}, model.literal(1, 5), {});
  ASSERT_EQ(examination.finding, Finding::refuted);
  const std::vector<Line> lines = narrate(model, *examination.proof);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].key, "why.only_place");
  EXPECT_EQ(std::get<int>(lines[0].args.at("value")), 6);
  EXPECT_EQ(lines[1].key, "why.so_not");
  EXPECT_EQ(std::get<int>(lines[1].args.at("value")), 5);
}

// Whatever a whole board brings: a story is one line, or a supposition with an end, and never long.
TEST(Narration, TellsEveryStepOfABoard) {
  const Model model =
      puzzle_of("..6..8.1.9.......7...397...........2.2..6.8..6319..7....5.3..9....4.....8...1.5..").model;
  const auto solver = make_presolved_z3_solver(model);
  State state = initial_state(model);
  int chains = 0;
  while (!is_complete(model, state)) {
    const Choice choice = choose_step(*solver, facts_of(model, state, true), std::nullopt, {});
    ASSERT_TRUE(choice.proof);
    const std::vector<Line> lines = narrate(model, *choice.proof);
    ASSERT_FALSE(lines.empty());
    EXPECT_LE(lines.size(), 12U);
    if (lines.back().key == "why.so_not") {
      EXPECT_EQ(lines.size(), 2U);
      EXPECT_EQ(lines.front().key.rfind("why.only_place", 0), 0U) << lines.front().key;
    } else if (lines.size() > 1) {
      ++chains;
      EXPECT_EQ(lines.front().key, choice.proof->step.place ? "why.suppose_not" : "why.suppose");
      EXPECT_EQ(lines.back().key.rfind("why.but_", 0), 0U) << lines.back().key;
    } else {
      EXPECT_FALSE(lines.front().parts.empty() && lines.front().literals.empty());
    }
    for (const Line& line : lines) {
      for (const PartId part : line.parts) {
        const auto& cited = choice.proof->core.parts;
        EXPECT_TRUE(std::binary_search(cited.begin(), cited.end(), part)) << line.key;
      }
    }
    state = apply(model, state, choice.proof->step).value();
  }
  EXPECT_GT(chains, 0);
}

}  // namespace
}  // namespace fastslow
