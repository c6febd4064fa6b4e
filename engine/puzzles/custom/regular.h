// Shorthands: rules that hold for all rows, columns, boxes ... of the board at once, {"rows": "all_different"}.
//
// The members are "rows", "columns", "boxes", "diagonals", and the pairs of cells that lie side by side ("neighbours")
// or a chess move apart ("knight_moves", "king_moves"). Each has a rule as in "constraints" but without cells or name,
// or only its kind. Boxes may have a "size", [rows, columns]; else they are the ones that a square board of that side
// is known by (2x2 of 4, 2x3 of 6, 3x3 of 9: as near to square as can be, and not higher than wide).
#pragma once

#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "puzzles/custom/cells.h"

namespace fastslow::puzzles::custom {

inline constexpr std::array<std::string_view, 7> kRegular = {"rows",       "columns",      "boxes",     "diagonals",
                                                             "neighbours", "knight_moves", "king_moves"};

// Adds a rule for every unit that the shorthands name, called as sentences call rows and columns of other puzzles, and
// draws boxes and diagonals. Of two cells that differ for an earlier shorthand's sake it is not said again.
// Problems: error.custom.*, with the path of the shorthand.
std::optional<Problem> add_regular_rules(Model& model, Layout& layout, const CellIndex& index,
                                         const std::vector<CustomCell>& cells, const nlohmann::json& declaration);

}  // namespace fastslow::puzzles::custom
