// The mid-end: one game being thought about. Sans-I/O (the manner of h11): `think` and `resume`
// return an effect; the host performs it and feeds the answer back. No threads, clock, fetch or
// callbacks here, so the same calls give the same decisions natively and in Wasm.
//
// One think step: visible conflict? -> diagnose; otherwise propose (policy) -> cheap evidence ->
// arbitrate -> accept, look again, or escalate to the solver -> Decided. What one look was sure of is
// played without another look, as long as nothing but its own moves changed the board. Guesses (steps
// nobody proved) are kept apart from proved steps; when the board turns out contradictory, the solver
// names the wrong guess, which is taken back together with everything that was proved from it.
//
//   Session game(puzzle);
//   for (Effect effect = game.think();;) {
//     if (auto* look = std::get_if<EvaluatePolicy>(&effect)) {
//       effect = game.resume(look->ticket, ask_network(*look)).value();
//     } else if (auto* ask = std::get_if<RunSolver>(&effect)) {
//       effect = game.resume(ask->ticket, ask_solver(*ask)).value();
//     } else {
//       break;  // Decided or Idle
//     }
//   }
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "arbiter/arbiter.h"
#include "core/result.h"
#include "policy/proposal.h"
#include "session/effect.h"
#include "session/history.h"
#include "session/shift.h"

namespace fastslow::session {

struct Config {
  arbiter::ArbiterConfig arbiter;
  policy::Calibration calibration;
  std::uint64_t budget = 20'000'000;  // solver effort per request; 0: unlimited
  std::vector<int> truth{};           // of each variable the solution's value, by its index; only for measuring
  std::vector<Trained> trained{};     // empty: nothing is known, and nothing is claimed to be new to it
};

enum class Status { open, solved, lost, conflict };

// So many looks together are what the network was trained for. What it sees later is right more often in some families
// and less often in others (models/results/solutions_only.json), so it counts only where the rules say that it is a
// solution.
inline constexpr int kTrainedLooks = 2;

class Session {
 public:
  explicit Session(puzzles::Puzzle puzzle) : history_(std::move(puzzle)) {}

  [[nodiscard]] const History& history() const { return history_; }
  [[nodiscard]] const Position& position() const { return history_.present(); }
  [[nodiscard]] const puzzles::Puzzle& puzzle() const { return *position().puzzle; }
  [[nodiscard]] const Model& model() const { return puzzle().model; }
  [[nodiscard]] const State& state() const { return position().state; }
  [[nodiscard]] std::span<const Decision> timeline() const { return history_.timeline(); }
  [[nodiscard]] Status status() const;
  [[nodiscard]] Shift shift() const { return shift_of(puzzle(), *position().told, config_.trained); }
  [[nodiscard]] const Config& config() const { return config_; }

  // What the network sees: laid out once a position, from what changed since the one before.
  [[nodiscard]] const Model& told_model() const { return position().told->model; }
  std::shared_ptr<const policy::PolicyInput> policy_input();

  void configure(const Config& config);

  // The player's hand. Problems: error.step.*, error.game.lost, error.rule.unknown. Each abandons a think step under
  // way and leaves the session unchanged on a problem. Returns the decision's id.
  Result<int> play(Literal literal);       // replaces a value that stands there
  Result<int> erase(VariableId variable);  // also error.request.nothing_to_erase, error.request.argument
  // Switches a rule for the solver; the network is not told.
  Result<int> switch_rule(std::string_view rule, bool on);
  std::optional<Problem> undo();  // error.request.nothing_to_undo
  std::optional<Problem> redo();  // error.request.nothing_to_redo
  void reset();

  // Thinking. `resume` with a ticket that is not the pending one, or with an answer to another question:
  // error.request.stale. Answers of the network that cannot be used: error.policy.shape, error.policy.not_finite; the
  // step stays pending.
  Effect think();
  Result<Effect> resume(int ticket, const policy::PolicyAnswer& answer);
  Result<Effect> resume(int ticket, const SolverAnswer& answer);
  void abandon();

  // The way back in for a kept game: makes a decision part of it as if it had just been made; `removed` is derived
  // anew, and its proof is believed. Problems as for `play`.
  Result<int> replay(Decision decision);

