#include "puzzles/sudoku/sudoku.h"

#include <algorithm>
#include <any>
#include <optional>

#include "puzzles/common/latin.h"
#include "puzzles/sudoku/declare.h"
#include "puzzles/sudoku/generate.h"
#include "puzzles/sudoku/text.h"

namespace fastslow::puzzles::sudoku {
namespace {

// The rules that the puzzle was made for. Givens that break one of these are a mistake; givens that break a rule
// switched on in play are what the switch is for, and System 2 has to say so.
SudokuText as_made(SudokuText text) {
  text.diagonals = false;
  text.antiknight = false;
  text.jigsaw = !text.pieces.empty();
  text.killer = !text.cages.empty();
  return text;
}

bool was_switched(const SudokuText& text) {
  return text.diagonals || text.antiknight || text.jigsaw == text.pieces.empty() || text.killer == text.cages.empty();
}

Result<Puzzle> parse(std::string_view text) {
  const Result<SudokuText> read = read_sudoku(text);
  if (!read.ok()) return read.problem();
  Puzzle puzzle = declare_sudoku(read.value());
  const Puzzle* made = &puzzle;
  std::optional<Puzzle> before;
  if (was_switched(read.value())) made = &before.emplace(declare_sudoku(as_made(read.value())));
  if (auto problem = conflict_of_givens(made->model, "error.sudoku.cage")) return *problem;
  return puzzle;
}

std::string format(const Puzzle& puzzle, const State& state, std::string_view format) {
  auto text = std::any_cast<SudokuText>(puzzle.source);
  text.values = values_of(puzzle, state, text.box.side());
  text.format = format;
  return write_sudoku(text);
}

Result<Puzzle> switch_rule(const Puzzle& puzzle, std::string_view rule, bool on) {
  if (std::find(puzzle.switchable.begin(), puzzle.switchable.end(), rule) == puzzle.switchable.end()) {
    return Problem{"error.rule.unknown", {{"rule", excerpt(rule)}}};
  }
  auto text = std::any_cast<SudokuText>(puzzle.source);
  text.values = values_of(puzzle, initial_state(puzzle.model), text.box.side());
  text.format = puzzle.format;
  if (rule == kDiagonals) text.diagonals = on;
  if (rule == kAntiknight) text.antiknight = on;
  if (rule == kJigsaw) text.jigsaw = on;
  if (rule == kKiller) text.killer = on;
  return declare_sudoku(text);
}

}  // namespace

Family family() {
  return {.id = "sudoku",
          .icon = "digits",
          .sizes = sudoku_sizes(),
          .formats = {"line", "grid", "tatham"},
          .rules = {std::string(kDiagonals), std::string(kAntiknight), std::string(kJigsaw), std::string(kKiller)},
          .parse = parse,
          .format = format,
          .make = make_sudoku,
          .switch_rule = switch_rule};
}

}  // namespace fastslow::puzzles::sudoku
