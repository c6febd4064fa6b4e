// The words that stand for enumerators on the wire, both ways, and the list of all of them for the `protocol` call.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "session/session.h"
#include "solver/reasoning.h"

namespace fastslow::wire {

// "place", "rule_out", "take_back", "switch_rule".
std::string_view act_name(const session::Act& act);
std::string_view source_name(session::Source source);
std::string_view inference_name(session::Inference inference);
std::string_view status_name(session::Status status);
std::string_view idle_name(session::IdleReason reason);
std::string_view task_name(const session::Question& question);
std::string_view effect_name(const session::Effect& effect);
std::string_view finding_name(solver::Finding finding);
std::string_view truth_name(solver::Truth truth);
std::string_view count_name(solver::Count count);

std::optional<session::Source> parse_source(std::string_view name);
std::optional<session::Inference> parse_inference(std::string_view name);
std::optional<solver::Finding> parse_finding(std::string_view name);
std::optional<solver::Truth> parse_truth(std::string_view name);

// Every word of every set, under the set's name: {"status": ["open", ...], ...}.
nlohmann::json enums_json();

}  // namespace fastslow::wire
