// Sudoku grids as they stand in forums, mails and other programs' files: rows of cells with '.', '0', '*', '_', '-',
// 'x' or a space for an empty one, parted by nothing, spaces, commas, semicolons, tabs or bars, with frames of
// dashes, plus signs, stars or box-drawing letters in between. Simple Sudoku's .ss files
// (http://www.angusj.com/sudoku/) are such grids, and so are the candidate grids of solvers, of which the cells with a
// single digit are taken.
//
// Several hypotheses about what parts the cells are tried; the first that makes a board counts. What the symbols mean
// is a second question: 16 values may be 0 to F, 1 to G or A to P, and a 0 may be a value or an empty cell.
#include <algorithm>
#include <array>
#include <functional>
#include <set>

#include "core/index.h"
#include "formats/readers.h"
#include "puzzles/common/latin.h"
#include "puzzles/common/reduce.h"
#include "puzzles/common/scan.h"
#include "puzzles/family.h"

namespace fastslow::formats {
namespace {

using puzzles::trimmed;
// What stands in each cell, in reading order; empty if nothing does. A zero is kept: it may be a value.
using Cells = std::vector<std::string>;

constexpr int kLargestSide = puzzles::kMaxSymbols;
constexpr std::size_t kLongestText = 20'000;
constexpr std::uint64_t kMaxNodes = 2000;

// --- characters --------------------------------------------------------------------------------------------------

// Box-drawing letters as bars and dashes, dots and boxes of other alphabets as '.'.
std::string plain(std::string_view text) {
  static constexpr std::array<std::string_view, 5> dot_signs = {"\u00b7", "\u2022", "\u25a1", "\u2b1c", "\u2219"};
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    const auto* const dot =
        std::find_if(dot_signs.begin(), dot_signs.end(), [&](std::string_view d) { return rest.starts_with(d); });
    if (dot != dot_signs.end()) {
      out += '.';
      i += dot->size();
    } else if (rest.starts_with("\u00a0")) {
      out += ' ';
      i += 2;
    } else if (rest.size() >= 3 && rest[0] == '\xe2' && (rest[1] == '\x94' || rest[1] == '\x95')) {
      const bool upright = rest.starts_with("\u2502") || rest.starts_with("\u2503") || rest.starts_with("\u2551");
      out += upright ? '|' : '-';
      i += 3;
    } else {
      out += text[i++];
    }
  }
  return out;
}

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool is_blank_sign(char c) { return c == '.' || c == '_' || c == '*'; }
bool is_bar(char c) { return c == '|' || c == '!' || c == ':'; }

// "+-------+-------+", "*-----------*", "---+---+---", "======"; with `dashes_are_cells`, rows of dashes alone are
// none.
bool is_frame(std::string_view line, bool dashes_are_cells) {
  line = trimmed(line);
  if (line.find_first_not_of("-+|=*:.'`,_~ \t") != std::string_view::npos) return false;
  const bool ruled = line.find("--") != std::string_view::npos || line.find("==") != std::string_view::npos;
  return ruled && (!dashes_are_cells || line.find_first_of("+*='`") != std::string_view::npos);
}

// A remark of a file's author, or the number of a puzzle.
bool is_heading(std::string_view line) {
  const std::string start = lowered(trimmed(line)).substr(0, 8);
  return start.starts_with("#") || start.starts_with("//") || start.starts_with("grid") ||
         start.starts_with("puzzle") || start.starts_with("sudoku");
}

std::vector<std::string_view> rows_of(std::string_view text, bool dashes_are_cells) {
  std::vector<std::string_view> rows = lines_of(text);
  std::erase_if(rows, [&](std::string_view row) {
    return trimmed(row).empty() || is_heading(row) || is_frame(row, dashes_are_cells);
  });
  return rows;
}

// --- hypotheses: what parts the cells ------------------------------------------------------------------------------

// Each character is a cell, what else there is parts them.
std::optional<Cells> by_characters(std::string_view text, bool dashes_are_cells) {
  Cells cells;
  for (const std::string_view row : rows_of(text, dashes_are_cells)) {
    for (const char c : row) {
      if (is_digit(c) || is_letter(c)) {
        cells.emplace_back(1, c);
      } else if (is_blank_sign(c) || (c == '-' && dashes_are_cells)) {
        cells.emplace_back();
      } else if (c != ' ' && c != '\t' && c != ',' && c != ';' && c != '-' && c != '+' && !is_bar(c)) {
        return std::nullopt;
      }
    }
  }
  return cells;
}

std::optional<std::string> cell_of(std::string_view word) {
  word = trimmed(word);
  const bool blank = std::all_of(word.begin(), word.end(), [](char c) { return is_blank_sign(c) || c == '-'; });
  if (blank) return "";
  const bool number = std::all_of(word.begin(), word.end(), is_digit);
  if (!number && !(word.size() == 1 && is_letter(word[0]))) return std::nullopt;
  return std::string(word);
}

// "7,,,3": fields that may be empty. Bars between boxes may be fields ("7,,,|,3,"), or stand after a comma ("7,,,|3,")
// or for one ("7,,|3,").
enum class Bars { none, after_commas, for_commas };

std::string without_bars(std::string_view row, Bars bars, char comma) {
  std::string clear(row);
  if (bars == Bars::none) return clear;
  while (clear.ends_with(' ')) clear.pop_back();
  const bool closed = !clear.empty() && is_bar(clear.back());
  if (closed) clear.pop_back();
  clear.erase(clear.begin(), std::find_if_not(clear.begin(), clear.end(), is_bar));
  if (bars == Bars::for_commas) std::replace_if(clear.begin(), clear.end(), is_bar, comma);
  std::erase_if(clear, is_bar);
  // Nothing stands between the last comma and a bar at the end.
  if (bars == Bars::after_commas && closed && clear.ends_with(comma)) clear.pop_back();
  return clear;
}

std::optional<Cells> by_commas(std::string_view text, Bars bars) {
  const char comma = text.find(',') != std::string_view::npos   ? ','
                     : text.find(';') != std::string_view::npos ? ';'
                                                                : '\t';
  if (text.find(comma) == std::string_view::npos) return std::nullopt;
  Cells cells;
  for (const std::string_view line : rows_of(text, false)) {
    const std::string clear = without_bars(line, bars, comma);
    std::string_view row = clear;
    for (bool more = true; more;) {
      const std::size_t end = std::min(row.find(comma), row.size());
      more = end < row.size();
      const std::string_view field = trimmed(row.substr(0, end));
      row.remove_prefix(std::min(end + 1, row.size()));
      if (field.size() == 1 && is_bar(field[0])) continue;
      const auto cell = cell_of(field);
      if (!cell) return std::nullopt;
      cells.push_back(*cell);
    }
  }
  return cells;
}

// "10 . 3 | 16 ...", and "| 4 15 159 |" of candidates.
std::optional<Cells> by_words(std::string_view text) {
  Cells cells;
  for (const std::string_view row : rows_of(text, false)) {
    std::string word;
    for (std::size_t i = 0; i <= row.size(); ++i) {
      const char c = i < row.size() ? row[i] : ' ';
      if (c != ' ' && c != '\t' && !is_bar(c)) {
        word += c;
        continue;
      }
      if (word.empty()) continue;
      const auto cell = cell_of(word);
      if (!cell) return std::nullopt;
      cells.push_back(*cell);
      word.clear();
    }
  }
  const bool any_long = std::any_of(cells.begin(), cells.end(), [](const std::string& c) { return c.size() > 1; });
  return any_long ? std::optional(cells) : std::nullopt;
}

// "7  |  6|1  ": a space is a cell, too; `pitch` 2 where each is followed by a space ("| 7     | 6   1 |"). Spaces at
// the ends of lines may be missing.
std::optional<Cells> by_columns(std::string_view text, std::size_t pitch) {
  std::vector<std::string> rows;
  for (const std::string_view line : lines_of(text)) {
    // A row of spaces is one without values.
    if (line.empty() || is_heading(line) || is_frame(line, false)) continue;
    std::string row;
    std::string part;
    const auto end_part = [&] {
      for (std::size_t i = pitch - 1; i < part.size(); i += pitch) row += part[i];
      part.clear();
    };
    for (const char c : line) {
      if (!is_bar(c)) {
        part += c;
      } else {
        end_part();
      }
    }
    end_part();
    rows.push_back(row);
  }
  const std::size_t side = rows.size();
  Cells cells;
  for (std::string& row : rows) {
    if (row.size() > side && row.find_first_not_of(' ', side) != std::string::npos) return std::nullopt;
    row.resize(side, ' ');
    for (const char c : row) {
      if (!is_digit(c) && !is_letter(c) && c != ' ' && !is_blank_sign(c)) return std::nullopt;
      cells.emplace_back(is_digit(c) || is_letter(c) ? std::string(1, c) : "");
    }
  }
  return cells;
}

// The side of a board of so many cells whose boxes are no mere rows; 0 if there is none.
int side_of(std::size_t cells) {
  for (int side = 4; side <= kLargestSide; ++side) {
    if (puzzles::cells_of(side) == cells) return puzzles::sudoku::usual_box(side).height > 1 ? side : 0;
  }
  return 0;
}

// --- symbols: what the cells mean ----------------------------------------------------------------------------------

struct Symbols {
  bool zero = false;     // a "0"
  bool blank = false;    // another sign for an empty cell
  bool digits = false;   // 1 to 9
  bool letters = false;  // but x
  bool numbers = false;  // of several digits
  int highest = 0;       // 10 for A and so on
};

int symbol_value(char c) {
  if (is_digit(c)) return c - '0';
  return (c >= 'a' ? c - 'a' : c - 'A') + 10;
}

Symbols symbols_of(const Cells& cells) {
  Symbols symbols;
  for (const std::string& cell : cells) {
    if (cell.empty()) {
      symbols.blank = true;
    } else if (cell.size() > 1) {
      symbols.numbers = true;
    } else {
      const int value = symbol_value(cell[0]);
      symbols.highest = std::max(symbols.highest, value);
      (value == 0 ? symbols.zero : value < 10 ? symbols.digits : symbols.letters) = true;
    }
  }
  return symbols;
}

struct Read {
  std::vector<int> values;
  std::vector<Remark> remarks;
};

// Each cell by `value`, which tells -1 of what is none; nothing if one does not fit.
std::optional<Read> valued(int side, const Cells& cells, const std::function<int(const std::string&)>& value) {
  Read read;
  for (const std::string& cell : cells) {
    read.values.push_back(cell.empty() ? 0 : value(cell));
    if (read.values.back() < 0 || read.values.back() > side) return std::nullopt;
  }
  return read;
}

bool has_one_solution(int side, const std::vector<int>& values) {
  const auto puzzle = puzzles::find_family("sudoku")->parse(sudoku_found(sudoku_of(side, values)).text);
  // A larger board takes too long to be decided on the way; there it has to be enough that nothing clashes.
  return puzzle.ok() && (side > 9 || puzzles::has_one_solution(puzzle.value().model, kMaxNodes));
}

int number_of(const std::string& cell) { return cell.size() > 2 ? -1 : std::stoi(cell); }

// A zero beside another sign for nothing: it may be the lowest of the values, which then go up to one less.
std::optional<Read> read_zero(int side, const Cells& cells, const Symbols& symbols, const std::optional<Read>& usual) {
  if (!symbols.zero || !symbols.blank || symbols.highest >= side) return usual;
  auto shifted = valued(side, cells, [](const std::string& cell) { return symbol_value(cell[0]) + 1; });
  const char last = puzzles::symbol_of(side - 1);
  const bool shift = shifted && has_one_solution(side, shifted->values) &&
                     (side > 9 || !usual || !has_one_solution(side, usual->values));
  std::optional<Read> read = shift ? shifted : usual;
  if (!read) return std::nullopt;
  read->remarks.push_back(
      shift ? Remark{"remark.from_zero",
                     {{"last", std::string(1, last)}, {"own", std::string(1, puzzles::symbol_of(side))}}}
            : Remark{"remark.zero_blank", {}});
  return read;
}

std::optional<Read> read_symbols(int side, Cells cells) {
  // The usual sign for nothing in some programs; a value of the largest boards only.
  if (side < kLargestSide) {
    for (std::string& cell : cells) {
      if (cell == "x" || cell == "X") cell.clear();
    }
  }
  const Symbols symbols = symbols_of(cells);
  if (symbols.numbers && side > 9) {
    return valued(side, cells,
                  [](const std::string& cell) { return is_digit(cell[0]) ? number_of(cell) : symbol_value(cell[0]); });
  }
  if (symbols.numbers) {
    // What has several digits is a list of candidates.
    auto read =
        valued(side, cells, [](const std::string& cell) { return cell.size() > 1 ? 0 : symbol_value(cell[0]); });
    if (read) read->remarks.push_back({"remark.candidates", {}});
    return read;
  }
  const auto usual = valued(side, cells, [](const std::string& cell) { return symbol_value(cell[0]); });
  // A to I for 1 to 9, A to P for 1 to 16: where letters that follow the nine would be too many.
  if (!usual && symbols.letters && !symbols.digits) {
    auto read = valued(side, cells, [](const std::string& cell) {
      const int value = symbol_value(cell[0]);
      return value == 0 ? 0 : value - 9;
    });
    if (read) {
      read->remarks.push_back({"remark.letters", {{"last", std::string(1, static_cast<char>('A' + side - 1))}}});
    }
    return read;
  }
  return read_zero(side, cells, symbols, usual);
}

}  // namespace

