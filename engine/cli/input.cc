#include "cli/input.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>

#include "cli/catalogue.h"
#include "formats/recognise.h"

namespace fastslow::cli {
namespace {

int visit(const Visitor& visitor, const formats::Placed& placed) {
  if (!placed.found.ok()) return visitor.refused(placed.given, placed.place, placed.found.problem());
  const formats::Found& found = placed.found.value();
  const puzzles::Family& family = *puzzles::find_family(found.family);
  Result<puzzles::Puzzle> puzzle = family.parse(found.text);
  if (!puzzle.ok()) return visitor.refused(placed.given, placed.place, puzzle.problem());
  Given given{family, std::move(puzzle.value()), found.text, placed.place, {}};
  for (const formats::Remark& remark : found.remarks) {
    given.remarks.push_back(sentence(remark));
    complain(placed.place + ": " + given.remarks.back());
  }
  return visitor.puzzle(given);
}

int visit_argument(const PuzzleOptions& options, const Visitor& visitor, std::size_t index) {
  const std::string& text = options.puzzles[index];
  const std::string place = "argument " + std::to_string(index + 1);
  auto found = formats::recognise(text, options.family);
  if (!found.ok()) return visitor.refused(text, place, found.problem());
  int worst = kExitOk;
  for (formats::Found& puzzle : found.value()) {
    worst = std::max(worst, visit(visitor, {place, text, std::move(puzzle)}));
  }
  return worst;
}

int visit_stream(const PuzzleOptions& options, const Visitor& visitor, std::istream& in) {
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  // Exit codes ascend with what they mean, so the largest is the worst.
  int worst = kExitOk;
  const auto all = formats::recognise_file(text, options.family);
  if (all.empty()) {
    complain(sentence(Problem{"error.text.empty", {}}));
    return kExitBadInput;
  }
  for (const formats::Placed& placed : all) worst = std::max(worst, visit(visitor, placed));
  return worst;
}

}  // namespace

void complain(const std::string& text) { std::cerr << "fastslow: " << text << "\n"; }

int for_each_puzzle(const PuzzleOptions& options, const Visitor& visitor) {
  const auto family = puzzles::family_or_problem(options.family);
  if (!family.ok()) {
    complain(sentence(family.problem()));
    return kExitBadInput;
  }
  int worst = kExitOk;
  for (std::size_t i = 0; i < options.puzzles.size(); ++i) {
    worst = std::max(worst, visit_argument(options, visitor, i));
  }
  if (!options.file.empty() && options.file != "-") {
    std::ifstream in(options.file, std::ios::binary);
    if (!in) {
      complain(sentence(Problem{"error.file.unreadable", {{"file", options.file}}}));
      return kExitBadInput;
    }
    return std::max(worst, visit_stream(options, visitor, in));
  }
  if (options.puzzles.empty() || options.file == "-") return std::max(worst, visit_stream(options, visitor, std::cin));
  return worst;
}

}  // namespace fastslow::cli
