#include "cli/export.h"

#include <algorithm>
#include <iostream>

#include "cli/catalogue.h"
#include "cli/groups.h"
#include "cli/input.h"
#include "cli/minizinc.h"
#include "core/search.h"
#include "formats/write.h"
#include "puzzles/family.h"

namespace fastslow::cli {
namespace {

// Enough to compare a count with another solver, and a bound on memory: every solution is kept until they are counted.
constexpr std::size_t kMaxSolutions = 1'000'000;

// What was written, and the exit code that goes with it.
struct Written {
  std::string text;
  int code = kExitOk;
};

Written counted(const Model& model) {
  const std::size_t solutions = search(model, {}, {.limit = static_cast<int>(kMaxSolutions)}).solutions.size();
  // One that was stopped has counted some of them.
  const bool all = solutions < kMaxSolutions;
  return {(all ? "" : "at least ") + std::to_string(solutions), all ? kExitOk : kExitFailure};
}

// Of the family's own forms, or another program's.
Result<Written> text_in(const Given& given, const std::string& to) {
  const State start = initial_state(given.puzzle.model);
  if (to == "minizinc") return Written{to_minizinc(given.puzzle.model)};
  if (to == "groups") return Written{groups_json(given.puzzle.model).dump()};
  if (to == "count") return counted(given.puzzle.model);
  const auto& forms = given.family.formats;
  if (std::find(forms.begin(), forms.end(), to) != forms.end()) {
    return Written{given.family.format(given.puzzle, start, to)};
  }
  const formats::Writer* writer = formats::find_writer(to);
  if (writer == nullptr) return Problem{"error.format.unknown", {{"format", to}}};
  auto written = formats::written(*writer, given.puzzle, start);
  if (!written.ok()) return written.problem();
  return Written{std::move(written.value())};
}

// An object a line, or a sentence on standard error.
int refuse(const PuzzleOptions& options, const std::string& to, const std::string& given, const std::string& place,
           const Problem& problem) {
  const std::string told = place + ": " + sentence(problem);
  if (options.json) {
    std::cout << printable({{"puzzle", given}, {"form", to}, {"written", nullptr}, {"error", told}}) << "\n";
  } else {
    complain(told);
  }
  return kExitBadInput;
}

int export_one(const PuzzleOptions& options, const Given& given, const std::string& to) {
  const Result<Written> written = text_in(given, to);
  if (!written.ok()) return refuse(options, to, given.text, given.place, written.problem());
  const std::string& text = written.value().text;
  if (options.json) {
    std::cout << printable({{"puzzle", given.text},
                            {"remarks", given.remarks},
                            {"form", to},
                            {"written", text},
                            {"error", nullptr}})
              << "\n";
  } else {
    std::cout << text << (text.ends_with('\n') ? "" : "\n");
  }
  return written.value().code;
}

// Known in some family: a puzzle of another may still have no such form.
bool is_form(const std::string& to) {
  if (to == "minizinc" || to == "groups" || to == "count" || formats::find_writer(to) != nullptr) return true;
  const auto all = puzzles::families();
  return std::any_of(all.begin(), all.end(), [&](const puzzles::Family& family) {
    return std::find(family.formats.begin(), family.formats.end(), to) != family.formats.end();
  });
}

}  // namespace

int run_export(const PuzzleOptions& options, const std::string& to) {
  if (!is_form(to)) {
    complain(sentence(Problem{"error.format.unknown", {{"format", to}}}));
    return kExitBadInput;
  }
  return for_each_puzzle(options, {[&](const Given& given) { return export_one(options, given, to); },
                                   [&](const std::string& given, const std::string& place, const Problem& problem) {
                                     return refuse(options, to, given, place, problem);
                                   }});
}

}  // namespace fastslow::cli
