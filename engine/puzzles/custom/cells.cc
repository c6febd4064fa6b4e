#include "puzzles/custom/cells.h"

#include <algorithm>
#include <array>
#include <optional>

#include "puzzles/common/scan.h"
#include "puzzles/custom/custom.h"
#include "puzzles/custom/spelling.h"

namespace fastslow::puzzles::custom {
namespace {

using Json = nlohmann::json;

constexpr int kMaxSide = 40;
constexpr std::size_t kMaxWord = 80;

// How a rule refers to a cell that has no id of its own; rows and columns count from one, as people do.
std::string id_of(int row, int column) { return "r" + std::to_string(row + 1) + "c" + std::to_string(column + 1); }

Name name_of(int row, int column) { return {"cell.at", {{"row", row + 1}, {"column", column + 1}}}; }

std::optional<int> integer(const Json& json, const char* key, int lowest, int highest) {
  if (!json.contains(key) || !json.at(key).is_number_integer()) return std::nullopt;
  const auto value = json.at(key).get<std::int64_t>();
  if (value < lowest || value > highest) return std::nullopt;
  return static_cast<int>(value);
}

// [lowest, highest], of at most kMaxCustomValues values.
std::optional<std::pair<int, int>> domain_of(const Json& json) {
  if (!json.contains("values")) return std::nullopt;
  const Json& values = json.at("values");
  if (!values.is_array() || values.size() != 2 || !values[0].is_number_integer() || !values[1].is_number_integer()) {
    return std::nullopt;
  }
  const auto lowest = values[0].get<std::int64_t>();
  const auto highest = values[1].get<std::int64_t>();
  if (lowest < -1000 || highest > 1000 || lowest > highest || highest - lowest >= kMaxCustomValues) return std::nullopt;
  return std::pair(static_cast<int>(lowest), static_cast<int>(highest));
}

// Every cell of the rectangle, in reading order and with the same values. The sides are checked first, so their product
// cannot overflow.
Result<std::vector<CustomCell>> read_grid(const Json& grid) {
  constexpr std::array<std::string_view, 3> known_members = {"rows", "columns", "values"};
  if (auto problem = only(grid, "/grid", known_members)) return *problem;
  const auto rows = integer(grid, "rows", 1, kMaxSide);
  const auto columns = integer(grid, "columns", 1, kMaxSide);
  const auto domain = domain_of(grid);
  if (!rows) return custom_problem("number", "/grid/rows", {{"lowest", "1"}, {"highest", std::to_string(kMaxSide)}});
  if (!columns) {
    return custom_problem("number", "/grid/columns", {{"lowest", "1"}, {"highest", std::to_string(kMaxSide)}});
  }
  if (!domain) return custom_problem("values", "/grid/values", {{"limit", std::to_string(kMaxCustomValues)}});
  if (*rows * *columns > kMaxCustomCells) {
    return custom_problem("too_many_cells", "/grid", {{"limit", std::to_string(kMaxCustomCells)}});
  }
  std::vector<CustomCell> cells;
  for (int row = 0; row < *rows; ++row) {
    for (int column = 0; column < *columns; ++column) {
      cells.push_back({id_of(row, column), name_of(row, column), {row, column}, domain->first, domain->second});
    }
  }
  return cells;
}

// A cell that is placed by hand; here row and column count from zero. A name begins with @ from here on: the mark of an
// author's own words, which no catalogue translates.
Result<CustomCell> read_cell(const Json& json, const std::string& path) {
  constexpr std::array<std::string_view, 5> known_members = {"id", "name", "row", "column", "values"};
  if (!json.is_object()) return custom_problem("object", path);
  if (auto problem = only(json, path, known_members)) return *problem;
  const auto row = integer(json, "row", 0, kMaxSide - 1);
  const auto column = integer(json, "column", 0, kMaxSide - 1);
  const auto domain = domain_of(json);
  if (!row)
    return custom_problem("number", path + "/row", {{"lowest", "0"}, {"highest", std::to_string(kMaxSide - 1)}});
  if (!column) {
    return custom_problem("number", path + "/column", {{"lowest", "0"}, {"highest", std::to_string(kMaxSide - 1)}});
  }
  if (!domain) return custom_problem("values", path + "/values", {{"limit", std::to_string(kMaxCustomValues)}});
  CustomCell cell{id_of(*row, *column), name_of(*row, *column), {*row, *column}, domain->first, domain->second};
  for (const char* key : {"id", "name"}) {
    if (!json.contains(key)) continue;
    if (!json.at(key).is_string()) return custom_problem("text", path + "/" + key);
    const auto text = json.at(key).get<std::string>();
    if (text.empty() || text.size() > kMaxWord) return custom_problem("text", path + "/" + key);
    if (std::string_view(key) == "id") {
      cell.id = text;
    } else {
      cell.name = {"@" + text, {}};
    }
  }
  return cell;
}

// "r2c*", "r*c3", "r2c3": 0 for the star; nothing if it is something else.
std::optional<std::pair<int, int>> place(Scanner& scan) {
  const auto coordinate = [&](char letter) -> std::optional<int> {
    if (!scan.take(letter)) return std::nullopt;
    if (scan.take('*')) return 0;
    return scan.number(kMaxSide);
  };
  const auto row = coordinate('r');
  const auto column = coordinate('c');
  if (!row || !column) return std::nullopt;
  return std::pair(*row, *column);
}

}  // namespace

// Errors carry a path such as /grid/rows, so that an editor can put the cursor where the mistake is.
Problem custom_problem(const std::string& cause, const std::string& path, std::map<std::string, std::string> args) {
  args["path"] = path.empty() ? "/" : path;
  return {"error.custom." + cause, std::move(args)};
}

// Either a grid or a list of cells. Of a list, no two may share an id or a square; if both are there, the grid is
// taken.
Result<std::vector<CustomCell>> read_custom_cells(const Json& declaration) {
  if (declaration.contains("grid")) {
    if (!declaration.at("grid").is_object()) return custom_problem("object", "/grid");
    return read_grid(declaration.at("grid"));
  }
  if (!declaration.contains("cells") || !declaration.at("cells").is_array() || declaration.at("cells").empty()) {
    return custom_problem("no_cells", "");
  }
  const Json& list = declaration.at("cells");
  if (list.size() > static_cast<std::size_t>(kMaxCustomCells)) {
    return custom_problem("too_many_cells", "/cells", {{"limit", std::to_string(kMaxCustomCells)}});
  }
  std::vector<CustomCell> cells;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string path = "/cells/" + std::to_string(i);
    Result<CustomCell> cell = read_cell(list[i], path);
    if (!cell.ok()) return cell.problem();
    for (const CustomCell& other : cells) {
      const bool same = other.id == cell.value().id || other.square == cell.value().square;
      if (same) return custom_problem("twice", path, {{"cell", cell.value().id}});
    }
    cells.push_back(std::move(cell.value()));
  }
  // In reading order, as boards are walked.
  std::stable_sort(cells.begin(), cells.end(), [](const CustomCell& a, const CustomCell& b) {
    return std::pair(a.square.row, a.square.column) < std::pair(b.square.row, b.square.column);
  });
  return cells;
}

