// The clues of a skyscrapers puzzle as one list in clockwise order, as Codewars' "4 by 4 Skyscrapers" and its
// successors have it: above from left to right, right downwards, below from right to left, left upwards; 0 for none.
#include <algorithm>

#include "core/index.h"
#include "formats/readers.h"
#include "puzzles/common/scan.h"
#include "puzzles/skyscrapers/text.h"

namespace fastslow::formats {

using puzzles::skyscrapers::Edge;

Outcome read_clockwise(std::string_view text, std::string_view family) {
  if (family != "skyscrapers" || text.find_first_not_of("0123456789,;[](){} \t\r\n") != std::string_view::npos) {
    return std::nullopt;
  }
  std::vector<int> clues;
  puzzles::Scanner scan(text);
  while (!scan.done()) {
    const auto number = scan.number(9);
    if (number) {
      clues.push_back(*number);
    } else if (is_digit(scan.peek())) {
      return std::nullopt;
    } else {
      scan.next();
    }
  }
  const int side = static_cast<int>(clues.size() / 4);
  if (clues.size() % 4 != 0 || side < 2 || side > 9) return std::nullopt;
  auto board = puzzles::skyscrapers::blank_skyscrapers(side);
  for (int i = 0; i < side; ++i) {
    board.clues[board.clue_index(Edge::above, i)] = clues[at(i)];
    board.clues[board.clue_index(Edge::right, i)] = clues[at(side + i)];
    board.clues[board.clue_index(Edge::below, side - 1 - i)] = clues[at(2 * side + i)];
    board.clues[board.clue_index(Edge::left, side - 1 - i)] = clues[at(3 * side + i)];
  }
  board.format = "line";
  return found({"skyscrapers", puzzles::skyscrapers::write_skyscrapers(board), "", {{"remark.clockwise", {}}}});
}

}  // namespace fastslow::formats
