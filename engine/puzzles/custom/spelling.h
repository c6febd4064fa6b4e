// Words of a declaration that mean nothing, and what their author probably meant.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/result.h"

namespace fastslow::puzzles::custom {

// The one of `known` that is nearest to `word` (optimal string alignment distance: insertions, deletions, changes and
// swaps of neighbours each count one; capitals and the choice of "_", "-" or a blank do not), if it is near enough to
// be a slip: at most a third of the word, two at most. A beginning of three letters or more counts as near, too
// ("thermo").
std::optional<std::string_view> meant(std::string_view word, std::span<const std::string_view> known);

// error.custom.CAUSE, or error.custom.CAUSE.meant with "meant" if a word of `known` was probably meant.
Problem misspelt(const std::string& cause, const std::string& path, std::map<std::string, std::string> args,
                 std::string_view word, std::span<const std::string_view> known);

// The words with commas between them, as a sentence lists them.
std::string listed(std::span<const std::string_view> words);

// error.custom.unknown for the first member of `object` that is not one of `known`. What is no object
// has no members.
std::optional<Problem> only(const nlohmann::json& object, const std::string& path,
                            std::span<const std::string_view> known);

}  // namespace fastslow::puzzles::custom
