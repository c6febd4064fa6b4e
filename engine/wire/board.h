// A puzzle as the page draws it: told once, and again when a move makes it grow or a rule is switched.
#pragma once

#include <string>

#include "puzzles/family.h"
#include "wire/json.h"

namespace fastslow::wire {

// The board as text in the family's first format (canonical).
std::string text_of(const puzzles::Puzzle& puzzle, const State& state);

// The puzzle that {family, text} tells. Problems as for `Family::parse`, and error.family.unknown.
Result<puzzles::Puzzle> parse_puzzle(const Json& json);

// The value that the first of `Layout::symbols` stands for.
int lowest_value(const Model& model);

// `Board` of web/src/protocol. `name`: of the puzzle, by which requests to the solver module call it.
Json board_json(const puzzles::Puzzle& puzzle, const std::string& name, const std::string& text);

Json family_json(const puzzles::Family& family);

}  // namespace fastslow::wire
