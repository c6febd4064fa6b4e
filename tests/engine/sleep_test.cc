// "Sleep on it": System 1 thinks a position over from several states, until the rules say that a picture is a solution.
#include <gtest/gtest.h>

#include "engine/host.h"
#include "rooms.h"

namespace fastslow {
namespace {

using testing::Host;

const std::string kBoard = ".......2..45.3......16.5..8...3.716......2........17.4...59....9..1.6.3.3.7......";

ArbiterConfig sleeping(Strategy strategy, int states) {
  ArbiterConfig config;
  config.strategy = strategy;
  config.sleep = states;
  return config;
}

// What a host saw of a night: by state what was asked for, in order.
struct Night {
  std::vector<int> starts;
  std::vector<int> looks;
};

// Leans a little to the truth from the state `right` on, and to falsehoods before: never sure.
Effect step_right_from(Host& host, int right, Night& night, double sureness = 0.5) {
  return host.step([&](const EvaluatePolicy& asked) {
    night.starts.push_back(asked.start);
    night.looks.push_back(asked.look);
    host.skill = asked.start >= right ? 1 : 0;
    PolicyAnswer answer{host.feel(*asked.input), sureness, 10};
    for (float& logit : answer.logits) logit = logit > 0 ? 0.3F : 0.0F;
    return answer;
  });
}

TEST(Sleep, IsOffUnlessAskedFor) {
  EXPECT_EQ(ArbiterConfig{}.sleep, 0);
  Host host(kBoard, {Strategy::system1, 0.8, 2});
  Night night;
  step_right_from(host, 0, night);
  EXPECT_EQ(night.starts, (std::vector{0, 0}));
  EXPECT_FALSE(host.session.timeline().back().intuition()->evidence.whole) << "nobody looked";
}

TEST(Sleep, ComesAfterTheLooksAndEndsWithAPictureThatBreaksNoRule) {
  for (const Strategy strategy : {Strategy::system1, Strategy::threshold}) {
    Host host(kBoard, sleeping(strategy, 16));
    Night night;
    step_right_from(host, 3, night);
    EXPECT_EQ(night.starts, (std::vector{0, 0, 1, 2, 3}));
    EXPECT_EQ(host.solver_calls, 0);
    const Decision& decision = host.session.timeline().back();
    EXPECT_EQ(decision.verdict(), "verdict.whole");
    const Evidence& evidence = decision.intuition()->evidence;
    EXPECT_TRUE(evidence.whole);
    EXPECT_EQ(evidence.looks, 2);
    EXPECT_EQ(evidence.slept, 3);
    EXPECT_EQ(evidence.agree, 1);
    EXPECT_EQ(decision.intuition()->iterations, 50);
    EXPECT_LT(decision.intuition()->proposal.probability, 0.8);
  }
}

TEST(Sleep, APictureThatBreaksNoRuleIsPlayedToTheEndWithoutAnotherLook) {
  Host host(kBoard, sleeping(Strategy::threshold, 4));
  Night night;
  step_right_from(host, 1, night);
  while (host.session.status() == Status::open) step_right_from(host, 99, night);
  EXPECT_EQ(host.session.status(), Status::solved);
  EXPECT_EQ(night.starts, (std::vector{0, 0, 1}));
  EXPECT_EQ(host.solver_calls, 0);
}

TEST(Sleep, AGlanceMayBeWholeToo) {
  Host host(kBoard, sleeping(Strategy::threshold, 4));
  Night night;
  step_right_from(host, 0, night);
  EXPECT_EQ(night.starts, (std::vector{0}));
  EXPECT_EQ(host.session.timeline().back().verdict(), "verdict.whole");
  EXPECT_EQ(host.session.timeline().back().intuition()->evidence.slept, 0);
}

TEST(Sleep, WithoutSuchAPictureSystem2IsAskedOnce) {
  Host host(kBoard, sleeping(Strategy::threshold, 3));
  Night night;
  step_right_from(host, 99, night);
  EXPECT_EQ(night.starts, (std::vector{0, 0, 1, 2, 3}));
  EXPECT_EQ(host.solver_calls, 1);
  const Evidence& evidence = host.session.timeline().back().intuition()->evidence;
  EXPECT_FALSE(evidence.whole);
  EXPECT_EQ(evidence.slept, 3);
  EXPECT_EQ(evidence.agree, 3) << "all pictures were the same";
}

// Rows of 1234 where `rows`, else all ones; neither is a solution. `by`: how far it leans to that.
PolicyAnswer hunch(const Session& session, const PolicyInput& input, bool rows, float by, double sureness) {
  PolicyAnswer answer{{}, sureness, 10};
  for (const Literal l : input.rows) {
    const int column = session.model().variable_of(l) % 4;
    answer.logits.push_back(session.model().value_of(l) == (rows ? column + 1 : 1) ? by : 0.0F);
  }
  return answer;
}

TEST(Sleep, WithoutASolutionTheUsualPictureStands) {
  Session session(testing::puzzle_of("................"));
  session.configure({sleeping(Strategy::system1, 3), {}});
  Effect effect = session.think();
  for (int asked = 0; asked < 5; ++asked) {
    const auto policy = std::get<EvaluatePolicy>(effect);
    // The second look sees all ones; from other states the rows are right, and it is surer.
    const bool rows = policy.start >= 1;
    const double sureness = 0.1 * (policy.look + policy.start);
    effect = session.resume(policy.ticket, hunch(session, *policy.input, rows, rows ? 0.4F : 0.2F, sureness)).value();
  }
  ASSERT_TRUE(std::holds_alternative<Decided>(effect));
  const Intuition& intuition = *session.timeline().back().intuition();
  EXPECT_DOUBLE_EQ(intuition.evidence.sureness, 0.1);
  EXPECT_EQ(intuition.evidence.slept, 3);
  EXPECT_EQ(intuition.evidence.agree, 3) << "the first cell is 1 in all of them";
  EXPECT_FALSE(intuition.evidence.whole);
  EXPECT_EQ(session.timeline().back().verdict(), "verdict.system1_only");
}

TEST(Looks, FromTheThirdOnOnlyASolutionCounts) {
  for (const int right : {2, 3, 99}) {
    Host host(kBoard, {Strategy::system1, 0.8, 4});
    std::vector<int> looks;
    host.step([&](const EvaluatePolicy& asked) {
      looks.push_back(asked.look);
      host.skill = asked.look >= right ? 1 : 0;
      PolicyAnswer answer{host.feel(*asked.input), 0.1 * (asked.look + 1), 10};
      for (float& logit : answer.logits) logit = logit > 0 ? 0.3F : 0.0F;
      return answer;
    });
    // A solution ends the looking.
    EXPECT_EQ(looks.size(), std::min(right + 1, 4));
    const Evidence& evidence = host.session.timeline().back().intuition()->evidence;
    EXPECT_EQ(evidence.whole, right < 4);
    EXPECT_DOUBLE_EQ(evidence.sureness, right < 4 ? 0.1 * (right + 1) : 0.1 * 2) << "else the second look's stands";
    EXPECT_EQ(evidence.looks, std::min(right + 1, 4));
  }
}

TEST(Sleep, WhatCannotBeTakenBackIsProvedAllTheSame) {
  const Evidence unsure = {true, 0, false, 2, 1, true};
  EXPECT_EQ(arbitrate(0.1, unsure, sleeping(Strategy::threshold, 4)).referral, Referral::confirm);
}

TEST(Sleep, TheRulesAreBelievedOnWhatIsNewToTheNetworkToo) {
  Evidence whole;
  whole.shifted = true;
  whole.whole = true;
  const Verdict verdict = arbitrate(0.99, whole, sleeping(Strategy::threshold, 4));
  EXPECT_EQ(verdict.referral, Referral::accept);
  EXPECT_EQ(verdict.reason, "verdict.whole");
}

}  // namespace
}  // namespace fastslow
