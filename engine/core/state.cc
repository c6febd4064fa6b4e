#include "core/state.h"

#include <algorithm>
#include <string>

namespace fastslow {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

int count_marks(const Group& group, const std::vector<Mark>& marks, Mark wanted) {
  return static_cast<int>(
      std::count_if(group.literals.begin(), group.literals.end(), [&](Literal l) { return marks[at(l)] == wanted; }));
}

}  // namespace

State initial_state(const Model& model) {
  State state{std::vector<Mark>(at(model.literal_count()), Mark::open)};
  for (const Literal l : model.givens()) state.marks[at(l)] = Mark::placed;
  return state;
}

Result<State> apply(const Model& model, const State& state, Step step) {
  if (!model.has_literal(step.literal)) {
    return Problem{"error.step.unknown_literal", {{"literal", std::to_string(step.literal)}}};
  }
  const bool settled = state.marks[at(step.literal)] != Mark::open ||
                       (step.place && placed_value(model, state, model.variable_of(step.literal)).has_value());
  if (settled) return Problem{"error.step.settled", {{"literal", std::to_string(step.literal)}}};
  State next = state;
  next.marks[at(step.literal)] = step.place ? Mark::placed : Mark::ruled_out;
  return next;
}

std::vector<Step> facts_of(const Model& model, const State& state, bool without_givens) {
  std::vector<bool> skip(at(model.literal_count()), false);
  if (without_givens) {
    for (const Literal l : model.givens()) skip[at(l)] = true;
  }
  std::vector<Step> facts;
  for (Literal l = 0; l < model.literal_count(); ++l) {
    if (state.marks[at(l)] != Mark::open && !skip[at(l)]) {
      facts.push_back({l, state.marks[at(l)] == Mark::placed});
    }
  }
  return facts;
}

std::vector<Mark> direct_marks(const Model& model, const State& state) {
  std::vector<Mark> marks = state.marks;
  for (const Group& group : model.groups()) {
    if (count_marks(group, state.marks, Mark::placed) < group.at_most) continue;
    for (const Literal l : group.literals) {
      if (marks[at(l)] == Mark::open) marks[at(l)] = Mark::ruled_out;
    }
  }
  return marks;
}

std::vector<Literal> legal_actions(const Model& model, const State& state) {
  const std::vector<Mark> marks = direct_marks(model, state);
  std::vector<Literal> actions;
  for (Literal l = 0; l < model.literal_count(); ++l) {
    if (marks[at(l)] == Mark::open) actions.push_back(l);
  }
  return actions;
}

std::vector<PartId> violated(const Model& model, const State& state) {
  const std::vector<Mark> marks = direct_marks(model, state);
  std::vector<PartId> parts;
  for (GroupId g = 0; g < model.group_count(); ++g) {
    const Group& group = model.group(g);
    const int possible = static_cast<int>(group.literals.size()) - count_marks(group, marks, Mark::ruled_out);
    if (possible < group.at_least) parts.push_back(lower_part(g));
    if (count_marks(group, marks, Mark::placed) > group.at_most) parts.push_back(upper_part(g));
  }
  return parts;
}

bool is_complete(const Model& model, const State& state) {
  for (VariableId v = 0; v < model.variable_count(); ++v) {
    if (!placed_value(model, state, v)) return false;
  }
  return true;
}

std::optional<int> placed_value(const Model& model, const State& state, VariableId variable) {
  const Variable& v = model.variable(variable);
  for (int value = v.lowest; value <= v.highest; ++value) {
    if (state.marks[at(model.literal(variable, value))] == Mark::placed) return value;
  }
  return std::nullopt;
}

}  // namespace fastslow
