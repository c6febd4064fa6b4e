// Links of puzz.link, pzv.jp, pzplus and other homes of pzpr (https://github.com/robx/pzprjs, MIT; docs/InputModes and
// src/puzzle/Encode, src/variety-common/Encode.js tell the form):
//
//   ?KIND/[FLAGS/]COLUMNS/ROWS/BODY
//
// Numbers in a body are hexadecimal digits, "-" before two of them; letters from g skip (g one place, z twenty), "." is
// a clue without a number. Light up packs a clue and the empty squares behind it into one digit. Of a nonogram each
// line has half as many places as it is long, the one nearest to the board first, columns before rows. A minefield
// ("mines", src/variety/kurotto.js) has a number a square and no total; a clue without a number is a square without a
// mine.
#include <algorithm>

#include "core/index.h"
#include "formats/readers.h"
#include "puzzles/common/latin.h"
#include "puzzles/common/scan.h"
#include "puzzles/minesweeper/text.h"
#include "puzzles/nonogram/nonogram.h"
#include "puzzles/nonogram/text.h"
#include "puzzles/skyscrapers/text.h"

namespace fastslow::formats {
namespace {

constexpr int kMaxSide = 100;
constexpr int kNothing = -1;
constexpr int kUnknown = -2;

struct Parts {
  std::string kind;
  int columns = 0;
  int rows = 0;
  std::string body;
};

// The kinds as links name them, with what they are called here.
struct Kind {
  std::string_view name;
  std::string_view family;
};
constexpr std::array<Kind, 9> kKinds = {{{"nonogram", "nonogram"},
                                         {"sudoku", "sudoku"},
                                         {"lightup", "lightup"},
                                         {"akari", "lightup"},
                                         {"bijutsukan", "lightup"},
                                         {"skyscrapers", "skyscrapers"},
                                         {"skyscraper", "skyscrapers"},
                                         {"building", "skyscrapers"},
                                         {"mines", "minesweeper"}}};

std::optional<Parts> parts_of(std::string_view query) {
  Parts parts;
  if (query.starts_with("m+")) query.remove_prefix(2);
  std::vector<std::string> pieces;
  while (true) {
    const std::size_t end = std::min(query.find('/'), query.size());
    pieces.push_back(unescaped(query.substr(0, end)));
    if (end == query.size()) break;
    query.remove_prefix(end + 1);
  }
  const auto is_number = [](const std::string& piece) {
    return !piece.empty() && piece.size() <= 3 && std::all_of(piece.begin(), piece.end(), is_digit);
  };
  parts.kind = pieces.front();
  for (const char* ending : {"_edit", "_play"}) {
    if (parts.kind.ends_with(ending)) parts.kind.resize(parts.kind.size() - 5);
  }
  const bool is_name = !parts.kind.empty() && std::all_of(parts.kind.begin(), parts.kind.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
  std::size_t next = 1;
  if (next < pieces.size() && !is_number(pieces[next])) ++next;  // flags
  if (!is_name || pieces.size() < next + 3 || !is_number(pieces[next]) || !is_number(pieces[next + 1])) {
    return std::nullopt;
  }
  parts.columns = std::stoi(pieces[next]);
  parts.rows = std::stoi(pieces[next + 1]);
  parts.body = pieces[next + 2];
  return parts;
}

// `count` numbers, kNothing where skipped; steps over what it has read. Nothing if a sign is none of these.
std::optional<std::vector<int>> numbers_16(std::string_view& body, std::size_t count) {
  std::vector<int> numbers(count, kNothing);
  std::size_t place = 0;
  std::size_t i = 0;
  const auto hex = [](char c) { return is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; };
  while (i < body.size() && place < count) {
    const char c = body[i++];
    if (hex(c) >= 0) {
      numbers[place++] = hex(c);
    } else if (c == '-') {
      if (i + 2 > body.size() || hex(body[i]) < 0 || hex(body[i + 1]) < 0) return std::nullopt;
      numbers[place++] = hex(body[i]) * 16 + hex(body[i + 1]);
      i += 2;
    } else if (c == '.') {
      numbers[place++] = kUnknown;
    } else if (c >= 'g' && c <= 'z') {
      place += at(c - 'g' + 1);
    } else {
      return std::nullopt;
    }
  }
  body.remove_prefix(i);
  return numbers;
}

Outcome sudoku(const Parts& parts) {
  if (parts.columns != parts.rows) return damaged("format.puzzlink");
  std::string_view body = parts.body;
  auto numbers = numbers_16(body, puzzles::cells_of(parts.rows));
  if (!numbers) return damaged("format.puzzlink");
  for (int& number : *numbers) {
    if (number > parts.rows) return damaged("format.puzzlink");
    number = std::max(number, 0);
  }
  if (puzzles::sudoku::usual_box(parts.rows).height < 2) return not_played("format.puzzlink", "sudoku");
  return found(sudoku_found(sudoku_of(parts.rows, std::move(*numbers))));
}

Outcome nonogram(const Parts& parts) {
  puzzles::nonogram::NonogramText text;
  text.width = parts.columns;
  text.height = parts.rows;
  const std::size_t down = at((parts.rows + 1) / 2);
  const std::size_t across = at((parts.columns + 1) / 2);
  std::string_view body = parts.body;
  const auto numbers = numbers_16(body, down * at(parts.columns) + across * at(parts.rows));
  if (!numbers) return damaged("format.puzzlink");
  std::size_t next = 0;
  const auto clue = [&](std::size_t places) -> std::optional<puzzles::nonogram::Clue> {
    puzzles::nonogram::Clue read;
    for (std::size_t i = 0; i < places; ++i) {
      const int number = (*numbers)[next++];
      if (number == kUnknown) return std::nullopt;
      if (number > 0) read.insert(read.begin(), number);
    }
    return read;
  };
  for (int line = 0; line < parts.columns + parts.rows; ++line) {
    const auto read = clue(line < parts.columns ? down : across);
    if (!read) return not_played("format.puzzlink", "nonogram ?");
    (line < parts.columns ? text.columns : text.rows).push_back(*read);
  }
  text.squares.assign(at(parts.columns * parts.rows), -1);
  return found({"nonogram", puzzles::nonogram::write_nonogram(text, "id"), "", {}});
}

Outcome lightup(const Parts& parts) {
  const std::size_t count = at(parts.columns * parts.rows);
  std::string squares(count, '.');
  std::size_t place = 0;
  for (const char c : parts.body) {
    if (place >= count) break;
    if (c >= 'g' && c <= 'z') {
      place += at(c - 'g' + 1);
    } else if (c == '.') {
      squares[place++] = 'B';
    } else if (is_digit(c) || (c >= 'a' && c <= 'e')) {
      // 0 to 4 stand alone, 5 to 9 and a to e have one or two empty squares behind them.
      const int value = is_digit(c) ? c - '0' : c - 'a' + 10;
      squares[place] = static_cast<char>('0' + value % 5);
      place += at(1 + value / 5);
    } else {
      return damaged("format.puzzlink");
    }
  }
  return found({"lightup", std::to_string(parts.columns) + "x" + std::to_string(parts.rows) + ":" + squares, "", {}});
}

// The clues above, below, left and right, as here, then perhaps the buildings that are given.
Outcome skyscrapers(const Parts& parts) {
  if (parts.columns != parts.rows) return damaged("format.puzzlink");
  auto text = puzzles::skyscrapers::blank_skyscrapers(parts.rows);
  std::string_view body = parts.body;
  const auto clues = numbers_16(body, text.clues.size());
  const auto values = clues ? numbers_16(body, text.values.size()) : std::nullopt;
  if (!values) return damaged("format.puzzlink");
  const auto fits = [&](int number) { return number <= parts.rows; };
  if (!std::all_of(clues->begin(), clues->end(), fits) || !std::all_of(values->begin(), values->end(), fits)) {
    return damaged("format.puzzlink");
  }
  std::transform(clues->begin(), clues->end(), text.clues.begin(), [](int n) { return std::max(n, 0); });
  std::transform(values->begin(), values->end(), text.values.begin(), [](int n) { return std::max(n, 0); });
  text.format = "line";
  return found({"skyscrapers", puzzles::skyscrapers::write_skyscrapers(text), "", {}});
}

Outcome minesweeper(const Parts& parts) {
  puzzles::minesweeper::MinesText text;
  text.width = parts.columns;
  text.height = parts.rows;
  std::string_view body = parts.body;
  const auto numbers = numbers_16(body, at(parts.columns * parts.rows));
  if (!numbers) return damaged("format.puzzlink");
  for (const int number : *numbers) {
    if (number > 8) return damaged("format.puzzlink");
    text.squares.push_back(number == kNothing   ? puzzles::minesweeper::MinesText::kCovered
                           : number == kUnknown ? puzzles::minesweeper::MinesText::kSafe
                                                : number);
  }
  return found({"minesweeper", puzzles::minesweeper::write_mines(text, "id"), "", {}});
}

}  // namespace

Outcome read_puzzlink(std::string_view text, std::string_view /*family*/) {
  const auto link = link_of(text);
  if (!link) return std::nullopt;
  const bool home = link->host == "puzz.link" || link->host.find("pzv") != std::string::npos ||
                    link->host.find("pzpr") != std::string::npos || link->host.find("pzplus") != std::string::npos ||
                    link->path.ends_with("/p") || link->path.ends_with("/p.html");
  const auto parts = home ? parts_of(link->query) : std::nullopt;
  if (!parts) return std::nullopt;
  const auto* const kind =
      std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& k) { return k.name == parts->kind; });
  if (kind == kKinds.end()) return not_played("format.puzzlink", parts->kind);
  if (parts->columns < 1 || parts->rows < 1 || parts->columns > kMaxSide || parts->rows > kMaxSide) {
    return damaged("format.puzzlink");
  }
  if (kind->family == "sudoku") return sudoku(*parts);
  if (kind->family == "nonogram") return nonogram(*parts);
  if (kind->family == "lightup") return lightup(*parts);
  if (kind->family == "minesweeper") return minesweeper(*parts);
  return parts->rows > 9 ? not_played("format.puzzlink",
                                      "skyscrapers " + std::to_string(parts->rows) + "x" + std::to_string(parts->rows))
                         : skyscrapers(*parts);
}

}  // namespace fastslow::formats
