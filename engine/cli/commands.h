// The commands of the `fastslow` tool, apart from reading the command line.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "solver/z3_solver.h"

namespace fastslow::cli {

inline constexpr int kExitOk = 0;
inline constexpr int kExitFailure =
    1;  // a puzzle has no solution, several, or was not settled; or nothing could be written
inline constexpr int kExitBadInput = 2;  // something that was asked for makes no sense

struct PuzzleOptions {
  std::string family = "sudoku";
  std::vector<std::string> puzzles;  // from the command line
  std::string file;                  // with puzzles in any form; "-" or nothing given: standard input
  bool json = false;                 // one object per line
  std::uint64_t budget = 0;          // solver effort per question; 0: unlimited
  int steps = 0;                     // explain: at most so many; 0: to the end
  solver::SolverFactory solver = solver::make_presolved_z3_solver;
};

struct GenerateOptions {
  std::string family = "sudoku";
  std::string size = "9x9";
  std::string level;   // a name of workshop/workshop.h; empty: unmeasured
  std::string format;  // empty: the family's canonical one
  std::uint64_t seed = 1;
  int count = 1;
  bool json = false;
};

// On one line. Puzzles come from anywhere: bytes that are no UTF-8 are replaced, where `dump` would throw.
std::string printable(const nlohmann::json& json);

// Each returns an exit code and writes results to standard output, complaints to standard error.
int run_families(bool json);
int run_solve(const PuzzleOptions& options);
int run_explain(const PuzzleOptions& options);
int run_rate(const PuzzleOptions& options);
int run_encode(const PuzzleOptions& options);
int run_generate(const GenerateOptions& options);

}  // namespace fastslow::cli
