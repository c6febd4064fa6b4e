#include "puzzles/nonogram/text.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include "puzzles/common/scan.h"
#include "puzzles/nonogram/nonogram.h"

namespace fastslow::puzzles::nonogram {
namespace {

// Blocks of a line need a gap between each two. A clue that is too long even so is told by its line, instead of letting
// the whole puzzle be without a solution.
std::optional<Problem> check_lengths(const NonogramText& text) {
  const auto too_long = [](const Clue& clue, int length) {
    const int blocks = static_cast<int>(clue.size());
    return std::accumulate(clue.begin(), clue.end(), 0) + std::max(0, blocks - 1) > length;
  };
  const auto refuse = [&](const std::vector<Clue>& clues, int length, const char* key) -> std::optional<Problem> {
    const auto found = std::find_if(clues.begin(), clues.end(), [&](const Clue& c) { return too_long(c, length); });
    if (found == clues.end()) return std::nullopt;
    return Problem{key, {{"n", std::to_string(found - clues.begin() + 1)}}};
  };
  if (auto problem = refuse(text.columns, text.height, "error.nonogram.column")) return problem;
  return refuse(text.rows, text.width, "error.nonogram.row");
}

Problem wrong_side() { return {"error.nonogram.side", {{"limit", std::to_string(kMaxNonogramSide)}}}; }

// A line with no block is written either as nothing at all or as a lone 0; both become an empty clue.
Result<Clue> read_clue(Scanner& scan, char separator) {
  Clue clue;
  do {
    const auto number = scan.number(kMaxNonogramSide);
    if (!number) {
      if (clue.empty()) return clue;
      return scan.unexpected();
    }
    if (*number > 0) clue.push_back(*number);
  } while (scan.take(separator));
  return clue;
}

std::optional<Problem> read_squares(Scanner& scan, NonogramText& read) {
  for (int& square : read.squares) {
    switch (scan.peek()) {
      case '#':
        square = 1;
        break;
      case '-':
        square = 0;
        break;
      case '.':
        break;
      default:
        return scan.unexpected();
    }
    scan.next();
  }
  return std::nullopt;
}

// Simon Tatham's game ID: the columns from left to right, then the rows from the top, with slashes between lines and
// dots between blocks. What may follow a semicolon is our own: squares that are known.
Result<NonogramText> read_id(std::string_view text) {
  Scanner scan(text);
  NonogramText read;
  const auto width = scan.number(kMaxNonogramSide);
  if (!width || !scan.take('x')) return width || scan.done() ? scan.unexpected() : wrong_side();
  const auto height = scan.number(kMaxNonogramSide);
  if (!height || *width == 0 || *height == 0) return wrong_side();
  if (!scan.take(':')) return scan.unexpected();
  read.width = *width;
  read.height = *height;
  for (int line = 0; line < read.width + read.height; ++line) {
    if (line > 0 && !scan.take('/')) return scan.unexpected();
    Result<Clue> clue = read_clue(scan, '.');
    if (!clue.ok()) return clue.problem();
    (line < read.width ? read.columns : read.rows).push_back(std::move(clue.value()));
  }
  read.squares.assign(static_cast<std::size_t>(read.width) * static_cast<std::size_t>(read.height), -1);
  if (scan.take(';')) {
    if (auto problem = read_squares(scan, read)) return *problem;
  }
  if (!scan.done()) return scan.unexpected();
  return read;
}

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return trimmed(line);
}

// A .non file: one property a line, and the clues below a line that says rows or columns. Properties that we have no
// use for (title, author, goal) are passed over. An empty line within a section is an empty clue, so a section ends
// only when it has as many lines as the board.
Result<NonogramText> read_non(std::string_view text) {
  NonogramText read;
  read.format = "non";
  std::string_view rest = text;
  std::vector<Clue>* section = nullptr;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    Scanner scan(line);
    if (scan.take("width ")) {
      read.width = scan.number(kMaxNonogramSide).value_or(0);
    } else if (scan.take("height ")) {
      read.height = scan.number(kMaxNonogramSide).value_or(0);
    } else if (line == "rows" || line == "columns") {
      section = line == "rows" ? &read.rows : &read.columns;
    } else if (section != nullptr && (line.empty() || (line[0] >= '0' && line[0] <= '9'))) {
      const int wanted = section == &read.rows ? read.height : read.width;
      if (static_cast<int>(section->size()) >= wanted) continue;  // the blank line after a section
      Result<Clue> clue = read_clue(scan, ',');
      if (!clue.ok()) return clue.problem();
      if (!scan.done()) return scan.unexpected();
      section->push_back(std::move(clue.value()));
    }
  }
  if (read.width == 0 || read.height == 0) return wrong_side();
  const bool complete =
      static_cast<int>(read.rows.size()) == read.height && static_cast<int>(read.columns.size()) == read.width;
  if (!complete) return Problem{"error.nonogram.lines", {}};
  read.squares.assign(static_cast<std::size_t>(read.width) * static_cast<std::size_t>(read.height), -1);
  return read;
}

std::string write_non(const NonogramText& text) {
  std::string out = "width " + std::to_string(text.width) + "\nheight " + std::to_string(text.height) + "\n\nrows\n";
  for (const Clue& clue : text.rows) out += (clue.empty() ? "0" : joined(clue, ',')) + "\n";
  out += "\ncolumns\n";
  for (const Clue& clue : text.columns) out += (clue.empty() ? "0" : joined(clue, ',')) + "\n";
  return out;
}

}  // namespace

std::string joined(const Clue& clue, char separator) {
  std::string text;
  for (const int length : clue) text += (text.empty() ? "" : std::string(1, separator)) + std::to_string(length);
  return text;
}

Result<NonogramText> read_nonogram(std::string_view text) {
  const Result<std::string_view> body = body_of(text);
  if (!body.ok()) return body.problem();
  const char first = body.value().front();
  Result<NonogramText> read = first >= '0' && first <= '9' ? read_id(body.value()) : read_non(body.value());
  if (!read.ok()) return read;
  if (auto problem = check_lengths(read.value())) return *problem;
  return read;
}

// A game ID of the collection knows no squares, so they are left out of it; our own id adds them, and only if there are
// any.
std::string write_nonogram(const NonogramText& text, std::string_view format) {
  if (format == "non") return write_non(text);
  std::string out = std::to_string(text.width) + "x" + std::to_string(text.height) + ":";
  bool first = true;
  for (const auto* clues : {&text.columns, &text.rows}) {
    for (const Clue& clue : *clues) {
      out += (first ? "" : "/") + joined(clue, '.');
      first = false;
    }
  }
  const bool known = std::any_of(text.squares.begin(), text.squares.end(), [](int square) { return square >= 0; });
  if (format == "tatham" || !known) return out;
  out += ';';
  for (const int square : text.squares) out += square < 0 ? '.' : square == 0 ? '-' : '#';
  return out;
}

}  // namespace fastslow::puzzles::nonogram
