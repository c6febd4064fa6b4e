#include "cli/export.h"

#include <algorithm>
#include <iostream>

#include "cli/catalogue.h"
#include "cli/minizinc.h"
#include "core/search.h"
#include "puzzles/family.h"

namespace fastslow::cli {
namespace {

// Enough to compare a count with another solver, and a bound on memory: every solution is kept until they are counted.
constexpr int kMaxSolutions = 1'000'000;

int complain(const Problem& problem) {
  std::cerr << "fastslow: " << sentence(problem) << "\n";
  return kExitBadInput;
}

int export_one(const puzzles::Family& family, const std::string& text, const std::string& to) {
  const Result<puzzles::Puzzle> read = family.parse(text);
  if (!read.ok()) return complain(read.problem());
  const puzzles::Puzzle& puzzle = read.value();
  if (to == "minizinc") {
    std::cout << to_minizinc(puzzle.model);
  } else if (to == "count") {
    std::cout << search(puzzle.model, {}, {.limit = kMaxSolutions}).solutions.size() << "\n";
  } else {
    std::cout << family.format(puzzle, initial_state(puzzle.model), to) << "\n";
  }
  return kExitOk;
}

}  // namespace

int run_export(const PuzzleOptions& options, const std::string& to) {
  const Result<const puzzles::Family*> family = puzzles::family_or_problem(options.family);
  if (!family.ok()) return complain(family.problem());
  const auto& formats = family.value()->formats;
  if (to != "minizinc" && to != "count" && std::find(formats.begin(), formats.end(), to) == formats.end()) {
    return complain({"error.format.unknown", {{"format", to}}});
  }
  int worst = kExitOk;
  for (const std::string& text : options.puzzles) worst = std::max(worst, export_one(*family.value(), text, to));
  if (!options.puzzles.empty()) return worst;
  // Unlike `solve` and its like, an empty line is not passed over: it is a puzzle that cannot be read.
  for (std::string line; std::getline(std::cin, line);) worst = std::max(worst, export_one(*family.value(), line, to));
  return worst;
}

}  // namespace fastslow::cli
