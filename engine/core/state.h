// What is known on the board, as a plain value, and the only function that changes it.
//
// A state records *settled* literals: placed ("r1c1 is 5") or ruled out ("r1c1 is not 5").
// It starts from the givens. What follows from it at once (core/consequences.h) is no part of it, so that undo and
// take-back cannot go stale.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/model.h"
#include "core/result.h"

namespace fastslow {

enum class Mark : std::uint8_t { open, placed, ruled_out };

// Settles one literal either way. It is at once a move, a fact and a solver assumption.
struct Step {
  Literal literal = 0;
  bool place = true;

  bool operator==(const Step&) const = default;
};

inline Step negated(Step step) { return {step.literal, !step.place}; }

struct State {
  std::vector<Mark> marks;  // one per literal

  bool operator==(const State&) const = default;
};

State initial_state(const Model& model);

// The state after `step`. Problems: error.step.unknown_literal (no such literal, or a hidden one),
// error.step.settled (the literal, or another value of the same variable, was settled before).
Result<State> apply(const Model& model, const State& state, Step step);

// The settled literals, ascending; with `without_givens`, only those added since the start.
std::vector<Step> facts_of(const Model& model, const State& state, bool without_givens = false);

// The value placed for a variable, if any.
std::optional<int> placed_value(const Model& model, const State& state, VariableId variable);

}  // namespace fastslow
