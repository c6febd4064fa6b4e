// How it lowers: an author's constraints are those of core/model.h, so that each becomes one call (rules.cc); cells are
// its variables (cells.cc), and what is drawn is copied into the layout. As anybody may have written the text, every
// member is checked where it is read, and every problem carries the path to it. Sizes are bounded before anything is
// allocated.
//
// The generator is there for tests and as an example to start from: a Latin square with sums of four neighbours.
#include "puzzles/custom/custom.h"

#include <algorithm>
#include <any>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "core/random.h"
#include "core/search.h"
#include "puzzles/common/reduce.h"
#include "puzzles/common/scan.h"
#include "puzzles/custom/drawing.h"
#include "puzzles/custom/regular.h"
#include "puzzles/custom/rules.h"
#include "puzzles/custom/spelling.h"

namespace fastslow::puzzles::custom {
namespace {

using Json = nlohmann::json;

constexpr const char* kFormat = "fastslow-puzzle/1";

// --- the declaration ----------------------------------------------------------------------------------------------

std::optional<Problem> add_givens(Model& model, const CellIndex& index, const Json& declaration) {
  if (!declaration.contains("givens")) return std::nullopt;
  if (!declaration.at("givens").is_object()) return custom_problem("object", "/givens");
  for (const auto& [id, value] : declaration.at("givens").items()) {
    const std::string path = "/givens/" + id.substr(0, 80);
    const Result<VariableId> v = index.one(Json(id), path);
    if (!v.ok()) return v.problem();
    const Variable& variable = model.variable(v.value());
    if (!value.is_number_integer() || value.get<std::int64_t>() < variable.lowest ||
        value.get<std::int64_t>() > variable.highest) {
      return custom_problem(
          "number", path, {{"lowest", std::to_string(variable.lowest)}, {"highest", std::to_string(variable.highest)}});
    }
    model.add_given(model.literal(v.value(), value.get<int>()));
  }
  return std::nullopt;
}

// What `format` needs again.
struct Source {
  Json declaration;
  std::vector<CustomCell> cells;
};

// Of the declaration itself.
std::vector<std::string_view> known_members() {
  std::vector<std::string_view> known = {"$schema", "format",  "title",  "about",       "grid",
                                         "cells",   "symbols", "givens", "constraints", "layout"};
  known.insert(known.end(), kRegular.begin(), kRegular.end());
  return known;
}

Result<Puzzle> declare(const Json& declaration) {
  if (declaration.value("format", Json()) != kFormat) return custom_problem("format", "/format");
  if (auto problem = only(declaration, "", known_members())) return *problem;
  const Result<std::vector<CustomCell>> cells = read_custom_cells(declaration);
  if (!cells.ok()) return cells.problem();
  Puzzle puzzle;
  puzzle.family = "custom";
  puzzle.format = "json";
  Model& model = puzzle.model;
  int lowest = cells.value().front().lowest;
  int highest = lowest;
  for (const CustomCell& cell : cells.value()) {
    model.add_variable(cell.name, cell.lowest, cell.highest);
    lowest = std::min(lowest, cell.lowest);
    highest = std::max(highest, cell.highest);
  }
  const CellIndex index(cells.value());
  puzzle.layout = lay_out(cells.value());
  puzzle.size = grid_size(puzzle.layout.columns, puzzle.layout.rows);
  if (model.literal_count() > kMaxCustomLiterals) {
    return custom_problem("too_large", "", {{"limit", std::to_string(kMaxCustomLiterals)}});
  }
  if (auto problem = add_regular_rules(model, puzzle.layout, index, cells.value(), declaration)) return *problem;
  if (auto problem = add_custom_rules(model, index, declaration)) return *problem;
  if (auto problem = add_givens(model, index, declaration)) return *problem;
  if (auto problem = add_drawing(puzzle.layout, index, cells.value(), declaration)) return *problem;
  if (auto problem = add_symbols(puzzle.layout, declaration, lowest, highest)) return *problem;
  puzzle.source = Source{declaration, cells.value()};
  return puzzle;
}

constexpr int kMaxDepth = 12;

Result<Puzzle> parse(std::string_view text) {
  const Result<std::string_view> body = body_of(text);
  if (!body.ok()) return body.problem();
  if (bracket_depth(text) > kMaxDepth) return custom_problem("syntax", "");
  const Json declaration = Json::parse(text, nullptr, false);
  if (declaration.is_discarded() || !declaration.is_object()) return custom_problem("syntax", "");
  return declare(declaration);
}

std::string format(const Puzzle& puzzle, const State& state, std::string_view /*format*/) {
  // The author's own declaration, drawing and names included; only the givens are written anew.
  auto [declaration, cells] = std::any_cast<Source>(puzzle.source);
  declaration.erase("givens");
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto value = placed_value(puzzle.model, state, static_cast<VariableId>(i));
    if (value) declaration["givens"][cells[i].id] = *value;
  }
  return declaration.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// --- an example to start from: a Latin square with sums of neighbours -----------------------------------------------

Json example(int side) {
  Json declaration = {{"format", kFormat},
                      {"grid", {{"rows", side}, {"columns", side}, {"values", {1, side}}}},
                      {"constraints", Json::array()},
                      {"layout", {{"labels", Json::array()}}}};
  for (int i = 1; i <= side; ++i) {
    const std::string n = std::to_string(i);
    declaration["constraints"].push_back({{"kind", "all_different"}, {"name", "row " + n}, {"cells", "r" + n + "c*"}});
    declaration["constraints"].push_back({{"kind", "all_different"}, {"name", "column " + n}, {"cells", "r*c" + n}});
  }
  return declaration;
}

void add_sum_clue(Json& declaration, const Model& model, const std::vector<Literal>& solution, int side, int clue) {
  const int row = clue / side;
  const int column = clue % side;
  int sum = 0;
  Json cells = Json::array();
  for (int r = row; r <= row + 1; ++r) {
    for (int c = column; c <= column + 1; ++c) {
      const Literal l =
          solution[static_cast<std::size_t>(r) * static_cast<std::size_t>(side) + static_cast<std::size_t>(c)];
      sum += model.value_of(l);
      cells.push_back("r" + std::to_string(r + 1) + "c" + std::to_string(c + 1));
    }
  }
  declaration["constraints"].push_back(
      {{"kind", "sum"}, {"name", "the four cells around " + std::to_string(sum)}, {"cells", cells}, {"equals", sum}});
  declaration["layout"]["labels"].push_back(
      {{"row", row + 1}, {"column", column + 1}, {"text", std::to_string(sum)}, {"style", "sign"}});
}

constexpr std::uint64_t kMaxNodes = 2000;

std::string make(const Size& size, Level level, std::uint64_t seed) {
  const int side = size.width;
  Random random(seed);
  Json declaration = example(side);
  const Model blank = declare(declaration).value().model;
  const std::vector<Literal> solution = search(blank, {}, {.limit = 1, .value_order = &random}).solutions.front();
  std::vector<int> corners;
  for (int clue = 0; clue < side * (side - 1); ++clue) {
    if (clue % side < side - 1) corners.push_back(clue);
  }
  random.shuffle(corners);
  corners.resize(static_cast<std::size_t>(side));
  for (const int clue : corners) add_sum_clue(declaration, blank, solution, side, clue);
  const auto with_givens = [&](const std::vector<bool>& kept) {
    Json puzzle = declaration;
    for (std::size_t i = 0; i < kept.size(); ++i) {
      if (!kept[i]) continue;
      const auto cell = static_cast<int>(i);
      puzzle["givens"]["r" + std::to_string(cell / side + 1) + "c" + std::to_string(cell % side + 1)] =
          blank.value_of(solution[i]);
    }
    return puzzle;
  };
  const auto suffices = [&](const std::vector<bool>& kept, std::size_t) {
    return has_one_solution(declare(with_givens(kept)).value().model, kMaxNodes);
  };
  const std::vector<bool> kept = reduce(solution.size(), level, random, suffices);
  return with_givens(kept).dump();
}

}  // namespace

Family family() {
  return {.id = "custom",
          .listed = false,
          .sizes = square_sizes({4, 5}),
          .formats = {"json"},
          .parse = parse,
          .format = format,
          .make = make};
}

}  // namespace fastslow::puzzles::custom
