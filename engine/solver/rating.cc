#include "solver/rating.h"

#include <algorithm>

#include "core/search.h"
#include "core/state.h"
#include "solver/easiest.h"

namespace fastslow {
namespace {

// Branchings the search for a second solution may take.
constexpr std::uint64_t kMaxNodes = 50'000;

// Several parts of one rule, or of rules of one name, are one thing to think of.
int rules_of(const Model& model, const Core& core) {
  std::vector<Name> names;
  for (const PartId part : core.parts) {
    const Name& name = model.constraint(model.group(group_of_part(part)).constraint).name;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return static_cast<int>(names.size());
}

}  // namespace

Rating rate(const Model& model) {
  Rating rating;
  const SearchResult found = search(model, {}, {2, kMaxNodes, nullptr});
  rating.unique = found.exhausted && found.solutions.size() == 1;
  if (!rating.unique) return rating;
  State state = initial_state(model);
  while (!is_complete(model, state)) {
    const auto step = Easiest(model, facts_of(model, state, true), std::nullopt, found.solutions.front()).find();
    if (!step) return rating;
    const int rules = rules_of(model, step->core);
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

}  // namespace fastslow
