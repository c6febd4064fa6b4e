#include "puzzles/map/text.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "core/index.h"
#include "puzzles/common/scan.h"

namespace fastslow::puzzles::map {
namespace {

constexpr int kMaxSide = 60;
constexpr int kMaxRegions = 400;

// Union-find, with paths halved on the way (Tarjan and van Leeuwen, 1984). The smaller root stays, so each set is known
// by its first square.
class Sets {
 public:
  explicit Sets(int count) : parent_(at(count)) { std::iota(parent_.begin(), parent_.end(), 0); }

  int first(int i) {
    while (parent_[at(i)] != i) {
      parent_[at(i)] = parent_[at(parent_[at(i)])];
      i = parent_[at(i)];
    }
    return i;
  }
  void join(int a, int b) {
    a = first(a);
    b = first(b);
    parent_[at(std::max(a, b))] = std::min(a, b);
  }

 private:
  std::vector<int> parent_;
};

// Where two squares meet: first all that lie one above the other, row by row, then all side by side, column by
// column. The order of Tatham's game IDs.
void for_each_meeting(int width, int height, const std::function<void(int, int)>& visit) {
  for (int square = 0; square < width * (height - 1); ++square) visit(square, square + width);
  for (int column = 0; column + 1 < width; ++column) {
    for (int row = 0; row < height; ++row) visit(row * width + column, row * width + column + 1);
  }
}

// Regions get their numbers in the order of their first squares.
RegionMap numbered(int width, int height, Sets& sets) {
  RegionMap map{width, height, 0, std::vector<int>(at(width * height), -1)};
  for (int i = 0; i < width * height; ++i) {
    const int first = sets.first(i);
    map.region_of[at(i)] = first == i ? map.regions++ : map.region_of[at(first)];
  }
  return map;
}

std::optional<Problem> refuse_regions(int regions) {
  if (regions <= kMaxRegions) return std::nullopt;
  return Problem{"error.map.regions", {{"count", std::to_string(regions)}, {"limit", std::to_string(kMaxRegions)}}};
}

std::optional<Problem> read_size(Scanner& scanner, MapText& text) {
  const auto width = scanner.number(9999);
  const bool by = scanner.take('x');
  const auto height = scanner.number(9999);
  if (!width || !by || !height) return Problem{"error.map.size", {}};
  if (*width < 1 || *height < 1 || *width > kMaxSide || *height > kMaxSide) {
    const std::string size = std::to_string(*width) + "x" + std::to_string(*height);
    return Problem{"error.map.side", {{"size", size}, {"limit", std::to_string(kMaxSide)}}};
  }
  text.map.width = *width;
  text.map.height = *height;
  return std::nullopt;
}

// A letter that falls apart although others are left: is it one territory with an exclave, or two? Neither is guessed.
std::optional<Problem> refuse_apart(const MapText& text, const std::vector<int>& letters) {
  if (std::set<int>(letters.begin(), letters.end()).size() == 26) return std::nullopt;
  std::map<int, int> region_of;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const int region = text.map.region_of[i];
    if (region_of.emplace(letters[i], region).first->second == region) continue;
    return Problem{"error.map.apart",
                   {{"letter", std::string(1, static_cast<char>(letters[i]))},
                    {"row", std::to_string(static_cast<int>(i) / text.map.width + 1)},
                    {"column", std::to_string(static_cast<int>(i) % text.map.width + 1)}}};
  }
  return std::nullopt;
}

// Squares of one letter that touch are one region. Where all 26 letters are in use, one may be used again far apart, so
// that they are enough for many regions.
std::optional<Problem> read_grid(Scanner& scanner, MapText& text) {
  std::vector<int> letters;
  for (int row = 0; row < text.map.height; ++row) {
    if (row > 0 && !scanner.take('/')) return scanner.unexpected();
    for (int column = 0; column < text.map.width; ++column) {
      if (scanner.peek() < 'a' || scanner.peek() > 'z') return scanner.unexpected();
      letters.push_back(scanner.next());
    }
  }
  text.map = regions_of(text.map.width, text.map.height, letters);
  if (auto problem = refuse_regions(text.map.regions)) return problem;
  if (auto problem = refuse_apart(text, letters)) return problem;
  text.colours.assign(at(text.map.regions), 0);
  if (scanner.done()) return std::nullopt;
  if (!scanner.take(':')) return scanner.unexpected();
  for (int& colour : text.colours) {
    const char c = scanner.peek();
    if (c != '.' && (c < '1' || c > '0' + kMapColours)) return scanner.unexpected();
    colour = c == '.' ? 0 : c - '0';
    scanner.next();
  }
  return scanner.done() ? std::nullopt : std::optional(scanner.unexpected());
}

// Runs of "no line" and "line" in turn, a = 1; 'z' stands for 25 places after which the run goes on. The first run
// begins one place before the map, where there is no line: so no run is empty, even if the map begins with a line.
std::optional<Problem> read_lines(Scanner& scanner, MapText& text) {
  const int width = text.map.width;
  const int height = text.map.height;
  const std::size_t expected = at(width * (height - 1) + (width - 1) * height) + 1;
  std::vector<bool> lines;
  bool line = false;
  while (scanner.peek() >= 'a' && scanner.peek() <= 'z') {
    const char c = scanner.next();
    lines.insert(lines.end(), c == 'z' ? 25 : at(c - 'a' + 1), line);
    if (lines.size() > expected) return Problem{"error.map.lines", {}};
    if (c != 'z') line = !line;
  }
  if (scanner.peek() != ',') return scanner.unexpected();
  if (lines.size() < expected) return Problem{"error.map.lines", {}};
  Sets sets(width * height);
  std::size_t next = 1;
  for_each_meeting(width, height, [&](int a, int b) {
    if (!lines[next++]) sets.join(a, b);
  });
  text.map = numbered(width, height, sets);
  return std::nullopt;
}

// Colours 0-3 and gaps, a = one region without a colour. Here 'z' is a gap of 26, as gaps may follow each other.
std::optional<Problem> read_colours(Scanner& scanner, MapText& text) {
  text.colours.clear();
  while (!scanner.done()) {
    const char c = scanner.peek();
    if (c >= '0' && c < '0' + kMapColours) {
      text.colours.push_back(c - '0' + 1);
    } else if (c >= 'a' && c <= 'z') {
      text.colours.insert(text.colours.end(), at(c - 'a' + 1), 0);
    } else {
      return scanner.unexpected();
    }
    scanner.next();
    if (text.colours.size() > at(text.map.regions)) break;
  }
  if (text.colours.size() == at(text.map.regions)) return std::nullopt;
  return Problem{"error.map.colours", {{"expected", std::to_string(text.map.regions)}}};
}

std::optional<Problem> read_tatham(Scanner& scanner, MapText& text) {
  const auto regions = scanner.number(9999);
  if (!regions) return Problem{"error.map.size", {}};
  // The difficulty; a description does not need it.
  if (scanner.take('d')) scanner.next();
  if (!scanner.take(':')) return scanner.unexpected();
  if (auto problem = read_lines(scanner, text)) return problem;
  scanner.take(',');
  if (text.map.regions != *regions) {
    return Problem{"error.map.count",
                   {{"expected", std::to_string(*regions)}, {"count", std::to_string(text.map.regions)}}};
  }
  if (auto problem = refuse_regions(text.map.regions)) return problem;
  return read_colours(scanner, text);
}

// A letter for each region, the next in the alphabet that no neighbour has.
std::vector<char> letters_of(const RegionMap& map) {
  std::vector<std::set<int>> taken(at(map.regions));
  std::vector<char> letters;
  const auto neighbours = neighbours_of(map);
  for (int region = 0; region < map.regions; ++region) {
    int letter = region % 26;
    for (int tries = 0; tries < 26 && taken[at(region)].contains(letter); ++tries) letter = (letter + 1) % 26;
    letters.push_back(static_cast<char>('a' + letter));
    for (const auto& [a, b] : neighbours) {
      if (a == region) taken[at(b)].insert(letter);
    }
  }
  return letters;
}

std::string write_lines(const RegionMap& map) {
  std::string text;
  int run = 1;
  bool line = false;
  for_each_meeting(map.width, map.height, [&](int a, int b) {
    const bool differs = map.region_of[at(a)] != map.region_of[at(b)];
    if (differs != line) {
      text += static_cast<char>('a' + run - 1);
      run = 0;
      line = differs;
    } else if (run == 25) {
      text += 'z';
      run = 0;
    }
    ++run;
  });
  return text + static_cast<char>('a' + run - 1);
}

std::string write_tatham(const MapText& text) {
  std::string out = map_size(text.map.width, text.map.height, text.map.regions).id + ":" + write_lines(text.map) + ",";
  int run = 0;
  const auto end_run = [&] {
    if (run > 0) out += static_cast<char>('a' + run - 1);
    run = 0;
  };
  for (const int colour : text.colours) {
    if (colour != 0 || run == 26) end_run();
    if (colour == 0) {
      ++run;
    } else {
      out += static_cast<char>('0' + colour - 1);
    }
  }
  end_run();
  return out;
}

std::string write_grid(const MapText& text) {
  const std::vector<char> letters = letters_of(text.map);
  std::string out = std::to_string(text.map.width) + "x" + std::to_string(text.map.height) + ":";
  for (int row = 0; row < text.map.height; ++row) {
    if (row > 0) out += '/';
    for (int column = 0; column < text.map.width; ++column) out += letters[at(text.map.at(row, column))];
  }
  out += ':';
  for (const int colour : text.colours) out += colour == 0 ? '.' : static_cast<char>('0' + colour);
  return out;
}

}  // namespace

