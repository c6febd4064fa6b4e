#include "wire/risk.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

#include "arbiter/splits.h"

namespace fastslow::wire {
namespace {

using arbiter::Recorded;

// More games than anybody records; more games dealt in all than anybody waits for.
constexpr std::size_t kMostGames = 100'000;
constexpr std::int64_t kMostDealt = 20'000'000;

struct Wish {
  double alpha = 0;
  double delta = 0;
};

// Strictly between, as nothing can be promised at 0, and nothing need be at 1.
Result<Wish> parse_wish(const Json& request) {
  const Wish wish{request.at("alpha").get<double>(), request.at("delta").get<double>()};
  const auto inside = [](double chance) { return chance > 0 && chance < 1; };
  if (!inside(wish.alpha)) return Problem{"error.risk.alpha", {}};
  if (!inside(wish.delta)) return Problem{"error.risk.delta", {}};
  return wish;
}

Result<std::vector<Recorded>> parse_games(const Json& request) {
  std::vector<Recorded> games;
  const Json& list = request.at("games");
  if (!list.is_array() || list.empty() || list.size() > kMostGames) return bad_argument("games");
  games.reserve(list.size());
  for (const Json& pair : list) {
    const Recorded game{pair.at(0).get<double>(), pair.at(1).get<double>()};
    const bool fits = (game.worst == -1 || (game.worst >= 0 && game.worst <= 1)) && game.least >= 0 && game.least <= 1;
    if (!fits) return bad_argument("games");
    games.push_back(game);
  }
  return games;
}

Json tested_json(const arbiter::Certified& certified, double delta) {
  Json list = Json::array();
  for (const arbiter::Tested& tested : certified.tested) {
    list.push_back({{"threshold", tested.threshold},
                    {"losses", tested.losses},
                    {"bound", arbiter::upper_bound(tested.losses, certified.games, delta)},
                    {"holds", tested.holds}});
  }
  return list;
}

double share_of(std::span<const Recorded> games, bool (*is)(const Recorded&, double), double threshold) {
  const auto found =
      std::count_if(games.begin(), games.end(), [&](const Recorded& game) { return is(game, threshold); });
  return static_cast<double>(found) / static_cast<double>(games.size());
}

// What a number can say: after very many games a bet may have grown beyond that.
double told(double bet) { return std::min(bet, 1e300); }

bool lost(const Recorded& game, double threshold) { return game.worst >= 0 && game.worst >= threshold; }

}  // namespace

Json certify_reply(const Json& request) {
  const Result<Wish> wish = parse_wish(request);
  if (!wish.ok()) return error_reply(wish.problem());
  const auto games = parse_games(request);
  if (!games.ok()) return error_reply(games.problem());
  const auto order = whole<std::size_t>(request.at("order"));
  if (order >= games.value().size()) return error_reply(bad_argument("order"));
  const auto [alpha, delta] = wish.value();
  const std::span<const Recorded> all(games.value());
  const std::span<const Recorded> tried = all.subspan(order);
  std::vector<arbiter::WorstError> worst;
  for (const Recorded& game : all) worst.push_back(game.worst);
  const std::span<const arbiter::WorstError> errors(worst);
  const auto thresholds = arbiter::learned_order(errors.first(order), arbiter::kMostThresholds);
  const arbiter::Certified found = arbiter::certify(errors.subspan(order), thresholds, alpha, delta);
  const double base = share_of(tried, lost, 0);
  return ok_reply({{"threshold", found.threshold ? Json(*found.threshold) : Json()},
                   {"games", found.games},
                   {"losses", found.losses},
                   {"bound", found.bound},
                   {"needed", found.needed},
                   {"tested", tested_json(found, delta)},
                   {"base", base},
                   {"floor", arbiter::least_abstention(base, alpha)},
                   {"checked", found.threshold ? share_of(tried, arbiter::checked, *found.threshold) : 1}});
}

Json splits_reply(const Json& request) {
  const Result<Wish> wish = parse_wish(request);
  if (!wish.ok()) return error_reply(wish.problem());
  const auto games = parse_games(request);
  if (!games.ok()) return error_reply(games.problem());
  const arbiter::Deal deal{whole<int>(request.at("order")), whole<int>(request.at("calibration")),
                           whole<int>(request.at("times")), whole<std::uint64_t>(request.at("seed"))};
  const auto number = static_cast<int>(games.value().size());
  if (deal.order < 0 || deal.order >= number) return error_reply(bad_argument("order"));
  if (deal.calibration < 1 || deal.calibration >= number - deal.order) return error_reply(bad_argument("calibration"));
  if (deal.times < 1 || std::int64_t{deal.times} * number > kMostDealt) return error_reply(bad_argument("times"));
  const auto [alpha, delta] = wish.value();
  const arbiter::Kept kept = arbiter::kept_over(games.value(), alpha, delta, deal);
  return ok_reply({{"times", kept.times},
                   {"certified", kept.certified},
                   {"broken", kept.broken},
                   {"within", {kept.within.first, kept.within.second}},
                   {"met_above", kept.met_above},
                   {"lost", kept.lost},
                   {"checked", kept.checked},
                   {"base", kept.base},
                   {"floor", arbiter::least_abstention(kept.base, alpha)}});
}

Json bets_reply(const Json& request) {
  const Result<Wish> wish = parse_wish(request);
  if (!wish.ok()) return error_reply(wish.problem());
  const Json& list = request.at("lost");
  if (!list.is_array() || list.size() > kMostGames) return error_reply(bad_argument("lost"));
  arbiter::Wealth wealth;
  for (const Json& one : list) wealth = arbiter::after_game(wealth, one.get<bool>(), wish.value().alpha);
  // How far each bet is on its way to 1 / delta, where it is won; its logarithm, as each game multiplies it.
  const double won = -std::log(wish.value().delta);
  const auto way = [&](double bet) { return std::clamp(std::log(bet) / won, 0.0, 1.0); };
  return ok_reply({{"games", wealth.games},
                   {"safe", {{"wealth", told(wealth.safe)}, {"way", way(wealth.safe)}}},
                   {"alarm", {{"wealth", told(wealth.alarm)}, {"way", way(wealth.alarm)}}}});
}

}  // namespace fastslow::wire
