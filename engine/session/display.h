// From the session's values to the JSON of web/src/protocol.ts. One direction only, no decisions here.
#pragma once

#include <nlohmann/json.hpp>

#include "core/result.h"
#include "puzzles/family.h"
#include "session/session.h"
#include "solver/reasoning.h"

namespace fastslow {

using Json = nlohmann::json;

Json ok_reply(Json value);
Json error_reply(const Problem& problem);

Json name_json(const Name& name);
// The value that the first of `Layout::symbols` stands for.
int lowest_value(const Model& model);

Json board_json(const Puzzle& puzzle);
Json view_json(const Session& session);
// `told`: with the proof in words; without, all that `restore` needs.
Json decision_json(const Session& session, int id, bool told = true);
Json config_json(const Config& config);
Json trace_json(const Session& session, bool told = true);
Json family_json(const Family& family);
Json tensors_json(const PolicyInput& input);
Json intuition_json(const Model& model, const Proposal& proposal);
Json solver_request_json(const Puzzle& puzzle, const SolverRequest& request);
Json effect_json(const Session& session, const Effect& effect);

// A proof as the page shows it, with its sentences; and as the session takes it back in.
Json proof_json(const Model& model, const Proof& proof);
Json core_json(const Proof& proof);

// The board as text in the family's first format (canonical).
std::string text_of(const Puzzle& puzzle, const State& state);

}  // namespace fastslow
