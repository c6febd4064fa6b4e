#include "arbiter/arbiter.h"

#include <algorithm>

#include "arbiter/reasons.h"
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
      if (unsure && may_look_again) return {Referral::look_again, verdict::kLookAgain};
      return {Referral::accept, verdict::kSystem1Only};
    case Strategy::verify:
      // What cannot be taken back is not played as long as something else can be proved.
      return {evidence.irrevocable ? Referral::confirm : Referral::examine, verdict::kVerify};
    case Strategy::threshold:
    case Strategy::system2:
      break;
  }
  if (evidence.shifted) return {Referral::choose, verdict::kShift};
  if (unsure && may_look_again) return {Referral::look_again, verdict::kLookAgain};
  if (evidence.irrevocable) return {Referral::confirm, verdict::kIrrevocable};
  if (unsure) return {Referral::choose, verdict::kUnsure};
  if (!evidence.legal || evidence.violated > 0) return {Referral::choose, verdict::kBreaksRule};
  return {Referral::accept, verdict::kTrusted};
}

bool still_good(double confidence, const Evidence& evidence, const ArbiterConfig& config) {
  return confidence >= std::max(config.reuse, config.threshold) && evidence.legal && evidence.violated == 0;
}

Settlement settle(solver::Settled verdict, Literal proposed, Step proved) {
  const bool has_guess = proposed >= 0;
  switch (verdict) {
    case solver::Settled::forced:
    case solver::Settled::refuted:
      if (proved.literal != proposed) return {Conclusion::play_proof, outcome::kOwnStep};
      return {Conclusion::play_proof, proved.place ? outcome::kConfirmed : outcome::kRefuted};
    case solver::Settled::contradiction:
      return {Conclusion::diagnose, {}};
    case solver::Settled::undetermined:
      if (has_guess) return {Conclusion::play_guess, outcome::kNothingForced};
      break;
    case solver::Settled::unknown:
      if (has_guess) return {Conclusion::play_guess, outcome::kOutOfBudget};
      break;
  }
  return {Conclusion::give_up, {}};
}

std::string_view strategy_name(Strategy strategy) { return name_in(kStrategies, strategy); }
std::optional<Strategy> parse_strategy(std::string_view name) { return parse_in(kStrategies, name); }
std::vector<std::string_view> strategy_names() { return names_of(kStrategies); }

}  // namespace fastslow::arbiter
