// Every list of the drawing is sent, empty ones too, so that the page needs no defaults. A literal is told as a
// variable and a value: literals are the numbers of the two modules.
#include "wire/board.h"

#include <algorithm>

#include "core/index.h"
#include "core/work_count.h"

namespace fastslow::wire {
namespace {

Json squares_json(const std::vector<puzzles::Square>& squares) {
  Json list = Json::array();
  for (const puzzles::Square square : squares) list.push_back({{"row", square.row}, {"column", square.column}});
  return list;
}

Json drawing_json(const puzzles::Puzzle& puzzle) {
  const puzzles::Layout& layout = puzzle.layout;
  Json json = {{"borders", Json::array()},  {"blocks", Json::array()}, {"labels", Json::array()},
               {"cages", Json::array()},    {"lights", Json::array()}, {"notes", Json::array()},
               {"counters", Json::array()}, {"marks", Json::array()}};
  for (const puzzles::Border& b : layout.borders) {
    json["borders"].push_back({{"row1", b.row1}, {"column1", b.column1}, {"row2", b.row2}, {"column2", b.column2}});
  }
  for (const puzzles::Block& b : layout.blocks) {
    json["blocks"].push_back({{"row", b.square.row},
                              {"column", b.square.column},
                              {"style", b.style},
                              {"text", b.text},
                              {"constraints", b.constraints}});
  }
  for (const puzzles::Label& l : layout.labels) {
    json["labels"].push_back(
        {{"row", l.row}, {"column", l.column}, {"text", l.text}, {"style", l.style}, {"constraints", l.constraints}});
  }
  for (const puzzles::Cage& c : layout.cages) {
    json["cages"].push_back({{"squares", squares_json(c.squares)}, {"constraint", c.constraint}});
  }
  for (const puzzles::DrawnMark& m : layout.marks) {
    json["marks"].push_back(
        {{"shape", m.shape}, {"squares", squares_json(m.squares)}, {"color", m.color}, {"text", m.text}});
  }
  for (const puzzles::Light& l : layout.lights) {
    json["lights"].push_back({{"variable", puzzle.model.variable_of(l.source)},
                              {"value", puzzle.model.value_of(l.source)},
                              {"cells", l.cells}});
  }
  for (const puzzles::Note& n : layout.notes) {
    json["notes"].push_back({{"says", name_json(n.says)}, {"constraints", n.constraints}});
  }
  for (const puzzles::Counter& c : layout.counters) {
    Json counted = Json::array();
    for (const Literal l : c.counted) counted.push_back({puzzle.model.variable_of(l), puzzle.model.value_of(l)});
    json["counters"].push_back(
        {{"key", c.key}, {"counted", counted}, {"total", c.total}, {"constraint", c.constraint}});
  }
  return json;
}

Json size_json(const puzzles::Size& size) {
  return {{"id", size.id},       {"width", size.width},     {"height", size.height}, {"count", size.count},
          {"rules", size.rules}, {"variant", size.variant}, {"game", size.game}};
}

// How often each value, from `lowest` on, stands on every solved board: known where groups that want the value exactly
// once share the cells out among them, as the rows of a Latin square do. Null where no such groups were found.
Json totals_json(const Model& model, int lowest, std::size_t values) {
  std::vector<std::vector<bool>> covered(values, std::vector<bool>(at(model.variable_count()), false));
  std::vector<int> groups(values, 0);
  for (const Group& group : model.groups()) {
    if (!group.about_value || group.is_weighted() || group.at_least != 1 || group.at_most != 1) continue;
    const auto hidden = [&](Literal l) { return model.is_hidden(l); };
    const bool symbol = group.value >= lowest && at(group.value - lowest) < values;
    if (!symbol || std::any_of(group.literals.begin(), group.literals.end(), hidden)) continue;
    std::vector<bool>& cells = covered[at(group.value - lowest)];
    const auto taken = [&](Literal l) { return cells[at(model.variable_of(l))]; };
    if (std::any_of(group.literals.begin(), group.literals.end(), taken)) continue;
    for (const Literal l : group.literals) cells[at(model.variable_of(l))] = true;
    ++groups[at(group.value - lowest)];
  }
  Json totals = Json::array();
  for (std::size_t i = 0; i < values; ++i) {
    const int value = lowest + static_cast<int>(i);
    bool all = groups[i] > 0;
    for (VariableId v = 0; v < model.variable_count() && all; ++v) {
      const Variable& variable = model.variable(v);
      const bool possible = variable.lowest <= value && value <= variable.highest;
      all = variable.hidden || !possible || covered[i][at(v)];
    }
    totals.push_back(all ? Json(groups[i]) : Json());
  }
  return totals;
}

}  // namespace

std::string text_of(const puzzles::Puzzle& puzzle, const State& state) {
  const puzzles::Family& family = *puzzles::find_family(puzzle.family);
  return family.format(puzzle, state, family.formats.front());
}

Result<puzzles::Puzzle> parse_puzzle(const Json& json) {
  const auto family = puzzles::family_or_problem(json.at("family").get<std::string>());
  if (!family.ok()) return family.problem();
  FASTSLOW_COUNT(parses);
  return family.value()->parse(json.at("text").get<std::string>());
}

int lowest_value(const Model& model) {
  // Visible variables are declared first, so variable 0 is one of them.
  int lowest = model.variable(0).lowest;
  for (const Variable& v : model.variables()) lowest = v.hidden ? lowest : std::min(lowest, v.lowest);
  return lowest;
}

Json board_json(const puzzles::Puzzle& puzzle, const std::string& name, const std::string& text) {
  Json cells = Json::array();
  for (const puzzles::Cell& cell : puzzle.layout.cells) {
    const Variable& variable = puzzle.model.variable(cell.variable);
    Json json = {{"variable", cell.variable},        {"row", cell.row},           {"column", cell.column},
                 {"name", name_json(variable.name)}, {"lowest", variable.lowest}, {"highest", variable.highest}};
    if (!cell.squares.empty()) json["squares"] = squares_json(cell.squares);
    cells.push_back(std::move(json));
  }
  Json board = {{"family", puzzle.family},
                {"kind", puzzle.size.id},
                {"size", size_json(puzzle.size)},
                {"puzzle", name},
                {"text", text},
                {"rows", puzzle.layout.rows},
                {"columns", puzzle.layout.columns},
                {"cells", cells},
                {"lowest", lowest_value(puzzle.model)},
                {"symbols", puzzle.layout.symbols},
                {"totals", totals_json(puzzle.model, lowest_value(puzzle.model), puzzle.layout.symbols.size())},
                {"grows", puzzle.grows},
                {"rules", puzzle.rules},
                {"switchable", puzzle.switchable}};
  board.update(drawing_json(puzzle));
  return board;
}

Json family_json(const puzzles::Family& family) {
  const Json yardstick = {{"easy", family.yardstick.easy}, {"medium", family.yardstick.medium}};
  Json sizes = Json::array();
  Json dimensions = Json::array();
  for (const puzzles::Size& size : family.sizes) {
    sizes.push_back(size.id);
    dimensions.push_back(size_json(size));
  }
  return {{"id", family.id},          {"icon", family.icon},       {"listed", family.listed}, {"sizes", sizes},
          {"dimensions", dimensions}, {"formats", family.formats}, {"rules", family.rules},   {"yardstick", yardstick}};
}

}  // namespace fastslow::wire
