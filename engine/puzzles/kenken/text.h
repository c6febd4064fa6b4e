// The written forms of a KenKen (see kenken.h), apart from its rules.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "puzzles/common/latin_regions.h"

namespace fastslow::puzzles::kenken {

struct CageClue {
  char operation = '+';  // '+', '-', 'x', '/'; meaningless for one cell
  int number = 0;
};

struct KenkenText {
  int side = 0;
  Regions cages;
  std::vector<CageClue> clues;  // by cage
  std::vector<int> values;      // 0 where empty; the cages of one cell are not among them
  std::string_view format;      // "line" or "tatham"
};

Result<KenkenText> read_kenken(std::string_view text);
// In `text.format`, which refers to static text.
std::string write_kenken(const KenkenText& text);

}  // namespace fastslow::puzzles::kenken
