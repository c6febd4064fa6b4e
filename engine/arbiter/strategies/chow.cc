// Chow's rule with both of its costs learned: to ask costs a proof, to trust costs a repair as often as System 1 is
// wrong, so System 2 is asked where (1 - p) * repair > proof. Where both costs stand still this is a threshold of
// 1 - proof / repair, chosen by the game instead of by hand. Source: Chow 1970; for deferring to an expert who is
// always right, Jitkrittum et al., "When Does Confidence-Based Cascade Deferral Suffice?" (arXiv 2307.02764).
#include "arbiter/reasons.h"
#include "arbiter/strategy.h"

namespace fastslow::arbiter::rule {

Verdict chow(const Weighed& weighed) {
  const Learned learned = weighed.around.learned();
  const bool doubted = (1 - weighed.confidence) * learned.repair.value() > learned.proof.value();
  return by_doubt(doubted, weighed, {verdict::kWorthThinking, verdict::kGoodEnough});
}

}  // namespace fastslow::arbiter::rule
