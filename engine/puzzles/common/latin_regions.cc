#include "puzzles/common/latin_regions.h"

#include <algorithm>
#include <set>

#include "core/index.h"

namespace fastslow::puzzles {
namespace {

constexpr int kLetters = 26;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// A letter for each region: its own while they last, then any that no neighbour has.
std::vector<int> letters_of(const Regions& regions, int side) {
  const auto members = cells_by_region(regions);
  std::vector<int> letters;
  for (const auto& cells : members) {
    const int own = static_cast<int>(letters.size());
    std::set<int> taken;
    for (const int cell : cells) {
      for (const int next : neighbours(cell, side)) {
        const int other = regions[at(next)];
        if (other != kNoRegion && other < own) taken.insert(letters[at(other)]);
      }
    }
    int letter = members.size() <= kLetters ? own : 0;
    while (taken.contains(letter)) ++letter;
    letters.push_back(letter);
  }
  return letters;
}

// The two cells at a place where a line may be, in the order of the game IDs.
struct Seam {
  int first = 0;
  int second = 0;
};

int count_seams(int side) { return 2 * side * (side - 1); }

// Lines between neighbours of a row come first, row by row; then those between neighbours of a column, column by
// column.
Seam seam(int place, int side) {
  const int within = place % (side - 1);
  const int line = place / (side - 1);
  if (line < side) return {line * side + within, line * side + within + 1};
  return {within * side + line - side, (within + 1) * side + line - side};
}

}  // namespace

int count_regions(const Regions& regions) { return *std::max_element(regions.begin(), regions.end()) + 1; }

std::vector<std::vector<int>> cells_by_region(const Regions& regions) {
  std::vector<std::vector<int>> cells(at(count_regions(regions)));
  for (std::size_t i = 0; i < regions.size(); ++i) {
    if (regions[i] != kNoRegion) cells[at(regions[i])].push_back(static_cast<int>(i));
  }
  return cells;
}

std::vector<Square> squares_of(const std::vector<int>& cells, int side) {
  std::vector<Square> squares;
  for (const int cell : cells) squares.push_back({cell / side, cell % side});
  return squares;
}

// Above, left, right, below: the order is part of what a seed means, as the generators draw from this list.
std::vector<int> neighbours(int cell, int side) {
  std::vector<int> found;
  if (cell >= side) found.push_back(cell - side);
  if (cell % side > 0) found.push_back(cell - 1);
  if (cell % side + 1 < side) found.push_back(cell + 1);
  if (cell / side + 1 < side) found.push_back(cell + side);
  return found;
}

// A flood from each cell in reading order, so that regions are numbered by their first cell whoever made them. Two
// boards with the same regions are therefore equal as they stand. A cell that is not together with itself belongs to no
// region.
Regions connect(int side, const std::function<bool(int, int)>& together) {
  Regions regions(at(side * side), kNoRegion);
  int count = 0;
  for (int start = 0; start < side * side; ++start) {
    if (regions[at(start)] != kNoRegion || !together(start, start)) continue;
    std::vector<int> open = {start};
    regions[at(start)] = count;
    while (!open.empty()) {
      const int cell = open.back();
      open.pop_back();
      for (const int next : neighbours(cell, side)) {
        if (regions[at(next)] != kNoRegion || !together(cell, next)) continue;
        regions[at(next)] = count;
        open.push_back(next);
      }
    }
    ++count;
  }
  return regions;
}

// A letter only says what belongs together with its neighbours. One letter may stand for several regions that do not
// touch, which is why they are found by a flood and not by their letter.
Result<Regions> read_regions(Scanner& scan, int side, bool gaps) {
  std::string letters;
  for (int cell = 0; cell < side * side; ++cell) {
    if (cell > 0 && cell % side == 0 && !scan.take('/')) return scan.unexpected();
    if (!is_letter(scan.peek()) && !(gaps && scan.peek() == '.')) return scan.unexpected();
    letters += scan.next();
  }
  return connect(side, [&](int a, int b) { return letters[at(a)] != '.' && letters[at(a)] == letters[at(b)]; });
}

std::string write_regions(const Regions& regions, int side) {
  const std::vector<int> letters = letters_of(regions, side);
  std::string out;
  for (int cell = 0; cell < side * side; ++cell) {
    if (cell > 0 && cell % side == 0) out += '/';
    const int region = regions[at(cell)];
    const int letter = region == kNoRegion ? 0 : letters[at(region)];
    out += region == kNoRegion ? '.' : static_cast<char>(letter < kLetters ? 'a' + letter : 'A' + letter - kLetters);
  }
  return out;
}

// Every round takes a cell that has no region yet, so it ends with all of them placed. The region grows to a size that
// was drawn, or stops where no free neighbour may join. A cell that stayed alone is handed to a neighbour if one has
// room; if none has, it stays a region of one.
Regions random_regions(int side, int largest, Random& random, const MayJoin& may_join) {
  Regions regions(at(side * side), kNoRegion);
  std::vector<std::vector<int>> members;
  std::vector<int> order;
  for (int cell = 0; cell < side * side; ++cell) order.push_back(cell);
  random.shuffle(order);
  const auto join = [&](int cell, int region) {
    members[at(region)].push_back(cell);
    regions[at(cell)] = region;
  };
  for (const int start : order) {
    if (regions[at(start)] != kNoRegion) continue;
    const int wanted = 2 + random.below(largest - 1);
    const int id = static_cast<int>(members.size());
    members.emplace_back();
    join(start, id);
    while (static_cast<int>(members[at(id)].size()) < wanted) {
      std::vector<int> free;
      for (const int cell : members[at(id)]) {
        for (const int next : neighbours(cell, side)) {
          // Once for each member that it touches, so that round shapes are likelier.
          if (regions[at(next)] == kNoRegion && may_join(members[at(id)], next)) free.push_back(next);
        }
      }
      if (free.empty()) break;
      join(free[at(random.below(static_cast<int>(free.size())))], id);
    }
    if (members[at(id)].size() > 1) continue;
    // Left over: it joins a neighbour that has room. Its own region stays behind without a cell; `connect` below
    // numbers anew.
    for (const int next : neighbours(start, side)) {
      const int other = regions[at(next)];
      if (other == kNoRegion || other == id || static_cast<int>(members[at(other)].size()) >= largest) continue;
      if (!may_join(members[at(other)], start)) continue;
      join(start, other);
      break;
    }
  }
  return connect(side, [&](int a, int b) { return regions[at(a)] == regions[at(b)]; });
}

// Numbers with gaps, as in Simon Tatham's game IDs: a letter is a run of empty cells, a for one and z for 26, and an
// underscore parts two numbers that would otherwise read as one.
Result<std::vector<int>> read_sparse(Scanner& scan, std::size_t cells, int highest) {
  const Problem length{"error.tatham.length", {{"expected", std::to_string(cells)}}};
  std::vector<int> values;
  while (!scan.done() && scan.peek() != ',') {
    const std::size_t position = scan.position();
    const char c = scan.peek();
    if (c >= 'a' && c <= 'z') {
      values.insert(values.end(), at(scan.next() - 'a' + 1), 0);
    } else if (c >= '0' && c <= '9') {
      const auto value = scan.number(highest);
      if (!value || *value == 0) return Problem{"error.tatham.number", {{"position", std::to_string(position)}}};
      values.push_back(*value);
    } else if (!scan.take('_')) {
      return scan.unexpected();
    }
    if (values.size() > cells) return length;
  }
  if (values.size() != cells) return length;
  return values;
}

std::string write_sparse(const std::vector<int>& values) {
  std::string out;
  int gap = 0;
  bool after_number = false;
  const auto close_gap = [&] {
    for (; gap > 0; gap -= std::min(gap, kLetters)) {
      out += static_cast<char>('a' + std::min(gap, kLetters) - 1);
      after_number = false;
    }
  };
  for (const int value : values) {
    if (value == 0) {
      ++gap;
      continue;
    }
    close_gap();
    if (after_number) out += '_';
    out += std::to_string(value);
    after_number = true;
  }
  close_gap();
  return out;
}

// Regions as in Simon Tatham's game IDs: a letter says how many places without a line come before the next line. A
// number behind a letter repeats it.
Result<Regions> read_outlines(Scanner& scan, int side) {
  const Problem misfit{"error.tatham.regions", {}};
  const int seams = count_seams(side);
  std::vector<bool> open(at(seams), false);
  int place = 0;
  while (!scan.done() && scan.peek() != ',') {
    const char c = scan.peek();
    if (c != '_' && (c < 'a' || c > 'z')) return scan.unexpected();
    scan.next();
    // 'z': 25 places without a line, and none behind them either.
    const int run = c == '_' ? 0 : std::min(c - 'a' + 1, kLetters - 1);
    for (int times = scan.number(seams + 1).value_or(1); times > 0; --times) {
      if (place + run > seams) return misfit;
      for (int i = 0; i < run; ++i) open[at(place++)] = true;
      if (c != 'z') ++place;
    }
  }
  // The last line is the board's own edge.
  if (place != seams + 1) return misfit;
  std::set<std::pair<int, int>> joined;
  for (int i = 0; i < seams; ++i) {
    if (open[at(i)]) joined.insert({seam(i, side).first, seam(i, side).second});
  }
  return connect(side, [&](int a, int b) { return a == b || joined.contains({std::min(a, b), std::max(a, b)}); });
}

// The same the other way about. With `repeats`, three and more equal letters are written once with their number; a pair
// stays, since it would not become shorter.
std::string write_outlines(const Regions& regions, int side, bool repeats) {
  std::string letters;
  int run = 0;
  for (int place = 0; place <= count_seams(side); ++place) {
    const bool edge = place == count_seams(side);
    const Seam here = edge ? Seam{} : seam(place, side);
    const int region = regions[at(here.first)];
    if (!edge && region != kNoRegion && region == regions[at(here.second)]) {
      ++run;
      continue;
    }
    for (; run > kLetters - 1; run -= kLetters - 1) letters += 'z';
    letters += run == 0 ? '_' : static_cast<char>('a' + run - 1);
    run = 0;
  }
  if (!repeats) return letters;
  std::string out;
  for (std::size_t i = 0; i < letters.size();) {
    const std::size_t end = std::min(letters.find_first_not_of(letters[i], i), letters.size());
    out += end - i <= 2 ? letters.substr(i, end - i) : letters[i] + std::to_string(end - i);
    i = end;
  }
  return out;
}

}  // namespace fastslow::puzzles
