// A game is a line of positions with a decision between each two, and a cursor. Positions are values that nobody
// changes, so undo and redo move the cursor and derive nothing anew; memory is what it costs, and games are short.
//
// Every step that was proved keeps its proof, and with it the facts that it rests on. This makes taking back a guess a
// matter of bookkeeping, as in a truth maintenance system (Doyle, 1979): what was proved from the guess goes with it,
// what was proved without it stays. A proof rests only on steps older than itself, so one pass in order of time, with a
// growing list of what has gone, finds all of it (`without`).
//
// The invariants: `standing` lists, ascending, the decisions whose step is on the board; a step stands at most once; a
// move is good for the position that it was built on, and for no other.
//
// Two events change what a proof is worth. A switched rule turns older proofs into assumptions (`proved_since`), as the
// rules they cite may be gone. And where a board answers a move by showing more, a guess cannot be taken back in time
// to save the game, so there proofs may rest on proofs alone, down to what is given (`grounds`).
#include "session/history.h"

#include <algorithm>
#include <cassert>
#include <set>
#include <string>
#include <utility>

#include "core/index.h"
#include "core/work_count.h"

namespace fastslow::session {
namespace {

Mark mark_of(Step step) { return step.place ? Mark::placed : Mark::ruled_out; }

bool contains(const std::vector<Step>& steps, Step step) {
  return std::find(steps.begin(), steps.end(), step) != steps.end();
}

// What the board shows once `placed` stands on it; nothing if nothing is revealed.
std::shared_ptr<const puzzles::Puzzle> reveal(const puzzles::Puzzle& puzzle, Literal placed) {
  const puzzles::Family* family = puzzles::find_family(puzzle.family);
  if (family == nullptr || family->reveal == nullptr) return nullptr;
  FASTSLOW_COUNT(reveals);
  std::optional<puzzles::Puzzle> grown = family->reveal(puzzle, placed);
  return grown ? std::make_shared<const puzzles::Puzzle>(std::move(*grown)) : nullptr;
}

// The visible marks of a state with what the board of `model` has come to show, which counts for more than what was
// believed of it. Hidden literals are open.
State shown_on(const Model& model, const State& state) {
  State shown{std::vector<Mark>(at(model.literal_count()), Mark::open)};
  for (Literal l = 0; l < model.literal_count() && at(l) < state.marks.size(); ++l) {
    if (!model.is_hidden(l)) shown.marks[at(l)] = state.marks[at(l)];
  }
  for (const Literal given : model.givens()) {
    const Variable& v = model.variable(model.variable_of(given));
    for (Literal l = v.first_literal; l < v.first_literal + v.domain_size(); ++l) {
      if (shown.marks[at(l)] == Mark::placed) shown.marks[at(l)] = Mark::open;
    }
    shown.marks[at(given)] = Mark::placed;
  }
  return shown;
}

std::string canonical_text(const puzzles::Puzzle& puzzle) {
  const puzzles::Family* family = puzzles::find_family(puzzle.family);
  return family == nullptr ? "" : family->format(puzzle, initial_state(puzzle.model), family->formats.front());
}

}  // namespace

History::History(puzzles::Puzzle puzzle) {
  Position start;
  start.id = PositionId::start(puzzle.family, canonical_text(puzzle));
  start.state = initial_state(puzzle.model);
  start.consequences = consequences_of(puzzle.model, start.state);
  start.puzzle = std::make_shared<const puzzles::Puzzle>(std::move(puzzle));
  start.told = start.puzzle;
  positions_.push_back(std::move(start));
}

// --- forward ------------------------------------------------------------------------------------------------

Result<Move> History::move(Decision decision) const {
  const auto step = decision.step();
  if (!step) return rule_move(std::move(decision));
  if (!model().has_literal(step->literal)) {
    return Problem{"error.step.unknown_literal", {{"literal", std::to_string(step->literal)}}};
  }
  Move move{std::move(decision), present(), nullptr};
  move.decision.removed.clear();
  if (auto problem = make_room(move, *step)) return *problem;
  if (move.decision.takes_back() && move.decision.proof) {
    // What the proof rests on may have gone with an earlier guess; then the guess is only lifted.
    const auto& facts = move.decision.proof->core.facts;
    const bool holds = std::all_of(facts.begin(), facts.end(), [&](Step fact) {
      return move.position.state.marks[at(fact.literal)] == mark_of(fact);
    });
    if (!holds) move.decision.proof.reset();
  }
  // A take-back without a proof settles nothing.
  if (!move.decision.takes_back() || move.decision.proof) {
    Result<State> applied = apply(model(), move.position.state, *step);
    if (!applied.ok()) return applied.problem();
    move.position.state = std::move(applied.value());
    move.position.standing.push_back(static_cast<int>(cursor_));
  }
  move.position.consequences = consequences_of(model(), move.position.state);
  if (move.decision.places()) move.revealed = reveal(*present().puzzle, step->literal);
  return move;
}

// What must go from the board before a decision's own step can be applied.
std::optional<Problem> History::make_room(Move& move, Step step) const {
  const VariableId variable = model().variable_of(step.literal);
  const auto value = placed_value(model(), present().state, variable);
  Decision& decision = move.decision;
  const bool by_hand = decision.source == Source::player && decision.places();
  // What a proof settles may stand there as a guess, the same or another, that it did not build on.
  const bool by_proof = !decision.takes_back() && decision.proof.has_value();
  if (!decision.takes_back() && !by_hand && !by_proof) return std::nullopt;
  const bool rules_out = !decision.takes_back() && !step.place;
  if (value && (!rules_out || model().literal(variable, *value) == step.literal)) {
    const Literal old = model().literal(variable, *value);
    if (model().is_given(old)) return Problem{"error.step.given", {}};
    if (by_hand && old == step.literal) return Problem{"error.step.settled", {{"literal", std::to_string(old)}}};
    move.position = without(move.position, old, decision.removed);
  }
  // A value that a proof ruled out may still be tried by hand: the proof steps aside.
  if ((by_hand || by_proof) && move.position.state.marks[at(step.literal)] == Mark::ruled_out) {
    move.position = without(move.position, step.literal, decision.removed);
  }
  // A guess that is proved right is not lost.
  if (by_proof) std::erase(decision.removed, step);
  return std::nullopt;
}

Result<puzzles::Puzzle> History::switched(const SwitchRule& act) const {
  const auto& [rule, on] = act;
  const puzzles::Puzzle& puzzle = *present().puzzle;
  const puzzles::Family* family = puzzles::find_family(puzzle.family);
  const bool known = family->switch_rule != nullptr &&
                     std::find(puzzle.switchable.begin(), puzzle.switchable.end(), rule) != puzzle.switchable.end();
  if (!known) return Problem{"error.rule.unknown", {{"rule", excerpt(rule)}}};
  return family->switch_rule(puzzle, rule, on);
}

// Placements keep standing as assumptions. Eliminations were proved under the old rules only, and go.
Result<Move> History::rule_move(Decision decision) const {
  Result<puzzles::Puzzle> puzzle = switched(std::get<SwitchRule>(decision.act));
  if (!puzzle.ok()) return puzzle.problem();
  Position next;
  next.id = present().id;
  next.puzzle = std::make_shared<const puzzles::Puzzle>(std::move(puzzle.value()));
  next.told = present().told;
  next.state = initial_state(next.puzzle->model);
  next.proved_since = static_cast<int>(cursor_) + 1;
  for (const int id : present().standing) {
    const Step step = step_of(id);
    if (!step.place) continue;
    next.state.marks[at(step.literal)] = Mark::placed;
    next.standing.push_back(id);
  }
  next.consequences = consequences_of(next.puzzle->model, next.state);
  decision.removed.clear();
  return Move{std::move(decision), std::move(next), nullptr};
}

int History::commit(Move move) {
  assert(move.position.id == present().id);
  const int id = static_cast<int>(cursor_);
  decisions_.resize(cursor_);
  positions_.resize(cursor_ + 1);
  const PositionId name = present().id.after(move.decision);
  // `shown` asks for the steps of all decisions that stand, of this one too, and takes `cursor_` for its id. So the
  // decision is stored before, and the cursor moves last.
  decisions_.push_back(std::move(move.decision));
  if (move.revealed) move.position = shown(std::move(move.position), std::move(move.revealed));
  move.position.id = name;
  positions_.push_back(std::move(move.position));
  ++cursor_;
  return id;
}

// The position once the board has answered the latest decision with `puzzle`. An earlier guess that it has answered
// otherwise stands no longer.
Position History::shown(Position before, std::shared_ptr<const puzzles::Puzzle> puzzle) const {
  before.state = shown_on(puzzle->model, before.state);
  before.consequences = consequences_of(puzzle->model, before.state);
  std::erase_if(before.standing, [&](int id) {
    const Step step = step_of(id);
    return id != static_cast<int>(cursor_) && before.state.marks[at(step.literal)] != mark_of(step);
  });
  before.puzzle = std::move(puzzle);
  before.told = before.puzzle;
  return before;
}

// The position without `literal` and without every step whose proof rests on something removed. What follows from it
// is not derived.
Position History::without(const Position& from, Literal literal, std::vector<Step>& removed) const {
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

// --- back and forth -----------------------------------------------------------------------------------------

void History::undo() {
  assert(can_undo());
  --cursor_;
}

void History::redo() {
  assert(can_redo());
  ++cursor_;
}

void History::reset() {
  positions_.resize(1);
  decisions_.clear();
  cursor_ = 0;
}

// --- what stands ----------------------------------------------------------------------------------------------

bool History::is_guess(int decision) const {
  const Decision& d = decisions_[at(decision)];
  return d.places() && (!d.proof || decision < present().proved_since);
}

Step History::step_of(int decision) const {
  const auto step = decisions_[at(decision)].step();
  assert(step.has_value());
  return *step;
}

std::vector<Step> History::guesses() const {
  std::vector<Step> steps;
  for (const int id : present().standing) {
    if (is_guess(id)) steps.push_back(step_of(id));
  }
  return steps;
}

std::vector<Step> History::grounds() const {
  if (!present().puzzle->grows) return facts_of(model(), present().state, true);
  std::vector<Step> steps;
  const auto holds = [&](Step fact) { return (fact.place && model().is_given(fact.literal)) || contains(steps, fact); };
  for (const int id : present().standing) {
    const Decision& decision = decisions_[at(id)];
    if (!decision.proof || id < present().proved_since) continue;
    const auto& facts = decision.proof->core.facts;
    const Step step = step_of(id);
    if (std::all_of(facts.begin(), facts.end(), holds) && !holds(step)) steps.push_back(step);
  }
  return steps;
}

std::vector<Step> History::assumptions_of(int decision) const {
  std::set<int> assumed;
  std::set<int> visited;
  std::vector<int> open = {decision};
  while (!open.empty()) {
    const Decision& citing = decisions_[at(open.back())];
    const int before = open.back();
    open.pop_back();
    if (!citing.proof) continue;
    for (const Step fact : citing.proof->core.facts) {
      // The latest decision before that made it a fact: what was taken back since may have come again.
      int made = before - 1;
      while (made >= 0 && decisions_[at(made)].step() != fact) --made;
      if (made < 0 || !visited.insert(made).second) continue;
      const bool proved = decisions_[at(made)].proof && made >= positions_[at(decision)].proved_since;
      if (decisions_[at(made)].places() && !proved) {
        assumed.insert(made);
      } else {
        open.push_back(made);
      }
    }
  }
  std::vector<Step> steps;
  for (const int made : assumed) steps.push_back(step_of(made));
  return steps;
}

std::vector<Step> History::facts_without(VariableId variable) const {
  const auto value = placed_value(model(), present().state, variable);
  if (!value) return facts_of(model(), present().state, true);
  std::vector<Step> removed;
  return facts_of(model(), without(present(), model().literal(variable, *value), removed).state, true);
}

}  // namespace fastslow::session
