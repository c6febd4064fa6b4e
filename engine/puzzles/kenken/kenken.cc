// How it lowers: a Latin square (common/latin.h) and one rule for each cage: a linear sum for +, for x a table on two
// cells and a product on more, and a table of all ways for -, / and an open operation. A cage of one cell is a given.
//
// The generator cuts a random square into random cages and draws clues for them. A board with several solutions is
// thrown away; after many in vain, the cells that solutions differ in are cut out of their cages one by one, which must
// end: with every cell on its own there is one solution.
#include "puzzles/kenken/kenken.h"

#include <algorithm>
#include <any>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <set>

#include "core/index.h"
#include "core/random.h"
#include "core/search.h"
#include "puzzles/common/latin.h"
#include "puzzles/kenken/text.h"

namespace fastslow::puzzles::kenken {
namespace {

constexpr std::int64_t kTooLarge = std::int64_t{1} << 31;

// Whether the values give the number by the operation (see kenken.h for - and /).
bool gives(char operation, const std::vector<int>& values, int number) {
  std::int64_t sum = 0;
  std::int64_t product = 1;
  std::int64_t largest = 0;
  for (const int value : values) {
    sum += value;
    // Larger than any number that a cage can tell, it is too large, however much.
    product = std::min(product * value, kTooLarge);
    largest = std::max<std::int64_t>(largest, value);
  }
  switch (operation) {
    case '+':
      return sum == number;
    case '-':
      return largest - (sum - largest) == number;
    case 'x':
      return product == number;
    case '/':
      return largest == number * (product / largest);
    default:
      return gives('+', values, number) || gives('-', values, number) || gives('x', values, number) ||
             gives('/', values, number);
  }
}

// All values that so many cells can have together by an operation: tried one cell after the other, given up where what
// is chosen already cannot come to the number any more. That rows and columns repeat no value is not looked at: those
// are rules of their own, and proofs have to name them.
class Ways {
 public:
  Ways(std::size_t cells, int side, int number) : cells_(cells), side_(side), number_(number) {}

  // Nothing if there are more than `most`.
  std::optional<std::vector<std::vector<int>>> find(char operation, std::size_t most) {
    most_ = most;
    const std::string_view operations = operation == kAnyOperation ? "+-x/" : std::string_view(&operation, 1);
    for (const char one : operations) extend(one, 0, 1);
    if (found_.size() > most) return std::nullopt;
    return std::vector<std::vector<int>>(found_.begin(), found_.end());
  }

 private:
  [[nodiscard]] bool hopeless(char operation, std::int64_t sum, std::int64_t product) const {
    const auto left = static_cast<std::int64_t>(cells_ - values_.size());
    switch (operation) {
      case '+':
        return sum + left > number_ || sum + left * side_ < number_;
      case '-':  // twice the largest is the number and the sum of all
        return sum + left + number_ > 2 * static_cast<std::int64_t>(side_);
      case 'x':
        return number_ == 0 || number_ % product != 0;
      default:  // the square of the largest is the number times the product of all
        return number_ == 0 || product * number_ > static_cast<std::int64_t>(side_) * side_;
    }
  }

  void extend(char operation, std::int64_t sum, std::int64_t product) {
    if (hopeless(operation, sum, product) || found_.size() > most_) return;
    if (values_.size() == cells_) {
      if (gives(operation, values_, number_)) found_.insert(values_);
      return;
    }
    for (int value = 1; value <= side_; ++value) {
      values_.push_back(value);
      // A sum and a difference set no bound to the product of many cells, and do not ask for it.
      extend(operation, sum + value, operation == 'x' || operation == '/' ? product * value : 1);
      values_.pop_back();
    }
  }

