// Intuition proposes, and every proposal is settled by System 2: the limit at which everything is asked.
#include "arbiter/reasons.h"
#include "arbiter/strategy.h"

namespace fastslow::arbiter::rule {

Verdict verify(const Weighed& weighed) {
  // What cannot be taken back is not played as long as something else can be proved.
  return {weighed.evidence.irrevocable ? Referral::confirm : Referral::examine, verdict::kVerify};
}

}  // namespace fastslow::arbiter::rule
