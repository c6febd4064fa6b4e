// Looks from several states, and a vote: a move is trusted where most of the pictures hold it and its mean probability
// over all of them reaches the threshold. Source: disagreement of an ensemble as doubt, Lakshminarayanan et al., "Deep
// Ensembles" (arXiv 1612.01474); several noisy starts of one network, "PTRM" (arXiv 2605.19943).
// The first look is one of the votes.
#include "arbiter/reasons.h"
#include "arbiter/strategy.h"

namespace fastslow::arbiter::rule {

Verdict agreement(const Weighed& weighed) {
  const Evidence& evidence = weighed.evidence;
  const bool voted = evidence.slept > 0;
  const bool allowed = !evidence.shifted && !evidence.irrevocable && weighed.config.votes > 1;
  if (!voted && allowed) return {Referral::look_around, verdict::kLookAround};
  const bool outvoted = voted && 2 * evidence.agree <= evidence.slept;
  const bool doubted = outvoted || weighed.confidence < weighed.config.threshold;
  // The looks are spent on the vote.
  ArbiterConfig no_more = weighed.config;
  no_more.looks = 1;
  no_more.sleep = 0;
  return by_doubt(doubted, {weighed.confidence, evidence, no_more, weighed.around},
                  {verdict::kWorthThinking, verdict::kGoodEnough});
}

}  // namespace fastslow::arbiter::rule
