// What is proved is what propagation refutes: a proof by itself (solver/hunt.h), since whoever replays the core comes to
// the same conflict. Of the move that is played the solver refutes the opposite besides.
#include "practice/teacher.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/consequences.h"
#include "core/index.h"
#include "practice/network.h"
#include "solver/hunt.h"

namespace fastslow::practice {
namespace {

// The open visible variables that more than one value is left for, ascending.
std::vector<VariableId> open_questions(const Model& model, const std::vector<Mark>& marks) {
  std::vector<VariableId> questions;
  for (VariableId v = 0; v < model.variable_count(); ++v) {
    if (!model.variable(v).hidden && is_question(model, marks, v)) questions.push_back(v);
  }
  return questions;
}

// A core that forces the step without a case distinction, as short as it gets.
std::optional<solver::Core> proof_of(solver::Hunt& hunt, Step step, bool far) {
  if (auto core = hunt.direct(step)) return core;
  if (!far) return std::nullopt;
  auto core = hunt.indirect(step);
  if (core) core = hunt.shrink(std::move(*core), negated(step));
  return core;
}

struct Proved {
  Step step;
  solver::Core core;
};

// What is proved of the questions. `far`: not only what one rule shows.
std::vector<Proved> proofs_of(solver::Hunt& hunt, const std::vector<VariableId>& questions,
                              const std::vector<Literal>& answer, bool far) {
  std::vector<Proved> proofs;
  for (const VariableId v : questions) {
    const Step step{answer[at(v)], true};
    if (auto core = proof_of(hunt, step, far)) proofs.push_back({step, std::move(*core)});
  }
  return proofs;
}

}  // namespace

bool is_question(const Model& model, const std::vector<Mark>& marks, VariableId v) {
  const Literal first = model.variable(v).first_literal;
  int open = 0;
  for (Literal l = first; l < first + model.variable(v).domain_size(); ++l) open += marks[at(l)] == Mark::open ? 1 : 0;
  return open > 1;
}

Taught teach(solver::Solver& solver, const State& state, const std::vector<Literal>& answer, Teacher teacher,
             int longest, bool learning) {
  const Model& model = solver.model();
  const std::vector<Step> facts = facts_of(model, state, true);
  const std::vector<Mark> marks = direct_marks(model, state);
  const std::vector<VariableId> questions = open_questions(model, marks);
  const bool critical = teacher == Teacher::short_proofs;
  const bool proving = learning && teacher != Teacher::answers;
  Taught taught;
  solver::Hunt hunt(model, facts);
  std::vector<Proved> proofs = proofs_of(hunt, questions, answer, proving && (!critical || longest > 1));
  if (proofs.empty()) proofs = proofs_of(hunt, questions, answer, true);
  const auto easiest = std::min_element(proofs.begin(), proofs.end(), [](const Proved& a, const Proved& b) {
    return solver::is_smaller(a.core, b.core);
  });
  // Forced all the same, for there is one solution only.
  taught.move = easiest != proofs.end() ? easiest->step : Step{answer[at(questions.front())], true};
  taught.rules = easiest != proofs.end() ? static_cast<int>(easiest->core.parts.size()) : 0;
  std::vector<Step> denied = facts;
  denied.push_back(negated(taught.move));
  const solver::CheckResult check = solver.check({.facts = std::move(denied)});
  taught.effort = check.effort;
  if (!learning) return taught;
  if (teacher == Teacher::answers) {
    for (const Literal l : answer) {
      if (marks[at(l)] == Mark::open) taught.proved.push_back({l, true});
    }
    return taught;
  }
  for (const Proved& proof : proofs) {
    if (!critical || static_cast<int>(proof.core.parts.size()) <= longest) taught.proved.push_back(proof.step);
  }
  // What takes cases is proved by the solver's own search, with more rules than any critic keeps.
  if (proofs.empty() && !critical && check.truth == solver::Truth::unsat) taught.proved.push_back(taught.move);
  return taught;
}

std::vector<std::uint8_t> lesson_of(const Model& model, const policy::PolicyInput& input,
                                    const std::vector<Step>& proved, const std::vector<Literal>& answer) {
  std::vector<std::uint8_t> lesson(input.rows.size(), 0);
  for (std::size_t n = 0; n < input.rows.size(); ++n) {
    const Literal l = input.rows[n];
    if (model.is_hidden(l)) lesson[n] |= kUnseen;
    if (answer[at(model.variable_of(l))] == l) lesson[n] |= kAnswer;
  }
  for (const Step step : proved) {
    const VariableId v = model.variable_of(step.literal);
    for (std::size_t n = 0; n < input.rows.size(); ++n) {
      if (model.variable_of(input.rows[n]) != v) continue;
      const bool may = (input.rows[n] == step.literal) == step.place;
      lesson[n] = static_cast<std::uint8_t>(lesson[n] | kTaught | (may ? kMayHold : 0));
    }
  }
  return lesson;
}

}  // namespace fastslow::practice
