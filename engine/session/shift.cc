#include "session/shift.h"

#include <algorithm>

namespace fastslow::session {
namespace {

// A variant's size without the letters that name its rules ("9x9k"), which are told as rules.
std::string bare_size(const puzzles::Puzzle& puzzle) {
  std::string size = puzzle.kind;
  while (!puzzle.rules.empty() && !size.empty() && size.back() >= 'a' && size.back() <= 'z') size.pop_back();
  return size;
}

bool includes(const std::vector<std::string>& items, const std::string& item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

}  // namespace

Shift shift_of(const puzzles::Puzzle& puzzle, const puzzles::Puzzle& told, const std::vector<Trained>& trained) {
  Shift shift;
  if (trained.empty()) return shift;
  const auto known =
      std::find_if(trained.begin(), trained.end(), [&](const Trained& t) { return t.family == puzzle.family; });
  shift.family = known == trained.end();
  if (shift.family) return shift;
  shift.size = !includes(known->sizes, bare_size(puzzle));
  for (const std::string& rule : puzzle.switchable) {
    const bool on = includes(puzzle.rules, rule);
    if (on != includes(told.rules, rule)) {
      shift.switched.push_back({rule, on});
    } else if (on && !includes(known->rules, rule)) {
      shift.rules.push_back(rule);
    }
  }
  return shift;
}

}  // namespace fastslow::session
