// What the engine's operations cost natively, by board size. Read the columns against each other, not
// against another machine's.
#include <benchmark/benchmark.h>

#include "../engine/rooms.h"
#include "policy/encoder.h"
#include "puzzles/family.h"
#include "solver/choose_step.h"
#include "solver/reasoning.h"
#include "solver/z3_solver.h"

namespace fastslow {
namespace {

constexpr const char* kSizes[] = {"4x4", "6x6", "9x9", "16x16"};

const Family& sudoku() { return *find_family("sudoku"); }

std::string text_for(const benchmark::State& state) {
  return sudoku().generate(kSizes[state.range(0)], Level::hard, 1).value();
}

void generate(benchmark::State& state) {
  std::uint64_t seed = 0;
  for (auto _ : state) benchmark::DoNotOptimize(sudoku().generate(kSizes[state.range(0)], Level::hard, ++seed));
  state.SetLabel(kSizes[state.range(0)]);
}

void parse(benchmark::State& state) {
  const std::string text = text_for(state);
  for (auto _ : state) benchmark::DoNotOptimize(sudoku().parse(text));
  state.SetLabel(kSizes[state.range(0)]);
}

void encode_board(benchmark::State& state) {
  const Puzzle puzzle = sudoku().parse(text_for(state)).value();
  const State board = initial_state(puzzle.model);
  for (auto _ : state) benchmark::DoNotOptimize(encode(puzzle.model, board));
  state.SetLabel(kSizes[state.range(0)]);
}

// The positions of a game, one after the other.
void encode_moves(benchmark::State& state) {
  const Puzzle puzzle = sudoku().parse(text_for(state)).value();
  const CheckResult solution = make_presolved_z3_solver(puzzle.model)->check({});
  Encoder encoder(puzzle.model);
  State board = initial_state(puzzle.model);
  std::size_t next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(encoder.encode(board));
    if (next == solution.assignment.size()) {
      next = 0;
      board = initial_state(puzzle.model);
    } else {
      const Result<State> moved = apply(puzzle.model, board, {solution.assignment[next++], true});
      if (moved.ok()) board = moved.value();
    }
  }
  state.SetLabel(kSizes[state.range(0)]);
}

void solve_cold(benchmark::State& state) {
  const Puzzle puzzle = sudoku().parse(text_for(state)).value();
  for (auto _ : state) {
    const auto solver = make_presolved_z3_solver(puzzle.model);
    benchmark::DoNotOptimize(solve(*solver, {}, {}));
  }
  state.SetLabel(kSizes[state.range(0)]);
}

void solve_warm(benchmark::State& state) {
  const Puzzle puzzle = sudoku().parse(text_for(state)).value();
  const auto solver = make_presolved_z3_solver(puzzle.model);
  for (auto _ : state) benchmark::DoNotOptimize(solve(*solver, {}, {}));
  state.SetLabel(kSizes[state.range(0)]);
}

void choose_first_step(benchmark::State& state) {
  const Puzzle puzzle = sudoku().parse(text_for(state)).value();
  const auto solver = make_presolved_z3_solver(puzzle.model);
  for (auto _ : state) benchmark::DoNotOptimize(choose_step(*solver, {}, {}, {}));
  state.SetLabel(kSizes[state.range(0)]);
}

BENCHMARK(parse)->DenseRange(0, 3)->Unit(benchmark::kMicrosecond);
BENCHMARK(encode_board)->DenseRange(0, 3)->Unit(benchmark::kMicrosecond);
BENCHMARK(encode_moves)->DenseRange(0, 3)->Unit(benchmark::kMicrosecond);
BENCHMARK(generate)->DenseRange(0, 3)->Unit(benchmark::kMillisecond);
BENCHMARK(solve_cold)->DenseRange(0, 3)->Unit(benchmark::kMillisecond);
BENCHMARK(solve_warm)->DenseRange(0, 3)->Unit(benchmark::kMillisecond);
BENCHMARK(choose_first_step)->DenseRange(0, 3)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace fastslow
