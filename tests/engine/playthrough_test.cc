// Whole games as text that a person can read, compared with tests/golden (telling.h says how to renew it).
#include <gtest/gtest.h>

#include <sstream>

#include "cli/catalogue.h"
#include "core/consequences.h"
#include "engine/conformance.h"
#include "engine/host.h"
#include "engine/steady.h"
#include "engine/telling.h"
#include "rooms.h"
#include "solver/choose_step.h"
#include "wire/board.h"
#include "wire/proofs.h"
#include "workshop/workshop.h"

namespace fastslow {
namespace {

using testing::expect_golden;

std::string playthrough(const std::string& text, Strategy strategy, double skill) {
  testing::Host host(text, {strategy, 0.5});
  host.skill = skill;
  host.play_out();
  std::string told = "puzzle " + text + "\n\n";
  for (const Decision& decision : host.session.timeline()) told += testing::text_of(host.session.model(), decision);
  return told;
}

TEST(Playthrough, System2Alone4x4) {
  expect_golden("sudoku-4x4-system2", playthrough("...3.3.....4.2..", Strategy::system2, 0));
}

TEST(Playthrough, System2Alone6x6) {
  expect_golden("sudoku-6x6-system2", playthrough("61......2..4.6..2......15..1....1.4.", Strategy::system2, 0));
}

TEST(Playthrough, TogetherWithAFallibleIntuition) {
  expect_golden("sudoku-6x6-threshold", playthrough("61......2..4.6..2......15..1....1.4.", Strategy::threshold, 0.5));
}

TEST(Playthrough, Verify4x4) {
  expect_golden("sudoku-4x4-verify", playthrough("...3.3.....4.2..", Strategy::verify, 0.5));
}

class WholeGame : public ::testing::TestWithParam<Strategy> {};

// The four games whose hash engine_door_test.cc knows, with everything that led to each step: where the hash says that
// something changed, the difference of these files says what.
TEST_P(WholeGame, IsTheSameStepByStep) {
  const std::string board = ".......2..45.3......16.5..8...3.716......2........17.4...59....9..1.6.3.3.7......";
  testing::Host host(board, {GetParam(), 0.96, 2, 0.6});
  Config config = host.session.config();
  config.calibration.temperature = 1.3;
  host.session.configure(config);
  for (int steps = 0; steps < 2000; ++steps) {
    if (std::holds_alternative<Idle>(host.steady_step())) break;
  }
  std::string told = "puzzle " + board + "\n\n";
  for (const Decision& decision : host.session.timeline()) {
    told += testing::text_of(host.session.model(), decision, true);
  }
  expect_golden("sudoku-9x9-" + std::string(strategy_name(GetParam())) + "-whole", told);
}

INSTANTIATE_TEST_SUITE_P(Strategies, WholeGame,
                         ::testing::Values(Strategy::system1, Strategy::system2, Strategy::threshold, Strategy::verify),
                         [](const auto& strategy) { return std::string(strategy_name(strategy.param)); });

// What System 2 says, in English, on the first puzzle of each family's smallest size.
std::string told_in_english(const Family& family) {
  const std::string text = family.make(family.sizes.front(), Level::medium, 1);
  const Puzzle puzzle = family.parse(text).value();
  std::string told = "puzzle " + text + "\n\n";
  for (const Note& note : puzzle.layout.notes) {
    told += "  " + sentence(note.says.key, name_json(note.says).at("args"), puzzle.layout, 0) + "\n";
  }
  const auto solver = make_presolved_z3_solver(puzzle.model);
  State state = initial_state(puzzle.model);
  while (!is_complete(puzzle.model, state)) {
    const Choice choice = choose_step(*solver, facts_of(puzzle.model, state, true), {}, {});
    if (!choice.proof) return told + "no step\n";
    const Json proof = proof_json(puzzle.model, *choice.proof);
    for (const Json& line : proof.at("lines")) {
      told += sentence(line.at("key"), line.at("args"), puzzle.layout, lowest_value(puzzle.model)) + " ";
    }
    told.back() = '\n';
    state = apply(puzzle.model, state, choice.proof->step).value();
  }
  return told + "\n" + family.format(puzzle, state, family.formats.front()) + "\n";
}

class Generators : public ::testing::TestWithParam<const Family*> {};

// What a generator makes of one seed, natively and in Wasm.
TEST_P(Generators, MakeTheSameOnEveryPlatform) {
  std::ostringstream told;
  for (const Size& size : GetParam()->sizes) {
    for (const Level level : {Level::easy, Level::hard}) {
      const std::string text = GetParam()->make(size, level, 77);
      told << size << " " << level_name(level) << " " << std::hex << testing::hash_of(text) << "\n";
    }
  }
  expect_golden(GetParam()->id + "-generated", told.str());
}

INSTANTIATE_TEST_SUITE_P(Families, Generators, ::testing::ValuesIn(testing::all_families()),
                         [](const auto& family) { return family.param->id; });

class Telling : public ::testing::TestWithParam<const Family*> {};

TEST_P(Telling, ReadsWell) { expect_golden(GetParam()->id + "-explained", told_in_english(*GetParam())); }

INSTANTIATE_TEST_SUITE_P(Families, Telling, ::testing::ValuesIn(testing::all_families()),
                         [](const auto& family) { return family.param->id; });

}  // namespace
}  // namespace fastslow
