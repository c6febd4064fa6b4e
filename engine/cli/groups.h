// A puzzle's declaration as the groups that everything else is made of, for solvers of any kind: what ./dev compare
// gives to each of them.
#pragma once

#include <nlohmann/json.hpp>

#include "core/model.h"

namespace fastslow::cli {

// {"format": "fastslow-groups/1",
//  "variables": [{"lowest", "highest", "hidden"}],   by VariableId
//  "groups": [{"literals", "weights", "at_least", "at_most"}],
//  "givens": [literal]}
// Literals are counted through the variables' values, from 0, as in core/model.h. The weighted sum of a group's
// literals that hold lies between its bounds, of which one may be null; "weights" is null where all are 1. The groups
// of a domain
// ("exactly one value") are among them and come first for each variable, so that whoever takes literals for
// propositions needs nothing but groups and givens.
nlohmann::ordered_json groups_json(const Model& model);

}  // namespace fastslow::cli
