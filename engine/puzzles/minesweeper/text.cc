#include "puzzles/minesweeper/text.h"

#include <algorithm>

#include "core/index.h"
#include "puzzles/common/scan.h"
#include "puzzles/minesweeper/mask.h"
#include "puzzles/minesweeper/minesweeper.h"

namespace fastslow::puzzles::minesweeper {
namespace {

Problem wrong_side() { return {"error.minesweeper.side", {{"limit", std::to_string(kMaxMinesSide)}}}; }

std::optional<int> hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return std::nullopt;
}

// "x,y,mHEX"
std::optional<Problem> read_layout(Scanner& scan, MinesText& read) {
  const auto x = scan.number(read.width - 1);
  if (!x || !scan.take(',')) return scan.unexpected();
  const auto y = scan.number(read.height - 1);
  if (!y || !scan.take(',')) return scan.unexpected();
  const bool masked = scan.take('m');
  if (!masked && !scan.take('u')) return scan.unexpected();
  const int bits = read.width * read.height;
  std::vector<std::uint8_t> bitmap(at((bits + 7) / 8), 0);
  // No more digits than there are bits: the last byte may have one only.
  for (int i = 0; i < (bits + 3) / 4; ++i) {
    const auto digit = hex_digit(scan.peek());
    if (!digit) return scan.unexpected();
    scan.next();
    bitmap[at(i / 2)] |= static_cast<std::uint8_t>(i % 2 == 0 ? *digit << 4 : *digit);
  }
  if (masked) bitmap = unmask_bitmap(std::move(bitmap), bits);
  for (int i = 0; i < bits; ++i) read.hidden.push_back((bitmap[at(i / 8)] & (0x80U >> (i % 8))) != 0);
  read.first_x = *x;
  read.first_y = *y;
  read.mines = static_cast<int>(std::count(read.hidden.begin(), read.hidden.end(), true));
  return std::nullopt;
}

// 0 to 8 is a dug square; * a mine, - a safe square that is not dug, ! a mine that went off, and a dot a covered
// square.
std::optional<Problem> read_squares(Scanner& scan, MinesText& read) {
  for (int& square : read.squares) {
    const char c = scan.peek();
    if (c >= '0' && c <= '8') {
      square = c - '0';
    } else if (c == '*') {
      square = MinesText::kMine;
    } else if (c == '-') {
      square = MinesText::kSafe;
    } else if (c == '!') {
      square = MinesText::kExploded;
    } else if (c != '.') {
      return scan.unexpected();
    }
    scan.next();
  }
  return std::nullopt;
}

// A square that was dug in a game must show what is there.
std::optional<Problem> check_dug(const MinesText& read) {
  for (int i = 0; i < read.width * read.height; ++i) {
    const int square = read.squares[at(i)];
    if (square < 0 && square != MinesText::kExploded) continue;
    int around = 0;
    for (const int n : neighbours(read.width, read.height, i)) around += read.hidden[at(n)] ? 1 : 0;
    const bool right = square == MinesText::kExploded ? read.hidden[at(i)] : !read.hidden[at(i)] && square == around;
    if (right) continue;
    return Problem{"error.minesweeper.clue",
                   {{"row", std::to_string(i / read.width + 1)}, {"column", std::to_string(i % read.width + 1)}}};
  }
  return std::nullopt;
}

// Always masked (m), though an unmasked layout (u) is read too.
std::string layout_text(const MinesText& text) {
  const int bits = text.width * text.height;
  std::vector<std::uint8_t> bitmap(at((bits + 7) / 8), 0);
  for (int i = 0; i < bits; ++i) {
    if (text.hidden[at(i)]) bitmap[at(i / 8)] |= static_cast<std::uint8_t>(0x80U >> (i % 8));
  }
  std::string out = std::to_string(text.first_x) + "," + std::to_string(text.first_y) + ",m";
  bitmap = mask_bitmap(std::move(bitmap), bits);
  for (int i = 0; i < (bits + 3) / 4; ++i) {
    const int byte = bitmap[at(i / 2)];
    out += "0123456789abcdef"[i % 2 == 0 ? byte / 16 : byte % 16];
  }
  return out;
}

}  // namespace

