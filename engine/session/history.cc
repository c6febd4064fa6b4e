// What stands on the session's board, and what a decision makes of it.
#include <algorithm>
#include <utility>

#include "session/session.h"

namespace fastslow::session {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

bool contains(const std::vector<Step>& steps, Step step) {
  return std::find(steps.begin(), steps.end(), step) != steps.end();
}

Step settled_by(const Decision& decision) { return {decision.literal, decision.kind == DecisionKind::place}; }

// What the board shows once `placed` stands on it; nothing if nothing is revealed.
std::shared_ptr<const puzzles::Puzzle> revealed(const puzzles::Puzzle& puzzle, Literal placed) {
  const puzzles::Family* family = puzzles::find_family(puzzle.family);
  if (family == nullptr || family->reveal == nullptr) return nullptr;
  std::optional<puzzles::Puzzle> grown = family->reveal(puzzle, placed);
  return grown ? std::make_shared<const puzzles::Puzzle>(std::move(*grown)) : nullptr;
}

// The visible marks of a state for another model with the same visible literals; hidden ones are open.
State state_for(const Model& model, const State& state) {
  State translated{std::vector<Mark>(at(model.literal_count()), Mark::open)};
  for (Literal l = 0; l < model.literal_count() && at(l) < state.marks.size(); ++l) {
    if (!model.is_hidden(l)) translated.marks[at(l)] = state.marks[at(l)];
  }
  return translated;
}

// The same with what the board has come to show, which counts for more than what was believed of it.
State shown_on(const Model& model, const State& state) {
  State shown = state_for(model, state);
  for (const Literal given : model.givens()) {
    const Variable& v = model.variable(model.variable_of(given));
    for (Literal l = v.first_literal; l < v.first_literal + v.domain_size(); ++l) {
      if (shown.marks[at(l)] == Mark::placed) shown.marks[at(l)] = Mark::open;
    }
    shown.marks[at(given)] = Mark::placed;
  }
  return shown;
}

// A variant's size without the letters that name its rules ("9x9k"), which are told as rules.
std::string bare_size(const puzzles::Puzzle& puzzle) {
  std::string size = puzzle.kind;
  while (!puzzle.rules.empty() && !size.empty() && size.back() >= 'a' && size.back() <= 'z') size.pop_back();
  return size;
}

bool includes(const std::vector<std::string>& items, const std::string& item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

}  // namespace

// --- what there is to see ---------------------------------------------------------------------------

policy::PolicyInput Session::policy_input() {
  if (!encoding_ || encoding_->told != position().told) {
    encoding_.emplace(Encoding{position().told, policy::Encoder(told_model())});
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
    if (on != includes(position().told->rules, rule)) {
      shift.switched.push_back({rule, on});
    } else if (on && !includes(known->rules, rule)) {
      shift.rules.push_back(rule);
    }
  }
  return shift;
}

Status Session::status() const {
  if (puzzle().lost) return Status::lost;
  if (!violated(model(), state()).empty()) return Status::conflict;
  return is_complete(model(), state()) ? Status::solved : Status::open;
}

arbiter::Evidence Session::evidence_for(Literal literal) const {
  arbiter::Evidence evidence;
  evidence.shifted = shift().any();
  evidence.irrevocable = revealed(puzzle(), literal) != nullptr;
  const Result<State> next = apply(model(), state(), {literal, true});
  evidence.legal = next.ok();
  if (!next.ok()) return evidence;
  const auto broken = violated(model(), next.value());
  evidence.legal = std::none_of(broken.begin(), broken.end(), [](PartId p) { return !is_lower(p); });
  evidence.violated = static_cast<int>(broken.size());
  return evidence;
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

// What System 2 may build on: the board, guesses included. Where a move cannot be taken back, a proof must not rest on
// a guess: there, only what was proved, from nothing but what was proved.
std::vector<Step> Session::grounds() const {
  if (!puzzle().grows) return facts_of(model(), state(), true);
  const State given = initial_state(model());
  std::vector<Step> steps;
  const auto holds = [&](Step fact) { return given.marks[at(fact.literal)] == Mark::placed || contains(steps, fact); };
  for (const int id : position().standing) {
    const Decision& decision = decisions_[at(id)];
    if (!decision.proof || id < position().proved_since) continue;
    const auto& facts = decision.proof->core.facts;
    const Step step = step_of(id);
    if (std::all_of(facts.begin(), facts.end(), holds) && !holds(step)) steps.push_back(step);
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
  const bool takes_back = decision.kind == DecisionKind::take_back;
  const bool by_hand = decision.source == Source::player && decision.kind == DecisionKind::place;
  // What a proof settles may stand there as a guess, the same or another, that it did not build on.
  const bool by_proof = !takes_back && decision.proof.has_value();
  if (!takes_back && !by_hand && !by_proof) return std::nullopt;
  if (value && (decision.kind != DecisionKind::rule_out || model().literal(variable, *value) == decision.literal)) {
    const Literal old = model().literal(variable, *value);
    if (initial_state(model()).marks[at(old)] == Mark::placed) return Problem{"error.step.given", {}};
    if (by_hand && old == decision.literal) {
      return Problem{"error.step.settled", {{"literal", std::to_string(old)}}};
    }
    next = without(next, old, decision.removed);
  }
  // A value that a proof ruled out may still be tried by hand: the proof steps aside.
  if ((by_hand || by_proof) && next.state.marks[at(decision.literal)] == Mark::ruled_out) {
    next = without(next, decision.literal, decision.removed);
  }
  // A guess that is proved right is not lost.
  if (by_proof) std::erase(decision.removed, settled_by(decision));
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
      next.state = shown_on(grown->model, next.state);
      // A guess that the board has answered otherwise stands no longer.
      std::erase_if(next.standing, [&](int id) {
        const Step step = step_of(id);
        return next.state.marks[at(step.literal)] != (step.place ? Mark::placed : Mark::ruled_out);
      });
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
  const puzzles::Family* family = puzzles::find_family(puzzle().family);
  const bool known = family->switch_rule != nullptr && includes(puzzle().switchable, decision.rule);
  if (!known) return Problem{"error.rule.unknown", {{"rule", decision.rule.substr(0, 40)}}};
  Result<puzzles::Puzzle> switched = family->switch_rule(puzzle(), decision.rule, decision.on);
  if (!switched.ok()) return switched.problem();
  Position next;
  next.puzzle = std::make_shared<const puzzles::Puzzle>(std::move(switched.value()));
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

}  // namespace fastslow::session
