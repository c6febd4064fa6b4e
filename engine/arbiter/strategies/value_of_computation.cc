// Thinks as long as thinking is worth more than it costs. To play costs a repair as often as System 1 is wrong, to
// prove costs a proof; n more looks cost n looks, and leave what they do not resolve to the cheaper of the two. Each
// kind of computation is valued as if it were the only one ("blinkered"), the best is done, and then all is asked
// again. Source: Hay, Russell, Tolpin and Shimony, "Selecting Computations: Theory and Applications" (arXiv 1207.5879).
//
// How often a look resolves a doubt is learned from the game, as all three costs are.
#include <algorithm>

#include "arbiter/reasons.h"
#include "arbiter/strategy.h"

namespace fastslow::arbiter::rule {

Verdict value_of_computation(const Weighed& weighed) {
  const auto& [confidence, evidence, config, around] = weighed;
  const Learned learned = around.learned();
  const double play = (1 - confidence) * learned.repair.value();
  const double settle = std::min(play, learned.proof.value());
  double looking = settle;
  double unresolved = 1;
  for (int n = 1; may_look_again(weighed) && n <= config.looks - evidence.looks; ++n) {
    unresolved *= 1 - learned.resolved.value();
    looking = std::min(looking, n * learned.look.value() + unresolved * settle);
  }
  // Not `by_doubt` with its looks: whether to look is part of what was valued.
  ArbiterConfig here = config;
  here.looks = looking < settle ? config.looks : evidence.looks;
  here.sleep = 0;
  const bool doubted = looking < settle || learned.proof.value() < play;
  return by_doubt(doubted, {confidence, evidence, here, around}, {verdict::kWorthThinking, verdict::kGoodEnough});
}

}  // namespace fastslow::arbiter::rule
