// The game as a value: its positions, and the decisions that lead from each to the next. Undo and redo go back and
// forth on that line; a new decision cuts off what lay ahead.
//
// Building a position is the one way forward: `move` builds what a decision would lead to and changes nothing, so that
// a proposal is weighed on the very position that accepting it makes the present one.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/consequences.h"
#include "core/index.h"
#include "core/result.h"
#include "core/state.h"
#include "puzzles/family.h"
#include "session/decision.h"
#include "session/position_id.h"

namespace fastslow::session {

// The board after some decision.
struct Position {
  PositionId id;
  State state;
  Consequences consequences;  // of `state` in `puzzle`
  std::vector<int> standing;  // decisions whose step stands, ascending
  // The puzzle as it is here: a dug cell may have revealed a clue, a rule may have been switched.
  std::shared_ptr<const puzzles::Puzzle> puzzle;
  // The puzzle as the network was told: without rules switched in play. Same visible literals.
  std::shared_ptr<const puzzles::Puzzle> told;
  int proved_since = 0;  // decisions before this one were proved under other rules: assumptions now
};

// A decision with what it would lead to. Good as long as the position it was built on is the present one.
struct Move {
  Decision decision;  // with `removed`
  Position position;  // as far as the board's own answer is not known
  // The board's answer to the step, where it cannot be taken back: what it shows from then on.
  std::shared_ptr<const puzzles::Puzzle> revealed;
};

class History {
 public:
  explicit History(puzzles::Puzzle puzzle);

  [[nodiscard]] const Position& present() const { return positions_[cursor_]; }
  [[nodiscard]] const Model& model() const { return present().puzzle->model; }
  // The puzzle that the game began with, and the one that a decision was made about.
  [[nodiscard]] const puzzles::Puzzle& first_puzzle() const { return *positions_.front().puzzle; }
  [[nodiscard]] const puzzles::Puzzle& puzzle_before(int decision) const { return *positions_[at(decision)].puzzle; }
  // The decisions up to the present; the index is the id.
  [[nodiscard]] std::span<const Decision> timeline() const { return {decisions_.data(), cursor_}; }
  // A decision of `timeline` or of `undone`: the ids of the undone ones go on from those of the timeline.
  [[nodiscard]] const Decision& decision(int id) const { return decisions_[at(id)]; }
  // Those that `redo` would bring back, in that order.
  [[nodiscard]] std::span<const Decision> undone() const { return std::span(decisions_).subspan(cursor_); }

  // The present puzzle with one of its rules on or off. Problem: error.rule.unknown.
  [[nodiscard]] Result<puzzles::Puzzle> switched(const SwitchRule& act) const;

  // What `decision` would lead to. Problems: error.step.unknown_literal, .settled, .given; error.rule.unknown.
  [[nodiscard]] Result<Move> move(Decision decision) const;
  // Makes it the present position; returns the decision's id. Requires a move built on the present position.
  int commit(Move move);

  [[nodiscard]] bool can_undo() const { return cursor_ > 0; }
  [[nodiscard]] bool can_redo() const { return cursor_ + 1 < positions_.size(); }
  // Require can_undo, can_redo.
  void undo();
  void redo();
  void reset();

  // --- what a question to the solver may build on -------------------------------------------------------------

  // The standing steps that nobody proved, oldest first.
  [[nodiscard]] std::vector<Step> guesses() const;
  // The board, guesses included. Where a move cannot be taken back, a proof must not rest on a guess: there, only
  // what was proved, from nothing but what was proved.
  [[nodiscard]] std::vector<Step> grounds() const;
  // The guesses that a decision's proof rests on, itself or by the proofs of what it cites, oldest first: what it
  // proved is so if these are right.
  [[nodiscard]] std::vector<Step> assumptions_of(int decision) const;
  // The board without this variable's own value and what was proved from it.
  [[nodiscard]] std::vector<Step> facts_without(VariableId variable) const;

 private:
  [[nodiscard]] Result<Move> rule_move(Decision decision) const;
  [[nodiscard]] std::optional<Problem> make_room(Move& move, Step step) const;
  [[nodiscard]] Position without(const Position& from, Literal literal, std::vector<Step>& removed) const;
  [[nodiscard]] Position shown(Position before, std::shared_ptr<const puzzles::Puzzle> puzzle) const;
  [[nodiscard]] bool is_guess(int decision) const;
  [[nodiscard]] Step step_of(int decision) const;

  std::vector<Position> positions_;
  std::vector<Decision> decisions_;  // decisions_[i] leads from positions_[i] to positions_[i + 1]
  std::size_t cursor_ = 0;
};

}  // namespace fastslow::session
