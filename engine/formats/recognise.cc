#include "formats/recognise.h"

#include <algorithm>
#include <array>

#include "formats/readers.h"
#include "puzzles/common/scan.h"
#include "puzzles/family.h"

namespace fastslow::formats {
namespace {

using puzzles::trimmed;
using Reader = Outcome (*)(std::string_view text, std::string_view family);

// Each of these reads only what says itself that it is of its format.
constexpr std::array kSure = {read_own,        read_fpuzzles,    read_sudokupad,  read_puzzlink,
                              read_sudokuwiki, read_tatham_link, read_other_link, read_tatham_save,
                              read_opensudoku, read_sadman,      read_hodoku,     read_non};
// These guess, with the family that was asked for as a hint.
constexpr std::array kVague = {read_clockwise, read_mine_board, read_nonogram_lines, read_json_clues, read_sudoku_grid};

template <class Readers>
Outcome first_of(const Readers& readers, std::string_view text, std::string_view family) {
  for (const Reader reader : readers) {
    if (auto outcome = reader(text, family)) return outcome;
  }
  return std::nullopt;
}

// Every text has been read once before it is told of.
Result<std::vector<Found>> tried(Result<std::vector<Found>> outcome) {
  if (!outcome.ok()) return outcome;
  for (const Found& puzzle : outcome.value()) {
    const auto family = puzzles::family_or_problem(puzzle.family);
    if (!family.ok()) return family.problem();
    const auto read = family.value()->parse(puzzle.text);
    if (!read.ok()) return read.problem();
  }
  return outcome;
}

// Without empty lines at either end. Spaces and tabs stay: they may be cells.
std::string_view full_lines(std::string_view text) {
  const std::size_t first = text.find_first_not_of("\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of("\r\n") - first + 1);
}

std::optional<Problem> refuse_length(std::string_view text) {
  if (text.size() <= kMaxFileText) return std::nullopt;
  return Problem{"error.text.too_long",
                 {{"length", std::to_string(text.size())}, {"limit", std::to_string(kMaxFileText)}}};
}

// What several lines that are not a puzzle each may be: one puzzle, or several with blank lines between them.
std::vector<std::string> blocks_of(std::string_view text) {
  std::vector<std::string> blocks(1);
  for (const std::string_view line : lines_of(text)) {
    const std::string start = lowered(trimmed(line)).substr(0, 6);
    const bool heading = start.starts_with("grid") || start == "puzzle" || start == "sudoku";
    if (trimmed(line).empty() || heading) {
      if (!blocks.back().empty()) blocks.emplace_back();
    } else {
      blocks.back() += std::string(line) + "\n";
    }
  }
  if (blocks.back().empty()) blocks.pop_back();
  return blocks;
}

void place(std::vector<Placed>& all, Result<std::vector<Found>> outcome, const std::string& where,
           std::string_view given) {
  if (!outcome.ok()) {
    all.push_back({where, std::string(given), outcome.problem()});
    return;
  }
  const bool several = outcome.value().size() > 1;
  int number = 0;
  for (Found& puzzle : outcome.value()) {
    ++number;
    const std::string which = several ? "puzzle " + std::to_string(number) : where;
    std::string told = several ? puzzle.text : std::string(given);
    all.push_back({which, std::move(told), std::move(puzzle)});
  }
}

std::vector<Placed> by_lines(std::string_view text, std::string_view family) {
  std::vector<Placed> all;
  int number = 0;
  for (const std::string_view line : lines_of(text)) {
    ++number;
    if (!trimmed(line).empty()) place(all, recognise(line, family), "line " + std::to_string(number), line);
  }
  return all;
}

std::optional<std::vector<Placed>> by_blocks(std::string_view text, std::string_view family) {
  const std::vector<std::string> blocks = blocks_of(text);
  if (blocks.size() < 2) return std::nullopt;
  std::vector<Placed> all;
  int number = 0;
  for (const std::string& block : blocks) {
    auto outcome = recognise(block, family);
    // One that is none means that blank lines have another meaning here.
    if (!outcome.ok()) return std::nullopt;
    place(all, std::move(outcome), "puzzle " + std::to_string(++number), block);
  }
  return all;
}

// Words and nothing else: no sign of any puzzle's form, so that no single character is to blame.
bool is_prose(std::string_view text) {
  static constexpr std::string_view ends = ".,;:!?\"')";
  const auto is_letter = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '\'' || static_cast<unsigned char>(c) >= 0x80;
  };
  bool any = false;
  while (!(text = trimmed(text)).empty()) {
    std::string_view word = text.substr(0, text.find_first_of(" \t\r\n"));
    text.remove_prefix(word.size());
    if (word.size() > 1 && ends.find(word.back()) != std::string_view::npos) word.remove_suffix(1);
    if (!std::all_of(word.begin(), word.end(), is_letter)) return false;
    any = any || word.size() > 1;
  }
  return any;
}

bool reads(std::string_view text, std::string_view family) { return recognise(text, family).ok(); }

}  // namespace

Result<std::vector<Found>> recognise(std::string_view text, std::string_view family) {
  if (auto problem = refuse_length(text)) return *problem;
  const std::string_view inside = trimmed(text.starts_with("\xef\xbb\xbf") ? text.substr(3) : text);
  if (inside.empty()) return Problem{"error.text.empty", {}};
  if (auto outcome = first_of(kSure, inside, family)) return tried(std::move(*outcome));
  const auto asked = puzzles::family_or_problem(family.empty() ? "sudoku" : family);
  if (!asked.ok()) return asked.problem();
  // As it stands, where nothing speaks against it: positions in problems count from its start, and its form is kept.
  const auto own = asked.value()->parse(text);
  auto guess = first_of(kVague, full_lines(text), asked.value()->id);
  const bool doubtful = guess && guess->ok() && !guess->value().front().remarks.empty();
  if (own.ok() && !doubtful) return std::vector<Found>{{asked.value()->id, std::string(text), "", {}}};
  if (guess && guess->ok()) {
    auto outcome = tried(*guess);
    if (outcome.ok() || !own.ok()) return outcome;
  }
  if (own.ok()) return std::vector<Found>{{asked.value()->id, std::string(text), "", {}}};
  // A Sudoku needs nobody to say that it is one, if it is not too small.
  if (asked.value()->id != "sudoku" && inside.size() >= 81) {
    const Outcome grid = read_sudoku_grid(full_lines(text), "sudoku");
    if (grid && grid->ok() && tried(*grid).ok()) return *grid;
  }
  if (is_prose(inside)) return Problem{"error.text.unknown", {}};
  return guess ? guess->problem() : own.problem();
}

std::vector<Placed> recognise_file(std::string_view text, std::string_view family) {
  const std::string_view inside = trimmed(text);
  std::vector<Placed> all;
  if (auto problem = refuse_length(text)) {
    all.push_back({"file", "", *problem});
    return all;
  }
  if (auto outcome = first_of(kSure, inside, family)) {
    place(all, tried(std::move(*outcome)), "puzzle 1", inside);
    // A list of links, say, is no longer one text that says what it is.
    if (all.front().found.ok() || inside.find('\n') == std::string_view::npos) return all;
    all.clear();
  }
  const std::string_view first = inside.substr(0, inside.find('\n'));
  if (first.size() == inside.size() || reads(first, family)) return by_lines(text, family);
  if (reads(inside, family)) {
    place(all, recognise(text, family), "puzzle 1", inside);
    return all;
  }
  if (auto blocks = by_blocks(text, family)) return std::move(*blocks);
  std::vector<Placed> lines = by_lines(text, family);
  const auto good = std::count_if(lines.begin(), lines.end(), [](const Placed& p) { return p.found.ok(); });
  if (good > 0) return lines;
  place(all, recognise(text, family), "file", inside);
  return all;
}

Result<std::vector<Found>> recognise_any(std::string_view text, std::string_view family) {
  auto whole = recognise(text, family);
  if (whole.ok()) return whole;
  std::vector<Found> puzzles;
  std::size_t unread = 0;
  for (Placed& placed : recognise_file(text, family)) {
    if (placed.found.ok()) {
      puzzles.push_back(std::move(placed.found.value()));
    } else {
      ++unread;
    }
  }
  // One line of many that happens to be a puzzle does not make a list.
  if (puzzles.size() < 2 || unread > puzzles.size()) return whole;
  if (unread == 0) return puzzles;
  for (Found& puzzle : puzzles) puzzle.remarks.push_back({"remark.unread", {{"count", std::to_string(unread)}}});
  return puzzles;
}

}  // namespace fastslow::formats
