// Questions to System 2 and its answers, as they pass between the two modules. Answers hold cores, never words.
#pragma once

#include <functional>
#include <string>

#include "puzzles/puzzle.h"
#include "session/effect.h"
#include "solver/solver.h"
#include "wire/json.h"

namespace fastslow::wire {

// `SolverRequest` of web/src/protocol. `puzzle`: the name by which the solver module was told of the puzzle.
Json solver_request_json(const session::SolverRequest& request, const std::string& puzzle,
                         const session::PositionId& position);

// The question of a request. Problem: error.request.argument.
Result<session::Question> parse_question(const Model& model, const Json& json);

// Bounds that come with the question, not with the request's budget.
struct AnswerBounds {
  // Checks spent on making a core minimal. A chosen step's core is small as it is. One asked for may cite a hundred
  // rules, and so may a contradiction: nobody reads them, so the wait is bounded (about a second on a 9x9 sudoku).
  int examine_checks = 15;
  int diagnose_checks = 10;
  std::uint64_t counting_nodes = 3'000'000;  // about a second
};

// The answer of `solver`, which was made for the puzzle's model. `draft`: told of the first answer to `Choose` or
// `Examine` that has a proof, in the form of the answer itself, where a shorter proof is looked for.
Json answer_json(const puzzles::Puzzle& puzzle, solver::Solver& solver, const session::SolverRequest& request,
                 const AnswerBounds& bounds = {}, const std::function<void(Json)>& draft = {});

// What a session is told of an answer to `Choose`, `Examine`, `Settle` or `Diagnose`. Nothing if an index or a word is
// off.
std::optional<session::SolverAnswer> parse_answer(const Model& model, const Json& json);

}  // namespace fastslow::wire
