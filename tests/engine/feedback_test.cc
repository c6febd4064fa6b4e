// Feedback: what broke a rule is ruled out for the next look, as a suspicion that stands nowhere.
#include <gtest/gtest.h>

#include "engine/host.h"
#include "rooms.h"
#include "session/suspicion.h"

namespace fastslow {
namespace {

using testing::Host;
using testing::placed;
using testing::puzzle_of;

const std::string kBoard = ".......2..45.3......16.5..8...3.716......2........17.4...59....9..1.6.3.3.7......";

ArbiterConfig fed(int rounds) {
  ArbiterConfig config{Strategy::feedback};
  config.rounds = rounds;
  return config;
}

struct Asked {
  PositionId position;
  std::vector<Literal> rows;
};

// Sure of a wrong value in the first cell that it knows, as long as this is open to it; right about all others.
Effect step_wrong_once(Host& host, std::vector<Asked>& looks) {
  return host.step([&](const EvaluatePolicy& asked) {
    looks.push_back({asked.position, asked.input->rows});
    PolicyAnswer answer{{}, 0.5, 8};
    const Model& model = host.session.model();
    VariableId first = -1;
    for (const Literal l : asked.input->rows) {
      const VariableId v = model.variable_of(l);
      const bool right = host.solution[static_cast<std::size_t>(v)] == l;
      if (first < 0) first = v;
      // Of its mistake it is less sure than of what is right elsewhere.
      answer.logits.push_back(v == first && !right ? 6.0F : right ? 5.0F + static_cast<float>(v) / 100 : 0.0F);
    }
    return answer;
  });
}

TEST(Feedback, WhatBrokeARuleIsRuledOutForTheNextLookOnly) {
  Host host(kBoard, fed(8));
  std::vector<Asked> looks;
  const Effect effect = step_wrong_once(host, looks);
  ASSERT_TRUE(std::holds_alternative<Decided>(effect));
  ASSERT_GT(looks.size(), 1U);
  for (std::size_t i = 1; i < looks.size(); ++i) {
    EXPECT_NE(looks[i].position, looks[i - 1].position) << "another input has another name";
    EXPECT_LT(looks[i].rows.size(), looks[0].rows.size());
  }
  const Evidence& evidence = host.session.timeline().back().intuition()->evidence;
  EXPECT_EQ(evidence.fed, static_cast<int>(looks.size()) - 1);
  EXPECT_TRUE(evidence.whole) << "with its mistakes ruled out, one after the other, it sees the solution";
  EXPECT_EQ(host.session.timeline().back().verdict(), verdict::kWhole);
  EXPECT_EQ(host.solver_calls, 0);
  const auto marks = host.session.state().marks;
  EXPECT_EQ(std::count(marks.begin(), marks.end(), Mark::ruled_out), 0) << "a suspicion stands on no board";
  EXPECT_EQ(host.session.timeline().back().intuition()->iterations, 8 * static_cast<int>(looks.size()));
  EXPECT_GT(host.session.timeline().back().intuition()->operations, 0U);
}

TEST(Feedback, AfterItsRoundsSystem2IsAsked) {
  Host host(kBoard, fed(1));
  std::vector<Asked> looks;
  step_wrong_once(host, looks);
  EXPECT_EQ(looks.size(), 2U) << "and one round";
  EXPECT_GT(host.solver_calls, 0);
  const Decision& decision = host.session.timeline().back();
  EXPECT_EQ(decision.verdict(), verdict::kStillBroken);
  EXPECT_TRUE(decision.proof.has_value());
  EXPECT_EQ(decision.intuition()->evidence.fed, 1);
}

// Of a picture that is wrong nearly everywhere no board is left once all its suspects are ruled out: those that it is
// least sure of go back, as many as fit.
TEST(Feedback, OfSuspicionsThatCannotAllBeRightAsManyAsFitGoBack) {
  Host host(kBoard, fed(2));
  host.skill = 0.3;
  std::vector<Asked> looks;
  host.step([&](const EvaluatePolicy& asked) {
    looks.push_back({asked.position, asked.input->rows});
    return PolicyAnswer{host.feel(*asked.input, asked.look), 0.5, 4};
  });
  ASSERT_EQ(looks.size(), 3U);
  EXPECT_LT(looks[1].rows.size(), looks[0].rows.size());
  const Evidence& evidence = host.session.timeline().back().intuition()->evidence;
  EXPECT_EQ(evidence.fed, 2);
  EXPECT_GT(evidence.suspects, 0);
  EXPECT_EQ(host.session.timeline().back().verdict(), verdict::kStillBroken);
}

struct Fitting {
  const char* told;
  std::vector<std::pair<int, int>> suspected;  // cell and value of an empty sudoku of 4x4
  std::vector<std::pair<int, int>> taken;
};

TEST(Feedback, WhatFitsIsTakenInOrder) {
  const Puzzle puzzle = puzzle_of("................");
  const Model& model = puzzle.model;
  const auto literals = [&](const std::vector<std::pair<int, int>>& values) {
    std::vector<Literal> result;
    for (const auto& [cell, value] : values) result.push_back(model.literal(cell, value));
    return result;
  };
  const std::vector<Fitting> table = {
      {"nothing", {}, {}},
      {"all fit", {{0, 1}, {1, 1}, {2, 1}}, {{0, 1}, {1, 1}, {2, 1}}},
      {"a row needs its 1", {{0, 1}, {1, 1}, {2, 1}, {3, 1}}, {{0, 1}, {1, 1}, {2, 1}}},
      {"in the order given", {{3, 1}, {2, 1}, {1, 1}, {0, 1}}, {{3, 1}, {2, 1}, {1, 1}}},
      {"what comes after one that does not fit is tried",
       {{0, 1}, {1, 1}, {2, 1}, {3, 1}, {0, 2}, {5, 3}},
       {{0, 1}, {1, 1}, {2, 1}, {0, 2}, {5, 3}}},
      {"a cell needs a value", {{6, 4}, {6, 3}, {6, 2}, {6, 1}, {7, 1}}, {{6, 4}, {6, 3}, {6, 2}, {7, 1}}},
  };
  for (const Fitting& one : table) {
    EXPECT_EQ(all_that_fit(model, initial_state(model), literals(one.suspected)), literals(one.taken)) << one.told;
  }
}

TEST(Feedback, NothingFitsWhereARuleIsBrokenAlready) {
  const Puzzle puzzle = puzzle_of("................");
  const Model& model = puzzle.model;
  const State state = placed(model, initial_state(model), "11..............");
  EXPECT_TRUE(all_that_fit(model, state, std::vector<Literal>{model.literal(9, 2)}).empty());
}

// One value after the other, as the header says it.
TEST(Feedback, HalvesComeToTheSameAsOneAfterTheOther) {
  const Puzzle puzzle = puzzle_of(kBoard);
  const Model& model = puzzle.model;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Random random(seed);
    State state = initial_state(model);
    const std::vector<Literal> open = legal_actions(model, state);
    std::vector<Literal> suspected;
    for (const Literal value : open) {
      if (random.below(3) != 0) suspected.push_back(value);
    }
    for (std::size_t i = suspected.size(); i > 1; --i) {
      std::swap(suspected[i - 1], suspected[static_cast<std::size_t>(random.below(static_cast<int>(i)))]);
    }
    std::vector<Literal> expected;
    for (const Literal value : suspected) {
      State without = state;
      without.marks[static_cast<std::size_t>(value)] = Mark::ruled_out;
      const Consequences follows = consequences_of(model, without);
      if (!follows.broken.empty() || follows.actions.empty()) continue;
      state = without;
      expected.push_back(value);
    }
    EXPECT_EQ(all_that_fit(model, initial_state(model), suspected), expected);
    EXPECT_LT(expected.size(), suspected.size()) << "not all of so many can be wrong";
    EXPECT_FALSE(expected.empty());
  }
}

TEST(Feedback, WithoutRoundsItIsALook) {
  Host host(kBoard, fed(0));
  host.skill = 0.3;
  host.step();
  EXPECT_EQ(host.session.timeline().back().intuition()->evidence.fed, 0);
  EXPECT_EQ(host.session.timeline().back().verdict(), verdict::kStillBroken);
}

}  // namespace
}  // namespace fastslow
