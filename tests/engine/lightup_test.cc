#include "puzzles/lightup/lightup.h"

#include <gtest/gtest.h>

#include <set>

#include "core/index.h"
#include "core/search.h"
#include "engine/helpers.h"
#include "rooms.h"

namespace fastslow {
namespace {

const Family& lightup() { return *find_family("lightup"); }

Problem problem_of(std::string_view text) {
  const auto puzzle = lightup().parse(text);
  return puzzle.ok() ? Problem{"", {}} : puzzle.problem();
}

// The board of a solution in the line form, lamps as 'L' and the other white squares as '.'.
std::string board_of(const Puzzle& puzzle, const std::vector<Literal>& solution) {
  auto board = std::any_cast<std::string>(puzzle.source);
  for (const Cell& cell : puzzle.layout.cells) {
    const bool lamp = puzzle.model.value_of(solution[at(cell.variable)]) == 1;
    if (lamp) board[at(cell.row * puzzle.layout.columns + cell.column)] = 'L';
  }
  return board;
}

std::set<std::string> boards_of(const Puzzle& puzzle) {
  std::set<std::string> boards;
  for (const auto& solution : search(puzzle.model, {}, {.limit = 10000}).solutions) {
    boards.insert(board_of(puzzle, solution));
  }
  return boards;
}

class Hall {
 public:
  Hall(int width, std::string board) : width_(width), board_(std::move(board)) {}

  // By walking from each square: lamps in sight, and numbers counted.
  [[nodiscard]] bool is_right() const {
    const int count = static_cast<int>(board_.size());
    for (int i = 0; i < count; ++i) {
      const char c = symbol(i / width_, i % width_);
      if (c == 'L' && lamps_in_sight(i) != 0) return false;
      if (c == '.' && lamps_in_sight(i) == 0) return false;
      if (c >= '0' && c <= '4' && lamps_beside(i) != c - '0') return false;
    }
    return true;
  }

