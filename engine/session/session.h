// The mid-end: one game being thought about. Sans-I/O (the manner of h11): `think` and `resume`
// return an effect; the host performs it and feeds the answer back. No threads, clock, fetch or
// callbacks here, so the same calls give the same decisions natively and in Wasm.
//
// One think step: visible conflict? -> diagnose; otherwise propose (policy) -> cheap evidence ->
// arbitrate -> accept, look again, or escalate to the solver -> Decided. What one look was sure of is
// played without another look, as long as nothing but its own moves changed the board. Guesses (steps
// nobody proved) are kept apart from proved steps; when the board turns out contradictory, the solver
// names the wrong guess, which is taken back together with everything that was proved from it.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "arbiter/arbiter.h"
#include "core/result.h"
#include "core/state.h"
#include "policy/proposal.h"
#include "puzzles/family.h"
#include "solver/reasoning.h"

namespace fastslow::session {

// What the network was trained on, from its card.
struct Trained {
  std::string family;
  std::vector<std::string> sizes;
  std::vector<std::string> rules;
};

struct Config {
  arbiter::ArbiterConfig arbiter;
  policy::Calibration calibration;
  std::uint64_t budget = 20'000'000;  // solver effort per request; 0: unlimited
  std::vector<Trained> trained{};     // empty: nothing is known, and nothing is claimed to be new to it
};

// In what a puzzle is outside the training; see Config::trained.
struct Shift {
  bool family = false;
  bool size = false;
  std::vector<std::string> rules;  // in force, and new to the network
  // Switched since it was told the rules: it goes by the old ones.
  struct Switched {
    std::string rule;
    bool on = false;
  };
  std::vector<Switched> switched{};

  [[nodiscard]] bool any() const { return family || size || !rules.empty() || !switched.empty(); }
};

// --- decisions --------------------------------------------------------------------------------------

enum class DecisionKind { place, rule_out, take_back, switch_rule };
enum class Source { player, system1, system2, both };
enum class Inference {
  none,
  fresh,
  reused
};  // System 1 was not asked, was asked, had seen the move at an earlier look

struct Decision {
  DecisionKind kind = DecisionKind::place;
  Source source = Source::player;
  Literal literal = 0;                        // what is placed, ruled out or taken back
  std::optional<arbiter::Strategy> strategy;  // none: the player's
  Inference inference = Inference::none;
  int iterations = 0;                         // of the network, for this decision alone
  std::optional<policy::Candidate> proposal;  // System 1's, if it takes part
  std::optional<arbiter::Evidence> evidence;  // about the proposal
  double threshold = 0;
  std::string verdict;  // key verdict.*
  std::string outcome;  // key outcome.*; empty unless System 2 was asked
  std::uint64_t effort = 0;
  std::optional<solver::Proof> proof;  // of the step; for take_back: that the guess cannot stand
  std::vector<Step> removed;           // take_back: the guess and what was proved from it
  std::string rule;                    // switch_rule: which, and whether it is on from here
  bool on = false;

  [[nodiscard]] bool escalated() const { return !outcome.empty(); }
  // A step that rests on nobody's proof, hence one that may have to be taken back.
  [[nodiscard]] bool is_guess() const { return kind == DecisionKind::place && !proof; }
};

// --- effects ------------------------------------------------------------------------------------------

enum class Task { choose, examine, diagnose, solve, unique, backbone, marginals };

struct SolverRequest {
  Task task = Task::choose;
  std::vector<Step> facts;         // without the givens; for diagnose: the guesses, oldest first
  std::optional<Literal> literal;  // examine: which; choose: preferred among equals
  bool insist = false;             // choose: preferred to all others, if it can be seen to be forced
  std::uint64_t budget = 0;
};

// What the session needs of the solver's answer to choose, examine and diagnose.
struct SolverAnswer {
  Task task = Task::choose;
  solver::Settled verdict = solver::Settled::unknown;  // choose, examine
  solver::Truth status = solver::Truth::unknown;       // diagnose
  std::optional<solver::Proof> proof;                  // choose, examine
  std::vector<solver::Proof> wrong;                    // diagnose: each proves that a guess cannot stand
  std::uint64_t effort = 0;
};

struct EvaluatePolicy {
  int ticket = 0;
  int look = 0;  // 0: a glance. Otherwise the input is that of the effect before, and thinking goes on from there
  policy::PolicyInput input;
};
struct RunSolver {
  int ticket = 0;
  SolverRequest request;
};
struct Decided {
  int decision = 0;
};
enum class IdleReason { solved, lost, stuck, several, budget, impossible };
struct Idle {
  IdleReason reason = IdleReason::solved;
};
using Effect = std::variant<EvaluatePolicy, RunSolver, Decided, Idle>;

// --- the session ----------------------------------------------------------------------------------------

// The board after some decision: a value, so that undo is a matter of going back.
struct Position {
  State state;
  std::vector<int> standing;  // decisions whose step stands, ascending
  // The puzzle as it is here: a dug cell may have revealed a clue, a rule may have been switched.
  std::shared_ptr<const puzzles::Puzzle> puzzle;
  // The puzzle as the network was told: without rules switched in play. Same visible literals.
  std::shared_ptr<const puzzles::Puzzle> told;
  int proved_since = 0;  // decisions before this one were proved under other rules: assumptions now
};

enum class Status { open, solved, lost, conflict };

class Session {
 public:
  explicit Session(puzzles::Puzzle puzzle);

