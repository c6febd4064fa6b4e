// Puzzles that an author declares in JSON, without C++: cells, domains, layout and constraints of the vocabulary of
// core/model.h. The form is puzzles/puzzle.schema.json ("declaration"), which the page's author view checks first;
// whatever it cannot check is checked here, with a path ("/constraints/3/cells/1") in every problem.
//
// Formats: json    the declaration in one line; placed values join its givens
//
// Cells are listed, or a grid "r1c1" ... is asked for. Where a list of cells is wanted, a cell's id, "r2c*" (a row),
// "r*c3" (a column) and "r1c1:r3c3" (a rectangle) stand for cells of the grid. Words are the author's own, the same in
// every language: a Name whose key starts with "@" is shown as it is. What holds for every row, column, box ... is said
// once (regular.h). A member, kind, shape or cell that there is not is a problem, which names what was probably meant.
#pragma once

#include "puzzles/family.h"

namespace fastslow::puzzles::custom {

inline constexpr int kMaxCustomCells = 400;
inline constexpr int kMaxCustomValues = 36;
inline constexpr int kMaxCustomConstraints = 2000;
inline constexpr int kMaxCustomTuples = 2000;    // of one table
inline constexpr int kMaxCustomLiterals = 8000;  // of the whole model, hidden ones included

Family family();

}  // namespace fastslow::puzzles::custom
