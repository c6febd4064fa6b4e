// What the network's way forward and its way back share.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/index.h"
#include "practice/network.h"

namespace fastslow::practice {

inline constexpr float kLeastVotes = 1e-4F;     // keeps logarithm and reciprocal of a group's votes finite
inline constexpr float kLeastVariance = 1e-5F;  // of a state, as PyTorch's LayerNorm has it
inline constexpr int kDoubtsIn = kState + 1;

inline std::span<const std::int32_t> list(const Lists& lists, std::int32_t i) {
  const auto begin = at(lists.starts[at(i)]);
  return {lists.items.data() + begin, at(lists.starts[at(i) + 1]) - begin};
}

// The self-assessment: what it reads of each literal, what it doubts, and the sum of that over each position.
struct Doubts {
  std::vector<float> read;    // [N, H + 1]
  std::vector<float> doubts;  // [N, doubts]
  std::vector<float> pooled;  // [positions, 2 doubts] mean and largest
  std::vector<float> count;   // [positions] literals
  std::vector<float> odds;    // [positions]
};
Doubts doubts_of(const Numbers& weights, const Graph& graph, const Iteration& last);

}  // namespace fastslow::practice