RegionMap regions_of(int width, int height, const std::vector<int>& marks) {
  Sets sets(width * height);
  for_each_meeting(width, height, [&](int a, int b) {
    if (marks[at(a)] == marks[at(b)]) sets.join(a, b);
  });
  return numbered(width, height, sets);
}

std::vector<std::pair<int, int>> neighbours_of(const RegionMap& map) {
  std::set<std::pair<int, int>> pairs;
  for_each_meeting(map.width, map.height, [&](int a, int b) {
    const auto [low, high] = std::minmax(map.region_of[at(a)], map.region_of[at(b)]);
    if (low != high) pairs.emplace(low, high);
  });
  return {pairs.begin(), pairs.end()};
}

Size map_size(int width, int height, int regions) {
  Size size = grid_size(width, height);
  size.id += "n" + std::to_string(regions);
  size.count = regions;
  return size;
}

Result<MapText> read_map(std::string_view input) {
  const Result<std::string_view> body = body_of(input);
  if (!body.ok()) return body.problem();
  Scanner scanner(body.value());
  MapText text;
  if (auto problem = read_size(scanner, text)) return *problem;
  const bool tatham = scanner.take('n');
  text.format = tatham ? "tatham" : "grid";
  if (!tatham && !scanner.take(':')) return scanner.unexpected();
  if (auto problem = tatham ? read_tatham(scanner, text) : read_grid(scanner, text)) return *problem;
  return text;
}

std::string write_map(const MapText& text) { return text.format == "tatham" ? write_tatham(text) : write_grid(text); }

}  // namespace fastslow::puzzles::map
