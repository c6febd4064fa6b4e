#include <algorithm>
#include <array>

#include "puzzles/binairo.h"
#include "puzzles/custom.h"
#include "puzzles/family.h"
#include "puzzles/futoshiki.h"
#include "puzzles/kenken.h"
#include "puzzles/knights.h"
#include "puzzles/lightup.h"
#include "puzzles/map.h"
#include "puzzles/minesweeper.h"
#include "puzzles/nonogram.h"
#include "puzzles/null.h"
#include "puzzles/queens.h"
#include "puzzles/skyscrapers.h"
#include "puzzles/sudoku.h"
#include "puzzles/zebra.h"

namespace fastslow {

std::span<const Family> families() {
  static const auto all = std::to_array<Family>({
      sudoku_family(),
      skyscrapers_family(),
      kenken_family(),
      futoshiki_family(),
      nonogram_family(),
      minesweeper_family(),
      queens_family(),
      binairo_family(),
      lightup_family(),
      custom_family(),
      map_family(),
      knights_family(),
      zebra_family(),
      null_family(),
  });
  return all;
}

const Family* find_family(std::string_view id) {
  const auto all = families();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Family& f) { return f.id == id; });
  return found == all.end() ? nullptr : &*found;
}

Result<const Family*> family_or_problem(std::string_view id) {
  const Family* family = find_family(id);
  if (family == nullptr) return Problem{"error.family.unknown", {{"family", std::string(id.substr(0, 40))}}};
  return family;
}

}  // namespace fastslow
