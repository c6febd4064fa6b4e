#include "puzzles/custom/drawing.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "puzzles/custom/spelling.h"

namespace fastslow::puzzles::custom {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxMarkText = 24;

bool is_point(const Json& json, double limit) {
  return json.is_number() && json.get<double>() >= 0 && json.get<double>() <= limit;
}

// A text of 1 .. `limit` bytes.
bool is_word(const Json& json, std::size_t limit) {
  return json.is_string() && !json.get_ref<const std::string&>().empty() &&
         json.get_ref<const std::string&>().size() <= limit;
}

std::optional<Problem> add_borders(Layout& layout, const Json& list) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Json& line = list[i];
    const auto whole = [](const Json& x) { return x.is_number_integer() && x >= 0 && x <= 60; };
    if (!line.is_array() || line.size() != 4 || !std::all_of(line.begin(), line.end(), whole)) {
      return custom_problem("border", "/layout/borders/" + std::to_string(i));
    }
    layout.borders.push_back({line[0].get<int>(), line[1].get<int>(), line[2].get<int>(), line[3].get<int>()});
  }
  return std::nullopt;
}

std::optional<Problem> add_labels(Layout& layout, const Json& list) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Json& label = list[i];
    constexpr std::array<std::string_view, 4> known_members = {"row", "column", "text", "style"};
    if (auto problem = only(label, "/layout/labels/" + std::to_string(i), known_members)) return problem;
    const bool fine = label.is_object() && is_point(label.value("row", Json()), 60) &&
                      is_point(label.value("column", Json()), 60) && is_word(label.value("text", Json()), 80) &&
                      (label.value("style", Json()) == "corner" || label.value("style", Json()) == "sign" ||
                       label.value("style", Json()) == "margin");
    if (!fine) return custom_problem("label", "/layout/labels/" + std::to_string(i));
    layout.labels.push_back({label.at("row").get<double>(),
                             label.at("column").get<double>(),
                             label.at("text").get<std::string>(),
                             label.at("style").get<std::string>(),
                             {}});
  }
  return std::nullopt;
}

std::optional<Problem> add_cages(Layout& layout, const CellIndex& index, const std::vector<CustomCell>& cells,
                                 const Json& list) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string path = "/layout/cages/" + std::to_string(i);
    const Result<std::vector<VariableId>> members = index.many(list[i], path);
    if (!members.ok()) return members.problem();
    Cage cage;
    for (const VariableId v : members.value()) cage.squares.push_back(cells[static_cast<std::size_t>(v)].square);
    layout.cages.push_back(std::move(cage));
  }
  return std::nullopt;
}

// The wall, or a dark square, at [row, column] with an optional text.
std::optional<Problem> add_walls(Layout& layout, const Json& list) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Json& wall = list[i];
    constexpr std::array<std::string_view, 3> known_members = {"row", "column", "text"};
    if (auto problem = only(wall, "/layout/walls/" + std::to_string(i), known_members)) return problem;
    const bool fine = wall.is_object() && wall.value("row", Json()).is_number_integer() &&
                      wall.value("column", Json()).is_number_integer() && is_point(wall.at("row"), 59) &&
                      is_point(wall.at("column"), 59);
    if (!fine) return custom_problem("wall", "/layout/walls/" + std::to_string(i));
    const Json text = wall.value("text", Json());
    if (!(text.is_null() || (text.is_string() && text.get_ref<const std::string&>().empty()) || is_word(text, 24))) {
      return custom_problem("text", "/layout/walls/" + std::to_string(i) + "/text");
    }
    const Square square{wall.at("row").get<int>(), wall.at("column").get<int>()};
    layout.blocks.push_back({square, "wall", text.is_string() ? text.get<std::string>() : ""});
  }
  return std::nullopt;
}

// How many cells a mark needs: what leads from one to another, or lies between them, needs two.
std::size_t fewest(std::string_view shape) {
  return shape == "circle" || shape == "square" || shape == "shade" ? 1 : 2;
}