  [[nodiscard]] const puzzles::Puzzle& puzzle() const { return *position().puzzle; }
  [[nodiscard]] const Model& model() const { return puzzle().model; }
  // What the network sees. Its input is laid out once a puzzle; later ones are made from what moves changed.
  [[nodiscard]] const Model& told_model() const { return position().told->model; }
  [[nodiscard]] policy::PolicyInput policy_input();
  // The puzzle that a decision was made about, and the one that the game began with.
  [[nodiscard]] const puzzles::Puzzle& puzzle_before(int decision) const {
    return *positions_[static_cast<std::size_t>(decision)].puzzle;
  }
  [[nodiscard]] const puzzles::Puzzle& first_puzzle() const { return *positions_.front().puzzle; }
  [[nodiscard]] Shift shift() const;
  [[nodiscard]] const Config& config() const { return config_; }
  [[nodiscard]] const Position& position() const { return positions_[cursor_]; }
  [[nodiscard]] const State& state() const { return position().state; }
  // The decisions up to the present position; the index is the id.
  [[nodiscard]] std::span<const Decision> timeline() const { return {decisions_.data(), cursor_}; }
  [[nodiscard]] Status status() const;
  [[nodiscard]] bool can_undo() const { return cursor_ > 0; }
  [[nodiscard]] bool can_redo() const { return cursor_ + 1 < positions_.size(); }

  void configure(const Config& config);

  // The player's hand. Problems: error.step.*, error.game.lost, error.request.nothing_to_undo. Each abandons a
  // think step under way and leaves the session unchanged on a problem.
  Result<int> play(Literal literal);       // -> decision id; replaces a value that stands there
  Result<int> erase(VariableId variable);  // -> decision id
  // Switches a rule for the solver; the network is not told. Problems: error.rule.unknown.
  Result<int> switch_rule(std::string_view rule, bool on);
  std::optional<Problem> undo();
  std::optional<Problem> redo();
  void reset();

  // Thinking. `resume` with a ticket that is not the pending one: error.request.stale.
  Effect think();
  Result<Effect> resume(int ticket, const policy::PolicyAnswer& answer);
  Result<Effect> resume(int ticket, const SolverAnswer& answer);
  void abandon();

  // Makes a decision part of the game: derives the next position from it (and `removed` anew). Also
  // the way back in for a saved trace, whose proofs are believed. Problems as for `play`.
  Result<int> advance(Decision decision);

  // The facts a question about this variable may use: all but its own value and what was proved from it.
  [[nodiscard]] std::vector<Step> facts_without(VariableId variable) const;

 private:
  // What System 1 saw when it last looked.
  struct Sighting {
    std::vector<policy::Candidate> ranked;
    std::size_t next = 0;  // the ones before it are played
    int looks = 1;
    double sureness = 1;
    // It holds while the board is the one that its own moves led to.
    std::size_t cursor = 0;
    std::shared_ptr<const puzzles::Puzzle> told;
  };
  struct Pending {
    int ticket = 0;
    Task task = Task::choose;                  // RunSolver only
    std::optional<policy::PolicyInput> input;  // EvaluatePolicy only
    int look = 0;                              // EvaluatePolicy only
    std::optional<Sighting> sighting;          // RunSolver only: where the proposal is from
    Decision decision;                         // as far as it is known
  };

  Effect ask_policy(policy::PolicyInput input, int looks, Decision decision);
  std::optional<Effect> recall(Decision decision);
  void weigh(Decision& decision, const Sighting& sighting) const;
  Effect ask_solver(SolverRequest request, Decision decision);
  Effect ask_diagnosis(Decision decision);
  Effect follow(arbiter::Referral referral, Decision decision, std::optional<Sighting> sighting);
  Effect conclude(const SolverAnswer& answer, Decision decision, std::optional<Sighting> sighting);
  Effect take_back(Decision decision);
  Effect commit(Decision decision, std::optional<Sighting> sighting = std::nullopt);
  Effect commit_guess(Decision decision, std::optional<Sighting> sighting);
  void forget();
  std::optional<Problem> make_room(Position& next, Decision& decision) const;
  Result<int> append(Decision decision, Position next);
  Result<int> advance_rules(Decision decision);
  [[nodiscard]] bool is_guess(int decision) const;

  [[nodiscard]] arbiter::Evidence evidence_for(Literal literal) const;
  [[nodiscard]] std::vector<Step> guesses() const;
  [[nodiscard]] std::vector<Step> grounds() const;
  [[nodiscard]] Step step_of(int decision) const;
  // The position without `literal` and without every step whose proof rests on something removed.
  Position without(const Position& from, Literal literal, std::vector<Step>& removed) const;

  // What is laid out of the puzzle that the network was last told.
  struct Encoding {
    std::shared_ptr<const puzzles::Puzzle> told;
    policy::Encoder encoder;
  };

  Config config_;
  std::optional<Encoding> encoding_;
  std::vector<Position> positions_;
  std::vector<Decision> decisions_;  // decisions_[i] leads from positions_[i] to positions_[i + 1]
  std::size_t cursor_ = 0;
  int last_ticket_ = 0;
  std::optional<Pending> pending_;
  // Changes with the board only: a step that is cancelled leaves it alone, so that a repeated game goes the same way.
  std::optional<Sighting> sighting_;
  std::deque<solver::Proof> refuted_guesses_;  // known to be wrong, still to be taken back
};

}  // namespace fastslow::session
