// The network's own head: how sure it is that its whole picture is right, not only the next move. Source: learned
// self-assessment as a signal for deferring, e.g. Geifman and El-Yaniv, "SelectiveNet" (arXiv 1901.09192); our head is
// trained apart and changes nothing of what it judges (models/README.md).
#include "arbiter/reasons.h"
#include "arbiter/strategy.h"

namespace fastslow::arbiter::rule {

Verdict self_assessment(const Weighed& weighed) {
  const bool doubted = weighed.evidence.sureness < weighed.config.threshold;
  return by_doubt(doubted, weighed, {verdict::kWorthThinking, verdict::kGoodEnough});
}

}  // namespace fastslow::arbiter::rule
