// The puzzle is played to its end by the easiest step each time, against the one solution, so that all that differs
// between puzzles is what their steps cite. The search that proves the solution unique is bounded; a puzzle that
// exceeds the bound, and is not settled by the second opinion either, gets no rating rather than a guess.
#include "solver/rating.h"

#include <algorithm>
#include <utility>

#include "core/consequences.h"
#include "core/search.h"
#include "core/state.h"
#include "solver/easiest.h"
#include "solver/hunt.h"

namespace fastslow::solver {
namespace {

// How many solutions there are, and the first.
Uniqueness counted(const Model& model, std::uint64_t max_nodes, const SecondOpinion& second_opinion) {
  SearchResult found = search(model, {}, {.limit = 2, .max_nodes = max_nodes});
  const Count count = count_in(found);
  if (count == Count::unknown && second_opinion) return second_opinion();
  return {
      count, found.solutions.empty() ? std::vector<Literal>{} : std::move(found.solutions.front()), {}, found.nodes};
}

}  // namespace

Rating rate(const Model& model, std::uint64_t max_nodes, const SecondOpinion& second_opinion) {
  Rating rating;
  const Uniqueness solution = counted(model, max_nodes, second_opinion);
  rating.count = solution.count;
  if (rating.count != Count::one) return rating;
  State state = initial_state(model);
  while (!is_complete(model, state)) {
    Hunt hunt(model, facts_of(model, state, true));
    const auto step = Easiest(model, hunt, std::nullopt, solution.first).find();
    if (!step) return rating;
    const int rules = static_cast<int>(step->core.parts.size());
    ++rating.steps;
    rating.hardest = std::max(rating.hardest, rules);
    rating.cited += rules;
    Result<State> next = apply(model, state, step->step);
    if (!next.ok()) return rating;
    state = std::move(next.value());
  }
  rating.finished = true;
  return rating;
}

}  // namespace fastslow::solver
