#include "puzzles/sudoku/text.h"

#include <algorithm>
#include <array>

#include "core/index.h"
#include "puzzles/common/latin.h"
#include "puzzles/family.h"

namespace fastslow::puzzles::sudoku {
namespace {

constexpr std::array<int, 5> kSides = {4, 6, 9, 16, 25};
constexpr std::string_view kSeparators = " \t\r\n|+-";
constexpr int kMaxSum = 999;

// Whether the number of cells alone tells the box, so that the line form can do without it.
bool has_name(BoxShape box) {
  return box == usual_box(box.side()) && std::find(kSides.begin(), kSides.end(), box.side()) != kSides.end();
}

// --- the rules in brackets -------------------------------------------------------------

// "aab/cab/ccd": as wide as its first row.
Result<Regions> read_square_of_letters(Scanner& scan, SudokuText& text, bool gaps) {
  const std::string_view rest = scan.rest();
  const int side = static_cast<int>(std::min(rest.find_first_of("/:,]"), rest.size()));
  if (auto problem = refuse_side(side, 2, kMaxSymbols)) return *problem;
  if (text.box.height == 0) text.box = usual_box(side);
  if (text.box.side() != side) return Problem{"error.sudoku.sides", {}};
  return read_regions(scan, side, gaps);
}

std::optional<Problem> read_boxes(Scanner& scan, SudokuText& text) {
  const auto height = scan.number(kMaxSymbols);
  if (!height || !scan.take('x')) return scan.unexpected();
  const auto width = scan.number(kMaxSymbols);
  if (!width) return scan.unexpected();
  const BoxShape box{*height, *width};
  if (text.box.height != 0 && text.box.side() != box.side()) return Problem{"error.sudoku.sides", {}};
  text.box = box;
  return refuse_side(box.side(), 2, kMaxSymbols);
}

std::optional<Problem> read_cages(Scanner& scan, SudokuText& text) {
  Result<Regions> cages = read_square_of_letters(scan, text, true);
  if (!cages.ok()) return cages.problem();
  const int count = count_regions(cages.value());
  if (count == 0) return scan.unexpected();
  for (int i = 0; i < count; ++i) {
    if (!scan.take(i == 0 ? ':' : ',')) return scan.unexpected();
    const auto sum = scan.number(kMaxSum);
    if (!sum) return scan.unexpected();
    text.sums.push_back(*sum);
  }
  text.cages = std::move(cages.value());
  return std::nullopt;
}

// "[diagonals]": each rule once. Pieces and cages stay in the text while their rule is switched off ("-off"), or nobody
// could switch it on again.
std::optional<Problem> read_rule(Scanner& scan, SudokuText& text) {
  const Problem unknown = scan.unexpected();
  if (!text.diagonals && scan.take("diagonals")) {
    text.diagonals = true;
  } else if (!text.antiknight && scan.take("antiknight")) {
    text.antiknight = true;
  } else if (scan.take("boxes:")) {
    return read_boxes(scan, text);
  } else if (text.pieces.empty() && scan.take("jigsaw")) {
    text.jigsaw = !scan.take("-off");
    if (!scan.take(':')) return scan.unexpected();
    Result<Regions> pieces = read_square_of_letters(scan, text, false);
    if (!pieces.ok()) return pieces.problem();
    text.pieces = std::move(pieces.value());
  } else if (text.cages.empty() && scan.take("killer")) {
    text.killer = !scan.take("-off");
    if (!scan.take(':')) return scan.unexpected();
    return read_cages(scan, text);
  } else {
    return unknown;
  }
  return std::nullopt;
}

std::optional<Problem> read_rules(Scanner& scan, SudokuText& text) {
  while (scan.take('[')) {
    do {
      if (auto problem = read_rule(scan, text)) return problem;
    } while (scan.take(','));
    if (!scan.take(']')) return scan.unexpected();
  }
  return std::nullopt;
}

std::string write_rules(const SudokuText& text) {
  if (text.ordinary()) return "";
  const int side = text.box.side();
  std::string simple;
  const auto add = [&](const std::string& word) { simple += (simple.empty() ? "[" : ",") + word; };
  if (text.diagonals) add("diagonals");
  if (text.antiknight) add("antiknight");
  if (text.box != usual_box(side)) {
    add("boxes:" + std::to_string(text.box.height) + "x" + std::to_string(text.box.width));
  }
  std::string out = simple.empty() ? "" : simple + "]";
  if (!text.pieces.empty())
    out += std::string(text.jigsaw ? "[jigsaw:" : "[jigsaw-off:") + write_regions(text.pieces, side) + "]";
  if (!text.cages.empty()) {
    out += std::string(text.killer ? "[killer:" : "[killer-off:") + write_regions(text.cages, side);
    for (std::size_t i = 0; i < text.sums.size(); ++i) out += (i == 0 ? ":" : ",") + std::to_string(text.sums[i]);
    out += "]";
  }
  return out;
}

// --- the cells -------------------------------------------------------------------------

// How many cells there are decides on the board, unless the rules have.
std::optional<Problem> fit_board(SudokuText& text) {
  const std::size_t count = text.values.size();
  if (text.box.height != 0) {
    if (count == text.box.cells()) return std::nullopt;
    return Problem{"error.sudoku.cells",
                   {{"length", std::to_string(count)}, {"expected", std::to_string(text.box.cells())}}};
  }
  const auto* const side = std::find_if(kSides.begin(), kSides.end(), [&](int s) { return cells_of(s) == count; });
  if (side == kSides.end()) return Problem{"error.sudoku.length", {{"length", std::to_string(count)}}};
  text.box = usual_box(*side);
  return std::nullopt;
}

std::optional<Problem> read_cells(std::string_view line, std::size_t begin, SudokuText& text) {
  std::string symbols;
  for (std::size_t i = begin; i < line.size(); ++i) {
    if (kSeparators.find(line[i]) != std::string_view::npos) continue;
    const int value = value_of_symbol(line[i]);
    if (value < 0) return Problem{"error.text.character", {{"position", std::to_string(i + 1)}}};
    text.values.push_back(value);
    symbols += line[i];
  }
  if (auto problem = fit_board(text)) return problem;
  const int side = text.box.side();
  for (std::size_t i = 0; i < text.values.size(); ++i) {
    if (text.values[i] <= side) continue;
    return Problem{"error.sudoku.value",
                   {{"symbol", std::string(1, symbols[i])},
                    {"row", std::to_string(static_cast<int>(i) / side + 1)},
                    {"column", std::to_string(static_cast<int>(i) % side + 1)},
                    {"side", std::to_string(side)}}};
  }
  const bool several_lines =
      line.find('\n', line.find_first_not_of(kSeparators, begin)) < line.find_last_not_of(kSeparators);
  text.format = several_lines ? "grid" : "line";
  return std::nullopt;
}

Problem at_region(const char* key, const std::vector<int>& cells, int side, int number) {
  return {key,
          {{"row", std::to_string(cells.front() / side + 1)},
           {"column", std::to_string(cells.front() % side + 1)},
           {"number", std::to_string(number)},
           {"side", std::to_string(side)}}};
}

}  // namespace

// The box that is nearest to a square and not higher than wide: 2 x 3 of six, 3 x 3 of nine. A prime side has boxes of
// one row.
BoxShape usual_box(int side) {
  int height = 1;
  for (int h = 2; h * h <= side; ++h) {
    if (side % h == 0) height = h;
  }
  return {height, side / height};
}

std::optional<Problem> refuse_regions(const SudokuText& text) {
  const int side = text.box.side();
  if (!text.pieces.empty()) {
    for (const auto& cells : cells_by_region(text.pieces)) {
      const int size = static_cast<int>(cells.size());
      if (size != side) return at_region("error.sudoku.piece", cells, side, size);
    }
  }
  if (text.cages.empty()) return std::nullopt;
  const auto cages = cells_by_region(text.cages);
  for (std::size_t i = 0; i < cages.size(); ++i) {
    const int size = static_cast<int>(cages[i].size());
    if (size > side) return at_region("error.sudoku.large_cage", cages[i], side, size);
    // The smallest and the largest values, all different.
    const int lowest = size * (size + 1) / 2;
    const int highest = size * (2 * side - size + 1) / 2;
    if (text.sums[i] < lowest || text.sums[i] > highest) {
      return at_region("error.sudoku.cage", cages[i], side, text.sums[i]);
    }
  }
  return std::nullopt;
}

Result<SudokuText> read_sudoku(std::string_view text) {
  const Result<std::string_view> body = body_of(text);
  if (!body.ok()) return body.problem();
  const std::string_view inside = body.value();
  const bool bracketed = inside.front() == '[';
  if (!bracketed && inside.find(':') != std::string_view::npos) return read_sudoku_tatham(inside);
  SudokuText read;
  Scanner scan(inside);
  if (auto problem = read_rules(scan, read)) return *problem;
  // Positions count from the start of what was given; only in front of brackets is white space left out.
  auto problem = bracketed ? read_cells(inside, scan.position() - 1, read) : read_cells(text, 0, read);
  if (!problem) problem = refuse_regions(read);
  if (problem) return *problem;
  return read;
}

std::string write_sudoku(const SudokuText& text) {
  // Ordinary puzzles with other box shapes have no other form.
  if (text.format == "tatham" || (text.ordinary() && !has_name(text.box))) return write_sudoku_tatham(text);
  std::string out = write_rules(text);
  const bool grid = text.format == "grid";
  if (grid && !out.empty()) out += '\n';
  for (std::size_t i = 0; i < text.values.size(); ++i) {
    out += symbol_of(text.values[i]);
    if (grid && (i + 1) % at(text.box.side()) == 0 && i + 1 < text.values.size()) out += '\n';
  }
  return out;
}

}  // namespace fastslow::puzzles::sudoku
