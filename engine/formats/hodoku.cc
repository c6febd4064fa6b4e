// HoDoKu's library lines (https://hodoku.sourceforge.net/en/libs.php): fields parted by colons,
//   :technique:candidates it is about:values:candidates taken out:what it eliminates:what it places:remark:
// Of the values, those behind a '+' were placed by a player; a dot is an empty cell.
#include <algorithm>

#include "formats/readers.h"

namespace fastslow::formats {

Outcome read_hodoku(std::string_view text, std::string_view /*family*/) {
  if (!text.starts_with(':') || text.find('\n') != std::string_view::npos) return std::nullopt;
  std::vector<std::string_view> fields;
  for (std::string_view rest = text.substr(1); !rest.empty();) {
    const std::size_t end = std::min(rest.find(':'), rest.size());
    fields.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (fields.size() < 3 || fields[2].size() < 81) return std::nullopt;
  std::string digits(fields[2]);
  const auto placed = std::erase(digits, '+');
  const auto values = digits_of(digits);
  if (!values) return damaged("format.hodoku");
  Found puzzle = sudoku_found(sudoku_of(9, *values));
  if (placed > 0) puzzle.remarks.push_back({"remark.placed", {{"count", std::to_string(placed)}}});
  if (fields.size() > 3 && !fields[3].empty()) puzzle.remarks.push_back({"remark.taken_out", {}});
  return found(std::move(puzzle));
}

}  // namespace fastslow::formats
