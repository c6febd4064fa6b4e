#include "arbiter/arbiter.h"

#include <gtest/gtest.h>

namespace fastslow {
namespace {

struct Row {
  Strategy strategy;
  double confidence;
  Evidence evidence;
  Referral referral;
  std::string_view reason;
};

// The whole behaviour at a threshold of 0.8, as a table.
TEST(Arbiter, VerdictOnTheProposal) {
  const Row table[] = {
      {Strategy::system1, 0.01, {true, 0}, Referral::accept, "verdict.system1_only"},
      {Strategy::system1, 0.99, {false, 3}, Referral::accept, "verdict.system1_only"},
      {Strategy::verify, 0.99, {true, 0}, Referral::examine, "verdict.verify"},
      {Strategy::verify, 0.01, {false, 1}, Referral::examine, "verdict.verify"},
      {Strategy::threshold, 0.80, {true, 0}, Referral::accept, "verdict.trusted"},
      {Strategy::threshold, 0.79, {true, 0}, Referral::choose, "verdict.unsure"},
      {Strategy::threshold, 0.79, {true, 2}, Referral::choose, "verdict.unsure"},
      {Strategy::threshold, 0.95, {true, 1}, Referral::choose, "verdict.breaks_rule"},
      {Strategy::threshold, 0.95, {false, 0}, Referral::choose, "verdict.breaks_rule"},
      {Strategy::threshold, 0.99, {true, 0, true}, Referral::choose, "verdict.shift"},
      {Strategy::system1, 0.99, {true, 0, true}, Referral::accept, "verdict.system1_only"},
      {Strategy::verify, 0.99, {true, 0, true}, Referral::examine, "verdict.verify"},
  };
  for (const Row& row : table) {
    const Verdict verdict = arbitrate(row.confidence, row.evidence, {row.strategy, 0.8});
    EXPECT_EQ(verdict.referral, row.referral) << row.reason;
    EXPECT_EQ(verdict.reason, row.reason);
  }
}

TEST(Arbiter, TheDialHasBothEnds) {
  EXPECT_EQ(arbitrate(0.0, {}, {Strategy::threshold, 0.0}).referral, Referral::accept);
  EXPECT_EQ(arbitrate(0.999, {}, {Strategy::threshold, 1.0}).referral, Referral::choose);
}

TEST(Arbiter, SettlementAfterAnEscalation) {
  EXPECT_EQ(settle(Settled::forced, 5, {5, true}).outcome, "outcome.confirmed");
  EXPECT_EQ(settle(Settled::refuted, 5, {5, false}).outcome, "outcome.refuted");
  EXPECT_EQ(settle(Settled::forced, 5, {7, true}).outcome, "outcome.own_step");
  EXPECT_EQ(settle(Settled::forced, -1, {7, false}).outcome, "outcome.own_step");
  EXPECT_EQ(settle(Settled::contradiction, 5, {}).conclusion, Conclusion::diagnose);
  EXPECT_EQ(settle(Settled::undetermined, 5, {}).conclusion, Conclusion::play_guess);
  EXPECT_EQ(settle(Settled::undetermined, -1, {}).conclusion, Conclusion::give_up);
  EXPECT_EQ(settle(Settled::unknown, 5, {}).outcome, "outcome.out_of_budget");
  EXPECT_EQ(settle(Settled::unknown, -1, {}).conclusion, Conclusion::give_up);
}

TEST(Arbiter, StrategyNamesRoundTrip) {
  for (const Strategy s : {Strategy::system1, Strategy::system2, Strategy::threshold, Strategy::verify}) {
    Strategy parsed{};
    ASSERT_TRUE(parse_strategy(strategy_name(s), parsed));
    EXPECT_EQ(parsed, s);
  }
  Strategy untouched = Strategy::verify;
  EXPECT_FALSE(parse_strategy("intuition", untouched));
  EXPECT_EQ(untouched, Strategy::verify);
}

}  // namespace
}  // namespace fastslow
