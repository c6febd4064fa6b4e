// A classifier that may decline to answer: Chow ("On Optimum Recognition Error and Reject Tradeoff", 1970) showed that
// the best rule is to reject exactly where the largest probability is below a threshold, which stands for what a
// rejection costs against an error. Here to reject is to ask System 2. The rule is as good as the probabilities, hence
// the calibration (policy/proposal.cc). It is asked of the best move of the whole board only, so an easy cell is played
// before a doubtful one.
//
// The order of the tests is the argument:
//
//   - On a puzzle of a kind that the network was not trained on its confidence means nothing; no look and no threshold
//     helps.
//   - Doubt is first answered with what is cheap, another look at the same position.
//   - A whole picture that breaks no rule is a solution. The rules say so, which is better than any confidence, and as
//     good on a kind of puzzle that the network never saw. (Looked for only where System 1 may sleep on it.)
//   - Sleeping on it is dearer than a look and cheaper than System 2. What cannot be taken back needs a proof anyway.
//   - A move that cannot be taken back needs a proof, however sure System 1 is.
//   - What is still below the threshold is rejected.
//   - So is a sure move that visibly breaks a rule: looking costs nothing, and either the move is wrong or something
//     before it.
//
// No strategy but `threshold` declines by confidence. The other three are its limits, always and never ask, and are
// there to compare it with.
#include "arbiter/arbiter.h"

#include <algorithm>
#include <cassert>

#include "arbiter/reasons.h"
#include "core/names.h"

namespace fastslow::arbiter {
namespace {

constexpr NameTable<Strategy, 4> kStrategies = {{
    {Strategy::system1, "system1"},
    {Strategy::system2, "system2"},
    {Strategy::threshold, "threshold"},
    {Strategy::verify, "verify"},
}};

}  // namespace

Verdict arbitrate(double confidence, const Evidence& evidence, const ArbiterConfig& config) {
  assert(config.strategy != Strategy::system2);
  const bool unsure = confidence < config.threshold;
  const bool may_look_again = evidence.looks < config.looks && evidence.slept == 0;
  const bool may_sleep = evidence.slept == 0 && config.sleep > 0;
  switch (config.strategy) {
    case Strategy::system1:
      if (evidence.whole) return {Referral::accept, verdict::kWhole};
      if (unsure && may_look_again) return {Referral::look_again, verdict::kLookAgain};
      // Alone, it has nobody to take its mistakes back, and the first of them ends the game: so it sleeps on every
      // picture that it has not seen to be right, however sure it is of the next move.
      if (may_sleep) return {Referral::sleep_on_it, verdict::kSleepOnIt};
      return {Referral::accept, verdict::kSystem1Only};
    case Strategy::verify:
      // What cannot be taken back is not played as long as something else can be proved.
      return {evidence.irrevocable ? Referral::confirm : Referral::examine, verdict::kVerify};
    case Strategy::threshold:
    case Strategy::system2:
      break;
  }
  if (evidence.whole && !evidence.irrevocable && (unsure || evidence.shifted)) {
    return {Referral::accept, verdict::kWhole};
  }
  if (evidence.shifted) return {Referral::choose, verdict::kShift};
  if (unsure && may_look_again) return {Referral::look_again, verdict::kLookAgain};
  if (unsure && may_sleep && !evidence.irrevocable) return {Referral::sleep_on_it, verdict::kSleepOnIt};
  if (evidence.irrevocable) return {Referral::confirm, verdict::kIrrevocable};
  if (unsure) return {Referral::choose, verdict::kUnsure};
  if (!evidence.legal || evidence.violated > 0) return {Referral::choose, verdict::kBreaksRule};
  return {Referral::accept, verdict::kTrusted};
}

bool still_good(double confidence, const Evidence& evidence, const ArbiterConfig& config) {
  const bool sure = evidence.whole || confidence >= std::max(config.reuse, config.threshold);
  return sure && evidence.legal && evidence.violated == 0;
}

Concluded conclude(solver::Finding finding, Literal proposed, Step proved) {
  const bool has_guess = proposed >= 0;
  switch (finding) {
    case solver::Finding::forced:
    case solver::Finding::refuted:
      if (proved.literal != proposed) return {Conclusion::play_proof, outcome::kOwnStep};
      return {Conclusion::play_proof, proved.place ? outcome::kConfirmed : outcome::kRefuted};
    case solver::Finding::contradiction:
      return {Conclusion::diagnose, {}};
    case solver::Finding::undetermined:
      if (has_guess) return {Conclusion::play_guess, outcome::kNothingForced};
      break;
    case solver::Finding::unknown:
      if (has_guess) return {Conclusion::play_guess, outcome::kOutOfBudget};
      break;
  }
  return {Conclusion::give_up, {}};
}

std::string_view strategy_name(Strategy strategy) { return name_in(kStrategies, strategy); }
std::optional<Strategy> parse_strategy(std::string_view name) { return parse_in(kStrategies, name); }
std::vector<std::string_view> strategy_names() { return names_of(kStrategies); }

}  // namespace fastslow::arbiter
