// `fastslow simulate`: drives and other courses of the simulated worlds (physics/worlds.h), to learn from.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>

namespace fastslow::cli {

struct SimulateOptions {
  std::string world = "vehicle";
  std::uint64_t seed = 1;  // of the first; the next ones count up
  int count = 1;
  int steps = 20;
};

// Writes a JSON object a line: {"states": [[...], ...], "controls": [[...], ...]}, a state more than controls. Returns
// the exit code: 0, or 2 with a sentence in `log`.
int run_simulate(const SimulateOptions& options, std::ostream& out, std::ostream& log);

}  // namespace fastslow::cli
