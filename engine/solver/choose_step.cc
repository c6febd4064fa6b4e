// From the easiest step that was suggested to one that is proved. Propagation names a step and its reasons
// (easiest.cc), the solver proves the step from these reasons alone, and the proof is made minimal. If the reasons do
// not suffice, all rules and facts may serve. No suggestion is believed without an unsat.
//
// If propagation sees nothing, the solver asks of one open literal after the other whether its opposite is possible. A
// "yes" comes with a solution, and all literals that it shows to be free are struck off the list: after a few
// solutions, what is left is likely forced. If the list runs empty nothing is forced, and that is proved as well.
#include "solver/choose_step.h"

#include <algorithm>
#include <utility>

#include "core/index.h"
#include "solver/cores.h"
#include "solver/easiest.h"
#include "solver/forced.h"
#include "solver/meter.h"
#include "solver/reasoning.h"

namespace fastslow::solver {
namespace {

// How many cores the solver is asked for when propagation finds none.
constexpr int kSolverCores = 2;

class Chooser {
 public:
  // `hunt`: of the position that `facts`, which repeat no givens, make.
  Chooser(Meter& meter, Hunt& hunt, std::vector<Step> facts, std::optional<Literal> prefer,
          std::vector<Literal> solution)
      : meter_(meter),
        facts_(std::move(facts)),
        solution_(std::move(solution)),
        easiest_(meter.model(), hunt, prefer, solution_) {}

  Choice choose() {
    std::optional<Choice> choice = conclude(easiest_.find());
    return choice ? std::move(*choice) : by_solver();
  }

 private:
  // What was found is a suggestion: if its reasons do not suffice, others may. Nothing if it cannot be proved.
  std::optional<Choice> conclude(const std::optional<EasyStep>& candidate) {
    if (!candidate) return std::nullopt;
    const Step denied = negated(candidate->step);
    auto core = prove(meter_, candidate->core, denied);
    if (!core) core = prove_from_all(meter_, facts_, denied);
    if (!core) return std::nullopt;
    return Choice{Finding::forced, minimal_proof(meter_, *core, facts_, candidate->step, solution_), 0};
  }

  // Open literals, the most promising first; every model found clears those that it shows to be free.
  Choice by_solver() {
    std::vector<Step> todo = easiest_.open_steps();
    std::optional<EasyStep> best;
    int cores = 0;
    while (!todo.empty() && cores < kSolverCores) {
      const Step step = todo.front();
      todo.erase(todo.begin());
      std::vector<Step> facts = facts_;
      facts.push_back(negated(step));
      const CheckResult result = meter_.check({.facts = std::move(facts)});
      if (result.truth == Truth::unknown) break;
      if (result.truth == Truth::sat) {
        std::erase_if(todo, [&](Step s) {
          return (result.assignment[at(meter_.model().variable_of(s.literal))] == s.literal) != s.place;
        });
        continue;
      }
      const auto core = prove_from_all(meter_, facts_, negated(step));
      if (!core) break;
      best = easiest_.easier(std::move(best), EasyStep{step, *core});
      ++cores;
    }
    if (best) return conclude(best).value_or(Choice{});
    return {todo.empty() ? Finding::undetermined : Finding::unknown, std::nullopt, 0};
  }

  Meter& meter_;
  std::vector<Step> facts_;
  std::vector<Literal> solution_;
  Easiest easiest_;
};

}  // namespace

Choice choose_step(Solver& solver, const std::vector<Step>& facts, std::optional<Literal> prefer, const Limits& limits,
                   bool insist) {
  Meter meter(solver, limits);
  std::vector<Step> known = beyond_givens(solver.model(), facts);
  Hunt hunt(solver.model(), known);
  Choice choice;
  if (insist && prefer) {
    // No solution of the position is needed for this, and a proof of few rules is found fast.
    choice.proof = prove_if_seen(meter, hunt, {*prefer, true}, {});
    if (choice.proof) {
      choice.finding = Finding::forced;
      choice.effort = meter.spent();
      return choice;
    }
  }
  CheckResult position = meter.check({.facts = facts});
  if (position.truth == Truth::unsat) choice.finding = Finding::contradiction;
  if (position.truth == Truth::sat) {
    choice = Chooser(meter, hunt, std::move(known), prefer, std::move(position.assignment)).choose();
  }
  choice.effort = meter.spent();
  return choice;
}

}  // namespace fastslow::solver
