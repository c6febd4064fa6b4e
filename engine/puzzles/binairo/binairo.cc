// How it lowers: a variable of two values for each square (1 is black). A row or column is a cardinality of exactly
// half its squares, and every three neighbours are one of 1 to 2, which forbids three whites as well as three blacks.
// That two lines differ cannot be said over their squares alone: hidden variables say at which places the first is
// black and the second white (declare_difference). As both have as many blacks, they differ exactly if there is such a
// place.
//
// The generator fills a board whose lines all differ, so that the rule "unique" may be switched on and off without
// changing the solution, and then leaves values out under the weaker rules.
#include "puzzles/binairo/binairo.h"

#include <algorithm>
#include <string_view>

#include "core/index.h"
#include "core/random.h"
#include "core/search.h"
#include "puzzles/common/reduce.h"
#include "puzzles/common/squares.h"

namespace fastslow::puzzles::binairo {
namespace {

constexpr int kSmallest = 4;
constexpr int kLargest = 50;
// Where no two lines may be equal: a side of 30 would have 26,100 hidden variables, and thinking takes seconds.
constexpr int kLargestUnique = 20;
constexpr std::string_view kSymbols = ".01";
constexpr std::string_view kUnique = "unique";

struct BinairoText {
  Extent extent;
  bool unique = false;
  std::vector<int> values;
  std::string_view format = "line";
};

using Line = std::vector<VariableId>;

std::vector<Line> rows_of(Extent extent) {
  std::vector<Line> rows(at(extent.height));
  for (int i = 0; i < extent.width * extent.height; ++i) rows[at(i / extent.width)].push_back(i);
  return rows;
}

std::vector<Line> columns_of(Extent extent) {
  std::vector<Line> columns(at(extent.width));
  for (int i = 0; i < extent.width * extent.height; ++i) {
    columns[at(i % extent.width)].push_back(i);
  }
  return columns;
}

void declare_lines(Model& model, const std::vector<Line>& lines, bool across) {
  for (std::size_t n = 0; n < lines.size(); ++n) {
    const Line& line = lines[n];
    const int half = static_cast<int>(line.size()) / 2;
    const int number = static_cast<int>(n);
    model.add_cardinality({across ? "unit.binairo.row" : "unit.binairo.column", {{"n", number + 1}}}, ones(model, line),
                          half, half);
    for (int from = 0; from + 2 < static_cast<int>(line.size()); ++from) {
      const Line three(line.begin() + from, line.begin() + from + 3);
      model.add_cardinality(across ? across_name("unit.binairo.three_across", number, from, from + 2)
                                   : down_name("unit.binairo.three_down", number, from, from + 2),
                            ones(model, three), 1, 2);
    }
  }
}

// Two lines with as many black discs each differ exactly if somewhere the first is black where the second is white. A
// hidden variable for each place says whether that is so there.
void declare_difference(Model& model, const Name& name, const Line& first, const Line& second) {
  std::vector<Literal> somewhere;
  for (std::size_t i = 0; i < first.size(); ++i) {
    const VariableId here = model.add_hidden(name, 0, 1);
    // Black above white, 1 - 0, fits the bounds with here = 1 only; every other pair with here = 0 only.
    model.add_linear(name, {first[i], second[i], here}, {1, -1, -2}, -1, 0);
    somewhere.push_back(model.literal(here, 1));
  }
  model.add_clause(name, somewhere);
}

// Every two lines of one direction. With the other direction that makes n * n * (n - 1) hidden variables on a board of
// side n: 900 on 10x10.
void declare_differences(Model& model, const std::vector<Line>& lines, const char* key) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (std::size_t j = i + 1; j < lines.size(); ++j) {
      const Name name{key, {{"n", static_cast<int>(i) + 1}, {"m", static_cast<int>(j) + 1}}};
      declare_difference(model, name, lines[i], lines[j]);
    }
  }
}

Puzzle declare(const BinairoText& text) {
  Puzzle puzzle;
  puzzle.family = "binairo";
  puzzle.format = text.format;
  puzzle.size = grid_size(text.extent.width, text.extent.height);
  puzzle.switchable = {std::string(kUnique)};
  const std::vector<Line> rows = rows_of(text.extent);
  const std::vector<Line> columns = columns_of(text.extent);
  declare_squares(puzzle.model, text.extent);
  declare_lines(puzzle.model, rows, true);
  declare_lines(puzzle.model, columns, false);
  if (text.unique) {
    puzzle.rules = {std::string(kUnique)};
    declare_differences(puzzle.model, rows, "unit.binairo.rows");
    declare_differences(puzzle.model, columns, "unit.binairo.columns");
  }
  add_known(puzzle.model, text.values);
  puzzle.layout = lay_out_squares(text.extent, "glyph.white", "glyph.black");
  return puzzle;
}

BinairoText text_of(const Puzzle& puzzle, const State& state) {
  return {{puzzle.layout.columns, puzzle.layout.rows}, !puzzle.rules.empty(), known_values(puzzle.model, state)};
}

