#include "wire/solver_door.h"

#include <exception>
#include <utility>

#include "core/consequences.h"
#include "solver/marginals.h"
#include "wire/names.h"

namespace fastslow::wire {
namespace {

// A chosen step's core is small. One asked for may cite a hundred rules, and so may a contradiction.
constexpr int kExamineChecks = 15;
constexpr int kDiagnoseChecks = 10;
constexpr std::uint64_t kCountingNodes = 3'000'000;  // about a second

Problem bad_argument(const std::string& name) { return {"error.request.argument", {{"name", name}}}; }

Json blank_answer(const session::SolverRequest& request) {
  return {{"task", task_name(request.question)},
          {"effort", 0},
          {"verdict", ""},
          {"proof", nullptr},
          {"core", nullptr},
          {"wrong", Json::array()},
          {"solutions", Json::array()},
          {"marginals", Json::array()}};
}

void fill_proof(Json& answer, const Model& model, const std::optional<solver::Proof>& proof) {
  if (!proof) return;
  answer["proof"] = proof_json(model, *proof);
  answer["core"] = core_json(*proof);
}

std::string solution_text(const puzzles::Puzzle& puzzle, const std::vector<Literal>& assignment) {
  State state = initial_state(puzzle.model);
  for (const Literal l : assignment) state.marks[static_cast<std::size_t>(l)] = Mark::placed;
  return text_of(puzzle, state);
}

void fill_solutions(Json& answer, const puzzles::Puzzle& puzzle,
                    std::initializer_list<const std::vector<Literal>*> found) {
  for (const auto* assignment : found) {
    if (!assignment->empty()) answer["solutions"].push_back(solution_text(puzzle, *assignment));
  }
}

// Of the visible literals that are open after direct elimination.
void fill_marginals(Json& answer, const Model& model, const std::vector<Step>& facts,
                    const solver::Marginals& counted) {
  if (counted.status != solver::Truth::sat) return;
  State state = initial_state(model);
  for (const Step fact : facts) {
    state.marks[static_cast<std::size_t>(fact.literal)] = fact.place ? Mark::placed : Mark::ruled_out;
  }
  for (const Literal l : legal_actions(model, state)) {
    answer["marginals"].push_back({{"variable", model.variable_of(l)},
                                   {"value", model.value_of(l)},
                                   {"probability", counted.shares[static_cast<std::size_t>(l)]}});
  }
}

// Each wrong guess with the proof that it cannot stand, given the guesses it does not stand with.
void fill_wrong(Json& answer, const Model& model, const solver::Diagnosis& diagnosis) {
  for (const solver::Proof& proof : diagnosis.wrong) {
    answer["wrong"].push_back(
        {{"literal", proof.step.literal}, {"proof", proof_json(model, proof)}, {"core", core_json(proof)}});
  }
}

struct Answerer {
  const puzzles::Puzzle& puzzle;
  solver::Solver& solver;
  const session::SolverRequest& request;
  Json& answer;

  [[nodiscard]] solver::Limits limits(int minimising_checks = 0) const { return {request.budget, minimising_checks}; }

  void operator()(const session::Choose& choose) const {
    tell(choose_step(solver, request.facts, choose.prefer, limits(), choose.insist));
  }
  void operator()(const session::Examine& asked) const {
    tell(examine(solver, request.facts, asked.literal, limits(kExamineChecks)));
  }
  void operator()(const session::Diagnose&) const {
    const solver::Diagnosis diagnosis = diagnose(solver, request.facts, limits(kDiagnoseChecks));
    answer["verdict"] = truth_name(diagnosis.status);
    answer["effort"] = diagnosis.effort;
    fill_wrong(answer, puzzle.model, diagnosis);
  }
  void operator()(const session::Solve&) const {
    const solver::Solution solution = solver::solve(solver, request.facts, limits());
    answer["verdict"] = truth_name(solution.status);
    answer["effort"] = solution.effort;
    fill_solutions(answer, puzzle, {&solution.assignment});
  }
  void operator()(const session::Unique&) const {
    const solver::Uniqueness unique = uniqueness(solver, request.facts, limits());
    answer["verdict"] = count_name(unique.count);
    answer["effort"] = unique.effort;
    fill_solutions(answer, puzzle, {&unique.first, &unique.second});
  }
  void operator()(const session::Marginals&) const {
    const solver::Marginals counted = solver::marginals(puzzle.model, request.facts, kCountingNodes);
    answer["verdict"] = truth_name(counted.status);
    answer["effort"] = counted.nodes;
    fill_marginals(answer, puzzle.model, request.facts, counted);
  }

