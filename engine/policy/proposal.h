// System 1's output: logits -> calibrated probabilities -> a proposal.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/result.h"
#include "policy/encoder.h"

namespace fastslow::policy {

// What one look of the network gives; see encoder.h.
struct PolicyAnswer {
  std::vector<float> logits;
  double sureness = 1;  // 0..1
  int iterations = 0;   // that this look ran
};

// What a look costs in the solver's units. The network passes a message along every connection of a literal with a
// group, once an iteration, there and back: so many numbers have the index tensors, padding too, as it computes there
// as well. A message counts as half an operation of the solver, for the time that it takes: `system1_weight` of
// models/results/strategies.json, measured under WebAssembly in time of the processor, over all families. A test
// holds this number to that one, within twice and half of it (tests/engine/policy_test.cc).
std::uint64_t messages_of(const PolicyInput& input);  // of one iteration
std::uint64_t operations_of(const PolicyInput& input, int iterations);

// How a model card says its logits are to be read.
struct Calibration {
  double temperature = 1.0;  // > 0
};

struct Candidate {
  Literal literal = 0;
  double probability = 0;  // of this value for its variable; sums to 1 over the variable's open literals
};

struct Proposal {
  std::vector<Candidate> candidates;  // one per legal action, ascending by literal
  std::vector<Candidate> ranked;      // each open variable's best, most probable first (ties: lower literal)

  [[nodiscard]] bool empty() const { return ranked.empty(); }
  [[nodiscard]] const Candidate& best() const { return ranked.front(); }
};

// Whether the input shows anything that could be proposed: a visible open literal. If not, do not run a network on it.
bool may_propose(const Model& model, const PolicyInput& input);

// Softmax over each variable's open literals. Bit-identical on every platform (core/numeric.h).
// Problems: error.policy.shape (as many logits as actions are needed), error.policy.not_finite.
Result<Proposal> propose(const Model& model, const PolicyInput& input, std::span<const float> logits,
                         Calibration calibration);

}  // namespace fastslow::policy
