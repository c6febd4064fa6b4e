// A level is a wish to the generator, which cannot tell in advance how hard a puzzle becomes. So puzzles are drawn and
// rated until one measures as asked for.
#include "workshop/workshop.h"

#include <cassert>
#include <cstdlib>
#include <optional>
#include <utility>

#include "core/names.h"
#include "core/random.h"

namespace fastslow::workshop {
namespace {

constexpr NameTable<puzzles::Level, 3> kLevels = {{
    {puzzles::Level::easy, "easy"},
    {puzzles::Level::medium, "medium"},
    {puzzles::Level::hard, "hard"},
}};

// Puzzles drawn before the closest is taken. Each has to be generated and rated, and somebody waits.
constexpr int kDraws = 8;

int distance(puzzles::Level a, puzzles::Level b) { return std::abs(static_cast<int>(a) - static_cast<int>(b)); }

}  // namespace

std::string_view level_name(puzzles::Level level) { return name_in(kLevels, level); }
std::optional<puzzles::Level> parse_level(std::string_view name) { return parse_in(kLevels, name); }
std::vector<std::string_view> level_names() { return names_of(kLevels); }

puzzles::Level level_of(const solver::Rating& rating, const puzzles::Family& family) {
  assert(rating.count == solver::Count::one);
  if (!rating.finished || rating.hardest > family.yardstick.medium) return puzzles::Level::hard;
  return rating.hardest > family.yardstick.easy ? puzzles::Level::medium : puzzles::Level::easy;
}

Result<Made> make_puzzle(const puzzles::Family& family, std::string_view size, puzzles::Level level, std::uint64_t seed,
                         std::uint64_t max_nodes) {
  std::optional<Made> best;
  Random random(seed);
  for (int draw = 0; draw < kDraws; ++draw) {
    // The first draw is the seed's own puzzle, so that generate and this agree wherever they can. The seeds of the
    // others start at 2^32, away from the small ones that people type.
    const auto own = draw == 0 ? seed : static_cast<std::uint64_t>(random.below(1 << 30)) + (std::uint64_t{1} << 32U);
    Result<std::string> text = family.generate(size, level, own);
    if (!text.ok()) return text.problem();
    const Result<puzzles::Puzzle> puzzle = family.parse(text.value());
    if (!puzzle.ok()) return puzzle.problem();
    Made made{std::move(text.value()), level, false, solver::rate(puzzle.value().model, max_nodes)};
    // Nothing to measure: a real game of minesweeper has many solutions at the start, and so would every further draw.
    if (made.rating.count == solver::Count::several) return made;
    made.measured = made.rating.count == solver::Count::one;
    if (made.measured) made.level = level_of(made.rating, family);
    if (made.measured && made.level == level) return made;
    const bool closer =
        best && made.measured && (!best->measured || distance(made.level, level) < distance(best->level, level));
    if (!best || closer) best = std::move(made);
  }
  return *best;
}

}  // namespace fastslow::workshop
