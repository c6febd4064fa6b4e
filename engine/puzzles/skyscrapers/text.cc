#include "puzzles/skyscrapers/text.h"

#include <algorithm>
#include <optional>

#include "core/index.h"
#include "puzzles/common/latin.h"
#include "puzzles/common/latin_regions.h"
#include "puzzles/common/scan.h"

namespace fastslow::puzzles::skyscrapers {
namespace {

constexpr int kMinSide = 2;
constexpr int kMaxSide = 9;

std::optional<Problem> read_clue(Scanner& scan, SkyscrapersText& text, Edge edge, int line) {
  const int clue = value_of_symbol(scan.peek());
  if (scan.done() || clue < 0) return scan.unexpected();
  if (clue > text.side) {
    return Problem{"error.skyscrapers.number",
                   {{"position", std::to_string(scan.position())}, {"side", std::to_string(text.side)}}};
  }
  text.clues[text.clue_index(edge, line)] = clue;
  scan.next();
  return std::nullopt;
}

std::optional<Problem> read_clue_row(Scanner& scan, SkyscrapersText& text, Edge edge) {
  for (int column = 0; column < text.side; ++column) {
    if (auto problem = read_clue(scan, text, edge, column)) return problem;
  }
  return std::nullopt;
}

std::optional<Problem> read_row(Scanner& scan, SkyscrapersText& text, int row) {
  if (auto problem = read_clue(scan, text, Edge::left, row)) return problem;
  for (int column = 0; column < text.side; ++column) {
    const int cell = row * text.side + column;
    const Result<int> value = read_value(scan, text.side, cell);
    if (!value.ok()) return value.problem();
    text.values[at(cell)] = value.value();
  }
  return read_clue(scan, text, Edge::right, row);
}

// The board as it looks from above: a line of clues, the rows with a clue at each end, and another line of clues. As
// long as the first line is, so wide is the board.
Result<SkyscrapersText> read_line(std::string_view line) {
  Scanner scan(line);
  const int side = static_cast<int>(std::min(line.find('/'), line.size()));
  if (auto problem = refuse_side(side, kMinSide, kMaxSide)) return *problem;
  SkyscrapersText text = blank_skyscrapers(side);
  if (auto problem = read_clue_row(scan, text, Edge::above)) return *problem;
  for (int row = 0; row <= side; ++row) {
    if (!scan.take('/')) return scan.unexpected();
    auto problem = row < side ? read_row(scan, text, row) : read_clue_row(scan, text, Edge::below);
    if (problem) return *problem;
  }
  if (!scan.done()) return scan.unexpected();
  return text;
}

std::string write_line(const SkyscrapersText& text) {
  std::string out;
  const auto clue = [&](Edge edge, int line) { out += symbol_of(text.clues[text.clue_index(edge, line)]); };
  for (int column = 0; column < text.side; ++column) clue(Edge::above, column);
  for (int row = 0; row < text.side; ++row) {
    out += '/';
    clue(Edge::left, row);
    for (int column = 0; column < text.side; ++column) out += symbol_of(text.values[at(row * text.side + column)]);
    clue(Edge::right, row);
  }
  out += '/';
  for (int column = 0; column < text.side; ++column) clue(Edge::below, column);
  return out;
}

// Simon Tatham's game ID: all clues with slashes between them, an absent one as nothing at all, then perhaps the towers
// that are given.
Result<SkyscrapersText> read_tatham(std::string_view id) {
  Scanner scan(id);
  const auto side = scan.number(99);
  if (!side) return Problem{"error.latin.params", {}};
  if (auto problem = refuse_side(*side, kMinSide, kMaxSide)) return *problem;
  if (scan.take('d')) scan.next();  // a difficulty
  if (!scan.take(':')) return Problem{"error.latin.params", {}};
  SkyscrapersText text = blank_skyscrapers(*side);
  text.format = "tatham";
  for (std::size_t i = 0; i < text.clues.size(); ++i) {
    if (i > 0 && !scan.take('/')) return scan.unexpected();
    const std::size_t position = scan.position();
    text.clues[i] = scan.number(*side).value_or(0);
    // A number that is too large is not read, so its digits are still there.
    if (!scan.done() && scan.peek() >= '0' && scan.peek() <= '9') {
      return Problem{"error.tatham.number", {{"position", std::to_string(position)}}};
    }
  }
  if (scan.take(',')) {
    Result<std::vector<int>> values = read_sparse(scan, cells_of(*side), *side);
    if (!values.ok()) return values.problem();
    text.values = std::move(values.value());
  }
  if (!scan.done()) return scan.unexpected();
  return text;
}

std::string write_tatham(const SkyscrapersText& text) {
  std::string out = std::to_string(text.side) + ':';
  for (std::size_t i = 0; i < text.clues.size(); ++i) {
    if (i > 0) out += '/';
    if (text.clues[i] != 0) out += std::to_string(text.clues[i]);
  }
  const bool bare = std::all_of(text.values.begin(), text.values.end(), [](int value) { return value == 0; });
  return bare ? out : out + ',' + write_sparse(text.values);
}

}  // namespace

SkyscrapersText blank_skyscrapers(int side) {
  return {side, std::vector<int>(4 * at(side), 0), std::vector<int>(cells_of(side), 0), "line"};
}

std::vector<int> view(int side, Edge edge, int line) {
  std::vector<int> cells;
  for (int i = 0; i < side; ++i) {
    const bool upright = edge == Edge::above || edge == Edge::below;
    cells.push_back(upright ? i * side + line : line * side + i);
  }
  if (edge == Edge::below || edge == Edge::right) std::reverse(cells.begin(), cells.end());
  return cells;
}

Result<SkyscrapersText> read_skyscrapers(std::string_view text) {
  const Result<std::string_view> body = body_of(text);
  if (!body.ok()) return body.problem();
  const std::string_view line = body.value();
  return line.find(':') != std::string_view::npos ? read_tatham(line) : read_line(line);
}

std::string write_skyscrapers(const SkyscrapersText& text) {
  return text.format == "tatham" ? write_tatham(text) : write_line(text);
}

}  // namespace fastslow::puzzles::skyscrapers
