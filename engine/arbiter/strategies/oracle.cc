// Knows the solution: plays what is right unchecked, and has System 2 refute what is wrong. Only for measuring, as the
// least effort that any rule over the same proposals could come to. Where the solution is not known to it, everything
// is examined.
//
// Until a wrong move is played unchecked, a game by any rule that examines what it doubts (`risk_controlled`) has the
// same positions as this one: what is right is played, checked or not, and what is wrong is refuted.
#include "arbiter/reasons.h"
#include "arbiter/strategy.h"

namespace fastslow::arbiter::rule {

Verdict oracle(const Weighed& weighed) {
  if (weighed.around.right.value_or(false)) return {Referral::accept, verdict::kGoodEnough};
  const bool irrevocable = weighed.evidence.irrevocable;
  return {irrevocable ? Referral::confirm : Referral::examine, verdict::kWorthThinking};
}

}  // namespace fastslow::arbiter::rule
