// What an author draws besides the cells: the "layout" and the "symbols" of a declaration.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "core/result.h"
#include "puzzles/custom/cells.h"

namespace fastslow::puzzles::custom {

inline constexpr std::size_t kMaxDrawn = 2000;  // borders, labels ... of each kind

// Every cell where it stands, with nothing drawn around it.
Layout lay_out(const std::vector<CustomCell>& cells);

// Adds the declaration's "layout"; the sheet grows with what is drawn beyond the cells. Problems: error.custom.* with
// the path of the first thing that cannot be drawn.
std::optional<Problem> add_drawing(Layout& layout, const CellIndex& index, const std::vector<CustomCell>& cells,
                                   const nlohmann::json& declaration);

// How the values from `lowest` to `highest` are written: as numbers, or as "symbols" has it.
std::optional<Problem> add_symbols(Layout& layout, const nlohmann::json& declaration, int lowest, int highest);

}  // namespace fastslow::puzzles::custom
