// System 2 is asked as often as the rate says, whatever System 1 feels: what any rule must beat at an equal rate. The
// draw is a hash of a number that the person chooses and of the position, so the same game goes the same way again.
// Source of the mixing: splitmix64, S. Vigna (public domain).
#include "arbiter/reasons.h"
#include "arbiter/strategy.h"

namespace fastslow::arbiter::rule {
namespace {

double drawn(std::uint64_t seed, std::uint64_t position) {
  std::uint64_t mixed = position + seed * 0x9e3779b97f4a7c15ULL;
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
  mixed ^= mixed >> 31;
  return static_cast<double>(mixed >> 11) * 0x1p-53;
}

}  // namespace

Verdict random(const Weighed& weighed) {
  const auto& [confidence, evidence, config, around] = weighed;
  const bool doubted = drawn(config.seed, around.position) < config.rate;
  // Another look at the same position would be drawn the same.
  ArbiterConfig once = config;
  once.looks = 1;
  once.sleep = 0;
  return by_doubt(doubted, {confidence, evidence, once, around}, {verdict::kWorthThinking, verdict::kGoodEnough});
}

}  // namespace fastslow::arbiter::rule
