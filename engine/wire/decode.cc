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

namespace {

std::optional<session::Finding> parse_finding(const Model& model, const Json& json) {
  session::Finding finding;
  const auto verdict = parse_settled(json.at("verdict").get<std::string>());
  if (!verdict) return std::nullopt;
  finding.verdict = *verdict;
  if (!is_null(json, "core")) {
    finding.proof = parse_core(model, json.at("core"));
    if (!finding.proof) return std::nullopt;
  }
  const bool needs_proof = *verdict == solver::Settled::forced || *verdict == solver::Settled::refuted;
  if (needs_proof != finding.proof.has_value()) return std::nullopt;
  return finding;
}

std::optional<session::Diagnosed> parse_diagnosed(const Model& model, const Json& json) {
  session::Diagnosed diagnosed;
  const auto status = parse_truth(json.at("verdict").get<std::string>());
  if (!status) return std::nullopt;
  diagnosed.status = *status;
  for (const Json& wrong : json.at("wrong")) {
    const auto proof = parse_core(model, wrong.at("core"));
    if (!proof) return std::nullopt;
    diagnosed.wrong.push_back(*proof);
  }
  return diagnosed;
}

}  // namespace

std::optional<session::SolverAnswer> parse_answer(const Model& model, const Json& json) {
  session::SolverAnswer answer;
  answer.effort = json.at("effort").get<std::uint64_t>();
  const auto task = json.at("task").get<std::string>();
  if (task == task_name(session::Diagnose{})) {
    const auto diagnosed = parse_diagnosed(model, json);
    if (!diagnosed) return std::nullopt;
    answer.found = *diagnosed;
  } else {
    const auto finding = parse_finding(model, json);
    if (!finding) return std::nullopt;
    answer.found = *finding;
  }
  return answer;
}

namespace {

std::optional<session::Act> parse_act(const Model& model, const Json& json) {
  const auto kind = json.at("kind").get<std::string>();
  if (kind == "switch_rule") {
    return session::SwitchRule{json.at("rule").get<std::string>(), json.at("on").get<bool>()};
  }
  const auto literal = parse_literal(model, json);
  if (!literal) return std::nullopt;
  if (kind == "place" || kind == "rule_out") return Step{*literal, kind == "place"};
  if (kind == "take_back") return session::TakeBack{*literal};
  return std::nullopt;
}

std::optional<session::Intuition> parse_intuition(const Model& model, const Json& json) {
  session::Intuition intuition;
  const auto inference = parse_inference(json.at("inference").get<std::string>());
  const auto proposed = parse_literal(model, json.at("proposal"));
  if (!inference || !proposed) return std::nullopt;
  intuition.inference = *inference;
  intuition.iterations = json.at("iterations").get<int>();
  intuition.proposal = {*proposed, json.at("proposal").at("probability").get<double>()};
  const Json& evidence = json.at("evidence");
  intuition.evidence = {evidence.at("legal").get<bool>(), evidence.at("violated").get<int>(),
                        evidence.value("shifted", false), evidence.value("looks", 1),
                        evidence.value("sureness", 1.0),  evidence.value("irrevocable", false)};
  return intuition;
}

std::optional<session::Thought> parse_thought(const Model& model, const Json& json) {
  session::Thought thought;
  const auto strategy = arbiter::parse_strategy(json.at("strategy").get<std::string>());
  if (!strategy) return std::nullopt;
  thought.strategy = *strategy;
  if (!is_null(json, "threshold")) thought.threshold = json.at("threshold").get<double>();
  thought.verdict = json.at("verdict").get<std::string>();
  if (!is_null(json, "proposal")) {
    thought.intuition = parse_intuition(model, json);
    if (!thought.intuition) return std::nullopt;
  }
  if (!is_null(json, "outcome")) {
    thought.deliberation = {json.at("outcome").get<std::string>(), json.at("effort").get<std::uint64_t>()};
  }
  return thought;
}

}  // namespace

std::optional<session::Decision> parse_decision(const Model& model, const Json& json) {
  session::Decision decision;
  const auto act = parse_act(model, json);
  const auto source = parse_source(json.at("source").get<std::string>());
  if (!act || !source) return std::nullopt;
  decision.act = *act;
  decision.source = *source;
  if (!is_null(json, "strategy")) {
    decision.thought = parse_thought(model, json);
    if (!decision.thought) return std::nullopt;
  }
  if (!is_null(json, "core")) {
    decision.proof = parse_core(model, json.at("core"));
    if (!decision.proof) return std::nullopt;
  }
  return decision;
}

}  // namespace fastslow::wire
