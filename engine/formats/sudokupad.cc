// SudokuPad (https://sudokupad.app/, by Sven Neumann; also app.crackingthecryptic.com): a JSON object with "cells",
// "regions", "cages" and things that are only drawn, packed with LZ-string behind "scl" or "ctc" in an address. Before
// it is packed, names of members may be shortened and quotation marks left out
// (https://github.com/SudokuPad/sudokutools, src/puzzlezipper_lib.js tells how). "fpuz" is followed by f-puzzles' form.
//
// Ordinary Sudokus have shorter forms (https://sudokupad.app/puzzletools.js). Behind "scf" and "classic" each sign is a
// number, 0-9A-Za-x: its last digit is a cell, and its tens are empty cells behind that. What follows 81 cells of
// "scf", or a star, are rules: x both diagonals, w Windoku's four regions, t and a words up to the next star. An older
// "classic" has its digits as they are, with a letter for empty cells between them, B one and C two.
//
// Such a file has no rules but regions and cages: arrows and lines are drawings there, and what they mean stands in
// words. They are listed as left out.
#include <algorithm>
#include <array>
#include <cctype>
#include <set>

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

// --- the shortened form --------------------------------------------------------------------------------------------

bool is_word_sign(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// What JSON makes of a word without quotation marks: numbers and its own words stay, 't' and 'f' are short for them,
// anything else (a colour) is a text.
std::string value_of_word(const std::string& word) {
  if (word == "t" || word == "f") return word == "t" ? "true" : "false";
  if (word == "true" || word == "false" || word == "null") return word;
  const bool colour = word.size() == 6 && word.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
  if (!colour && !Json::parse(word, nullptr, false).is_discarded()) return word;
  return Json(word).dump(-1, ' ', false, Json::error_handler_t::replace);
}

// The shortened form as JSON again: texts in single quotation marks, members and some values without any, and nothing
// at all for an empty object.
std::string lengthened(std::string_view text) {
  std::string out;
  char before = 0;  // the last sign that is no blank
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool value_due = before == '[' || before == ',' || before == ':' || before == '{';
    if (c == '\'' || c == '"') {
      std::string word;
      while (++i < text.size() && text[i] != c) {
        if (text[i] == '\\' && i + 1 < text.size()) {
          // What JSON escapes stays escaped; an escaped quotation mark is just that.
          if (text[i + 1] != '\'') word += '\\';
          word += text[++i];
        } else {
          word += text[i] == '"' ? std::string("\\\"") : std::string(1, text[i]);
        }
      }
      out += '"' + word + '"';
      before = '"';
    } else if (c == ',' || c == ']' || c == '}') {
      if ((before == '[' && c == ',') || (before == ',' && c != '}')) out += "{}";
      out += c;
      before = c;
    } else if (c == '[' || c == '{' || c == ':') {
      out += c;
      before = c;
    } else if (value_due && c != ' ') {
      std::string word;
      while (i < text.size() && text[i] != ',' && text[i] != ':' && text[i] != ']' && text[i] != '}') word += text[i++];
      const bool member = i < text.size() && text[i] == ':' && std::all_of(word.begin(), word.end(), is_word_sign);
      out += member ? '"' + word + '"' : value_of_word(word);
      before = '"';
      --i;
    }
  }
  return out;
}

// Their full names; only those that are read here.
void rename(Json& json) {
  static constexpr std::array<std::pair<const char*, const char*>, 9> long_names = {{{"ce", "cells"},
                                                                                     {"re", "regions"},
                                                                                     {"ca", "cages"},
                                                                                     {"v", "value"},
                                                                                     {"a", "arrows"},
                                                                                     {"l", "lines"},
                                                                                     {"o", "overlays"},
                                                                                     {"u", "underlays"},
                                                                                     {"t", "title"}}};
  if (json.is_array()) {
    for (Json& item : json) rename(item);
  }
  if (!json.is_object()) return;
  for (const auto& [small, full] : long_names) {
    if (json.contains(small) && !json.contains(full)) {
      json[full] = json[small];
      json.erase(small);
    }
  }
  for (auto& [name, value] : json.items()) rename(value);
}

std::optional<Json> unpacked(const std::string& text) {
  if (auto json = json_of(text)) return json;
  auto json = json_of(lengthened(text));
  if (json) rename(*json);
  return json;
}

// --- the puzzle ------------------------------------------------------------------------------------------------------

bool is_sudokupad_json(const Json& json) {
  const Json& cells = list_in(json, "cells");
  return !cells.empty() && cells[0].is_array() && !cells[0].empty() && cells[0][0].is_object();
}

