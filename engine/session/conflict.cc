#include "session/conflict.h"

#include <algorithm>

#include "core/index.h"

namespace fastslow::session {
namespace {

// A rule with hidden variables fails as a whole (a nonogram's clue by where its blocks could start), and which of its
// groups notices first says nothing to anybody: all cells that the rule speaks about show it.
void add_whole_rule(const Model& model, const Name& rule, std::set<VariableId>& cells) {
  for (const Group& group : model.groups()) {
    if (group.is_domain() || model.constraint(group.constraint).name != rule) continue;
    for (const Literal l : group.literals) {
      if (!model.is_hidden(l)) cells.insert(model.variable_of(l));
    }
  }
}

void add_cells(const Model& model, const State& state, PartId part, std::set<VariableId>& cells) {
  const Group& group = model.group(group_of_part(part));
  const bool hidden =
      std::any_of(group.literals.begin(), group.literals.end(), [&](Literal l) { return model.is_hidden(l); });
  if (hidden && !group.is_domain()) return add_whole_rule(model, model.constraint(group.constraint).name, cells);
  // Too much is shown by the values that stand there, too little by the cells without one.
  const auto shows = [&](Literal l) {
    if (!is_lower(part)) return state.marks[at(l)] == Mark::placed;
    return !placed_value(model, state, model.variable_of(l)).has_value();
  };
  const bool some = std::any_of(group.literals.begin(), group.literals.end(),
                                [&](Literal l) { return !model.is_hidden(l) && shows(l); });
  // Where no cell shows it by itself, all that the rule speaks about do together.
  for (const Literal l : group.literals) {
    if (!model.is_hidden(l) && (!some || shows(l))) cells.insert(model.variable_of(l));
  }
}

}  // namespace

std::set<VariableId> cells_showing(const Model& model, const State& state, PartId part) {
  std::set<VariableId> cells;
  add_cells(model, state, part, cells);
  return cells;
}

Conflict conflict_in(const Position& position) {
  Conflict conflict;
  conflict.parts = position.consequences.broken;
  // If some upper bound is exceeded, all lower bounds are left out. Either kind keeps its order.
  const auto uppers =
      std::stable_partition(conflict.parts.begin(), conflict.parts.end(), [](PartId part) { return !is_lower(part); });
  if (uppers != conflict.parts.begin()) conflict.parts.erase(uppers, conflict.parts.end());
  for (const PartId part : conflict.parts) add_cells(position.puzzle->model, position.state, part, conflict.cells);
  return conflict;
}

}  // namespace fastslow::session
