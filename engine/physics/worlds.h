// The worlds that can be simulated: a state, what is done to it, and how it goes on. A world is a line of worlds.cc.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "core/random.h"
#include "core/result.h"

namespace fastslow::physics {

using Numbers = std::vector<double>;

// Where something begins, and what is done to it from step to step.
struct Course {
  Numbers start;
  std::vector<Numbers> controls;
};

struct World {
  std::string_view name;
  std::size_t state;     // how many numbers a state has
  std::size_t controls;  // how many numbers steer it
  double seconds;        // of a step: controls are held so long
  // Puts the state at the end of a step in place of the one at its beginning.
  void (*step)(std::span<double> state, std::span<const double> controls);
  // A course to learn from.
  Course (*draw)(Random& random, std::size_t steps);
};

std::span<const World> worlds();
// Null if there is none of that name.
const World* world_named(std::string_view name);

// Steps that a request may have, and how large a number may be.
inline constexpr std::size_t kMostSteps = 10'000;
inline constexpr double kLargest = 1e6;

// The states after each row of controls, without the first. Problems: error.physics.state, error.physics.controls
// (numbers are missing, too many or too large), error.physics.left (a state is no longer finite).
Result<std::vector<Numbers>> simulate(const World& world, const Numbers& start, const std::vector<Numbers>& controls);

}  // namespace fastslow::physics
