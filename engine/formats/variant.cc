#include "formats/variant.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>

#include "core/index.h"
#include "puzzles/common/latin_regions.h"
#include "puzzles/common/scan.h"
#include "puzzles/family.h"

namespace fastslow::formats {
namespace {

constexpr std::size_t kMaxName = 100;

std::string id_of(Place place) {
  return "r" + std::to_string(place.first + 1) + "c" + std::to_string(place.second + 1);
}

Json ids_of(const Places& places) {
  Json ids = Json::array();
  for (const Place& place : places) ids.push_back(id_of(place));
  return ids;
}

// "thermometer r1c1": a word that the page knows (web/src/game/imported_names.ts) and a cell. Whoever has no other
// words for it can tell it like this.
std::string named(const char* what, Place place) { return std::string(what) + " " + id_of(place); }

}  // namespace

std::optional<Place> place_of(std::string_view text, int side) {
  puzzles::Scanner scan(text);
  if (!scan.take('R') && !scan.take('r')) return std::nullopt;
  const auto row = scan.number(side);
  if (!row || *row < 1 || (!scan.take('C') && !scan.take('c'))) return std::nullopt;
  const auto column = scan.number(side);
  if (!column || *column < 1 || !scan.done()) return std::nullopt;
  return Place{*row - 1, *column - 1};
}

std::optional<Places> places_in(const Json& json, const char* member, int side) {
  Places places;
  for (const Json& item : list_in(json, member)) {
    const auto place = item.is_string() ? place_of(item.get_ref<const std::string&>(), side) : std::nullopt;
    if (!place) return std::nullopt;
    places.push_back(*place);
  }
  return places;
}

Variant::Variant(int side) : side_(side), values_(at(side * side), 0) {
  const puzzles::sudoku::BoxShape box = puzzles::sudoku::usual_box(side);
  for (int i = 0; i < side * side; ++i) {
    regions_.push_back(i / side / box.height * box.height + i % side / box.width);
  }
}

std::size_t Variant::index(Place place) const { return at(place.first * side_ + place.second); }

// --- rules -----------------------------------------------------------------------------------------------------------

Json& Variant::rule(const char* kind, const std::string& name, const Places& cells) {
  rules_.push_back({{"kind", kind}, {"name", name.substr(0, kMaxName)}, {"cells", ids_of(cells)}});
  return rules_.back();
}

void Variant::sign(Place one, Place other, const std::string& text) {
  labels_.push_back({{"row", (one.first + other.first + 1) / 2.0},
                     {"column", (one.second + other.second + 1) / 2.0},
                     {"text", text},
                     {"style", "sign"}});
}

void Variant::corner(Place place, const std::string& text) {
  labels_.push_back({{"row", place.first}, {"column", place.second}, {"text", text}, {"style", "corner"}});
}

void Variant::diagonal(bool rising) { (rising ? rising_ : falling_) = true; }

void Variant::disjoint_groups() {
  const puzzles::sudoku::BoxShape box = puzzles::sudoku::usual_box(side_);
  for (int within = 0; within < side_; ++within) {
    Places cells;
    for (int row = within / box.width; row < side_; row += box.height) {
      for (int column = within % box.width; column < side_; column += box.width) cells.emplace_back(row, column);
    }
    rule("all_different", "disjoint group " + std::to_string(within + 1), cells);
  }
}

void Variant::cage(const Places& cells, int sum) { cages_.push_back({cells, sum}); }

void Variant::extra_region(const Places& cells) {
  rule("all_different", named("extra region", cells.front()), cells);
  outlines_.push_back(ids_of(cells));
}

Json& Variant::mark(const char* shape, const Places& cells) {
  marks_.push_back({{"shape", shape}, {"cells", ids_of(cells)}});
  return marks_.back();
}

void Variant::thermometer(const Places& line) {
  rule("less", named("thermometer", line.front()), line);
  mark("thermometer", line);
}

void Variant::arrow(Places circle, const Places& line) {
  Places cells = circle;
  cells.insert(cells.end(), line.begin(), line.end());
  Json coefficients = Json::array();
  int weight = 1;
  for (std::size_t i = 1; i < circle.size(); ++i) weight *= 10;
  for (std::size_t i = 0; i < circle.size(); ++i, weight /= 10) coefficients.push_back(weight);
  for (std::size_t i = 0; i < line.size(); ++i) coefficients.push_back(-1);
  Json& sum = rule("sum", named("arrow", circle.front()), cells);
  sum["coefficients"] = coefficients;
  sum["equals"] = 0;
  // A ring lies around one cell; a number of several digits has an outline.
  if (circle.size() > 1) outlines_.push_back(ids_of(circle));
  Places way = {circle.back()};
  way.insert(way.end(), line.begin(), line.end());
  if (way.size() > 1) mark(circle.size() > 1 ? "line" : "arrow", way);
}

void Variant::equal(const std::string& name, Place one, Place other) {
  Json& sum = rule("sum", name, {one, other});
  sum["coefficients"] = {1, -1};
  sum["equals"] = 0;
}

void Variant::palindrome(const Places& line) {
  for (std::size_t i = 0; i < line.size() / 2; ++i) {
    if (line[i] != line[line.size() - 1 - i])
      equal(named("palindrome", line.front()), line[i], line[line.size() - 1 - i]);
  }
  // A mark passes each cell once; a line that does not is told by signs.
  if (line.size() > 1 && std::set<Place>(line.begin(), line.end()).size() == line.size()) {
    mark("line", line);
  } else {
    for (std::size_t i = 0; i + 1 < line.size(); ++i) sign(line[i], line[i + 1], "=");
  }
}

void Variant::clone(Place one, Place other) {
  if (one == other) return;
  equal(named("clone", one), one, other);
  corner(one, "=");
  corner(other, "=");
}

void Variant::between(const Places& line) {
  Json rows = Json::array();
  for (int first = 1; first <= side_; ++first) {
    for (int last = 1; last <= side_; ++last) {
      for (int middle = std::min(first, last) + 1; middle < std::max(first, last); ++middle) {
        rows.push_back({first, middle, last});
      }
    }
  }
  for (std::size_t i = 1; i + 1 < line.size(); ++i) {
    rule("table", named("between line", line.front()), {line.front(), line[i], line.back()})["rows"] = rows;
    corner(line[i], "|");
  }
  corner(line.front(), "○");
  corner(line.back(), "○");
}

template <class Fits>
void Variant::pairs(const std::string& name, Place one, Place other, Fits fits) {
  Json rows = Json::array();
  for (int a = 1; a <= side_; ++a) {
    for (int b = 1; b <= side_; ++b) {
      if (fits(a, b)) rows.push_back({a, b});
    }
  }
  // A rule that nothing meets is still a rule; a table must have a row.
  if (rows.empty()) {
    rule("sum", name, {one})["equals"] = 0;
  } else {
    rule("table", name, {one, other})["rows"] = rows;
  }
}

void Variant::dot(Place one, Place other, const char* color, const std::string& text) {
  dots_.insert(std::minmax(one, other));
  Json& drawn = mark("dot", {one, other});
  if (*color != 0) drawn["color"] = color;
  if (!text.empty()) drawn["text"] = text;
}

void Variant::difference(Place one, Place other, int value) {
  pairs(named("difference", one), one, other, [&](int a, int b) { return std::abs(a - b) == value; });
  dot(one, other, "", value == 1 ? "" : std::to_string(value));
}

void Variant::ratio(Place one, Place other, int value) {
  pairs(named("ratio", one), one, other, [&](int a, int b) { return a == b * value || b == a * value; });
  ratios_.insert(value);
  dot(one, other, "black", value == 2 ? "" : std::to_string(value));
}

void Variant::pair_sum(Place one, Place other, int sum, const std::string& text) {
  rule("sum", named(text.c_str(), one), {one, other})["equals"] = sum;
  signs_.insert(std::minmax(one, other));
  sign(one, other, text);
}

void Variant::parity(Place place, bool even) {
  Json choices = Json::array();
  for (int value = even ? 2 : 1; value <= side_; value += 2) choices.push_back({{"cell", id_of(place)}, {"is", value}});
  rules_.push_back({{"kind", "any"}, {"name", named(even ? "even" : "odd", place)}, {"of", choices}});
  corner(place, even ? "■" : "●");
}

void Variant::extreme(Place place, bool lowest) {
  for (const Place& step : {Place{-1, 0}, Place{0, -1}, Place{0, 1}, Place{1, 0}}) {
    const Place other{place.first + step.first, place.second + step.second};
    if (other.first < 0 || other.second < 0 || other.first >= side_ || other.second >= side_) continue;
    const std::string name = named(lowest ? "minimum" : "maximum", place);
    rule("less", name, lowest ? Places{place, other} : Places{other, place});
    const bool falls = (step.first + step.second > 0) == lowest;  // the smaller one is on the left, or above
    sign(place, other, step.first == 0 ? (falls ? "<" : ">") : (falls ? "^" : "v"));
  }
}

void Variant::quadruple(const Places& cells, const std::vector<int>& values) {
  std::string text;
  for (const int value : std::set<int>(values.begin(), values.end())) {
    Json& count = rule("count", named("quadruple", cells.front()), cells);
    count["value"] = value;
    count["at_least"] = std::count(values.begin(), values.end(), value);
  }
  for (const int value : values) text += (text.empty() ? "" : " ") + std::to_string(value);
  sign(cells.front(), cells.back(), text);
}

void Variant::little_killer(const Places& cells, int sum) {
  rule("sum", named("little killer", cells.front()), cells)["equals"] = sum;
  corner(cells.front(), (cells.size() > 1 && cells[1].first > cells[0].first ? "↓" : "↑") + std::to_string(sum));
}

void Variant::leave_out(const std::string& name) {
  if (std::find(left_out_.begin(), left_out_.end(), name) == left_out_.end()) left_out_.push_back(name);
}

// --- what becomes of it
// ------------------------------------------------------------------------------------------------

// As its family writes it, if these rules are all; nothing if the family has no place for them.
std::optional<std::string> Variant::as_sudoku() const {
  if (!rules_.empty() || falling_ != rising_ || antiking_ || nonconsecutive_) return std::nullopt;
  if (no_other_ratio_ || no_other_sign_) return std::nullopt;
  puzzles::sudoku::SudokuText text = sudoku_of(side_, values_);
  text.diagonals = falling_;
  text.antiknight = antiknight_;
  // Regions and cages must hang together there, and cages have a sum.
  const auto connected = [&](const std::vector<int>& group_of) {
    return puzzles::connect(side_, [&](int a, int b) {
      return group_of[at(a)] != puzzles::kNoRegion && group_of[at(a)] == group_of[at(b)];
    });
  };
  if (!usual_boxes()) {
    text.pieces = connected(regions_);
    text.jigsaw = true;
    if (puzzles::count_regions(text.pieces) != side_) return std::nullopt;
    if (std::find(regions_.begin(), regions_.end(), puzzles::kNoRegion) != regions_.end()) return std::nullopt;
  }
  if (!cages_.empty()) {
    std::vector<int> cage_of(values_.size(), puzzles::kNoRegion);
    for (std::size_t i = 0; i < cages_.size(); ++i) {
      for (const Place& cell : cages_[i].cells) {
        if (cage_of[index(cell)] != puzzles::kNoRegion || cages_[i].sum == 0) return std::nullopt;
        cage_of[index(cell)] = static_cast<int>(i);
      }
    }
    text.cages = connected(cage_of);
    text.killer = true;
    const auto cells = puzzles::cells_by_region(text.cages);
    if (cells.size() != cages_.size()) return std::nullopt;
    for (const auto& cage : cells) text.sums.push_back(cages_[at(cage_of[at(cage.front())])].sum);
  }
  std::string written = puzzles::sudoku::write_sudoku(text);
  if (!puzzles::find_family("sudoku")->parse(written).ok()) return std::nullopt;
  return written;
}

// What every page has words for: a member for each.
void Variant::declare_usual(Json& json) const {
  const char* const differ = "all_different";
  json["rows"] = json["columns"] = differ;
  if (usual_boxes()) json["boxes"] = differ;
  if (falling_ && rising_) json["diagonals"] = differ;
  if (antiknight_) json["knight_moves"] = differ;
  if (antiking_) json["king_moves"] = differ;
}

// Those, and diagonals, for which there is no such member.
void Variant::declare_regions(Json& list) const {
  const auto all_different = [&](const std::string& name, const Places& cells) {
    list.push_back({{"kind", "all_different"}, {"name", name}, {"cells", ids_of(cells)}});
  };
  std::map<int, Places> members;
  Places falling;
  Places rising;
  for (int i = 0; i < side_ * side_; ++i) {
    const Place place{i / side_, i % side_};
    if (regions_[at(i)] >= 0) members[regions_[at(i)]].push_back(place);
    if (place.first == place.second) falling.push_back(place);
    if (place.first + place.second == side_ - 1) rising.push_back(place);
  }
  if (!usual_boxes()) {
    int number = 0;
    for (const auto& [id, cells] : members) {
      ++number;
      if (cells.size() > 1) all_different("region " + std::to_string(number), cells);
    }
  }
  if (falling_ && !rising_) all_different("diagonal ↘", falling);
  if (rising_ && !falling_) all_different("diagonal ↗", rising);
}

// The rows and columns, cut between the cells of each marked pair: what holds for each cell and the next holds for
// all other neighbours.
std::vector<Places> Variant::lines_between(const std::set<std::pair<Place, Place>>& marked) const {
  std::vector<Places> lines;
  for (const bool down : {false, true}) {
    for (int i = 0; i < side_; ++i) {
      Places line;
      for (int j = 0; j < side_; ++j) {
        line.push_back(down ? Place{j, i} : Place{i, j});
        const Place next = down ? Place{j + 1, i} : Place{i, j + 1};
        if (j + 1 < side_ && !marked.contains({line.back(), next})) continue;
        if (line.size() > 1) lines.push_back(line);
        line.clear();
      }
    }
  }
  return lines;
}

// Dots say of some neighbours that they are consecutive after all.
void Variant::declare_apart(Json& json) const {
  if (dots_.empty()) {
    json["neighbours"] = {{"kind", "difference"}, {"at_least", 2}};
    return;
  }
  for (const Places& line : lines_between(dots_)) {
    json["constraints"].push_back({{"kind", "difference"},
                                   {"name", named("nonconsecutive", line.front())},
                                   {"cells", ids_of(line)},
                                   {"at_least", 2}});
  }
}

// A dot of either colour frees a pair, as solvers of f-puzzles' own field have it.
void Variant::declare_negative(Json& list) const {
  if (no_other_ratio_) {
    for (const int ratio : ratios_.empty() ? std::set<int>{2} : ratios_) {
      for (const Places& line : lines_between(dots_)) {
        list.push_back({{"kind", "ratio"},
                        {"name", named("negative ratio", line.front())},
                        {"cells", ids_of(line)},
                        {"not_equals", ratio}});
      }
    }
  }
  if (!no_other_sign_) return;
  for (const Places& line : lines_between(signs_)) {
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
      for (const int sum : {5, 10}) {
        list.push_back({{"kind", "sum"},
                        {"name", named("negative xv", line[i])},
                        {"cells", ids_of({line[i], line[i + 1]})},
                        {"not_equals", sum}});
      }
    }
  }
}

