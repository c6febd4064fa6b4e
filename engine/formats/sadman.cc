// SadMan Sudoku's .sdk files (http://www.sadmansoftware.com/sudoku/faq19.php): lines of remarks with '#' and a letter
// (A author, C comment, D description, ...), and sections [Puzzle], [State], ... of nine rows. A file may leave the
// sections out and have nothing but rows. The puzzle is taken; how far its player had come is not.
#include "formats/readers.h"
#include "puzzles/common/scan.h"

namespace fastslow::formats {

Outcome read_sadman(std::string_view text, std::string_view /*family*/) {
  const std::string small = lowered(text);
  const bool sections = small.starts_with("[puzzle]") || small.find("\n[puzzle]") != std::string::npos;
  const bool remarks = text.size() > 1 && text[0] == '#' && text[1] >= 'A' && text[1] <= 'Z';
  if (!sections && !remarks) return std::nullopt;
  std::string digits;
  std::string title;
  bool inside = !sections;
  bool played = false;
  for (const std::string_view line : lines_of(text)) {
    const std::string_view row = puzzles::trimmed(line);
    if (row.starts_with("#D") && title.empty()) title = std::string(puzzles::trimmed(row.substr(2)));
    if (row.starts_with('[')) {
      inside = lowered(row) == "[puzzle]";
      played = played || lowered(row) == "[state]";
    } else if (inside && !row.starts_with('#')) {
      digits += row;
    }
  }
  const auto values = digits_of(digits);
  if (!values) return sections ? damaged("format.sdk") : std::nullopt;
  Found puzzle = sudoku_found(sudoku_of(9, *values), title);
  if (played) puzzle.remarks.push_back({"remark.moves", {}});
  return found(std::move(puzzle));
}

}  // namespace fastslow::formats
