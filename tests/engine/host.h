// A host for tests: performs a session's effects with Z3 and an artificial intuition.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "core/search.h"
#include "engine/helpers.h"
#include "engine/steady.h"
#include "rooms.h"
#include "session/session.h"
#include "solver/choose_step.h"
#include "solver/presolve.h"
#include "solver/settle.h"
#include "solver/z3_solver.h"

namespace fastslow::testing {

struct Host {
  // `knows`: the intuition is told the solution, for its `skill`. Of a large board it may take too long to find.
  explicit Host(const std::string& text, ArbiterConfig arbiter, const std::string& family = "sudoku", bool knows = true)
      : session(puzzle_of(text, family)) {
    Config config = session.config();
    config.arbiter = arbiter;
    session.configure(config);
    solution = session.puzzle().answer;
    if (!solution.empty() || !knows) return;
    const auto found = search(session.model(), {}, {.limit = 1}).solutions;
    if (!found.empty()) solution = found.front();
  }

  // Of each variable it is sure: of its true value in a `skill` share of them, of a wrong one in the rest.
  // Each further look makes it `surer` times as sure.
  std::vector<float> feel(const PolicyInput& input, int look = 0) const {
    std::vector<float> logits;
    for (const Literal l : input.rows) {
      const VariableId variable = session.model().variable_of(l);
      Random random(static_cast<std::uint64_t>(variable) * 7919 + 13);
      const bool knows = random.below(1000) < static_cast<int>(skill * 1000);
      const Variable& v = session.model().variable(variable);
      const int truth = solution.empty() ? 0 : solution[static_cast<std::size_t>(variable)] - v.first_literal;
      const int believed = knows ? truth : (truth + 1 + random.below(v.domain_size() - 1)) % v.domain_size();
      auto sureness = static_cast<float>(random.below(1000)) / 100.0F;
      for (int i = 0; i < look; ++i) sureness *= surer;
      logits.push_back(l - v.first_literal == believed ? sureness : 0.0F);
    }
    return logits;
  }

  SolverAnswer reason(const SolverRequest& request) {
    ++solver_calls;
    if (!starve && solved_puzzle != session.position().puzzle) {
      solved_puzzle = session.position().puzzle;
      solver = make_presolved(session.model(), rest);
    }
    if (std::holds_alternative<Diagnose>(request.question)) {
      if (starve) return {Diagnosed{}};
      const Diagnosis diagnosis = diagnose(*solver, request.facts, {request.budget});
      return {Diagnosed{diagnosis.truth, diagnosis.wrong}};
    }
    if (starve) return {Found{}};
    if (const auto* asked = std::get_if<Choose>(&request.question)) {
      const Choice choice = choose_step(*solver, request.facts, asked->prefer, {request.budget}, asked->insist);
      return {Found{choice.finding, choice.proof}};
    }
    if (const auto* asked = std::get_if<Settle>(&request.question)) {
      Settlement settled = settle(*solver, request.facts, asked->variables, {request.budget});
      Found found{settled.finding, std::nullopt, {}};
      if (!settled.proofs.empty()) {
        found.proof = settled.proofs.front();
        found.further.assign(settled.proofs.begin() + 1, settled.proofs.end());
      }
      return {std::move(found), settled.effort};
    }
    const Literal literal = std::get<Examine>(request.question).literal;
    const Examination examination = examine(*solver, request.facts, literal, {request.budget});
    return {Found{examination.finding, examination.proof}};
  }

  // One think step; the final effect is Decided or Idle.
  Effect step() {
    return step([&](const EvaluatePolicy& asked) { return PolicyAnswer{feel(*asked.input, asked.look), 0.5, 4}; });
  }
  // With the intuition that is the same on every platform.
  Effect steady_step() {
    return step([](const EvaluatePolicy& asked) { return steady_intuition(asked.input->literals, asked.look); });
  }
  template <class Answer>
  Effect step(Answer answer) {
    Effect effect = session.think();
    for (;;) {
      if (const auto* policy = std::get_if<EvaluatePolicy>(&effect)) {
        ++looks;
        effect = session.resume(policy->ticket, answer(*policy)).value();
      } else if (const auto* run = std::get_if<RunSolver>(&effect)) {
        effect = session.resume(run->ticket, reason(run->request)).value();
      } else {
        return effect;
      }
    }
  }

  // Steps until there is nothing to decide. Every step settles something for good, so it ends.
  IdleReason play_out() {
    for (int i = 0; i < 5000; ++i) {
      const Effect effect = step();
      if (const auto* idle = std::get_if<Idle>(&effect)) return idle->reason;
    }
    ADD_FAILURE() << "no end after 5000 steps";
    return IdleReason::stuck;
  }

  Session session;
  SolverFactory rest = make_z3_solver;  // who is asked what the presolve leaves open
  std::unique_ptr<Solver> solver;       // of `solved_puzzle`: a board may grow
  std::shared_ptr<const Puzzle> solved_puzzle;
  std::vector<Literal> solution;
  double skill = 0;     // share of the variables that the intuition is right about
  bool starve = false;  // the solver answers nothing but "unknown"
  float surer = 1;
  int solver_calls = 0;
  int looks = 0;
};

}  // namespace fastslow::testing
