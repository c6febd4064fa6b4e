// The texts of map colouring (see map.h).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"
#include "puzzles/size.h"

namespace fastslow::puzzles::map {

// A map on grid squares: which region each square belongs to. Regions are numbered by their first squares.
struct RegionMap {
  int width = 0;
  int height = 0;
  int regions = 0;
  std::vector<int> region_of;  // by square, in reading order

  [[nodiscard]] int at(int row, int column) const {
    return region_of[static_cast<std::size_t>(row) * static_cast<std::size_t>(width) +
                     static_cast<std::size_t>(column)];
  }
};

struct MapText {
  RegionMap map;
  std::vector<int> colours;  // by region; 0: not coloured
  std::string_view format;
};

inline constexpr int kMapColours = 4;

Result<MapText> read_map(std::string_view input);
std::string write_map(const MapText& text);

// Squares that hang together and agree in `marks` become regions, numbered by their first squares.
RegionMap regions_of(int width, int height, const std::vector<int>& marks);

// The pairs of regions that share a border, each once, ascending.
std::vector<std::pair<int, int>> neighbours_of(const RegionMap& map);

// "10x8n15"
Size map_size(int width, int height, int regions);

}  // namespace fastslow::puzzles::map
