// How a game stands, as the page shows it: sent after every change, and only what the receiver does not have yet. What
// is small is always told; of the cells and of the log of decisions only those that differ from an earlier snapshot.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "session/session.h"
#include "wire/json.h"

namespace fastslow::wire {

struct CellView {
  std::optional<int> value;
  std::string_view origin;      // empty without a value
  std::optional<int> decision;  // that placed the value; none for a given
  std::vector<int> candidates;  // open after direct elimination; none where a value stands
  std::vector<int> ruled_out;   // by a step, not by direct elimination

  bool operator==(const CellView&) const = default;
};

// A line of the log.
struct DecisionMark {
  session::Act act;
  session::Source source{};
  bool taken_back = false;  // does not stand any more, because a later decision took it back
  bool escalated = false;

  bool operator==(const DecisionMark&) const = default;
};

struct Snapshot {
  session::PositionId position;
  std::shared_ptr<const puzzles::Puzzle> puzzle;
  std::vector<CellView> cells;  // of the visible variables, ascending
  std::vector<DecisionMark> log;
};

Snapshot snapshot_of(const session::Session& session);

// `ViewChange` of web/src/protocol without the board: what leads from `before` to `now`, the present snapshot of
// `session`. Null: from nothing, so everything is told.
Json view_json(const session::Session& session, const Snapshot& now, const Snapshot* before);

// Everything, for hosts that keep no view.
Json view_json(const session::Session& session);

// {id, kind, variable, value | rule, on, source, takenBack, escalated}.
Json mark_json(const Model& model, const DecisionMark& mark, int id);
// The line that a decision of the present timeline has in the log; one that was undone has not been taken back.
DecisionMark mark_of(const session::Session& session, int id);

Json shift_json(const session::Shift& shift);

}  // namespace fastslow::wire
