// What follows at once from a state, without any search: derived once for each position of a game, and then read by
// whoever asks (status, evidence, network input, views, hints) instead of being derived again.
//
// Two rounds. *Direct elimination*: every literal is ruled out that cannot stand next to what is placed, each group
// looked at on its own, with full domains wherever nothing is placed. Eliminations never lead to further ones: that
// would be reasoning, and is left to the two systems. Then *hidden* literals, which nobody sees or plays, are settled
// as far as propagation through hidden ones alone can. What then cannot be met any more is broken.
#pragma once

#include <vector>

#include "core/model.h"
#include "core/state.h"

namespace fastslow {

struct Consequences {
  // `State::marks` with the literals that are ruled out directly, and with hidden ones settled.
  std::vector<Mark> marks;
  // By literal: the part of a weighted group that rules it out directly; kNoPart where the variable's own value or an
  // unweighted group does, and where nothing does.
  std::vector<PartId> excluded_by;
  // The parts that no completion can meet, ascending: an upper bound exceeded, or too little left for a lower bound.
  // On a complete state this is the full check of the rules; on a partial one it finds the visible conflicts.
  std::vector<PartId> broken;
  // The visible literals that may still be placed without breaking a rule at once, ascending.
  std::vector<Literal> actions;
  bool complete = false;  // every visible variable has a value

  bool operator==(const Consequences&) const = default;
};

// Requires a state of `model` (a mark for each literal).
Consequences consequences_of(const Model& model, const State& state);

// The first round alone, where hidden literals do not matter.
struct DirectExclusions {
  std::vector<Mark> marks;
  std::vector<PartId> parts;  // as `Consequences::excluded_by`
};
DirectExclusions direct_exclusions(const Model& model, const State& state);

// Single answers, for callers that hold no position.
std::vector<Mark> direct_marks(const Model& model, const State& state);
std::vector<Literal> legal_actions(const Model& model, const State& state);
std::vector<PartId> violated(const Model& model, const State& state);
bool is_complete(const Model& model, const State& state);

}  // namespace fastslow
