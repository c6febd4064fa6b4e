// OpenSudoku's XML (https://opensudoku.moire.org/, "opensudoku" folders and exports): a <game> for each puzzle, whose
// "data" are 81 digits, or "version: N" and for each cell its value, one or two lists of notes and whether it may be
// edited, all parted by '|'. No more of XML is read than such files have. What a player has entered is left out.
#include <algorithm>

#include "formats/readers.h"
#include "puzzles/common/scan.h"

namespace fastslow::formats {
namespace {

constexpr std::size_t kMaxGames = 10'000;

// The value of an attribute within a tag; empty if it is not there.
std::string_view attribute(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    const bool whole = at > 0 && (tag[at - 1] == ' ' || tag[at - 1] == '\n' || tag[at - 1] == '\t');
    std::string_view rest = puzzles::trimmed(tag.substr(at + name.size()));
    if (!whole || !rest.starts_with('=')) continue;
    rest = puzzles::trimmed(rest.substr(1));
    if (rest.empty() || (rest[0] != '"' && rest[0] != '\'')) return {};
    const std::size_t end = rest.find(rest[0], 1);
    return end == std::string_view::npos ? std::string_view{} : rest.substr(1, end - 1);
  }
  return {};
}

// "version: 2\n5|0|0|0|0,|1|...": the last of each cell's parts tells whether it may be edited.
std::optional<std::vector<int>> from_cells(std::string_view data) {
  const std::size_t line = data.find_first_of("\n&");  // or "&#10;"
  if (line == std::string_view::npos) return std::nullopt;
  data.remove_prefix(data[line] == '&' ? std::min(data.find(';') + 1, data.size()) : line + 1);
  std::vector<std::string_view> parts;
  while (!data.empty()) {
    const std::size_t end = std::min(data.find('|'), data.size());
    parts.push_back(puzzles::trimmed(data.substr(0, end)));
    data.remove_prefix(std::min(end + 1, data.size()));
  }
  while (!parts.empty() && parts.back().empty()) parts.pop_back();
  if (parts.size() % 81 != 0 || parts.size() < std::size_t{3} * 81) return std::nullopt;
  const std::size_t each = parts.size() / 81;
  std::vector<int> values;
  for (std::size_t cell = 0; cell < 81; ++cell) {
    const std::string_view value = parts[each * cell];
    if (value.size() != 1 || !is_digit(value[0])) return std::nullopt;
    values.push_back(parts[each * cell + each - 1] == "0" ? value[0] - '0' : 0);
  }
  return values;
}

}  // namespace

Outcome read_opensudoku(std::string_view text, std::string_view /*family*/) {
  if (!text.starts_with('<') || text.find("<opensudoku") == std::string_view::npos) return std::nullopt;
  std::vector<Found> puzzles;
  for (std::size_t at = text.find("<game"); at != std::string_view::npos; at = text.find("<game", at + 1)) {
    const std::string_view tag = text.substr(at, text.find('>', at) - at);
    const std::string_view data = puzzles::trimmed(attribute(tag, "data"));
    auto values = digits_of(data);
    if (!values && data.starts_with("version")) values = from_cells(data);
    if (!values) return damaged("format.opensudoku");
    puzzles.push_back(sudoku_found(sudoku_of(9, *values), std::string(attribute(tag, "name"))));
    if (puzzles.size() > kMaxGames) break;
  }
  if (puzzles.empty()) return damaged("format.opensudoku");
  return Result<std::vector<Found>>(std::move(puzzles));
}

}  // namespace fastslow::formats
