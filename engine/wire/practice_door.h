// What the solver module's door passes on to a practice: `PracticeCalls` of web/src/protocol. One practice at a time.
#pragma once

#include <array>
#include <memory>
#include <string_view>
#include <utility>

#include "practice/practice.h"
#include "solver/solver.h"
#include "wire/json.h"

namespace fastslow::wire {

inline constexpr std::array<std::string_view, 7> kPracticeOperations = {
    "practice_begin", "practice_go",   "practice_test",   "practice_picture",
    "practice_save",  "practice_weights", "practice_resume"};

class PracticeDoor {
 public:
  explicit PracticeDoor(solver::SolverFactory factory) : factory_(std::move(factory)) {}

  // The reply to one of the operations. May throw what reading JSON throws.
  Json call(const Json& request);

 private:
  Json begin(const Json& request);
  Json resume(const Json& request);
  Json begun(Json setup, std::unique_ptr<practice::Practice> made);

  solver::SolverFactory factory_;
  Json setup_;  // of the practice: the request it was begun with, but for the start
  std::unique_ptr<practice::Practice> practice_;
};

// Nothing is read of a list of supplies or puzzles that is longer.
inline constexpr std::size_t kMostPuzzles = 2000;
inline constexpr std::size_t kMostState = 16'000'000;  // characters

// A setup's settings. Problem: error.request.argument, error.practice.setting.
Result<practice::Settings> parse_settings(const Json& setup);

// A practice as text, and back: version, a sum of all characters, JSON. Problem: error.practice.state {detail}.
std::string state_text(const Json& setup, const practice::Snapshot& snapshot);
struct ReadState {
  Json setup;
  practice::Snapshot snapshot;
};
Result<ReadState> read_state(std::string_view text);

}  // namespace fastslow::wire