std::optional<Places> cells_in(const Json& list, int side) {
  Places places;
  if (!list.is_array()) return std::nullopt;
  for (const Json& item : list) {
    const auto fits = [&](const Json& number) { return number.is_number_integer() && number >= 0 && number < side; };
    if (!item.is_array() || item.size() != 2 || !fits(item[0]) || !fits(item[1])) return std::nullopt;
    places.emplace_back(item[0].get<int>(), item[1].get<int>());
  }
  Places sorted = places;
  std::sort(sorted.begin(), sorted.end());
  if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end()) return std::nullopt;
  return places;
}

bool add_cells(Variant& variant, const Json& cells) {
  for (int row = 0; row < variant.side(); ++row) {
    if (!cells[at(row)].is_array() || cells[at(row)].size() != at(variant.side())) return false;
    for (int column = 0; column < variant.side(); ++column) {
      const std::string text = word_in(cells[at(row)][at(column)], "value");
      if (text.empty()) continue;
      puzzles::Scanner scan(text);
      const auto value = scan.number(variant.side());
      if (!value || !scan.done()) return false;
      variant.given({row, column}, *value);
    }
  }
  return true;
}

void add_regions(Variant& variant, const Json& list) {
  std::vector<int> regions(at(variant.side() * variant.side()), -1);
  int number = 0;
  for (const Json& item : list) {
    const auto cells = cells_in(item, variant.side());
    if (!cells || static_cast<int>(cells->size()) > variant.side()) {
      variant.leave_out("regions");
      continue;
    }
    for (const auto& [row, column] : *cells) regions[at(row * variant.side() + column)] = number;
    ++number;
  }
  variant.regions(std::move(regions));
}

// "title: ...": words about the puzzle stand in cages without cells.
void add_words(Variant& variant, const std::string& text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos) return;
  const std::string name = lowered(puzzles::trimmed(text.substr(0, colon)));
  const std::string words(puzzles::trimmed(std::string_view(text).substr(colon + 1)));
  if (name == "title") variant.title(words.substr(0, 200));
  if (name == "rules") variant.about(words.substr(0, kMaxWords));
}

void add_cage(Variant& variant, const Json& cage) {
  const std::string value = word_in(cage, "value");
  const auto cells = cage.is_object() ? cells_in(cage.value("cells", Json::array()), variant.side()) : std::nullopt;
  if (cells && cells->empty()) return add_words(variant, value);
  const bool unique = cage.is_object() && cage.value("unique", Json()) == true;
  const std::string type = word_in(cage, "type");
  // Rows, columns and regions are told elsewhere.
  if (type == "rowcol" || type == "region") return;
  puzzles::Scanner scan(value);
  const auto sum = scan.number(999);
  const bool killer = unique || word_in(cage, "style") == "killer";
  const bool fits = cells && killer && static_cast<int>(cells->size()) <= variant.side();
  if (fits && sum && scan.done()) return variant.cage(*cells, *sum);
  if (fits && value.empty() && cells->size() > 1) return variant.extra_region(*cells);
  variant.leave_out("cages");
}

void add_metadata(Variant& variant, const Json& data) {
  if (!data.is_object()) return;
  if (const std::string title = word_in(data, "title"); !title.empty()) variant.title(title.substr(0, 200));
  std::string rules = word_in(data, "rules");
  for (const Json& line : list_in(data, "rules")) {
    if (line.is_string()) rules += (rules.empty() ? "" : "\n") + line.get<std::string>();
  }
  if (!rules.empty()) variant.about(rules.substr(0, kMaxWords));
}

Outcome read_json(const Json& json) {
  const Json& cells = list_in(json, "cells");
  const int side = static_cast<int>(cells.size());
  if (side < 4 || side > kLargestSide || puzzles::sudoku::usual_box(side).height < 2)
    return damaged("format.sudokupad");
  Variant variant(side);
  if (!add_cells(variant, cells)) return damaged("format.sudokupad");
  if (!list_in(json, "regions").empty()) add_regions(variant, list_in(json, "regions"));
  if (json.contains("metadata")) add_metadata(variant, json.at("metadata"));
  for (const Json& cage : list_in(json, "cages")) add_cage(variant, cage);
  for (const char* drawn : {"arrows", "lines", "overlays", "underlays", "foglight", "triggereffect"}) {
    if (!list_in(json, drawn).empty()) variant.leave_out(drawn);
  }
  return found(variant.puzzle());
}

// What follows "scl".
Outcome read_packed(std::string packed) {
  std::replace(packed.begin(), packed.end(), ' ', '+');
  const auto text = packed.starts_with('{') ? std::optional(packed) : lz_unpacked(packed, kLongestJson);
  const auto json = text ? unpacked(*text) : std::nullopt;
  return json && is_sudokupad_json(*json) ? read_json(*json) : damaged("format.sudokupad");
}

// --- the short forms -------------------------------------------------------------------------------------------------

constexpr std::size_t kCells = 81;

