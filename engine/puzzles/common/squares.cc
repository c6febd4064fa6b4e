#include "puzzles/common/squares.h"

#include <algorithm>
#include <utility>

#include "core/consequences.h"
#include "core/index.h"

namespace fastslow::puzzles {
namespace {

// The last letter, z, stands for a gap of 25 squares with nothing behind it; every other letter ends with a square.
constexpr int kLongGap = 25;
// Larger numbers are no sizes at all.
constexpr int kMostAnySide = 99999;

Problem length_of_runs(std::size_t count) { return {"error.tatham.length", {{"expected", std::to_string(count)}}}; }

}  // namespace

Result<Extent> read_extent(Scanner& scan, int lowest, int highest) {
  const auto width = scan.number(kMostAnySide);
  if (!width || !scan.take('x')) return Problem{"error.board.params", {}};
  const auto height = scan.number(kMostAnySide);
  if (!height) return Problem{"error.board.params", {}};
  const Extent extent{*width, *height};
  if (std::min(*width, *height) < lowest || std::max(*width, *height) > highest) {
    return Problem{
        "error.board.size",
        {{"size", write_extent(extent)}, {"lowest", std::to_string(lowest)}, {"highest", std::to_string(highest)}}};
  }
  return extent;
}

std::string write_extent(Extent extent) { return std::to_string(extent.width) + "x" + std::to_string(extent.height); }

Name square_name(int row, int column) { return {"cell.at", {{"row", row + 1}, {"column", column + 1}}}; }

Name across_name(const char* key, int row, int from, int to) {
  return {key, {{"row", row + 1}, {"from", from + 1}, {"to", to + 1}}};
}

Name down_name(const char* key, int column, int from, int to) {
  return {key, {{"column", column + 1}, {"from", from + 1}, {"to", to + 1}}};
}

void declare_squares(Model& model, Extent extent) {
  for (int row = 0; row < extent.height; ++row) {
    for (int column = 0; column < extent.width; ++column) model.add_variable(square_name(row, column), 0, 1);
  }
}

std::vector<Literal> ones(const Model& model, const std::vector<VariableId>& variables) {
  std::vector<Literal> literals;
  for (const VariableId v : variables) literals.push_back(model.literal(v, 1));
  return literals;
}

void add_known(Model& model, const std::vector<int>& values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] != kUnknown) model.add_given(model.literal(static_cast<VariableId>(i), values[i]));
  }
}

// Squares come first among the variables; the first hidden one ends the board.
std::vector<int> known_values(const Model& model, const State& state) {
  std::vector<int> values;
  for (VariableId v = 0; v < model.variable_count() && !model.variable(v).hidden; ++v) {
    values.push_back(placed_value(model, state, v).value_or(kUnknown));
  }
  return values;
}

Layout lay_out_squares(Extent extent, std::string zero, std::string one) {
  Layout layout;
  layout.rows = extent.height;
  layout.columns = extent.width;
  for (int row = 0; row < extent.height; ++row) {
    for (int column = 0; column < extent.width; ++column) {
      layout.cells.push_back({extent.index(row, column), row, column});
    }
  }
  add_outline(layout, 0, 0, extent);
  layout.symbols = {std::move(zero), std::move(one)};
  return layout;
}

void add_outline(Layout& layout, int top, int left, Extent extent) {
  const int bottom = top + extent.height;
  const int right = left + extent.width;
  layout.borders.push_back({top, left, top, right});
  layout.borders.push_back({bottom, left, bottom, right});
  layout.borders.push_back({top, left, bottom, left});
  layout.borders.push_back({top, right, bottom, right});
}

std::optional<Problem> conflict_on_board(const Model& model) {
  const State state = initial_state(model);
  const std::vector<PartId> broken = violated(model, state);
  if (broken.empty()) return std::nullopt;
  // The square to name: a given among those that the rule is about, else any.
  std::map<std::string, int> place;
  bool is_given = false;
  const auto consider = [&](Literal l) {
    if (model.is_hidden(l) || is_given) return;
    is_given = state.marks[at(l)] == Mark::placed;
    if (place.empty() || is_given) place = model.variable(model.variable_of(l)).name.args;
  };
  for (const PartId part : broken) {
    for (const Literal l : model.group(group_of_part(part)).literals) {
      consider(l);
      if (!model.is_hidden(l)) continue;
      // What a hidden variable stands for is told by the squares it is tied to.
      for (const GroupId group : model.groups_of(l)) {
        for (const Literal tied : model.group(group).literals) consider(tied);
      }
    }
  }
  Problem problem{"error.board.conflict", {}};
  for (const auto& [key, number] : place) problem.args[key] = std::to_string(number);
  if (place.empty()) problem.key = "error.board.impossible";
  return problem;
}

// As in Simon Tatham's game IDs: the letter counts the unknown squares that are skipped, and its case tells the square
// that follows, a capital 1 and a small letter 0. The runs end one place behind the board: that is how the last gap
// is closed.
Result<std::vector<int>> read_letter_runs(Scanner& scan, std::size_t count) {
  std::vector<int> values(count, kUnknown);
  std::size_t next = 0;
  while (next <= count) {
    const char c = scan.peek();
    const bool capital = c >= 'A' && c <= 'Z';
    if (!capital && (c < 'a' || c > 'z')) return scan.unexpected();
    scan.next();
    const int gap = c - (capital ? 'A' : 'a');
    next += at(gap);
    if (next > count) return length_of_runs(count);
    if (gap == kLongGap) continue;
    if (next < count) values[next] = capital ? 1 : 0;
    ++next;
  }
  if (!scan.done()) return scan.unexpected();
  return values;
}

std::string write_letter_runs(const std::vector<int>& values) {
  std::string text;
  int gap = 0;
  const auto end_gap = [&](char first, char longest) {
    for (; gap >= kLongGap; gap -= kLongGap) text += longest;
    text += static_cast<char>(first + gap);
    gap = 0;
  };
  for (const int value : values) {
    if (value == kUnknown) {
      ++gap;
    } else if (value == 0) {
      end_gap('a', 'z');
    } else {
      end_gap('A', 'Z');
    }
  }
  end_gap('a', 'z');
  return text;
}

}  // namespace fastslow::puzzles
