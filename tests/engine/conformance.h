// What every family is tried on: generated puzzles of each of its sizes.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/search.h"
#include "engine/helpers.h"
#include "rooms.h"

namespace fastslow::testing {

inline std::vector<const Family*> all_families() {
  std::vector<const Family*> all;
  for (const Family& family : families()) all.push_back(&family);
  return all;
}

inline Puzzle generated(const Family& family, const Size& size, Level level, std::uint64_t seed) {
  const std::string text = family.make(size, level, seed);
  Result<Puzzle> puzzle = family.parse(text);
  EXPECT_TRUE(puzzle.ok()) << family.id << " " << size << ": " << text << ": "
                           << (puzzle.ok() ? "" : puzzle.problem().key);
  return std::move(puzzle.value());
}

// How many squares the cells and the blocks take up across and down; margins hold labels only.
inline Size drawn_size(const Layout& layout) {
  std::vector<Square> squares;
  for (const Cell& cell : layout.cells) {
    squares.push_back({cell.row, cell.column});
    squares.insert(squares.end(), cell.squares.begin(), cell.squares.end());
  }
  for (const Block& block : layout.blocks) squares.push_back(block.square);
  const auto [top, bottom] = std::minmax_element(squares.begin(), squares.end(),
                                                 [](const Square& a, const Square& b) { return a.row < b.row; });
  const auto [left, right] = std::minmax_element(squares.begin(), squares.end(),
                                                 [](const Square& a, const Square& b) { return a.column < b.column; });
  return grid_size(right->column - left->column + 1, bottom->row - top->row + 1);
}

inline Puzzle smallest(const Family& family) { return generated(family, family.sizes.front(), Level::hard, 1); }

inline std::vector<Literal> solution_of(const Model& model) {
  const auto found = search(model, {}, {.limit = 1}).solutions;
  EXPECT_FALSE(found.empty());
  return found.front();
}

inline std::vector<VariableId> visible_variables(const Model& model) {
  std::vector<VariableId> visible;
  for (VariableId v = 0; v < model.variable_count(); ++v) {
    if (!model.variable(v).hidden) visible.push_back(v);
  }
  return visible;
}

// The state with these visible literals placed.
inline State with_placed(const Model& model, const std::vector<Literal>& literals) {
  State state = initial_state(model);
  for (const Literal l : literals) {
    if (!model.is_hidden(l)) state.marks[static_cast<std::size_t>(l)] = Mark::placed;
  }
  return state;
}

inline std::vector<Name> names_of(const Puzzle& puzzle) {
  std::vector<Name> names;
  for (const Variable& v : puzzle.model.variables()) names.push_back(v.name);
  for (const Constraint& c : puzzle.model.constraints()) names.push_back(c.name);
  for (const Note& note : puzzle.layout.notes) names.push_back(note.says);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::vector<Name> parts = names[i].parts;
    names.insert(names.end(), parts.begin(), parts.end());
  }
  return names;
}

}  // namespace fastslow::testing
