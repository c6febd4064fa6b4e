#include "puzzles/kenken/text.h"

#include <algorithm>
#include <optional>

#include "core/index.h"
#include "puzzles/common/latin.h"
#include "puzzles/common/scan.h"

namespace fastslow::puzzles::kenken {
namespace {

constexpr int kMinSide = 2;
constexpr int kMaxSide = 9;
constexpr int kMaxNumber = 99'999'999;
constexpr std::string_view kOperations = "+-x/";

// Where a clue stands in the text, for problems.
Problem clue_problem(const char* key, std::size_t position) { return {key, {{"position", std::to_string(position)}}}; }

// A number that a cage of this size can have. Only a difference of three values or more can be 0.
std::optional<Problem> refuse_clue(const CageClue& clue, std::size_t cells, int side, std::size_t position) {
  const bool difference = clue.operation == '-' || clue.operation == kAnyOperation;
  const bool zero = clue.number == 0 && !(difference && cells > 2);
  // Values of 1 .. side differ by less than the side; a quotient may be as large as the side.
  const bool out_of_range =
      (clue.operation == '-' && clue.number >= side) || (clue.operation == '/' && clue.number > side);
  if (zero || (cells == 1 && clue.number > side) || (cells > 1 && out_of_range)) {
    return clue_problem("error.kenken.number", position);
  }
  return std::nullopt;
}

Result<CageClue> read_clue(Scanner& scan, std::size_t cells, int side) {
  const std::size_t position = scan.position();
  const auto number = scan.number(kMaxNumber);
  if (!number) return scan.unexpected();
  CageClue clue{'+', *number};
  if (cells > 1) {
    const bool open = scan.done() || scan.peek() == ',' || scan.peek() == ';';
    if (!open && kOperations.find(scan.peek()) == std::string_view::npos) return scan.unexpected();
    clue.operation = open ? kAnyOperation : scan.next();
  }
  if (auto problem = refuse_clue(clue, cells, side, position)) return *problem;
  return clue;
}

// Cages as letters, a clue for each in the order of their first cells, and perhaps the values. A cage of one cell has a
// number and no operation.
Result<KenkenText> read_line(std::string_view line) {
  Scanner scan(line);
  const int side = static_cast<int>(std::min(line.find_first_of("/;"), line.size()));
  if (auto problem = refuse_side(side, kMinSide, kMaxSide)) return *problem;
  const Result<Regions> cages = read_regions(scan, side, false);
  if (!cages.ok()) return cages.problem();
  KenkenText text{side, cages.value(), {}, std::vector<int>(cells_of(side), 0), "line"};
  char before = ';';
  for (const auto& cells : cells_by_region(text.cages)) {
    if (!scan.take(before)) return scan.unexpected();
    const Result<CageClue> clue = read_clue(scan, cells.size(), side);
    if (!clue.ok()) return clue.problem();
    text.clues.push_back(clue.value());
    before = ',';
  }
  if (scan.done()) return text;
  if (!scan.take(';')) return scan.unexpected();
  for (int cell = 0; cell < side * side; ++cell) {
    const Result<int> value = read_value(scan, side, cell);
    if (!value.ok()) return value.problem();
    text.values[at(cell)] = value.value();
  }
  if (!scan.done()) return scan.unexpected();
  return text;
}

std::string write_line(const KenkenText& text) {
  std::string out = write_regions(text.cages, text.side);
  const auto cages = cells_by_region(text.cages);
  for (std::size_t i = 0; i < cages.size(); ++i) {
    out += i == 0 ? ';' : ',';
    out += std::to_string(text.clues[i].number);
    if (cages[i].size() > 1 && text.clues[i].operation != kAnyOperation) out += text.clues[i].operation;
  }
  const bool bare = std::all_of(text.values.begin(), text.values.end(), [](int value) { return value == 0; });
  return bare ? out : out + ';' + write_values(text.values);
}

constexpr std::string_view kTathams = "asmd";

// Simon Tatham's game ID puts the operation before the number, even at a cage of one cell, where it means nothing. It
// has no values, so progress is lost in that form.
Result<KenkenText> read_tatham(std::string_view id) {
  Scanner scan(id);
  const auto side = scan.number(99);
  if (!side) return Problem{"error.latin.params", {}};
  if (auto problem = refuse_side(*side, kMinSide, kMaxSide)) return *problem;
  if (scan.take('d')) scan.next();  // a difficulty
  scan.take('m');                   // only products: the clues say so themselves
  if (!scan.take(':')) return Problem{"error.latin.params", {}};
  const Result<Regions> cages = read_outlines(scan, *side);
  if (!cages.ok()) return cages.problem();
  if (!scan.take(',')) return scan.unexpected();
  KenkenText text{*side, cages.value(), {}, std::vector<int>(cells_of(*side), 0), "tatham"};
  for (const auto& cells : cells_by_region(text.cages)) {
    const std::size_t operation = kTathams.find(scan.peek());
    if (scan.done() || operation == std::string_view::npos) return scan.unexpected();
    scan.next();
    const std::size_t position = scan.position();
    const auto number = scan.number(kMaxNumber);
    if (!number) return scan.unexpected();
    const CageClue clue{cells.size() > 1 ? kOperations[operation] : '+', *number};
    if (auto problem = refuse_clue(clue, cells.size(), *side, position)) return *problem;
    text.clues.push_back(clue);
  }
  if (!scan.done()) return scan.unexpected();
  return text;
}

bool fits_tatham(const KenkenText& text) {
  const auto cages = cells_by_region(text.cages);
  for (std::size_t i = 0; i < cages.size(); ++i) {
    const char operation = text.clues[i].operation;
    if (operation == kAnyOperation || (cages[i].size() > 2 && (operation == '-' || operation == '/'))) return false;
  }
  return true;
}

std::string write_tatham(const KenkenText& text) {
  std::string out = std::to_string(text.side) + ':' + write_outlines(text.cages, text.side, true) + ',';
  for (const CageClue& clue : text.clues) {
    out += kTathams[kOperations.find(clue.operation)] + std::to_string(clue.number);
  }
  return out;
}

}  // namespace

Result<KenkenText> read_kenken(std::string_view text) {
  const Result<std::string_view> body = body_of(text);
  if (!body.ok()) return body.problem();
  const std::string_view line = body.value();
  return line.find(':') != std::string_view::npos ? read_tatham(line) : read_line(line);
}

std::string write_kenken(const KenkenText& text) {
  return text.format == "tatham" && fits_tatham(text) ? write_tatham(text) : write_line(text);
}

}  // namespace fastslow::puzzles::kenken
