// System 1's input: the open part of a model's factor graph as tensors.
//
// Rows of the literal axis are the literals, hidden ones too, that are still open after direct elimination; rows of
// the group axis are the groups that still touch at least two of them, or one with something to say.
// Nothing is specific to a family: a literal has no features but its neighbourhood.
//
//   literal_groups  int32   [N, D]  groups of each literal, D = largest count; padded with G
//   group_literals  int32   [G, K]  literals of each group, K = largest count; padded with N
//   group_features  float32 [G, 4]  see kGroupFeatures
//   -> logits       float32 [N]     log-odds-like score that the literal holds
//
// Indices ascend within a row, padding comes last; rows keep the model's order.
#pragma once

#include <cstdint>
#include <vector>

#include "core/model.h"
#include "core/state.h"

namespace fastslow {

// is the group a variable's domain (0/1) · how many must still hold · how many may still hold
// · 1 / number of open literals
inline constexpr int kGroupFeatures = 4;

struct PolicyInput {
  int literals = 0;  // N
  int groups = 0;    // G
  int degree = 0;    // D
  int width = 0;     // K
  std::vector<std::int32_t> literal_groups;
  std::vector<std::int32_t> group_literals;
  std::vector<float> group_features;
  std::vector<Literal> actions;  // row -> literal, ascending: the legal actions, and the hidden literals

  bool operator==(const PolicyInput&) const = default;
};

// Bounds still to be met are clipped to 0 .. K. A state with no open literal gives N = 0; do not
// run a network on it.
PolicyInput encode(const Model& model, const State& state);

}  // namespace fastslow
