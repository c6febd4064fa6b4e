// The texts of minesweeper boards, and what digging does to them. See minesweeper.h for the forms.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace fastslow::puzzles::minesweeper {

struct MinesText {
  static constexpr int kCovered = -1;
  static constexpr int kMine = -2;      // known to be one
  static constexpr int kSafe = -3;      // known not to be one, not dug
  static constexpr int kExploded = -4;  // a mine that was dug

  int width = 0;
  int height = 0;
  std::optional<int> mines;  // how many in all; nothing where a position does not tell
  std::vector<int> squares;  // in reading order: the clue of a dug square, or one of the above
  std::vector<bool> hidden;  // a game: where the mines are; empty for a position
  int first_x = 0;           // a game: the square dug first
  int first_y = 0;
  std::string format = "id";

  [[nodiscard]] bool is_game() const { return !hidden.empty(); }
};

// The squares around `square`, in reading order, without it.
std::vector<int> neighbours(int width, int height, int square);

Result<MinesText> read_mines(std::string_view text);
std::string write_mines(const MinesText& text, std::string_view format);

// Digs a covered square of a game, and from a square without neighbouring mines all around, and so on.
void dig(MinesText& text, int square);

}  // namespace fastslow::puzzles::minesweeper
