#include "cli/groups.h"

namespace fastslow::cli {
namespace {

using Json = nlohmann::ordered_json;

Json bound(int value) { return value > kNoLower && value < kNoUpper ? Json(value) : Json(); }

Json group_json(const Group& group) {
  return {{"literals", group.literals},
          {"weights", group.is_weighted() ? Json(group.weights) : Json()},
          {"at_least", bound(group.at_least)},
          {"at_most", bound(group.at_most)}};
}

}  // namespace

nlohmann::ordered_json groups_json(const Model& model) {
  Json variables = Json::array();
  for (const Variable& variable : model.variables()) {
    variables.push_back({{"lowest", variable.lowest}, {"highest", variable.highest}, {"hidden", variable.hidden}});
  }
  Json groups = Json::array();
  for (const Group& group : model.groups()) groups.push_back(group_json(group));
  const std::span<const Literal> givens = model.givens();
  return {{"format", "fastslow-groups/1"},
          {"variables", variables},
          {"groups", groups},
          {"givens", std::vector<Literal>(givens.begin(), givens.end())}};
}

}  // namespace fastslow::cli
