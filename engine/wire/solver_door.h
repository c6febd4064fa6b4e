// The solver module's one door: `SolverCalls` of web/src/protocol. It is told of a puzzle once and then keeps its
// solver warm; each question names the puzzle and sends how its facts differ from those of the question before. Practice,
// in which System 2 teaches System 1, goes through here too (practice_door.h).
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "puzzles/puzzle.h"
#include "solver/solver.h"
#include "wire/json.h"
#include "wire/practice_door.h"

namespace fastslow::wire {

class SolverDoor {
 public:
  // The factory's solver must live no longer than the model it is given. `draft`: told, while a question that wants
  // drafts is being answered, of an answer whose proof may yet become shorter.
  explicit SolverDoor(solver::SolverFactory factory, std::function<void(const std::string&)> draft = {})
      : factory_(std::move(factory)), draft_(std::move(draft)), practice_(factory_) {}

  // Nothing is thrown, whatever comes in.
  std::string call(std::string_view text);

 private:
  struct Warm {
    std::string name;
    puzzles::Puzzle puzzle;
    std::unique_ptr<solver::Solver> solver;  // refers to `puzzle.model`: declared after it
    std::vector<Step> facts;                 // of the last question
    // Of the facts, as their sender counts: a question that got lost on the way must not lead to another's facts.
    std::int64_t version = 0;
  };
  struct Operation;
  static std::span<const Operation> operations();

  Json dispatch(const Json& request);
  Json protocol(const Json& request);
  Json tell(const Json& request);
  Json solve(const Json& request);
  Json practice(const Json& request);

  solver::SolverFactory factory_;
  std::function<void(const std::string&)> draft_;
  std::unique_ptr<Warm> warm_;
  PracticeDoor practice_;
};

}  // namespace fastslow::wire
