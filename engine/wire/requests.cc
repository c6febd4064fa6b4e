#include "wire/requests.h"

#include "core/consequences.h"
#include "core/index.h"
#include "solver/choose_step.h"
#include "solver/clash.h"
#include "solver/marginals.h"
#include "solver/settle.h"
#include "wire/board.h"
#include "wire/names.h"
#include "wire/proofs.h"

namespace fastslow::wire {
namespace {

std::string solution_text(const puzzles::Puzzle& puzzle, const std::vector<Literal>& assignment) {
  State state = initial_state(puzzle.model);
  for (const Literal l : assignment) state.marks[at(l)] = Mark::placed;
  return text_of(puzzle, state);
}

Json solutions_json(const puzzles::Puzzle& puzzle, std::initializer_list<const std::vector<Literal>*> found) {
  Json solutions = Json::array();
  // An empty assignment stands for a solution that was not found.
  for (const auto* assignment : found) {
    if (!assignment->empty()) solutions.push_back(solution_text(puzzle, *assignment));
  }
  return solutions;
}

// Of the visible literals that are open after direct elimination.
Json marginals_json(const Model& model, const std::vector<Step>& facts, const solver::Marginals& counted) {
  Json list = Json::array();
  if (counted.truth != solver::Truth::sat) return list;
  // The facts are what the question was asked about; no session, and so no position, is at hand here.
  State state = initial_state(model);
  for (const Step fact : facts) state.marks[at(fact.literal)] = fact.place ? Mark::placed : Mark::ruled_out;
  for (const Literal l : legal_actions(model, state)) {
    list.push_back(
        {{"variable", model.variable_of(l)}, {"value", model.value_of(l)}, {"probability", counted.shares[at(l)]}});
  }
  return list;
}

// What was found about a step: a `Choice` or an `Examination`.
template <class ChoiceOrExamination>
Json finding_json(const ChoiceOrExamination& found) {
  Json json = {{"finding", finding_name(found.finding)}, {"effort", found.effort}};
  if (found.proof) json["core"] = core_json(*found.proof);
  return json;
}

struct Answerer {
  const puzzles::Puzzle& puzzle;
  solver::Solver& solver;
  const session::SolverRequest& request;
  const AnswerBounds& bounds;
  const std::function<void(Json)>& draft;

  [[nodiscard]] solver::Limits limits(int minimising_checks = 0) const { return {request.budget, minimising_checks}; }
  // For an answer that is a proof of one step; a step that is `refuted` is proved not to be.
  [[nodiscard]] solver::Limits telling(solver::Limits limits, std::optional<Literal> examined) const {
    if (!draft) return limits;
    limits.draft = [this, examined](const solver::Proof& proof) {
      const bool refuted = examined && !proof.step.place;
      Json json = finding_json(
          solver::Examination{refuted ? solver::Finding::refuted : solver::Finding::forced, proof, std::uint64_t{0}});
      json["task"] = task_name(request.question);
      draft(std::move(json));
    };
    return limits;
  }

