#include "core/model.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/consequences.h"
#include "core/numeric.h"
#include "core/random.h"
#include "core/state.h"
#include "engine/helpers.h"
#include "rooms.h"

namespace fastslow {
namespace {

Model three_of_two() {
  Model model;
  for (int i = 0; i < 3; ++i) model.add_variable({"cell.lamp", {{"n", i}}}, 0, 1);
  return model;
}

TEST(Model, LiteralsAreDenseAndRoundTrip) {
  Model model;
  model.add_variable({"a", {}}, 3, 5);
  model.add_variable({"b", {}}, -1, 0);
  EXPECT_EQ(model.literal_count(), 5);
  for (Literal l = 0; l < model.literal_count(); ++l) {
    EXPECT_EQ(model.literal(model.variable_of(l), model.value_of(l)), l);
  }
  EXPECT_EQ(model.value_of(0), 3);
  EXPECT_EQ(model.value_of(3), -1);
}

TEST(Model, AllDifferentOverAsManyVariablesAsValuesAlsoSaysEachValueSomewhere) {
  Model model;
  for (int i = 0; i < 3; ++i) model.add_variable({"v", {}}, 1, 3);
  model.add_all_different({"all", {}}, {0, 1, 2});
  model.add_all_different({"some", {}}, {0, 1});
  const Group& covering = model.group(3);
  EXPECT_EQ(covering.at_least, 1);
  EXPECT_EQ(covering.value, 1);
  const Group& partial = model.group(6);
  EXPECT_EQ(partial.at_least, 0);
  EXPECT_TRUE(part_is_trivial(model, lower_part(6)));
  EXPECT_FALSE(part_is_trivial(model, upper_part(6)));
}

TEST(Model, DomainGroupComesFirst) {
  Model model = three_of_two();
  model.add_cardinality({"one", {}}, {1, 3, 5}, 1, 1);
  for (Literal l = 0; l < model.literal_count(); ++l) {
    EXPECT_TRUE(model.group(model.groups_of(l).front()).is_domain());
  }
}

TEST(State, ApplySettlesOnceAndRefusesTheRest) {
  const Model model = three_of_two();
  const State start = initial_state(model);
  const State after = apply(model, start, {1, true}).value();
  EXPECT_EQ(after.marks[1], Mark::placed);
  EXPECT_EQ(start.marks[1], Mark::open) << "apply must not change its argument";
  EXPECT_EQ(apply(model, after, {1, true}).problem().key, "error.step.settled");
  EXPECT_EQ(apply(model, after, {0, true}).problem().key, "error.step.settled") << "the variable has a value";
  EXPECT_EQ(apply(model, start, {6, true}).problem().key, "error.step.unknown_literal");
  EXPECT_EQ(apply(model, start, {-1, false}).problem().key, "error.step.unknown_literal");
}

TEST(State, DirectMarksFollowPlacementsOnly) {
  const Puzzle puzzle = testing::puzzle_of("1...............");
  const auto marks = direct_marks(puzzle.model, initial_state(puzzle.model));
  int ruled_out = 0;
  for (const Mark mark : marks) ruled_out += mark == Mark::ruled_out ? 1 : 0;
  // Three other values of the cell, and the 1 in seven cells that see it.
  EXPECT_EQ(ruled_out, 3 + 7);
}

TEST(State, ViolatedNamesMissingCandidatesAndDoubles) {
  const Model model = testing::puzzle_of("................").model;
  const State start = initial_state(model);
  EXPECT_TRUE(violated(model, start).empty());
  EXPECT_FALSE(violated(model, testing::placed(model, start, "11")).empty());
  // r1c4 sees 1, 2, 3 and 4: no candidate is left, though nothing stands twice.
  const State stuck = testing::placed(model, start, "123....4........");
  const auto parts = violated(model, stuck);
  ASSERT_FALSE(parts.empty());
  for (const PartId part : parts) EXPECT_TRUE(is_lower(part));
}

TEST(State, LegalActionsAreSortedAndApplicable) {
  const Model model = testing::puzzle_of("12..3.....4....1").model;
  State state = initial_state(model);
  Random random(7);
  for (int i = 0; i < 200 && !legal_actions(model, state).empty(); ++i) {
    const auto actions = legal_actions(model, state);
    EXPECT_TRUE(std::is_sorted(actions.begin(), actions.end()));
    const Literal l = actions[static_cast<std::size_t>(random.below(static_cast<int>(actions.size())))];
    const Result<State> next = apply(model, state, {l, random.below(2) == 0});
    ASSERT_TRUE(next.ok());
    state = next.value();
  }
}

TEST(Numeric, StableExpAgreesWithTheLibrary) {
  for (double x = 0; x > -60; x -= 0.0137) {
    EXPECT_NEAR(stable_exp(x) / std::exp(x), 1.0, 1e-12) << x;
  }
  EXPECT_EQ(stable_exp(-1000), 0.0);
}

TEST(Random, IsTheSameEverywhere) {
  Random random(42);
  std::string drawn;
  for (int i = 0; i < 12; ++i) drawn += static_cast<char>('0' + random.below(10));
  EXPECT_EQ(drawn, "640218640752");
}

}  // namespace
}  // namespace fastslow