std::vector<int> neighbours(int width, int height, int square) {
  std::vector<int> around;
  const int row = square / width;
  const int column = square % width;
  for (int r = std::max(0, row - 1); r <= std::min(height - 1, row + 1); ++r) {
    for (int c = std::max(0, column - 1); c <= std::min(width - 1, column + 1); ++c) {
      if (r * width + c != square) around.push_back(r * width + c);
    }
  }
  return around;
}

Result<MinesText> read_mines(std::string_view text) {
  const Result<std::string_view> body = body_of(text);
  if (!body.ok()) return body.problem();
  Scanner scan(body.value());
  MinesText read;
  const auto width = scan.number(kMaxMinesSide);
  if (!width || *width == 0 || !scan.take('x')) return width ? scan.unexpected() : wrong_side();
  const auto height = scan.number(kMaxMinesSide);
  if (!height || *height == 0) return wrong_side();
  read.width = *width;
  read.height = *height;
  const int size = read.width * read.height;
  read.squares.assign(at(size), MinesText::kCovered);
  // Our own form may tell how many mines there are; a game ID of the collection has the layout and needs no count.
  const bool counted = scan.take('n');
  if (counted) {
    const auto mines = scan.number(size);
    if (!mines) return Problem{"error.minesweeper.mines", {{"limit", std::to_string(size)}}};
    read.mines = *mines;
  }
  if (!scan.take(':')) return scan.unexpected();
  // A layout begins with the coordinates of the first dig, "x,y,".
  if (!counted && body.value().find(',') != std::string_view::npos) {
    if (auto problem = read_layout(scan, read)) return *problem;
    if (!scan.done()) return scan.unexpected();
    read.format = "tatham";
    dig(read, read.first_y * read.width + read.first_x);
    return read;
  }
  if (auto problem = read_squares(scan, read)) return *problem;
  if (counted && scan.take(';')) {
    const std::optional<int> stated = read.mines;
    if (auto problem = read_layout(scan, read)) return *problem;
    if (read.mines != stated) return Problem{"error.minesweeper.mines", {{"limit", std::to_string(size)}}};
    if (auto problem = check_dug(read)) return *problem;
  }
  if (!scan.done()) return scan.unexpected();
  return read;
}

std::string write_mines(const MinesText& text, std::string_view format) {
  const std::string size = std::to_string(text.width) + "x" + std::to_string(text.height);
  if (format == "tatham" && text.is_game()) return size + ":" + layout_text(text);
  std::string out = size + (text.mines ? "n" + std::to_string(*text.mines) : "") + ":";
  for (const int square : text.squares) out += square >= 0 ? static_cast<char>('0' + square) : " .*-!"[-square];
  if (text.is_game()) out += ";" + layout_text(text);
  return out;
}

// A square with no mine around opens all around it. Done with a list of what is to do and not by recursion: a large
// board may open at once. A square that shows its number is not dug again, so it ends.
void dig(MinesText& text, int square) {
  std::vector<int> todo = {square};
  while (!todo.empty()) {
    const int next = todo.back();
    todo.pop_back();
    int& shown = text.squares[at(next)];
    if (shown >= 0 || shown == MinesText::kExploded) continue;
    if (text.hidden[at(next)]) {
      shown = MinesText::kExploded;
      continue;
    }
    const std::vector<int> around = neighbours(text.width, text.height, next);
    shown = static_cast<int>(std::count_if(around.begin(), around.end(), [&](int n) { return text.hidden[at(n)]; }));
    if (shown == 0) todo.insert(todo.end(), around.begin(), around.end());
  }
}

}  // namespace fastslow::puzzles::minesweeper
