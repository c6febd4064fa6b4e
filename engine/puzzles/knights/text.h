// The texts of knights and knaves (see knights.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "puzzles/knights/claim.h"

namespace fastslow::puzzles::knights {

struct KnightsText {
  std::vector<std::optional<Claim>> says;   // by person
  std::vector<std::optional<bool>> knight;  // by person: what is known
  std::string_view format = "line";
  std::vector<std::string> names{};  // by person; none: they are called A, B, ...

  [[nodiscard]] int people() const { return static_cast<int>(says.size()); }
};

// Everybody mentioned is among the people.
Result<KnightsText> read_knights(std::string_view input);
std::string write_knights(const KnightsText& text);

}  // namespace fastslow::puzzles::knights
