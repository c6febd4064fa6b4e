// Each strategy's rule as a table, and whole games by each: what System 2 alone solves, every pair must solve.
#include <gtest/gtest.h>

#include "arbiter/strategy.h"
#include "engine/host.h"
#include "rooms.h"

namespace fastslow {
namespace {

using testing::Host;

constexpr Evidence looked(int looks) { return {true, 0, false, looks}; }
Evidence felt(double sureness) { return {true, 0, false, 2, sureness}; }
Evidence voted(int agree, int of) {
  Evidence evidence;
  evidence.slept = of;
  evidence.agree = agree;
  return evidence;
}

Evidence told(int fed, int suspects, bool whole = false) {
  Evidence evidence;
  evidence.fed = fed;
  evidence.suspects = suspects;
  evidence.whole = whole;
  return evidence;
}

Learned costs(double proof, double repair) {
  Learned learned;
  learned.proof = {proof, 1};
  learned.repair = {repair, 1};
  learned.look = {100, 1};
  return learned;
}

// At costs of 100 and 500.
Learned proven(int held, int of) {
  Learned learned = costs(100, 500);
  learned.held = {static_cast<double>(held), static_cast<double>(of)};
  return learned;
}

Learned feelings(std::vector<double> felt) {
  Learned learned;
  learned.felt = std::move(felt);
  return learned;
}

struct Case {
  Strategy strategy;
  double confidence;
  Evidence evidence;
  Learned learned;
  Referral referral;
  std::string_view reason;
};

Circumstances around(Learned learned, std::uint64_t position) {
  return {[learned = std::move(learned)] { return learned; }, position};
}

// At a threshold of 0.8, two looks, three votes and a share of 0.25.
TEST(Strategies, VerdictsOnAProposal) {
  const Evidence shifted{true, 0, true};
  const Evidence irrevocable{true, 0, false, 2, 1, true};
  const Evidence breaking{true, 1, false, 2};
  const Case table[] = {
      // Chow: (1 - p) * repair against proof. At 100 and 1000 the border is 0.9.
      {Strategy::chow, 0.91, looked(2), costs(100, 1000), Referral::accept, verdict::kGoodEnough},
      {Strategy::chow, 0.89, looked(2), costs(100, 1000), Referral::choose, verdict::kWorthThinking},
      {Strategy::chow, 0.89, looked(1), costs(100, 1000), Referral::look_again, verdict::kLookAgain},
      {Strategy::chow, 0.89, looked(2), costs(200, 1000), Referral::accept, verdict::kGoodEnough},
      {Strategy::chow, 0.01, looked(2), costs(100, 90), Referral::accept, verdict::kGoodEnough},
      {Strategy::chow, 0.79, looked(2), {}, Referral::choose, verdict::kWorthThinking},
      {Strategy::chow, 0.81, looked(2), {}, Referral::accept, verdict::kGoodEnough},
      {Strategy::chow, 0.99, shifted, costs(100, 1000), Referral::choose, verdict::kShift},
      {Strategy::chow, 0.99, irrevocable, costs(100, 1000), Referral::confirm, verdict::kIrrevocable},
      {Strategy::chow, 0.99, breaking, costs(100, 1000), Referral::choose, verdict::kBreaksRule},
      // Agreement: a vote first; then more than half, and a mean probability at the threshold.
      {Strategy::agreement, 0.99, looked(1), {}, Referral::look_around, verdict::kLookAround},
      {Strategy::agreement, 0.85, voted(3, 3), {}, Referral::accept, verdict::kGoodEnough},
      {Strategy::agreement, 0.85, voted(2, 3), {}, Referral::accept, verdict::kGoodEnough},
      {Strategy::agreement, 0.85, voted(2, 4), {}, Referral::choose, verdict::kWorthThinking},
      {Strategy::agreement, 0.79, voted(3, 3), {}, Referral::choose, verdict::kWorthThinking},
      {Strategy::agreement, 0.99, shifted, {}, Referral::choose, verdict::kShift},
      {Strategy::agreement, 0.99, irrevocable, {}, Referral::confirm, verdict::kIrrevocable},
      // Self-assessment: the network's own head, whatever the move's probability.
      {Strategy::self_assessment, 0.1, felt(0.80), {}, Referral::accept, verdict::kGoodEnough},
      {Strategy::self_assessment, 0.99, felt(0.79), {}, Referral::choose, verdict::kWorthThinking},
      {Strategy::self_assessment, 0.99, shifted, {}, Referral::choose, verdict::kShift},
      // The hardest share: as many of the moves so far feel as hard as may be handed on.
      {Strategy::hybrid, 0.99, looked(2), {}, Referral::choose, verdict::kWorthThinking},
      {Strategy::hybrid, 0.70, looked(2), feelings({0.8, 0.9, 1.0}), Referral::choose, verdict::kWorthThinking},
      {Strategy::hybrid, 0.85, looked(2), feelings({0.8, 0.9, 1.0}), Referral::accept, verdict::kGoodEnough},
      {Strategy::hybrid, 0.85, looked(1), feelings({0.8, 0.9, 1.0}), Referral::accept, verdict::kGoodEnough},
      {Strategy::hybrid, 1.00, looked(2), feelings({1, 1, 1}), Referral::accept, verdict::kGoodEnough},
      // SOFAI: without experience the second stage weighs; with it, and success, a sure move is adopted at once.
      {Strategy::sofai, 0.80, looked(2), costs(100, 500), Referral::choose, verdict::kWorthThinking},
      {Strategy::sofai, 0.95, looked(2), costs(100, 500), Referral::accept, verdict::kGoodEnough},
      {Strategy::sofai, 0.80, looked(2), proven(9, 10), Referral::accept, verdict::kGoodEnough},
      {Strategy::sofai, 0.50, looked(2), proven(9, 10), Referral::choose, verdict::kWorthThinking},
      {Strategy::sofai, 0.80, looked(2), proven(5, 10), Referral::choose, verdict::kWorthThinking},
      {Strategy::sofai, 0.51, looked(2), proven(6, 10), Referral::accept, verdict::kGoodEnough},
      {Strategy::sofai, 0.90, looked(2), costs(100, 500), Referral::accept, verdict::kGoodEnough},
      {Strategy::sofai, 0.20, looked(2), costs(600, 500), Referral::accept, verdict::kGoodEnough},
      // Value of computation: at 1000 for a proof, 5000 for a repair and 100 for a look that resolves half the doubts.
      {Strategy::value_of_computation, 0.90, looked(1), costs(1000, 5000), Referral::look_again, verdict::kLookAgain},
      {Strategy::value_of_computation, 0.90, looked(2), costs(1000, 5000), Referral::accept, verdict::kGoodEnough},
      {Strategy::value_of_computation, 0.99, looked(1), costs(1000, 5000), Referral::accept, verdict::kGoodEnough},
      {Strategy::value_of_computation, 0.70, looked(2), costs(1000, 5000), Referral::choose, verdict::kWorthThinking},
      {Strategy::value_of_computation, 0.70, looked(1), costs(50, 5000), Referral::choose, verdict::kWorthThinking},
      // Feedback: the rules judge the picture, whatever it feels; three rounds, as long as there is anything to tell.
      {Strategy::feedback, 0.10, told(0, 0, true), {}, Referral::accept, verdict::kWhole},
      {Strategy::feedback, 0.99, told(0, 4), {}, Referral::feed_back, verdict::kFeedBack},
      {Strategy::feedback, 0.99, told(2, 1), {}, Referral::feed_back, verdict::kFeedBack},
      {Strategy::feedback, 0.99, told(3, 4), {}, Referral::choose, verdict::kStillBroken},
      {Strategy::feedback, 0.99, told(1, 0), {}, Referral::choose, verdict::kStillBroken},
      {Strategy::feedback, 0.10, told(3, 0, true), {}, Referral::accept, verdict::kWhole},
      {Strategy::feedback, 0.99, irrevocable, {}, Referral::confirm, verdict::kIrrevocable},
      // Risk-controlled: without a certified threshold everything is examined.
      {Strategy::risk_controlled, 1.00, looked(2), {}, Referral::examine, verdict::kWorthThinking},
      {Strategy::risk_controlled, 1.00, shifted, {}, Referral::choose, verdict::kShift},
      {Strategy::risk_controlled, 1.00, irrevocable, {}, Referral::confirm, verdict::kIrrevocable},
  };
  for (const Case& row : table) {
    ArbiterConfig config{row.strategy, 0.8, 2};
    config.share = 0.25;
    const Verdict verdict = arbitrate(row.confidence, row.evidence, config, around(row.learned, 7));
    EXPECT_EQ(verdict.referral, row.referral) << strategy_name(row.strategy) << " " << row.confidence;
    EXPECT_EQ(verdict.reason, row.reason) << strategy_name(row.strategy) << " " << row.confidence;
  }
}

TEST(Strategies, ACertifiedThresholdIsKept) {
  ArbiterConfig config{Strategy::risk_controlled};
  config.certified = 0.9;
  EXPECT_EQ(arbitrate(0.9, looked(1), config).referral, Referral::accept);
  EXPECT_EQ(arbitrate(0.89, looked(1), config).referral, Referral::examine);
  EXPECT_EQ(arbitrate(0.99, {true, 1}, config).referral, Referral::examine) << "it would visibly break a rule";
  EXPECT_EQ(arbitrate(0.99, {true, 0, true}, config).referral, Referral::choose) << "void under the shift alarm";
}

TEST(Strategies, TheOracleAsksExactlyWhereSystem1IsWrong) {
  const ArbiterConfig config{Strategy::oracle};
  EXPECT_EQ(arbitrate(0.1, {}, config, {{}, 1, true}).referral, Referral::accept);
  EXPECT_EQ(arbitrate(0.9, {}, config, {{}, 1, false}).referral, Referral::examine);
  EXPECT_EQ(arbitrate(0.9, {}, config, {{}, 1, std::nullopt}).referral, Referral::examine);
}

TEST(Strategies, TheEndsOfAShareAreNeverAndAlways) {
  ArbiterConfig config{Strategy::hybrid};
  config.share = 0;
  EXPECT_EQ(arbitrate(0.01, looked(2), config, around(feelings({0.5}), 1)).referral, Referral::accept);
  config.share = 1;
  EXPECT_EQ(arbitrate(1.0, looked(2), config, around(feelings({0.5}), 1)).referral, Referral::choose);
}

TEST(Strategies, ALotIsDrawnByPositionAndNumberAtTheRate) {
  ArbiterConfig config{Strategy::random};
  config.rate = 0.3;
  const auto asks = [&](std::uint64_t position) {
    return arbitrate(0.9, looked(1), config, around({}, position)).referral == Referral::choose;
  };
  int asked = 0;
  int other = 0;
  for (std::uint64_t position = 0; position < 10'000; ++position) {
    config.seed = 1;
    const bool first = asks(position);
    EXPECT_EQ(asks(position), first) << "the same again";
    config.seed = 2;
    asked += first ? 1 : 0;
    other += asks(position) != first ? 1 : 0;
  }
  EXPECT_NEAR(asked, 3000, 140) << "three standard deviations";
  EXPECT_NEAR(other, 4200, 150) << "another number, another lot: 2 * 0.3 * 0.7 of them differ";
}

TEST(Strategies, WhatAGameTeaches) {
  Learned learned = costs(100, 500);
  Experience proof;
  proof.confidence = 0.7;
  proof.looks = 2;
  proof.all_looks = 4;
  proof.operations = 1200;
  proof.deliberated = true;
  proof.judged = true;
  proof.held = true;
  proof.effort = 300;
  learned = learn(learned, proof);
  EXPECT_EQ(learned.proof.value(), 200);
  EXPECT_EQ(learned.held.value(), 1);
  EXPECT_EQ(learned.look.value(), (100 + 300) / 2.0) << "1200 for four looks";
  EXPECT_EQ(learned.resolved, (Mean{1, 3})) << "the second look did not help";
  Experience repair;
  repair.deliberated = true;
  repair.repaired = true;
  repair.lost = 3;
  repair.effort = 100;
  learned = learn(learned, repair);
  EXPECT_EQ(learned.repair.value(), (500 + 100 + 3 * 200) / 2.0);
  EXPECT_EQ(learned.proof.value(), 200) << "a repair is no proof";
  EXPECT_EQ(learned.held.value(), 0.5);
  Experience trusted;
  trusted.confidence = 0.6;
  trusted.looks = 1;
  learned = learn(learned, trusted);
  EXPECT_EQ(learned.felt, (std::vector<double>{0.6, 0.7}));
  EXPECT_EQ(learned.proof.value(), 200);
}

TEST(Strategies, EveryPairSolvesWhatSystem2Solves) {
  const std::string board = ".......2..45.3......16.5..8...3.716......2........17.4...59....9..1.6.3.3.7......";
  for (const StrategyEntry& entry : strategies()) {
    if (!entry.asks_system2) continue;
    ArbiterConfig config{entry.strategy};
    Host host(board, config);
    host.skill = 0.7;
    EXPECT_EQ(host.play_out(), IdleReason::solved) << entry.name;
    for (const Decision& decision : host.session.timeline()) EXPECT_EQ(decision.thought->strategy, entry.strategy);
  }
}

// Undo takes a lesson back: the same game goes the same way again.
TEST(Strategies, WhatWasLearnedIsPartOfTheGame) {
  const std::string board = ".......2..45.3......16.5..8...3.716......2........17.4...59....9..1.6.3.3.7......";
  for (const Strategy strategy : {Strategy::chow, Strategy::hybrid, Strategy::random, Strategy::agreement}) {
    Host host(board, {strategy});
    host.skill = 0.8;
    host.play_out();
    const std::vector<Decision> once(host.session.timeline().begin(), host.session.timeline().end());
    host.session.reset();
    host.play_out();
    ASSERT_EQ(host.session.timeline().size(), once.size()) << strategy_name(strategy);
    for (std::size_t i = 0; i < once.size(); ++i) {
      EXPECT_EQ(host.session.timeline()[i].verdict(), once[i].verdict());
      EXPECT_EQ(host.session.timeline()[i].act, once[i].act);
    }
  }
}

}  // namespace
}  // namespace fastslow