std::string write(const BinairoText& text) {
  const std::string head = write_extent(text.extent) + (text.unique ? "u:" : ":");
  if (text.format == "tatham") return head + write_letter_runs(text.values);
  std::string squares;
  for (const int value : text.values) squares += kSymbols[at(value + 1)];
  return head + squares;
}

// After the size: "u", and a difficulty as in "8x8udn", which says nothing about the rules.
std::optional<Problem> read_params(Scanner& scan, bool& unique) {
  unique = scan.take('u');
  if (scan.take('d')) scan.next();
  if (!scan.take(':')) return scan.unexpected();
  return std::nullopt;
}

Result<std::vector<int>> read_line(Scanner& scan, std::size_t count) {
  std::vector<int> values;
  while (values.size() < count) {
    const auto symbol = scan.done() ? std::string_view::npos : kSymbols.find(scan.peek());
    if (symbol == std::string_view::npos) return scan.unexpected();
    values.push_back(static_cast<int>(symbol) - 1);
    scan.next();
  }
  if (!scan.done()) return scan.unexpected();
  return values;
}

std::optional<Problem> check_unique(const BinairoText& text) {
  const bool fits = std::max(text.extent.width, text.extent.height) <= kLargestUnique;
  if (!text.unique || fits) return std::nullopt;
  return Problem{"error.binairo.unique",
                 {{"size", write_extent(text.extent)}, {"highest", std::to_string(kLargestUnique)}}};
}

Result<Puzzle> parse(std::string_view given) {
  const Result<std::string_view> body = body_of(given);
  if (!body.ok()) return body.problem();
  given = body.value();
  Scanner scan(given);
  const Result<Extent> extent = read_extent(scan, kSmallest, kLargest);
  if (!extent.ok()) return extent.problem();
  BinairoText text{extent.value(), false, {}};
  if (text.extent.width % 2 != 0 || text.extent.height % 2 != 0) {
    return Problem{"error.binairo.odd", {{"size", write_extent(text.extent)}}};
  }
  if (auto problem = read_params(scan, text.unique)) return *problem;
  if (auto problem = check_unique(text)) return *problem;
  // The line form has no letters, so the first character tells the two forms apart.
  const bool letters = (scan.peek() >= 'a' && scan.peek() <= 'z') || (scan.peek() >= 'A' && scan.peek() <= 'Z');
  if (letters) text.format = "tatham";
  Result<std::vector<int>> values =
      letters ? read_letter_runs(scan, text.extent.count()) : read_line(scan, text.extent.count());
  if (!values.ok()) return values.problem();
  text.values = std::move(values.value());
  Puzzle puzzle = declare(text);
  if (auto problem = conflict_on_board(puzzle.model)) return *problem;
  return puzzle;
}

std::string format(const Puzzle& puzzle, const State& state, std::string_view format) {
  BinairoText text = text_of(puzzle, state);
  text.format = format;
  return write(text);
}

Result<Puzzle> switch_rule(const Puzzle& puzzle, std::string_view rule, bool on) {
  if (rule != kUnique) return Problem{"error.rule.unknown", {{"rule", excerpt(rule)}}};
  BinairoText text = text_of(puzzle, initial_state(puzzle.model));
  text.unique = on;
  if (auto problem = check_unique(text)) return *problem;
  Puzzle switched = declare(text);
  switched.format = puzzle.format;
  if (auto problem = conflict_on_board(switched.model)) return *problem;
  return switched;
}

constexpr std::uint64_t kMaxNodesPerClue = 300;
constexpr std::uint64_t kMaxNodesPerBoard = 2000;

// A full board whose lines all differ. Searches in random order have heavy tails: most end soon, a few get lost. To
// begin again with other choices is cheaper than to wait (Gomes, Selman and Kautz, "Boosting Combinatorial Search
// Through Randomization", 1998).
std::vector<Literal> random_board(Extent extent, Random& random) {
  const Puzzle blank = declare({extent, true, {}});
  for (;;) {
    const SearchResult found =
        search(blank.model, {}, {.limit = 1, .max_nodes = kMaxNodesPerBoard, .value_order = &random});
    if (!found.solutions.empty()) return found.solutions.front();
  }
}

std::string make(const Size& size, Level level, std::uint64_t seed) {
  BinairoText text{{size.width, size.height}, false, {}};
  Random random(seed);
  const Puzzle blank = declare(text);
  std::vector<Literal> solution = random_board(text.extent, random);
  // The hidden variables of the rule come after the squares, and the blank board has none.
  solution.resize(text.extent.count());
  const std::vector<bool> kept = reduce_givens(blank.model, solution, level, random, kMaxNodesPerClue);
  text.values.assign(solution.size(), kUnknown);
  for (std::size_t i = 0; i < solution.size(); ++i) {
    if (kept[i]) text.values[i] = blank.model.value_of(solution[i]);
  }
  return write(text);
}

}  // namespace

Family family() {
  return {.id = "binairo",
          .icon = "discs",
          .sizes = square_sizes({4, 6, 8, 10}),
          .formats = {"line", "tatham"},
          .rules = {std::string(kUnique)},
          .parse = parse,
          .format = format,
          .make = make,
          .switch_rule = switch_rule};
}

}  // namespace fastslow::puzzles::binairo
