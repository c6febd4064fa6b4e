// The words and number pairs that stand for engine values on the wire, both ways.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "session/session.h"
#include "solver/reasoning.h"

namespace fastslow::wire {

// "place", "rule_out", "take_back", "switch_rule".
std::string_view kind_name(const session::Act& act);
std::string_view source_name(session::Source source);
std::string_view inference_name(session::Inference inference);
std::string_view status_name(session::Status status);
std::string_view idle_name(session::IdleReason reason);
std::string_view task_name(const session::Question& question);
std::string_view settled_name(solver::Settled verdict);
std::string_view truth_name(solver::Truth status);
std::string_view count_name(solver::Count count);

std::optional<session::Source> parse_source(std::string_view name);
std::optional<session::Inference> parse_inference(std::string_view name);
std::optional<solver::Settled> parse_settled(std::string_view name);
std::optional<solver::Truth> parse_truth(std::string_view name);

// Steps as [[literal, 0 or 1], ...]. Reading checks every index against the model.
nlohmann::json steps_json(const std::vector<Step>& steps);
std::optional<std::vector<Step>> parse_steps(const Model& model, const nlohmann::json& json);

}  // namespace fastslow::wire
