#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/consequences.h"
#include "core/index.h"
#include "core/random.h"
#include "engine/helpers.h"
#include "policy/encoder.h"
#include "policy/open_rules.h"
#include "policy/proposal.h"
#include "rooms.h"

namespace fastslow {
namespace {

TEST(Encoder, ShapesAndIndicesRoundTrip) {
  for (const char* size : {"4x4", "6x6", "9x9"}) {
    const Puzzle puzzle = testing::puzzle_of(find_family("sudoku")->generate(size, Level::hard, 2).value());
    const PolicyInput input = encode(puzzle.model, initial_state(puzzle.model));
    ASSERT_EQ(input.literal_groups.size(), at(input.literals * input.degree));
    ASSERT_EQ(input.group_literals.size(), at(input.groups * input.width));
    ASSERT_EQ(input.group_features.size(), at(input.groups * kGroupFeatures));
    ASSERT_EQ(input.rows, legal_actions(puzzle.model, initial_state(puzzle.model)));
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
  EXPECT_EQ(input.rows, (std::vector<Literal>{2, 3, 4, 5}));
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

// However a game goes, back and forth, an encoder that has seen other positions says the same as a new one.
TEST(Encoder, WhatIsKeptBetweenPositionsChangesNothing) {
  Random random(5);
  for (const auto& [family, size] : {std::pair{"sudoku", "9x9k"},
                                     {"minesweeper", "12x12"},
                                     {"nonogram", "10x10"},
                                     {"skyscrapers", "5x5"},
                                     {"kenken", "6x6"}}) {
    const Family& one = *find_family(family);
    const Puzzle puzzle = one.parse(one.generate(size, Level::medium, 4).value()).value();
    Encoder encoder(puzzle.model);
    std::vector<State> game = {initial_state(puzzle.model)};
    for (int move = 0; move < 40; ++move) {
      const PolicyInput input = encoder.encode(game.back());
      ASSERT_EQ(input, encode(puzzle.model, game.back())) << family;
      const std::vector<Literal> actions = legal_actions(puzzle.model, game.back());
      if (actions.empty() || random.below(4) == 0) {
        game.resize(static_cast<std::size_t>(1 + random.below(static_cast<int>(game.size()))));
      } else {
        const Step step{actions[at(random.below(static_cast<int>(actions.size())))], random.below(2) == 0};
        game.push_back(apply(puzzle.model, game.back(), step).value());
      }
    }
  }
}

// x in 1..3 and y in 1..3, with a rule between them; the literals are 0 1 2 and 3 4 5.
Model pair_model() {
  Model model;
  model.add_variable({"cell", {}}, 1, 3);
  model.add_variable({"cell", {}}, 1, 3);
  return model;
}

OpenRules start_rules(const Model& model) { return open_rules(model, direct_marks(model, initial_state(model))); }

// The literals of the rules that are not domains, with their bounds.
std::vector<std::pair<std::vector<Literal>, std::pair<int, int>>> rules_of(const Model& model) {
  std::vector<std::pair<std::vector<Literal>, std::pair<int, int>>> found;
  for (const CountingRule& rule : start_rules(model).counting) {
    if (!rule.is_domain) found.push_back({rule.literals, {rule.at_least, rule.at_most}});
  }
  return found;
}

TEST(OpenRules, ASumOfTwoVariablesBecomesClauses) {
  Model model = pair_model();
  model.add_linear({"rule", {}}, {0, 1}, {1, 1}, 4, 4);  // x + y = 4
  // At least: x > 2 or y >= 2 · x > 1 or y >= 3. At most: x < 2 or y <= 2 · x < 3 or y <= 1.
  EXPECT_EQ(rules_of(model), (std::vector<std::pair<std::vector<Literal>, std::pair<int, int>>>{
                                 {{2, 4, 5}, {1, 2}}, {{1, 2, 5}, {1, 2}}, {{0, 3, 4}, {1, 2}}, {{0, 1, 3}, {1, 2}}}));
  EXPECT_TRUE(start_rules(model).sums.empty());
}

// Whether both literals can hold by the counting rules.
bool allows(const std::vector<CountingRule>& rules, Literal x, Literal y) {
  return std::all_of(rules.begin(), rules.end(), [&](const CountingRule& rule) {
    const auto count =
        std::count_if(rule.literals.begin(), rule.literals.end(), [&](Literal l) { return l == x || l == y; });
    return count >= rule.at_least && count <= rule.at_most;
  });
}

// Whatever the weights and bounds, the clauses allow just the pairs that the sum allows. (A sum that allows none
// is for the checker to find: the network is told of the nearest bound that can be reached.)
TEST(OpenRules, ClausesSayTheSameAsTheSum) {
  Random random(11);
  int told = 0;
  for (int round = 0; round < 500; ++round) {
    Model model;
    const int n = 2 + random.below(4);
    model.add_variable({"cell", {}}, 0, n - 1);
    model.add_variable({"cell", {}}, 0, n - 1);
    std::vector<Term> terms;
    for (Literal l = 0; l < 2 * n; ++l) terms.push_back({l, random.below(9) - 4});
    const int least = random.below(13) - 6;
    const int most = least + random.below(6);
    model.add_sum({"rule", {}}, terms, least, most);
    const auto meets = [&](Literal x, Literal y) {
      const int sum = terms[at(x)].weight + terms[at(y)].weight;
      return sum >= least && sum <= most;
    };
    int possible = 0;
    for (Literal x = 0; x < n; ++x) {
      for (Literal y = n; y < 2 * n; ++y) possible += meets(x, y) ? 1 : 0;
    }
    if (possible == 0) continue;
    const OpenRules rules = open_rules(model, std::vector<Mark>(at(2 * n), Mark::open));
    ++told;
    for (Literal x = 0; x < n; ++x) {
      for (Literal y = n; y < 2 * n; ++y) EXPECT_EQ(allows(rules.counting, x, y), meets(x, y)) << round;
    }
  }
  EXPECT_GT(told, 200);
}

TEST(OpenRules, ASumOfMoreVariablesKeepsItsWeights) {
  Model model = pair_model();
  model.add_variable({"cell", {}}, 1, 3);
  model.add_linear({"rule", {}}, {0, 1, 2}, {2, 2, 2}, 8, 10);  // 2x + 2y + 2z, hence x' + y' + z' from 1 to 2
  const OpenRules rules = start_rules(model);
  ASSERT_EQ(rules.sums.size(), 1U);
  const SumRule& sum = rules.sums.front();
  EXPECT_EQ(sum.at_least, 1);
  EXPECT_EQ(sum.at_most, 2);
  EXPECT_EQ(sum.variables, 3);
  ASSERT_EQ(sum.terms.size(), 6U);  // what costs nothing is left out
  EXPECT_EQ(sum.terms[0].literal, 1);
  EXPECT_EQ(sum.terms[0].weight, 1);
  EXPECT_EQ(sum.terms[1].weight, 2);

  const PolicyInput input = encode(model, initial_state(model));
  EXPECT_EQ(input.sums, 1);
  EXPECT_EQ(input.sum_width, 6);
  EXPECT_EQ(input.sum_literals, (std::vector<std::int32_t>{1, 2, 4, 5, 7, 8}));
  EXPECT_EQ(input.sum_coefficients, (std::vector<float>{.5F, 1, .5F, 1, .5F, 1}));
  EXPECT_EQ(input.sum_features, (std::vector<float>{3, .5F, 1, 1 / 6.0F}));
  EXPECT_EQ(input.literal_sums, (std::vector<std::int32_t>{1, 0, 0, 1, 0, 0, 1, 0, 0}));
}

// A minefield's number of mines is about more literals than a counting rule may have.
TEST(OpenRules, ACountOfManyLiteralsIsASumInASmallerScale) {
  Model model;
  std::vector<Literal> mines;
  for (int i = 0; i < 80; ++i) mines.push_back(model.literal(model.add_variable({"cell", {}}, 0, 1), 1));
  model.add_cardinality({"rule", {}}, mines, 20, 20);
  const OpenRules rules = start_rules(model);
  EXPECT_EQ(rules.counting.size(), 80U);  // the domains
  ASSERT_EQ(rules.sums.size(), 1U);
  EXPECT_EQ(rules.sums.front().terms.size(), 80U);
  EXPECT_EQ(rules.sums.front().at_least, 20);

  const PolicyInput input = encode(model, initial_state(model));
  EXPECT_EQ(input.sum_width, 80);
  EXPECT_EQ(input.sum_coefficients, std::vector<float>(80, .2F));
  EXPECT_EQ(input.sum_features, (std::vector<float>{16, 4, 4, 1 / 80.0F}));
}

TEST(OpenRules, WithOneVariableLeftABoundRulesItsValuesOut) {
  Model model = pair_model();
  model.add_linear({"rule", {}}, {0, 1}, {1, 1}, 5, kNoUpper);
  std::vector<Mark> marks(6, Mark::open);
  marks[2] = Mark::placed;  // x = 3
  marks[0] = marks[1] = Mark::ruled_out;
  const OpenRules rules = open_rules(model, marks);
  ASSERT_EQ(rules.counting.size(), 2U);  // y's domain, and: y is not 1
  EXPECT_EQ(rules.counting[1].literals, std::vector<Literal>{3});
  EXPECT_EQ(rules.counting[1].at_most, 0);
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

// A message is counted for what the comparison of strategies measured that it takes, in the solver's units. That is a
// ratio of times on one machine, and differs by family: within twice and half of it is as much as can be said.
TEST(Proposal, AMessageCountsWhatItWasMeasuredToTake) {
  std::ifstream file("models/results/strategies.json");
  ASSERT_TRUE(file);
  const auto measured = nlohmann::json::parse(file).at("system1_weight").get<double>();
  PolicyInput input;
  input.literal_groups.resize(600);
  input.sum_literals.resize(400);
  ASSERT_EQ(messages_of(input), 1000U);
  const double counted = static_cast<double>(operations_of(input, 10)) / (1000 * 10);
  EXPECT_GE(counted, measured / 2);
  EXPECT_LE(counted, measured * 2);
}

}  // namespace
}  // namespace fastslow
