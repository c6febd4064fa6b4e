#include "solver/open_rest.h"

#include <algorithm>
#include <cstddef>

#include "core/index.h"
#include "core/propagation.h"

namespace fastslow::solver {
namespace {

// The least and the most that the open literals can add up to.
Span reach_of(const Model& model, const Group& rest) {
  if (!rest.is_weighted()) return {0, static_cast<int>(rest.literals.size())};
  Span total;
  for_each_variable(model, rest, [&](std::size_t begin, std::size_t end) {
    total += *span_of(rest, begin, end, [](Literal) { return true; });
  });
  return total;
}

}  // namespace

std::vector<Mark> settled_by_givens(const Model& model, bool all_rules) {
  Propagator propagator(model);
  if (!all_rules) propagator.restrict_to({});
  if (propagator.propagate()) return propagator.marks();
  std::vector<Mark> nothing(at(model.literal_count()), Mark::open);
  return nothing;
}

Group open_rest(const Model& model, const Group& group, const std::vector<Mark>& settled) {
  Group rest = group;
  rest.literals.clear();
  rest.weights.clear();
  int placed = 0;
  for (std::size_t i = 0; i < group.literals.size(); ++i) {
    const Mark mark = settled[at(group.literals[i])];
    if (mark == Mark::placed) placed += group.weight(i);
    if (mark != Mark::open) continue;
    rest.literals.push_back(group.literals[i]);
    if (group.is_weighted()) rest.weights.push_back(group.weights[i]);
  }
  const Span reach = reach_of(model, rest);
  rest.at_least = group.at_least - placed > reach.lowest ? group.at_least - placed : kNoLower;
  rest.at_most = group.at_most - placed < reach.highest ? group.at_most - placed : kNoUpper;
  return rest;
}

FromZero from_zero(const Model& model, const Group& group, bool lower) {
  FromZero sum;
  sum.bound = lower ? group.at_least : group.at_most;
  for_each_variable(model, group, [&](std::size_t begin, std::size_t end) {
    const auto first = group.weights.begin();
    const int base =
        *std::min_element(first + static_cast<std::ptrdiff_t>(begin), first + static_cast<std::ptrdiff_t>(end));
    sum.bound -= base;
    for (std::size_t i = begin; i < end; ++i) {
      if (group.weights[i] == base) continue;
      sum.literals.push_back(group.literals[i]);
      sum.weights.push_back(group.weights[i] - base);
    }
  });
  return sum;
}

}  // namespace fastslow::solver