  // What was found about a step: a `Choice` or an `Examination`.
  template <class Found>
  void tell(const Found& found) const {
    answer["verdict"] = settled_name(found.verdict);
    answer["effort"] = found.effort;
    fill_proof(answer, puzzle.model, found.proof);
  }
};

}  // namespace

Json answer_json(const puzzles::Puzzle& puzzle, solver::Solver& solver, const session::SolverRequest& request) {
  Json answer = blank_answer(request);
  std::visit(Answerer{puzzle, solver, request, answer}, request.question);
  return answer;
}

std::string SolverDoor::call(std::string_view text) {
  const Json request = Json::parse(text, nullptr, false);
  Json reply;
  if (request.is_discarded() || !request.is_object()) {
    reply = error_reply({"error.request.json", {}});
  } else {
    try {
      reply = answer(request);
    } catch (const Json::exception& e) {  // a member is missing or of another type
      reply = error_reply(bad_argument(e.what()));
    } catch (const std::exception& e) {  // out of memory, or a solver's own failure
      warm_.reset();
      reply = error_reply({"error.solver.internal", {{"detail", e.what()}}});
    }
  }
  return reply.dump(-1, ' ', false, Json::error_handler_t::replace);
}

namespace {

std::optional<session::Question> parse_question(const std::string& task, std::optional<Literal> literal, bool insist) {
  if (task == task_name(session::Choose{})) return session::Choose{literal, insist};
  if (task == task_name(session::Examine{}) && literal) return session::Examine{*literal};
  if (task == task_name(session::Diagnose{})) return session::Diagnose{};
  if (task == task_name(session::Solve{})) return session::Solve{};
  if (task == task_name(session::Unique{})) return session::Unique{};
  if (task == task_name(session::Marginals{})) return session::Marginals{};
  return std::nullopt;
}

}  // namespace

Json SolverDoor::answer(const Json& json) {
  const auto op = json.at("op").get<std::string>();
  if (op != "solver") return error_reply({"error.request.op", {{"op", op.substr(0, 40)}}});
  const auto warm = warm_up(json.at("family").get<std::string>(), json.at("text").get<std::string>());
  if (!warm.ok()) return error_reply(warm.problem());
  const Model& model = warm.value()->puzzle.model;

  const auto task = json.at("task").get<std::string>();
  std::optional<Literal> literal;
  if (json.contains("literal")) literal = json.at("literal").get<int>();
  if (literal && !model.has_literal(*literal)) return error_reply(bad_argument("literal"));
  if (task == task_name(session::Examine{}) && !literal) return error_reply(bad_argument("literal"));
  const auto question = parse_question(task, literal, json.value("insist", false));
  const auto facts = parse_steps(model, json.at("facts"));
  if (!question) return error_reply(bad_argument("task"));
  if (!facts) return error_reply(bad_argument("facts"));
  const session::SolverRequest request{*question, *facts, json.value("budget", std::uint64_t{0})};
  return ok_reply(answer_json(warm.value()->puzzle, *warm.value()->solver, request));
}

Result<SolverDoor::Warm*> SolverDoor::warm_up(const std::string& family, const std::string& text) {
  if (warm_ && warm_->family == family && warm_->text == text) return warm_.get();
  const auto known = puzzles::family_or_problem(family);
  if (!known.ok()) return known.problem();
  Result<puzzles::Puzzle> puzzle = known.value()->parse(text);
  if (!puzzle.ok()) return puzzle.problem();
  warm_.reset();
  warm_ = std::make_unique<Warm>(Warm{family, text, std::move(puzzle.value()), nullptr});
  warm_->solver = factory_(warm_->puzzle.model);
  return warm_.get();
}

}  // namespace fastslow::wire
