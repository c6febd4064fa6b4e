// Links of SudokuWiki's solver (https://www.sudokuwiki.org/Sudoku_String_Definitions): "?bd=" with 81 digits, 0 for an
// empty cell; with 729, nine for the candidates of each cell; or with a packed board, two signs a cell. The older ones
// are numbers to the base 32, a bit for each candidate and below them one that tells a clue. Those after "S9B" are to
// the base 36: 1 to 9 a clue, 10 to 18 a value that was placed, from 18 on a bit for each candidate. Other letters
// stand for other kinds. Other sites put the 81 digits into their addresses, too; these are read wherever they stand.
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

// A cell of a packed board: a clue, or whether anything was done about it.
struct PackedCell {
  int clue = 0;
  bool touched = false;
};

constexpr int kAllCandidates = 0x1ff;

int only_bit(int bits) {
  for (int value = 1; value <= 9; ++value) {
    if (bits == 1 << (value - 1)) return value;
  }
  return 0;
}

std::optional<PackedCell> packed_cell(int number, int base) {
  if (base == 36) {
    if (number < 1 || number > 18 + kAllCandidates) return std::nullopt;
    return number <= 9 ? PackedCell{number, false} : PackedCell{0, number != 18 + kAllCandidates};
  }
  const int bits = number >> 1;
  const bool clue = number % 2 == 1;
  if (bits > kAllCandidates || (clue && only_bit(bits) == 0)) return std::nullopt;
  return clue ? PackedCell{only_bit(bits), false} : PackedCell{0, bits != kAllCandidates};
}

// 81 numbers of two signs each. Only clues are taken.
std::optional<Found> from_packed(std::string_view signs, int base) {
  const auto digit = [&](char c) {
    const int value = is_digit(c) ? c - '0' : c >= 'a' && c <= 'z' ? c - 'a' + 10 : base;
    return value < base ? std::optional(value) : std::nullopt;
  };
  if (signs.size() != 162) return std::nullopt;
  std::vector<int> values;
  bool touched = false;
  for (std::size_t i = 0; i < signs.size(); i += 2) {
    const auto high = digit(signs[i]);
    const auto low = digit(signs[i + 1]);
    const auto cell = high && low ? packed_cell(*high * base + *low, base) : std::nullopt;
    if (!cell) return std::nullopt;
    values.push_back(cell->clue);
    touched = touched || cell->touched;
  }
  Found puzzle = sudoku_found(sudoku_of(9, std::move(values)));
  if (touched) puzzle.remarks.push_back({"remark.moves", {}});
  return puzzle;
}

// "S9B": a letter for the kind, the side, a letter for the version.
bool is_heading(std::string_view text) {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return text.size() > 3 && capital(text[0]) && is_digit(text[1]) && capital(text[2]);
}

Outcome read_packed(std::string_view board) {
  const bool headed = is_heading(board);
  if (headed && !board.starts_with("S9B")) return not_played("format.sudokuwiki", board.substr(0, 3));
  auto puzzle = headed ? from_packed(board.substr(3), 36) : from_packed(board, 32);
  return puzzle ? found(std::move(*puzzle)) : damaged("format.sudokuwiki");
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
  if (text.starts_with("S9B") && text.size() == 165) return read_packed(text);
  const auto link = link_of(text);
  if (!link) return std::nullopt;
  if (const auto board = link->member("bd")) {
    if (const auto values = digits_of(*board)) return found(sudoku_found(sudoku_of(9, *values)));
    if (const auto values = from_candidates(*board)) {
      Found puzzle = sudoku_found(sudoku_of(9, *values));
      puzzle.remarks.push_back({"remark.candidates", {}});
      return found(std::move(puzzle));
    }
    return read_packed(*board);
  }
  const auto values = run_of_81(unescaped(link->path + "?" + link->query + "#" + link->hash));
  return values ? found(sudoku_found(sudoku_of(9, *values))) : std::nullopt;
}

}  // namespace fastslow::formats
