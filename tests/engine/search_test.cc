#include "core/search.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/propagation.h"
#include "engine/helpers.h"
#include "engine/tiny_models.h"
#include "rooms.h"

namespace fastslow {
namespace {

TEST(Search, FindsExactlyTheSolutionsThatTryingEverythingFinds) {
  Random random(1);
  for (int round = 0; round < 400; ++round) {
    const Model model = testing::tiny_model(random);
    auto expected = testing::enumerate(model);
    auto found = search(model, {}, {.limit = 1'000'000}).solutions;
    std::sort(expected.begin(), expected.end());
    std::sort(found.begin(), found.end());
    ASSERT_EQ(found, expected) << "round " << round;
  }
}

TEST(Search, CountsThe288Grids) {
  const Model model = testing::puzzle_of("................").model;
  EXPECT_EQ(search(model, {}, {.limit = 1000}).solutions.size(), 288U);
}

TEST(Search, StopsAtLimitAndAtNodes) {
  const Model model = testing::puzzle_of("................").model;
  EXPECT_EQ(search(model, {}, {.limit = 2}).solutions.size(), 2U);
  const SearchResult cut = search(model, {}, {.limit = 1000, .max_nodes = 5});
  EXPECT_FALSE(cut.exhausted);
  EXPECT_LT(cut.solutions.size(), 288U);
}

TEST(Propagator, BacktrackRestoresEverything) {
  const Puzzle puzzle = testing::puzzle_of("12..3.....4....1");
  Propagator propagator(puzzle.model);
  ASSERT_TRUE(propagator.propagate());
  const auto before = propagator.marks();
  const int depth = propagator.depth();
  for (Literal l = 0; l < puzzle.model.literal_count(); ++l) {
    if (propagator.mark(l) != Mark::open) continue;
    propagator.assume({l, true});
    propagator.propagate();
    propagator.backtrack(depth);
    ASSERT_EQ(propagator.marks(), before);
  }
  EXPECT_TRUE(propagator.propagate());
  EXPECT_EQ(propagator.marks(), before);
}

TEST(Propagator, ReasonsArePremisesThatCameFirst) {
  const Puzzle puzzle = testing::puzzle_of("12..3.....4....1");
  Propagator propagator(puzzle.model);
  ASSERT_TRUE(propagator.propagate());
  const auto& trail = propagator.trail();
  for (std::size_t i = 0; i < trail.size(); ++i) {
    const PartId reason = propagator.reason(trail[i]);
    if (reason == kNoPart) continue;
    for (const Literal premise : propagator.premises(reason, trail[i])) {
      EXPECT_LT(std::find(trail.begin(), trail.end(), premise) - trail.begin(), static_cast<std::ptrdiff_t>(i));
    }
  }
}

TEST(Propagator, RestrictedPartsOnly) {
  const Puzzle puzzle = testing::puzzle_of("1...............");
  Propagator propagator(puzzle.model);
  propagator.restrict_to({});
  ASSERT_TRUE(propagator.propagate());
  EXPECT_EQ(propagator.depth(), 4) << "only the given's own cell is settled";
}

}  // namespace
}  // namespace fastslow
