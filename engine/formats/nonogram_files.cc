// Nonograms in files.
//
//   .non      Steve Simpson's form (https://scc-forge.lancaster.ac.uk/open/nonogram/fmt2), which the family reads; a
//             pack is several of them in one file, each beginning anew with its own "width" or "height"
//   .nin      Jakub Wilk's nonogram-qt and others: "WIDTH HEIGHT", then a line for each row and each column
//   .mk       Petr Olsak's GRIDDLERS in the form of webpbn.com's exports: "HEIGHT WIDTH", the rows, "#", the columns
#include <algorithm>

#include "core/index.h"
#include "formats/readers.h"
#include "puzzles/common/scan.h"
#include "puzzles/nonogram/nonogram.h"
#include "puzzles/nonogram/text.h"

namespace fastslow::formats {
namespace {

using puzzles::trimmed;
using puzzles::nonogram::Clue;

bool has_word(std::string_view line, std::string_view word) {
  return line.starts_with(word) && (line.size() == word.size() || line[word.size()] == ' ');
}

// The text between quotation marks of `title "..."`.
std::string title_of(std::string_view line) {
  const std::string_view rest = trimmed(line.substr(5));
  return std::string(rest.size() >= 2 && rest.front() == '"' ? rest.substr(1, rest.size() - 2) : rest);
}

// Where one puzzle of a pack ends and the next begins: at a word that the one before has said already.
std::vector<std::string> puzzles_of(std::string_view text) {
  std::vector<std::string> parts(1);
  bool complete = false;  // both sections have begun
  bool rows = false;
  bool columns = false;
  for (const std::string_view line : lines_of(text)) {
    const std::string_view word = trimmed(line);
    const bool header = !word.empty() && word[0] >= 'a' && word[0] <= 'z' && word != "rows" && word != "columns";
    if (complete && header && !has_word(word, "goal") && !has_word(word, "saved")) {
      parts.emplace_back();
      rows = columns = false;
    }
    rows = rows || word == "rows";
    columns = columns || word == "columns";
    complete = rows && columns;
    parts.back() += std::string(line) + "\n";
  }
  return parts;
}

// "3 1 2": nothing if there is something else, no blocks for "0" or an empty line.
std::optional<Clue> clue_of(std::string_view line) {
  Clue clue;
  puzzles::Scanner scan(trimmed(line));
  while (!scan.done()) {
    const auto number = scan.number(puzzles::nonogram::kMaxNonogramSide);
    if (!number) return std::nullopt;
    if (*number > 0) clue.push_back(*number);
    while (scan.take(' ') || scan.take('\t') || scan.take(',')) {
    }
  }
  return clue;
}

}  // namespace

Outcome read_non(std::string_view text, std::string_view /*family*/) {
  bool rows = false;
  bool columns = false;
  bool width = false;
  for (const std::string_view line : lines_of(text)) {
    rows = rows || trimmed(line) == "rows";
    columns = columns || trimmed(line) == "columns";
    width = width || has_word(trimmed(line), "width");
  }
  if (!rows || !columns || !width) return std::nullopt;
  std::vector<Found> puzzles;
  for (const std::string& part : puzzles_of(text)) {
    Found puzzle{"nonogram", part, "", {}};
    for (const std::string_view line : lines_of(part)) {
      if (has_word(line, "title")) puzzle.title = title_of(line);
      // Colours are told in lines of their own, and as letters in the clues.
      if (has_word(line, "color")) return not_played("format.non", "color");
    }
    puzzles.push_back(std::move(puzzle));
  }
  return Result<std::vector<Found>>(std::move(puzzles));
}

Outcome read_nonogram_lines(std::string_view text, std::string_view family) {
  if (family != "nonogram") return std::nullopt;
  std::vector<std::string_view> lines = lines_of(text);
  const auto size = clue_of(lines.front());
  if (!size || size->size() != 2) return std::nullopt;
  const auto bar = std::find_if(lines.begin(), lines.end(), [](std::string_view l) { return trimmed(l) == "#"; });
  puzzles::nonogram::NonogramText read;
  read.width = (*size)[bar == lines.end() ? 0 : 1];
  read.height = (*size)[bar == lines.end() ? 1 : 0];
  if (bar != lines.end()) {
    if (bar - lines.begin() != read.height + 1) return std::nullopt;
    lines.erase(bar);
  }
  lines.erase(lines.begin());
  if (lines.size() != at(read.width + read.height)) return std::nullopt;
  for (const std::string_view line : lines) {
    const auto clue = clue_of(line);
    if (!clue) return std::nullopt;
    (read.rows.size() < at(read.height) ? read.rows : read.columns).push_back(*clue);
  }
  read.squares.assign(at(read.width * read.height), -1);
  return found({"nonogram", puzzles::nonogram::write_nonogram(read, "id"), "", {}});
}

}  // namespace fastslow::formats