  Json operator()(const session::Choose& choose) const {
    return finding_json(
        choose_step(solver, request.facts, choose.prefer, telling(limits(), std::nullopt), choose.insist));
  }
  Json operator()(const session::Examine& asked) const {
    return finding_json(
        examine(solver, request.facts, asked.literal, telling(limits(bounds.examine_checks), asked.literal)));
  }
  Json operator()(const session::Settle& asked) const {
    solver::Settlement settled = solver::settle(solver, request.facts, asked.variables, limits(bounds.examine_checks));
    Json further = Json::array();
    solver::Examination first{settled.finding, std::nullopt, settled.effort};
    for (solver::Proof& proof : settled.proofs) {
      if (first.proof) {
        further.push_back(core_json(proof));
      } else {
        first.proof = std::move(proof);
      }
    }
    Json json = finding_json(first);
    json["further"] = std::move(further);
    return json;
  }
  Json operator()(const session::Diagnose&) const {
    const solver::Diagnosis diagnosis = diagnose(solver, request.facts, limits(bounds.diagnose_checks));
    Json wrong = Json::array();
    for (const solver::Proof& proof : diagnosis.wrong) wrong.push_back(core_json(proof));
    return {{"truth", truth_name(diagnosis.truth)}, {"effort", diagnosis.effort}, {"wrong", std::move(wrong)}};
  }
  Json operator()(const session::Solve&) const {
    const solver::Solution solution = solver::solve(solver, request.facts, limits());
    return {{"truth", truth_name(solution.truth)},
            {"effort", solution.effort},
            {"solutions", solutions_json(puzzle, {&solution.assignment})}};
  }
  Json operator()(const session::Unique&) const {
    const solver::Uniqueness unique = uniqueness(solver, request.facts, limits());
    Json json = {{"count", count_name(unique.count)},
                 {"effort", unique.effort},
                 {"solutions", solutions_json(puzzle, {&unique.first, &unique.second})}};
    if (unique.count == solver::Count::none) {
      json["clash"] = clash_json(puzzle.model, solver::clash(solver, limits()));
    }
    return json;
  }
  Json operator()(const session::Marginals&) const {
    const solver::Marginals counted = solver::marginals(puzzle.model, request.facts, bounds.counting_nodes);
    return {{"truth", truth_name(counted.truth)},
            {"effort", counted.nodes},
            {"marginals", marginals_json(puzzle.model, request.facts, counted)}};
  }
};

std::optional<session::Found> parse_found(const Model& model, const Json& json) {
  const auto finding = parse_finding(json.at("finding").get<std::string>());
  if (!finding) return std::nullopt;
  // A proof has to come with these two findings, and with no other.
  const bool needs_proof = *finding == solver::Finding::forced || *finding == solver::Finding::refuted;
  if (needs_proof != has(json, "core")) return std::nullopt;
  if (!needs_proof) return session::Found{*finding, std::nullopt};
  session::Found found{*finding, parse_core(model, json.at("core"))};
  if (!found.proof) return std::nullopt;
  for (const Json& other : json.value("further", Json::array())) {
    auto proof = parse_core(model, other);
    if (!proof) return std::nullopt;
    found.further.push_back(std::move(*proof));
  }
  return found;
}

std::optional<session::Diagnosed> parse_diagnosed(const Model& model, const Json& json) {
  session::Diagnosed diagnosed;
  const auto truth = parse_truth(json.at("truth").get<std::string>());
  if (!truth) return std::nullopt;
  diagnosed.truth = *truth;
  for (const Json& wrong : json.at("wrong")) {
    const auto proof = parse_core(model, wrong);
    if (!proof) return std::nullopt;
    diagnosed.wrong.push_back(*proof);
  }
  return diagnosed;
}

}  // namespace

Json solver_request_json(const session::SolverRequest& request, const std::string& puzzle,
                         const session::PositionId& position) {
  Json json = {{"puzzle", puzzle},
               {"position", position.text()},
               {"task", task_name(request.question)},
               {"facts", steps_json(request.facts)},
               {"budget", request.budget}};
  if (const auto* examine = std::get_if<session::Examine>(&request.question)) json["literal"] = examine->literal;
  if (const auto* settle = std::get_if<session::Settle>(&request.question)) json["variables"] = settle->variables;
  if (const auto* choose = std::get_if<session::Choose>(&request.question)) {
    if (choose->prefer) json["literal"] = *choose->prefer;
    if (choose->insist) json["insist"] = true;
  }
  return json;
}

Result<session::Question> parse_question(const Model& model, const Json& json) {
  const auto task = json.at("task").get<std::string>();
  std::optional<Literal> literal;
  if (has(json, "literal")) literal = whole<int>(json.at("literal"));
  if (literal && !model.has_literal(*literal)) return bad_argument("literal");
  if (task == task_name(session::Examine{})) {
    if (!literal) return bad_argument("literal");
    return session::Question(session::Examine{*literal});
  }
  if (task == task_name(session::Choose{})) {
    return session::Question(session::Choose{literal, json.value("insist", false)});
  }
  if (task == task_name(session::Settle{})) {
    auto variables = json.at("variables").get<std::vector<VariableId>>();
    for (const VariableId v : variables) {
      if (v < 0 || v >= model.variable_count() || model.variable(v).hidden) return bad_argument("variables");
    }
    return session::Question(session::Settle{std::move(variables)});
  }
  for (const session::Question& question :
       {session::Question(session::Diagnose{}), session::Question(session::Solve{}),
        session::Question(session::Unique{}), session::Question(session::Marginals{})}) {
    if (task == task_name(question)) return question;
  }
  return bad_argument("task");
}

Json answer_json(const puzzles::Puzzle& puzzle, solver::Solver& solver, const session::SolverRequest& request,
                 const AnswerBounds& bounds, const std::function<void(Json)>& draft) {
  Json answer = std::visit(Answerer{puzzle, solver, request, bounds, draft}, request.question);
  answer["task"] = task_name(request.question);
  return answer;
}

std::optional<session::SolverAnswer> parse_answer(const Model& model, const Json& json) {
  session::SolverAnswer answer;
  answer.effort = whole<std::uint64_t>(json.at("effort"));
  if (json.at("task").get<std::string>() == task_name(session::Diagnose{})) {
    const auto diagnosed = parse_diagnosed(model, json);
    if (!diagnosed) return std::nullopt;
    answer.found = *diagnosed;
  } else {
    const auto found = parse_found(model, json);
    if (!found) return std::nullopt;
    answer.found = *found;
  }
  return answer;
}

}  // namespace fastslow::wire
