// What a family makes of a text: the declaration and how it lies on the page.
#pragma once

#include <string>
#include <vector>

#include "core/model.h"

namespace fastslow {

// A cell of the board: where a variable is shown, in grid units from the top left.
struct Cell {
  VariableId variable = 0;
  int row = 0;
  int column = 0;
};

// A line between grid points, drawn heavier than the grid.
struct Border {
  int row1 = 0;
  int column1 = 0;
  int row2 = 0;
  int column2 = 0;
};

struct Layout {
  int rows = 0;
  int columns = 0;
  std::vector<Cell> cells;
  std::vector<Border> borders;
  std::vector<std::string> symbols;  // of the values, from the lowest
};

struct Puzzle {
  std::string family;  // id of its family
  std::string format;  // the form it was read in, one of `Family::formats`
  std::string kind;    // size within the family, as `Family::sizes` names it, e.g. "9x9"
  Model model;
  Layout layout;
};

}  // namespace fastslow
