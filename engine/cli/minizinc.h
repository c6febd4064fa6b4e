// A puzzle's declaration in the language of another solver, so that a stranger can check our counting.
#pragma once

#include <string>

#include "core/model.h"

namespace fastslow::cli {

// One integer variable for each of ours, hidden ones too, and one constraint for each bound of each group. Prints a
// line for each solution: the values of the visible variables.
std::string to_minizinc(const Model& model);

}  // namespace fastslow::cli
