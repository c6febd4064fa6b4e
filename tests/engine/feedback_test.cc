// Feedback: what broke a rule is ruled out for the next look, as a suspicion that stands nowhere.
#include <gtest/gtest.h>

#include "engine/host.h"
#include "rooms.h"

namespace fastslow {
namespace {

using testing::Host;

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

// Of a picture that is wrong nearly everywhere no board is left once all its suspects are ruled out.
TEST(Feedback, SuspicionsThatCannotAllBeRightTeachNothing) {
  Host host(kBoard, fed(2));
  host.skill = 0.3;
  host.step();
  EXPECT_EQ(host.session.timeline().back().intuition()->evidence.suspects, 0);
  EXPECT_EQ(host.looks, 1);
  EXPECT_EQ(host.session.timeline().back().verdict(), verdict::kStillBroken);
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
