// Several positions as one factor graph, in the form that the network's passes walk: who is in which group, from both
// sides, without padding. The rows and their order are those of policy/encoder.h.
#pragma once

#include <cstdint>
#include <vector>

#include "policy/encoder.h"

namespace fastslow::practice {

// Lists of numbers, one after the other: list i is items[starts[i]] .. items[starts[i + 1] - 1].
struct Lists {
  std::vector<std::int32_t> starts{0};
  std::vector<std::int32_t> items;

  [[nodiscard]] std::int32_t count() const { return static_cast<std::int32_t>(starts.size()) - 1; }
  bool operator==(const Lists&) const = default;
};

struct Graph {
  std::int32_t literals = 0;  // N
  std::int32_t groups = 0;    // G
  std::int32_t sums = 0;      // W
  std::int32_t positions = 0;
  Lists of_group;                        // the literals of each counting group
  Lists of_literal;                      // the groups of each literal, its variable's domain first
  std::vector<float> group_features;     // [G, 4]
  Lists of_sum;                          // the literals of each weighted sum
  std::vector<float> weights;            // parallel to of_sum.items
  std::vector<std::int32_t> row_of;      // parallel too: the sum
  Lists edges_of_literal;                // which entries of of_sum.items are the literal's
  std::vector<float> sum_features;       // [W, 4]
  std::vector<std::int32_t> position;    // of each literal

  [[nodiscard]] std::int32_t domain(std::int32_t literal) const {
    return of_literal.items[static_cast<std::size_t>(of_literal.starts[static_cast<std::size_t>(literal)])];
  }
  bool operator==(const Graph&) const = default;
};

Graph graph_of(const policy::PolicyInput& input);

// Makes the other's positions part of the graph, behind those it has.
void append(Graph& graph, const Graph& other);

}  // namespace fastslow::practice