Outcome read_sudoku_grid(std::string_view text, std::string_view family) {
  if (family != "sudoku" && !family.empty()) return std::nullopt;
  // "6x5:...": a size in front belongs to other families.
  const std::size_t after = text.find_first_not_of("0123456789");
  if (after != 0 && after != std::string_view::npos && after < 3 && text[after] == 'x' &&
      text.substr(after + 1).find_first_not_of("0123456789") < 4 && text.find(':') < 12) {
    return std::nullopt;
  }
  if (text.size() > kLongestText || text.find_first_of("[]{}<>/") != std::string_view::npos) return std::nullopt;
  const std::string clear = plain(text);
  const std::array<std::function<std::optional<Cells>()>, 8> hypotheses = {
      [&] { return by_commas(clear, Bars::none); },
      [&] { return by_commas(clear, Bars::after_commas); },
      [&] { return by_commas(clear, Bars::for_commas); },
      [&] { return by_words(clear); },
      [&] { return by_characters(clear, false); },
      [&] { return by_characters(clear, true); },
      [&] { return by_columns(clear, 1); },
      [&] { return by_columns(clear, 2); }};
  for (const auto& hypothesis : hypotheses) {
    const auto cells = hypothesis();
    const int side = cells ? side_of(cells->size()) : 0;
    if (side == 0) continue;
    auto read = read_symbols(side, *cells);
    if (!read) continue;
    Found puzzle = sudoku_found(sudoku_of(side, std::move(read->values)));
    puzzle.remarks = std::move(read->remarks);
    return found(std::move(puzzle));
  }
  return std::nullopt;
}

}  // namespace fastslow::formats
