#include "wire/decode.h"

#include <algorithm>

#include "wire/names.h"

namespace fastslow::wire {
namespace {

using Json = nlohmann::json;

bool is_null(const Json& json, const char* key) { return !json.contains(key) || json.at(key).is_null(); }

std::optional<Literal> parse_literal(const Model& model, const Json& json) {
  const int variable = json.at("variable").get<int>();
  const int value = json.at("value").get<int>();
  if (variable < 0 || variable >= model.variable_count()) return std::nullopt;
  const Variable& v = model.variable(variable);
  if (value < v.lowest || value > v.highest) return std::nullopt;
  return model.literal(variable, value);
}

}  // namespace

std::optional<solver::Proof> parse_core(const Model& model, const Json& core) {
  solver::Proof proof;
  proof.step = {core.at("literal").get<int>(), core.at("place").get<int>() != 0};
  proof.core.parts = core.at("parts").get<std::vector<int>>();
  proof.minimal = core.at("minimal").get<bool>();
  const auto facts = parse_steps(model, core.at("facts"));
  const bool parts_known = std::all_of(proof.core.parts.begin(), proof.core.parts.end(),
                                       [&](PartId p) { return p >= 0 && p < model.part_count(); });
  if (!facts || !parts_known || !model.has_literal(proof.step.literal)) return std::nullopt;
  proof.core.facts = *facts;
  return proof;
}

std::optional<session::SolverAnswer> parse_answer(const Model& model, const Json& json) {
  session::SolverAnswer answer;
  const auto task = parse_task(json.at("task").get<std::string>());
  if (!task) return std::nullopt;
  answer.task = *task;
  answer.effort = json.at("effort").get<std::uint64_t>();
  const auto verdict = json.at("verdict").get<std::string>();
  if (answer.task == session::Task::diagnose) {
    const auto status = parse_truth(verdict);
    if (!status) return std::nullopt;
    answer.status = *status;
  } else {
    const auto settled = parse_settled(verdict);
    if (!settled) return std::nullopt;
    answer.verdict = *settled;
  }
  if (!is_null(json, "core")) {
    answer.proof = parse_core(model, json.at("core"));
    if (!answer.proof) return std::nullopt;
  }
  for (const Json& wrong : json.at("wrong")) {
    const auto proof = parse_core(model, wrong.at("core"));
    if (!proof) return std::nullopt;
    answer.wrong.push_back(*proof);
  }
  const bool needs_proof = answer.verdict == solver::Settled::forced || answer.verdict == solver::Settled::refuted;
  if (needs_proof != answer.proof.has_value()) return std::nullopt;
  return answer;
}

std::optional<session::Decision> parse_decision(const Model& model, const Json& json) {
  session::Decision decision;
  const auto literal = parse_literal(model, json);
  const auto kind = parse_kind(json.at("kind").get<std::string>());
  const auto source = parse_source(json.at("source").get<std::string>());
  if (!literal || !kind || !source) return std::nullopt;
  decision.literal = *literal;
  decision.kind = *kind;
  decision.source = *source;
  if (!is_null(json, "strategy")) {
    decision.strategy = arbiter::parse_strategy(json.at("strategy").get<std::string>());
    if (!decision.strategy) return std::nullopt;
  }
  if (!is_null(json, "proposal")) {
    const auto proposed = parse_literal(model, json.at("proposal"));
    if (!proposed) return std::nullopt;
    decision.proposal = policy::Candidate{*proposed, json.at("proposal").at("probability").get<double>()};
  }
  if (!is_null(json, "evidence")) {
    const Json& evidence = json.at("evidence");
    decision.evidence = arbiter::Evidence{evidence.at("legal").get<bool>(), evidence.at("violated").get<int>(),
                                          evidence.value("shifted", false), evidence.value("looks", 1),
                                          evidence.value("sureness", 1.0),  evidence.value("irrevocable", false)};
  }
  const auto inference = parse_inference(json.value("inference", std::string("none")));
  if (!inference) return std::nullopt;
  decision.inference = *inference;
  decision.iterations = json.value("iterations", 0);
  if (!is_null(json, "threshold")) decision.threshold = json.at("threshold").get<double>();
  decision.rule = json.value("rule", std::string());
  decision.on = json.value("on", false);
  decision.verdict = json.at("verdict").get<std::string>();
  if (!is_null(json, "outcome")) decision.outcome = json.at("outcome").get<std::string>();
  decision.effort = json.at("effort").get<std::uint64_t>();
  if (!is_null(json, "core")) {
    decision.proof = parse_core(model, json.at("core"));
    if (!decision.proof) return std::nullopt;
  }
  return decision;
}

}  // namespace fastslow::wire
