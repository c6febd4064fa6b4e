// System 2 on every family and size, natively: solving a puzzle afresh, and explaining it move by move.
#include <benchmark/benchmark.h>

#include <string>

#include "../engine/rooms.h"
#include "core/consequences.h"
#include "puzzles/family.h"
#include "solver/choose_step.h"
#include "solver/reasoning.h"
#include "solver/z3_solver.h"

namespace fastslow {
namespace {

// Of a puzzle that needs many; games go on for as long as something is certain.
constexpr int kMoves = 30;

Puzzle puzzle_for(const Family& family, const Size& size) {
  return family.parse(family.make(size, Level::medium, 1)).value();
}

void solve_afresh(benchmark::State& state, const Puzzle& puzzle) {
  for (auto _ : state) {
    const auto solver = make_presolved_z3_solver(puzzle.model);
    benchmark::DoNotOptimize(solve(*solver, {}, {}));
  }
}

// The time of one iteration is that of one move.
void explain_moves(benchmark::State& state, const Puzzle& puzzle) {
  const auto solver = make_presolved_z3_solver(puzzle.model);
  State board = initial_state(puzzle.model);
  int moves = 0;
  for (auto _ : state) {
    const Choice choice = choose_step(*solver, facts_of(puzzle.model, board, true), {}, {});
    const bool over = !choice.proof || ++moves % kMoves == 0;
    board = over ? initial_state(puzzle.model) : apply(puzzle.model, board, choice.proof->step).value();
    if (is_complete(puzzle.model, board)) board = initial_state(puzzle.model);
  }
}

int register_all() {
  for (const Family& family : families()) {
    for (const Size& size : family.sizes) {
      const std::string name = family.id + "/" + size.id;
      benchmark::RegisterBenchmark(("solve/" + name).c_str(), [&family, size](benchmark::State& state) {
        solve_afresh(state, puzzle_for(family, size));
      })->Unit(benchmark::kMillisecond);
      benchmark::RegisterBenchmark(("explain_a_move/" + name).c_str(), [&family, size](benchmark::State& state) {
        explain_moves(state, puzzle_for(family, size));
      })->Unit(benchmark::kMillisecond);
    }
  }
  return 0;
}

const int kRegistered = register_all();

}  // namespace
}  // namespace fastslow
