// How it lowers: a variable of four values for each region, and neighbours differ. Two by two that is weak: of four
// regions that all touch each other the pairs do not show at once that every colour is used, so these are told as one
// `all_different` (a clique), and their pairs are not told again. Nothing is hidden.
//
// The generator grows regions from random squares, colours them by search and leaves colours out. It makes a number of
// maps and keeps the one that gives the fewest colours away, as most small maps need nearly all of them.
#include "puzzles/map/map.h"

#include <algorithm>
#include <any>
#include <array>
#include <optional>
#include <utility>

#include "core/index.h"
#include "core/random.h"
#include "core/search.h"
#include "puzzles/common/reduce.h"
#include "puzzles/map/text.h"

namespace fastslow::puzzles::map {
namespace {

// Where the colour of each region is written: the square with most of its region around it.
std::vector<Square> marked_squares(const RegionMap& map) {
  std::vector<Square> squares(at(map.regions));
  std::vector<int> best(at(map.regions), -1);
  for (int row = 0; row < map.height; ++row) {
    for (int column = 0; column < map.width; ++column) {
      const int region = map.at(row, column);
      int around = 0;
      for (int r = std::max(row - 1, 0); r <= std::min(row + 1, map.height - 1); ++r) {
        for (int c = std::max(column - 1, 0); c <= std::min(column + 1, map.width - 1); ++c) {
          if (map.at(r, c) == region) around += r == row || c == column ? 3 : 1;
        }
      }
      if (around <= best[at(region)]) continue;
      best[at(region)] = around;
      squares[at(region)] = {row, column};
    }
  }
  return squares;
}

constexpr std::array<const char*, 4> kRegionArguments = {"a", "b", "c", "d"};

Name border_name(const std::vector<int>& regions) {
  Name name{regions.size() == 2 ? "unit.border" : "unit.foursome", {}};
  for (std::size_t i = 0; i < regions.size(); ++i) name.args[kRegionArguments[i]] = regions[i] + 1;
  return name;
}

// Neighbours differ. Four regions that all touch each other need all four colours, which says more than their
// borders one by one; three that do say no more than theirs, and two are easier to point at.
void declare_rules(Model& model, const RegionMap& map) {
  for (int region = 0; region < map.regions; ++region) {
    model.add_variable({"cell.region", {{"n", region + 1}}}, 1, kMapColours);
  }
  const auto pairs = neighbours_of(map);
  std::vector<std::vector<bool>> touch(at(map.regions), std::vector<bool>(at(map.regions), false));
  std::vector<std::vector<int>> after(at(map.regions));  // neighbours with a higher number
  for (const auto& [a, b] : pairs) {
    touch[at(a)][at(b)] = true;
    after[at(a)].push_back(b);
  }
  auto untold = touch;
  const auto tell = [&](const std::vector<int>& regions) {
    for (const int a : regions) {
      for (const int b : regions) untold[at(a)][at(b)] = false;
    }
    model.add_all_different(border_name(regions), regions);
  };
  for (const auto& [a, b] : pairs) {
    for (const int c : after[at(b)]) {
      for (const int d : after[at(c)]) {
        // Numbers ascend from a to d, so each foursome is met once. Five regions that all touch each other there are
        // not: no planar graph has them.
        if (touch[at(a)][at(c)] && touch[at(a)][at(d)] && touch[at(b)][at(d)]) tell({a, b, c, d});
      }
    }
  }
  for (const auto& [a, b] : pairs) {
    if (untold[at(a)][at(b)]) tell({a, b});
  }
}

// The lines between regions and around the map, each as long as it runs straight.
std::vector<Border> outlines(const RegionMap& map) {
  const auto region = [&map](int row, int column) {
    const bool inside = row >= 0 && column >= 0 && row < map.height && column < map.width;
    return inside ? map.at(row, column) : -1;
  };
  std::vector<Border> borders;
  for (int row = 0; row <= map.height; ++row) {
    for (int column = 0, start = 0; column <= map.width; ++column) {
      if (column < map.width && region(row - 1, column) != region(row, column)) continue;
      if (start < column) borders.push_back({row, start, row, column});
      start = column + 1;
    }
  }
  for (int column = 0; column <= map.width; ++column) {
    for (int row = 0, start = 0; row <= map.height; ++row) {
      if (row < map.height && region(row, column - 1) != region(row, column)) continue;
      if (start < row) borders.push_back({start, column, row, column});
      start = row + 1;
    }
  }
  return borders;
}

// Regions are numbered on the board, because proofs call them by their numbers.
Layout lay_out(const RegionMap& map) {
  const std::vector<Square> marks = marked_squares(map);
  Layout layout;
  layout.rows = map.height;
  layout.columns = map.width;
  for (int region = 0; region < map.regions; ++region) {
    const auto [row, column] = marks[at(region)];
    layout.cells.push_back({region, row, column, {}});
    layout.labels.push_back(
        {static_cast<double>(row), static_cast<double>(column), std::to_string(region + 1), "corner", {}});
  }
  for (int row = 0; row < map.height; ++row) {
    for (int column = 0; column < map.width; ++column) {
      layout.cells[at(map.at(row, column))].squares.push_back({row, column});
    }
  }
  layout.borders = outlines(map);
  layout.symbols = {"glyph.color1", "glyph.color2", "glyph.color3", "glyph.color4"};
  return layout;
}

Puzzle declare(const MapText& text) {
  Puzzle puzzle;
  puzzle.family = "map";
  puzzle.format = text.format;
  puzzle.size = map_size(text.map.width, text.map.height, text.map.regions);
  declare_rules(puzzle.model, text.map);
  for (int region = 0; region < text.map.regions; ++region) {
    const int colour = text.colours[at(region)];
    if (colour != 0) puzzle.model.add_given(puzzle.model.literal(region, colour));
  }
  puzzle.layout = lay_out(text.map);
  puzzle.source = text;
  return puzzle;
}

Result<Puzzle> parse(std::string_view input) {
  const Result<MapText> read = read_map(input);
  if (!read.ok()) return read.problem();
  const MapText& text = read.value();
  for (const auto& [a, b] : neighbours_of(text.map)) {
    if (text.colours[at(a)] == 0 || text.colours[at(a)] != text.colours[at(b)]) continue;
    const std::vector<Square> marks = marked_squares(text.map);
    return Problem{"error.map.conflict",
                   {{"row1", std::to_string(marks[at(a)].row + 1)},
                    {"column1", std::to_string(marks[at(a)].column + 1)},
                    {"row2", std::to_string(marks[at(b)].row + 1)},
                    {"column2", std::to_string(marks[at(b)].column + 1)}}};
  }
  return declare(text);
}

std::string format(const Puzzle& puzzle, const State& state, std::string_view format) {
  auto text = std::any_cast<MapText>(puzzle.source);
  text.format = format;
  for (VariableId v = 0; v < puzzle.model.variable_count(); ++v) {
    text.colours[at(v)] = placed_value(puzzle.model, state, v).value_or(0);
  }
  return write_map(text);
}

// Regions grow from random squares, a square at a time; the smaller of two draws goes first, so that none is left tiny.
RegionMap grow(const Size& size, Random& random) {
  const int squares = size.width * size.height;
  std::vector<int> owner(at(squares), -1);
  std::vector<int> area(at(size.count), 1);
  std::vector<int> order(at(squares));
  for (int i = 0; i < squares; ++i) order[at(i)] = i;
  random.shuffle(order);
  for (int i = 0; i < size.count; ++i) owner[at(order[at(i)])] = i;
  const auto free_beside = [&](int region) {
    std::vector<int> found;
    for (int i = 0; i < squares; ++i) {
      if (owner[at(i)] != -1) continue;
      const int column = i % size.width;
      const int mine = (i >= size.width && owner[at(i - size.width)] == region ? 1 : 0) +
                       (i + size.width < squares && owner[at(i + size.width)] == region ? 1 : 0) +
                       (column > 0 && owner[at(i - 1)] == region ? 1 : 0) +
                       (column + 1 < size.width && owner[at(i + 1)] == region ? 1 : 0);
      found.insert(found.end(), at(mine), i);  // the more sides touch, the likelier: rounder shapes
    }
    return found;
  };
  for (int left = squares - size.count; left > 0;) {
    const int a = random.below(size.count);
    const int b = random.below(size.count);
    const int region = area[at(a)] <= area[at(b)] ? a : b;
    const std::vector<int> choice = free_beside(region);
    if (choice.empty()) {
      ++area[at(region)];  // walled in: drawn less and less often
      continue;
    }
    owner[at(choice[at(random.below(static_cast<int>(choice.size())))])] = region;
    ++area[at(region)];
    --left;
  }
  return regions_of(size.width, size.height, owner);
}

constexpr std::uint64_t kMaxNodes = 2000;

// A random map, coloured in one way, with as few colours given as the level wants.
std::optional<MapText> draw(const Size& size, Level level, Random& random) {
  MapText text{grow(size, random), std::vector<int>(at(size.count), 0), "grid"};
  const Puzzle blank = declare(text);
  const SearchResult coloured = search(blank.model, {}, {.limit = 1, .max_nodes = kMaxNodes, .value_order = &random});
  if (coloured.solutions.empty()) return std::nullopt;
  const std::vector<Literal>& solution = coloured.solutions.front();
  const std::vector<bool> kept = reduce_givens(blank.model, solution, level, random, kMaxNodes);
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (kept[i]) text.colours[i] = blank.model.value_of(solution[i]);
  }
  return text;
}

// Most small maps need nearly all their colours given; the one that needs the fewest is the one to play.
constexpr int kDraws = 24;

std::string make(const Size& size, Level level, std::uint64_t seed) {
  Random random(seed);
  std::optional<MapText> best;
  const auto open = [](const MapText& text) { return std::count(text.colours.begin(), text.colours.end(), 0); };
  for (int draws = 0; draws < kDraws || !best; ++draws) {
    std::optional<MapText> text = draw(size, level, random);
    if (text && (!best || open(*text) > open(*best))) best = std::move(text);
  }
  return write_map(*best);
}

}  // namespace

Family family() {
  return {.id = "map",
          .icon = "map",
          .sizes = {map_size(6, 5, 8), map_size(10, 8, 15), map_size(15, 12, 25), map_size(20, 15, 30)},
          .formats = {"grid", "tatham"},
          .parse = parse,
          .format = format,
          .make = make};
}

}  // namespace fastslow::puzzles::map
