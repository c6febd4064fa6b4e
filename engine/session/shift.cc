#include "session/shift.h"

#include <algorithm>
#include <string_view>

namespace fastslow::session {
namespace {

bool includes(const std::vector<std::string>& items, std::string_view item) {
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
  // Rules that are part of a size ("9x9k") are looked at one by one below.
  shift.size = !includes(known->sizes, puzzles::id_without_rules(puzzle.size));
  // A switched rule counts as that alone, whether the network knows it from training or not: what it was told is wrong.
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
