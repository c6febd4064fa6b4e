// The solver module's one door: `SolverCalls` of web/src/protocol.ts. Stateless for the caller: every
// request carries its puzzle and facts. Inside, the last puzzle's solver is kept warm.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "session/display.h"
#include "session/session.h"
#include "solver/solver.h"

namespace fastslow {

using SolverFactory = std::function<std::unique_ptr<Solver>(const Model&)>;

class SolverService {
 public:
  // The factory's solver must live no longer than the model it is given.
  explicit SolverService(SolverFactory factory) : factory_(std::move(factory)) {}

  // Nothing is thrown, whatever comes in.
  std::string call(std::string_view text);

 private:
  struct Warm {
    std::string family;
    std::string text;
    Puzzle puzzle;
    std::unique_ptr<Solver> solver;  // refers to `puzzle.model`: declared after it
  };

  Result<Warm*> warm_up(const std::string& family, const std::string& text);
  Json answer(const Json& json);

  SolverFactory factory_;
  std::unique_ptr<Warm> warm_;
};

// The answer to one request, for hosts that hold a solver themselves.
Json answer_json(const Puzzle& puzzle, Solver& solver, const SolverRequest& request);

}  // namespace fastslow
