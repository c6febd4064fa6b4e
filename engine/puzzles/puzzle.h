// What a family makes of a text: the declaration and how it lies on the page.
//
// The page knows no family. Whatever a board needs to look like the puzzle people know is said here, in grid
// units (a cell is 1 x 1, row 0 and column 0 at the top left), and drawn by web/src/board.
#pragma once

#include <any>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/model.h"
#include "puzzles/size.h"

namespace fastslow::puzzles {

struct Square {
  int row = 0;
  int column = 0;

  bool operator==(const Square&) const = default;
};

// A cell of the board: where a visible variable is shown.
struct Cell {
  VariableId variable = 0;
  int row = 0;
  int column = 0;
  // The squares it covers, when it is not just its own (a region of a map); its value is written at row, column.
  std::vector<Square> squares{};
};

// A line between grid points, drawn heavier than the grid.
struct Border {
  int row1 = 0;
  int column1 = 0;
  int row2 = 0;
  int column2 = 0;
};

// What a block and a label may look like: the page draws no other.
inline constexpr std::array<std::string_view, 3> kBlockStyles = {"wall", "open", "lost"};
inline constexpr std::array<std::string_view, 3> kLabelStyles = {"corner", "sign", "margin"};

inline constexpr std::array<std::string_view, 7> kMarkShapes = {"thermometer", "arrow",  "line", "dot",
                                                                "circle",      "square", "shade"};
inline constexpr std::array<std::string_view, 9> kMarkColors = {"grey", "red",    "orange", "yellow", "green",
                                                                "blue", "purple", "white",  "black"};

// What a square shows for good: a wall, a clue, what was dug up. If a cell has the same square, as in a minefield, the
// block covers it: its variable's value is no longer shown nor asked for.
struct Block {
  Square square;
  std::string style;  // "wall": black · "open": dug up, or a clue that is no unknown · "lost": what ended the game
  std::string text;   // a symbol (see Layout::symbols); may be empty
  // The rules that the text states, lit when a proof cites one.
  std::vector<ConstraintId> constraints{};
};

// Text or a sign beside or between cells.
struct Label {
  double row = 0;
  double column = 0;
  std::string text;   // a symbol
  std::string style;  // "corner": small, in the top left of the square that starts at the point (cage sums)
                      // "sign": centred on the point, between cells (an inequality; text "<", ">", "^" or "v")
                      // "margin": centred on the point, outside the cells (clues of a row or column)
  // The rules that the label states, lit when a proof cites one.
  std::vector<ConstraintId> constraints{};
};

// Squares with one dashed outline.
struct Cage {
  std::vector<Square> squares;
  ConstraintId constraint = -1;
};

// Something drawn on cells or between them that states no rule by itself: a thermometer, an arrow, a dot. Drawn in the
// order in which the squares come.
struct DrawnMark {
  std::string shape;  // "thermometer": a bulb in the first square, a thick line through the others
                      // "arrow": a ring in the first square, a line through the others with a head in the last
                      // "line": from square to square · "shade": the squares coloured
                      // "dot": one small disc amid the squares · "circle", "square": large, in each of them
  std::vector<Square> squares;
  std::string color;  // of kMarkColors; empty: as is usual for the shape
  std::string text;   // on a dot; may be empty
};

// While `source` is placed, it throws light on the squares of these variables.
struct Light {
  Literal source = 0;
  std::vector<VariableId> cells;
};

// A sentence that belongs to the puzzle and stands beside the board ("A says: B is a knave").
struct Note {
  Name says;
  std::vector<ConstraintId> constraints{};
};

// How many of its cells have a value in the end, told above the board with how many are still missing.
struct Counter {
  std::string key;  // counter.*
  std::vector<Literal> counted;
  int total = 0;
  ConstraintId constraint = -1;
};

struct Layout {
  int rows = 0;  // of the whole drawing, margins included
  int columns = 0;
  std::vector<Cell> cells;  // every visible variable once
  std::vector<Border> borders;
  // Of the values, from the lowest that any visible variable has. Plain text, or a key: "glyph.*" is drawn by the
  // page (glyph.lamp, .dot, .mine, .flag, .queen, .filled, .empty, .white, .black, .color1 ... .color6) and named
  // by the catalogues, "symbol.*" is a word of the catalogues.
  std::vector<std::string> symbols;
  std::vector<Block> blocks{};
  std::vector<Label> labels{};
  std::vector<Cage> cages{};
  std::vector<DrawnMark> marks{};
  std::vector<Light> lights{};
  std::vector<Note> notes{};
  std::vector<Counter> counters{};
};

struct Puzzle {
  std::string family;  // id of its family
  std::string format;  // the form it was read in, one of `Family::formats`
  Size size;           // one of `Family::sizes`, or one that the generator does not make
  Model model;
  Layout layout;
  // What the family read, in a type of its own: what `format` builds on, so that no text is read twice. Families that
  // can read everything back from the model leave it empty. Nobody else looks inside.
  std::any source{};
  std::vector<std::string> rules{};       // rule switches that are on
  bool grows = false;                     // Family::reveal will show more as the game goes on
  bool lost = false;                      // a move that it showed the consequence of has ended the game
  std::vector<std::string> switchable{};  // rule switches that mean something for this puzzle, on or off
  // The literal of every variable, where the text says more than the board shows (where a game's mines are). Neither
  // system is told.
  std::vector<Literal> answer{};
};

}  // namespace fastslow::puzzles
