#include "wire/engine_door.h"

#include <gtest/gtest.h>

#include "core/random.h"
#include "engine/helpers.h"
#include "rooms.h"
#include "solver/z3_solver.h"
#include "wire/solver_door.h"

namespace fastslow {
namespace {

const std::string kBoard = ".......2..45.3......16.5..8...3.716......2........17.4...59....9..1.6.3.3.7......";

Json call(EngineDoor& service, const Json& request) { return Json::parse(service.call(request.dump())); }

std::string error_key(const Json& reply) {
  return reply.contains("error") ? reply["error"]["key"].get<std::string>() : std::string();
}

// An intuition that depends on nothing but the tensors' shape. Another look makes it surer.
Json steady_intuition(const Json& tensors, int look) {
  std::vector<float> logits;
  Random random(tensors["literals"].get<std::uint64_t>());
  for (int i = 0; i < tensors["literals"].get<int>(); ++i) {
    const float glance = static_cast<float>(random.below(1 << 16)) / 16384.0F - 2.0F;
    logits.push_back(glance * static_cast<float>(look + 1));
  }
  return {{"logits", logits}, {"sureness", random.below(100) / 128.0}, {"iterations", look == 0 ? 8 : 16}};
}

// Plays to the end through the two doors only, as a page does.
std::string play_out(EngineDoor& engine, SolverDoor& solver) {
  for (int steps = 0; steps < 2000; ++steps) {
    Json effect = call(engine, {{"op", "think"}})["ok"];
    Json tensors;
    while (effect["kind"] == "evaluate_policy" || effect["kind"] == "run_solver") {
      Json answer;
      if (effect["kind"] == "run_solver") {
        answer = Json::parse(solver.call(effect["request"].dump()))["ok"];
      } else {
        if (effect["look"] == 0) tensors = effect["tensors"];
        answer = steady_intuition(tensors, effect["look"].get<int>());
      }
      effect = call(engine, {{"op", "resume"}, {"ticket", effect["ticket"]}, {"answer", answer}})["ok"];
    }
    if (effect["kind"] == "idle") return effect["reason"];
  }
  return "no end";
}

Json trace_of(EngineDoor& engine) { return call(engine, {{"op", "trace"}})["ok"]["trace"]; }

// FNV-1a over the trace without the effort, which a 32-bit Z3 may count differently.
std::uint64_t hash_of(Json trace) {
  for (Json& decision : trace["decisions"]) decision.erase("effort");
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : trace.dump()) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

// The one test whose expectation native and Wasm builds share: every proposal, probability, verdict,
// proof, sentence and take-back of four whole games.
TEST(Trace, IsTheSameOnEveryPlatform) {
  std::uint64_t combined = 0;
  int second_looks = 0;
  int reused = 0;
  for (const char* strategy : {"system1", "system2", "threshold", "verify"}) {
    EngineDoor engine;
    SolverDoor solver(make_z3_solver);
    call(engine,
         {{"op", "configure"}, {"strategy", strategy}, {"threshold", 0.96}, {"temperature", 1.3}, {"reuse", 0.6}});
    call(engine, {{"op", "open"}, {"family", "sudoku"}, {"text", kBoard}});
    const std::string end = play_out(engine, solver);
    EXPECT_EQ(end, std::string(strategy) == "system1" ? "stuck" : "solved") << strategy;
    const Json trace = trace_of(engine);
    combined = combined * 31 + hash_of(trace);
    const Json tally = call(engine, {{"op", "view"}})["ok"]["view"]["tally"];
    second_looks += tally["secondLooks"].get<int>();
    reused += tally["reused"].get<int>();
    std::cout << "trace " << strategy << ": " << trace["decisions"].size() << " decisions\n";
  }
  EXPECT_GT(second_looks, 0);
  EXPECT_GT(reused, 0);
  std::cout << "trace hash " << std::hex << combined << std::dec << "\n";
  EXPECT_EQ(combined, 0x15d971cc0ebf97d0ULL);
}

TEST(EngineDoor, RestoreBringsTheSameGameBack) {
  EngineDoor engine;
  SolverDoor solver(make_z3_solver);
  call(engine, {{"op", "configure"}, {"strategy", "threshold"}, {"threshold", 0.2}});
  call(engine, {{"op", "open"}, {"family", "sudoku"}, {"text", kBoard}});
  ASSERT_EQ(play_out(engine, solver), "solved");
  const Json trace = trace_of(engine);
  EngineDoor fresh;
  call(fresh, {{"op", "configure"}, {"strategy", "threshold"}, {"threshold", 0.2}});
  const Json restored = call(fresh, {{"op", "restore"}, {"trace", trace}});
  ASSERT_EQ(error_key(restored), "");
  EXPECT_EQ(trace_of(fresh), trace);
  EXPECT_EQ(restored["ok"]["view"], call(engine, {{"op", "view"}})["ok"]["view"]);
}

TEST(EngineDoor, ErrorsAreValuesAndKeepTheGame) {
  EngineDoor engine;
  EXPECT_EQ(error_key(Json::parse(engine.call("{"))), "error.request.json");
  EXPECT_EQ(error_key(Json::parse(engine.call("[]"))), "error.request.json");
  EXPECT_EQ(error_key(Json::parse(engine.call(std::string("\"\xff\xfe\"")))), "error.request.json");
  EXPECT_EQ(error_key(call(engine, {{"op", "think"}})), "error.request.no_game");
  EXPECT_EQ(error_key(call(engine, Json::object())), "error.request.argument");
  ASSERT_EQ(error_key(call(engine, {{"op", "open"}, {"family", "sudoku"}, {"text", kBoard}})), "");
  const Json before = call(engine, {{"op", "view"}});
  EXPECT_EQ(error_key(call(engine, {{"op", "open"}, {"family", "sudoku"}, {"text", "12"}})), "error.sudoku.length");
  EXPECT_EQ(error_key(call(engine, {{"op", "open"}, {"family", "chess"}, {"text", ""}})), "error.family.unknown");
  EXPECT_EQ(error_key(call(engine, {{"op", "open"}, {"family", 3}, {"text", ""}})), "error.request.argument");
  EXPECT_EQ(error_key(call(engine, {{"op", "dance"}})), "error.request.op");
  EXPECT_EQ(error_key(call(engine, {{"op", "play"}, {"variable", 99}, {"value", 1}})), "error.request.argument");
  EXPECT_EQ(error_key(call(engine, {{"op", "play"}, {"variable", 0}, {"value", 10}})), "error.request.argument");
  EXPECT_EQ(error_key(call(engine, {{"op", "undo"}})), "error.request.nothing_to_undo");
  EXPECT_EQ(error_key(call(engine, {{"op", "configure"}, {"threshold", 2}})), "error.request.argument");
  EXPECT_EQ(error_key(call(engine, {{"op", "configure"}, {"strategy", "luck"}})), "error.request.argument");
  EXPECT_EQ(error_key(call(engine, {{"op", "resume"}, {"ticket", 1}, {"answer", Json::object()}})),
            "error.request.argument");
  EXPECT_EQ(error_key(call(engine, {{"op", "generate"}, {"family", "sudoku"}, {"size", "7x7"}, {"seed", 1}})),
            "error.size.unknown");
  EXPECT_EQ(call(engine, {{"op", "view"}}), before);
}

TEST(SolverDoor, AnswersEveryTask) {
  SolverDoor solver(make_z3_solver);
  const Json base = {{"op", "solver"}, {"family", "sudoku"}, {"text", kBoard}, {"facts", Json::array()}};
  const auto ask = [&](const Json& extra) {
    Json request = base;
    request.update(extra);
    return Json::parse(solver.call(request.dump()));
  };
  EXPECT_EQ(ask({{"task", "solve"}})["ok"]["verdict"], "sat");
  EXPECT_EQ(ask({{"task", "unique"}})["ok"]["verdict"], "one");
  EXPECT_EQ(ask({{"task", "choose"}})["ok"]["verdict"], "forced");
  EXPECT_EQ(ask({{"task", "examine"}, {"literal", 0}})["ok"]["effort"].is_number(), true);
  EXPECT_EQ(ask({{"task", "diagnose"}})["ok"]["verdict"], "sat");
  EXPECT_EQ(error_key(ask({{"task", "examine"}})), "error.request.argument");
  EXPECT_EQ(error_key(ask({{"task", "solve"}, {"facts", {{9999, 1}}}})), "error.request.argument");
  EXPECT_EQ(error_key(ask({{"task", "solve"}, {"text", "nonsense"}})), "error.text.character");
  EXPECT_EQ(error_key(ask({{"task", "wish"}})), "error.request.argument");
  EXPECT_EQ(error_key(Json::parse(solver.call("nothing"))), "error.request.json");
}

TEST(EngineDoor, ARandomCallerCannotBreakIt) {
  EngineDoor engine;
  Random random(11);
  const std::vector<std::string> ops = {"open",    "play",    "erase",  "undo",     "redo",      "reset",
                                        "think",   "resume",  "encode", "ask",      "trace",     "intuition",
                                        "restore", "abandon", "view",   "decision", "configure", "generate"};
  call(engine, {{"op", "open"}, {"family", "sudoku"}, {"text", "...3.3.....4.2.."}});
  for (int i = 0; i < 3000; ++i) {
    Json request = {{"op", ops[static_cast<std::size_t>(random.below(static_cast<int>(ops.size())))]}};
    if (random.below(4) > 0) request["variable"] = random.below(18) - 1;
    if (random.below(4) > 0) request["value"] = random.below(6);
    if (random.below(4) > 0) request["ticket"] = random.below(40);
    if (random.below(4) > 0) request["id"] = random.below(20) - 1;
    if (random.below(4) > 0)
      request["answer"] = {{"logits", std::vector<float>(static_cast<std::size_t>(random.below(40)), 1.0F)},
                           {"sureness", 0.5},
                           {"iterations", 8}};
    if (random.below(4) > 0) request["task"] = "examine";
    if (random.below(8) == 0) request["text"] = "1..............2";
    if (random.below(8) == 0) request["family"] = "sudoku";
    const Json reply = call(engine, request);
    ASSERT_TRUE(reply.contains("ok") != reply.contains("error")) << request;
  }
}

}  // namespace
}  // namespace fastslow