 private:
  [[nodiscard]] char symbol(int row, int column) const {
    const int height = static_cast<int>(board_.size()) / width_;
    if (row < 0 || row >= height || column < 0 || column >= width_) return 'B';
    return board_[at(row * width_ + column)];
  }
  [[nodiscard]] int walk(int square, bool far) const {
    int lamps = 0;
    for (const auto& [down, right] : {std::pair{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
      int row = square / width_ + down;
      int column = square % width_ + right;
      for (; symbol(row, column) == '.' || symbol(row, column) == 'L'; row += down, column += right) {
        lamps += symbol(row, column) == 'L' ? 1 : 0;
        if (!far) break;
      }
    }
    return lamps;
  }
  [[nodiscard]] int lamps_in_sight(int square) const { return walk(square, true); }
  [[nodiscard]] int lamps_beside(int square) const { return walk(square, false); }

  int width_;
  std::string board_;
};

TEST(Lightup, TheRulesAllowWhatTheyShould) {
  for (const std::string walls : {"............", "..B.......1.", ".1.....B.0..", "2....B......"}) {
    const Puzzle puzzle = testing::puzzle_of("4x3:" + walls, "lightup");
    std::set<std::string> expected;
    for (unsigned bits = 0; bits < 4096; ++bits) {
      std::string board = walls;
      bool on_wall = false;
      for (unsigned i = 0; i < 12; ++i) {
        if ((bits >> i & 1U) == 0) continue;
        on_wall = on_wall || board[i] != '.';
        board[i] = 'L';
      }
      if (!on_wall && Hall(4, board).is_right()) expected.insert(board);
    }
    EXPECT_EQ(boards_of(puzzle), expected) << walls;
  }
}

TEST(Lightup, ReadsGameIds) {
  for (const std::string id :
       {"7x7:d1d1d2d2d0d1d1d0d0d", "7x7:c0d1cBh0e1h2c4dBc", "10x10:dBh3Ba01kBbBBbBhB0b20b0Bh0bBBbBkB0a11h1d"}) {
    const Puzzle puzzle = testing::puzzle_of(id, "lightup");
    EXPECT_EQ(puzzle.format, "tatham");
    EXPECT_EQ(boards_of(puzzle).size(), 1U) << id;
    EXPECT_TRUE(Hall(puzzle.layout.columns, *boards_of(puzzle).begin()).is_right());
    EXPECT_EQ(lightup().format(puzzle, initial_state(puzzle.model), "tatham"), id);
  }
  EXPECT_EQ(problem_of("7x7b20s4d1:d1d1d2d2d0d1d1d0d0d").key, "");
  EXPECT_EQ(lightup().format(testing::puzzle_of("30x2:zzh", "lightup"), {}, "tatham"), "30x2:zzh");
}

TEST(Lightup, ALampLightsItsRowAndColumnUpToTheWalls) {
  const Puzzle puzzle = testing::puzzle_of("3x3:....B.B..", "lightup");
  ASSERT_EQ(puzzle.layout.lights.size(), 7U);
  EXPECT_EQ(puzzle.layout.lights[0].cells, (std::vector<VariableId>{0, 1, 2, 3}));
  EXPECT_EQ(puzzle.layout.lights[5].cells, (std::vector<VariableId>{5, 6}));
  EXPECT_EQ(puzzle.layout.blocks.size(), 2U);
}

TEST(Lightup, GeneratesOneSolutionFromASeed) {
  for (const Size& size : lightup().sizes) {
    for (const Level level : {Level::easy, Level::medium, Level::hard}) {
      for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        const std::string text = lightup().make(size, level, seed);
        EXPECT_EQ(boards_of(testing::puzzle_of(text, "lightup")).size(), 1U) << text;
      }
    }
  }
  EXPECT_EQ(lightup().generate("5x5", Level::hard, 15).value(), "5x5:.1B.........1.........B2.");
  EXPECT_EQ(lightup().generate("6x6", Level::hard, 1).problem().key, "error.size.unknown");
}

TEST(Lightup, TextsCarryWhatIsPlaced) {
  const Puzzle puzzle = testing::puzzle_of("3x2:..1...", "lightup");
  State state = initial_state(puzzle.model);
  state = apply(puzzle.model, state, {puzzle.model.literal(1, 1), true}).value();
  state = apply(puzzle.model, state, {puzzle.model.literal(4, 0), true}).value();
  EXPECT_EQ(lightup().format(puzzle, state, "line"), "3x2:.L1..-");
  EXPECT_EQ(initial_state(testing::puzzle_of("3x2:.L1..-", "lightup").model), state);
}

TEST(Lightup, BadInputNamesPlaceAndCause) {
  EXPECT_EQ(problem_of("").key, "error.text.empty");
  EXPECT_EQ(problem_of("x:").key, "error.board.params");
  EXPECT_EQ(problem_of("1x5:.....").key, "error.board.size");
  EXPECT_EQ(problem_of("51x51:").key, "error.board.size");
  EXPECT_EQ(problem_of("2x2q:....").key, "error.text.character");
  EXPECT_EQ(problem_of("2x2:..").key, "error.text.ends");
  EXPECT_EQ(problem_of("2x2:...5"), (Problem{"error.text.character", {{"position", "8"}}}));
  EXPECT_EQ(problem_of("2x2:a"), (Problem{"error.tatham.length", {{"expected", "4"}}}));
  EXPECT_EQ(problem_of("2x2:dz"), (Problem{"error.tatham.length", {{"expected", "4"}}}));
  EXPECT_EQ(problem_of("2x2:BBBB").key, "error.lightup.no_white");
  EXPECT_EQ(problem_of("2x2:.3.."), (Problem{"error.lightup.wall", {{"n", "3"}, {"row", "1"}, {"column", "2"}}}));
  EXPECT_EQ(problem_of("2x2:LL.."), (Problem{"error.board.conflict", {{"row", "1"}, {"column", "1"}}}));
  EXPECT_EQ(problem_of("2x2:L2-L").key, "");
  EXPECT_EQ(problem_of("2x2:L0..").key, "error.board.conflict");
}

}  // namespace
}  // namespace fastslow
