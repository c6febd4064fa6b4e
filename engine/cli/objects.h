// `fastslow objects`: motions of the pendulum and the block (physics/objects.h), which networks learn from.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>

namespace fastslow::cli {

struct ObjectsOptions {
  std::string object = "pendulum";
  bool friction = false;
  bool drive = false;
  std::uint64_t seed = 1;
  int count = 1;
  int steps = 30;
  double interval = 0.1;
};

// A line for each motion: time, place, speed and energy at every interval, {"t", "q", "p", "energy": [...]}, and how what
// holds it was shaken, at every half of one ("drive"). The next motion has the next seed. Returns an exit code.
int run_objects(const ObjectsOptions& options, std::ostream& out, std::ostream& complaints);

}  // namespace fastslow::cli
