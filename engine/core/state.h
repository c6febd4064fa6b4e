// What is known on the board, as a plain value, and the only function that changes it.
//
// A state records *settled* literals: placed ("r1c1 is 5") or ruled out ("r1c1 is not 5").
// It starts from the givens. Direct consequences of placements (a peer's candidates) are
// derived by `direct_marks`, never stored, so that undo and take-back cannot go stale.
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

// `state.marks` with every literal ruled out that cannot stand next to what is *placed*: the other values of a placed
// variable, and whatever would break a bound of one group, given the placed values in it and full domains elsewhere.
// Hidden literals are settled as far as propagation through hidden ones alone can.
std::vector<Mark> direct_marks(const Model& model, const State& state);

// The visible part of that, with the weighted group's part that excludes a literal; kNoPart where the variable's own
// value or an unweighted group does.
struct DirectExclusions {
  std::vector<Mark> marks;
  std::vector<PartId> parts;  // by literal
};
DirectExclusions direct_exclusions(const Model& model, const State& state);

// The visible literals that may still be placed without breaking a rule at once: open ones, ascending.
std::vector<Literal> legal_actions(const Model& model, const State& state);

// The parts that no completion of the state can meet, judged from `direct_marks` alone: an upper
// bound exceeded, or too little left for a lower bound. Ascending. On a complete
// state this is the full check of the rules; on a partial one it finds the visible conflicts.
std::vector<PartId> violated(const Model& model, const State& state);

// Whether every visible variable has a value.
bool is_complete(const Model& model, const State& state);

// The value placed for a variable, if any.
std::optional<int> placed_value(const Model& model, const State& state, VariableId variable);

}  // namespace fastslow