CellIndex::CellIndex(const std::vector<CustomCell>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    by_id_.emplace(cells[i].id, static_cast<VariableId>(i));
    by_square_.emplace(std::pair(cells[i].square.row, cells[i].square.column), static_cast<VariableId>(i));
  }
}

// A pattern is one place or a range from one to another; a star leaves that side open. What it finds comes in reading
// order.
std::vector<VariableId> CellIndex::matching(const std::string& pattern) const {
  Scanner scan(pattern);
  const auto from = place(scan);
  auto to = from;
  if (from && scan.take(':')) to = place(scan);
  if (!from || !to || !scan.done()) return {};
  const auto between = [](int first, int last, int x) {
    return (first == 0 || x >= first) && (last == 0 || x <= last);
  };
  std::vector<VariableId> found;
  for (const auto& [square, variable] : by_square_) {
    if (between(from->first, to->first, square.first + 1) && between(from->second, to->second, square.second + 1)) {
      found.push_back(variable);
    }
  }
  return found;
}

Result<VariableId> CellIndex::one(const Json& id, const std::string& path) const {
  if (!id.is_string()) return custom_problem("text", path);
  const auto word = id.get<std::string>();
  const auto found = by_id_.find(word);
  if (found != by_id_.end()) return found->second;
  // A place beyond the board is no slip of the pen.
  Scanner scan(word);
  const bool elsewhere = place(scan) && scan.done();
  std::vector<std::string_view> ids;
  for (const auto& [known, variable] : by_id_) ids.push_back(known);
  if (elsewhere) ids.clear();
  return misspelt("no_such_cell", path, {{"cell", word.substr(0, kMaxWord)}}, word, ids);
}

// An id comes before a pattern, so an author may well call a cell "r1c1". A cell named twice is an error.
Result<std::vector<VariableId>> CellIndex::many(const Json& json, const std::string& path) const {
  const Json list = json.is_array() ? json : Json::array({json});
  std::vector<VariableId> variables;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string place = json.is_array() ? path + "/" + std::to_string(i) : path;
    if (!list[i].is_string()) return custom_problem("text", place);
    std::vector<VariableId> found;
    const Result<VariableId> single = one(list[i], place);
    if (single.ok()) {
      found = {single.value()};
    } else {
      found = matching(list[i].get<std::string>());
      if (found.empty()) return single.problem();
    }
    for (const VariableId v : found) {
      if (std::find(variables.begin(), variables.end(), v) != variables.end()) {
        return custom_problem("twice", place, {{"cell", list[i].get<std::string>().substr(0, kMaxWord)}});
      }
      variables.push_back(v);
    }
  }
  if (variables.empty()) return custom_problem("no_cells", path);
  return variables;
}

}  // namespace fastslow::puzzles::custom
