#include "physics/worlds.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "physics/bicycle.h"
#include "physics/drives.h"
#include "physics/objects.h"

namespace fastslow::physics {
namespace {

bool fits(const Numbers& numbers, std::size_t count) {
  return numbers.size() == count &&
         std::all_of(numbers.begin(), numbers.end(), [](double number) { return std::abs(number) <= kLargest; });
}

}  // namespace

std::span<const World> worlds() {
  static constexpr std::array<World, 3> table = {{
      {"vehicle", kVehicleState, kVehicleControls, kVehicleSeconds, &step_vehicle, &draw_drive},
      {"pendulum", kObjectState, kObjectControls, kObjectSeconds, &step_pendulum, &draw_pendulum},
      {"block", kObjectState, kObjectControls, kObjectSeconds, &step_block, &draw_block},
  }};
  return table;
}

const World* world_named(std::string_view name) {
  for (const World& world : worlds()) {
    if (world.name == name) return &world;
  }
  return nullptr;
}

Result<std::vector<Numbers>> simulate(const World& world, const Numbers& start, const std::vector<Numbers>& controls) {
  if (!fits(start, world.state)) return Problem{"error.physics.state", {{"count", std::to_string(world.state)}}};
  const bool good =
      controls.size() <= kMostSteps &&
      std::all_of(controls.begin(), controls.end(), [&](const Numbers& row) { return fits(row, world.controls); });
  if (!good)
    return Problem{"error.physics.controls",
                   {{"count", std::to_string(world.controls)}, {"most", std::to_string(kMostSteps)}}};
  std::vector<Numbers> states;
  states.reserve(controls.size());
  Numbers state = start;
  for (const Numbers& row : controls) {
    world.step(state, row);
    if (!std::all_of(state.begin(), state.end(), [](double number) { return std::isfinite(number); })) {
      return Problem{"error.physics.left", {}};
    }
    states.push_back(state);
  }
  return states;
}

}  // namespace fastslow::physics