 private:
  // What System 1 saw when it last looked.
  struct Sighting {
    std::vector<policy::Candidate> ranked;
    std::size_t next = 0;  // the ones before it are played
    int looks = 1;
    double sureness = 1;
    bool whole = false;  // it breaks no rule
    int slept = 0;       // see Evidence
    int fed = 0;         // see Evidence
    int suspects = 0;
    std::vector<int> agree{};  // by candidate of `ranked`, of as many pictures as `slept`; empty: it did not
    // It holds as long as this is the present position: after the moves it saw itself.
    PositionId position{};
  };
  static constexpr int kNobodyLooked = -1;
  // What one look made of the whole board: each open variable's best value, and how many rules that would break, where
  // anybody looked.
  struct Picture {
    std::vector<policy::Candidate> ranked;
    double sureness = 1;
    int broken = kNobodyLooked;
    std::vector<Literal> suspects{};  // its values that are taken to have broken them, where they go back to System 1
  };
  // A proposal, where it was seen, and what it would lead to (nothing if it cannot be played).
  struct Guess {
    Sighting sighting;
    std::optional<Move> move;
  };
  // What looks took of System 1.
  struct Spent {
    int iterations = 0;
    std::uint64_t operations = 0;
  };
  // A think step under way: as far as the thought is known, and whose answer it waits for.
  struct AwaitedLook {
    std::shared_ptr<const policy::PolicyInput> input;
    int look = 0;
    Spent spent{};  // on the looks before
    int start = 0;
    std::vector<Picture> slept{};  // what was seen from the states before
    Picture usual{};               // what the ordinary looks before came to
    bool voting = false;           // the pictures vote; otherwise the rules choose between them
    // What broke a rule in the looks before, and is ruled out for this one; how many of these were told of any.
    std::vector<Literal> without{};
    int fed = 0;
  };
  struct AwaitedProof {
    std::size_t question = 0;    // index of the alternative of `Question`
    std::optional<Guess> guess;  // whose escalation this is
  };
  struct Pending {
    int ticket = 0;
    Thought thought;
    std::variant<AwaitedLook, AwaitedProof> awaited;
  };

  Effect pass_over_intuition(Thought thought);
  Effect look(AwaitedLook awaited, Thought thought);
  Effect looked(AwaitedLook asked, Thought thought, Picture picture);
  Effect slept(AwaitedLook asked, Thought thought, Picture picture);
  Effect fed_back(AwaitedLook asked, Thought thought, Picture picture);
  [[nodiscard]] std::vector<Literal> suspects_of(const std::vector<policy::Candidate>& ranked) const;
  [[nodiscard]] std::shared_ptr<const policy::PolicyInput> input_without(const std::vector<Literal>& values) const;
  [[nodiscard]] std::optional<State> filled_with(const std::vector<policy::Candidate>& ranked) const;
  [[nodiscard]] Sighting chosen(const AwaitedLook& night, int looks) const;
  [[nodiscard]] Sighting voted(const std::vector<Picture>& pictures, int looks) const;
  arbiter::Referral judge(Thought& thought) const;
  [[nodiscard]] arbiter::Learned learned() const;
  [[nodiscard]] std::optional<bool> is_right(Literal literal) const;
  [[nodiscard]] int broken_by(const std::vector<policy::Candidate>& ranked) const;
  std::optional<Effect> recall(const Thought& thought);
  Guess weigh(Sighting sighting, Thought& thought, Inference inference, Spent spent) const;
  Effect follow(arbiter::Referral referral, Thought thought, std::optional<Guess> guess);
  Effect ask(Question question, std::vector<Step> facts, Thought thought, std::optional<Guess> guess);
  [[nodiscard]] std::optional<Question> in_scope(const Thought& thought) const;
  std::optional<Effect> play_settled(Thought thought);
  Effect ask_diagnosis(Thought thought);
  Effect conclude(const Found& found, Thought thought, std::optional<Guess> guess);
  Effect take_back(Thought thought);
  Effect play_proof(const solver::Proof& proof, Thought thought, std::optional<Guess> guess);
  Effect play_guess(Guess guess, Thought thought, bool sighting_holds);
  Effect commit(Result<Move> move, std::optional<Sighting> sighting);
  Result<int> by_hand(Act act);
  void forget();

  // What is laid out of the puzzle that the network was last told.
  struct Encoding {
    std::shared_ptr<const puzzles::Puzzle> told;
    policy::Encoder encoder;
    PositionId position;  // of `input`
    std::shared_ptr<const policy::PolicyInput> input;
  };

  Config config_;
  std::optional<Encoding> encoding_;
  History history_;
  int last_ticket_ = 0;
  std::optional<Pending> pending_;
  // Changes with the board only: a step that is cancelled leaves it alone, so that a repeated game goes the same way.
  std::optional<Sighting> sighting_;
  std::deque<solver::Proof> refuted_guesses_;  // known to be wrong, still to be taken back
  // Proved together with a step that was played, still to be played. They cite the rules of that puzzle, and hold as
  // long as nothing but themselves changes the board.
  struct Settled {
    std::deque<solver::Proof> steps;
    PositionId position;
    std::shared_ptr<const puzzles::Puzzle> puzzle;
  };
  Settled settled_;
};

}  // namespace fastslow::session
