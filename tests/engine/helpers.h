// Small boards and oracles for the tests.
#pragma once

#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "core/consequences.h"
#include "core/model.h"
#include "core/state.h"
#include "puzzles/family.h"
#include "rooms.h"

namespace fastslow::puzzles {

// For failures.
inline std::ostream& operator<<(std::ostream& out, const Size& size) { return out << size.id; }

}  // namespace fastslow::puzzles

namespace fastslow::testing {

// Requires a text that parses.
inline Puzzle puzzle_of(const std::string& text, const std::string& family = "sudoku") {
  return find_family(family)->parse(text).value();
}

// Places values by hand, in reading order ('.' skips), where they do not stand yet.
inline State placed(const Model& model, State state, const std::string& values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] == '.') continue;
    const Literal l = model.literal(static_cast<int>(i), values[i] - '0');
    state.marks[static_cast<std::size_t>(l)] = Mark::placed;
  }
  return state;
}

// Every solution by trying all assignments, with the checker as the only knowledge of the rules.
// Independent of propagation and of every solver. Complete but exponential: tiny models only.
inline std::vector<std::vector<Literal>> enumerate(const Model& model) {
  std::vector<std::vector<Literal>> solutions;
  const State start = initial_state(model);
  std::vector<Literal> chosen;
  std::function<void(const State&)> extend = [&](const State& state) {
    const auto v = static_cast<VariableId>(chosen.size());
    if (v == model.variable_count()) {
      if (violated(model, state).empty()) solutions.push_back(chosen);
      return;
    }
    for (int value = model.variable(v).lowest; value <= model.variable(v).highest; ++value) {
      const Literal l = model.literal(v, value);
      State next = state;
      next.marks[static_cast<std::size_t>(l)] = Mark::placed;
      // Only what no completion can repair may be cut: an upper bound exceeded.
      bool hopeless = false;
      for (const Group& group : model.groups()) {
        int sum = 0;
        bool only_grows = true;
        for (std::size_t i = 0; i < group.literals.size(); ++i) {
          only_grows = only_grows && group.weight(i) >= 0;
          if (next.marks[static_cast<std::size_t>(group.literals[i])] == Mark::placed) sum += group.weight(i);
        }
        hopeless = hopeless || (only_grows && sum > group.at_most);
      }
      if (hopeless) continue;
      chosen.push_back(l);
      extend(next);
      chosen.pop_back();
    }
  };
  extend(start);
  return solutions;
}

}  // namespace fastslow::testing
