// The written forms of a KenKen (see kenken.h), apart from its rules.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "puzzles/common/latin_regions.h"

namespace fastslow::puzzles::kenken {

inline constexpr char kAnyOperation = '?';

struct CageClue {
  char operation = '+';  // '+', '-', 'x', '/' or kAnyOperation; meaningless for one cell
  int number = 0;
};

struct KenkenText {
  int side = 0;
  Regions cages;
  std::vector<CageClue> clues;  // by cage
  std::vector<int> values;      // 0 where empty; cages of one cell need none
  std::string_view format;      // "line" or "tatham"
};

Result<KenkenText> read_kenken(std::string_view text);
// In `text.format`, which refers to static text; as "line" where "tatham" cannot hold the cages.
std::string write_kenken(const KenkenText& text);

}  // namespace fastslow::puzzles::kenken
