// What System 1's network is given, what it answers, and how the page shows that.
#pragma once

#include "policy/proposal.h"
#include "wire/json.h"

namespace fastslow::wire {

// `PolicyTensors` of web/src/protocol; shapes in policy/encoder.h.
Json tensors_json(const policy::PolicyInput& input);
// {variable, value, probability}.
Json candidate_json(const Model& model, const policy::Candidate& candidate);
// Each visible variable with its candidates, and the best of all (null if nothing is open).
Json intuition_json(const Model& model, const policy::Proposal& proposal);

// {logits, sureness, iterations}; throws nlohmann's exceptions on missing or mistyped members.
policy::PolicyAnswer parse_policy_answer(const Json& json);

}  // namespace fastslow::wire
