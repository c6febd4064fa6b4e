// What the readers share.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/recognise.h"
#include "puzzles/sudoku/text.h"

namespace fastslow::formats {

using Json = nlohmann::json;

// Nothing if the text is of another format; otherwise its puzzles, whose texts `recognise` tries, or what is wrong.
using Outcome = std::optional<Result<std::vector<Found>>>;

// --- outcomes ----------------------------------------------------------------------------------------------------

Outcome found(Found puzzle);
inline Outcome refused(Problem problem) { return Result<std::vector<Found>>(std::move(problem)); }
// A format's file that lacks something or is damaged: error.format.damaged {format: the key of its name}.
Outcome damaged(const char* format);
// A kind of puzzle that is not played here, by the name that the text gives it: error.format.kind {format, kind}.
Outcome not_played(const char* format, std::string_view kind);

// --- texts -------------------------------------------------------------------------------------------------------

// Without the ends of lines.
std::vector<std::string_view> lines_of(std::string_view text);
std::string lowered(std::string_view text);
bool is_digit(char c);
// Without percent signs: "%2B" is '+'. What is no escape stays as it is.
std::string unescaped(std::string_view text);

// A link, taken apart; `host` in small letters without "www.".
struct Link {
  std::string host;
  std::string path;   // with its slash
  std::string query;  // without '?'
  std::string hash;   // without '#'

  // A member of the query ("bd=..."), unescaped; nothing if it is not there.
  [[nodiscard]] std::optional<std::string> member(std::string_view name) const;
};
std::optional<Link> link_of(std::string_view text);

// A JSON object or array that nests no deeper than anything here needs.
std::optional<Json> json_of(std::string_view text);
// The member as a list, an empty one if it is none.
const Json& list_in(const Json& json, const char* member);
// Text or number; empty for anything else.
std::string word_in(const Json& json, const char* member);

// --- Sudoku --------------------------------------------------------------------------------------------------------

// An ordinary board of this side; `values` in reading order, 0 where empty. Requires side * side values.
puzzles::sudoku::SudokuText sudoku_of(int side, std::vector<int> values);
// In its family's own words.
Found sudoku_found(const puzzles::sudoku::SudokuText& text, std::string title = "");
// "4....8.5.3": digits, with '.' or another sign for nothing; nothing if it is not 81 of these.
std::optional<std::vector<int>> digits_of(std::string_view text);

}  // namespace fastslow::formats
