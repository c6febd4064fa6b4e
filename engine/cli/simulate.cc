#include "cli/simulate.h"

#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/catalogue.h"
#include "cli/commands.h"
#include "physics/worlds.h"

namespace fastslow::cli {

int run_simulate(const SimulateOptions& options, std::ostream& out, std::ostream& log) {
  const physics::World* world = physics::world_named(options.world);
  if (world == nullptr) {
    log << "fastslow: " << sentence({"error.physics.world", {{"world", excerpt(options.world)}}}) << "\n";
    return kExitBadInput;
  }
  for (int i = 0; i < options.count; ++i) {
    Random random(options.seed + static_cast<std::uint64_t>(i));
    physics::Course course = world->draw(random, static_cast<std::size_t>(options.steps));
    auto states = physics::simulate(*world, course.start, course.controls);
    if (!states.ok()) {
      log << "fastslow: " << sentence(states.problem()) << "\n";
      return kExitBadInput;
    }
    states.value().insert(states.value().begin(), course.start);
    const nlohmann::ordered_json line = {{"states", states.value()}, {"controls", course.controls}};
    out << line.dump() << "\n";
  }
  return kExitOk;
}

}  // namespace fastslow::cli
