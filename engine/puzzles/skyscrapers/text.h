// The written forms of Skyscrapers (see skyscrapers.h), apart from their rules.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace fastslow::puzzles::skyscrapers {

// In the order of the game IDs.
enum class Edge : int { above, below, left, right };
inline constexpr std::array<Edge, 4> kEdges = {Edge::above, Edge::below, Edge::left, Edge::right};

struct SkyscrapersText {
  int side = 0;
  std::vector<int> clues;   // edge by edge, from left to right or downwards; 0 where none
  std::vector<int> values;  // 0 where empty
  std::string_view format;  // "line" or "tatham"

  [[nodiscard]] std::size_t clue_index(Edge edge, int line) const {
    const int index = static_cast<int>(edge) * side + line;
    return static_cast<std::size_t>(index);
  }
};

SkyscrapersText blank_skyscrapers(int side);

// The cells of a line as they are seen from its edge, the nearest first.
std::vector<int> view(int side, Edge edge, int line);

Result<SkyscrapersText> read_skyscrapers(std::string_view text);
// In `text.format`, which refers to static text.
std::string write_skyscrapers(const SkyscrapersText& text);

}  // namespace fastslow::puzzles::skyscrapers
