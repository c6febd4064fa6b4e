// Puzzles to order: generated, measured, and generated again until the measure is what was asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "puzzles/family.h"
#include "solver/rating.h"

namespace fastslow::workshop {

struct Made {
  std::string text;        // canonical
  puzzles::Level level{};  // as measured; else what was wished for
  // Not where there is nothing to measure (a game of luck), nor where the search was stopped before it had shown that
  // there is one solution.
  bool measured = false;
  solver::Rating rating;
};

std::string_view level_name(puzzles::Level level);
std::optional<puzzles::Level> parse_level(std::string_view name);
std::vector<std::string_view> level_names();

// The level that a rating stands for. Requires Count::one.
puzzles::Level level_of(const solver::Rating& rating, const puzzles::Family& family);

// The first of a few puzzles drawn from `seed` that measures as `level`; the closest of them if none does, the first if
// none can be measured. `max_nodes`: as for `solver::rate`. Problems: as for Family::generate.
Result<Made> make_puzzle(const puzzles::Family& family, std::string_view size, puzzles::Level level, std::uint64_t seed,
                         std::uint64_t max_nodes = solver::kRatingNodes);

}  // namespace fastslow::workshop
