// Links of SudokuWiki's solver (https://www.sudokuwiki.org/Sudoku_String_Definitions): "?bd=" with 81 digits, 0 for an
// empty cell, or with 729, nine for the candidates of each cell. Its packed boards ("S9B...") are named. Other sites
// put the 81 digits into their addresses, too; these are read wherever they stand.
#include <algorithm>

#include "formats/readers.h"

namespace fastslow::formats {
namespace {

// A cell with one candidate holds it.
std::optional<std::vector<int>> from_candidates(std::string_view digits) {
  if (digits.size() != 729) return std::nullopt;
  std::vector<int> values;
  for (std::size_t cell = 0; cell < 81; ++cell) {
    const std::string_view nine = digits.substr(9 * cell, 9);
    if (!std::all_of(nine.begin(), nine.end(), is_digit)) return std::nullopt;
    const auto several = std::count_if(nine.begin(), nine.end(), [](char c) { return c != '0'; });
    const std::size_t first = nine.find_first_not_of('0');
    values.push_back(several == 1 ? nine[first] - '0' : 0);
  }
  return values;
}

// Exactly 81 digits and dots in a row.
std::optional<std::vector<int>> run_of_81(std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && (is_digit(text[i]) || text[i] == '.')) continue;
    if (i - begin == 81) return digits_of(text.substr(begin, 81));
    begin = i + 1;
  }
  return std::nullopt;
}

}  // namespace

Outcome read_sudokuwiki(std::string_view text, std::string_view /*family*/) {
  const auto link = link_of(text);
  if (!link) return std::nullopt;
  if (const auto board = link->member("bd")) {
    if (const auto values = digits_of(*board)) return found(sudoku_found(sudoku_of(9, *values)));
    if (const auto values = from_candidates(*board)) {
      Found puzzle = sudoku_found(sudoku_of(9, *values));
      puzzle.remarks.push_back({"remark.candidates", {}});
      return found(std::move(puzzle));
    }
    return damaged("format.sudokuwiki");
  }
  const auto values = run_of_81(unescaped(link->path + "?" + link->query + "#" + link->hash));
  return values ? found(sudoku_found(sudoku_of(9, *values))) : std::nullopt;
}

}  // namespace fastslow::formats
