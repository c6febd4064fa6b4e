// The words and number pairs that stand for engine values on the wire, both ways.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "session/session.h"
#include "solver/reasoning.h"

namespace fastslow {

std::string_view kind_name(DecisionKind kind);
std::string_view source_name(Source source);
std::string_view inference_name(Inference inference);
std::string_view status_name(Status status);
std::string_view idle_name(IdleReason reason);
std::string_view task_name(Task task);
std::string_view settled_name(Settled verdict);
std::string_view truth_name(Truth status);
std::string_view count_name(Count count);

std::optional<DecisionKind> parse_kind(std::string_view name);
std::optional<Source> parse_source(std::string_view name);
std::optional<Inference> parse_inference(std::string_view name);
std::optional<Task> parse_task(std::string_view name);
std::optional<Settled> parse_settled(std::string_view name);
std::optional<Truth> parse_truth(std::string_view name);

// Steps as [[literal, 0 or 1], ...]. Reading checks every index against the model.
nlohmann::json steps_json(const std::vector<Step>& steps);
std::optional<std::vector<Step>> parse_steps(const Model& model, const nlohmann::json& json);

}  // namespace fastslow
