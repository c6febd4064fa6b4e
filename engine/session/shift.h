// When the world is not what the network was trained on, or not what it was told.
#pragma once

#include <string>
#include <vector>

#include "puzzles/puzzle.h"

namespace fastslow::session {

// What the network was trained on, from its card.
struct Trained {
  std::string family;
  std::vector<std::string> sizes;
  std::vector<std::string> rules;
};

// In what a puzzle is outside of that.
struct Shift {
  bool family = false;
  bool size = false;
  std::vector<std::string> rules;  // in force, and new to the network
  // Switched since it was told the rules: it goes by the old ones.
  struct Switched {
    std::string rule;
    bool on = false;
  };
  std::vector<Switched> switched{};

  [[nodiscard]] bool any() const { return family || size || !rules.empty() || !switched.empty(); }
};

// `puzzle`: at hand; `told`: as the network was told of it. Nothing is claimed where nothing is known of the training.
Shift shift_of(const puzzles::Puzzle& puzzle, const puzzles::Puzzle& told, const std::vector<Trained>& trained);

}  // namespace fastslow::session
