#include "session/session.h"

#include <algorithm>
#include <utility>

namespace fastslow {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

Problem stale(int ticket) { return {"error.request.stale", {{"ticket", std::to_string(ticket)}}}; }

bool contains(const std::vector<Step>& steps, Step step) {
  return std::find(steps.begin(), steps.end(), step) != steps.end();
}

Step settled_by(const Decision& decision) { return {decision.literal, decision.kind == DecisionKind::place}; }

// What the board shows once `placed` stands on it; nothing if nothing is revealed.
std::shared_ptr<const Puzzle> revealed(const Puzzle& puzzle, Literal placed) {
  const Family* family = find_family(puzzle.family);
  if (family == nullptr || family->reveal == nullptr) return nullptr;
  std::optional<Puzzle> grown = family->reveal(puzzle, placed);
  return grown ? std::make_shared<const Puzzle>(std::move(*grown)) : nullptr;
}

// The visible marks of a state for another model with the same visible literals; hidden ones are open.
State state_for(const Model& model, const State& state) {
  State translated{std::vector<Mark>(at(model.literal_count()), Mark::open)};
  for (Literal l = 0; l < model.literal_count() && at(l) < state.marks.size(); ++l) {
    if (!model.is_hidden(l)) translated.marks[at(l)] = state.marks[at(l)];
  }
  return translated;
}

// A variant's size without the letters that name its rules ("9x9k"), which are told as rules.
std::string bare_size(const Puzzle& puzzle) {
  std::string size = puzzle.kind;
  while (!puzzle.rules.empty() && !size.empty() && size.back() >= 'a' && size.back() <= 'z') size.pop_back();
  return size;
}

bool includes(const std::vector<std::string>& items, const std::string& item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

}  // namespace

Session::Session(Puzzle puzzle) {
  Position start;
  start.state = initial_state(puzzle.model);
  start.puzzle = std::make_shared<const Puzzle>(std::move(puzzle));
  start.told = start.puzzle;
  positions_.push_back(std::move(start));
}

void Session::configure(const Config& config) {
  if (config.calibration.temperature != config_.calibration.temperature) sighting_.reset();
  config_ = config;
}

PolicyInput Session::policy_input() {
  if (!encoding_ || encoding_->told != position().told) {
    encoding_.emplace(Encoding{position().told, Encoder(told_model())});
  }
  return encoding_->encoder.encode(state_for(told_model(), state()));
}

Shift Session::shift() const {
  Shift shift;
  if (config_.trained.empty()) return shift;
  const auto known = std::find_if(config_.trained.begin(), config_.trained.end(),
                                  [&](const Trained& t) { return t.family == puzzle().family; });
  shift.family = known == config_.trained.end();
  if (shift.family) return shift;
  shift.size = !includes(known->sizes, bare_size(puzzle()));
  for (const std::string& rule : puzzle().switchable) {
    const bool on = includes(puzzle().rules, rule);
    const bool told = includes(position().told->rules, rule);
    if (on != told || (on && !includes(known->rules, rule))) shift.rules.push_back(rule);
  }
  return shift;
}

Status Session::status() const {
  if (!violated(model(), state()).empty()) return Status::conflict;
  return is_complete(model(), state()) ? Status::solved : Status::open;
}

// --- the player's hand ------------------------------------------------------------------------------

Result<int> Session::play(Literal literal) {
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
    case Status::conflict:
      if (config_.arbiter.strategy == Strategy::system1) return Idle{IdleReason::stuck};
      decision.verdict = "verdict.conflict";
      return ask_diagnosis(std::move(decision));
    case Status::open:
      break;
  }
  if (config_.arbiter.strategy == Strategy::system2) {
    decision.verdict = "verdict.system2_only";
    return follow(Referral::choose, std::move(decision), std::nullopt);
  }
  if (auto recalled = recall(decision)) return std::move(*recalled);
  return ask_policy(policy_input(), 0, std::move(decision));
}

Effect Session::ask_policy(PolicyInput input, int look, Decision decision) {
  pending_ = Pending{++last_ticket_, {}, std::move(input), look, std::nullopt, std::move(decision)};
  return EvaluatePolicy{pending_->ticket, look, *pending_->input};
}

