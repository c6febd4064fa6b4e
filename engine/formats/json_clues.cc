// Puzzles as lists in JSON, as programmers pass them around (Rosetta Code's and Codewars' nonograms, the usual 9 by 9
// lists of Sudokus, 0 and 1 with null for binairos). No one has laid this form down, so the words for the lists are
// those that are in use.
//
//   nonogram  {"rows": [[1, 2], ...], "columns": [...]}; for "columns" also "cols"; "rowClues" and the like; a clue may
//             be "1 2". Two bare lists are the columns and the rows, in this order
//   sudoku    rows of values, with 0, null, "" or "." for nothing; alone or as "puzzle", "grid", "board" ...
//   binairo   likewise, with 0 white and 1 black, and null, "", "." or -1 for nothing
#include <algorithm>
#include <array>

#include "core/index.h"
#include "formats/readers.h"
#include "puzzles/common/latin.h"
#include "puzzles/common/scan.h"
#include "puzzles/nonogram/nonogram.h"
#include "puzzles/nonogram/text.h"

namespace fastslow::formats {
namespace {

using puzzles::nonogram::Clue;

std::optional<Clue> clue_of(const Json& json) {
  Clue clue;
  const auto add = [&](int number) {
    if (number > 0) clue.push_back(number);
  };
  if (json.is_number_integer()) {
    const auto number = json.get<std::int64_t>();
    if (number < 0 || number > puzzles::nonogram::kMaxNonogramSide) return std::nullopt;
    add(static_cast<int>(number));
    return clue;
  }
  if (json.is_array()) {
    for (const Json& item : json) {
      if (!item.is_number_integer()) return std::nullopt;
      const auto one = clue_of(item);
      if (!one) return std::nullopt;
      clue.insert(clue.end(), one->begin(), one->end());
    }
    return clue;
  }
  if (!json.is_string()) return std::nullopt;
  const auto& text = json.get_ref<const std::string&>();
  puzzles::Scanner scan(text);
  while (!scan.done()) {
    if (scan.take(' ') || scan.take(',')) continue;
    const auto number = scan.number(puzzles::nonogram::kMaxNonogramSide);
    if (!number) return std::nullopt;
    add(*number);
  }
  return clue;
}

std::optional<std::vector<Clue>> clues_of(const Json& list) {
  if (!list.is_array() || list.empty() || list.size() > at(puzzles::nonogram::kMaxNonogramSide)) return std::nullopt;
  std::vector<Clue> clues;
  for (const Json& item : list) {
    auto clue = clue_of(item);
    if (!clue) return std::nullopt;
    clues.push_back(std::move(*clue));
  }
  return clues;
}

template <std::size_t N>
const Json* member_of(const Json& json, const std::array<const char*, N>& names) {
  if (!json.is_object()) return nullptr;
  for (const char* name : names) {
    const auto at = json.find(name);
    if (at != json.end()) return &*at;
  }
  return nullptr;
}

Outcome nonogram(const Json& columns_json, const Json& rows_json, bool bare) {
  auto columns = clues_of(columns_json);
  auto rows = clues_of(rows_json);
  if (!columns || !rows) return std::nullopt;
  puzzles::nonogram::NonogramText text;
  text.width = static_cast<int>(columns->size());
  text.height = static_cast<int>(rows->size());
  text.columns = std::move(*columns);
  text.rows = std::move(*rows);
  text.squares.assign(at(text.width * text.height), -1);
  Found puzzle{"nonogram", puzzles::nonogram::write_nonogram(text, "id"), "", {}};
  if (bare) puzzle.remarks.push_back({"remark.columns_first", {}});
  return found(std::move(puzzle));
}

Outcome read_nonogram(const Json& json, std::string_view family) {
  static constexpr std::array<const char*, 6> column_names = {"columns",  "cols",      "columnClues",
                                                              "colClues", "col_clues", "column_clues"};
  static constexpr std::array<const char*, 3> row_names = {"rows", "rowClues", "row_clues"};
  static constexpr std::array<const char*, 2> inside_names = {"clues", "puzzle"};
  const Json* inside = member_of(json, inside_names);
  const Json& where = inside != nullptr && inside->is_object() ? *inside : json;
  const Json* columns = member_of(where, column_names);
  const Json* rows = member_of(where, row_names);
  if (columns != nullptr && rows != nullptr) return nonogram(*columns, *rows, false);
  const bool two = family == "nonogram" && json.is_array() && json.size() == 2 && json[0].is_array();
  return two ? nonogram(json[0], json[1], true) : std::nullopt;
}

// The rows of a board, each a list of the same length or a text.
const Json* board_of(const Json& json) {
  static constexpr std::array<const char*, 7> board_names = {"puzzle", "grid",  "board", "givens",
                                                             "clues",  "cells", "sudoku"};
  const Json* board = json.is_array() ? &json : member_of(json, board_names);
  if (board == nullptr || !board->is_array() || board->empty()) return nullptr;
  const auto is_row = [&](const Json& row) { return row.is_array() && row.size() == board->front().size(); };
  return std::all_of(board->begin(), board->end(), is_row) ? board : nullptr;
}

// A cell's number; `nothing` for null, "", "." and the like; nothing at all for anything else.
std::optional<int> number_in(const Json& cell, int nothing) {
  if (cell.is_null()) return nothing;
  if (cell.is_number_integer() && cell.get<std::int64_t>() >= -1 && cell.get<std::int64_t>() <= 99) {
    return cell.get<std::int64_t>() < 0 ? nothing : static_cast<int>(cell.get<std::int64_t>());
  }
  if (!cell.is_string()) return std::nullopt;
  const auto& text = cell.get_ref<const std::string&>();
  if (text.empty() || text == "." || text == " " || text == "_" || text == "-") return nothing;
  puzzles::Scanner scan(text);
  const auto number = scan.number(99);
  return number && scan.done() ? number : std::nullopt;
}

std::optional<std::vector<int>> numbers_of(const Json& board, int nothing) {
  std::vector<int> numbers;
  for (const Json& row : board) {
    for (const Json& cell : row) {
      const auto number = number_in(cell, nothing);
      if (!number) return std::nullopt;
      numbers.push_back(*number);
    }
  }
  return numbers;
}

Outcome binairo(const Json& board) {
  const auto numbers = numbers_of(board, -1);
  if (!numbers) return std::nullopt;
  std::string text = std::to_string(board.front().size()) + "x" + std::to_string(board.size()) + ":";
  for (const int number : *numbers) {
    if (number > 1) return std::nullopt;
    text += number < 0 ? '.' : static_cast<char>('0' + number);
  }
  return found({"binairo", std::move(text), "", {}});
}

Outcome sudoku(const Json& board) {
  const auto numbers = numbers_of(board, 0);
  const int side = static_cast<int>(board.size());
  const bool fits = numbers && numbers->size() == puzzles::cells_of(side) &&
                    puzzles::sudoku::usual_box(side).height > 1 &&
                    std::all_of(numbers->begin(), numbers->end(), [&](int n) { return n <= side; });
  return fits ? found(sudoku_found(sudoku_of(side, *numbers))) : std::nullopt;
}

}  // namespace

Outcome read_json_clues(std::string_view text, std::string_view family) {
  const auto json = json_of(text);
  if (!json) return std::nullopt;
  if (auto outcome = read_nonogram(*json, family)) return outcome;
  const Json* board = board_of(*json);
  if (board != nullptr && board->size() <= 60) {
    if (auto outcome = family == "binairo" ? binairo(*board) : sudoku(*board)) return outcome;
  }
  // The family may have a form in JSON of its own.
  return family == "custom" || family == "knights" ? std::nullopt : refused({"error.format.json", {}});
}

}  // namespace fastslow::formats
