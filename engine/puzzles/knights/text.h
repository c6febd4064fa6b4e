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
  std::vector<std::vector<Claim>> says;     // by person, in the order spoken; none: keeps silent
  std::vector<std::optional<bool>> knight;  // by person: what is known
  std::string_view format = "line";
  std::vector<std::string> names{};  // by person; none: they are called A, B, ...

  [[nodiscard]] int people() const { return static_cast<int>(says.size()); }
};

// Everybody mentioned is among the people.
Result<KnightsText> read_knights(std::string_view input);
// A record holds one statement of each person; where somebody makes several, a line is written instead.
std::string write_knights(const KnightsText& text);

}  // namespace fastslow::puzzles::knights
