#include "arbiter/arbiter.h"

#include <gtest/gtest.h>

#include "arbiter/strategy.h"
#include "rooms.h"

namespace fastslow {
namespace {

struct Row {
  Strategy strategy;
  double confidence;
  Evidence evidence;
  Referral referral;
  std::string_view reason;
};

constexpr Evidence kIrrevocable = {true, 0, false, 2, 1, true};
constexpr Evidence looked(int looks) { return {true, 0, false, looks}; }

// The whole behaviour at a threshold of 0.8 and two looks, as a table.
TEST(Arbiter, VerdictOnTheProposal) {
  const Row table[] = {
      {Strategy::system1, 0.01, looked(1), Referral::look_again, "verdict.look_again"},
      {Strategy::system1, 0.01, looked(2), Referral::accept, "verdict.system1_only"},
      {Strategy::system1, 0.80, looked(1), Referral::accept, "verdict.system1_only"},
      {Strategy::system1, 0.99, {false, 3}, Referral::accept, "verdict.system1_only"},
      {Strategy::verify, 0.99, {true, 0}, Referral::examine, "verdict.verify"},
      {Strategy::verify, 0.01, {false, 1}, Referral::examine, "verdict.verify"},
      {Strategy::threshold, 0.80, looked(1), Referral::accept, "verdict.trusted"},
      {Strategy::threshold, 0.80, looked(2), Referral::accept, "verdict.trusted"},
      {Strategy::threshold, 0.79, looked(1), Referral::look_again, "verdict.look_again"},
      {Strategy::threshold, 0.79, {true, 2, false, 1}, Referral::look_again, "verdict.look_again"},
      {Strategy::threshold, 0.79, looked(2), Referral::choose, "verdict.unsure"},
      {Strategy::threshold, 0.79, {true, 2, false, 2}, Referral::choose, "verdict.unsure"},
      {Strategy::threshold, 0.95, {true, 1}, Referral::choose, "verdict.breaks_rule"},
      {Strategy::threshold, 0.95, {false, 0}, Referral::choose, "verdict.breaks_rule"},
      {Strategy::threshold, 0.99, {true, 0, true}, Referral::choose, "verdict.shift"},
      {Strategy::threshold, 0.01, {true, 0, true}, Referral::choose, "verdict.shift"},
      {Strategy::threshold, 0.99, kIrrevocable, Referral::confirm, "verdict.irrevocable"},
      {Strategy::threshold, 0.01, {true, 0, false, 1, 1, true}, Referral::look_again, "verdict.look_again"},
      {Strategy::system1, 0.99, kIrrevocable, Referral::accept, "verdict.system1_only"},
      {Strategy::verify, 0.99, kIrrevocable, Referral::confirm, "verdict.verify"},
      {Strategy::system1, 0.99, {true, 0, true}, Referral::accept, "verdict.system1_only"},
      {Strategy::verify, 0.99, {true, 0, true}, Referral::examine, "verdict.verify"},
  };
  for (const Row& row : table) {
    const Verdict verdict = arbitrate(row.confidence, row.evidence, {row.strategy, 0.8, 2});
    EXPECT_EQ(verdict.referral, row.referral) << row.reason;
    EXPECT_EQ(verdict.reason, row.reason);
  }
}

TEST(Arbiter, OneLookIsAGlanceAndNoMore) {
  EXPECT_EQ(arbitrate(0.5, looked(1), {Strategy::threshold, 0.8, 1}).referral, Referral::choose);
  EXPECT_EQ(arbitrate(0.5, looked(1), {Strategy::system1, 0.8, 1}).referral, Referral::accept);
  EXPECT_EQ(arbitrate(0.5, looked(4), {Strategy::threshold, 0.8, 5}).referral, Referral::look_again);
}

TEST(Arbiter, WhatWasSeenIsReusedOnlyWhereItWasSure) {
  const auto good = [](double confidence, const Evidence& evidence, double threshold, double reuse) {
    return still_good(confidence, evidence, {Strategy::threshold, threshold, 2, reuse});
  };
  EXPECT_TRUE(good(0.95, {}, 0.9, 0.95));
  EXPECT_FALSE(good(0.94, {}, 0.9, 0.95));
  EXPECT_FALSE(good(0.97, {}, 0.98, 0.95)) << "never below the threshold";
  EXPECT_FALSE(good(0.99, {true, 1}, 0.9, 0.95)) << "a rule would break";
  EXPECT_FALSE(good(0.99, {false, 0}, 0.9, 0.95));
  EXPECT_FALSE(good(1.0, {}, 0.9, 1.1)) << "switched off";
}

TEST(Arbiter, TheDialHasBothEnds) {
  EXPECT_EQ(arbitrate(0.0, {}, {Strategy::threshold, 0.0}).referral, Referral::accept);
  EXPECT_EQ(arbitrate(0.999, looked(2), {Strategy::threshold, 1.0}).referral, Referral::choose);
}

TEST(Arbiter, ConclusionAfterAnEscalation) {
  EXPECT_EQ(conclude(Finding::forced, 5, {5, true}).outcome, "outcome.confirmed");
  EXPECT_EQ(conclude(Finding::refuted, 5, {5, false}).outcome, "outcome.refuted");
  EXPECT_EQ(conclude(Finding::forced, 5, {7, true}).outcome, "outcome.own_step");
  EXPECT_EQ(conclude(Finding::forced, -1, {7, false}).outcome, "outcome.own_step");
  EXPECT_EQ(conclude(Finding::contradiction, 5, {}).conclusion, Conclusion::diagnose);
  EXPECT_EQ(conclude(Finding::undetermined, 5, {}).conclusion, Conclusion::play_guess);
  EXPECT_EQ(conclude(Finding::undetermined, -1, {}).conclusion, Conclusion::give_up);
  EXPECT_EQ(conclude(Finding::unknown, 5, {}).outcome, "outcome.out_of_budget");
  EXPECT_EQ(conclude(Finding::unknown, -1, {}).conclusion, Conclusion::give_up);
}

TEST(Arbiter, StrategyNamesRoundTrip) {
  for (const StrategyEntry& entry : strategies()) EXPECT_EQ(parse_strategy(entry.name), entry.strategy);
  EXPECT_EQ(strategies().size(), strategy_names().size());
  EXPECT_EQ(parse_strategy("intuition"), std::nullopt);
}

}  // namespace
}  // namespace fastslow
