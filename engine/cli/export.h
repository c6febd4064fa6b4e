// `fastslow export`: a puzzle in another of its forms, in another solver's language, or as a number of solutions.
// What the scripts under tests/interop/ hold against other programs.
#pragma once

#include <string>

#include "cli/commands.h"

namespace fastslow::cli {

// `to`: "minizinc" (see minizinc.h), "groups" (groups.h), "count" (solutions by exhaustive search; "at least" a million
// where there are more, which is a failure) or a format of the family, or one of another program (formats/write.h).
// Reads what the options name, as the other commands do; as JSON {puzzle, remarks, form, written, error}. No solver is
// asked, so there is no budget.
int run_export(const PuzzleOptions& options, const std::string& to);

}  // namespace fastslow::cli
