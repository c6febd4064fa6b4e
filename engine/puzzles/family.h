// The registry: every puzzle family behind one small interface of pure functions.
// See README.md in this folder for how to add one.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/state.h"
#include "puzzles/puzzle.h"
#include "puzzles/size.h"

namespace fastslow::puzzles {

// How much thought a puzzle should ask for. A wish to `generate`: solver/rating.h measures what came of it.
enum class Level { easy, medium, hard };

// Up to how many rules the hardest explanation of an easy and of a medium puzzle cites (solver/rating.h). Found by
// measuring what the generator makes; puzzles of few rules have shorter explanations.
struct Yardstick {
  int easy = 3;
  int medium = 8;
};

// What a family is to everyone else. Fill it with designated initialisers, so that a reader sees which is which.
struct Family {
  std::string id{};
  // Which of the page's drawings stands for it (web/src/panels/family_icons.ts). A family without one of its own takes
  // the plain grid.
  std::string icon = "grid";
  bool listed = true;                  // offered to visitors; puzzles that authors bring along are not
  std::vector<Size> sizes{};           // sizes that `generate` accepts, smallest first
  std::vector<std::string> formats{};  // forms that `format` writes and `parse` reads; the first is canonical
  std::vector<std::string> rules{};    // rule switches that a puzzle of the family may have
  Yardstick yardstick{};

  // Problems name the place (`position`, `row`, `column`) and the cause. A text longer than
  // kMaxPuzzleText is refused unread.
  Result<Puzzle> (*parse)(std::string_view text) = nullptr;
  // The canonical form holds the rules and the placed values of any state (which `parse` reads back as givens); the
  // others hold as much as they can, at least the puzzle itself. The format must be one of `formats`.
  std::string (*format)(const Puzzle& puzzle, const State& state, std::string_view format) = nullptr;
  // The canonical text of a puzzle with exactly one solution; the same for the same arguments on every platform.
  // `size` is one of `sizes`. `hard` leaves nothing out that makes a puzzle hard (no clue too many), `easy` gives more
  // away.
  std::string (*make)(const Size& size, Level level, std::uint64_t seed) = nullptr;
  // The puzzle with one of its `switchable` rules on or off, givens kept. The visible variables are the same, in the
  // same order. Null where there are no switches.
  Result<Puzzle> (*switch_rule)(const Puzzle& puzzle, std::string_view rule, bool on) = nullptr;
  // The puzzle with what the board reveals once `placed` is on it: more givens, constraints and drawing, the variables
  // unchanged, the same as `parse` makes of its canonical text. Nothing if nothing is revealed. Null where a puzzle is
  // all there from the start.
  std::optional<Puzzle> (*reveal)(const Puzzle& puzzle, Literal placed) = nullptr;

  // The puzzle with what is placed, losing nothing: in the form it was read in where that can hold it, in the first of
  // `formats` that can where it cannot (the canonical one always can). What can hold it is found out by reading it.
  [[nodiscard]] std::string write(const Puzzle& puzzle, const State& state) const;
  // `make` for whoever has a size's id only. Problems: error.size.unknown.
  [[nodiscard]] Result<std::string> generate(std::string_view size, Level level, std::uint64_t seed) const;
};

inline constexpr std::size_t kMaxPuzzleText = 65536;

std::span<const Family> families();

// For tests, which bring families that nothing ships. Requires that nobody has asked for the families yet.
void add_family(Family family);

// Null if there is none of that name.
const Family* find_family(std::string_view id);

// As above, with a Problem (error.family.unknown) for hosts.
Result<const Family*> family_or_problem(std::string_view id);

}  // namespace fastslow::puzzles