Json Variant::borders() const {
  Json lines = Json::array({{0, 0, 0, side_}, {side_, 0, side_, side_}, {0, 0, side_, 0}, {0, side_, side_, side_}});
  for (int row = 0; row < side_; ++row) {
    for (int column = 0; column < side_; ++column) {
      const int here = regions_[index({row, column})];
      if (column + 1 < side_ && regions_[index({row, column + 1})] != here) {
        lines.push_back({row, column + 1, row + 1, column + 1});
      }
      if (row + 1 < side_ && regions_[index({row + 1, column})] != here) {
        lines.push_back({row + 1, column, row + 1, column + 1});
      }
    }
  }
  return lines;
}

Json Variant::declaration() const {
  Json json = {{"format", "fastslow-puzzle/1"},
               {"grid", {{"rows", side_}, {"columns", side_}, {"values", {1, side_}}}},
               {"constraints", Json::array()},
               {"layout", {{"labels", labels_}, {"cages", outlines_}, {"marks", marks_}}}};
  if (!title_.empty()) json["title"] = title_;
  if (!about_.empty()) json["about"] = about_;
  declare_usual(json);
  if (!usual_boxes()) json["layout"]["borders"] = borders();
  if (nonconsecutive_) declare_apart(json);
  Json& list = json["constraints"];
  declare_negative(list);
  declare_regions(list);
  for (const KillerCage& cage : cages_) {
    const std::string name =
        "cage " + id_of(cage.cells.front()) + (cage.sum > 0 ? " = " + std::to_string(cage.sum) : "");
    if (cage.cells.size() > 1)
      list.push_back({{"kind", "all_different"}, {"name", name}, {"cells", ids_of(cage.cells)}});
    json["layout"]["cages"].push_back(ids_of(cage.cells));
    if (cage.sum == 0) continue;
    list.push_back({{"kind", "sum"}, {"name", name}, {"cells", ids_of(cage.cells)}, {"equals", cage.sum}});
    const Place first = *std::min_element(cage.cells.begin(), cage.cells.end());
    json["layout"]["labels"].push_back(
        {{"row", first.first}, {"column", first.second}, {"text", std::to_string(cage.sum)}, {"style", "corner"}});
  }
  list.insert(list.end(), rules_.begin(), rules_.end());
  for (int i = 0; i < side_ * side_; ++i) {
    if (values_[at(i)] > 0) json["givens"][id_of({i / side_, i % side_})] = values_[at(i)];
  }
  return json;
}

Found Variant::puzzle() const {
  Found puzzle;
  puzzle.title = title_;
  if (auto text = as_sudoku()) {
    puzzle.family = "sudoku";
    puzzle.text = std::move(*text);
  } else {
    puzzle.family = "custom";
    puzzle.text = declaration().dump(-1, ' ', false, Json::error_handler_t::replace);
  }
  std::string names;
  for (const std::string& name : left_out_) names += (names.empty() ? "" : ", ") + name;
  if (!names.empty()) puzzle.remarks.push_back({"remark.left_out", {{"names", names}}});
  return puzzle;
}

}  // namespace fastslow::formats
