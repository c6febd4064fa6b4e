#include "wire/trace.h"

#include "arbiter/settings.h"
#include "core/version.h"
#include "wire/board.h"
#include "wire/names.h"
#include "wire/policy.h"
#include "wire/proofs.h"
#include "wire/view.h"

namespace fastslow::wire {
namespace {

Json evidence_json(const arbiter::Evidence& evidence) {
  return {{"legal", evidence.legal}, {"violated", evidence.violated}, {"shifted", evidence.shifted},
          {"looks", evidence.looks}, {"sureness", evidence.sureness}, {"irrevocable", evidence.irrevocable},
          {"whole", evidence.whole}, {"slept", evidence.slept},       {"agree", evidence.agree},
          {"fed", evidence.fed},     {"suspects", evidence.suspects}};
}

Json thought_json(const Model& model, const session::Thought& thought) {
  Json intuition;
  if (const auto& seen = thought.intuition) {
    intuition = {{"proposal", candidate_json(model, seen->proposal)},
                 {"evidence", evidence_json(seen->evidence)},
                 {"inference", inference_name(seen->inference)},
                 {"iterations", seen->iterations},
                 {"operations", seen->operations}};
  }
  Json deliberation;
  if (const auto& found = thought.deliberation) {
    deliberation = {{"outcome", found->outcome}, {"effort", found->effort}};
  }
  return {{"strategy", arbiter::strategy_name(thought.strategy)},
          {"threshold", thought.threshold},
          {"verdict", thought.verdict},
          {"intuition", std::move(intuition)},
          {"deliberation", std::move(deliberation)}};
}

// --- reading ------------------------------------------------------------------------------------------------

std::optional<session::Act> parse_act(const Model& model, const Json& json) {
  const auto kind = json.at("kind").get<std::string>();
  if (kind == act_name(session::SwitchRule{})) {
    return session::SwitchRule{json.at("rule").get<std::string>(), json.at("on").get<bool>()};
  }
  const auto literal = parse_literal(model, json);
  if (!literal.ok()) return std::nullopt;
  // `act_name` leads from an act to its name only, so the three that the name may stand for are tried.
  for (const session::Act& act : {session::Act(Step{literal.value(), true}), session::Act(Step{literal.value(), false}),
                                  session::Act(session::TakeBack{literal.value()})}) {
    if (kind == act_name(act)) return act;
  }
  return std::nullopt;
}

// Members with a default are missing from older traces; the defaults are those of `Evidence`.
std::optional<session::Intuition> parse_intuition(const Model& model, const Json& json) {
  const auto inference = parse_inference(json.at("inference").get<std::string>());
  const auto proposed = parse_literal(model, json.at("proposal"));
  if (!inference || !proposed.ok()) return std::nullopt;
  const Json& evidence = json.at("evidence");
  return session::Intuition{
      *inference,
      count_in(json.at("iterations")),
      has(json, "operations") ? whole<std::uint64_t>(json.at("operations")) : 0,
      {proposed.value(), json.at("proposal").at("probability").get<double>()},
      {evidence.at("legal").get<bool>(), count_in(evidence.at("violated")), evidence.value("shifted", false),
       has(evidence, "looks") ? count_in(evidence.at("looks")) : 1, evidence.value("sureness", 1.0),
       evidence.value("irrevocable", false), evidence.value("whole", false),
       has(evidence, "slept") ? count_in(evidence.at("slept")) : 0,
       has(evidence, "agree") ? count_in(evidence.at("agree")) : 0,
       has(evidence, "fed") ? count_in(evidence.at("fed")) : 0,
       has(evidence, "suspects") ? count_in(evidence.at("suspects")) : 0}};
}

// A part of a thought, or null. Format 2 has it as a member of the thought. In format 1 its members lay flat among the
// thought's own; there the part exists if `essential` does, a member that each such part has.
const Json* part_of(const Json& thought, const char* part, const char* essential) {
  if (thought.contains(part)) return thought.at(part).is_null() ? nullptr : &thought.at(part);
  return has(thought, essential) ? &thought : nullptr;
}

std::optional<session::Thought> parse_thought(const Model& model, const Json& json) {
  session::Thought thought;
  const auto strategy = arbiter::parse_strategy(json.at("strategy").get<std::string>());
  if (!strategy) return std::nullopt;
  thought.strategy = *strategy;
  if (has(json, "threshold")) thought.threshold = json.at("threshold").get<double>();
  thought.verdict = json.at("verdict").get<std::string>();
  if (const Json* seen = part_of(json, "intuition", "proposal")) {
    thought.intuition = parse_intuition(model, *seen);
    if (!thought.intuition) return std::nullopt;
  }
  if (const Json* found = part_of(json, "deliberation", "outcome")) {
    thought.deliberation = {found->at("outcome").get<std::string>(), whole<std::uint64_t>(found->at("effort"))};
  }
  return thought;
}

std::optional<session::Decision> parse_decision(const Model& model, const Json& json) {
  session::Decision decision;
  const auto act = parse_act(model, json);
  const auto source = parse_source(json.at("source").get<std::string>());
  if (!act || !source) return std::nullopt;
  decision.act = *act;
  decision.source = *source;
  const bool flat = !json.contains("thought");
  if (has(json, flat ? "strategy" : "thought")) {
    decision.thought = parse_thought(model, flat ? json : json.at("thought"));
    if (!decision.thought) return std::nullopt;
  }
  if (has(json, "core")) {
    decision.proof = parse_core(model, json.at("core"));
    if (!decision.proof) return std::nullopt;
  }
  return decision;
}

std::optional<Problem> refuse_format(const std::string& format) {
  std::string known;
  for (const std::string_view name : kTraceFormats) {
    if (format == name) return std::nullopt;
    known += (known.empty() ? "" : ", ") + std::string(name);
  }
  return Problem{"error.trace.format", {{"format", excerpt(format)}, {"known", known}}};
}

// Nothing if all of them could be replayed.
std::optional<Problem> replay(session::Session& session, const Json& decisions) {
  for (const Json& json : decisions) {
    // The model is asked for anew each time: a revealed clue or a switched rule brings another.
    auto decision = parse_decision(session.model(), json);
    if (!decision) return Problem{"error.trace.decision", {{"number", std::to_string(session.timeline().size() + 1)}}};
    const auto replayed = session.replay(std::move(*decision));
    if (!replayed.ok()) return replayed.problem();
  }
  return std::nullopt;
}

}  // namespace

Json decision_json(const session::Session& session, int id) {
  const Model& model = session.history().puzzle_before(id).model;
  const session::Decision& decision = session.history().decision(id);
  Json json = mark_json(model, mark_of(session, id), id);
  json["thought"] = decision.thought ? thought_json(model, *decision.thought) : Json();
  json["core"] = decision.proof ? core_json(*decision.proof) : Json();
  json["removed"] = facts_json(model, decision.removed);
  json["assumes"] = facts_json(model, session.history().assumptions_of(id));
  return json;
}

Json decision_proof_json(const session::Session& session, int id) {
  const auto& proof = session.history().decision(id).proof;
  return proof ? proof_json(session.history().puzzle_before(id).model, *proof) : Json();
}

Json trace_json(const session::Session& session, bool words) {
  const int made = static_cast<int>(session.timeline().size());
  const int known = made + static_cast<int>(session.history().undone().size());
  Json decisions = Json::array();
  Json undone = Json::array();
  for (int id = 0; id < known; ++id) {
    Json json = decision_json(session, id);
    if (words) json["proof"] = decision_proof_json(session, id);
    (id < made ? decisions : undone).push_back(std::move(json));
  }
  const puzzles::Puzzle& first = session.history().first_puzzle();
  return {{"format", kTraceFormats.back()},
          {"version", version()},
          {"family", first.family},
          {"text", text_of(first, initial_state(first.model))},
          {"config", config_json(session.config())},
          {"decisions", std::move(decisions)},
          {"undone", std::move(undone)},
          {"shift", shift_json(session.shift())},
          {"status", status_name(session.status())}};
}

Result<session::Session> session_from(const Json& trace, const session::Config& config) {
  if (auto problem = refuse_format(trace.at("format").get<std::string>())) return *problem;
  Result<puzzles::Puzzle> puzzle = parse_puzzle(trace);
  if (!puzzle.ok()) return puzzle.problem();
  session::Session session(std::move(puzzle.value()));
  session.configure(config);
  if (auto problem = replay(session, trace.at("decisions"))) return *problem;
  // Undone decisions are played, too, and then undone, so that redo brings them back.
  const Json undone = trace.value("undone", Json::array());
  if (auto problem = replay(session, undone)) return *problem;
  for (std::size_t i = 0; i < undone.size(); ++i) session.undo();
  return session;
}

Json config_json(const session::Config& config) {
  Json trained = Json::array();
  for (const session::Trained& t : config.trained) {
    trained.push_back({{"family", t.family}, {"sizes", t.sizes}, {"rules", t.rules}});
  }
  Json json = {{"trained", trained},
               {"strategy", strategy_name(config.arbiter.strategy)},
               {"temperature", config.calibration.temperature},
               {"budget", config.budget}};
  const arbiter::ArbiterConfig first;
  for (const arbiter::Setting& setting : arbiter::kSettings) {
    const auto value_in = [&](const arbiter::ArbiterConfig& of) {
      return with_setting(of, setting, [](const auto& value) { return Json(value); });
    };
    const Json value = value_in(config.arbiter);
    if (setting.general || value != value_in(first)) json[std::string(setting.name)] = value;
  }
  if (!config.truth.empty()) json["truth"] = config.truth;
  return json;
}

}  // namespace fastslow::wire
