#include "puzzles/common/latin.h"

#include <algorithm>

#include "core/consequences.h"
#include "core/index.h"
#include "core/search.h"

namespace fastslow::puzzles {
namespace {

void add_place(Problem& problem, const Name& name, const std::string& suffix) {
  for (const auto& [key, number] : name.args) problem.args[key + suffix] = std::to_string(number);
}

// The place that a name tells: its own numbers, those of its parts with 1, 2 ... behind.
Problem problem_about(const std::string& key, const Name& name) {
  Problem problem{key, {}};
  add_place(problem, name, "");
  for (std::size_t i = 0; i < name.parts.size(); ++i) add_place(problem, name.parts[i], std::to_string(i + 1));
  return problem;
}

// Whether a weighted group cannot be met, whatever stands where nothing is given.
bool out_of_reach(const Model& model, const Group& group, const State& state) {
  Span total;
  for_each_variable(model, group, [&](std::size_t begin, std::size_t end) {
    const bool given = placed_value(model, state, model.variable_of(group.literals[begin])).has_value();
    total += *span_of(group, begin, end, [&](Literal l) { return !given || state.marks[at(l)] == Mark::placed; });
  });
  return total.lowest > group.at_most || total.highest < group.at_least;
}

// The givens in a group that tells where one value goes.
std::vector<Literal> clash(const Model& model, const Group& group) {
  std::vector<Literal> clashing;
  for (const Literal l : group.literals) {
    if (std::find(model.givens().begin(), model.givens().end(), l) != model.givens().end()) clashing.push_back(l);
  }
  return clashing;
}

}  // namespace

// Nothing is a dot. Beyond nine come capital letters, A for ten, so that a board of any size stays one character a
// cell.
char symbol_of(int value) {
  if (value == 0) return '.';
  return static_cast<char>(value <= 9 ? '0' + value : 'A' + value - 10);
}

// More generous than what we write: a zero for an empty cell and small letters are common in puzzle collections. -1
// says that the character is no value.
int value_of_symbol(char c) {
  if (c == '.' || c == '0') return 0;
  if (c >= '1' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'P') return c - 'A' + 10;
  if (c >= 'a' && c <= 'p') return c - 'a' + 10;
  return -1;
}

Name cell_name(int cell, int side) { return {"cell.at", {{"row", cell / side + 1}, {"column", cell % side + 1}}}; }

// Cells come first and in reading order, so the id of a variable is the index of its cell. Everything else here relies
// on it.
void declare_cells(Model& model, int side) {
  for (int cell = 0; cell < side * side; ++cell) model.add_variable(cell_name(cell, side), 1, side);
}

// Row i and column i together: each becomes one all-different.
void declare_line(Model& model, int i, int side) {
  std::vector<VariableId> across;
  std::vector<VariableId> down;
  for (int j = 0; j < side; ++j) {
    across.push_back(i * side + j);
    down.push_back(j * side + i);
  }
  model.add_all_different({"unit.row", {{"n", i + 1}}}, across);
  model.add_all_different({"unit.column", {{"n", i + 1}}}, down);
}

void declare_lines(Model& model, int side) {
  for (int i = 0; i < side; ++i) declare_line(model, i, side);
}

void add_givens(Model& model, const std::vector<int>& values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] != 0) model.add_given(model.literal(static_cast<VariableId>(i), values[i]));
  }
}

// One solution by a search in random order. It comes back empty when the search ran out of nodes, or when there is
// none; whoever calls has to look.
std::vector<int> random_solution(const Model& model, int side, Random& random, std::uint64_t max_nodes) {
  const SearchResult found = search(model, {}, {.limit = 1, .max_nodes = max_nodes, .value_order = &random});
  if (found.solutions.empty()) return {};
  std::vector<int> values;
  for (int cell = 0; cell < side * side; ++cell) values.push_back(model.value_of(found.solutions.front()[at(cell)]));
  return values;
}

std::vector<int> random_square(int side, Random& random) {
  Model model;
  declare_cells(model, side);
  declare_lines(model, side);
  return random_solution(model, side, random);
}

Layout lay_out_square(int side, int margin) {
  Layout layout;
  layout.rows = side + 2 * margin;
  layout.columns = side + 2 * margin;
  for (int cell = 0; cell < side * side; ++cell) {
    layout.cells.push_back({cell, margin + cell / side, margin + cell % side});
  }
  const int end = margin + side;
  layout.borders = {
      {margin, margin, margin, end}, {end, margin, end, end}, {margin, margin, end, margin}, {margin, end, end, end}};
  for (int value = 1; value <= side; ++value) layout.symbols.emplace_back(1, symbol_of(value));
  return layout;
}

std::vector<int> values_of(const Puzzle& puzzle, const State& state, int side) {
  std::vector<int> values;
  for (int cell = 0; cell < side * side; ++cell) {
    values.push_back(placed_value(puzzle.model, state, cell).value_or(0));
  }
  return values;
}

Result<int> read_value(Scanner& scan, int side, int cell) {
  const int value = value_of_symbol(scan.peek());
  if (scan.done() || value < 0) return scan.unexpected();
  if (value > side) {
    return Problem{"error.sudoku.value",
                   {{"symbol", std::string(1, scan.peek())},
                    {"row", std::to_string(cell / side + 1)},
                    {"column", std::to_string(cell % side + 1)},
                    {"side", std::to_string(side)}}};
  }
  scan.next();
  return value;
}

std::string write_values(const std::vector<int>& values) {
  std::string out;
  for (const int value : values) out += symbol_of(value);
  return out;
}

std::optional<Problem> refuse_side(int side, int lowest, int highest) {
  if (side >= lowest && side <= highest) return std::nullopt;
  return Problem{
      "error.latin.side",
      {{"side", std::to_string(side)}, {"lowest", std::to_string(lowest)}, {"highest", std::to_string(highest)}}};
}

// From the plainest complaint to the vaguest: two givens that clash by value, then a sum that cannot be reached, then
// any other rule. A reader is helped most by two cells that he can look at.
std::optional<Problem> conflict_of_givens(const Model& model, const std::string& key) {
  const State state = initial_state(model);
  const std::vector<PartId> broken = violated(model, state);
  for (const PartId part : broken) {
    const Group& group = model.group(group_of_part(part));
    if (is_lower(part) || !group.about_value) continue;
    const std::vector<Literal> clashing = clash(model, group);
    if (clashing.size() < 2) continue;
    Problem problem{"error.givens.conflict", {{"symbol", std::string(1, symbol_of(group.value))}}};
    for (const int i : {0, 1}) {
      add_place(problem, model.variable(model.variable_of(clashing[at(i)])).name, std::to_string(i + 1));
    }
    return problem;
  }
  for (const Group& group : model.groups()) {
    if (group.is_weighted() && out_of_reach(model, group, state)) {
      return problem_about(key, model.constraint(group.constraint).name);
    }
  }
  for (const PartId part : broken) {
    const Group& group = model.group(group_of_part(part));
    if (!group.is_domain() && !group.about_value) return problem_about(key, model.constraint(group.constraint).name);
  }
  return std::nullopt;
}

}  // namespace fastslow::puzzles
