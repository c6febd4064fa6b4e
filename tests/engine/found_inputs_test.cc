// Inputs that fuzzing found (../fuzz/README.md), each with what it did before it was mended.
#include <gtest/gtest.h>

#include "engine/helpers.h"
#include "rooms.h"
#include "wire/engine_door.h"

namespace fastslow {
namespace {

Json answer(EngineDoor& door, const std::string& request) { return Json::parse(door.call(request)); }

// The key of the problem; "ok" if there is none.
std::string outcome(EngineDoor& door, const std::string& request) {
  const Json reply = answer(door, request);
  return reply.contains("error") ? reply["error"]["key"].get<std::string>() : "ok";
}

const std::string kOpen = R"({"op": "open", "family": "sudoku", "text": "...3.3.....4.2.."})";

// 2^32 was read as 0, and 1e300 as whatever the processor made of it.
TEST(FoundInputs, NumbersThatAreNoneOfOursAreRefused) {
  EngineDoor door;
  ASSERT_EQ(outcome(door, kOpen), "ok");
  for (const char* request :
       {R"({"op": "play", "variable": 4294967296, "value": 1})", R"({"op": "play", "variable": 0.5, "value": 1})",
        R"({"op": "erase", "variable": 1e300})", R"({"op": "decision", "id": -1e300})",
        R"({"op": "generate", "family": "sudoku", "size": "4x4", "seed": -1})", R"({"op": "configure", "looks": 1e10})",
        R"({"op": "configure", "budget": -1})",
        R"({"op": "narrate", "core": {"literal": 0, "place": 1, "parts": [1e300], "facts": [], "minimal": true}})",
        R"({"op": "narrate", "core": {"literal": 0, "place": 1, "parts": [], "facts": [[4294967296, 1]],
            "minimal": true}})"}) {
    EXPECT_EQ(outcome(door, request), "error.request.argument") << request;
  }
  EXPECT_EQ(answer(door, R"({"op": "trace"})")["ok"]["trace"]["decisions"], Json::array());
}

// What is refused is not printed as deep as it goes.
TEST(FoundInputs, AListAHundredThousandDeepIsNoNumber) {
  EngineDoor door;
  ASSERT_EQ(outcome(door, kOpen), "ok");
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  EXPECT_EQ(outcome(door, R"({"op": "play", "value": 1, "variable": )" + deep + "}"), "error.request.argument");
}

// A trace may tell anything of the network's looks: their sum overflowed in the view.
TEST(FoundInputs, CountsInATraceHaveALimit) {
  const std::string thought = R"({"strategy": "threshold", "verdict": "verdict.trusted", "deliberation": null,
      "intuition": {"inference": "fresh", "iterations": 1, "proposal": {"variable": 0, "value": 1, "probability": 1},
                    "evidence": {"legal": true, "violated": 0, "looks": 2147483647}}})";
  const std::string decision = R"({"kind": "place", "variable": 0, "value": 1, "source": "system1", "thought": )";
  EngineDoor door;
  EXPECT_EQ(outcome(door, R"({"op": "restore", "trace": {"format": "fastslow-trace/2", "family": "sudoku",
      "text": "...3.3.....4.2..", "decisions": [)" +
                              decision + thought + "}]}}"),
            "error.request.argument");
}

// An author's label below the cells, in the middle of the sixth row, was drawn half outside a board of five.
TEST(FoundInputs, TheBoardReachesToEveryLabel) {
  const Puzzle puzzle = testing::puzzle_of(R"({"format": "fastslow-puzzle/1", "title": "t",
      "grid": {"rows": 4, "columns": 4, "values": [1, 4]}, "constraints": [],
      "layout": {"labels": [{"row": 5.5, "column": 4.2, "text": ">", "style": "sign"}]}})",
                                           "custom");
  EXPECT_EQ(puzzle.layout.rows, 6);
  EXPECT_EQ(puzzle.layout.columns, 5);
}

}  // namespace
}  // namespace fastslow
