// How hard a puzzle is, measured by the explanations it takes: it is solved by the easiest step each time, and the
// largest of the cores decides. No solver is asked, so every platform gives the same rating.
#pragma once

#include <cstdint>
#include <vector>

#include "core/model.h"

namespace fastslow::solver {

struct Rating {
  bool unique = false;    // exactly one solution, found within the search's bounds; else the rest means nothing
  bool finished = false;  // every step was found by propagation and one case distinction
  int steps = 0;
  int hardest = 0;         // rules cited by the largest core (bounds of rules: parts)
  std::int64_t cited = 0;  // rules cited by all cores together: the effort of following them
};

Rating rate(const Model& model);

}  // namespace fastslow::solver
