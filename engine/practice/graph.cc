#include "practice/graph.h"

#include "core/index.h"

namespace fastslow::practice {
namespace {

// A padded matrix as lists: a row ends where the padding begins.
Lists lists_of(const std::vector<std::int32_t>& matrix, int rows, int width, std::int32_t padding) {
  Lists lists;
  for (int r = 0; r < rows; ++r) {
    for (int k = 0; k < width; ++k) {
      const std::int32_t item = matrix[at(r) * at(width) + at(k)];
      if (item == padding) break;
      lists.items.push_back(item);
    }
    lists.starts.push_back(static_cast<std::int32_t>(lists.items.size()));
  }
  return lists;
}

// The same incidence from the other side, as places in the list.
Lists turned(const Lists& lists, std::int32_t count) {
  Lists back;
  back.starts.assign(at(count) + 1, 0);
  for (const std::int32_t item : lists.items) ++back.starts[at(item) + 1];
  for (std::int32_t i = 0; i < count; ++i) back.starts[at(i) + 1] += back.starts[at(i)];
  std::vector<std::int32_t> next(back.starts.begin(), back.starts.end() - 1);
  back.items.resize(lists.items.size());
  for (std::size_t place = 0; place < lists.items.size(); ++place) {
    back.items[at(next[at(lists.items[place])]++)] = static_cast<std::int32_t>(place);
  }
  return back;
}

void append(Lists& lists, const Lists& other, std::int32_t shift) {
  const auto start = static_cast<std::int32_t>(lists.items.size());
  for (const std::int32_t item : other.items) lists.items.push_back(item + shift);
  for (std::size_t i = 1; i < other.starts.size(); ++i) lists.starts.push_back(other.starts[i] + start);
}

template <class T>
void append(std::vector<T>& to, const std::vector<T>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

Graph graph_of(const policy::PolicyInput& input) {
  Graph graph;
  graph.literals = input.literals;
  graph.groups = input.groups;
  graph.sums = input.sums;
  graph.positions = 1;
  graph.of_group = lists_of(input.group_literals, input.groups, input.width, input.literals);
  graph.of_literal = lists_of(input.literal_groups, input.literals, input.degree, input.groups);
  graph.group_features = input.group_features;
  graph.sum_features = input.sum_features;
  graph.of_sum = lists_of(input.sum_literals, input.sums, input.sum_width, input.literals);
  for (std::int32_t s = 0; s < input.sums; ++s) {
    const std::int32_t size = graph.of_sum.starts[at(s) + 1] - graph.of_sum.starts[at(s)];
    for (std::int32_t k = 0; k < size; ++k) {
      graph.weights.push_back(input.sum_coefficients[at(s) * at(input.sum_width) + at(k)]);
      graph.row_of.push_back(s);
    }
  }
  graph.edges_of_literal = turned(graph.of_sum, input.literals);
  graph.position.assign(at(input.literals), 0);
  return graph;
}

void append(Graph& graph, const Graph& other) {
  append(graph.of_group, other.of_group, graph.literals);
  append(graph.of_literal, other.of_literal, graph.groups);
  append(graph.edges_of_literal, other.edges_of_literal, static_cast<std::int32_t>(graph.of_sum.items.size()));
  append(graph.of_sum, other.of_sum, graph.literals);
  append(graph.group_features, other.group_features);
  append(graph.sum_features, other.sum_features);
  append(graph.weights, other.weights);
  for (const std::int32_t row : other.row_of) graph.row_of.push_back(row + graph.sums);
  for (const std::int32_t position : other.position) graph.position.push_back(position + graph.positions);
  graph.literals += other.literals;
  graph.groups += other.groups;
  graph.sums += other.sums;
  graph.positions += other.positions;
}

}  // namespace fastslow::practice
