// Families are listed by hand. If they registered themselves by static objects, the linker could leave them out, as it
// takes from a static library only what somebody refers to; and they would come in no fixed order.
#include <algorithm>
#include <cassert>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/index.h"
#include "puzzles/binairo/binairo.h"
#include "puzzles/custom/custom.h"
#include "puzzles/family.h"
#include "puzzles/futoshiki/futoshiki.h"
#include "puzzles/kenken/kenken.h"
#include "puzzles/knights/knights.h"
#include "puzzles/lightup/lightup.h"
#include "puzzles/map/map.h"
#include "puzzles/minesweeper/minesweeper.h"
#include "puzzles/nonogram/nonogram.h"
#include "puzzles/queens/queens.h"
#include "puzzles/skyscrapers/skyscrapers.h"
#include "puzzles/sudoku/sudoku.h"
#include "puzzles/zebra/zebra.h"

namespace fastslow::puzzles {

namespace {

// The one list of what there is. Once somebody has looked at it, it stays as it is.
struct Registry {
  std::vector<Family> all = {
      sudoku::family(),      skyscrapers::family(), kenken::family(),  futoshiki::family(), nonogram::family(),
      minesweeper::family(), queens::family(),      binairo::family(), lightup::family(),   custom::family(),
      map::family(),         knights::family(),     zebra::family(),
  };
  bool closed = false;
};

Registry& registry() {
  static Registry one;
  return one;
}

}  // namespace

std::span<const Family> families() {
  registry().closed = true;
  return registry().all;
}

void add_family(Family family) {
  assert(!registry().closed);
  registry().all.push_back(std::move(family));
}

namespace {

// Whether the text, read again, has every value that the state has.
bool tells(const Family& family, std::string_view text, const Puzzle& puzzle, const State& state) {
  const Result<Puzzle> read = family.parse(text);
  if (!read.ok()) return false;
  const Model& again = read.value().model;
  for (Literal l = 0; l < puzzle.model.literal_count(); ++l) {
    if (puzzle.model.is_hidden(l) || state.marks[at(l)] != Mark::placed) continue;
    if (!again.has_literal(l) || !again.is_given(l)) return false;
  }
  return true;
}

}  // namespace

std::string Family::write(const Puzzle& puzzle, const State& state) const {
  std::vector<std::string_view> forms = {puzzle.format};
  forms.insert(forms.end(), formats.begin(), formats.end());
  for (const std::string_view form : forms) {
    std::string text = format(puzzle, state, form);
    if (tells(*this, text, puzzle, state)) return text;
  }
  return format(puzzle, state, formats.front());
}

Result<std::string> Family::generate(std::string_view size, Level level, std::uint64_t seed) const {
  const auto known = std::find_if(sizes.begin(), sizes.end(), [&](const Size& s) { return s.id == size; });
  if (known == sizes.end()) return Problem{"error.size.unknown", {{"size", excerpt(size)}}};
  return make(*known, level, seed);
}

const Family* find_family(std::string_view id) {
  const auto all = families();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Family& f) { return f.id == id; });
  return found == all.end() ? nullptr : &*found;
}

Result<const Family*> family_or_problem(std::string_view id) {
  const Family* family = find_family(id);
  if (family == nullptr) return Problem{"error.family.unknown", {{"family", excerpt(id)}}};
  return family;
}

}  // namespace fastslow::puzzles
