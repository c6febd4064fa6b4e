// Drives to learn from: somebody steers and brakes about on the car park.
#pragma once

#include <cstddef>

#include "physics/worlds.h"

namespace fastslow::physics {

// Uniform from `from` to `to`.
double uniform(Random& random, double from, double to);

// The drive has begun a second before its start, so that the car is in the middle of whatever it does.
Course draw_drive(Random& random, std::size_t steps);

}  // namespace fastslow::physics
