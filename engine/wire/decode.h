// Reading back what display.h wrote: proofs and decisions from the wire.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>

#include "session/session.h"

namespace fastslow::wire {

// All indices are checked against the model; nothing if any is off. May throw nlohmann's exceptions
// on missing or mistyped members (the services turn those into error.request.argument).
std::optional<solver::Proof> parse_core(const Model& model, const nlohmann::json& core);
std::optional<session::SolverAnswer> parse_answer(const Model& model, const nlohmann::json& json);
std::optional<session::Decision> parse_decision(const Model& model, const nlohmann::json& json);

}  // namespace fastslow::wire