bool among(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::optional<Problem> add_mark(Layout& layout, const CellIndex& index, const std::vector<CustomCell>& cells,
                                const Json& json, const std::string& path) {
  constexpr std::array<std::string_view, 4> known_members = {"shape", "cells", "color", "text"};
  if (!json.is_object()) return custom_problem("object", path);
  if (auto problem = only(json, path, known_members)) return problem;
  const auto word = [&](const char* member) {
    const Json value = json.value(member, Json());
    return value.is_string() ? value.get<std::string>() : std::string();
  };
  DrawnMark mark{word("shape"), {}, "", word("text")};
  if (!among(mark.shape, kMarkShapes)) {
    return misspelt("shape", path + "/shape", {{"shapes", listed(kMarkShapes)}}, mark.shape, kMarkShapes);
  }
  if (json.contains("color")) {
    mark.color = word("color");
    if (!among(mark.color, kMarkColors)) {
      return misspelt("color", path + "/color", {{"colors", listed(kMarkColors)}}, mark.color, kMarkColors);
    }
  }
  if (json.contains("text") && !is_word(json.at("text"), kMaxMarkText)) return custom_problem("text", path + "/text");
  if (!json.contains("cells")) return custom_problem("missing", path, {{"member", "cells"}});
  const Result<std::vector<VariableId>> members = index.many(json.at("cells"), path + "/cells");
  if (!members.ok()) return members.problem();
  if (members.value().size() < fewest(mark.shape)) {
    return custom_problem("too_few", path + "/cells", {{"limit", std::to_string(fewest(mark.shape))}});
  }
  for (const VariableId v : members.value()) mark.squares.push_back(cells[static_cast<std::size_t>(v)].square);
  layout.marks.push_back(std::move(mark));
  return std::nullopt;
}

std::optional<Problem> add_marks(Layout& layout, const CellIndex& index, const std::vector<CustomCell>& cells,
                                 const Json& list) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (auto problem = add_mark(layout, index, cells, list[i], "/layout/marks/" + std::to_string(i))) return problem;
  }
  return std::nullopt;
}

// The drawing may be larger than the cells.
void fit(Layout& layout) {
  for (const Block& block : layout.blocks) {
    layout.rows = std::max(layout.rows, block.square.row + 1);
    layout.columns = std::max(layout.columns, block.square.column + 1);
  }
  for (const Label& label : layout.labels) {
    layout.rows = std::max(layout.rows, static_cast<int>(std::ceil(label.row)));
    layout.columns = std::max(layout.columns, static_cast<int>(std::ceil(label.column)));
  }
}

}  // namespace

Layout lay_out(const std::vector<CustomCell>& cells) {
  Layout layout;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Square square = cells[i].square;
    layout.cells.push_back({static_cast<VariableId>(i), square.row, square.column});
    layout.rows = std::max(layout.rows, square.row + 1);
    layout.columns = std::max(layout.columns, square.column + 1);
  }
  return layout;
}

std::optional<Problem> add_drawing(Layout& layout, const CellIndex& index, const std::vector<CustomCell>& cells,
                                   const Json& declaration) {
  if (!declaration.contains("layout")) return std::nullopt;
  const Json& drawing = declaration.at("layout");
  if (!drawing.is_object()) return custom_problem("object", "/layout");
  constexpr std::array<std::string_view, 5> known_kinds = {"borders", "labels", "cages", "walls", "marks"};
  if (auto problem = only(drawing, "/layout", known_kinds)) return problem;
  for (const auto& [key, list] : drawing.items()) {
    const std::string path = "/layout/" + key;
    if (!list.is_array()) return custom_problem("list", path);
    if (list.size() > kMaxDrawn) return custom_problem("too_many_drawn", path, {{"limit", std::to_string(kMaxDrawn)}});
    std::optional<Problem> problem;
    if (key == "borders") problem = add_borders(layout, list);
    if (key == "labels") problem = add_labels(layout, list);
    if (key == "cages") problem = add_cages(layout, index, cells, list);
    if (key == "walls") problem = add_walls(layout, list);
    if (key == "marks") problem = add_marks(layout, index, cells, list);
    if (problem) return problem;
  }
  fit(layout);
  return std::nullopt;
}

std::optional<Problem> add_symbols(Layout& layout, const Json& declaration, int lowest, int highest) {
  for (int value = lowest; value <= highest; ++value) layout.symbols.push_back(std::to_string(value));
  if (!declaration.contains("symbols")) return std::nullopt;
  const Json& list = declaration.at("symbols");
  if (!list.is_array() || list.size() != layout.symbols.size()) {
    return custom_problem("symbols", "/symbols", {{"count", std::to_string(layout.symbols.size())}});
  }
  for (std::size_t i = 0; i < list.size(); ++i) {
    const bool fine =
        list[i].is_string() && !list[i].get<std::string>().empty() && list[i].get<std::string>().size() <= 24;
    if (!fine) return custom_problem("text", "/symbols/" + std::to_string(i));
    layout.symbols[i] = list[i].get<std::string>();
  }
  return std::nullopt;
}

}  // namespace fastslow::puzzles::custom
