// Saved games. The input is a trace: it is refused with a sentence, or the game that it brings back tells a trace of
// its own, which brings back the same game.
#include "fuzz/fuzzing.h"
#include "fuzz/json_mutator.h"
#include "wire/engine_door.h"

namespace fastslow::fuzz {
namespace {

Json ask(wire::EngineDoor& door, const Json& request) {
  const std::string text = request.dump(-1, ' ', false, Json::error_handler_t::replace);
  tell(text);
  return checked_reply(door.call(text));
}

// Everything a host may be shown of a game.
Json told(wire::EngineDoor& door, const Json& view) {
  const Json trace = ask(door, {{"op", "trace"}});
  require(trace.contains("ok"), "no trace of a game that was brought back");
  return {{"view", view.at("ok").at("view")}, {"trace", trace["ok"]["trace"]}};
}

void try_trace(const Json& trace) {
  wire::EngineDoor first;
  const Json opened = ask(first, {{"op", "restore"}, {"trace", trace}});
  if (!opened.contains("ok")) return;
  const Json game = told(first, opened);
  wire::EngineDoor second;
  const Json again = ask(second, {{"op", "restore"}, {"trace", game["trace"]}});
  require(again.contains("ok"), "the game's own trace is refused: " + again.dump());
  const Json same = told(second, again);
  require(game == same, "another game: " + Json::diff(game, same).dump());
  // In words, too.
  require(ask(first, {{"op", "trace"}, {"words", true}}).contains("ok"), "the trace cannot be told in words");
  // And what was undone comes back.
  while (ask(first, {{"op", "redo"}}).contains("ok")) continue;
}

}  // namespace
}  // namespace fastslow::fuzz

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  using namespace fastslow::fuzz;
  const Json trace = Json::parse(text_of(bytes, size), nullptr, false);
  if (trace.is_discarded()) return -1;
  try_trace(trace);
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(unsigned char* bytes, std::size_t size, std::size_t most,
                                               unsigned seed) {
  return fastslow::fuzz::mutate_json(bytes, size, most, seed);
}