  std::size_t cells_;
  int side_;
  int number_;
  std::size_t most_ = 0;
  std::vector<int> values_;
  std::set<std::vector<int>> found_;
};

// What is told as a table becomes a hidden variable with a value for each way (core/model.h).
constexpr std::size_t kMaxWays = 5000;

// Two cells are told as a table for everything but +: the prime factors of a product would let through pairs that do
// not fit. So is a larger cage by - or /, of which there are few ways, and one whose operation is open.
bool is_table(const CageClue& clue, std::size_t cells) {
  return clue.operation != '+' && (cells == 2 || clue.operation != 'x') && cells > 1;
}

std::string key_of(const CageClue& clue, std::size_t cells) {
  switch (clue.operation) {
    case '+':
      return "unit.cage.plus";
    case '-':
      return cells == 2 ? "unit.cage.minus" : "unit.cage.minus_all";
    case 'x':
      return "unit.cage.times";
    case '/':
      return cells == 2 ? "unit.cage.divided" : "unit.cage.divided_all";
    default:
      return "unit.cage.open";
  }
}

std::string sign_of(char operation) {
  switch (operation) {
    case '+':
      return "+";
    case '-':
      return "−";
    case 'x':
      return "×";
    case '/':
      return "÷";
    default:
      return "";
  }
}

// One rule a cage. Requires ways to meet it where it is told as a table.
ConstraintId declare_cage(Model& model, const std::vector<int>& cells, const CageClue& clue, int side) {
  Name name = cell_name(cells.front(), side);
  name.key = key_of(clue, cells.size());
  name.args["number"] = clue.number;
  if (is_table(clue, cells.size())) {
    return model.add_table(name, cells, *Ways(cells.size(), side, clue.number).find(clue.operation, kMaxWays));
  }
  if (clue.operation == 'x') return model.add_product(name, cells, clue.number);
  return model.add_linear(name, cells, std::vector<int>(cells.size(), 1), clue.number, clue.number);
}

Puzzle declare(const KenkenText& text) {
  Puzzle puzzle;
  puzzle.family = "kenken";
  puzzle.format = text.format;
  puzzle.size = grid_size(text.side, text.side);
  Model& model = puzzle.model;
  declare_cells(model, text.side);
  declare_lines(model, text.side);
  puzzle.layout = lay_out_square(text.side);
  std::vector<int> values = text.values;
  const auto cages = cells_by_region(text.cages);
  for (std::size_t i = 0; i < cages.size(); ++i) {
    const CageClue& clue = text.clues[i];
    ConstraintId id = -1;
    if (cages[i].size() == 1) {
      values[at(cages[i].front())] = clue.number;
    } else {
      id = declare_cage(model, cages[i], clue, text.side);
      const Square corner = {cages[i].front() / text.side, cages[i].front() % text.side};
      puzzle.layout.labels.push_back({static_cast<double>(corner.row),
                                      static_cast<double>(corner.column),
                                      std::to_string(clue.number) + sign_of(clue.operation),
                                      "corner",
                                      {id}});
    }
    puzzle.layout.cages.push_back({squares_of(cages[i], text.side), id});
  }
  add_givens(model, values);
  puzzle.source = text;
  return puzzle;
}

// A value given for a cage of one cell that the clue contradicts, a cage that no values can meet, or one that too many
// can.
std::optional<Problem> refuse_cages(const KenkenText& text) {
  const auto cages = cells_by_region(text.cages);
  for (std::size_t i = 0; i < cages.size(); ++i) {
    const int first = cages[i].front();
    const CageClue& clue = text.clues[i];
    const int value = text.values[at(first)];
    bool wrong = cages[i].size() == 1 && value != 0 && value != clue.number;
    bool vague = false;
    if (is_table(clue, cages[i].size())) {
      const auto ways = Ways(cages[i].size(), text.side, clue.number).find(clue.operation, kMaxWays);
      vague = !ways;
      wrong = ways && ways->empty();
    }
    if (!wrong && !vague) continue;
    return Problem{vague ? "error.kenken.open" : "error.kenken.cage",
                   {{"row", std::to_string(first / text.side + 1)},
                    {"column", std::to_string(first % text.side + 1)},
                    {"number", std::to_string(clue.number)}}};
  }
  return std::nullopt;
}

Result<Puzzle> parse(std::string_view text) {
  const Result<KenkenText> read = read_kenken(text);
  if (!read.ok()) return read.problem();
  if (auto problem = refuse_cages(read.value())) return *problem;
  Puzzle puzzle = declare(read.value());
  if (auto problem = conflict_of_givens(puzzle.model, "error.kenken.cage")) return *problem;
  return puzzle;
}

std::string format(const Puzzle& puzzle, const State& state, std::string_view format) {
  auto text = std::any_cast<KenkenText>(puzzle.source);
  text.values = values_of(puzzle, state, text.side);
  // A cage of one cell tells its value by itself. A solution is written with every value all the same, unless all cells
  // are such cages.
  const auto cages = cells_by_region(text.cages);
  const bool single = std::all_of(cages.begin(), cages.end(), [](const auto& cells) { return cells.size() == 1; });
  const bool solved = std::find(text.values.begin(), text.values.end(), 0) == text.values.end();
  for (const auto& cells : cages) {
    if (cells.size() == 1 && (single || !solved)) text.values[at(cells.front())] = 0;
  }
  text.format = format;
  return write_kenken(text);
}

// --- generating ------------------------------------------------------------------------

constexpr int kFreshCages = 60;
constexpr std::uint64_t kMaxNodes = 3000;

// What two values give; '/' requires that one divides the other.
int combined(char operation, int a, int b) {
  switch (operation) {
    case '+':
      return a + b;
    case '-':
      return std::abs(a - b);
    case 'x':
      return a * b;
    default:
      return std::max(a, b) / std::min(a, b);
  }
}

CageClue random_clue(const std::vector<int>& cells, const std::vector<int>& solution, Level level, Random& random) {
  CageClue clue;
  if (cells.size() == 2) {
    const int a = solution[at(cells[0])];
    const int b = solution[at(cells[1])];
    // Sums and products give more away than differences.
    const bool hidden = random.below(10) < (level == Level::easy ? 4 : level == Level::medium ? 6 : 8);
    const bool divides = std::max(a, b) % std::min(a, b) == 0;
    clue.operation = hidden ? (divides && random.below(2) == 0 ? '/' : '-') : (random.below(2) == 0 ? 'x' : '+');
    clue.number = combined(clue.operation, a, b);
    return clue;
  }
  int sum = 0;
  int product = 1;
  for (const int cell : cells) {
    sum += solution[at(cell)];
    product *= solution[at(cell)];
  }
  clue.operation = random.below(2) == 0 ? '+' : 'x';
  clue.number = clue.operation == '+' ? sum : product;
  return clue;
}

KenkenText with_cages(int side, const Regions& cages, const std::vector<int>& solution, Level level, Random& random) {
  KenkenText text{side, cages, {}, std::vector<int>(cells_of(side), 0), "line"};
  for (const auto& cells : cells_by_region(cages)) {
    text.clues.push_back(cells.size() == 1 ? CageClue{'+', solution[at(cells.front())]}
                                           : random_clue(cells, solution, level, random));
  }
  return text;
}

// A cell that another solution fills otherwise, in a cage of several cells; -1 if there is no other solution.
int ambiguous_cell(const KenkenText& text, const std::vector<int>& solution) {
  const Model model = declare(text).model;
  const SearchResult found = search(model, {}, {.limit = 2, .max_nodes = kMaxNodes});
  if (found.exhausted && found.solutions.size() == 1) return -1;
  const auto cages = cells_by_region(text.cages);
  int largest = 0;
  for (int cell = 0; cell < text.side * text.side; ++cell) {
    const auto size_of = [&](int c) { return cages[at(text.cages[at(c)])].size(); };
    if (size_of(cell) > size_of(largest)) largest = cell;
    if (size_of(cell) == 1) continue;
    for (const auto& other : found.solutions) {
      if (model.value_of(other[at(cell)]) != solution[at(cell)]) return cell;
    }
  }
  // The search gave up before it met a difference. Some cage has to be broken up all the same, or the loop in `make`
  // would not end.
  return largest;
}

// The cell gets a cage of its own.
Regions parted(const Regions& cages, int side, int cell) {
  return connect(side,
                 [&](int a, int b) { return cages[at(a)] == cages[at(b)] && (a == b || (a != cell && b != cell)); });
}

std::string make(const Size& size, Level level, std::uint64_t seed) {
  Random random(seed);
  const int side = size.width;
  const int largest = level == Level::easy ? 3 : 4;
  for (int attempt = 1;; ++attempt) {
    const std::vector<int> solution = random_square(side, random);
    KenkenText text = with_cages(side, random_regions(side, largest, random), solution, level, random);
    int cell = ambiguous_cell(text, solution);
    // After some attempts, cages are broken up until there is one solution; at the latest with all of them broken up.
    while (cell >= 0 && attempt >= kFreshCages) {
      // All clues are drawn anew, as parting a cage may change the numbers of the others.
      text = with_cages(side, parted(text.cages, side, cell), solution, level, random);
      cell = ambiguous_cell(text, solution);
    }
    if (cell < 0) return write_kenken(text);
  }
}

}  // namespace

Family family() {
  return {.id = "kenken",
          .icon = "cages",
          .sizes = square_sizes({3, 4, 5, 6, 7}),
          .formats = {"line", "tatham"},
          .parse = parse,
          .format = format,
          .make = make};
}

}  // namespace fastslow::puzzles::kenken
