// Proofs in their two forms. Between the modules, in traces and in the page's memory a proof is its *core*: indices of
// the model, meaningless to a reader, read back and checked. For people it is *narrated*, on demand and here only.
#pragma once

#include <optional>
#include <vector>

#include "solver/clash.h"
#include "solver/reasoning.h"
#include "wire/json.h"

namespace fastslow::wire {

// `Core` of web/src/protocol: {literal, place, parts, facts, minimal}.
Json core_json(const solver::Proof& proof);
// Nothing if an index is off; throws nlohmann's exceptions on missing or mistyped members.
std::optional<solver::Proof> parse_core(const Model& model, const Json& core);

// `Proof` of web/src/protocol: the rules, facts and sentences, and the cells that each speaks of. Requires a proof that
// was found for `model`.
Json proof_json(const Model& model, const solver::Proof& proof);

// As many of the rules as a reader wants to hear, each once, in the order of `parts`.
Json broken_json(const Model& model, const std::vector<PartId>& parts);

// Which rules of a puzzle clash, as a sentence of the catalogues {key, args}. Null where they do not, or nobody found
// which.
Json clash_json(const Model& model, const solver::Clash& clash);

}  // namespace fastslow::wire
