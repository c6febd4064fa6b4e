#include "formats/write.h"

#include <algorithm>
#include <array>

#include "core/index.h"
#include "formats/reading.h"
#include "formats/write_sudoku.h"
#include "puzzles/common/latin.h"
#include "puzzles/family.h"
#include "puzzles/minesweeper/text.h"
#include "puzzles/nonogram/text.h"
#include "puzzles/skyscrapers/text.h"

namespace fastslow::formats {
namespace {

using puzzles::Puzzle;

std::string text_of(const Puzzle& puzzle, const State& state, std::string_view format) {
  return puzzles::find_family(puzzle.family)->format(puzzle, state, format);
}

std::string text_of(const Puzzle& puzzle, const State& state) {
  return text_of(puzzle, state, puzzles::find_family(puzzle.family)->formats.front());
}

// --- saved games -----------------------------------------------------------------------------------------------------

std::string_view game_of(std::string_view family) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> game_names = {
      {{"sudoku", "Solo"},
       {"skyscrapers", "Towers"},
       {"kenken", "Keen"},
       {"futoshiki", "Unequal"},
       {"nonogram", "Pattern"},
       {"minesweeper", "Mines"},
       {"binairo", "Unruly"},
       {"lightup", "Light Up"},
       {"map", "Map"}}};
  const auto* const game =
      std::find_if(game_names.begin(), game_names.end(), [&](const auto& g) { return g.first == family; });
  return game == game_names.end() ? std::string_view{} : game->second;
}

// Before the first move.
std::string write_save(const Puzzle& puzzle, const State& state) {
  const auto& formats = puzzles::find_family(puzzle.family)->formats;
  if (std::find(formats.begin(), formats.end(), "tatham") == formats.end()) return "";
  const std::string id = text_of(puzzle, state, "tatham");
  const std::size_t colon = id.find(':');
  // A position of a minefield has no game ID.
  if (colon == std::string::npos || (puzzle.family == "minesweeper" && id.find(',') == std::string::npos)) return "";
  std::string out = "SAVEFILE:41:Simon Tatham's Portable Puzzle Collection\n";
  const auto field = [&](std::string name, std::string_view value) {
    name.resize(8, ' ');
    out += name + ":" + std::to_string(value.size()) + ":" + std::string(value) + "\n";
  };
  field("VERSION", "1");
  field("GAME", game_of(puzzle.family));
  field("PARAMS", id.substr(0, colon));
  field("CPARAMS", id.substr(0, colon));
  field("DESC", id.substr(colon + 1));
  field("NSTATES", "1");
  field("STATEPOS", "1");
  return out;
}

// --- puzz.link -------------------------------------------------------------------------------------------------------

constexpr int kSkipped = -1;
constexpr int kUnknown = -2;

// Numbers as puzz.link writes them.
std::string numbers_16(const std::vector<int>& numbers) {
  static constexpr std::string_view hex_digits = "0123456789abcdef";
  std::string out;
  int skipped = 0;
  const auto skip = [&] {
    if (skipped > 0) out += static_cast<char>('g' + skipped - 1);
    skipped = 0;
  };
  for (const int number : numbers) {
    if (number == kSkipped) {
      if (++skipped == 20) skip();
      continue;
    }
    skip();
    if (number == kUnknown) {
      out += '.';
      continue;
    }
    if (number >= 16) out += std::string("-") + hex_digits[at(number / 16)];
    out += hex_digits[at(number % 16)];
  }
  skip();
  return out;
}

std::string link(const char* kind, int columns, int rows, const std::string& body) {
  return std::string("https://puzz.link/p?") + kind + "/" + std::to_string(columns) + "/" + std::to_string(rows) + "/" +
         body;
}

std::vector<int> or_nothing(std::vector<int> numbers) {
  std::replace(numbers.begin(), numbers.end(), 0, kSkipped);
  return numbers;
}

std::string link_nonogram(const Puzzle& puzzle, const State& state) {
  const auto text = puzzles::nonogram::read_nonogram(text_of(puzzle, state)).value();
  if (std::any_of(text.squares.begin(), text.squares.end(), [](int square) { return square >= 0; })) return "";
  std::vector<int> numbers;
  const auto add = [&](const puzzles::nonogram::Clue& clue, int length) {
    std::vector<int> places(clue.rbegin(), clue.rend());
    places.resize(at((length + 1) / 2), kSkipped);
    numbers.insert(numbers.end(), places.begin(), places.end());
  };
  for (const auto& clue : text.columns) add(clue, text.height);
  for (const auto& clue : text.rows) add(clue, text.width);
  return link("nonogram", text.width, text.height, numbers_16(numbers));
}

std::string link_sudoku(const Puzzle& puzzle, const State& state) {
  const auto text = puzzles::sudoku::read_sudoku(text_of(puzzle, state)).value();
  const int side = text.box.side();
  if (!text.ordinary() || text.box != puzzles::sudoku::usual_box(side)) return "";
  return link("sudoku", side, side, numbers_16(or_nothing(text.values)));
}

std::string link_skyscrapers(const Puzzle& puzzle, const State& state) {
  const auto text = puzzles::skyscrapers::read_skyscrapers(text_of(puzzle, state)).value();
  const bool given = std::any_of(text.values.begin(), text.values.end(), [](int value) { return value > 0; });
  return link("skyscrapers", text.side, text.side,
              numbers_16(or_nothing(text.clues)) + (given ? numbers_16(or_nothing(text.values)) : ""));
}

// A clue and up to two empty squares behind it become one digit, but only where another square follows these.
std::string link_lightup(const Puzzle& puzzle, const State& state) {
  const std::string text = text_of(puzzle, state);
  const std::string squares = text.substr(text.find(':') + 1);
  if (squares.find_first_of("L-") != std::string::npos) return "";
  const auto open = [&](std::size_t i) { return i < squares.size() && squares[i] == '.'; };
  std::string body;
  int skipped = 0;
  const auto skip = [&] {
    if (skipped > 0) body += static_cast<char>('g' + skipped - 1);
    skipped = 0;
  };
  for (std::size_t i = 0; i < squares.size(); ++i) {
    if (open(i)) {
      if (++skipped == 20) skip();
      continue;
    }
    skip();
    if (squares[i] == 'B') {
      body += '.';
    } else {
      const std::size_t behind = open(i + 1) ? (open(i + 2) ? 2 : 1) : 0;
      body += "0123456789abcde"[5 * behind + at(squares[i] - '0')];
      i += behind;
    }
  }
  skip();
  return link("lightup", puzzle.size.width, puzzle.size.height, body);
}

// A link has no place for a total, for mines that are known, and for a game.
std::string link_minesweeper(const Puzzle& puzzle, const State& state) {
  using puzzles::minesweeper::MinesText;
  const auto text = puzzles::minesweeper::read_mines(text_of(puzzle, state)).value();
  if (text.mines || text.is_game()) return "";
  std::vector<int> numbers;
  for (const int square : text.squares) {
    if (square == MinesText::kMine || square == MinesText::kExploded) return "";
    numbers.push_back(square == MinesText::kCovered ? kSkipped : square == MinesText::kSafe ? kUnknown : square);
  }
  return link("mines", text.width, text.height, numbers_16(numbers));
}

std::string write_link(const Puzzle& puzzle, const State& state) {
  if (puzzle.family == "nonogram") return link_nonogram(puzzle, state);
  if (puzzle.family == "sudoku") return link_sudoku(puzzle, state);
  if (puzzle.family == "minesweeper") return link_minesweeper(puzzle, state);
  return puzzle.family == "lightup" ? link_lightup(puzzle, state) : link_skyscrapers(puzzle, state);
}

// --- lists and boards ------------------------------------------------------------------------------------------------

std::string write_clockwise(const Puzzle& puzzle, const State& state) {
  using puzzles::skyscrapers::Edge;
  const auto text = puzzles::skyscrapers::read_skyscrapers(text_of(puzzle, state)).value();
  if (std::any_of(text.values.begin(), text.values.end(), [](int value) { return value > 0; })) return "";
  std::string out;
  const auto add = [&](Edge edge, int line) {
    out += (out.empty() ? "" : " ") + std::to_string(text.clues[text.clue_index(edge, line)]);
  };
  for (int i = 0; i < text.side; ++i) add(Edge::above, i);
  for (int i = 0; i < text.side; ++i) add(Edge::right, i);
  for (int i = text.side - 1; i >= 0; --i) add(Edge::below, i);
  for (int i = text.side - 1; i >= 0; --i) add(Edge::left, i);
  return out;
}

std::string write_board(const Puzzle& puzzle, const State& state) {
  const std::string text = text_of(puzzle, state);
  const auto read = puzzles::minesweeper::read_mines(text).value();
  if (read.is_game()) return "";
  const std::string squares = text.substr(text.find(':') + 1);
  std::string out = read.mines ? std::to_string(*read.mines) + " mines\n" : "";
  for (int row = 0; row < read.height; ++row) out += squares.substr(at(row * read.width), at(read.width)) + "\n";
  return out;
}

std::string write_json(const Puzzle& puzzle, const State& state) {
  const std::string text = text_of(puzzle, state);
  if (puzzle.family == "nonogram") {
    const auto read = puzzles::nonogram::read_nonogram(text).value();
    if (std::any_of(read.squares.begin(), read.squares.end(), [](int square) { return square >= 0; })) return "";
    return Json{{"columns", read.columns}, {"rows", read.rows}}.dump();
  }
  Json rows = Json::array();
  if (puzzle.family == "sudoku") {
    const auto read = puzzles::sudoku::read_sudoku(text).value();
    const std::size_t side = at(read.box.side());
    if (!read.ordinary() || read.box != puzzles::sudoku::usual_box(read.box.side())) return "";
    for (std::size_t i = 0; i < read.values.size(); ++i) {
      if (i % side == 0) rows.push_back(Json::array());
      rows.back().push_back(read.values[i]);
    }
    return rows.dump();
  }
  // A switched rule stands in the size, for which a list has no place.
  const std::size_t colon = text.find(':');
  if (!puzzle.rules.empty() || colon == std::string::npos) return "";
  for (std::size_t i = colon + 1; i < text.size(); ++i) {
    if ((i - colon - 1) % at(puzzle.size.width) == 0) rows.push_back(Json::array());
    rows.back().push_back(text[i] == '.' ? Json() : Json(text[i] - '0'));
  }
  return rows.dump();
}

constexpr std::array<Writer, 13> kWriters = {{
    {"sdk", " sudoku ", write_sdk},
    {"ss", " sudoku ", write_simple_sudoku},
    {"csv", " sudoku ", write_csv},
    {"opensudoku", " sudoku ", write_opensudoku},
    {"hodoku", " sudoku ", write_hodoku},
    {"sudokuwiki", " sudoku ", write_sudokuwiki},
    {"fpuzzles", " sudoku ", write_fpuzzles},
    {"sudokupad", " sudoku ", write_sudokupad},
    {"puzzlink", " nonogram sudoku lightup skyscrapers minesweeper ", write_link},
    {"save", " sudoku skyscrapers kenken futoshiki nonogram minesweeper binairo lightup map ", write_save},
    {"clockwise", " skyscrapers ", write_clockwise},
    {"board", " minesweeper ", write_board},
    {"clues", " nonogram sudoku binairo ", write_json},
}};

}  // namespace

std::span<const Writer> writers() { return kWriters; }

const Writer* find_writer(std::string_view name) {
  const auto* const found =
      std::find_if(kWriters.begin(), kWriters.end(), [&](const Writer& writer) { return writer.name == name; });
  return found == kWriters.end() ? nullptr : found;
}

Result<std::string> written(const Writer& writer, const Puzzle& puzzle, const State& state) {
  std::string text;
  if (writer.families.find(" " + puzzle.family + " ") != std::string_view::npos) text = writer.write(puzzle, state);
  if (text.empty()) return Problem{"error.format.cannot_hold", {{"name", std::string(writer.name)}}};
  return text;
}

}  // namespace fastslow::formats
