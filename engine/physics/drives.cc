#include "physics/drives.h"

#include <algorithm>

#include "physics/bicycle.h"
#include "physics/functions.h"

namespace fastslow::physics {
namespace {

constexpr std::size_t kBefore = 10;  // steps before the start

// A hand that moves to where it wants to be, for some steps, and then wants something else.
struct Hand {
  double from = 0.0;
  double to = 0.0;
  double quickest = 0.0;  // in a step
  double now = 0.0;
  double wanted = 0.0;
  int left = 0;

  double move(Random& random) {
    if (left-- <= 0) {
      wanted = uniform(random, from, to);
      left = 4 + random.below(12);
    }
    now += std::clamp(wanted - now, -quickest, quickest);
    return now;
  }
};

}  // namespace

double uniform(Random& random, double from, double to) {
  constexpr int parts = 1 << 30;
  return from + (to - from) * random.below(parts) / parts;
}

Course draw_drive(Random& random, std::size_t steps) {
  const double speed = uniform(random, 4.0, 13.0);
  // Hardly anybody turns the wheel so far that the car spins; some do.
  const double most = std::min(0.35, 26.0 / (speed * speed));
  Hand wheel{-most, most, 0.06};
  Hand foot{-0.5, 0.9, 0.25};
  Course course;
  for (std::size_t i = 0; i < kBefore + steps; ++i) {
    const double steering = wheel.move(random);
    course.controls.push_back({steering, foot.move(random)});
  }
  course.start = {0.0, 0.0, uniform(random, -kPi, kPi), speed, 0.0, 0.0};
  for (std::size_t i = 0; i < kBefore; ++i) step_vehicle(course.start, course.controls[i]);
  course.start[0] = uniform(random, -30.0, 30.0);
  course.start[1] = uniform(random, -30.0, 30.0);
  course.controls.erase(course.controls.begin(), course.controls.begin() + kBefore);
  return course;
}

}  // namespace fastslow::physics
