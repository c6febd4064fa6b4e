// Intuition is trusted from a threshold that was certified on recorded games (risk.h): with probability 1 - delta, at
// most a share alpha of games has a wrong move that nobody checked. Without one, and on puzzles that are not like those
// games, nothing is trusted. Source: Angelopoulos et al., "Learn then Test" (arXiv 2110.01052).
//
// What is doubted is examined, not replaced by an easier step: so the positions of a game do not depend on the
// threshold until the first loss, and one recorded game tells its loss at every threshold (oracle.cc).
#include "arbiter/reasons.h"
#include "arbiter/strategy.h"

namespace fastslow::arbiter::rule {

Verdict risk_controlled(const Weighed& weighed) {
  const auto& [confidence, evidence, config, around] = weighed;
  if (evidence.shifted) return {Referral::choose, verdict::kShift};
  if (evidence.irrevocable) return {Referral::confirm, verdict::kIrrevocable};
  if (confidence < config.certified) return {Referral::examine, verdict::kWorthThinking};
  if (!evidence.legal || evidence.violated > 0) return {Referral::examine, verdict::kBreaksRule};
  return {Referral::accept, verdict::kGoodEnough};
}

}  // namespace fastslow::arbiter::rule
