#include "formats/write_sudoku.h"

#include <algorithm>

#include "core/index.h"
#include "formats/lz_string.h"
#include "formats/reading.h"
#include "puzzles/common/latin_regions.h"
#include "puzzles/family.h"

namespace fastslow::formats {
namespace {

using puzzles::Puzzle;
using puzzles::sudoku::SudokuText;

SudokuText text_of(const Puzzle& puzzle, const State& state) {
  const std::string line = puzzles::find_family("sudoku")->format(puzzle, state, "line");
  return puzzles::sudoku::read_sudoku(line).value();
}

// 81 digits, 0 for an empty cell; nothing for any other board.
std::string digits_of(const Puzzle& puzzle, const State& state) {
  const SudokuText text = text_of(puzzle, state);
  if (!text.ordinary() || text.box != puzzles::sudoku::BoxShape{3, 3}) return "";
  std::string digits;
  for (const int value : text.values) digits += static_cast<char>('0' + value);
  return digits;
}

std::string dotted(std::string digits) {
  std::replace(digits.begin(), digits.end(), '0', '.');
  return digits;
}

std::string place_name(int cell, int side) {
  return "R" + std::to_string(cell / side + 1) + "C" + std::to_string(cell % side + 1);
}

}  // namespace

std::string write_sdk(const Puzzle& puzzle, const State& state) {
  const std::string digits = dotted(digits_of(puzzle, state));
  if (digits.empty()) return "";
  std::string out = "[Puzzle]\n";
  for (std::size_t row = 0; row < 9; ++row) out += digits.substr(9 * row, 9) + "\n";
  return out;
}

std::string write_simple_sudoku(const Puzzle& puzzle, const State& state) {
  const std::string digits = dotted(digits_of(puzzle, state));
  if (digits.empty()) return "";
  std::string out = "*-----------*\n";
  for (std::size_t row = 0; row < 9; ++row) {
    for (std::size_t box = 0; box < 3; ++box) out += "|" + digits.substr(9 * row + 3 * box, 3);
    out += "|\n";
    if (row == 2 || row == 5) out += "|---+---+---|\n";
  }
  return out + "*-----------*\n";
}

std::string write_csv(const Puzzle& puzzle, const State& state) {
  const SudokuText text = text_of(puzzle, state);
  if (!text.ordinary() || text.box != puzzles::sudoku::usual_box(text.box.side())) return "";
  std::string out;
  const std::size_t side = at(text.box.side());
  for (std::size_t i = 0; i < text.values.size(); ++i) {
    if (text.values[i] > 0) out += std::to_string(text.values[i]);
    out += i % side + 1 < side ? "," : "\n";
  }
  return out;
}

std::string write_opensudoku(const Puzzle& puzzle, const State& state) {
  const std::string digits = digits_of(puzzle, state);
  if (digits.empty()) return "";
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opensudoku>\n  <game data=\"" + digits +
         "\" />\n</opensudoku>\n";
}

std::string write_hodoku(const Puzzle& puzzle, const State& state) {
  const std::string digits = digits_of(puzzle, state);
  return digits.empty() ? "" : ":0000:x:" + dotted(digits) + "::::";
}

std::string write_sudokuwiki(const Puzzle& puzzle, const State& state) {
  const std::string digits = digits_of(puzzle, state);
  return digits.empty() ? "" : "https://www.sudokuwiki.org/sudoku.htm?bd=" + digits;
}

std::string write_fpuzzles(const Puzzle& puzzle, const State& state) {
  const SudokuText text = text_of(puzzle, state);
  const int side = text.box.side();
  if (text.pieces.empty() && text.box != puzzles::sudoku::usual_box(side)) return "";
  Json json = {{"size", side}, {"grid", Json::array()}};
  for (int row = 0; row < side; ++row) {
    json["grid"].push_back(Json::array());
    for (int column = 0; column < side; ++column) {
      const std::size_t i = at(row * side + column);
      Json cell = Json::object();
      if (text.values[i] > 0) cell = {{"value", text.values[i]}, {"given", true}};
      if (text.jigsaw) cell["region"] = text.pieces[i];
      json["grid"].back().push_back(cell);
    }
  }
  if (text.diagonals) json["diagonal+"] = json["diagonal-"] = true;
  if (text.antiknight) json["antiknight"] = true;
  if (text.killer) {
    const auto cages = puzzles::cells_by_region(text.cages);
    for (std::size_t i = 0; i < cages.size(); ++i) {
      Json cells = Json::array();
      for (const int cell : cages[i]) cells.push_back(place_name(cell, side));
      json["killercage"].push_back({{"cells", cells}, {"value", std::to_string(text.sums[i])}});
    }
  }
  std::string packed = lz_packed(json.dump());
  return "https://www.f-puzzles.com/?load=" + packed;
}

std::string write_sudokupad(const Puzzle& puzzle, const State& state) {
  const SudokuText text = text_of(puzzle, state);
  const int side = text.box.side();
  // Diagonals and knights are only words there.
  if (text.diagonals || text.antiknight) return "";
  if (text.pieces.empty() && text.box != puzzles::sudoku::usual_box(side)) return "";
  Json json = {{"cellSize", 50}, {"cells", Json::array()}, {"regions", Json::array()}, {"cages", Json::array()}};
  const auto places = [&](const std::vector<int>& cells) {
    Json list = Json::array();
    for (const int cell : cells) list.push_back({cell / side, cell % side});
    return list;
  };
  for (int row = 0; row < side; ++row) {
    json["cells"].push_back(Json::array());
    for (int column = 0; column < side; ++column) {
      const int value = text.values[at(row * side + column)];
      json["cells"].back().push_back(value > 0 ? Json{{"value", value}} : Json::object());
    }
  }
  std::vector<std::vector<int>> regions(at(side));
  for (int cell = 0; cell < side * side; ++cell) {
    const int box = cell / side / text.box.height * text.box.height + cell % side / text.box.width;
    regions[at(text.jigsaw ? text.pieces[at(cell)] : box)].push_back(cell);
  }
  for (const auto& region : regions) json["regions"].push_back(places(region));
  if (text.killer) {
    const auto cages = puzzles::cells_by_region(text.cages);
    for (std::size_t i = 0; i < cages.size(); ++i) {
      json["cages"].push_back(
          {{"cells", places(cages[i])}, {"value", text.sums[i]}, {"unique", true}, {"style", "killer"}});
    }
  }
  return "https://sudokupad.app/scl" + lz_packed(json.dump());
}

}  // namespace fastslow::formats
