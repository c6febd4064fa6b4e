#include "core/model.h"

#include <algorithm>
#include <utility>

namespace fastslow {

VariableId Model::add_variable(Name name, int lowest, int highest) {
  const VariableId id = variable_count();
  const Variable variable{std::move(name), lowest, highest, literal_count()};
  Group domain;
  domain.variable = id;
  domain.at_least = 1;
  domain.at_most = 1;
  for (int i = 0; i < variable.domain_size(); ++i) {
    domain.literals.push_back(literal_count());
    variable_of_.push_back(id);
    groups_of_.emplace_back();
  }
  variables_.push_back(variable);
  add_group(std::move(domain));
  return id;
}

ConstraintId Model::add_all_different(Name name, std::vector<VariableId> variables) {
  const auto id = static_cast<ConstraintId>(constraints_.size());
  const Variable& front = variable(variables.front());
  const bool covers = static_cast<int>(variables.size()) == front.domain_size();
  for (int value = front.lowest; value <= front.highest; ++value) {
    Group group;
    group.constraint = id;
    group.value = value;
    group.about_value = true;
    group.at_least = covers ? 1 : 0;
    group.at_most = 1;
    for (const VariableId v : variables) group.literals.push_back(literal(v, value));
    add_group(std::move(group));
  }
  constraints_.push_back({ConstraintKind::all_different, std::move(name), std::move(variables), {}, 0, 0});
  return id;
}

ConstraintId Model::add_cardinality(Name name, std::vector<Literal> literals, int at_least, int at_most) {
  const auto id = static_cast<ConstraintId>(constraints_.size());
  Group group;
  group.constraint = id;
  group.literals = literals;
  group.at_least = at_least;
  group.at_most = at_most;
  add_group(std::move(group));
  constraints_.push_back({ConstraintKind::cardinality, std::move(name), {}, std::move(literals), at_least, at_most});
  return id;
}

void Model::add_group(Group group) {
  std::sort(group.literals.begin(), group.literals.end());
  for (const Literal l : group.literals) groups_of_[index(l)].push_back(group_count());
  groups_.push_back(std::move(group));
}

bool part_is_trivial(const Model& model, PartId part) {
  const Group& group = model.group(group_of_part(part));
  return is_lower(part) ? group.at_least == 0 : group.at_most >= static_cast<int>(group.literals.size());
}

}  // namespace fastslow
