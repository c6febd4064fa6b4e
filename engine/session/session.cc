#include "session/session.h"

#include <algorithm>
#include <utility>

namespace fastslow::session {
namespace {

Problem stale(int ticket) { return {"error.request.stale", {{"ticket", std::to_string(ticket)}}}; }

}  // namespace

Session::Session(puzzles::Puzzle puzzle) {
  Position start;
  start.state = initial_state(puzzle.model);
  start.puzzle = std::make_shared<const puzzles::Puzzle>(std::move(puzzle));
  start.told = start.puzzle;
  positions_.push_back(std::move(start));
}

void Session::configure(const Config& config) {
  if (config.calibration.temperature != config_.calibration.temperature) sighting_.reset();
  config_ = config;
}

// --- the player's hand ------------------------------------------------------------------------------

Result<int> Session::play(Literal literal) {
  if (puzzle().lost) return Problem{"error.game.lost", {}};
  Decision decision;
  decision.literal = literal;
  decision.verdict = "verdict.player";
  Result<int> id = advance(std::move(decision));
  if (id.ok()) forget();
  return id;
}

Result<int> Session::erase(VariableId variable) {
  if (variable < 0 || variable >= model().variable_count()) {
    return Problem{"error.request.argument", {{"name", "variable"}}};
  }
  const auto value = placed_value(model(), state(), variable);
  if (!value) return Problem{"error.request.nothing_to_undo", {}};
  Decision decision;
  decision.kind = DecisionKind::take_back;
  decision.literal = model().literal(variable, *value);
  decision.verdict = "verdict.player";
  Result<int> id = advance(std::move(decision));
  if (id.ok()) forget();
  return id;
}

Result<int> Session::switch_rule(std::string_view rule, bool on) {
  Decision decision;
  decision.kind = DecisionKind::switch_rule;
  decision.rule = rule;
  decision.on = on;
  decision.verdict = "verdict.player";
  Result<int> id = advance(std::move(decision));
  if (id.ok()) forget();
  return id;
}

std::optional<Problem> Session::undo() {
  if (!can_undo()) return Problem{"error.request.nothing_to_undo", {}};
  forget();
  --cursor_;
  return std::nullopt;
}

std::optional<Problem> Session::redo() {
  if (!can_redo()) return Problem{"error.request.nothing_to_undo", {}};
  forget();
  ++cursor_;
  return std::nullopt;
}

void Session::reset() {
  forget();
  positions_.resize(1);
  decisions_.clear();
  cursor_ = 0;
}

void Session::abandon() {
  pending_.reset();
  refuted_guesses_.clear();
}

// After the player's hand everything is looked at anew.
void Session::forget() {
  abandon();
  sighting_.reset();
}

// --- thinking ------------------------------------------------------------------------------------------

Effect Session::think() {
  pending_.reset();
  Decision decision;
  decision.strategy = config_.arbiter.strategy;
  decision.threshold = config_.arbiter.threshold;
  if (!refuted_guesses_.empty()) {
    decision.verdict = "verdict.conflict";
    return take_back(std::move(decision));
  }
  switch (status()) {
    case Status::solved:
      return Idle{IdleReason::solved};
    case Status::lost:
      return Idle{IdleReason::lost};
    case Status::conflict:
      if (config_.arbiter.strategy == arbiter::Strategy::system1) return Idle{IdleReason::stuck};
      decision.verdict = "verdict.conflict";
      return ask_diagnosis(std::move(decision));
    case Status::open:
      break;
  }
  if (config_.arbiter.strategy == arbiter::Strategy::system2) {
    decision.verdict = "verdict.system2_only";
    return follow(arbiter::Referral::choose, std::move(decision), std::nullopt);
  }
  if (auto recalled = recall(decision)) return std::move(*recalled);
  return ask_policy(policy_input(), 0, std::move(decision));
}

Effect Session::ask_policy(policy::PolicyInput input, int look, Decision decision) {
  pending_ = Pending{++last_ticket_, {}, std::move(input), look, std::nullopt, std::move(decision)};
  return EvaluatePolicy{pending_->ticket, look, *pending_->input};
}

Result<Effect> Session::resume(int ticket, const policy::PolicyAnswer& answer) {
  if (!pending_ || pending_->ticket != ticket || !pending_->input) return stale(ticket);
  Result<policy::Proposal> proposal = propose(told_model(), *pending_->input, answer.logits, config_.calibration);
  if (!proposal.ok()) return proposal.problem();
  if (!(answer.sureness >= 0 && answer.sureness <= 1)) return Problem{"error.policy.not_finite", {}};
  Pending asked = std::move(*pending_);
  pending_.reset();
  Sighting sighting{std::move(proposal.value().ranked), 0, asked.look + 1, answer.sureness, cursor_, position().told};
  Decision decision = std::move(asked.decision);
  decision.inference = Inference::fresh;
  decision.iterations += answer.iterations;
  weigh(decision, sighting);
  const arbiter::Verdict verdict = arbitrate(decision.proposal->probability, *decision.evidence, config_.arbiter);
  decision.verdict = verdict.reason;
  if (verdict.referral == arbiter::Referral::look_again) {
    return ask_policy(std::move(*asked.input), sighting.looks, std::move(decision));
  }
  return follow(verdict.referral, std::move(decision), std::move(sighting));
}

// The next move that was seen already, if it is as good as ever.
std::optional<Effect> Session::recall(Decision decision) {
  const bool holds = sighting_ && sighting_->cursor == cursor_ && sighting_->told == position().told &&
                     sighting_->next < sighting_->ranked.size();
  if (!holds) return std::nullopt;
  weigh(decision, *sighting_);
  if (!still_good(decision.proposal->probability, *decision.evidence, config_.arbiter)) return std::nullopt;
  decision.inference = Inference::reused;
  const arbiter::Verdict verdict = arbitrate(decision.proposal->probability, *decision.evidence, config_.arbiter);
  decision.verdict = verdict.reason;
  return follow(verdict.referral, std::move(decision), sighting_);
}

void Session::weigh(Decision& decision, const Sighting& sighting) const {
  const policy::Candidate& best = sighting.ranked[sighting.next];
  decision.proposal = best;
  decision.evidence = evidence_for(best.literal);
  decision.evidence->looks = sighting.looks;
  decision.evidence->sureness = sighting.sureness;
}

Result<Effect> Session::resume(int ticket, const SolverAnswer& answer) {
  if (!pending_ || pending_->ticket != ticket || pending_->input || pending_->task != answer.task) {
    return stale(ticket);
  }
  Decision decision = std::move(pending_->decision);
  std::optional<Sighting> sighting = std::move(pending_->sighting);
  pending_.reset();
  decision.effort += answer.effort;
  if (answer.task != Task::diagnose) return conclude(answer, std::move(decision), std::move(sighting));
  if (answer.status == solver::Truth::unknown) return Effect{Idle{IdleReason::budget}};
  if (answer.wrong.empty()) return Effect{Idle{IdleReason::impossible}};
  refuted_guesses_.assign(answer.wrong.begin(), answer.wrong.end());
  return take_back(std::move(decision));
}

Effect Session::follow(arbiter::Referral referral, Decision decision, std::optional<Sighting> sighting) {
  if (referral == arbiter::Referral::accept) return commit_guess(std::move(decision), std::move(sighting));
  SolverRequest request;
  request.task = referral == arbiter::Referral::examine ? Task::examine : Task::choose;
  request.insist = referral == arbiter::Referral::confirm;
  request.facts = grounds();
  if (decision.proposal) request.literal = decision.proposal->literal;
  Effect effect = ask_solver(std::move(request), std::move(decision));
  pending_->sighting = std::move(sighting);
  return effect;
}

Effect Session::ask_diagnosis(Decision decision) {
  SolverRequest request;
  request.task = Task::diagnose;
  request.facts = guesses();
  if (request.facts.empty()) return Idle{IdleReason::impossible};
  return ask_solver(std::move(request), std::move(decision));
}

Effect Session::ask_solver(SolverRequest request, Decision decision) {
  request.budget = config_.budget;
  pending_ = Pending{++last_ticket_, request.task, std::nullopt, 0, std::nullopt, std::move(decision)};
  return RunSolver{pending_->ticket, std::move(request)};
}

// What System 1 saw stays good beyond a step of System 2's only if that step was its own proposal.
Effect Session::conclude(const SolverAnswer& answer, Decision decision, std::optional<Sighting> sighting) {
  const Literal proposed = decision.proposal ? decision.proposal->literal : -1;
  const Step proved = answer.proof ? answer.proof->step : Step{-1, true};
  const arbiter::Settlement settlement = arbiter::settle(answer.verdict, proposed, proved);
  decision.outcome = settlement.outcome;
  switch (settlement.conclusion) {
    case arbiter::Conclusion::play_proof:
      decision.kind = proved.place ? DecisionKind::place : DecisionKind::rule_out;
      decision.source = settlement.outcome == "outcome.confirmed" ? Source::both : Source::system2;
      decision.literal = proved.literal;
      decision.proof = answer.proof;
      if (decision.source != Source::both) sighting.reset();
      return commit(std::move(decision), std::move(sighting));
    case arbiter::Conclusion::play_guess:
      return commit_guess(std::move(decision), std::nullopt);
    case arbiter::Conclusion::diagnose:
      return ask_diagnosis(std::move(decision));
    case arbiter::Conclusion::give_up:
      break;
  }
  return Idle{answer.verdict == solver::Settled::unknown ? IdleReason::budget : IdleReason::several};
}

// Takes back the first of the guesses known to be wrong, and settles that it is wrong.
Effect Session::take_back(Decision decision) {
  decision.kind = DecisionKind::take_back;
  decision.source = Source::system2;
  decision.literal = refuted_guesses_.front().step.literal;
  decision.outcome = "outcome.took_back";
  decision.proof = std::move(refuted_guesses_.front());
  refuted_guesses_.pop_front();
  return commit(std::move(decision));
}

Effect Session::commit_guess(Decision decision, std::optional<Sighting> sighting) {
  decision.kind = DecisionKind::place;
  decision.source = Source::system1;
  decision.literal = decision.proposal->literal;
  return commit(std::move(decision), std::move(sighting));
}

// `sighting`: where the step that is played was seen.
Effect Session::commit(Decision decision, std::optional<Sighting> sighting) {
  const Result<int> id = advance(std::move(decision));
  // A step that cannot be applied would mean that a proof is of something settled already; nothing
  // is left to do then, and saying so beats corrupting the board.
  if (!id.ok()) return Idle{IdleReason::stuck};
  sighting_ = std::move(sighting);
  if (sighting_) {
    ++sighting_->next;
    sighting_->cursor = cursor_;
  }
  return Decided{id.value()};
}

}  // namespace fastslow::session
