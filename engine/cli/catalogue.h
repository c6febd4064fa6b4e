// The English sentence catalogue of the page (web/i18n/en.json), for the command-line tool.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "core/result.h"
#include "puzzles/puzzle.h"

namespace fastslow::cli {

// The sentence of `key` with its {{arguments}} filled in from a JSON object as web/src/protocol/engine.ts
// describes it: numbers, strings, names ({key, args}) and lists of them; values appear as `symbols`.
// An unknown key is shown as itself, so that nothing is ever silent.
std::string sentence(const std::string& key, const nlohmann::json& args, const puzzles::Layout& layout, int lowest);

std::string sentence(const Problem& problem);

}  // namespace fastslow::cli
