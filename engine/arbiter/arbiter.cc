#include "arbiter/arbiter.h"

#include <algorithm>

#include "core/names.h"

namespace fastslow::arbiter {
namespace {

constexpr NameTable<Strategy, 4> kStrategies = {{
    {Strategy::system1, "system1"},
    {Strategy::system2, "system2"},
    {Strategy::threshold, "threshold"},
    {Strategy::verify, "verify"},
}};

}  // namespace

Verdict arbitrate(double confidence, const Evidence& evidence, const ArbiterConfig& config) {
  const bool unsure = confidence < config.threshold;
  const bool may_look_again = evidence.looks < config.looks;
  switch (config.strategy) {
    case Strategy::system1:
      if (unsure && may_look_again) return {Referral::look_again, "verdict.look_again"};
      return {Referral::accept, "verdict.system1_only"};
    case Strategy::verify:
      // What cannot be taken back is not played as long as something else can be proved.
      return {evidence.irrevocable ? Referral::confirm : Referral::examine, "verdict.verify"};
    case Strategy::threshold:
    case Strategy::system2:
      break;
  }
  if (evidence.shifted) return {Referral::choose, "verdict.shift"};
  if (unsure && may_look_again) return {Referral::look_again, "verdict.look_again"};
  if (evidence.irrevocable) return {Referral::confirm, "verdict.irrevocable"};
  if (unsure) return {Referral::choose, "verdict.unsure"};
  if (!evidence.legal || evidence.violated > 0) return {Referral::choose, "verdict.breaks_rule"};
  return {Referral::accept, "verdict.trusted"};
}

bool still_good(double confidence, const Evidence& evidence, const ArbiterConfig& config) {
  return confidence >= std::max(config.reuse, config.threshold) && evidence.legal && evidence.violated == 0;
}

Settlement settle(solver::Settled verdict, Literal proposed, Step proved) {
  const bool has_guess = proposed >= 0;
  switch (verdict) {
    case solver::Settled::forced:
    case solver::Settled::refuted:
      if (proved.literal != proposed) return {Conclusion::play_proof, "outcome.own_step"};
      return {Conclusion::play_proof, proved.place ? "outcome.confirmed" : "outcome.refuted"};
    case solver::Settled::contradiction:
      return {Conclusion::diagnose, {}};
    case solver::Settled::undetermined:
      if (has_guess) return {Conclusion::play_guess, "outcome.nothing_forced"};
      break;
    case solver::Settled::unknown:
      if (has_guess) return {Conclusion::play_guess, "outcome.out_of_budget"};
      break;
  }
  return {Conclusion::give_up, {}};
}

std::string_view strategy_name(Strategy strategy) { return name_in(kStrategies, strategy); }
std::optional<Strategy> parse_strategy(std::string_view name) { return parse_in(kStrategies, name); }

}  // namespace fastslow::arbiter
