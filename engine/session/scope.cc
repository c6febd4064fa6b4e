// How much of the board goes to System 2 at once. What is asked about rests on what stands on the board, System 1's
// unproved moves among it: they are the assumptions. A proof that cites one says so, goes with it when it is taken
// back, and if they contradict each other, the solver's core names which (`Diagnose`).
#include <algorithm>
#include <set>
#include <utility>

#include "arbiter/reasons.h"
#include "arbiter/settings.h"
#include "arbiter/strategy.h"
#include "session/session.h"

namespace fastslow::session {
namespace {

// `cell` first; then the others of the rules that name it, or all.
std::vector<VariableId> open_cells(const Model& model, const State& state, std::optional<VariableId> cell, bool all) {
  std::set<VariableId> others;
  const auto add = [&](VariableId v) {
    if (v != cell && !model.variable(v).hidden && !placed_value(model, state, v)) others.insert(v);
  };
  if (all) {
    for (VariableId v = 0; v < model.variable_count(); ++v) add(v);
  } else {
    const Variable& variable = model.variable(*cell);
    for (int value = 0; value < variable.domain_size(); ++value) {
      for (const GroupId g : model.groups_of(variable.first_literal + value)) {
        for (const Literal l : model.group(g).literals) add(model.variable_of(l));
      }
    }
  }
  std::vector<VariableId> cells(others.begin(), others.end());
  if (cell) cells.insert(cells.begin(), *cell);
  return cells;
}

}  // namespace

// The question where it is about more or less than the easiest step. Without a proposal no cell is in doubt: then only
// the whole board can be asked about.
std::optional<Question> Session::in_scope(const Thought& thought) const {
  const bool counts = reads(arbiter::entry_of(config_.arbiter.strategy), arbiter::setting::kScope);
  const int scope = counts ? config_.arbiter.scope : arbiter::scope::kStep;
  std::optional<VariableId> cell;
  if (thought.intuition) cell = model().variable_of(thought.intuition->proposal.literal);
  if (scope == arbiter::scope::kBoard) return Settle{open_cells(model(), state(), cell, true)};
  if (!cell) return std::nullopt;
  if (scope == arbiter::scope::kCell) return Settle{{*cell}};
  if (scope == arbiter::scope::kRegion) return Settle{open_cells(model(), state(), cell, false)};
  return std::nullopt;
}

// The next step that an earlier question proved as well, if nothing but its like has changed the board since.
std::optional<Effect> Session::play_settled(Thought thought) {
  const bool hold = settled_.position == position().id && settled_.puzzle == position().puzzle;
  if (!hold) settled_ = {};
  while (!settled_.steps.empty()) {
    solver::Proof proof = std::move(settled_.steps.front());
    settled_.steps.pop_front();
    Decision decision{proof.step, Source::system2, thought, proof, {}};
    decision.thought->verdict = arbiter::verdict::kSettled;
    Result<Move> move = history_.move(std::move(decision));
    // Settled already.
    if (!move.ok()) continue;
    Effect effect = commit(std::move(move), std::nullopt);
    settled_.position = position().id;
    return effect;
  }
  return std::nullopt;
}

}  // namespace fastslow::session
