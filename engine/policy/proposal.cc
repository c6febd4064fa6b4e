// From scores to probabilities that may be compared with a threshold. A variable has exactly one value, so its open
// literals share one softmax. Networks tend to be surer, or less sure, than they are right; dividing the logits by one
// number fitted on puzzles they were not trained on corrects most of that (temperature scaling: Guo, Pleiss, Sun and
// Weinberger, 2017). It never changes which value of a variable is best, only how sure the network is said to be. The
// arbiter trusts this number, so without calibration its threshold would mean little.
//
// The largest logit is subtracted first. That leaves the softmax as it is, keeps every exponent at most 0, where
// `stable_exp` is defined, and no sum overflows.
#include "policy/proposal.h"

#include <algorithm>
#include <cmath>

#include "core/numeric.h"

namespace fastslow::policy {
namespace {

constexpr double kOperationsPerMessage = 0.5;

}  // namespace

std::uint64_t messages_of(const PolicyInput& input) {
  return input.literal_groups.size() + input.group_literals.size() + input.literal_sums.size() +
         input.sum_literals.size();
}

std::uint64_t operations_of(const PolicyInput& input, int iterations) {
  const double messages = static_cast<double>(messages_of(input)) * iterations;
  return static_cast<std::uint64_t>(messages * kOperationsPerMessage);
}

bool may_propose(const Model& model, const PolicyInput& input) {
  return std::any_of(input.rows.begin(), input.rows.end(), [&](Literal l) { return !model.is_hidden(l); });
}

Result<Proposal> propose(const Model& model, const PolicyInput& input, std::span<const float> logits,
                         Calibration calibration) {
  if (logits.size() != input.rows.size()) {
    return Problem{"error.policy.shape",
                   {{"expected", std::to_string(input.rows.size())}, {"length", std::to_string(logits.size())}}};
  }
  if (!std::all_of(logits.begin(), logits.end(), [](float x) { return std::isfinite(x); })) {
    return Problem{"error.policy.not_finite", {}};
  }
  Proposal proposal;
  // Actions ascend, so the open literals of one variable are neighbours.
  // Hidden ones are part of the network's view, but nobody plays them.
  for (std::size_t begin = 0; begin < logits.size();) {
    const VariableId variable = model.variable_of(input.rows[begin]);
    std::size_t end = begin;
    while (end < logits.size() && model.variable_of(input.rows[end]) == variable) ++end;
    if (model.variable(variable).hidden) {
      begin = end;
      continue;
    }
    const double top = *std::max_element(logits.begin() + static_cast<std::ptrdiff_t>(begin),
                                         logits.begin() + static_cast<std::ptrdiff_t>(end));
    double sum = 0;
    Candidate best;
    for (std::size_t i = begin; i < end; ++i) {
      const double weight = stable_exp((static_cast<double>(logits[i]) - top) / calibration.temperature);
      proposal.candidates.push_back({input.rows[i], weight});
      sum += weight;
    }
    for (auto c = proposal.candidates.end() - static_cast<std::ptrdiff_t>(end - begin); c != proposal.candidates.end();
         ++c) {
      c->probability /= sum;
      if (c->probability > best.probability) best = *c;
    }
    proposal.ranked.push_back(best);
    begin = end;
  }
  std::stable_sort(proposal.ranked.begin(), proposal.ranked.end(),
                   [](const Candidate& a, const Candidate& b) { return a.probability > b.probability; });
  return proposal;
}

}  // namespace fastslow::policy
