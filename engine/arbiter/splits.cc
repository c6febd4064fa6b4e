#include "arbiter/splits.h"

#include <algorithm>
#include <vector>

#include "core/random.h"

namespace fastslow::arbiter {
namespace {

constexpr double kEachSide = 0.025;

// Of an event that was seen so often: between which chances it lies at 95 %.
std::pair<double, double> chance_of(int seen, int times) {
  const double low = seen == 0 ? 0 : 1 - upper_bound(times - seen, times, kEachSide);
  return {low, upper_bound(seen, times, kEachSide)};
}

struct Share {
  int lost = 0;
  int checked = 0;
};

Share at_threshold(std::span<const Recorded> games, std::optional<double> threshold) {
  Share share;
  for (const Recorded& game : games) {
    share.lost += threshold && game.worst >= 0 && game.worst >= *threshold ? 1 : 0;
    share.checked += !threshold || checked(game, *threshold) ? 1 : 0;
  }
  return share;
}

std::vector<WorstError> errors_of(std::span<const Recorded> games) {
  std::vector<WorstError> errors;
  errors.reserve(games.size());
  for (const Recorded& game : games) errors.push_back(game.worst);
  return errors;
}

}  // namespace

Kept kept_over(std::span<const Recorded> games, double alpha, double delta, const Deal& deal) {
  std::vector<Recorded> dealt(games.begin(), games.end());
  const auto order = static_cast<std::size_t>(deal.order);
  const auto calibration = static_cast<std::size_t>(deal.calibration);
  const auto above = [&](int lost, std::size_t of) { return lost > alpha * static_cast<double>(of); };
  Random random(deal.seed);
  Kept kept;
  for (; kept.times < deal.times; ++kept.times) {
    random.shuffle(dealt);
    const std::span<const Recorded> all(dealt);
    const std::span<const Recorded> like_these = all.subspan(order);
    const std::span<const Recorded> met = like_these.subspan(calibration);
    const std::vector<double> thresholds = learned_order(errors_of(all.first(order)), kMostThresholds);
    const std::vector<WorstError> tried = errors_of(like_these.first(calibration));
    const std::optional<double> threshold = certify(tried, thresholds, alpha, delta).threshold;
    const Share share = at_threshold(met, threshold);
    kept.certified += threshold ? 1 : 0;
    kept.broken += above(at_threshold(like_these, threshold).lost, like_these.size()) ? 1 : 0;
    kept.met_above += above(share.lost, met.size()) ? 1 : 0;
    kept.lost += share.lost / static_cast<double>(met.size()) / deal.times;
    kept.checked += share.checked / static_cast<double>(met.size()) / deal.times;
  }
  kept.within = chance_of(kept.broken, deal.times);
  const auto erring = std::count_if(games.begin(), games.end(), [](const Recorded& game) { return game.worst >= 0; });
  kept.base = static_cast<double>(erring) / static_cast<double>(games.size());
  return kept;
}

}  // namespace fastslow::arbiter
