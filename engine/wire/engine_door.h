// The small module's one door: JSON request in, JSON reply out. Each request is {"op": name, ...} and is answered by
// {"ok": ...} or {"error": Problem}; nothing is thrown, whatever comes in. The operations are the table in
// engine_door.cc; their arguments and results are `EngineCalls` of web/src/protocol.
//
// Any request may say what its sender still holds, {"have": {"view": position, "tensors": position}}, and is then not
// sent that again: a view comes as what has changed since the one held, tensors of the position held not at all.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "session/session.h"
#include "wire/view.h"

namespace fastslow::wire {

class EngineDoor {
 public:
  std::string call(std::string_view text);

 private:
  struct Operation;
  static std::span<const Operation> operations();
  Json dispatch(const Json& request);

  // Operations. Those below `configure` require a game.
  Json protocol(const Json& request);
  Json families(const Json& request);
  Json generate(const Json& request);
  Json recognise(const Json& request);
  Json certify(const Json& request);
  Json splits(const Json& request);
  Json bets(const Json& request);
  Json simulate(const Json& request);
  Json open(const Json& request);
  Json restore(const Json& request);
  Json configure(const Json& request);
  Json play(const Json& request);
  Json erase(const Json& request);
  Json switch_rule(const Json& request);
  Json if_switched(const Json& request);
  Json undo(const Json& request);
  Json redo(const Json& request);
  Json reset(const Json& request);
  Json abandon(const Json& request);
  Json view(const Json& request);
  Json think(const Json& request);
  Json resume(const Json& request);
  Json encode(const Json& request);
  Json intuition(const Json& request);
  Json ask(const Json& request);
  Json decision(const Json& request);
  Json past(const Json& request);
  Json narrate(const Json& request);
  Json trace(const Json& request);

  // The game as it stood after so many decisions; nothing if there are not so many.
  std::optional<session::Session> after(int made);
  // Of the moment that the request names ("made"), or of the present.
  Json at_moment(const Json& request, Json (*tell)(const Json&, session::Session&, const session::Config&));

  Json start(const Json& request, session::Session session);
  Json view_change(const Json& request);
  Json view_or(const Json& request, const std::optional<Problem>& problem);
  Json decided(const Json& request, const Result<int>& id);
  Json effect(const Json& request, const session::Effect& effect);

  // The present puzzle with the name and the text by which others know it.
  struct Told {
    std::shared_ptr<const puzzles::Puzzle> puzzle;
    std::string name;
    std::string text;
  };
  const Told& told();

  session::Config config_;                     // survives a change of game
  std::unique_ptr<session::Session> session_;  // none before the first `open`
  std::optional<Snapshot> sent_;               // the last view that was sent
  Told told_;
};

}  // namespace fastslow::wire