// As many signs as make 81 cells, which are taken off; nothing if they do not.
std::optional<std::vector<int>> short_cells(std::string_view& signs) {
  std::vector<int> cells;
  std::size_t used = 0;
  for (; used < signs.size() && cells.size() < kCells; ++used) {
    const char c = signs[used];
    const int number = is_digit(c)            ? c - '0'
                       : c >= 'A' && c <= 'Z' ? c - 'A' + 10
                       : c >= 'a' && c <= 'x' ? c - 'a' + 36
                                              : -1;
    if (number < 0) return std::nullopt;
    cells.push_back(number % 10);
    cells.insert(cells.end(), at(number / 10), 0);
  }
  if (cells.size() != kCells) return std::nullopt;
  signs.remove_prefix(used);
  return cells;
}

// The older form of "classic".
std::optional<std::vector<int>> older_cells(std::string_view signs) {
  static constexpr std::string_view runs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz()[]-.~:@!$&'*,;=_";
  std::vector<int> cells;
  for (const char c : signs) {
    const std::size_t empty = runs.find(c);
    if (c >= '1' && c <= '9') {
      cells.push_back(c - '0');
    } else if (empty != std::string_view::npos) {
      cells.insert(cells.end(), empty, 0);
    } else {
      return std::nullopt;
    }
    if (cells.size() > kCells) return std::nullopt;
  }
  return cells.size() == kCells ? std::optional(std::move(cells)) : std::nullopt;
}

Outcome read_classic(std::string_view signs) {
  std::string_view rest = signs;
  auto cells = short_cells(rest);
  if (!cells || !rest.empty()) cells = older_cells(signs);
  return cells ? found(sudoku_found(sudoku_of(9, std::move(*cells)))) : damaged("format.sudokupad");
}

void add_windows(Variant& variant) {
  for (const Place& corner : {Place{1, 1}, Place{1, 5}, Place{5, 1}, Place{5, 5}}) {
    Places cells;
    for (int i = 0; i < 9; ++i) cells.emplace_back(corner.first + i / 3, corner.second + i % 3);
    variant.extra_region(cells);
  }
}

// Up to a single star; two are one.
std::string starred_word(std::string_view& rest) {
  std::string word;
  while (!rest.empty()) {
    const char c = rest.front();
    rest.remove_prefix(1);
    if (c == '*' && !rest.starts_with('*')) break;
    if (c == '*') rest.remove_prefix(1);
    word += c;
  }
  return word;
}

Outcome read_scf(std::string_view signs) {
  const auto cells = short_cells(signs);
  if (!cells) return damaged("format.sudokupad");
  Variant variant(9);
  for (int i = 0; i < 81; ++i) {
    if ((*cells)[at(i)] > 0) variant.given({i / 9, i % 9}, (*cells)[at(i)]);
  }
  if (signs.starts_with('*')) signs.remove_prefix(1);
  while (!signs.empty()) {
    const char rule = signs.front();
    signs.remove_prefix(1);
    if (rule == 'x') {
      variant.diagonal(false);
      variant.diagonal(true);
    } else if (rule == 'w') {
      add_windows(variant);
    } else if (rule == 't' || rule == 'a') {
      const std::string word = starred_word(signs);
      if (rule == 't') variant.title(word.substr(0, 200));
    } else {
      variant.leave_out(std::string(1, rule));
    }
  }
  return found(variant.puzzle());
}

}  // namespace

Outcome read_sudokupad(std::string_view text, std::string_view /*family*/) {
  const auto link = link_of(text);
  if (!link) {
    if (text.find("\"cells\"") == std::string_view::npos) return std::nullopt;
    const auto json = json_of(text);
    return json && !json->contains("format") && is_sudokupad_json(*json) ? read_json(*json) : std::nullopt;
  }
  const bool here = link->host == "sudokupad.app" || link->host.ends_with(".sudokupad.app") ||
                    link->host == "app.crackingthecryptic.com" || link->host == "sudokupad.svencodes.com";
  if (!here) return std::nullopt;
  std::string id = link->member("puzzleid").value_or(unescaped(link->path));
  for (const char* folder : {"/", "sudoku/"}) {
    if (id.starts_with(folder)) id.erase(0, std::string_view(folder).size());
  }
  for (const char* own : {"scl", "ctc"}) {
    if (id.starts_with(own)) return read_packed(id.substr(3));
  }
  for (const char* other : {"fpuzzles", "fpuz"}) {
    if (id.starts_with(other)) return read_fpuzzles_packed(id.substr(std::string_view(other).size()));
  }
  if (id.starts_with("scf")) return read_scf(std::string_view(id).substr(3));
  if (id.starts_with("classic")) return read_classic(std::string_view(id).substr(7));
  return refused({"error.format.elsewhere", {{"format", "format.sudokupad"}}});
}

}  // namespace fastslow::formats
