// Sudoku as Simon Tatham's game IDs ("solo") write it.
#include <algorithm>
#include <cctype>

#include "core/index.h"
#include "puzzles/common/latin.h"
#include "puzzles/sudoku/text.h"

namespace fastslow::puzzles::sudoku {
namespace {

constexpr int kMaxSum = 999;

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

// The letters behind the size: the rules, and what his generator was asked for, which does not matter here.
std::optional<Problem> read_letters(Scanner& params, SudokuText& text) {
  while (!params.done()) {
    const char c = params.next();
    if (c == 'x') {
      text.diagonals = true;
    } else if (c == 'j') {
      text.jigsaw = true;
    } else if (c == 'k') {
      text.killer = true;
    } else if (c == 'n') {
      text.antiknight = true;
    } else if (c == 'd') {
      params.next();
    } else if (c == 'r' || c == 'm' || c == 'a') {
      if (c == 'm') params.take('d');
      while (is_digit(params.peek())) params.next();
    } else {
      return Problem{"error.tatham.variant", {}};
    }
  }
  return std::nullopt;
}

// "3x3" before the colon. He counts box columns x box rows, so a box is as high as there are columns; "3" is short for
// "3x3", and a jigsaw names its side ("9j").
Result<SudokuText> read_params(std::string_view written) {
  Scanner params(written);
  const auto columns = params.number(99'999);
  if (!columns) return Problem{"error.tatham.params", {}};
  SudokuText text;
  text.format = "tatham";
  int rows = *columns;
  bool has_rows = false;
  if (params.rest().size() > 1 && params.peek() == 'x' && is_digit(params.rest()[1])) {
    params.next();
    const auto number = params.number(99'999);
    if (!number) return Problem{"error.tatham.params", {}};
    rows = *number;
    has_rows = true;
  }
  if (auto problem = read_letters(params, text)) return *problem;
  if (text.jigsaw && !has_rows) rows = 1;
  if (*columns < 1 || rows < 1 || *columns > kMaxSymbols || rows > kMaxSymbols || *columns * rows > kMaxSymbols ||
      *columns * rows < 2) {
    return Problem{"error.tatham.side", {{"size", excerpt(written)}, {"limit", std::to_string(kMaxSymbols)}}};
  }
  text.box = text.jigsaw ? usual_box(*columns * rows) : BoxShape{*columns, rows};
  return text;
}

// Outlines of the cages, and each sum at the first cell of its cage. A cage without a sum says nothing.
std::optional<Problem> read_cages(Scanner& scan, SudokuText& text) {
  const int side = text.box.side();
  if (!scan.take(',')) return scan.unexpected();
  const Result<Regions> outlines = read_outlines(scan, side);
  if (!outlines.ok()) return outlines.problem();
  if (!scan.take(',')) return scan.unexpected();
  const Result<std::vector<int>> sums = read_sparse(scan, text.box.cells(), kMaxSum);
  if (!sums.ok()) return sums.problem();
  std::vector<int> sum_of;
  for (const auto& cells : cells_by_region(outlines.value())) {
    sum_of.push_back(sums.value()[at(cells.front())]);
    if (sum_of.back() != 0) text.sums.push_back(sum_of.back());
    for (const int cell : cells) {
      if (cell != cells.front() && sums.value()[at(cell)] != 0) return Problem{"error.tatham.regions", {}};
    }
  }
  if (text.sums.empty()) return Problem{"error.tatham.regions", {}};
  text.cages = connect(side, [&](int a, int b) {
    const int region = outlines.value()[at(a)];
    return sum_of[at(region)] != 0 && region == outlines.value()[at(b)];
  });
  return std::nullopt;
}

}  // namespace

// What follows the colon: the givens, the outlines of a jigsaw, and the cages of a killer, in this order and only where
// the letters say so.
Result<SudokuText> read_sudoku_tatham(std::string_view id) {
  const std::size_t colon = id.find(':');
  Result<SudokuText> params = read_params(id.substr(0, colon));
  if (!params.ok()) return params.problem();
  SudokuText& text = params.value();
  Scanner scan(id);
  // From the front of the whole ID, so that positions in problems count from there.
  while (scan.position() <= colon + 1) scan.next();
  Result<std::vector<int>> values = read_sparse(scan, text.box.cells(), text.box.side());
  if (!values.ok()) return values.problem();
  text.values = std::move(values.value());
  if (text.jigsaw) {
    if (!scan.take(',')) return scan.unexpected();
    Result<Regions> pieces = read_outlines(scan, text.box.side());
    if (!pieces.ok()) return pieces.problem();
    text.pieces = std::move(pieces.value());
  }
  if (text.killer) {
    if (auto problem = read_cages(scan, text)) return *problem;
  }
  if (!scan.done()) return scan.unexpected();
  if (auto problem = refuse_regions(text)) return *problem;
  return params;
}

// What is switched off is left out. He has no antiknight: with the letter, this program reads it back, and his plays on
// without the rule.
std::string write_sudoku_tatham(const SudokuText& text) {
  const int side = text.box.side();
  std::string out =
      text.jigsaw ? std::to_string(side) : std::to_string(text.box.height) + "x" + std::to_string(text.box.width);
  if (text.jigsaw) out += 'j';
  if (text.diagonals) out += 'x';
  if (text.killer) out += 'k';
  if (text.antiknight) out += 'n';
  out += ':' + write_sparse(text.values);
  if (text.jigsaw) out += ',' + write_outlines(text.pieces, side, false);
  if (!text.killer) return out;
  std::vector<int> sums(text.box.cells(), 0);
  const auto cages = cells_by_region(text.cages);
  for (std::size_t i = 0; i < cages.size(); ++i) sums[at(cages[i].front())] = text.sums[i];
  return out + ',' + write_outlines(text.cages, side, false) + ',' + write_sparse(sums);
}

}  // namespace fastslow::puzzles::sudoku
