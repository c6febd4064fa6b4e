// From the session's values to the JSON of web/src/protocol/engine.ts. One direction only, no decisions here.
#pragma once

#include <nlohmann/json.hpp>

#include "core/result.h"
#include "puzzles/family.h"
#include "session/session.h"
#include "solver/reasoning.h"

namespace fastslow::wire {

using Json = nlohmann::json;

Json ok_reply(Json value);
Json error_reply(const Problem& problem);

Json name_json(const Name& name);
// The value that the first of `Layout::symbols` stands for.
int lowest_value(const Model& model);

Json board_json(const puzzles::Puzzle& puzzle);
Json view_json(const session::Session& session);
// `told`: with the proof in words; without, all that `restore` needs.
Json decision_json(const session::Session& session, int id, bool told = true);
Json config_json(const session::Config& config);
Json trace_json(const session::Session& session, bool told = true);
Json family_json(const puzzles::Family& family);
Json tensors_json(const policy::PolicyInput& input);
Json intuition_json(const Model& model, const policy::Proposal& proposal);
Json solver_request_json(const puzzles::Puzzle& puzzle, const session::SolverRequest& request);
Json effect_json(const session::Session& session, const session::Effect& effect);

// A proof as the page shows it, with its sentences; and as the session takes it back in.
Json proof_json(const Model& model, const solver::Proof& proof);
Json core_json(const solver::Proof& proof);

// The board as text in the family's first format (canonical).
std::string text_of(const puzzles::Puzzle& puzzle, const State& state);

}  // namespace fastslow::wire
