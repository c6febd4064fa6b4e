// A classifier that may decline to answer: C. K. Chow ("On Optimum Recognition Error and Reject Tradeoff", 1970) showed
// that the best rule is to reject exactly where the largest probability is below a threshold, which stands for what a
// rejection costs against an error. Here to reject is to ask System 2. The rule is as good as the probabilities, hence
// the calibration (policy/proposal.cc). It is asked of the best move of the whole board only, so an easy cell is played
// before a doubtful one.
#include "arbiter/reasons.h"
#include "arbiter/strategy.h"

namespace fastslow::arbiter::rule {

Verdict threshold(const Weighed& weighed) {
  return by_doubt(weighed.confidence < weighed.config.threshold, weighed, {verdict::kUnsure, verdict::kTrusted});
}

}  // namespace fastslow::arbiter::rule
