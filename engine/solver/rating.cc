// The puzzle is played to its end by the easiest step each time, against the one solution, so that all that differs
// between puzzles is what their steps cite. The search that proves the solution unique is bounded; a puzzle that
// exceeds the bound gets no rating rather than a guess.
#include "solver/rating.h"

#include <algorithm>

#include "core/consequences.h"
#include "core/search.h"
#include "core/state.h"
#include "solver/easiest.h"
#include "solver/hunt.h"

namespace fastslow::solver {
namespace {

// Branchings the search for a second solution may take.
constexpr std::uint64_t kMaxNodes = 50'000;

}  // namespace

Rating rate(const Model& model) {
  Rating rating;
  const SearchResult found = search(model, {}, {.limit = 2, .max_nodes = kMaxNodes});
  rating.unique = found.exhausted && found.solutions.size() == 1;
  if (!rating.unique) return rating;
  State state = initial_state(model);
  while (!is_complete(model, state)) {
    Hunt hunt(model, facts_of(model, state, true));
    const auto step = Easiest(model, hunt, std::nullopt, found.solutions.front()).find();
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
