// f-puzzles (https://www.f-puzzles.com/, by Eric Fox): a JSON object with "size" and "grid" and a list for each kind of
// rule, packed with LZ-string into "?load=". SudokuPad takes the same behind "fpuz" or "fpuzzles" in its addresses. The
// kinds are those that https://github.com/dclamage/SudokuSolver and https://github.com/SudokuPad/sudokutools read; what
// is only drawn, and rules that have no counterpart in an author's puzzle, are listed by the names they have there.
#include <algorithm>
#include <array>
#include <functional>

#include "core/index.h"
#include "formats/lz_string.h"
#include "formats/readers.h"
#include "formats/variant.h"
#include "puzzles/common/scan.h"

namespace fastslow::formats {
namespace {

constexpr std::size_t kLongestJson = 1U << 20U;
constexpr int kLargestSide = 16;
constexpr std::size_t kMaxWords = 2000;

// The number a member holds, as such or as text; `otherwise` if it is not there or empty.
std::optional<int> number_in(const Json& json, const char* member, int otherwise) {
  const std::string text = word_in(json, member);
  if (text.empty()) return otherwise;
  puzzles::Scanner scan(text);
  const auto number = scan.number(999);
  return number && scan.done() ? number : std::nullopt;
}

// No cell twice: neither sums nor chains are written of such.
bool all_unlike(Places places) {
  std::sort(places.begin(), places.end());
  return std::adjacent_find(places.begin(), places.end()) == places.end();
}

// Each reader adds one item of its kind; false if it is not understood.
using Item = bool (*)(Variant& variant, const Json& item);

bool add_cage(Variant& variant, const Json& item) {
  const auto cells = places_in(item, "cells", variant.side());
  const auto sum = number_in(item, "value", 0);
  if (!cells || cells->empty() || !all_unlike(*cells) || !sum || static_cast<int>(cells->size()) > variant.side()) {
    return false;
  }
  variant.cage(*cells, *sum);
  return true;
}

bool add_extra_region(Variant& variant, const Json& item) {
  const auto cells = places_in(item, "cells", variant.side());
  if (!cells || cells->size() < 2 || !all_unlike(*cells) || static_cast<int>(cells->size()) > variant.side())
    return false;
  variant.extra_region(*cells);
  return true;
}

// Calls `add` with each line of the item that has at least so many cells, all unlike.
template <class Add>
bool for_lines(const Variant& variant, const Json& item, std::size_t at_least, Add add) {
  for (const Json& line : list_in(item, "lines")) {
    const auto cells = places_in(Json{{"line", line}}, "line", variant.side());
    if (!cells || cells->size() < at_least || !all_unlike(*cells)) return false;
    add(*cells);
  }
  return true;
}

bool add_thermometer(Variant& variant, const Json& item) {
  return for_lines(variant, item, 2, [&](const Places& line) { variant.thermometer(line); });
}

bool add_palindrome(Variant& variant, const Json& item) {
  return for_lines(variant, item, 2, [&](const Places& line) { variant.palindrome(line); });
}

bool add_between(Variant& variant, const Json& item) {
  return for_lines(variant, item, 3, [&](const Places& line) { variant.between(line); });
}

// The first cell of a line is one of the circle's.
bool add_arrow(Variant& variant, const Json& item) {
  auto circle = places_in(item, "cells", variant.side());
  if (!circle || circle->empty() || circle->size() > 3 || !all_unlike(*circle)) return false;
  if (circle->size() > 1 && variant.side() > 9) return false;
  std::sort(circle->begin(), circle->end());
  return for_lines(variant, item, 2, [&](const Places& line) {
    Places shaft;
    std::copy_if(line.begin(), line.end(), std::back_inserter(shaft),
                 [&](const Place& cell) { return std::find(circle->begin(), circle->end(), cell) == circle->end(); });
    if (!shaft.empty()) variant.arrow(*circle, shaft);
  });
}

template <class Add>
bool for_pair(const Variant& variant, const Json& item, int usual, Add add) {
  const auto cells = places_in(item, "cells", variant.side());
  const auto value = number_in(item, "value", usual);
  if (!cells || cells->size() != 2 || !all_unlike(*cells) || !value) return false;
  add((*cells)[0], (*cells)[1], *value);
  return true;
}

bool add_difference(Variant& variant, const Json& item) {
  return for_pair(variant, item, 1, [&](Place a, Place b, int value) { variant.difference(a, b, value); });
}

bool add_ratio(Variant& variant, const Json& item) {
  return for_pair(variant, item, 2, [&](Place a, Place b, int value) { variant.ratio(a, b, value); });
}

bool add_xv(Variant& variant, const Json& item) {
  const std::string text = word_in(item, "value");
  const auto cells = places_in(item, "cells", variant.side());
  if (!cells || cells->size() != 2 || !all_unlike(*cells) ||
      (text != "X" && text != "V" && text != "x" && text != "v")) {
    return false;
  }
  const bool ten = text == "X" || text == "x";
  variant.pair_sum((*cells)[0], (*cells)[1], ten ? 10 : 5, ten ? "X" : "V");
  return true;
}

template <class Add>
bool for_cell(const Variant& variant, const Json& item, Add add) {
  const auto cell = place_of(word_in(item, "cell"), variant.side());
  if (!cell) return false;
  add(*cell);
  return true;
}

bool add_odd(Variant& variant, const Json& item) {
  return for_cell(variant, item, [&](Place cell) { variant.parity(cell, false); });
}
bool add_even(Variant& variant, const Json& item) {
  return for_cell(variant, item, [&](Place cell) { variant.parity(cell, true); });
}
bool add_minimum(Variant& variant, const Json& item) {
  return for_cell(variant, item, [&](Place cell) { variant.extreme(cell, true); });
}
bool add_maximum(Variant& variant, const Json& item) {
  return for_cell(variant, item, [&](Place cell) { variant.extreme(cell, false); });
}

bool add_quadruple(Variant& variant, const Json& item) {
  const auto cells = places_in(item, "cells", variant.side());
  std::vector<int> values;
  for (const Json& value : list_in(item, "values")) {
    if (!value.is_number_integer() || value < 1 || value > variant.side()) return false;
    values.push_back(value.get<int>());
  }
  if (!cells || cells->size() != 4 || !all_unlike(*cells) || values.empty() || values.size() > 4) return false;
  variant.quadruple(*cells, values);
  return true;
}

bool add_little_killer(Variant& variant, const Json& item) {
  const auto cells = places_in(item, "cells", variant.side());
  const auto sum = number_in(item, "value", 0);
  if (!cells || cells->empty() || !all_unlike(*cells) || !sum || *sum == 0) return false;
  variant.little_killer(*cells, *sum);
  return true;
}

bool add_clone(Variant& variant, const Json& item) {
  const auto cells = places_in(item, "cells", variant.side());
  const auto clones = places_in(item, "cloneCells", variant.side());
  if (!cells || !clones || cells->empty() || cells->size() != clones->size()) return false;
  for (std::size_t i = 0; i < cells->size(); ++i) variant.clone((*cells)[i], (*clones)[i]);
  return true;
}

struct ItemKind {
  std::string_view name;
  Item add;
};
constexpr std::array<ItemKind, 16> kItems = {{{"killercage", add_cage},
                                              {"extraregion", add_extra_region},
                                              {"thermometer", add_thermometer},
                                              {"palindrome", add_palindrome},
                                              {"betweenline", add_between},
                                              {"arrow", add_arrow},
                                              {"difference", add_difference},
                                              {"ratio", add_ratio},
                                              {"xv", add_xv},
                                              {"odd", add_odd},
                                              {"even", add_even},
                                              {"minimum", add_minimum},
                                              {"maximum", add_maximum},
                                              {"quadruple", add_quadruple},
                                              {"littlekillersum", add_little_killer},
                                              {"clone", add_clone}}};

// What says nothing about the puzzle.
constexpr std::array<std::string_view, 10> kNoRules = {"size",
                                                       "title",
                                                       "author",
                                                       "ruleset",
                                                       "grid",
                                                       "solution",
                                                       "highlightConflicts",
                                                       "metadata",
                                                       "truecandidatesoptions",
                                                       "disabledlogic"};

// A switch that is on.
bool add_switch(Variant& variant, const std::string& name) {
  if (name == "diagonal+") {
    variant.diagonal(true);
  } else if (name == "diagonal-") {
    variant.diagonal(false);
  } else if (name == "antiknight") {
    variant.antiknight();
  } else if (name == "antiking") {
    variant.antiking();
  } else if (name == "nonconsecutive") {
    variant.nonconsecutive();
  } else if (name == "disjointgroups") {
    variant.disjoint_groups();
  } else {
    return false;
  }
  return true;
}

// What pairs without a mark are not.
void add_negative(Variant& variant, const std::string& of) {
  if (of == "ratio") {
    variant.no_other_ratio();
  } else if (of == "xv") {
    variant.no_other_sign();
  } else {
    variant.leave_out("negative " + of.substr(0, 40));
  }
}

void add_member(Variant& variant, const std::string& name, const Json& value) {
  if (std::find(kNoRules.begin(), kNoRules.end(), name) != kNoRules.end()) return;
  if (value.is_boolean()) {
    if (value.get<bool>() && !add_switch(variant, name)) variant.leave_out(name);
    return;
  }
  if (!value.is_array() || value.empty()) return;
  const auto* const kind =
      std::find_if(kItems.begin(), kItems.end(), [&](const ItemKind& k) { return k.name == name; });
  for (const Json& item : value) {
    if (name == "negative" && item.is_string()) {
      add_negative(variant, item.get<std::string>());
    } else if (kind == kItems.end() || !item.is_object() || !kind->add(variant, item)) {
      variant.leave_out(name);
    }
  }
}

// Givens and regions; false if it is no board of this side.
bool add_grid(Variant& variant, const Json& grid) {
  std::vector<int> regions;
  bool any = false;
  const puzzles::sudoku::BoxShape box = puzzles::sudoku::usual_box(variant.side());
  for (int row = 0; row < variant.side(); ++row) {
    const Json& cells = grid[at(row)];
    if (!cells.is_array() || cells.size() != at(variant.side())) return false;
    for (int column = 0; column < variant.side(); ++column) {
      const Json& cell = cells[at(column)];
      const auto value = number_in(cell, "value", 0);
      const bool given = cell.is_object() && cell.value("given", Json()) == true;
      if (given && (!value || *value > variant.side())) return false;
      if (given) variant.given({row, column}, *value);
      const Json region = cell.is_object() ? cell.value("region", Json(-2)) : Json(-2);
      const bool told = region != -2;
      any = any || told;
      const int own = row / box.height * box.height + column / box.width;
      regions.push_back(!told                                                        ? own
                        : region.is_number_integer() && region >= 0 && region < 1000 ? region.get<int>()
                                                                                     : -1);
    }
  }
  if (any) variant.regions(std::move(regions));
  return true;
}

}  // namespace

// The object itself, wherever it came from.
Outcome read_fpuzzles_json(const Json& json) {
  const int side = static_cast<int>(list_in(json, "grid").size());
  if (side < 4 || side > kLargestSide || puzzles::sudoku::usual_box(side).height < 2) return damaged("format.fpuzzles");
  Variant variant(side);
  if (!add_grid(variant, json.at("grid"))) return damaged("format.fpuzzles");
  variant.title(word_in(json, "title").substr(0, 200));
  variant.about(word_in(json, "ruleset").substr(0, kMaxWords));
  for (const auto& [name, value] : json.items()) add_member(variant, name, value);
  return found(variant.puzzle());
}

bool is_fpuzzles_json(const Json& json) {
  const Json& grid = list_in(json, "grid");
  return !grid.empty() && grid[0].is_array() && !grid[0].empty() && grid[0][0].is_object();
}

// What links hold: Base64 whose signs the address may have changed.
Outcome read_fpuzzles_packed(std::string packed) {
  std::replace(packed.begin(), packed.end(), ' ', '+');
  const auto text = lz_unpacked(packed, kLongestJson);
  const auto json = text ? json_of(*text) : std::nullopt;
  return json && is_fpuzzles_json(*json) ? read_fpuzzles_json(*json) : damaged("format.fpuzzles");
}

Outcome read_fpuzzles(std::string_view text, std::string_view /*family*/) {
  if (const auto link = link_of(text)) {
    if (link->host != "f-puzzles.com") return std::nullopt;
    if (const auto packed = link->member("load")) return read_fpuzzles_packed(*packed);
    return refused({"error.format.elsewhere", {{"format", "format.fpuzzles"}}});
  }
  if (text.find("\"grid\"") == std::string_view::npos) return std::nullopt;
  const auto json = json_of(text);
  return json && is_fpuzzles_json(*json) ? read_fpuzzles_json(*json) : std::nullopt;
}

}  // namespace fastslow::formats
