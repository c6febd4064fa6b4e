// System 1's input: the open part of a model's factor graph as tensors.
//
// Rows of the literal axis are the literals, hidden ones too, that are still open after direct elimination; rows of
// the group axes are the groups that still say something about them. Nothing is specific to a family: a literal has
// no features but its neighbourhood.
//
// What is settled is taken out of every group first, and each variable's least contribution with it, so that weights
// are positive. What then only counts literals is a *counting* group: "exactly one", "at most two", a clause. A
// weighted sum of two variables becomes clauses ("a is above 3, or b is at least 5"), which say the same exactly. Sums
// of more variables, and counts of more than 64 literals, stay weighted and have tensors of their own, empty (W = 0)
// for most puzzles. Their weights and bounds are told in *units*: one unit is the rule's largest weight or, where n of
// its literals can hold at once and n is above 16, n / 16 times that. So no rule adds up to more than 16 units.
//
//   literal_groups        int32   [N, D]    counting groups of each literal; padded with G
//   group_literals        int32   [G, K]    literals of each counting group; padded with N
//   group_features        float32 [G, 4]    is it a variable's domain (0/1) · how many must still hold
//                                           · how many may still hold · 1 / number of open literals
//   literal_sums          int32   [N, Dw]   weighted groups of each literal; padded with W
//   literal_coefficients  float32 [N, Dw]   its weight there in units; padded with 0
//   sum_literals          int32   [W, Kw]   literals of each weighted group; padded with N
//   sum_coefficients      float32 [W, Kw]   as literal_coefficients; padded with 0
//   sum_features          float32 [W, 4]    how many can hold at once, at most 16 · what must still come · what may
//                                           still come, both in units · 1 / number of literals in it
//   -> logits             float32 [N]       log-odds-like score that the literal holds
//   -> sureness           float32 [1]       probability that every variable's best-scored value is right
//
// D, K, Dw and Kw are the largest count, at least 1. Indices ascend within a row, padding comes last; rows keep the
// model's order, and the first counting group of a literal is its variable's domain.
#pragma once

#include <cstdint>
#include <vector>

#include "core/consequences.h"
#include "core/model.h"
#include "core/state.h"
#include "policy/open_rules.h"

namespace fastslow::policy {

inline constexpr int kGroupFeatures = 4;

struct PolicyInput {
  int literals = 0;    // N
  int groups = 0;      // G
  int degree = 1;      // D
  int width = 1;       // K
  int sums = 0;        // W
  int sum_degree = 1;  // Dw
  int sum_width = 1;   // Kw
  std::vector<std::int32_t> literal_groups;
  std::vector<std::int32_t> group_literals;
  std::vector<float> group_features;
  std::vector<std::int32_t> literal_sums;
  std::vector<float> literal_coefficients;
  std::vector<std::int32_t> sum_literals;
  std::vector<float> sum_coefficients;
  std::vector<float> sum_features;
  std::vector<Literal> rows;  // row -> literal, ascending: the legal actions, and the hidden literals

  bool operator==(const PolicyInput&) const = default;
};

// Encodes one model's positions, one after the other: what the moves between them did not touch is kept. The input
// depends on the position alone. `model` must outlive the encoder.
class Encoder {
 public:
  explicit Encoder(const Model& model) : model_(model), reader_(model) {}

  // Bounds still to be met are clipped to what is reachable. A state with no open literal gives N = 0; do not
  // run a network on it.
  PolicyInput encode(const Consequences& follows);
  PolicyInput encode(const State& state) { return encode(consequences_of(model_, state)); }

 private:
  const Model& model_;
  RuleReader reader_;
};

// A single position.
PolicyInput encode(const Model& model, const State& state);

}  // namespace fastslow::policy
