#include "wire/view.h"

#include <algorithm>

#include "core/index.h"
#include "session/conflict.h"
#include "wire/board.h"
#include "wire/names.h"
#include "wire/proofs.h"

namespace fastslow::wire {
namespace {

// A decision also stands if its step does: a guess that was proved afterwards is on the board by the proof's decision.
bool still_stands(const session::Session& session, int id, Step step) {
  const auto& standing = session.position().standing;
  if (std::binary_search(standing.begin(), standing.end(), id)) return true;
  return session.state().marks[at(step.literal)] == (step.place ? Mark::placed : Mark::ruled_out);
}

// By variable: the decision whose value stands there, or -1.
std::vector<int> placing_decisions(const session::Session& session) {
  std::vector<int> placed_by(at(session.model().variable_count()), -1);
  for (const int id : session.position().standing) {
    const session::Decision& decision = session.timeline()[at(id)];
    if (decision.places()) placed_by[at(session.model().variable_of(*decision.literal()))] = id;
  }
  return placed_by;
}

CellView cell_of(const session::Session& session, VariableId variable, int placed_by) {
  const session::Position& here = session.position();
  CellView cell;
  cell.value = placed_value(session.model(), here.state, variable);
  if (cell.value) {
    cell.origin = placed_by < 0 ? "given" : source_name(session.timeline()[at(placed_by)].source);
    if (placed_by >= 0) cell.decision = placed_by;
    return cell;
  }
  const Variable& v = session.model().variable(variable);
  for (int value = v.lowest; value <= v.highest; ++value) {
    const std::size_t literal = at(session.model().literal(variable, value));
    if (here.consequences.marks[literal] == Mark::open) cell.candidates.push_back(value);
    if (here.state.marks[literal] == Mark::ruled_out) cell.ruled_out.push_back(value);
  }
  return cell;
}

Json cell_json(const CellView& cell) {
  return {{"value", cell.value ? Json(*cell.value) : Json()},
          {"origin", cell.value ? Json(cell.origin) : Json()},
          {"decision", cell.decision ? Json(*cell.decision) : Json()},
          {"candidates", cell.candidates},
          {"ruledOut", cell.ruled_out}};
}

// Pairs of index and cell.
Json cell_changes(const Snapshot& now, const Snapshot* before) {
  Json changes = Json::array();
  for (std::size_t i = 0; i < now.cells.size(); ++i) {
    // By index: the visible variables stay the same while a board grows or a rule is switched.
    const bool known = before != nullptr && i < before->cells.size() && before->cells[i] == now.cells[i];
    if (!known) changes.push_back({i, cell_json(now.cells[i])});
  }
  return changes;
}

// The decisions of `before` that are still those of `now`, from the start. Only whether they stand may have changed.
std::size_t kept_decisions(const Snapshot& now, const Snapshot* before) {
  if (before == nullptr) return 0;
  const auto same = [](DecisionMark a, const DecisionMark& b) {
    a.taken_back = b.taken_back;
    return a == b;
  };
  return static_cast<std::size_t>(
      std::mismatch(now.log.begin(), now.log.end(), before->log.begin(), before->log.end(), same).first -
      now.log.begin());
}

// The receiver keeps the first `keep` lines of its log, puts those of `changed` in their places and appends `add`.
Json log_changes(const Model& model, const Snapshot& now, const Snapshot* before) {
  const std::size_t keep = kept_decisions(now, before);
  Json changed = Json::array();
  Json add = Json::array();
  for (std::size_t id = 0; id < now.log.size(); ++id) {
    if (id < keep && now.log[id] == before->log[id]) continue;
    (id < keep ? changed : add).push_back(mark_json(model, now.log[id], static_cast<int>(id)));
  }
  return {{"keep", keep}, {"changed", std::move(changed)}, {"add", std::move(add)}};
}

// `Tally` of web/src/protocol.
struct Tally {
  int moves = 0;
  int eliminations = 0;
  int escalations = 0;
  int taken_back = 0;
  std::uint64_t effort = 0;
  std::int64_t inferences = 0;
  int second_looks = 0;
  int reused = 0;
};

void count_thought(const session::Thought& thought, Tally& tally) {
  if (thought.deliberation) {
    ++tally.escalations;
    tally.effort += thought.deliberation->effort;
  }
  if (!thought.intuition) return;
  if (thought.intuition->inference == session::Inference::reused) {
    ++tally.reused;
    return;
  }
  const int looks = thought.intuition->evidence.looks;
  tally.inferences += looks;
  tally.inferences += thought.intuition->evidence.slept;
  tally.inferences += thought.intuition->evidence.fed;
  if (looks > 1) ++tally.second_looks;
}

// Moves and eliminations are counted as they stand now. What thinking cost is counted over the whole game, also for
// what was taken back since.
Json tally_json(const session::Session& session) {
  Tally tally;
  for (const int id : session.position().standing) {
    ++(session.timeline()[at(id)].places() ? tally.moves : tally.eliminations);
  }
  for (const session::Decision& decision : session.timeline()) {
    if (!decision.thought) continue;
    // A proof may put right what was guessed, too.
    if (decision.takes_back() || !decision.removed.empty()) ++tally.taken_back;
    count_thought(*decision.thought, tally);
  }
  return {{"moves", tally.moves},
          {"eliminations", tally.eliminations},
          {"escalations", tally.escalations},
          {"takenBack", tally.taken_back},
          {"effort", tally.effort},
          {"inferences", tally.inferences},
          {"secondLooks", tally.second_looks},
          {"reused", tally.reused}};
}

}  // namespace

DecisionMark mark_of(const session::Session& session, int id) {
  const bool undone = at(id) >= session.timeline().size();
  const session::Decision& decision = session.history().decision(id);
  const auto step = decision.step();
  // What was undone is not wrong, and a take-back is not taken back itself.
  const bool taken_back = !undone && step && !decision.takes_back() && !still_stands(session, id, *step);
  return {decision.act, decision.source, taken_back, decision.escalated()};
}

Json mark_json(const Model& model, const DecisionMark& mark, int id) {
  Json json = {{"id", id},
               {"kind", act_name(mark.act)},
               {"source", source_name(mark.source)},
               {"takenBack", mark.taken_back},
               {"escalated", mark.escalated}};
  if (const auto* switched = std::get_if<session::SwitchRule>(&mark.act)) {
    json["rule"] = switched->rule;
    json["on"] = switched->on;
    return json;
  }
  const auto* step = std::get_if<Step>(&mark.act);
  const Literal literal = step != nullptr ? step->literal : std::get<session::TakeBack>(mark.act).literal;
  json["variable"] = model.variable_of(literal);
  json["value"] = model.value_of(literal);
  return json;
}

Json shift_json(const session::Shift& shift) {
  if (!shift.any()) return {};
  Json switched = Json::array();
  for (const auto& [rule, on] : shift.switched) switched.push_back({{"rule", rule}, {"on", on}});
  return {{"family", shift.family}, {"size", shift.size}, {"rules", shift.rules}, {"switched", switched}};
}

Snapshot snapshot_of(const session::Session& session) {
  Snapshot snapshot{session.position().id, session.position().puzzle, {}, {}};
  const std::vector<int> placed_by = placing_decisions(session);
  for (VariableId v = 0; v < session.model().variable_count(); ++v) {
    if (!session.model().variable(v).hidden) snapshot.cells.push_back(cell_of(session, v, placed_by[at(v)]));
  }
  for (std::size_t id = 0; id < session.timeline().size(); ++id) {
    snapshot.log.push_back(mark_of(session, static_cast<int>(id)));
  }
  return snapshot;
}

Json view_json(const session::Session& session, const Snapshot& now, const Snapshot* before) {
  const session::Conflict conflict =
      session.status() == session::Status::conflict ? session::conflict_in(session.position()) : session::Conflict{};
  return {{"position", now.position.text()},
          {"from", before == nullptr ? Json() : Json(before->position.text())},
          {"status", status_name(session.status())},
          {"cells", cell_changes(now, before)},
          {"conflicts", conflict.cells},
          {"broken", broken_json(session.model(), conflict.parts)},
          {"decisions", log_changes(session.model(), now, before)},
          {"tally", tally_json(session)},
          {"canUndo", session.history().can_undo()},
          {"canRedo", session.history().can_redo()},
          {"shift", shift_json(session.shift())},
          {"text", text_of(session.puzzle(), session.state())}};
}

Json view_json(const session::Session& session) { return view_json(session, snapshot_of(session), nullptr); }

}  // namespace fastslow::wire
