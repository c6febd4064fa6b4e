// One decision of a game, as a plain value: what it does to the board, who made it, and what was thought about it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "arbiter/arbiter.h"
#include "arbiter/reasons.h"
#include "core/state.h"
#include "policy/proposal.h"
#include "solver/reasoning.h"

namespace fastslow::session {

// The value goes; what it was is settled as wrong if there is a proof of that.
struct TakeBack {
  Literal literal = 0;

  bool operator==(const TakeBack&) const = default;
};
// The rule is on, or off, from here.
struct SwitchRule {
  std::string rule;
  bool on = false;

  bool operator==(const SwitchRule&) const = default;
};
// A `Step` places a literal or rules it out.
using Act = std::variant<Step, TakeBack, SwitchRule>;

enum class Source { player, system1, system2, both };

// Whether System 1 looked at the position for this decision, or had seen the move when it last looked.
enum class Inference { fresh, reused };

// System 1's part in a decision.
struct Intuition {
  Inference inference = Inference::fresh;
  // Of the network, for this decision alone: iterations, and what they cost in the solver's units.
  int iterations = 0;
  std::uint64_t operations = 0;
  policy::Candidate proposal;
  arbiter::Evidence evidence;  // about the proposal
};

// System 2's part in a decision.
struct Deliberation {
  std::string outcome;  // key outcome.*
  std::uint64_t effort = 0;
};

// How the pair came to a decision.
struct Thought {
  arbiter::Strategy strategy{};
  double threshold = 0;
  std::string verdict;                       // key verdict.*
  std::optional<Intuition> intuition;        // none: System 1 was not asked
  std::optional<Deliberation> deliberation;  // none: System 2 was not asked
};

struct Decision {
  Act act;
  Source source = Source::player;
  std::optional<Thought> thought;      // none: the player's own
  std::optional<solver::Proof> proof;  // of the step; for a take-back: that the guess cannot stand
  std::vector<Step> removed;           // from the board to make room: a take-back's guess and what rested on it

  // The literal that is placed, ruled out or taken back; none for a switched rule.
  [[nodiscard]] std::optional<Literal> literal() const;
  // What stands on the board from here: a take-back stands as the elimination of its guess; a switched rule as nothing.
  [[nodiscard]] std::optional<Step> step() const;
  [[nodiscard]] bool places() const;
  [[nodiscard]] bool takes_back() const { return std::holds_alternative<TakeBack>(act); }
  // Whether System 2 was asked.
  [[nodiscard]] bool escalated() const { return thought && thought->deliberation; }
  // Keys of the sentences about it; no outcome where System 2 was not asked.
  [[nodiscard]] std::string verdict() const {
    return thought ? thought->verdict : std::string(arbiter::verdict::kPlayer);
  }
  [[nodiscard]] std::string outcome() const { return escalated() ? thought->deliberation->outcome : ""; }
  // Null where System 1 was not asked.
  [[nodiscard]] const Intuition* intuition() const {
    return thought && thought->intuition ? &*thought->intuition : nullptr;
  }
};

// What the arbitrator may learn from a decision that was thought about.
arbiter::Experience experience_of(const Decision& decision);

}  // namespace fastslow::session
