// The network of models/pipeline/network.py, forwards and backwards, by hand: no library of tensors comes to the page for
// 9,170 numbers. The architecture, its reasons and its sources stand there; checked against PyTorch's logits and
// gradients (tests/engine/practice_network_test.cc).
//
// Deterministic: the same weights and graph give the same bits natively and in WebAssembly.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "practice/graph.h"
#include "practice/parameters.h"

namespace fastslow::practice {

// What a position teaches, for each of its open literals: bits.
inline constexpr std::uint8_t kTaught = 1;   // of a variable that something is known about
inline constexpr std::uint8_t kMayHold = 2;  // of a taught variable: what is known leaves this value
inline constexpr std::uint8_t kAnswer = 4;   // holds in the solution: for the self-assessment alone
inline constexpr std::uint8_t kUnseen = 8;   // of a hidden variable

// One iteration, as the way back needs it. Rows of literals, groups and sums as in `Graph`.
struct Iteration {
  std::vector<float> normal;   // [N, H] the state before, with mean 0 and variance 1
  std::vector<float> inverse;  // [N] what it was multiplied by
  std::vector<float> seen;     // [N, H] and scaled
  std::vector<float> vote;     // [N, C]
  std::vector<float> known;    // [G, 3C] votes, their logarithms, the message before
  std::vector<float> message;  // [G, C]
  std::vector<float> one_vote; // [G, C] 1 / votes
  std::vector<float> worth;    // [N, C] of a vote, over a literal's groups
  std::vector<float> heard;    // [N, 4C] shares, share in the own variable, messages, loads
  std::vector<float> hidden;   // [N, M]
  std::vector<float> brought;  // [W, 2C] what votes bring to a sum, and its load before
  std::vector<float> load;     // [W, C]
  std::vector<float> slope;    // [W, C]
  std::vector<float> state;    // [N, H] after
  std::vector<float> logits;   // [N]
};

class Network {
 public:
  // Thinks from the start. `keep`: everything, for `learn`; else the last iteration only.
  void look(const Numbers& weights, const Graph& graph, int iterations, bool keep = false);

  // After iteration 0, 1, ... (those that were kept); by default the last.
  [[nodiscard]] std::span<const float> logits(int iteration = -1) const;
  // Log-odds for each position that every best value is right.
  [[nodiscard]] std::vector<float> judgement(const Numbers& weights, const Graph& graph) const;

  struct Losses {
    float values = 0;    // cross-entropy of what is taught, later iterations counting more
    float judgement = 0;  // of the self-assessment
  };
  // Adds the losses' gradient to `gradient`. Requires a look at the graph that was kept, and bits for each literal.
  // A graph that teaches nothing leaves it alone.
  Losses learn(const Numbers& weights, const Graph& graph, std::span<const std::uint8_t> lesson, Numbers& gradient);

 private:
  void iterate(const Numbers& weights, const Graph& graph, const Iteration* before, Iteration& step) const;
  [[nodiscard]] const Iteration& step(int iteration) const;

  int iterations_ = 0;
  std::vector<Iteration> steps_;
  std::vector<float> group_base_;  // [G, C] what features bring to a group's layer, once for all iterations
  std::vector<float> load_base_;   // [W, C]
};

}  // namespace fastslow::practice
