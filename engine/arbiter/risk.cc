#include "arbiter/risk.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace fastslow::arbiter {
namespace {

// How much of the wealth is bet on each game: half of what could be lost at once.
constexpr double kStake = 0.5;

}  // namespace

double binomial_tail(int losses, int games, double risk) {
  if (losses >= games) return 1;
  if (risk <= 0) return 1;
  if (risk >= 1) return 0;
  const double up = std::log(risk);
  const double down = std::log1p(-risk);
  double sum = 0;
  double choose = 0;  // log of games over k
  for (int k = 0; k <= losses; ++k) {
    if (k > 0) choose += std::log(games - k + 1) - std::log(k);
    sum += std::exp(choose + k * up + (games - k) * down);
  }
  return std::min(1.0, sum);
}

int games_needed(double alpha, double delta) {
  constexpr int most = std::numeric_limits<int>::max();
  const double games = std::ceil(std::log(delta) / std::log1p(-alpha));
  return games < most ? static_cast<int>(games) : most;
}

double upper_bound(int losses, int games, double delta) {
  double low = 0;
  double high = 1;
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2;
    (binomial_tail(losses, games, middle) > delta ? low : high) = middle;
  }
  return high;
}

std::vector<double> learned_order(std::span<const WorstError> games, int most) {
  std::vector<double> errors;
  std::copy_if(games.begin(), games.end(), std::back_inserter(errors), [](double worst) { return worst >= 0; });
  std::sort(errors.begin(), errors.end(), std::greater<>());
  std::vector<double> order;
  // Just above an error of the other split: there, that game is not lost.
  const auto above = [](double error) { return std::nextafter(error, 2.0); };
  const int steps = std::min<int>(most, static_cast<int>(errors.size()));
  for (int i = 0; i < steps; ++i) {
    const double threshold =
        above(errors[errors.size() * static_cast<std::size_t>(i) / static_cast<std::size_t>(steps)]);
    if (order.empty() || threshold < order.back()) order.push_back(threshold);
  }
  if (order.empty() || order.back() > 0) order.push_back(0);
  return order;
}

Certified certify(std::span<const WorstError> games, std::span<const double> strictest_first, double alpha,
                  double delta) {
  Certified found;
  found.games = static_cast<int>(games.size());
  found.needed = games_needed(alpha, delta);
  for (const double threshold : strictest_first) {
    const auto losses = static_cast<int>(
        std::count_if(games.begin(), games.end(), [&](double worst) { return worst >= 0 && worst >= threshold; }));
    const bool holds = binomial_tail(losses, found.games, alpha) <= delta;
    found.tested.push_back({threshold, losses, holds});
    if (!holds) break;
    found.threshold = threshold;
    found.losses = losses;
  }
  if (found.threshold) found.bound = upper_bound(found.losses, found.games, delta);
  return found;
}

Wealth after_game(Wealth before, bool lost, double alpha) {
  const double surprise = (lost ? 1.0 : 0.0) - alpha;
  // Neither can lose more than kStake of itself: `surprise` lies between -alpha and 1 - alpha.
  before.safe *= 1 - kStake / (1 - alpha) * surprise;
  before.alarm *= 1 + kStake / alpha * surprise;
  ++before.games;
  return before;
}

double least_abstention(double base, double alpha) { return std::max(0.0, base - alpha); }

}  // namespace fastslow::arbiter
