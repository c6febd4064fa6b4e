#include "puzzles/futoshiki/text.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/index.h"
#include "puzzles/common/latin.h"
#include "puzzles/common/scan.h"

namespace fastslow::puzzles::futoshiki {
namespace {

constexpr int kMinSide = 2;
constexpr std::string_view kAdjacent = "adjacent:";

// --- line ------------------------------------------------------------------------------

Sign sign_of(char c, bool adjacent) {
  if (adjacent) return c == '-' ? Sign::bar : Sign::none;
  return c == '<' || c == '^' ? Sign::less : c == '>' || c == 'v' ? Sign::greater : Sign::none;
}

char character_of(Sign sign, bool downwards) {
  switch (sign) {
    case Sign::less:
      return downwards ? '^' : '<';
    case Sign::greater:
      return downwards ? 'v' : '>';
    case Sign::bar:
      return '-';
    case Sign::none:
      break;
  }
  return '.';
}

// As many cells as the first row has.
int side_of(std::string_view rows) {
  const std::string_view first = rows.substr(0, rows.find('/'));
  return static_cast<int>(std::count_if(first.begin(), first.end(), [](char c) { return value_of_symbol(c) >= 0; }));
}

std::optional<Problem> read_cells(Scanner& scan, FutoshikiText& text, int row) {
  const std::string_view signs = text.adjacent ? "-" : "<>";
  for (int column = 0; column < text.side; ++column) {
    const int cell = row * text.side + column;
    const Result<int> value = read_value(scan, text.side, cell);
    if (!value.ok()) return value.problem();
    text.values[at(cell)] = value.value();
    if (column + 1 < text.side && !scan.done() && signs.find(scan.peek()) != std::string_view::npos) {
      text.right[at(cell)] = sign_of(scan.next(), text.adjacent);
    }
  }
  return std::nullopt;
}

std::optional<Problem> read_signs(Scanner& scan, FutoshikiText& text, int row) {
  const std::string_view signs = text.adjacent ? "-." : "v^.";
  for (int column = 0; column < text.side && !scan.done() && scan.peek() != '/'; ++column) {
    if (signs.find(scan.peek()) == std::string_view::npos) return scan.unexpected();
    text.below[at(row * text.side + column)] = sign_of(scan.next(), text.adjacent);
  }
  return std::nullopt;
}

// Rows of cells and rows of signs take turns. Signs to the right stand between their cells and may be left out; those
// below are counted by column, so a dot holds the place of none.
Result<FutoshikiText> read_line(std::string_view line) {
  Scanner scan(line);
  const bool adjacent = scan.take(kAdjacent);
  const int side = side_of(scan.rest());
  if (side == 0) return scan.unexpected();
  if (auto problem = refuse_side(side, kMinSide, kMaxLatinSide)) return *problem;
  FutoshikiText text = blank_futoshiki(side, adjacent);
  for (int row = 0; row < side; ++row) {
    if (auto problem = read_cells(scan, text, row)) return *problem;
    if (row + 1 == side) break;
    if (!scan.take('/')) return scan.unexpected();
    if (auto problem = read_signs(scan, text, row)) return *problem;
    if (!scan.take('/')) return scan.unexpected();
  }
  if (!scan.done()) return scan.unexpected();
  return text;
}

std::string write_line(const FutoshikiText& text) {
  std::string out(text.adjacent ? kAdjacent : "");
  for (int row = 0; row < text.side; ++row) {
    std::string signs;
    for (int column = 0; column < text.side; ++column) {
      const std::size_t cell = at(row * text.side + column);
      out += symbol_of(text.values[cell]);
      if (text.right[cell] != Sign::none) out += character_of(text.right[cell], false);
      signs += character_of(text.below[cell], true);
    }
    if (row + 1 == text.side) break;
    out += '/' + signs.substr(0, signs.find_last_not_of('.') + 1) + '/';
  }
  return out;
}

// --- Tatham ----------------------------------------------------------------------------

struct Way {
  char letter;
  int down;
  int right;
};
constexpr std::array<Way, 4> kWays = {{{'U', -1, 0}, {'R', 0, 1}, {'D', 1, 0}, {'L', 0, -1}}};

// Where the sign between a cell and its neighbour is kept, and whether the cell is the first of the two.
struct Place {
  Sign* sign = nullptr;
  bool first = true;
};

// Each sign is kept once, at the left or upper of its two cells.
std::optional<Place> place_of(FutoshikiText& text, int cell, const Way& way) {
  const int row = cell / text.side + way.down;
  const int column = cell % text.side + way.right;
  if (row < 0 || column < 0 || row >= text.side || column >= text.side) return std::nullopt;
  const bool first = way.down + way.right > 0;
  const std::size_t owner = at(first ? cell : row * text.side + column);
  return Place{way.down != 0 ? &text.below[owner] : &text.right[owner], first};
}

// "RD" behind the number: the cell is greater than its neighbours there, or has bars there. A bar is told by both of
// its cells, an inequality by the greater one; what is told twice must agree.
std::optional<Problem> read_flags(Scanner& scan, FutoshikiText& text, int cell) {
  while (!scan.done() && scan.peek() != ',') {
    const auto* const way =
        std::find_if(kWays.begin(), kWays.end(), [&](const Way& w) { return w.letter == scan.peek(); });
    if (way == kWays.end()) return scan.unexpected();
    const auto place = place_of(text, cell, *way);
    if (!place) return scan.unexpected();
    const Sign sign = text.adjacent ? Sign::bar : place->first ? Sign::greater : Sign::less;
    if (*place->sign != Sign::none && *place->sign != sign) return scan.unexpected();
    *place->sign = sign;
    scan.next();
  }
  return std::nullopt;
}

// Simon Tatham's game ID ("unequal"): each cell says its value, 0 for none, and to which sides it is greater. With the
// letter a, the sides on which numbers are adjacent.
Result<FutoshikiText> read_tatham(std::string_view id) {
  Scanner scan(id);
  const auto side = scan.number(99);
  if (!side) return Problem{"error.latin.params", {}};
  if (auto problem = refuse_side(*side, kMinSide, kMaxLatinSide)) return *problem;
  FutoshikiText text = blank_futoshiki(*side, scan.take('a'));
  text.format = "tatham";
  if (scan.take('d')) scan.next();  // a difficulty
  if (!scan.take(':')) return Problem{"error.latin.params", {}};
  for (int cell = 0; cell < *side * *side; ++cell) {
    if (cell > 0 && !scan.take(',')) return scan.unexpected();
    const std::size_t position = scan.position();
    const auto value = scan.number(*side);
    if (!value)
      return scan.done() ? scan.unexpected() : Problem{"error.tatham.number", {{"position", std::to_string(position)}}};
    text.values[at(cell)] = *value;
    if (auto problem = read_flags(scan, text, cell)) return *problem;
  }
  scan.take(',');
  if (!scan.done()) return scan.unexpected();
  return text;
}

// A comma behind every cell, the last one included, as the collection has it.
std::string write_tatham(FutoshikiText text) {
  std::string out = std::to_string(text.side) + (text.adjacent ? "a:" : ":");
  for (int cell = 0; cell < text.side * text.side; ++cell) {
    out += std::to_string(text.values[at(cell)]);
    for (const Way& way : kWays) {
      const auto place = place_of(text, cell, way);
      if (!place) continue;
      const Sign greater = place->first ? Sign::greater : Sign::less;
      if (*place->sign == (text.adjacent ? Sign::bar : greater)) out += way.letter;
    }
    out += ',';
  }
  return out;
}

}  // namespace

FutoshikiText blank_futoshiki(int side, bool adjacent) {
  const std::size_t cells = cells_of(side);
  return {side,
          adjacent,
          std::vector<int>(cells, 0),
          std::vector<Sign>(cells, Sign::none),
          std::vector<Sign>(cells, Sign::none),
          "line"};
}

Result<FutoshikiText> read_futoshiki(std::string_view text) {
  const Result<std::string_view> body = body_of(text);
  if (!body.ok()) return body.problem();
  const std::string_view line = body.value();
  const bool tatham = line.find(':') != std::string_view::npos && !line.starts_with(kAdjacent);
  return tatham ? read_tatham(line) : read_line(line);
}

std::string write_futoshiki(const FutoshikiText& text) {
  return text.format == "tatham" ? write_tatham(text) : write_line(text);
}

}  // namespace fastslow::puzzles::futoshiki
