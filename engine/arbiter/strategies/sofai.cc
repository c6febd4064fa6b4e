// The metacognitive rule of SOFAI, with its four thresholds. System 1 is adopted at once where there is experience
// (more than t1 of its moves have been judged), it did well (t2: the share of them that held) and it is sure (t3).
// Otherwise the second stage compares: System 2 is activated where it can be afforded and where what it would gain, for
// what it costs, exceeds t4. Source: Ganapini et al., "Thinking Fast and Slow in AI: the Role of Metacognition" (arXiv
// 2110.01834). Checked against the code that the authors published for their navigation experiments (class MCA): there,
// too, the second stage is entered at n <= t1, or on poor results (t2), or at a confidence of t3 and below; System 2
// then acts where the gain for the share of the time left that it usually takes exceeds t4; and the thresholds are 0,
// 0.5, 0.5 and 0.5 as long as nobody says otherwise.
//
// Ours: a reward is 1 for a move that holds, so System 2's is 1 and System 1's its confidence; time is effort, and what
// is left of it to spend is what a wrong move would cost. Their t2 holds the reward so far against the usual one, which
// a puzzle has not got: here it is the share of moves that held.
#include "arbiter/reasons.h"
#include "arbiter/strategy.h"

namespace fastslow::arbiter::rule {

Verdict sofai(const Weighed& weighed) {
  const auto& [confidence, evidence, config, around] = weighed;
  const Learned learned = around.learned();
  const bool proven = learned.held.weight > config.experience && learned.held.value() > config.success;
  bool doubted = false;
  if (!proven || confidence <= config.confidence) {
    const double cost = learned.proof.value() / learned.repair.value();
    doubted = cost <= 1 && (1 - confidence) > config.gain * cost;
  }
  return by_doubt(doubted, weighed, {verdict::kWorthThinking, verdict::kGoodEnough});
}

}  // namespace fastslow::arbiter::rule
