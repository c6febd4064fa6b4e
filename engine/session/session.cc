// A think step as a state machine. It runs until it needs an answer from outside, keeps everything it knows so far in
// `pending_`, and returns; `resume` goes on from there. At most one question is out at a time. It carries a ticket, and
// an answer with another ticket, or of another kind, is refused: so a player who moves while the solver works need not
// wait for it, and a late answer about an old board does no harm.
//
// Besides the game and the question, three things are remembered between calls. `sighting_` is what the network saw; it
// names the position where it holds, and only its own moves carry it to the next. `encoding_` names the position whose
// input it laid out. `refuted_guesses_` were proved wrong together and are taken back one at each step, before anything
// else is thought. The player's hand drops the first and the last: after it, everything is looked at anew.
#include "session/session.h"

#include <algorithm>
#include <utility>

#include "arbiter/reasons.h"
#include "arbiter/settings.h"
#include "arbiter/strategy.h"
#include "core/work_count.h"

namespace fastslow::session {
namespace {

Problem stale(int ticket) { return {"error.request.stale", {{"ticket", std::to_string(ticket)}}}; }

// The visible marks of a state for another model with the same visible literals; hidden ones are open.
State state_for(const Model& model, const State& state) {
  State translated{std::vector<Mark>(static_cast<std::size_t>(model.literal_count()), Mark::open)};
  const std::size_t shared = std::min(translated.marks.size(), state.marks.size());
  for (std::size_t l = 0; l < shared; ++l) {
    if (!model.is_hidden(static_cast<Literal>(l))) translated.marks[l] = state.marks[l];
  }
  return translated;
}

}  // namespace

Status Session::status() const {
  if (puzzle().lost) return Status::lost;
  const Consequences& follows = position().consequences;
  if (!follows.broken.empty()) return Status::conflict;
  return follows.complete ? Status::solved : Status::open;
}

std::shared_ptr<const policy::PolicyInput> Session::policy_input() {
  const Position& here = position();
  // Puzzles are shared and never changed, so one and the same pointer means the same model.
  if (!encoding_ || encoding_->told != here.told) {
    encoding_.emplace(Encoding{here.told, policy::Encoder(here.told->model), {}, nullptr});
  }
  Encoding& encoding = *encoding_;
  if (encoding.input == nullptr || encoding.position != here.id) {
    // Where a rule was switched, the network is still shown the rules that it was told. The position's consequences
    // follow from the new rules, so they are derived again, from its marks and under the old ones.
    FASTSLOW_COUNT(layouts);
    encoding.input = std::make_shared<const policy::PolicyInput>(
        here.told == here.puzzle ? encoding.encoder.encode(here.consequences)
                                 : encoding.encoder.encode(state_for(here.told->model, here.state)));
    encoding.position = here.id;
  }
  return encoding.input;
}

void Session::configure(const Config& config) {
  // What was seen holds probabilities, and they were computed with the old temperature.
  if (config.calibration.temperature != config_.calibration.temperature) sighting_.reset();
  config_ = config;
}

// --- the player's hand ------------------------------------------------------------------------------

Result<int> Session::play(Literal literal) {
  if (puzzle().lost) return Problem{"error.game.lost", {}};
  return by_hand(Step{literal, true});
}

Result<int> Session::erase(VariableId variable) {
  if (variable < 0 || variable >= model().variable_count()) {
    return Problem{"error.request.argument", {{"name", "variable"}}};
  }
  const auto value = placed_value(model(), state(), variable);
  if (!value) return Problem{"error.request.nothing_to_erase", {}};
  return by_hand(TakeBack{model().literal(variable, *value)});
}

Result<int> Session::switch_rule(std::string_view rule, bool on) { return by_hand(SwitchRule{std::string(rule), on}); }

Result<int> Session::by_hand(Act act) {
  Decision decision;
  decision.act = std::move(act);
  Result<int> id = replay(std::move(decision));
  if (id.ok()) forget();
  return id;
}

Result<int> Session::replay(Decision decision) {
  Result<Move> move = history_.move(std::move(decision));
  if (!move.ok()) return move.problem();
  return history_.commit(std::move(move.value()));
}

std::optional<Problem> Session::undo() {
  if (!history_.can_undo()) return Problem{"error.request.nothing_to_undo", {}};
  forget();
  history_.undo();
  return std::nullopt;
}

std::optional<Problem> Session::redo() {
  if (!history_.can_redo()) return Problem{"error.request.nothing_to_redo", {}};
  forget();
  history_.redo();
  return std::nullopt;
}

void Session::reset() {
  forget();
  history_.reset();
}

void Session::abandon() {
  pending_.reset();
  refuted_guesses_.clear();
  settled_ = {};
}

// After the player's hand everything is looked at anew.
void Session::forget() {
  abandon();
  sighting_.reset();
}

// --- thinking: up to the question ----------------------------------------------------------------------

Effect Session::think() {
  pending_.reset();
  Thought thought;
  thought.strategy = config_.arbiter.strategy;
  thought.threshold = config_.arbiter.threshold;
  if (!refuted_guesses_.empty()) {
    thought.verdict = arbiter::verdict::kConflict;
    return take_back(std::move(thought));
  }
  switch (status()) {
    case Status::solved:
      return Idle{IdleReason::solved};
    case Status::lost:
      return Idle{IdleReason::lost};
    case Status::conflict:
      if (config_.arbiter.strategy == arbiter::Strategy::system1) return Idle{IdleReason::stuck};
      thought.verdict = arbiter::verdict::kConflict;
      return ask_diagnosis(std::move(thought));
    case Status::open:
      break;
  }
  if (auto settled = play_settled(thought)) return std::move(*settled);
  if (config_.arbiter.strategy == arbiter::Strategy::system2) {
    thought.verdict = arbiter::verdict::kSystem2Only;
    return follow(arbiter::Referral::choose, std::move(thought), std::nullopt);
  }
  if (auto recalled = recall(thought)) return std::move(*recalled);
  auto input = policy_input();
  if (!may_propose(told_model(), *input)) return pass_over_intuition(std::move(thought));
  return look({std::move(input)}, std::move(thought));
}

// System 1 knows the rules that the puzzle began with. If one was switched off since, these may leave no candidate in
// any open cell.
Effect Session::pass_over_intuition(Thought thought) {
  if (config_.arbiter.strategy == arbiter::Strategy::system1) return Idle{IdleReason::stuck};
  thought.verdict = arbiter::verdict::kShift;
  return follow(arbiter::Referral::choose, std::move(thought), std::nullopt);
}

Effect Session::look(AwaitedLook awaited, Thought thought) {
  const PositionId seen = awaited.without.empty() ? position().id : position().id.without(awaited.without);
  EvaluatePolicy effect{++last_ticket_, awaited.look, awaited.start, seen, awaited.input};
  pending_ = Pending{effect.ticket, std::move(thought), std::move(awaited)};
  return effect;
}

Result<Effect> Session::resume(int ticket, const policy::PolicyAnswer& answer) {
  const bool expected =
      pending_ && pending_->ticket == ticket && std::holds_alternative<AwaitedLook>(pending_->awaited);
  if (!expected) return stale(ticket);
  AwaitedLook asked = std::get<AwaitedLook>(pending_->awaited);
  Result<policy::Proposal> proposal = propose(told_model(), *asked.input, answer.logits, config_.calibration);
  if (!proposal.ok()) return proposal.problem();
  if (!(answer.sureness >= 0 && answer.sureness <= 1)) return Problem{"error.policy.not_finite", {}};
  Thought thought = std::move(pending_->thought);
  pending_.reset();
  asked.spent.iterations += answer.iterations;
  asked.spent.operations += policy::operations_of(*asked.input, answer.iterations);
  Picture picture{std::move(proposal.value().ranked), answer.sureness};
  const bool judged = config_.arbiter.sleep > 0 || config_.arbiter.looks > kTrainedLooks;
  if (judged) picture.broken = broken_by(picture.ranked);
  if (reads(arbiter::entry_of(config_.arbiter.strategy), arbiter::setting::kRounds)) {
    return fed_back(std::move(asked), std::move(thought), std::move(picture));
  }
  if (asked.start > 0) return slept(std::move(asked), std::move(thought), std::move(picture));
  return looked(std::move(asked), std::move(thought), std::move(picture));
}

// What the decisions up to here have taught.
arbiter::Learned Session::learned() const {
  arbiter::Learned learned;
  for (const Decision& decision : timeline()) {
    if (decision.thought) learned = learn(std::move(learned), experience_of(decision));
  }
  return learned;
}

// Nothing where the solution was not told.
std::optional<bool> Session::is_right(Literal literal) const {
  const VariableId variable = model().variable_of(literal);
  const auto at = static_cast<std::size_t>(variable);
  if (at >= config_.truth.size()) return std::nullopt;
  return model().value_of(literal) == config_.truth[at];
}

// Asks the arbitrator about what was weighed, and notes its reason.
arbiter::Referral Session::judge(Thought& thought) const {
  const Intuition& intuition = *thought.intuition;
  const arbiter::Verdict verdict =
      arbitrate(intuition.proposal.probability, intuition.evidence, config_.arbiter,
                {[this] { return learned(); }, position().id.number(), is_right(intuition.proposal.literal)});
  thought.verdict = verdict.reason;
  return verdict.referral;
}

// How many rules would be broken with all of these on the board: by the check of the rules itself, hidden variables
// settled as far as they follow. With values missing, at least one.
int Session::broken_by(const std::vector<policy::Candidate>& ranked) const {
  const auto filled = filled_with(ranked);
  if (!filled) return model().part_count();
  const Consequences found = consequences_of(model(), *filled);
  return static_cast<int>(found.broken.size()) + (found.complete ? 0 : 1);
}

// Nothing if one of them cannot be placed.
std::optional<State> Session::filled_with(const std::vector<policy::Candidate>& ranked) const {
  State filled = state();
  for (const policy::Candidate& candidate : ranked) {
    Result<State> next = apply(model(), filled, Step{candidate.literal, true});
    if (!next.ok()) return std::nullopt;
    filled = std::move(next.value());
  }
  return filled;
}

// The next move that was seen already, if it is as good as ever.
std::optional<Effect> Session::recall(const Thought& thought) {
  const bool holds = sighting_ && sighting_->position == position().id && sighting_->next < sighting_->ranked.size();
  if (!holds) return std::nullopt;
  // Not sure enough, whatever the rules say: no position need be built to see that.
  arbiter::Evidence unseen;
  unseen.whole = sighting_->whole;
  if (!still_good(sighting_->ranked[sighting_->next].probability, unseen, config_.arbiter)) return std::nullopt;
  Thought recalled = thought;
  Guess guess = weigh(*sighting_, recalled, Inference::reused, {});
  const Intuition& intuition = *recalled.intuition;
  if (!still_good(intuition.proposal.probability, intuition.evidence, config_.arbiter)) return std::nullopt;
  const arbiter::Referral referral = judge(recalled);
  const bool looks_anew = referral == arbiter::Referral::look_again || referral == arbiter::Referral::look_around ||
                          referral == arbiter::Referral::sleep_on_it || referral == arbiter::Referral::feed_back;
  if (looks_anew) return std::nullopt;
  return follow(referral, std::move(recalled), std::move(guess));
}

// Builds what the best of what was seen would lead to, and reads the evidence off that.
Session::Guess Session::weigh(Sighting sighting, Thought& thought, Inference inference, Spent spent) const {
  const policy::Candidate& best = sighting.ranked[sighting.next];
  arbiter::Evidence evidence;
  evidence.shifted = shift().any();
  evidence.looks = sighting.looks;
  evidence.sureness = sighting.sureness;
  evidence.whole = sighting.whole;
  evidence.slept = sighting.slept;
  evidence.fed = sighting.fed;
  evidence.suspects = sighting.suspects;
  if (!sighting.agree.empty()) evidence.agree = sighting.agree[sighting.next];
  Decision decision;
  decision.act = Step{best.literal, true};
  decision.source = Source::system1;
  Result<Move> move = history_.move(std::move(decision));
  evidence.legal = move.ok();
  if (move.ok()) {
    const std::vector<PartId>& broken = move.value().position.consequences.broken;
    evidence.legal = std::all_of(broken.begin(), broken.end(), is_lower);
    evidence.violated = static_cast<int>(broken.size());
    evidence.irrevocable = move.value().revealed != nullptr;
    // The board's answer is not in the picture.
    if (evidence.irrevocable) evidence.whole = false;
  }
  thought.intuition = Intuition{inference, spent.iterations, spent.operations, best, evidence};
  return {std::move(sighting), move.ok() ? std::optional(std::move(move.value())) : std::nullopt};
}

Effect Session::follow(arbiter::Referral referral, Thought thought, std::optional<Guess> guess) {
  // `accept` and `examine` answer a proposal, so there is one.
  if (referral == arbiter::Referral::accept) return play_guess(std::move(*guess), std::move(thought), true);
  std::optional<Literal> proposed;
  if (thought.intuition) proposed = thought.intuition->proposal.literal;
  const bool insist = referral == arbiter::Referral::confirm;
  // What must be confirmed, the board answers by showing more: no other cell's turn before that.
  if (const auto wider = insist ? std::nullopt : in_scope(thought)) {
    return ask(*wider, history_.grounds(), std::move(thought), std::move(guess));
  }
  if (referral == arbiter::Referral::examine) {
    return ask(Examine{*proposed}, history_.grounds(), std::move(thought), std::move(guess));
  }
  return ask(Choose{proposed, insist}, history_.grounds(), std::move(thought), std::move(guess));
}

Effect Session::ask_diagnosis(Thought thought) {
  std::vector<Step> guesses = history_.guesses();
  if (guesses.empty()) return Idle{IdleReason::impossible};
  return ask(Diagnose{}, std::move(guesses), std::move(thought), std::nullopt);
}

Effect Session::ask(Question question, std::vector<Step> facts, Thought thought, std::optional<Guess> guess) {
  if (!thought.deliberation) thought.deliberation.emplace();
  pending_ = Pending{++last_ticket_, std::move(thought), AwaitedProof{question.index(), std::move(guess)}};
  return RunSolver{last_ticket_, {question, std::move(facts), config_.budget}};
}

// --- thinking: from the answer to a decision ---------------------------------------------------------------

Result<Effect> Session::resume(int ticket, const SolverAnswer& answer) {
  auto* asked = pending_ && pending_->ticket == ticket ? std::get_if<AwaitedProof>(&pending_->awaited) : nullptr;
  const bool diagnosing = asked != nullptr && asked->question == Question(Diagnose{}).index();
  if (asked == nullptr || diagnosing != std::holds_alternative<Diagnosed>(answer.found)) return stale(ticket);
  Thought thought = std::move(pending_->thought);
  std::optional<Guess> guess = std::move(asked->guess);
  pending_.reset();
  thought.deliberation->effort += answer.effort;
  if (!diagnosing) return conclude(std::get<Found>(answer.found), std::move(thought), std::move(guess));
  const auto& [status, wrong] = std::get<Diagnosed>(answer.found);
  if (status == solver::Truth::unknown) return Effect{Idle{IdleReason::budget}};
  if (wrong.empty()) return Effect{Idle{IdleReason::impossible}};
  refuted_guesses_.assign(wrong.begin(), wrong.end());
  return take_back(std::move(thought));
}

Effect Session::conclude(const Found& found, Thought thought, std::optional<Guess> guess) {
  const Literal proposed = thought.intuition ? thought.intuition->proposal.literal : -1;
  const Step proved = found.proof ? found.proof->step : Step{-1, true};
  const arbiter::Concluded concluded = arbiter::conclude(found.finding, proposed, proved);
  thought.deliberation->outcome = concluded.outcome;
  const bool other_value = found.proof && proved.place && proposed >= 0 && proved.literal != proposed &&
                           model().variable_of(proved.literal) == model().variable_of(proposed);
  if (other_value && thought.deliberation->outcome == arbiter::outcome::kOwnStep) {
    thought.deliberation->outcome = arbiter::outcome::kCorrected;
  }
  settled_.steps.assign(found.further.begin(), found.further.end());
  settled_.puzzle = position().puzzle;
  switch (concluded.conclusion) {
    case arbiter::Conclusion::play_proof: {
      Effect effect = play_proof(*found.proof, std::move(thought), std::move(guess));
      settled_.position = position().id;
      return effect;
    }
    case arbiter::Conclusion::play_guess:
      return play_guess(std::move(*guess), std::move(thought), false);
    case arbiter::Conclusion::diagnose:
      return ask_diagnosis(std::move(thought));
    case arbiter::Conclusion::give_up:
      break;
  }
  return Idle{found.finding == solver::Finding::unknown ? IdleReason::budget : IdleReason::several};
}

// What System 1 saw stays good beyond a step of System 2's only if that step was its own proposal.
Effect Session::play_proof(const solver::Proof& proof, Thought thought, std::optional<Guess> guess) {
  const bool confirmed = thought.deliberation->outcome == arbiter::outcome::kConfirmed;
  Decision decision{proof.step, confirmed ? Source::both : Source::system2, std::move(thought), proof, {}};
  if (!confirmed) return commit(history_.move(std::move(decision)), std::nullopt);
  if (!guess->move) return commit(history_.move(std::move(decision)), std::move(guess->sighting));
  // The position that was weighed is the one that the proof leads to.
  guess->move->decision = std::move(decision);
  return commit(std::move(*guess->move), std::move(guess->sighting));
}

Effect Session::play_guess(Guess guess, Thought thought, bool sighting_holds) {
  if (!guess.move) return Idle{IdleReason::stuck};
  guess.move->decision.thought = std::move(thought);
  return commit(std::move(*guess.move), sighting_holds ? std::optional(std::move(guess.sighting)) : std::nullopt);
}

// Takes back the first of the guesses known to be wrong, and settles that it is wrong.
Effect Session::take_back(Thought thought) {
  if (!thought.deliberation) thought.deliberation.emplace();
  thought.deliberation->outcome = arbiter::outcome::kTookBack;
  solver::Proof proof = std::move(refuted_guesses_.front());
  refuted_guesses_.pop_front();
  const Literal wrong = proof.step.literal;
  return commit(history_.move({TakeBack{wrong}, Source::system2, std::move(thought), std::move(proof), {}}),
                std::nullopt);
}

// `sighting`: where the step that is played was seen.
Effect Session::commit(Result<Move> move, std::optional<Sighting> sighting) {
  // A step that cannot be applied would mean that a proof is of something settled already; nothing
  // is left to do then, and saying so beats corrupting the board.
  if (!move.ok()) return Idle{IdleReason::stuck};
  const int id = history_.commit(std::move(move.value()));
  sighting_ = std::move(sighting);
  if (sighting_) {
    ++sighting_->next;
    sighting_->position = position().id;
  }
  return Decided{id};
}

}  // namespace fastslow::session
