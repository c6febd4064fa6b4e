// Sudokus in the forms of other programs. Each returns nothing for what its form cannot hold.
#pragma once

#include <string>

#include "core/state.h"
#include "puzzles/puzzle.h"

namespace fastslow::formats {

std::string write_sdk(const puzzles::Puzzle& puzzle, const State& state);            // sadman.cc
std::string write_simple_sudoku(const puzzles::Puzzle& puzzle, const State& state);  // sudoku_grid.cc
std::string write_csv(const puzzles::Puzzle& puzzle, const State& state);            // sudoku_grid.cc
std::string write_opensudoku(const puzzles::Puzzle& puzzle, const State& state);     // opensudoku.cc
std::string write_hodoku(const puzzles::Puzzle& puzzle, const State& state);         // hodoku.cc
std::string write_sudokuwiki(const puzzles::Puzzle& puzzle, const State& state);     // sudokuwiki.cc
// With regions, cages, diagonals and the knight's rule.
std::string write_fpuzzles(const puzzles::Puzzle& puzzle, const State& state);   // fpuzzles.cc
std::string write_sudokupad(const puzzles::Puzzle& puzzle, const State& state);  // sudokupad.cc

}  // namespace fastslow::formats
