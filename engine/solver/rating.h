// How hard a puzzle is, measured by the explanations it takes: it is solved by the easiest step each time, and the
// largest of the cores decides. The steps are found without a solver, so every platform gives the same rating.
#pragma once

#include <cstdint>
#include <functional>

#include "core/model.h"
#include "solver/reasoning.h"

namespace fastslow::solver {

struct Rating {
  Count count = Count::unknown;  // of solutions; unless it is `one`, the rest means nothing
  bool finished = false;         // every step was found by propagation and one case distinction
  int steps = 0;
  int hardest = 0;         // rules cited by the largest core (bounds of rules: parts)
  std::int64_t cited = 0;  // rules cited by all cores together: the effort of following them
};

// Solutions are counted by search, within `max_nodes` branchings (0: however many it takes). What that leaves open is
// asked of `second_opinion`, if there is one: `uniqueness` of a solver of the model.
inline constexpr std::uint64_t kRatingNodes = 50'000;
using SecondOpinion = std::function<Uniqueness()>;
Rating rate(const Model& model, std::uint64_t max_nodes = kRatingNodes, const SecondOpinion& second_opinion = nullptr);

}  // namespace fastslow::solver
