#include "puzzles/map/map.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/random.h"
#include "core/search.h"
#include "engine/helpers.h"
#include "puzzles/common/reduce.h"
#include "puzzles/map/text.h"
#include "rooms.h"

namespace fastslow {
namespace {

using namespace map;

const Family& map() { return *find_family("map"); }

std::string key_of(std::string_view text) {
  const auto puzzle = map().parse(text);
  return puzzle.ok() ? "" : puzzle.problem().key;
}

std::string as(const Puzzle& puzzle, std::string_view format) {
  return map().format(puzzle, initial_state(puzzle.model), format);
}

// Colours by region, e.g. "1243".
std::vector<std::string> colourings(const Model& model, const std::vector<std::vector<Literal>>& solutions) {
  std::vector<std::string> found;
  for (const auto& solution : solutions) {
    std::string colours;
    for (const Literal l : solution) colours += static_cast<char>('0' + model.value_of(l));
    found.push_back(colours);
  }
  std::sort(found.begin(), found.end());
  return found;
}

TEST(Map, ARegionIsWhatHangsTogether) {
  const Puzzle puzzle = testing::puzzle_of("3x2:abd/bbc", "map");
  EXPECT_EQ(puzzle.size.id, "3x2n4");
  EXPECT_EQ(as(puzzle, "grid"), "3x2:abc/bbd:....");
  EXPECT_EQ(puzzle.layout.cells[1].squares, (std::vector<Square>{{0, 1}, {1, 0}, {1, 1}}));
  // The mark stands where most of the region is around it.
  EXPECT_EQ(puzzle.layout.cells[1].row, 1);
  EXPECT_EQ(puzzle.layout.cells[1].column, 1);
}

// One territory with an exclave, or two that were called the same? It is not guessed.
TEST(Map, ALetterThatFallsApartIsRefused) {
  const auto parsed = map().parse("2x2:ab/ba");
  ASSERT_FALSE(parsed.ok());
  EXPECT_EQ(parsed.problem(), (Problem{"error.map.apart", {{"letter", "b"}, {"row", "2"}, {"column", "1"}}}));
}

TEST(Map, NeighboursDifferAndNothingElseIsAsked) {
  // Regions touching only at a corner may have one colour.
  const Puzzle puzzle = testing::puzzle_of("3x3:aab/cdb/cee:1....", "map");
  const auto touch = [](int a, int b) {
    constexpr std::string_view pairs = "01 02 03 13 14 23 24 34";
    return pairs.find(std::to_string(a) + std::to_string(b)) != std::string_view::npos;
  };
  std::vector<std::string> expected;
  for (int code = 0; code < 4 * 4 * 4 * 4; ++code) {
    const std::string colours = {'1', static_cast<char>('1' + code / 64), static_cast<char>('1' + code / 16 % 4),
                                 static_cast<char>('1' + code / 4 % 4), static_cast<char>('1' + code % 4)};
    bool fine = true;
    for (int a = 0; a < 5; ++a) {
      for (int b = a + 1; b < 5; ++b) {
        if (touch(a, b)) fine = fine && colours[static_cast<std::size_t>(a)] != colours[static_cast<std::size_t>(b)];
      }
    }
    if (fine) expected.push_back(colours);
  }
  EXPECT_EQ(colourings(puzzle.model, testing::enumerate(puzzle.model)), expected);
  EXPECT_EQ(colourings(puzzle.model, search(puzzle.model, {}, {.limit = 1000}).solutions), expected);
}

TEST(Map, FourThatTouchEachOtherNeedAllColours) {
  const Puzzle puzzle = testing::puzzle_of("4x3:aaaa/abbc/addc", "map");
  ASSERT_EQ(puzzle.model.constraints().size(), 1U);
  EXPECT_EQ(puzzle.model.constraint(0).name.key, "unit.foursome");
  EXPECT_EQ(puzzle.model.group(puzzle.model.group_count() - 1).at_least, 1);
}

TEST(Map, OutlinesRunAroundRegions) {
  const Puzzle puzzle = testing::puzzle_of("2x1:ab", "map");
  std::vector<std::vector<int>> lines;
  for (const Border& b : puzzle.layout.borders) lines.push_back({b.row1, b.column1, b.row2, b.column2});
  EXPECT_EQ(lines,
            (std::vector<std::vector<int>>{{0, 0, 0, 2}, {1, 0, 1, 2}, {0, 0, 1, 0}, {0, 1, 1, 1}, {0, 2, 1, 2}}));
}

TEST(Map, ReadsAndWritesTathamsGameIds) {
  // From sgt-map --generate, with their difficulties.
  const std::vector<std::string> ids = {
      "5x5n8:eabbacaacbebabbfb,1a32a0a0",
      "10x8n15:aabaadaaafcaaabaaacaabaaaddcbagbacdcgdabacaabaaadajacabfaaaadabad,1a30b2e021",
      "15x12n25:dbjadaefaabacafdacfaaabcaadaaccadbbabccbbbedaadaaababcdbbbaabebcjabafcadabacaaacfaaaccaadec"
      "cbcbddaabfababhbbcbdadabbaakaabfbaan,0b20a1a00f31c0a21",
  };
  for (const std::string& id : ids) {
    const Puzzle puzzle = testing::puzzle_of(id, "map");
    EXPECT_EQ(puzzle.format, "tatham");
    EXPECT_TRUE(has_one_solution(puzzle.model, 10000)) << id;
    EXPECT_EQ(as(puzzle, "tatham"), id);
    const std::string grid = as(puzzle, "grid");
    EXPECT_EQ(as(testing::puzzle_of(grid, "map"), "tatham"), id);
    EXPECT_EQ(as(testing::puzzle_of(grid, "map"), "grid"), grid);
  }
}

TEST(Map, MoreRegionsThanLettersKeepTheirBorders) {
  // Every square is a region of its own: letters come again, but never next to themselves.
  const int side = 14;
  std::vector<int> marks;
  for (int i = 0; i < side * side; ++i) marks.push_back(i);
  const RegionMap all = regions_of(side, side, marks);
  const std::string text = write_map({all, std::vector<int>(marks.size(), 0), "grid"});
  EXPECT_EQ(testing::puzzle_of(text, "map").size.id, "14x14n196");
}

TEST(Map, BadInputNamesPlaceAndCause) {
  EXPECT_EQ(key_of(""), "error.text.empty");
  EXPECT_EQ(key_of("hello"), "error.map.size");
  EXPECT_EQ(key_of("3x"), "error.map.size");
  EXPECT_EQ(key_of("61x2:a"), "error.map.side");
  EXPECT_EQ(key_of("0x2:"), "error.map.side");
  EXPECT_EQ(map().parse("2x2:ab/aB").problem(), (Problem{"error.text.character", {{"position", "9"}}}));
  EXPECT_EQ(map().parse("2x2:ab/a").problem(), (Problem{"error.text.ends", {{"position", "9"}}}));
  EXPECT_EQ(key_of("2x2:ab/ab:5."), "error.text.character");
  EXPECT_EQ(key_of("2x2:ab/ab:1"), "error.text.ends");
  EXPECT_EQ(key_of("2x2:ab/ab:1.."), "error.text.character");
  EXPECT_EQ(key_of("2x2n2:ab,b"), "error.map.lines");
  EXPECT_EQ(key_of("2x2n2:zzzzzz,b"), "error.map.lines");
  EXPECT_EQ(key_of("2x2n2:cbx"), "error.map.lines");
  EXPECT_EQ(key_of("2x2n2:cb"), "error.text.ends");
  EXPECT_EQ(key_of("2x2n3:cb,c"), "error.map.count");
  EXPECT_EQ(key_of("2x2n2:cb,c"), "error.map.colours");
  EXPECT_EQ(key_of("2x2n2:cb,1"), "error.map.colours");
  EXPECT_EQ(key_of("2x2n2:cb,14"), "error.text.character");
  EXPECT_EQ(key_of("2x2n2:cb,b"), "");
  std::string many = "60x60:";
  for (int i = 0; i < 60 * 60; ++i) {
    if (i > 0 && i % 60 == 0) many += '/';
    many += (i / 60 + i) % 2 == 0 ? 'a' : 'b';
  }
  EXPECT_EQ(key_of(many), "error.map.regions");
  EXPECT_EQ(map().parse("2x2:ab/ab:33").problem(),
            (Problem{"error.map.conflict", {{"row1", "1"}, {"column1", "1"}, {"row2", "1"}, {"column2", "2"}}}));
}

TEST(Map, GeneratesOneSolutionFromASeed) {
  for (const Size& size : map().sizes) {
    for (const Level level : {Level::easy, Level::medium, Level::hard}) {
      for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        const std::string text = map().make(size, level, seed);
        const Puzzle puzzle = testing::puzzle_of(text, "map");
        EXPECT_EQ(puzzle.size, size);
        EXPECT_TRUE(has_one_solution(puzzle.model, 100000)) << text;
      }
    }
  }
  EXPECT_EQ(map().generate("6x5n8", Level::hard, 1).value(), "6x5:aabbcc/aadecc/dddeff/ggdhhf/ggghhf:4.3..23.");
  EXPECT_FALSE(map().generate("7x7n7", Level::hard, 1).ok());
}

}  // namespace
}  // namespace fastslow
