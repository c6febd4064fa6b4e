// `apply` asks whether the literal is free, not whether the move is good: a player may break a rule, and the board
// shows it. What is wrong with a state is for consequences.h to say.
#include "core/state.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/index.h"

namespace fastslow {
State initial_state(const Model& model) {
  State state{std::vector<Mark>(at(model.literal_count()), Mark::open)};
  for (const Literal l : model.givens()) state.marks[at(l)] = Mark::placed;
  return state;
}

Result<State> apply(const Model& model, const State& state, Step step) {
  if (!model.has_literal(step.literal) || model.is_hidden(step.literal)) {
    return Problem{"error.step.unknown_literal", {{"literal", std::to_string(step.literal)}}};
  }
  // Placing needs a variable without a value. A value may be ruled out beside a placed one, where it could not stand
  // anyway.
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

std::optional<int> placed_value(const Model& model, const State& state, VariableId variable) {
  const Variable& v = model.variable(variable);
  for (int value = v.lowest; value <= v.highest; ++value) {
    if (state.marks[at(model.literal(variable, value))] == Mark::placed) return value;
  }
  return std::nullopt;
}

}  // namespace fastslow
