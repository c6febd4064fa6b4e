// The solver module's one door: `SolverCalls` of web/src/protocol/engine.ts. Stateless for the caller: every
// request carries its puzzle and facts. Inside, the last puzzle's solver is kept warm.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "session/session.h"
#include "solver/solver.h"
#include "wire/encode.h"

namespace fastslow::wire {

using SolverFactory = std::function<std::unique_ptr<solver::Solver>(const Model&)>;

class SolverDoor {
 public:
  // The factory's solver must live no longer than the model it is given.
  explicit SolverDoor(SolverFactory factory) : factory_(std::move(factory)) {}

  // Nothing is thrown, whatever comes in.
  std::string call(std::string_view text);

 private:
  struct Warm {
    std::string family;
    std::string text;
    puzzles::Puzzle puzzle;
    std::unique_ptr<solver::Solver> solver;  // refers to `puzzle.model`: declared after it
  };

  Result<Warm*> warm_up(const std::string& family, const std::string& text);
  Json answer(const Json& json);

  SolverFactory factory_;
  std::unique_ptr<Warm> warm_;
};

// The answer to one request, for hosts that hold a solver themselves.
Json answer_json(const puzzles::Puzzle& puzzle, solver::Solver& solver, const session::SolverRequest& request);

}  // namespace fastslow::wire
