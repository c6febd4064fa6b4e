#include "wire/engine_door.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/random.h"
#include "engine/helpers.h"
#include "engine/steady.h"
#include "engine/views.h"
#include "rooms.h"
#include "solver/z3_solver.h"
#include "wire/solver_door.h"

namespace fastslow {
namespace {

using testing::applied;
using testing::error_key;
using testing::kept;

const std::string kBoard = ".......2..45.3......16.5..8...3.716......2........17.4...59....9..1.6.3.3.7......";

Json call(EngineDoor& service, const Json& request) { return Json::parse(service.call(request.dump())); }

// As a page sends it on.
Json steady_intuition(const Json& tensors, int look) {
  const PolicyAnswer answer = testing::steady_intuition(tensors["literals"].get<int>(), look);
  return {{"logits", answer.logits}, {"sureness", answer.sureness}, {"iterations", answer.iterations}};
}

// A page in small: an engine, a solver, and what the page holds of both.
struct Page {
  EngineDoor engine;
  SolverDoor solver{make_presolved_z3_solver};
  Json board;
  std::string told;       // the puzzle that the solver knows
  std::size_t facts = 0;  // how many it holds
  int version = 0;        // of them

  Json ask(const Json& request) { return call(engine, request); }

  Json open(const Json& request) {
    Json reply = ask(request);
    if (reply.contains("ok")) board = reply["ok"]["view"]["board"];
    return reply;
  }

  Json solve(const Json& request) {
    const auto send = [&](const Json& r) { return Json::parse(solver.call(r.dump())); };
    if (told != request["puzzle"]) {
      const Json heard =
          send({{"op", "tell"}, {"puzzle", board["puzzle"]}, {"family", board["family"]}, {"text", board["text"]}});
      EXPECT_TRUE(heard.contains("ok")) << heard;
      told = board["puzzle"];
      facts = 0;
      version = 0;
    }
    Json wanted = request;
    wanted["op"] = "solve";
    wanted["facts"] = {{"from", version}, {"to", version + 1}, {"keep", 0}, {"drop", facts}, {"add", request["facts"]}};
    ++version;
    facts = request["facts"].size();
    return send(wanted)["ok"];
  }

  // Plays to the end through the two doors only.
  std::string play_out() {
    for (int steps = 0; steps < 2000; ++steps) {
      Json effect = ask({{"op", "think"}})["ok"];
      Json tensors;
      while (effect["kind"] == "evaluate_policy" || effect["kind"] == "run_solver") {
        Json answer;
        if (effect["kind"] == "run_solver") {
          answer = solve(effect["request"]);
        } else {
          if (effect["look"] == 0) tensors = effect["tensors"];
          answer = steady_intuition(tensors, effect["look"].get<int>());
        }
        effect = ask({{"op", "resume"}, {"ticket", effect["ticket"]}, {"answer", answer}})["ok"];
      }
      if (effect["kind"] == "idle") return effect["reason"];
    }
    return "no end";
  }

