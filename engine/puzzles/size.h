// A size of a family: how large the board is, and which of several kinds of it. Whoever needs to know what a size
// means asks the fields; nobody takes its id apart.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace fastslow::puzzles {

struct Size {
  std::string id{};  // "9x9", "9x9k", "10x8n15", "30x16-game", "5": what lists, packs and commands call it
  int width = 0;     // squares of the board across and down, its margins apart; 0 where it is no grid
  int height = 0;
  int count = 0;                     // of what else a size counts: regions of a map, mines, people who speak
  std::string variant{};             // tells apart kinds of one width and height: "k" in "9x9k", "game" in "9x9-game"
  std::vector<std::string> rules{};  // the rule switches that `variant` stands for, all of them on
  bool game = false;                 // grows as it is played (Family::reveal); not one solution at the start

  bool operator==(const Size&) const = default;
};

// {"8x6", 8, 6}
Size grid_size(int width, int height);
// Square boards of these sides.
std::vector<Size> square_sizes(std::initializer_list<int> sides);

// The id without what stands for its rules: "9x9" of "9x9k", but "5x5a" of "5x5a", whose "a" is no rule switch.
std::string_view id_without_rules(const Size& size);

}  // namespace fastslow::puzzles
