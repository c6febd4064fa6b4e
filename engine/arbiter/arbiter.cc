// What all strategies share: the order of the tests around a rule's doubt, what a look is worth later, and what comes
// of an escalation. The rules themselves are in strategies/, a file each; the table of them is registry.cc.
#include "arbiter/arbiter.h"

#include <algorithm>
#include <cassert>

#include "arbiter/reasons.h"
#include "arbiter/strategy.h"

namespace fastslow::arbiter {

Verdict arbitrate(double confidence, const Evidence& evidence, const ArbiterConfig& config,
                  const Circumstances& around) {
  const StrategyEntry& entry = entry_of(config.strategy);
  assert(entry.rule != nullptr);
  return entry.rule({confidence, evidence, config, around});
}

Verdict by_doubt(bool doubted, const Weighed& weighed, Reasons reasons) {
  const Evidence& evidence = weighed.evidence;
  if (evidence.whole && !evidence.irrevocable && (doubted || evidence.shifted)) {
    return {Referral::accept, verdict::kWhole};
  }
  if (evidence.shifted) return {Referral::choose, verdict::kShift};
  if (doubted && may_look_again(weighed)) return {Referral::look_again, verdict::kLookAgain};
  const bool may_sleep = evidence.slept == 0 && weighed.config.sleep > 0;
  if (doubted && may_sleep && !evidence.irrevocable) return {Referral::sleep_on_it, verdict::kSleepOnIt};
  if (evidence.irrevocable) return {Referral::confirm, verdict::kIrrevocable};
  if (doubted) return {Referral::choose, reasons.doubted};
  if (!evidence.legal || evidence.violated > 0) return {Referral::choose, verdict::kBreaksRule};
  return {Referral::accept, reasons.trusted};
}

bool still_good(double confidence, const Evidence& evidence, const ArbiterConfig& config) {
  const bool dialled = reads(entry_of(config.strategy), setting::kThreshold);
  const double enough = dialled ? std::max(config.reuse, config.threshold) : config.reuse;
  const bool sure = evidence.whole || confidence >= enough;
  return sure && evidence.legal && evidence.violated == 0;
}

Concluded conclude(solver::Finding finding, Literal proposed, Step proved) {
  const bool has_guess = proposed >= 0;
  switch (finding) {
    case solver::Finding::forced:
    case solver::Finding::refuted:
      if (proved.literal != proposed) return {Conclusion::play_proof, outcome::kOwnStep};
      return {Conclusion::play_proof, proved.place ? outcome::kConfirmed : outcome::kRefuted};
    case solver::Finding::contradiction:
      return {Conclusion::diagnose, {}};
    case solver::Finding::undetermined:
      if (has_guess) return {Conclusion::play_guess, outcome::kNothingForced};
      break;
    case solver::Finding::unknown:
      if (has_guess) return {Conclusion::play_guess, outcome::kOutOfBudget};
      break;
  }
  return {Conclusion::give_up, {}};
}

}  // namespace fastslow::arbiter
