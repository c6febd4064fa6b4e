#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/random.h"
#include "engine/helpers.h"
#include "policy/encoder.h"
#include "policy/proposal.h"

namespace fastslow {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

TEST(Encoder, ShapesAndIndicesRoundTrip) {
  for (const char* size : {"4x4", "6x6", "9x9"}) {
    const Puzzle puzzle = testing::puzzle_of(find_family("sudoku")->generate(size, Level::hard, 2).value());
    const PolicyInput input = encode(puzzle.model, initial_state(puzzle.model));
    ASSERT_EQ(input.literal_groups.size(), at(input.literals * input.degree));
    ASSERT_EQ(input.group_literals.size(), at(input.groups * input.width));
    ASSERT_EQ(input.group_features.size(), at(input.groups * kGroupFeatures));
    ASSERT_EQ(input.actions, legal_actions(puzzle.model, initial_state(puzzle.model)));
    // Incidence is the same read either way.
    for (int row = 0; row < input.literals; ++row) {
      for (int d = 0; d < input.degree; ++d) {
        const int g = input.literal_groups[at(row * input.degree + d)];
        if (g == input.groups) continue;
        int hits = 0;
        for (int k = 0; k < input.width; ++k) hits += input.group_literals[at(g * input.width + k)] == row ? 1 : 0;
        EXPECT_EQ(hits, 1);
      }
    }
  }
}

TEST(Encoder, LampsByHand) {
  // Three lamps, one of them known to be dark: two variables of two values are open.
  const Puzzle puzzle = testing::puzzle_of("0??", "null");
  const PolicyInput input = encode(puzzle.model, initial_state(puzzle.model));
  EXPECT_EQ(input.actions, (std::vector<Literal>{2, 3, 4, 5}));
  EXPECT_EQ(input.groups, 3);  // two domains and the rule
  EXPECT_EQ(input.degree, 2);
  EXPECT_EQ(input.width, 2);
  EXPECT_EQ(input.literal_groups, (std::vector<std::int32_t>{0, 3, 0, 2, 1, 3, 1, 2}));
  EXPECT_EQ(input.group_literals, (std::vector<std::int32_t>{0, 1, 2, 3, 1, 3}));
  EXPECT_EQ(input.group_features, (std::vector<float>{1, 1, 1, .5F, 1, 1, 1, .5F, 0, 1, 1, .5F}));
}

TEST(Encoder, ASolvedBoardHasNothingToAsk) {
  const Puzzle puzzle = testing::puzzle_of("010", "null");
  EXPECT_EQ(encode(puzzle.model, initial_state(puzzle.model)).literals, 0);
}

TEST(Proposal, ProbabilitiesSumToOneAndRank) {
  const Puzzle puzzle = testing::puzzle_of("1...............");
  const PolicyInput input = encode(puzzle.model, initial_state(puzzle.model));
  Random random(9);
  std::vector<float> logits;
  for (int i = 0; i < input.literals; ++i) logits.push_back(static_cast<float>(random.below(2000)) / 100.0F - 10.0F);
  const Proposal proposal = propose(puzzle.model, input, logits, {1.7}).value();
  std::vector<double> sums(at(puzzle.model.variable_count()), 0);
  for (const Candidate& c : proposal.candidates) sums[at(puzzle.model.variable_of(c.literal))] += c.probability;
  for (VariableId v = 1; v < puzzle.model.variable_count(); ++v) EXPECT_NEAR(sums[at(v)], 1.0, 1e-12);
  ASSERT_EQ(proposal.ranked.size(), 15U);
  for (std::size_t i = 1; i < proposal.ranked.size(); ++i) {
    EXPECT_GE(proposal.ranked[i - 1].probability, proposal.ranked[i].probability);
  }
}

TEST(Proposal, TemperatureSoftensWithoutReordering) {
  const Puzzle puzzle = testing::puzzle_of("0??", "null");
  const PolicyInput input = encode(puzzle.model, initial_state(puzzle.model));
  const std::vector<float> logits = {2, 0, 0, 1};
  const double sharp = propose(puzzle.model, input, logits, {0.5}).value().best().probability;
  const double soft = propose(puzzle.model, input, logits, {2.0}).value().best().probability;
  EXPECT_NEAR(sharp, 1 / (1 + std::exp(-4.0)), 1e-12);
  EXPECT_NEAR(soft, 1 / (1 + std::exp(-1.0)), 1e-12);
}

TEST(Proposal, RefusesWhatIsNoAnswer) {
  const Puzzle puzzle = testing::puzzle_of("0??", "null");
  const PolicyInput input = encode(puzzle.model, initial_state(puzzle.model));
  EXPECT_EQ(propose(puzzle.model, input, std::vector<float>{1, 2}, {}).problem().key, "error.policy.shape");
  const float nan = std::numeric_limits<float>::quiet_NaN();
  EXPECT_EQ(propose(puzzle.model, input, std::vector<float>{1, 2, nan, 0}, {}).problem().key,
            "error.policy.not_finite");
}

}  // namespace
}  // namespace fastslow
