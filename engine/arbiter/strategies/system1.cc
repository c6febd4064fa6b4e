// Always intuition, never checked: the limit at which nobody asks System 2.
#include "arbiter/reasons.h"
#include "arbiter/strategy.h"

namespace fastslow::arbiter::rule {

Verdict system1(const Weighed& weighed) {
  const auto& [confidence, evidence, config, around] = weighed;
  if (evidence.whole) return {Referral::accept, verdict::kWhole};
  if (confidence < config.threshold && may_look_again(weighed)) return {Referral::look_again, verdict::kLookAgain};
  // Alone, it has nobody to take its mistakes back, and the first of them ends the game: so it sleeps on every
  // picture that it has not seen to be right, however sure it is of the next move.
  if (evidence.slept == 0 && config.sleep > 0) return {Referral::sleep_on_it, verdict::kSleepOnIt};
  return {Referral::accept, verdict::kSystem1Only};
}

}  // namespace fastslow::arbiter::rule
