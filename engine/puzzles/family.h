// The registry: every puzzle family behind one small interface of pure functions.
// See README.md in this folder for how to add one.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/state.h"
#include "puzzles/puzzle.h"

namespace fastslow {

struct Family {
  std::string id;
  std::vector<std::string> sizes;    // sizes that `generate` accepts, smallest first
  std::vector<std::string> formats;  // forms that `format` writes and `parse` reads; the first is canonical
  std::vector<std::string> rules;    // rule switches

  // Problems name the place (`position`, `row`, `column`) and the cause. A text longer than
  // kMaxPuzzleText is refused unread.
  Result<Puzzle> (*parse)(std::string_view text);
  // The placed values of a state. The format must be one of `formats`.
  std::string (*format)(const Puzzle& puzzle, const State& state, std::string_view format);
  // The text of a puzzle with exactly one solution; the same for the same seed on every platform.
  Result<std::string> (*generate)(std::string_view size, std::uint64_t seed);
};

inline constexpr std::size_t kMaxPuzzleText = 4096;

std::span<const Family> families();

// Null if there is none of that name.
const Family* find_family(std::string_view id);

// As above, with a Problem (error.family.unknown) for hosts.
Result<const Family*> family_or_problem(std::string_view id);

}  // namespace fastslow
