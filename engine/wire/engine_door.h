// The small module's one door: JSON request in, JSON reply out. The calls are `EngineCalls` of
// web/src/protocol/engine.ts; each is { "op": name, ... } and is answered by { "ok": ... } or
// { "error": Problem }. Nothing is thrown, whatever comes in.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "session/session.h"
#include "wire/encode.h"

namespace fastslow::wire {

class EngineDoor {
 public:
  std::string call(std::string_view text);

 private:
  Json dispatch(const Json& request);
  Json open(const Json& request);
  Json restore(const Json& request);
  Json on_game(const std::string& op, const Json& request);
  Json configure(const Json& request);
  Json resume(const Json& request);
  Json ask(const Json& request);
  Json start(session::Session session);
  void attach_board(Json& reply);

  session::Config config_;                        // survives a change of game
  std::unique_ptr<session::Session> session_;     // none before the first `open`
  std::shared_ptr<const puzzles::Puzzle> shown_;  // the board that the host was last given
};

}  // namespace fastslow::wire
