// System 1 is trusted where its whole picture breaks no rule. Where it breaks some, they go back to it: the next look
// is at the position without the values that broke them, `rounds` times at most. Then System 2 is asked, with what was
// learned: the values that broke no rule come first. Source: SOFAI-LM, Khandelwal et al., "Language Models Coupled with
// Metacognition Can Outperform Reasoning Models" (arXiv 2508.17959): an answer is checked, what is wrong with it goes
// back as feedback, T times at most, and then the slow solver is given what the rounds brought.
//
// Ours: the network reads no sentences, so feedback is what it can read, a value ruled out (session/feedback.cc). The
// rules judge a picture, not its confidence, so neither a threshold nor the shift alarm is asked.
#include "arbiter/reasons.h"
#include "arbiter/strategy.h"

namespace fastslow::arbiter::rule {

Verdict feedback(const Weighed& weighed) {
  const Evidence& evidence = weighed.evidence;
  if (evidence.whole) return {Referral::accept, verdict::kWhole};
  // What the board will answer is in no picture.
  if (evidence.irrevocable) return {Referral::confirm, verdict::kIrrevocable};
  const bool again = evidence.suspects > 0 && evidence.fed < weighed.config.rounds;
  if (again) return {Referral::feed_back, verdict::kFeedBack};
  return {Referral::choose, verdict::kStillBroken};
}

}  // namespace fastslow::arbiter::rule
