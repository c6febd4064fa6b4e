// The constraints of an author's puzzle.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>

#include "core/result.h"
#include "puzzles/custom/cells.h"

namespace fastslow::puzzles::custom {

// Adds one rule, {"kind": ...}, called `name` unless it has a name of its own. `unit`: the cells that it is about, if
// they are not its own to name.
std::optional<Problem> add_custom_rule(Model& model, const CellIndex& index, const nlohmann::json& rule,
                                       const std::string& path, Name name,
                                       const std::vector<VariableId>* unit = nullptr);

// Adds the declaration's "constraints" to the model, whose visible variables are the cells of `index`. Stops at the
// first that cannot be read, or once the model grows beyond the limits of custom.h.
std::optional<Problem> add_custom_rules(Model& model, const CellIndex& index, const nlohmann::json& declaration);

}  // namespace fastslow::puzzles::custom