  Json trace() { return ask({{"op", "trace"}, {"words", true}})["ok"]["trace"]; }
  Json view() { return ask({{"op", "view"}})["ok"]["view"]; }
};

// Of the trace without the effort, which a 32-bit Z3 may count differently, and the version.
std::uint64_t hash_of(Json trace) {
  trace.erase("version");
  for (Json& decision : trace["decisions"]) {
    if (!decision["thought"].is_null() && !decision["thought"]["deliberation"].is_null()) {
      decision["thought"]["deliberation"].erase("effort");
    }
  }
  return testing::hash_of(trace.dump());
}

// The one test whose expectation native and Wasm builds share: every proposal, probability, verdict,
// proof, sentence and take-back of four whole games.
TEST(Trace, IsTheSameOnEveryPlatform) {
  std::uint64_t combined = 0;
  int second_looks = 0;
  int reused = 0;
  for (const char* strategy : {"system1", "system2", "threshold", "verify"}) {
    Page page;
    page.ask({{"op", "configure"}, {"strategy", strategy}, {"threshold", 0.96}, {"temperature", 1.3}, {"reuse", 0.6}});
    page.open({{"op", "open"}, {"family", "sudoku"}, {"text", kBoard}});
    const std::string end = page.play_out();
    EXPECT_EQ(end, std::string(strategy) == "system1" ? "stuck" : "solved") << strategy;
    const Json trace = page.trace();
    combined = combined * 31 + hash_of(trace);
    const Json tally = page.view()["tally"];
    second_looks += tally["secondLooks"].get<int>();
    reused += tally["reused"].get<int>();
    std::cout << "trace " << strategy << ": " << trace["decisions"].size() << " decisions\n";
  }
  EXPECT_GT(second_looks, 0);
  EXPECT_GT(reused, 0);
  std::cout << "trace hash " << std::hex << combined << std::dec << "\n";
  EXPECT_EQ(combined, 0x024e8e515a81d17cULL);
}

TEST(EngineDoor, RestoreBringsTheSameGameBack) {
  Page page;
  const Json config = {{"op", "configure"}, {"strategy", "threshold"}, {"threshold", 0.2}};
  page.ask(config);
  page.open({{"op", "open"}, {"family", "sudoku"}, {"text", kBoard}});
  ASSERT_EQ(page.play_out(), "solved");
  const Json trace = page.trace();
  EngineDoor fresh;
  call(fresh, config);
  const Json restored = call(fresh, {{"op", "restore"}, {"trace", trace}});
  ASSERT_EQ(error_key(restored), "");
  EXPECT_EQ(call(fresh, {{"op", "trace"}, {"words", true}})["ok"]["trace"], trace);
  EXPECT_EQ(restored["ok"]["view"], page.view());
}

TEST(EngineDoor, RestoreKeepsWhatRedoWouldBringBack) {
  Page page;
  page.ask({{"op", "configure"}, {"strategy", "threshold"}, {"threshold", 0.2}});
  page.open({{"op", "open"}, {"family", "sudoku"}, {"text", kBoard}});
  ASSERT_EQ(page.play_out(), "solved");
  const Json end = page.view();
  for (int i = 0; i < 5; ++i) page.ask({{"op", "undo"}});
  const Json trace = page.trace();
  EXPECT_EQ(trace["undone"].size(), 5U);
  Page fresh;
  fresh.ask({{"op", "configure"}, {"strategy", "threshold"}, {"threshold", 0.2}});
  ASSERT_EQ(error_key(fresh.open({{"op", "restore"}, {"trace", trace}})), "");
  EXPECT_EQ(fresh.view(), page.view());
  EXPECT_EQ(fresh.trace(), trace);
  for (int i = 0; i < 5; ++i) fresh.ask({{"op", "redo"}});
  EXPECT_EQ(fresh.view(), end);
}

TEST(EngineDoor, ATraceThatItCannotReadIsRefusedAndTheGameKept) {
  Page page;
  page.open({{"op", "open"}, {"family", "sudoku"}, {"text", kBoard}});
  Json trace = page.trace();
  const Json before = page.view();
  trace["format"] = "fastslow-trace/3";
  EXPECT_EQ(page.ask({{"op", "restore"}, {"trace", trace}})["error"],
            Json({{"key", "error.trace.format"},
                  {"args", {{"format", "fastslow-trace/3"}, {"known", "fastslow-trace/1, fastslow-trace/2"}}}}));
  trace["format"] = "fastslow-trace/2";
  trace["decisions"] = {
      {{"kind", "place"}, {"variable", 99}, {"value", 1}, {"source", "player"}, {"thought", nullptr}}};
  EXPECT_EQ(page.ask({{"op", "restore"}, {"trace", trace}})["error"],
            Json({{"key", "error.trace.decision"}, {"args", {{"number", "1"}}}}));
  EXPECT_EQ(page.view(), before);
}

TEST(EngineDoor, AViewTellsWhatHasChangedSinceTheOneThatIsHeld) {
  Page page;
  Json held = kept(page.open({{"op", "open"}, {"family", "sudoku"}, {"text", kBoard}})["ok"]["view"]);
  std::size_t told = 0;
  const auto change = [&](Json request) {
    request["have"] = {{"view", held["position"]}};
    const Json reply = page.ask(request);
    ASSERT_TRUE(reply.contains("ok")) << reply;
    const Json& view = reply["ok"]["view"];
    told += view["cells"].size();
    held = applied(held, view);
    const Json full = kept(page.view());
    EXPECT_EQ(held["cells"], full["cells"]);
    EXPECT_EQ(held["decisions"], full["decisions"]);
    EXPECT_FALSE(view.contains("board"));
  };
  change({{"op", "play"}, {"variable", 0}, {"value", 1}});
  change({{"op", "play"}, {"variable", 1}, {"value", 3}});
  change({{"op", "play"}, {"variable", 0}, {"value", 6}});
  change({{"op", "erase"}, {"variable", 1}});
  change({{"op", "undo"}});
  change({{"op", "undo"}});
  change({{"op", "redo"}});
  change({{"op", "reset"}});
  EXPECT_GT(told, 0U);
  EXPECT_LT(told, 8U * 40U);
  // Of a view that is not held, everything is told, the board with it.
  const Json full = page.ask({{"op", "view"}, {"have", {{"view", "0123456789abcdef"}}}})["ok"]["view"];
  EXPECT_TRUE(full["from"].is_null());
  EXPECT_EQ(full["cells"].size(), 81U);
  EXPECT_TRUE(full.contains("board"));
}

TEST(EngineDoor, TellsHowOftenEachValueStandsInTheEnd) {
  Page page;
  const auto totals = [&](const char* family, const char* text) {
    return page.open({{"op", "open"}, {"family", family}, {"text", text}})["ok"]["view"]["board"]["totals"];
  };
  EXPECT_EQ(totals("sudoku", "..2..4..1......2"), Json({4, 4, 4, 4}));
  EXPECT_EQ(totals("skyscrapers", ".41./2...3./1....3/3....1/....../..4."), Json({4, 4, 4, 4}));
  EXPECT_EQ(totals("minesweeper", "5x2n1:.....1...."), Json({nullptr, nullptr}));
}

TEST(EngineDoor, TellsEveryMomentOfTheGameAsItWasAndChangesNothing) {
  Page page;
  std::vector<Json> moments{page.open({{"op", "open"}, {"family", "sudoku"}, {"text", kBoard}})["ok"]["view"]};
  const auto act = [&](const Json& request) { moments.push_back(page.ask(request)["ok"]["view"]); };
  act({{"op", "play"}, {"variable", 0}, {"value", 1}});
  act({{"op", "play"}, {"variable", 0}, {"value", 6}});
  act({{"op", "switch_rule"}, {"rule", "diagonals"}, {"on", true}});
  act({{"op", "erase"}, {"variable", 0}});
  page.ask({{"op", "think"}});
  const Json now = page.ask({{"op", "view"}});
  for (int made = 0; made < static_cast<int>(moments.size()); ++made) {
    const Json then = page.ask({{"op", "past"}, {"made", made}})["ok"]["view"];
    EXPECT_EQ(then["position"], moments[made]["position"]);
    EXPECT_EQ(then["cells"].size(), 81U);
    EXPECT_EQ(then["text"], moments[made]["text"]);
    EXPECT_EQ(then["decisions"]["add"].size(), static_cast<std::size_t>(made));
    EXPECT_TRUE(then["from"].is_null());
    const Json felt = page.ask({{"op", "encode"}, {"made", made}})["ok"];
    EXPECT_EQ(felt["position"], moments[made]["position"]);
    const std::vector<float> logits(felt["tensors"]["literals"].get<std::size_t>());
    const Json asked = {{"op", "intuition"}, {"position", felt["position"]}, {"logits", logits}, {"made", made}};
    EXPECT_EQ(page.ask(asked)["ok"]["cells"].size(), 81U);
    const Json& rules = then["board"]["rules"];
    EXPECT_EQ(std::find(rules.begin(), rules.end(), "diagonals") != rules.end(), made >= 3) << made;
  }
  // A rule that was switched later is not on the board of the first moment; the moment itself is no part of the game.
  EXPECT_EQ(page.ask({{"op", "view"}}), now);
  EXPECT_EQ(error_key(page.ask({{"op", "past"}, {"made", -1}})), "error.request.argument");
  for (const auto* op : {"past", "encode", "intuition"}) {
    EXPECT_EQ(error_key(page.ask({{"op", op}, {"made", static_cast<int>(moments.size())}})), "error.request.argument");
  }
}

TEST(EngineDoor, TensorsAreSentOnceAPosition) {
  Page page;
  page.open({{"op", "open"}, {"family", "sudoku"}, {"text", kBoard}});
  const Json encoded = page.ask({{"op", "encode"}})["ok"];
  ASSERT_FALSE(encoded["tensors"].is_null());
  const Json have = {{"tensors", encoded["position"]}};
  EXPECT_TRUE(page.ask({{"op", "encode"}, {"have", have}})["ok"]["tensors"].is_null());
  const Json effect = page.ask({{"op", "think"}, {"have", have}})["ok"];
  EXPECT_EQ(effect["position"], encoded["position"]);
  EXPECT_TRUE(effect["tensors"].is_null());
  EXPECT_FALSE(page.ask({{"op", "think"}})["ok"]["tensors"].is_null());
  const Json logits = steady_intuition(encoded["tensors"], 0)["logits"];
  EXPECT_EQ(error_key(page.ask({{"op", "intuition"}, {"position", encoded["position"]}, {"logits", logits}})), "");
  page.ask({{"op", "play"}, {"variable", 0}, {"value", 1}});
  EXPECT_EQ(error_key(page.ask({{"op", "intuition"}, {"position", encoded["position"]}, {"logits", logits}})),
            "error.request.position");
}

TEST(EngineDoor, WordsAreMadeOnDemand) {
  Page page;
  page.ask({{"op", "configure"}, {"strategy", "system2"}});
  page.open({{"op", "open"}, {"family", "sudoku"}, {"text", kBoard}});
  const Json answer = page.solve(page.ask({{"op", "ask"}, {"task", "choose"}})["ok"]["request"]);
  ASSERT_EQ(answer["finding"], "forced");
  const Json proof = page.ask({{"op", "narrate"}, {"core", answer["core"]}})["ok"]["proof"];
  EXPECT_GE(proof["lines"].size(), 1U);
  page.play_out();
  const Json told = page.ask({{"op", "decision"}, {"id", 0}})["ok"];
  EXPECT_FALSE(told["decision"].contains("proof"));
  EXPECT_EQ(told["proof"], proof);
  Json forged = answer["core"];
  forged["parts"] = {1 << 30};
  EXPECT_EQ(error_key(page.ask({{"op", "narrate"}, {"core", forged}})), "error.request.argument");
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

// Without a game, and for any family: what a text holds is told as `open` takes it, with what was left out.
TEST(EngineDoor, RecognisesTextsFromAnywhere) {
  EngineDoor door;
  const auto recognise = [&](const std::string& text) {
    return call(door, {{"op", "recognise"}, {"family", "sudoku"}, {"text", text}});
  };
  const Json reply = recognise("https://puzz.link/p?nonogram/3/10/14i1121g43i2g1g2g2g1g1g3g1g1g3g");
  ASSERT_TRUE(reply.contains("ok")) << reply;
  const Json& puzzles = reply["ok"]["puzzles"];
  ASSERT_EQ(puzzles.size(), 1U);
  EXPECT_EQ(puzzles[0]["remarks"], Json::array());
  EXPECT_TRUE(
      call(door, {{"op", "open"}, {"family", puzzles[0]["family"]}, {"text", puzzles[0]["text"]}}).contains("ok"));
  const Json moved = recognise(
      "SAVEFILE:41:Simon Tatham's Portable Puzzle Collection\nGAME    :7:Pattern\n"
      "PARAMS  :3:1x1\nDESC    :3:1/1\nNSTATES :1:2\n");
  ASSERT_TRUE(moved.contains("ok")) << moved;
  EXPECT_EQ(moved["ok"]["puzzles"][0]["remarks"][0]["key"], "remark.moves");
  EXPECT_EQ(error_key(recognise("https://example.org/")), "error.format.link");
  EXPECT_EQ(error_key(call(door, {{"op", "recognise"}, {"text", ""}})), "error.request.argument");
}

// Row 1's clue is 1, and all five of its squares are painted: that row is broken, and no column.
TEST(EngineDoor, MarksTheRuleThatIsBrokenAsAWhole) {
  Page page;
  page.open({{"op", "open"}, {"family", "nonogram"}, {"text", "5x5:1.1/2/1.2/1/3/1/2/1.1/2.1/2.1"}});
  for (int column = 0; column < 5; ++column) page.ask({{"op", "play"}, {"variable", column}, {"value", 1}});
  const Json view = page.view();
  EXPECT_EQ(view["status"], "conflict");
  EXPECT_EQ(view["conflicts"], Json({0, 1, 2, 3, 4}));
  ASSERT_EQ(view["broken"].size(), 1U) << view["broken"];
  EXPECT_EQ(view["broken"][0]["name"]["key"], "unit.nonogram.row");
  EXPECT_EQ(view["broken"][0]["name"]["args"]["n"], 1);
}

// Whatever else stands on the board, the entry that cannot stand is named, with its proof.
TEST(EngineDoor, AWrongEntryIsNamed) {
  Page page;
  page.open({{"op", "open"}, {"family", "sudoku"}, {"text", "1.....2..3......"}});
  page.ask({{"op", "play"}, {"variable", 2}, {"value", 2}});
  const Json asked = page.ask({{"op", "ask"}, {"task", "choose"}})["ok"]["request"];
  EXPECT_EQ(page.solve(asked)["finding"], "contradiction");
  const Json request = page.ask({{"op", "ask"}, {"task", "diagnose"}})["ok"]["request"];
  const Json wrong = page.solve(request)["wrong"];
  ASSERT_EQ(wrong.size(), 1U);
  const Json proof = page.ask({{"op", "narrate"}, {"core", wrong[0]}})["ok"]["proof"];
  EXPECT_EQ(proof["variable"], 2);
  EXPECT_EQ(proof["value"], 2);
  EXPECT_EQ(proof["place"], false);
  EXPECT_FALSE(proof["lines"].empty());
}

TEST(EngineDoor, ARandomCallerCannotBreakIt) {
  EngineDoor engine;
  Random random(11);
  const auto ops = call(engine, {{"op", "protocol"}})["ok"]["operations"].get<std::vector<std::string>>();
  const auto tasks = call(engine, {{"op", "protocol"}})["ok"]["enums"]["task"].get<std::vector<std::string>>();
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
    if (random.below(4) > 0)
      request["task"] = tasks[static_cast<std::size_t>(random.below(static_cast<int>(tasks.size())))];
    if (random.below(8) == 0) request["rule"] = "diagonal";
    if (random.below(8) == 0) request["on"] = random.below(2) == 0;
    if (random.below(8) == 0) request["have"] = {{"view", "x"}};
    if (random.below(8) == 0) request["text"] = "1..............2";
    if (random.below(8) == 0) request["family"] = "sudoku";
    const Json reply = call(engine, request);
    ASSERT_TRUE(reply.contains("ok") != reply.contains("error")) << request;
  }
}

TEST(EngineDoorRules, TellsWhatASwitchWouldLeadToWithoutThrowingIt) {
  Page page;
  page.open({{"op", "open"}, {"family", "sudoku"}, {"text", "1" + std::string(79, '.') + "1"}});
  const Json before = page.ask({{"op", "view"}});
  // Both ones lie on one diagonal, and no knight's move apart.
  const Json diagonals = page.ask({{"op", "if_switched"}, {"rule", "diagonals"}, {"on", true}});
  EXPECT_EQ(diagonals["ok"]["clash"], Json({0, 80}));
  const Json knights = page.ask({{"op", "if_switched"}, {"rule", "antiknight"}, {"on", true}});
  EXPECT_TRUE(knights["ok"]["clash"].empty());
  EXPECT_EQ(knights["ok"]["request"]["task"], "unique");
  EXPECT_TRUE(knights["ok"]["request"]["facts"].empty());
  EXPECT_EQ(knights["ok"]["text"].get<std::string>().substr(0, 12), "[antiknight]");
  EXPECT_EQ(error_key(page.ask({{"op", "if_switched"}, {"rule", "killer"}, {"on", true}})), "error.rule.unknown");
  EXPECT_EQ(page.ask({{"op", "view"}})["ok"]["view"]["position"], before["ok"]["view"]["position"]);
}

}  // namespace
}  // namespace fastslow
