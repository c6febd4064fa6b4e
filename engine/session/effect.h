// What a session asks of its host, and what it is told in return. Plain values, for any host: a page, a test, a tool.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "core/state.h"
#include "policy/proposal.h"
#include "session/position_id.h"
#include "solver/reasoning.h"

namespace fastslow::session {

// --- questions to System 2 ------------------------------------------------------------------------------

// The easiest forced step; `prefer` before others at equal ease, or, if `insist`, before all others.
struct Choose {
  std::optional<Literal> prefer;
  bool insist = false;
};
// Is this literal forced, impossible or open?
struct Examine {
  Literal literal = 0;
};
// Which value must each of these have? All that are forced, the first one first, the others in an order of ease.
struct Settle {
  std::vector<VariableId> variables;
};
// Which of the facts, oldest first, cannot stand?
struct Diagnose {};
// One solution; how many there are; in which share of them each literal holds.
struct Solve {};
struct Unique {};
struct Marginals {};
using Question = std::variant<Choose, Examine, Diagnose, Solve, Unique, Marginals, Settle>;

struct SolverRequest {
  Question question;
  std::vector<Step> facts;   // without the givens
  std::uint64_t budget = 0;  // effort at most; 0: unlimited
};

// To `Choose`, `Examine` and `Settle`.
struct Found {
  solver::Finding finding = solver::Finding::unknown;
  std::optional<solver::Proof> proof;  // forced, refuted
  // Settle: what else it proved, in an order in which each may rest on those before it.
  std::vector<solver::Proof> further{};
};
// To `Diagnose`.
struct Diagnosed {
  solver::Truth truth = solver::Truth::unknown;
  std::vector<solver::Proof> wrong;  // unsat: each proves that a guess cannot stand
};
// Questions that no think step asks are answered to whoever asked them, not to the session.
struct SolverAnswer {
  std::variant<Found, Diagnosed> found;
  std::uint64_t effort = 0;
};

// --- effects --------------------------------------------------------------------------------------------------

struct EvaluatePolicy {
  int ticket = 0;
  int look = 0;         // 0: a glance; otherwise thinking goes on from the look before
  int start = 0;        // 0: the usual states; otherwise thinking is begun anew, and for that long, from others: these
  PositionId position;  // that is looked at: the present one, or what is left of it without some values
  std::shared_ptr<const policy::PolicyInput> input;
};
struct RunSolver {
  int ticket = 0;
  SolverRequest request;
};
struct Decided {
  int decision = 0;
};
enum class IdleReason { solved, lost, stuck, several, budget, impossible };
struct Idle {
  IdleReason reason = IdleReason::solved;
};
using Effect = std::variant<EvaluatePolicy, RunSolver, Decided, Idle>;

}  // namespace fastslow::session
