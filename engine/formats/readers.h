// The readers, a file each, which names the source of its format. Each takes a text without white space around it and
// the family that was asked for (which only the vaguer ones look at), and says nothing of what is not of its format.
#pragma once

#include <string_view>

#include "formats/reading.h"

namespace fastslow::formats {

// Texts that say what they are.
Outcome read_own(std::string_view text, std::string_view family);          // own.cc
Outcome read_fpuzzles(std::string_view text, std::string_view family);     // fpuzzles.cc
Outcome read_sudokupad(std::string_view text, std::string_view family);    // sudokupad.cc
Outcome read_sudokuwiki(std::string_view text, std::string_view family);   // sudokuwiki.cc
Outcome read_puzzlink(std::string_view text, std::string_view family);     // puzzlink.cc
Outcome read_tatham_save(std::string_view text, std::string_view family);  // tatham.cc
Outcome read_tatham_link(std::string_view text, std::string_view family);  // tatham.cc
Outcome read_other_link(std::string_view text, std::string_view family);   // other_links.cc
Outcome read_opensudoku(std::string_view text, std::string_view family);   // opensudoku.cc
Outcome read_sadman(std::string_view text, std::string_view family);       // sadman.cc
Outcome read_hodoku(std::string_view text, std::string_view family);       // hodoku.cc
Outcome read_non(std::string_view text, std::string_view family);          // nonogram_files.cc
Outcome read_json_clues(std::string_view text, std::string_view family);   // json_clues.cc

// f-puzzles' object and its packed form, which SudokuPad's links hold, too.
bool is_fpuzzles_json(const Json& json);
Outcome read_fpuzzles_json(const Json& json);
Outcome read_fpuzzles_packed(std::string packed);

// Texts that have to be guessed at.
Outcome read_clockwise(std::string_view text, std::string_view family);       // clockwise.cc
Outcome read_mine_board(std::string_view text, std::string_view family);      // mine_board.cc
Outcome read_nonogram_lines(std::string_view text, std::string_view family);  // nonogram_files.cc
Outcome read_sudoku_grid(std::string_view text, std::string_view family);     // sudoku_grid.cc

}  // namespace fastslow::formats
