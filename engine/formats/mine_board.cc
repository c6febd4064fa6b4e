// Minesweeper boards as people type them: a row a line, 0 to 8 for a dug square; for a covered one '.', '#', '?', '_',
// 'x' or a square of Unicode; for a mine that is known '*', 'F', 'M' or '!'. Where another sign stands for covered
// squares, '.' and a space are dug squares without a number. A line may tell how many mines there are ("10 mines",
// "mines: 10", or a bare number).
#include <algorithm>

#include "core/index.h"
#include "formats/readers.h"
#include "puzzles/common/scan.h"
#include "puzzles/minesweeper/text.h"

namespace fastslow::formats {
namespace {

using puzzles::trimmed;
using puzzles::minesweeper::MinesText;

constexpr int kMaxSide = 60;
constexpr std::string_view kCovered = "#?_xXhH";

// "10 mines", "Mines: 10", "10": the only number of a line with no other sign than letters around it.
std::optional<int> mines_in(std::string_view line) {
  const std::string small = lowered(trimmed(line));
  const bool word = small.find("mine") != std::string::npos || small.find("bomb") != std::string::npos;
  const std::size_t from = small.find_first_of("0123456789");
  if (from == std::string::npos) return std::nullopt;
  const std::size_t end = std::min(small.find_first_not_of("0123456789", from), small.size());
  if (!word && (from != 0 || end != small.size())) return std::nullopt;
  puzzles::Scanner scan(std::string_view(small).substr(from, end - from));
  return scan.number(kMaxSide * kMaxSide);
}

// Squares of Unicode as '#', flags and bombs as '*'.
std::string plain(std::string_view line) {
  std::string out;
  for (std::size_t i = 0; i < line.size();) {
    const std::string_view rest = line.substr(i);
    bool known = false;
    for (const std::string_view square : {"■", "□", "▢", "⬛", "⬜", "█", "🚩", "💣"}) {
      if (!rest.starts_with(square)) continue;
      out += square == "🚩" || square == "💣" ? '*' : '#';
      i += square.size();
      known = true;
      break;
    }
    if (!known) out += line[i++];
  }
  return out;
}

// Signs that are each followed by a space.
std::string narrowed(const std::string& row) {
  std::string out;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i % 2 == 0) {
      out += row[i];
    } else if (row[i] != ' ' && row[i] != '|' && row[i] != ',') {
      return row;
    }
  }
  return out;
}

std::optional<int> square_of(char c, bool dots_are_dug) {
  if (c >= '0' && c <= '8') return c - '0';
  if (c == '*' || c == 'F' || c == 'f' || c == 'M' || c == 'm' || c == '!') return MinesText::kMine;
  if (kCovered.find(c) != std::string_view::npos) return MinesText::kCovered;
  if (c == '.' || c == ' ') return dots_are_dug ? 0 : MinesText::kCovered;
  if (c == '-') return dots_are_dug ? 0 : MinesText::kSafe;
  return std::nullopt;
}

}  // namespace

Outcome read_mine_board(std::string_view text, std::string_view family) {
  // With a colon it is the family's own form, unless a word stands before it.
  const bool own = text.find(':') != std::string_view::npos && lowered(text).find("mines:") == std::string::npos;
  if (family != "minesweeper" || own) return std::nullopt;
  std::vector<std::string> rows;
  std::optional<int> mines;
  const auto lines = lines_of(text);
  for (const std::string_view& line : lines) {
    const auto number = mines_in(line);
    const bool edge = &line == &lines.front() || &line == &lines.back();
    const bool word = lowered(line).find("min") != std::string::npos || lowered(line).find("bomb") != std::string::npos;
    if (number && !mines && edge && (word || trimmed(line).size() <= 2)) {
      mines = number;
    } else if (!trimmed(line).empty()) {
      rows.push_back(plain(line));
    }
  }
  if (rows.size() < 2 || rows.size() > at(kMaxSide)) return std::nullopt;
  for (std::string& row : rows) row = narrowed(row);
  const std::size_t width = std::max_element(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
                              return a.size() < b.size();
                            })->size();
  if (width < 2 || width > at(kMaxSide)) return std::nullopt;
  const bool dots_are_dug = std::any_of(rows.begin(), rows.end(), [](const std::string& row) {
    return row.find_first_of(kCovered) != std::string::npos;
  });
  MinesText board;
  board.width = static_cast<int>(width);
  board.height = static_cast<int>(rows.size());
  for (std::string& row : rows) {
    row.resize(width, ' ');
    for (const char c : row) {
      const auto square = square_of(c, dots_are_dug);
      if (!square) return std::nullopt;
      board.squares.push_back(*square);
    }
  }
  board.mines = mines;
  Found puzzle{"minesweeper", puzzles::minesweeper::write_mines(board, "id"), "", {}};
  if (dots_are_dug) puzzle.remarks.push_back({"remark.dots_are_dug", {}});
  return found(std::move(puzzle));
}

}  // namespace fastslow::formats
