#include "cli/objects.h"

#include "cli/commands.h"
#include "physics/objects.h"

namespace fastslow::cli {

int run_objects(const ObjectsOptions& options, std::ostream& out, std::ostream& complaints) {
  const auto object = physics::parse_object(options.object);
  if (!object) {
    complaints << "fastslow: no object '" << options.object << "'; there are pendulum and block\n";
    return kExitBadInput;
  }
  const physics::Scene scene{*object, options.friction, options.drive};
  for (int i = 0; i < options.count; ++i) {
    const auto start = physics::random_start(scene, options.seed + static_cast<std::uint64_t>(i));
    nlohmann::json line;
    for (const char* list : {"t", "q", "p", "energy", "drive"}) line[list] = nlohmann::json::array();
    for (const auto& moment : physics::trajectory(scene, start, 2 * options.steps, options.interval / 2)) {
      line["drive"].push_back(physics::drive_at(scene, moment.t));
      if (line["drive"].size() % 2 == 0) continue;
      line["t"].push_back(moment.t);
      line["q"].push_back(moment.q);
      line["p"].push_back(moment.p);
      line["energy"].push_back(physics::energy(scene.object, moment));
    }
    out << line.dump() << "\n";
  }
  return kExitOk;
}

}  // namespace fastslow::cli
