// Practice: learning shows on puzzles never practised, seeds decide everything, what is kept goes on exactly, and what is
// damaged is refused.
#include "practice/practice.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/base64.h"
#include "engine/helpers.h"
#include "engine/views.h"
#include "rooms.h"
#include "solver/reasoning.h"
#include "solver/z3_solver.h"
#include "wire/solver_door.h"

namespace fastslow {
namespace {

using testing::error_key;
using testing::puzzle_of;

Settings small(std::uint64_t seed = 1) {
  Settings settings;
  settings.seed = seed;
  settings.iterations = 4;
  settings.practise = {.family = "sudoku", .size = "4x4", .seed = seed};
  settings.held_out = {.family = "sudoku", .size = "4x4", .seed = seed + 1000};
  settings.held_out_puzzles = 6;
  return settings;
}

std::unique_ptr<Practice> begun(const Settings& settings) {
  return std::move(Practice::begin(settings, untrained(settings.seed), make_presolved_z3_solver).value());
}

TEST(Practice, WhatIsLearnedShowsOnPuzzlesNeverPractised) {
  const auto practice = begun(small());
  const TestResult before = practice->test(6);
  EXPECT_TRUE(before.done);
  EXPECT_EQ(before.tally.escalated, before.tally.moves);
  std::vector<Point> points;
  for (int i = 0; i < 12; ++i) {
    const auto more = practice->go(10);
    points.insert(points.end(), more.value().begin(), more.value().end());
  }
  const TestResult after = practice->test(6);
  EXPECT_LT(after.tally.escalated * 2, after.tally.moves);
  ASSERT_GT(points.size(), 4U);
  EXPECT_EQ(points[0].tally.escalated, points[0].tally.moves);
  Tally sum;
  for (const Point& point : points) sum.add(point.tally);
  EXPECT_EQ(sum, practice->total());
  EXPECT_GT(practice->total().work, 0U);
}

TEST(Practice, TestsTeachNothingAndSlicesAddUp) {
  const auto practice = begun(small());
  ASSERT_TRUE(practice->go(15).ok());
  const Numbers weights = practice->weights();
  const TestResult whole = practice->test(6);
  TestResult sliced;
  for (int i = 0; i < 3; ++i) sliced = practice->test(2);
  EXPECT_EQ(sliced.tally, whole.tally);
  EXPECT_EQ(sliced.puzzles, 6);
  EXPECT_TRUE(sliced.done);
  EXPECT_EQ(practice->weights(), weights);
}

// The numbers that both builds must come to (see engine_door_test.cc for the same of games).
TEST(Practice, TheSameSeedGivesTheSameCurveEverywhere) {
  const auto a = begun(small());
  const auto b = begun(small());
  // However the moves are asked for.
  ASSERT_TRUE(a->go(40).ok());
  for (int i = 0; i < 40; ++i) ASSERT_TRUE(b->go(1).ok());
  EXPECT_EQ(a->weights(), b->weights());
  EXPECT_EQ(a->total(), b->total());
  std::vector<std::uint8_t> bytes;
  append_floats(a->weights(), bytes);
  std::uint64_t hash = 14695981039346656037ULL;
  for (const std::uint8_t byte : bytes) hash = (hash ^ byte) * 1099511628211ULL;
  EXPECT_EQ(hash, 10333592488100742652ULL);
  const auto other = begun(small(2));
  ASSERT_TRUE(other->go(40).ok());
  EXPECT_NE(other->weights(), a->weights());
}

TEST(Practice, TeachersDifferInWhatTheyKeep) {
  const Puzzle puzzle = puzzle_of(find_family("sudoku")->generate("4x4", Level::hard, 3).value());
  const auto solver = make_presolved_z3_solver(puzzle.model);
  const std::vector<Literal> answer = solve(*solver, {}, {}).assignment;
  ASSERT_FALSE(answer.empty());
  const State state = initial_state(puzzle.model);
  const Taught none = teach(*solver, state, answer, Teacher::all_proofs, 3, false);
  const Taught few = teach(*solver, state, answer, Teacher::short_proofs, 1, true);
  const Taught all = teach(*solver, state, answer, Teacher::all_proofs, 1, true);
  const Taught bare = teach(*solver, state, answer, Teacher::answers, 1, true);
  EXPECT_TRUE(none.proved.empty());
  EXPECT_LE(few.proved.size(), all.proved.size());
  EXPECT_LE(all.proved.size(), bare.proved.size());
  for (const Taught& taught : {none, few, all, bare}) {
    EXPECT_EQ(answer[at(puzzle.model.variable_of(taught.move.literal))], taught.move.literal);
    for (const Step step : taught.proved) EXPECT_EQ(answer[at(puzzle.model.variable_of(step.literal))], step.literal);
  }
}

// --- the door ----------------------------------------------------------------------------------------------------------

struct Caller {
  SolverDoor door{make_presolved_z3_solver};
  Json send(const Json& request) { return Json::parse(door.call(request.dump())); }
  Json begin(const Json& more = Json::object()) {
    Json request = {{"op", "practice_begin"},
                    {"practise", {{"family", "sudoku"}, {"size", "4x4"}}},
                    {"heldOut", {{"family", "sudoku"}, {"size", "4x4"}, {"count", 3}}},
                    {"start", "untrained"},
                    {"iterations", 4},
                    {"seed", 7}};
    request.update(more);
    return send(request);
  }
  Json go(int moves) { return send({{"op", "practice_go"}, {"moves", moves}}); }
  std::string save() { return send({{"op", "practice_save"}})["ok"]["state"]; }
};

TEST(PracticeDoor, GoesOnExactlyWhereItWasLeft) {
  Caller one;
  ASSERT_EQ(error_key(one.begin()), "");
  ASSERT_EQ(error_key(one.go(17)), "");
  const std::string state = one.save();
  Caller other;
  const Json resumed = other.send({{"op", "practice_resume"}, {"state", state}});
  ASSERT_EQ(error_key(resumed), "");
  EXPECT_EQ(one.go(30), other.go(30));
  EXPECT_EQ(one.save(), other.save());
  EXPECT_EQ(one.send({{"op", "practice_test"}}), other.send({{"op", "practice_test"}}));
}

TEST(PracticeDoor, StartsFromWeightsAndGivesThemOut) {
  Caller door;
  ASSERT_EQ(error_key(door.begin()), "");
  const Json first = door.send({{"op", "practice_weights"}})["ok"];
  EXPECT_EQ(first["tensors"].size(), 22U);
  ASSERT_EQ(error_key(door.go(5)), "");
  const Json later = door.send({{"op", "practice_weights"}})["ok"];
  EXPECT_NE(first, later);
  ASSERT_EQ(error_key(door.begin({{"start", {{"weights", later["weights"]}}}})), "");
  EXPECT_EQ(door.send({{"op", "practice_weights"}})["ok"], later);
  EXPECT_EQ(error_key(door.begin({{"start", {{"weights", "AAAA"}}}})), "error.practice.network");
  Numbers broken(kParameters, std::numeric_limits<float>::quiet_NaN());
  std::vector<std::uint8_t> bytes;
  append_floats(broken, bytes);
  EXPECT_EQ(error_key(door.begin({{"start", {{"weights", to_base64(bytes)}}}})), "error.practice.network");
}

TEST(PracticeDoor, RefusesWhatCannotBePractised) {
  Caller door;
  EXPECT_EQ(error_key(door.go(1)), "error.practice.none");
  EXPECT_EQ(error_key(door.begin({{"teacher", "cane"}})), "error.request.argument");
  EXPECT_EQ(error_key(door.begin({{"iterations", 0}})), "error.practice.setting");
  EXPECT_EQ(error_key(door.begin({{"threshold", 7}})), "error.practice.setting");
  EXPECT_EQ(error_key(door.begin({{"heldOut", {{"family", "chess"}}}})), "error.family.unknown");
  EXPECT_EQ(error_key(door.begin({{"heldOut", {{"family", "sudoku"}}}})), "error.practice.supply");
  EXPECT_EQ(error_key(door.begin({{"heldOut", {{"family", "minesweeper"}, {"size", "9x9-game"}}}})),
            "error.practice.grows");
  const Json twice = {{"family", "sudoku"}, {"texts", {"................"}}};
  EXPECT_EQ(error_key(door.begin({{"heldOut", twice}})), "error.practice.unique");
  // Nothing is left to practise on when all of it is held out.
  const std::string text = find_family("sudoku")->generate("4x4", Level::hard, 3).value();
  const Json same = {{"family", "sudoku"}, {"texts", {text}}};
  ASSERT_EQ(error_key(door.begin({{"practise", same}, {"heldOut", same}})), "");
  EXPECT_EQ(error_key(door.go(1)), "error.practice.supply");
}

// Every state that is not whole is refused with a reason, and the practice that runs goes on.
TEST(PracticeDoor, RefusesADamagedOrForeignState) {
  Caller door;
  ASSERT_EQ(error_key(door.begin()), "");
  ASSERT_EQ(error_key(door.go(12)), "");
  const std::string state = door.save();
  const auto refused = [&](const std::string& text) {
    EXPECT_NE(error_key(door.send({{"op", "practice_resume"}, {"state", text}})), "");
  };
  refused("");
  refused("fastslow-practice/1");
  refused("fastslow-practice/2" + state.substr(19));
  for (std::size_t i = 0; i < state.size(); i += state.size() / 40) {
    refused(state.substr(0, i));
    std::string changed = state;
    changed[i] = changed[i] == 'x' ? 'y' : 'x';
    refused(changed);
  }
  // With the sum made right, the contents are looked at.
  const Json body = Json::parse(state.substr(state.find('\n') + 1));
  const auto resealed = [](const Json& changed) {
    const std::string text = changed.dump();
    std::uint64_t sum = 14695981039346656037ULL;
    for (const char c : text) sum = (sum ^ static_cast<std::uint8_t>(c)) * 1099511628211ULL;
    std::string digits;
    for (int shift = 60; shift >= 0; shift -= 4) digits += "0123456789abcdef"[(sum >> static_cast<unsigned>(shift)) & 15U];
    return "fastslow-practice/1 " + digits + "\n" + text;
  };
  EXPECT_EQ(error_key(door.send({{"op", "practice_resume"}, {"state", resealed(body)}})), "");
  const std::vector<std::pair<std::string, Json>> wrongs = {
      {"/weights", "AAAA"},          {"/mean", 3},           {"/steps", 1e300},
      {"/steps", 99999999},          {"/exercises", {{1}}},  {"/exercises/0/1", "nonsense"},
      {"/exercises/0/1", "1234............"},
      {"/examples/0/1", "bbb"},      {"/examples/0/2", "zz"}, {"/examples/0/0", 77},
      {"/game", "abab"},             {"/puzzle", {1, 2}},    {"/total/0", -1},
      {"/setup/practise/family", 4}, {"/setup/iterations", 99999}, {"/setup/heldOut/count", 100000000}};
  for (const auto& [path, value] : wrongs) {
    Json changed = body;
    changed[Json::json_pointer(path)] = value;
    refused(resealed(changed));
  }
  EXPECT_EQ(door.save(), state);
}

// An author's declaration has one puzzle; practice deals more of its kind.
TEST(Practice, DealsOtherPuzzlesOfOneDeclaration) {
  const Family& family = *find_family("custom");
  const std::string text = family.generate(family.sizes.front().id, Level::hard, 3).value();
  const Supply supply{.family = "custom", .deal = text, .seed = 5};
  const auto first = exercise_at(supply, 0);
  const auto second = exercise_at(supply, 1);
  ASSERT_TRUE(first.ok() && second.ok());
  EXPECT_NE(first.value().text, second.value().text);
  EXPECT_EQ(first.value().puzzle.model.constraints().size(), puzzle_of(text, "custom").model.constraints().size());
  EXPECT_EQ(exercise_at(supply, 0).value().text, first.value().text);
}

TEST(Base64, IsReadBackAndHeldToItsForm) {
  for (std::size_t size = 0; size < 9; ++size) {
    std::vector<std::uint8_t> bytes;
    for (std::size_t i = 0; i < size; ++i) bytes.push_back(static_cast<std::uint8_t>(251 * i + 7));
    EXPECT_EQ(from_base64(to_base64(bytes)), bytes);
  }
  EXPECT_EQ(to_base64(std::vector<std::uint8_t>{'M', 'a'}), "TWE=");
  for (const char* text : {"A", "AA", "AAA", "TWF=", "TW=E", "====", "TWE=TWE=", "TW!="}) EXPECT_FALSE(from_base64(text)) << text;
}

}  // namespace
}  // namespace fastslow
