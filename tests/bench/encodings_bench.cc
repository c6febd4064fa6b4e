// How a model is told to Z3: the choices of Z3Encoding, each against the shipped one, on every family's largest size.
// A puzzle solved afresh, each time in a solver of its own.

#include <benchmark/benchmark.h>

#include <string>
#include <utility>
#include <vector>

#include "../engine/rooms.h"
#include "puzzles/family.h"
#include "solver/reasoning.h"
#include "solver/z3_solver.h"

namespace fastslow {
namespace {

// Z3 counts effort; some choices never end on some puzzles. About 20 seconds.
constexpr std::uint64_t kBudget = 100'000'000;

const std::vector<std::pair<std::string, Z3Encoding>>& choices() {
  static const std::vector<std::pair<std::string, Z3Encoding>> all = {
      {"shipped", {}},
      {"general_solver", {"", "", true, true}},
      {"counts_grouped", {"QF_FD", "grouped", true, true}},
      {"counts_sorting", {"QF_FD", "sorting", true, true}},
      {"counts_unate", {"QF_FD", "unate", true, true}},
      {"at_most_one_as_count", {"QF_FD", "circuit", false, true}},
      {"pairs_as_inequalities", {"QF_FD", "circuit", true, false}},
  };
  return all;
}

void solve_afresh(benchmark::State& state, const Puzzle& puzzle, const Z3Encoding& encoding) {
  int unknown = 0;
  for (auto _ : state) {
    const auto solver = make_z3_solver_with(puzzle.model, encoding);
    Query query;
    query.budget = kBudget;
    unknown += solver->check(query).truth == Truth::unknown ? 1 : 0;
  }
  if (unknown > 0) state.SkipWithError("gave up");
}

int register_all() {
  for (const Family& family : families()) {
    const Size& size = family.sizes.back();
    for (const auto& [name, encoding] : choices()) {
      const std::string title = "encoding/" + family.id + "/" + size.id + "/" + name;
      benchmark::RegisterBenchmark(title.c_str(), [&family, &size, &encoding = encoding](benchmark::State& state) {
        const Puzzle puzzle = family.parse(family.make(size, Level::medium, 1)).value();
        solve_afresh(state, puzzle, encoding);
      })->Unit(benchmark::kMillisecond);
    }
  }
  return 0;
}

const int kRegistered = register_all();

}  // namespace
}  // namespace fastslow
