#include "cli/export.h"

#include <algorithm>
#include <iostream>

#include "cli/catalogue.h"
#include "cli/input.h"
#include "cli/minizinc.h"
#include "core/search.h"
#include "formats/write.h"
#include "puzzles/family.h"

namespace fastslow::cli {
namespace {

// Enough to compare a count with another solver, and a bound on memory: every solution is kept until they are counted.
constexpr std::size_t kMaxSolutions = 1'000'000;

int refuse(const Problem& problem) {
  complain(sentence(problem));
  return kExitBadInput;
}

// Of the family's own forms, or another program's.
Result<std::string> text_in(const puzzles::Family& family, const puzzles::Puzzle& puzzle, const std::string& to) {
  const State start = initial_state(puzzle.model);
  if (std::find(family.formats.begin(), family.formats.end(), to) != family.formats.end()) {
    return family.format(puzzle, start, to);
  }
  if (const formats::Writer* writer = formats::find_writer(to)) return formats::written(*writer, puzzle, start);
  return Problem{"error.format.unknown", {{"format", to}}};
}

int export_one(const puzzles::Family& family, const std::string& text, const std::string& to) {
  const Result<puzzles::Puzzle> read = family.parse(text);
  if (!read.ok()) return refuse(read.problem());
  const puzzles::Puzzle& puzzle = read.value();
  if (to == "minizinc") {
    std::cout << to_minizinc(puzzle.model);
  } else if (to == "count") {
    const std::size_t solutions = search(puzzle.model, {}, {.limit = static_cast<int>(kMaxSolutions)}).solutions.size();
    // One that was stopped has counted some of them.
    const bool all = solutions < kMaxSolutions;
    std::cout << (all ? "" : "at least ") << solutions << "\n";
    if (!all) return kExitFailure;
  } else {
    const Result<std::string> written = text_in(family, puzzle, to);
    if (!written.ok()) return refuse(written.problem());
    std::cout << written.value() << (written.value().ends_with('\n') ? "" : "\n");
  }
  return kExitOk;
}

// Known in some family: a puzzle of another may still have no such form.
bool is_form(const std::string& to) {
  if (to == "minizinc" || to == "count" || formats::find_writer(to) != nullptr) return true;
  const auto all = puzzles::families();
  return std::any_of(all.begin(), all.end(), [&](const puzzles::Family& family) {
    return std::find(family.formats.begin(), family.formats.end(), to) != family.formats.end();
  });
}

}  // namespace

int run_export(const PuzzleOptions& options, const std::string& to) {
  if (!is_form(to)) return refuse({"error.format.unknown", {{"format", to}}});
  return for_each_puzzle(options, {[&](const puzzles::Family& family, const std::string& text, const std::string&) {
                                     return export_one(family, text, to);
                                   },
                                   [&](const std::string&, const std::string& place, const Problem& problem) {
                                     complain(place + ": " + sentence(problem));
                                     return kExitBadInput;
                                   }});
}

}  // namespace fastslow::cli
