#include "solver/marginals.h"

#include <gtest/gtest.h>

#include "engine/tiny_models.h"
#include "rooms.h"

namespace fastslow {
namespace {

// Up to ten two-valued variables under counting rules, one of them over all.
Model two_valued_model(Random& random) {
  Model model;
  const int variables = 3 + random.below(7);
  std::vector<Literal> high;
  for (int i = 0; i < variables; ++i) high.push_back(model.literal(model.add_variable({"cell", {}}, 0, 1), 1));
  const int least = random.below(variables);
  model.add_cardinality({"all", {}}, high, least, least + random.below(2));
  for (int rule = random.below(4); rule > 0; --rule) {
    std::vector<Term> terms;
    for (const Literal l : high) {
      if (random.below(3) == 0) terms.push_back({l, random.below(4) == 0 ? -1 : 1});
    }
    const int low = random.below(3) - 1;
    model.add_sum({"some", {}}, terms, low, low + random.below(3));
  }
  return model;
}

void expect_counts(const Model& model, const std::vector<Step>& facts) {
  const auto solutions = testing::all_solutions(model, {testing::all_parts(model), facts});
  const Marginals counted = marginals(model, facts, 1'000'000);
  ASSERT_EQ(counted.truth, solutions.empty() ? Truth::unsat : Truth::sat);
  for (Literal l = 0; l < model.literal_count() && !solutions.empty(); ++l) {
    const auto with = std::count_if(solutions.begin(), solutions.end(), [&](const auto& s) {
      return testing::holds(model, {l, true}, s);
    });
    EXPECT_NEAR(counted.shares[static_cast<std::size_t>(l)],
                static_cast<double>(with) / static_cast<double>(solutions.size()), 1e-12);
  }
}

TEST(Marginals, AgreeWithTryingEverythingOnTwoValues) {
  Random random(71);
  for (int round = 0; round < 300; ++round) {
    SCOPED_TRACE(round);
    const Model model = two_valued_model(random);
    expect_counts(model, testing::tiny_facts(random, model, 2));
  }
}

TEST(Marginals, AgreeWithTryingEverythingOnAnything) {
  Random random(72);
  for (int round = 0; round < 200; ++round) {
    SCOPED_TRACE(round);
    const Model model = testing::tiny_model(random);
    expect_counts(model, testing::tiny_facts(random, model, 2));
  }
}

// 480 unknown squares with 99 mines and no clue.
Model empty_board() {
  Model model;
  std::vector<Literal> high;
  for (int i = 0; i < 480; ++i) high.push_back(model.literal(model.add_variable({"cell", {}}, 0, 1), 1));
  model.add_cardinality({"all", {}}, high, 99, 99);
  return model;
}

TEST(Marginals, CountAWholeEmptyBoard) {
  const Model model = empty_board();
  const Marginals counted = marginals(model, {}, 10'000);
  ASSERT_EQ(counted.truth, Truth::sat);
  EXPECT_NEAR(counted.shares[static_cast<std::size_t>(model.literal(200, 1))], 99.0 / 480, 1e-12);
}

TEST(Marginals, GiveUpWhenItTakesTooLong) { EXPECT_EQ(marginals(empty_board(), {}, 10).truth, Truth::unknown); }

}  // namespace
}  // namespace fastslow