Result<Effect> Session::resume(int ticket, const PolicyAnswer& answer) {
  if (!pending_ || pending_->ticket != ticket || !pending_->input) return stale(ticket);
  Result<Proposal> proposal = propose(told_model(), *pending_->input, answer.logits, config_.calibration);
  if (!proposal.ok()) return proposal.problem();
  if (!(answer.sureness >= 0 && answer.sureness <= 1)) return Problem{"error.policy.not_finite", {}};
  Pending asked = std::move(*pending_);
  pending_.reset();
  Sighting sighting{std::move(proposal.value().ranked), 0, asked.look + 1, answer.sureness, cursor_, position().told};
  Decision decision = std::move(asked.decision);
  decision.inference = Inference::fresh;
  decision.iterations += answer.iterations;
  weigh(decision, sighting);
  const Verdict verdict = arbitrate(decision.proposal->probability, *decision.evidence, config_.arbiter);
  decision.verdict = verdict.reason;
  if (verdict.referral == Referral::look_again) {
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
  const Verdict verdict = arbitrate(decision.proposal->probability, *decision.evidence, config_.arbiter);
  decision.verdict = verdict.reason;
  return follow(verdict.referral, std::move(decision), sighting_);
}

void Session::weigh(Decision& decision, const Sighting& sighting) const {
  const Candidate& best = sighting.ranked[sighting.next];
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
  if (answer.status == Truth::unknown) return Effect{Idle{IdleReason::budget}};
  if (answer.wrong.empty()) return Effect{Idle{IdleReason::impossible}};
  refuted_guesses_.assign(answer.wrong.begin(), answer.wrong.end());
  return take_back(std::move(decision));
}

Effect Session::follow(Referral referral, Decision decision, std::optional<Sighting> sighting) {
  if (referral == Referral::accept) return commit_guess(std::move(decision), std::move(sighting));
  SolverRequest request;
  request.task = referral == Referral::examine ? Task::examine : Task::choose;
  request.facts = facts_of(model(), state(), true);
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
  const Settlement settlement = settle(answer.verdict, proposed, proved);
  decision.outcome = settlement.outcome;
  switch (settlement.conclusion) {
    case Conclusion::play_proof:
      decision.kind = proved.place ? DecisionKind::place : DecisionKind::rule_out;
      decision.source = settlement.outcome == "outcome.confirmed" ? Source::both : Source::system2;
      decision.literal = proved.literal;
      decision.proof = answer.proof;
      if (decision.source != Source::both) sighting.reset();
      return commit(std::move(decision), std::move(sighting));
    case Conclusion::play_guess:
      return commit_guess(std::move(decision), std::nullopt);
    case Conclusion::diagnose:
      return ask_diagnosis(std::move(decision));
    case Conclusion::give_up:
      break;
  }
  return Idle{answer.verdict == Settled::unknown ? IdleReason::budget : IdleReason::several};
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

// --- bookkeeping -----------------------------------------------------------------------------------------

Evidence Session::evidence_for(Literal literal) const {
  const Result<State> next = apply(model(), state(), {literal, true});
  if (!next.ok()) return {false, 0, shift().any()};
  const auto broken = violated(model(), next.value());
  const bool legal = std::none_of(broken.begin(), broken.end(), [](PartId p) { return !is_lower(p); });
  return {legal, static_cast<int>(broken.size()), shift().any()};
}

bool Session::is_guess(int decision) const {
  const Decision& d = decisions_[at(decision)];
  return d.kind == DecisionKind::place && (!d.proof || decision < position().proved_since);
}

std::vector<Step> Session::guesses() const {
  std::vector<Step> steps;
  for (const int id : position().standing) {
    if (is_guess(id)) steps.push_back(step_of(id));
  }
  return steps;
}

// A take_back stands as the elimination of its guess.
Step Session::step_of(int decision) const { return settled_by(decisions_[at(decision)]); }

std::vector<Step> Session::facts_without(VariableId variable) const {
  const auto value = placed_value(model(), state(), variable);
  std::vector<Step> removed;
  Position rest = position();
  if (value) rest = without(rest, model().literal(variable, *value), removed);
  return facts_of(model(), rest.state, true);
}

Position Session::without(const Position& from, Literal literal, std::vector<Step>& removed) const {
  Position rest = from;
  rest.standing.clear();
  for (const int id : from.standing) {
    const Decision& decision = decisions_[at(id)];
    const Step step = step_of(id);
    const bool rests_on_removed = decision.proof && id >= from.proved_since &&
                                  std::any_of(decision.proof->core.facts.begin(), decision.proof->core.facts.end(),
                                              [&](Step fact) { return contains(removed, fact); });
    if (step.literal == literal || rests_on_removed) {
      rest.state.marks[at(step.literal)] = Mark::open;
      removed.push_back(step);
    } else {
      rest.standing.push_back(id);
    }
  }
  return rest;
}

// What must go from the board before a decision's own step can be applied.
std::optional<Problem> Session::make_room(Position& next, Decision& decision) const {
  const VariableId variable = model().variable_of(decision.literal);
  const auto value = placed_value(model(), state(), variable);
  const bool by_hand = decision.source == Source::player && decision.kind == DecisionKind::place;
  if (decision.kind != DecisionKind::take_back && !by_hand) return std::nullopt;
  if (value) {
    const Literal old = model().literal(variable, *value);
    if (initial_state(model()).marks[at(old)] == Mark::placed) return Problem{"error.step.given", {}};
    if (by_hand && old == decision.literal) {
      return Problem{"error.step.settled", {{"literal", std::to_string(old)}}};
    }
    next = without(next, old, decision.removed);
  }
  // A value that a proof ruled out may still be tried by hand: the proof steps aside.
  if (by_hand && next.state.marks[at(decision.literal)] == Mark::ruled_out) {
    next = without(next, decision.literal, decision.removed);
  }
  return std::nullopt;
}

Result<int> Session::advance(Decision decision) {
  if (decision.kind == DecisionKind::switch_rule) return advance_rules(std::move(decision));
  if (!model().has_literal(decision.literal)) {
    return Problem{"error.step.unknown_literal", {{"literal", std::to_string(decision.literal)}}};
  }
  Position next = position();
  decision.removed.clear();
  if (auto problem = make_room(next, decision)) return *problem;
  if (decision.kind == DecisionKind::take_back && decision.proof) {
    // What the proof rests on may have gone with an earlier guess; then the guess is only lifted.
    const auto& facts = decision.proof->core.facts;
    const bool holds = std::all_of(facts.begin(), facts.end(), [&](Step fact) {
      return next.state.marks[at(fact.literal)] == (fact.place ? Mark::placed : Mark::ruled_out);
    });
    if (!holds) decision.proof.reset();
  }
  // A take-back without a proof settles nothing.
  const bool settles = decision.kind != DecisionKind::take_back || decision.proof;
  if (settles) {
    Result<State> applied = apply(model(), next.state, settled_by(decision));
    if (!applied.ok()) return applied.problem();
    next.state = std::move(applied.value());
  }
  if (settles && decision.kind == DecisionKind::place) {
    if (auto grown = revealed(puzzle(), decision.literal)) {
      next.state = state_for(grown->model, next.state);
      for (const Literal given : grown->model.givens()) next.state.marks[at(given)] = Mark::placed;
      next.puzzle = std::move(grown);
      next.told = next.puzzle;
    }
  }
  if (settles) next.standing.push_back(static_cast<int>(cursor_));
  return append(std::move(decision), std::move(next));
}

Result<int> Session::append(Decision decision, Position next) {
  const int id = static_cast<int>(cursor_);
  decisions_.resize(cursor_);
  positions_.resize(cursor_ + 1);
  decisions_.push_back(std::move(decision));
  positions_.push_back(std::move(next));
  ++cursor_;
  return id;
}

// Placements keep standing as assumptions. Eliminations were proved under the old rules only, and go.
Result<int> Session::advance_rules(Decision decision) {
  const Family* family = find_family(puzzle().family);
  const bool known = family->switch_rule != nullptr && includes(puzzle().switchable, decision.rule);
  if (!known) return Problem{"error.rule.unknown", {{"rule", decision.rule.substr(0, 40)}}};
  Result<Puzzle> switched = family->switch_rule(puzzle(), decision.rule, decision.on);
  if (!switched.ok()) return switched.problem();
  Position next;
  next.puzzle = std::make_shared<const Puzzle>(std::move(switched.value()));
  next.told = position().told;
  next.state = initial_state(next.puzzle->model);
  next.proved_since = static_cast<int>(cursor_) + 1;
  for (const int id : position().standing) {
    const Step step = step_of(id);
    if (!step.place) continue;
    next.state.marks[at(step.literal)] = Mark::placed;
    next.standing.push_back(id);
  }
  return append(std::move(decision), std::move(next));
}

}  // namespace fastslow
