// The hardest share x of the moves goes to System 2: a move is handed on while it is among the x lowest confidences of
// all the moves proposed so far in this game. At 0 nothing is, at 1 everything. Source: the user's x of Saha et al.,
// "System-1.x" (arXiv 2407.14414), whose controller sorts the parts of a plan by hardness; here hardness is confidence,
// and since a game is not known beforehand, it is sorted among what was seen.
#include <algorithm>

#include "arbiter/reasons.h"
#include "arbiter/strategy.h"

namespace fastslow::arbiter::rule {

Verdict hybrid(const Weighed& weighed) {
  const std::vector<double> felt = weighed.around.learned().felt;
  const auto as_hard = std::upper_bound(felt.begin(), felt.end(), weighed.confidence) - felt.begin();
  const bool doubted = static_cast<double>(as_hard) < weighed.config.share * static_cast<double>(felt.size() + 1);
  return by_doubt(doubted, weighed, {verdict::kWorthThinking, verdict::kGoodEnough});
}

}  // namespace fastslow::arbiter::rule
