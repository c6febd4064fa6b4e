// A square parted into connected regions (cages, the pieces of a jigsaw), and how they and sparse squares of numbers
// are written: with letters, and as in Simon Tatham's game IDs.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/random.h"
#include "core/result.h"
#include "puzzles/common/scan.h"
#include "puzzles/puzzle.h"

namespace fastslow::puzzles {

// By cell: the number of its region, counted from 0 in the order of their first cells, or kNoRegion.
using Regions = std::vector<int>;
inline constexpr int kNoRegion = -1;

int count_regions(const Regions& regions);
// The cells of each region, in reading order.
std::vector<std::vector<int>> cells_by_region(const Regions& regions);
std::vector<Square> squares_of(const std::vector<int>& cells, int side);
// The cells beside, above and below.
std::vector<int> neighbours(int cell, int side);

// Neighbours for which `together` holds share a region; a cell that is not together with itself has none.
Regions connect(int side, const std::function<bool(int, int)>& together);

// Rows of letters, parted by '/': neighbours with the same letter share a region. '.', where `gaps` are allowed, is a
// cell without region.
Result<Regions> read_regions(Scanner& scan, int side, bool gaps);
std::string write_regions(const Regions& regions, int side);

// Whether a cell may join the cells of a region.
using MayJoin = std::function<bool(const std::vector<int>& cells, int next)>;
// Connected regions of up to `largest` cells in random shapes; where it can be, none of one cell.
Regions random_regions(
    int side, int largest, Random& random, const MayJoin& may_join = [](const auto&, int) { return true; });

// --- Tatham's game IDs -------------------------------------------------------------------

// Numbers in reading order, letters for runs of empty cells (0); reads to the end or a comma.
// Problems: error.text.character, error.tatham.number, error.tatham.length.
Result<std::vector<int>> read_sparse(Scanner& scan, std::size_t cells, int highest);
std::string write_sparse(const std::vector<int>& values);

// The lines between regions: first those between neighbours in a row, row by row, then those between neighbours in a
// column, column by column; letters count the places without a line between two lines. A number behind a letter
// repeats it, which only some of his games write. Problems: as above, error.tatham.regions.
Result<Regions> read_outlines(Scanner& scan, int side);
std::string write_outlines(const Regions& regions, int side, bool repeats);

}  // namespace fastslow::puzzles
