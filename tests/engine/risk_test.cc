// The mathematics of the guarantee, on known numbers, and its frequency over many random splits.
#include "arbiter/risk.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "arbiter/splits.h"
#include "core/random.h"
#include "rooms.h"

namespace fastslow {
namespace {

// Values summed with whole binomial coefficients (Python: math.comb).
TEST(Risk, TheBinomialTailIsExact) {
  EXPECT_NEAR(binomial_tail(0, 230, 0.01), 0.0991048, 1e-7);
  EXPECT_NEAR(binomial_tail(0, 229, 0.01), 0.1001059, 1e-7);
  EXPECT_NEAR(binomial_tail(2, 10, 0.3), 0.3827828, 1e-7);
  EXPECT_NEAR(binomial_tail(5, 1000, 0.01), 0.0661395, 1e-7);
  EXPECT_EQ(binomial_tail(10, 10, 0.3), 1);
}

TEST(Risk, AWishTakesSoManyGames) {
  EXPECT_EQ(games_needed(0.01, 0.10), 230);
  EXPECT_EQ(games_needed(0.01, 0.05), 299);
  EXPECT_EQ(games_needed(0.05, 0.10), 45);
}

TEST(Risk, TheUpperBoundIsWhereTheTailMeetsDelta) {
  EXPECT_NEAR(upper_bound(0, 230, 0.1), 1 - std::pow(0.1, 1.0 / 230), 1e-9);
  const double bound = upper_bound(3, 100, 0.1);
  EXPECT_NEAR(binomial_tail(3, 100, bound), 0.1, 1e-9);
}

TEST(Risk, WithTooFewGamesNothingIsCertified) {
  const std::vector<double> right(229, -1.0);
  const double order[] = {0.9, 0.0};
  EXPECT_EQ(certify(right, order, 0.01, 0.10).threshold, std::nullopt);
  EXPECT_EQ(certify(right, order, 0.01, 0.10).needed, 230);
  const std::vector<double> one_more(230, -1.0);
  EXPECT_EQ(certify(one_more, order, 0.01, 0.10).threshold, 0.0);
}

TEST(Risk, TestingStopsAtTheFirstThresholdThatIsNotRejected) {
  std::vector<double> games(300, -1.0);
  for (int i = 0; i < 30; ++i) games[static_cast<std::size_t>(i)] = 0.85;
  const double order[] = {0.95, 0.9, 0.8, 0.5};
  const Certified found = certify(games, order, 0.05, 0.10);
  EXPECT_EQ(found.threshold, 0.9);
  EXPECT_EQ(found.losses, 0);
  EXPECT_LE(found.bound, 0.05);
  // Nothing after a failure counts, however good.
  const double failing_first[] = {0.8, 0.95};
  EXPECT_EQ(certify(games, failing_first, 0.05, 0.10).threshold, std::nullopt);
}

TEST(Risk, TheOrderIsLearnedStrictestFirst) {
  const std::vector<double> games = {0.9, -1, 0.5, 0.7, -1};
  const std::vector<double> order = learned_order(games, 10);
  EXPECT_TRUE(std::is_sorted(order.rbegin(), order.rend()));
  EXPECT_GT(order.front(), 0.9);
  EXPECT_EQ(order.back(), 0.0);
}

TEST(Risk, TheFloorThatNoMethodCanBeat) {
  EXPECT_EQ(least_abstention(0.01, 0.05), 0);
  EXPECT_NEAR(least_abstention(0.24, 0.05), 0.19, 1e-12);
}

TEST(Risk, WhatIsTestedIsToldUpToTheFirstFailure) {
  std::vector<double> games(300, -1.0);
  for (int i = 0; i < 30; ++i) games[static_cast<std::size_t>(i)] = 0.85;
  const double order[] = {0.95, 0.9, 0.8, 0.5};
  const Certified found = certify(games, order, 0.05, 0.10);
  ASSERT_EQ(found.tested.size(), 3U);
  EXPECT_TRUE(found.tested[1].holds);
  EXPECT_FALSE(found.tested[2].holds);
  EXPECT_EQ(found.tested[2].losses, 30);
}

TEST(Risk, AWishBeyondAllCountingIsANumberStill) {
  EXPECT_EQ(games_needed(1e-300, 0.1), std::numeric_limits<int>::max());
}

// Games whose worst errors are spread evenly over half of them, so that the risk at a threshold is known beforehand.
std::vector<Recorded> made_up_games(int number) {
  std::vector<Recorded> games;
  for (int i = 0; i < number; ++i) {
    const double error = (i + 0.5) / number;
    games.push_back(i % 2 == 0 ? Recorded{error, error} : Recorded{-1, 0.5});
  }
  return games;
}

TEST(Risk, ThePromiseIsKeptOverManyDeals) {
  const std::vector<Recorded> games = made_up_games(2000);
  const Kept kept = kept_over(games, 0.05, 0.10, {400, 600, 1000, 3});
  EXPECT_EQ(kept.times, 1000);
  EXPECT_EQ(kept.certified, 1000);
  EXPECT_NEAR(kept.base, 0.5, 1e-12);
  EXPECT_GT(kept.broken, 0) << "a promise that is never broken is kept at too high a price";
  EXPECT_LE(kept.within.second, 0.10);
  EXPECT_LT(kept.lost, 0.05);
  // Half of the games have errors, and all others have a proposal of one half.
  EXPECT_GE(kept.checked, least_abstention(kept.base, 0.05));
}

TEST(Risk, ADealIsTheSameForTheSameSeed) {
  const std::vector<Recorded> games = made_up_games(500);
  const Kept one = kept_over(games, 0.1, 0.1, {100, 200, 50, 7});
  const Kept other = kept_over(games, 0.1, 0.1, {100, 200, 50, 7});
  EXPECT_EQ(one.broken, other.broken);
  EXPECT_EQ(one.lost, other.lost);
}

TEST(Risk, WithTooFewGamesToMeetTheWishEverythingIsChecked) {
  const Kept kept = kept_over(made_up_games(300), 0.01, 0.10, {50, 200, 20, 1});
  EXPECT_EQ(kept.certified, 0);
  EXPECT_EQ(kept.broken, 0);
  EXPECT_EQ(kept.lost, 0);
  EXPECT_NEAR(kept.checked, 1, 1e-12);
}

// A rule that certifies by the mean alone, without a test, breaks its promise in about half of all deals: what counts
// the broken ones can count.
TEST(Risk, ALaxLevelBreaksThePromiseOften) {
  const Kept kept = kept_over(made_up_games(2000), 0.05, 0.90, {400, 600, 300, 3});
  EXPECT_GT(kept.broken, 150);
}

// At a risk of exactly alpha both bets are fair games, so either reaches 1 / delta with a chance of at most delta.
TEST(Risk, TheBetsWhilePlayingKeepTheirPromise) {
  Random random(5);
  int wrongly_safe = 0;
  int wrongly_alarmed = 0;
  for (int run = 0; run < 1000; ++run) {
    Wealth wealth;
    bool safe = false;
    bool alarmed = false;
    for (int game = 0; game < 500; ++game) {
      wealth = after_game(wealth, random.below(20) == 0, 0.05);
      safe = safe || wealth.safe >= 10;
      alarmed = alarmed || wealth.alarm >= 10;
    }
    wrongly_safe += safe ? 1 : 0;
    wrongly_alarmed += alarmed ? 1 : 0;
  }
  EXPECT_LE(wrongly_safe, 100 + 28) << "delta of a thousand runs, three standard deviations";
  EXPECT_LE(wrongly_alarmed, 100 + 28);
  Wealth good;
  for (int game = 0; game < 500; ++game) good = after_game(good, false, 0.05);
  EXPECT_GT(good.safe, 10);
  Wealth bad;
  for (int game = 0; game < 50; ++game) bad = after_game(bad, game % 3 == 0, 0.05);
  EXPECT_GT(bad.alarm, 10);
}

}  // namespace
}  // namespace fastslow
