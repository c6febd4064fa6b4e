#include "puzzles/custom/regular.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "puzzles/custom/rules.h"

namespace fastslow::puzzles::custom {
namespace {

using Json = nlohmann::json;
using Variables = std::vector<VariableId>;
using Pairs = std::set<std::pair<VariableId, VariableId>>;

struct Unit {
  Name name;
  Variables cells;
};

struct BoxSize {
  int rows = 0;
  int columns = 0;
};

// How far the second cell of a pair lies from the first, which comes before it in reading order.
struct Move {
  int down;
  int right;
};

constexpr std::array<Move, 2> kNeighbour = {{{0, 1}, {1, 0}}};
constexpr std::array<Move, 4> kKnight = {{{1, -2}, {1, 2}, {2, -1}, {2, 1}}};
constexpr std::array<Move, 4> kKing = {{{0, 1}, {1, -1}, {1, 0}, {1, 1}}};

// The board as the shorthands see it.
class Board {
 public:
  Board(const std::vector<CustomCell>& cells, const Layout& layout)
      : cells_(cells), rows_(layout.rows), columns_(layout.columns) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      by_square_.emplace(std::pair(cells[i].square.row, cells[i].square.column), static_cast<VariableId>(i));
    }
  }

  [[nodiscard]] int rows() const { return rows_; }
  [[nodiscard]] int columns() const { return columns_; }

  // The cells that `number` gives the same number, in the order of the numbers.
  template <typename Number>
  [[nodiscard]] std::vector<Unit> lines(const std::string& key, Number number) const {
    std::map<int, Variables> lines;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      lines[number(cells_[i].square)].push_back(static_cast<VariableId>(i));
    }
    std::vector<Unit> units;
    for (auto& [n, members] : lines) units.push_back({{key, {{"n", n + 1}}}, std::move(members)});
    return units;
  }

  [[nodiscard]] std::vector<Unit> diagonals() const {
    Unit falling{{"unit.diagonal.falling", {}}, {}};
    Unit rising{{"unit.diagonal.rising", {}}, {}};
    for (int row = 0; row < rows_; ++row) {
      if (const auto v = at({row, row})) falling.cells.push_back(*v);
      if (const auto v = at({rows_ - 1 - row, row})) rising.cells.push_back(*v);
    }
    return {falling, rising};
  }

  [[nodiscard]] std::vector<Unit> pairs(const std::string& key, std::span<const Move> moves) const {
    std::vector<Unit> units;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      for (const Move& move : moves) {
        const auto other = at({cells_[i].square.row + move.down, cells_[i].square.column + move.right});
        if (!other) continue;
        const Name& second = cells_[static_cast<std::size_t>(*other)].name;
        units.push_back({{key, {}, {cells_[i].name, second}}, {static_cast<VariableId>(i), *other}});
      }
    }
    return units;
  }

 private:
  [[nodiscard]] std::optional<VariableId> at(Square square) const {
    const auto found = by_square_.find({square.row, square.column});
    if (found == by_square_.end()) return std::nullopt;
    return found->second;
  }

  const std::vector<CustomCell>& cells_;
  int rows_;
  int columns_;
  std::map<std::pair<int, int>, VariableId> by_square_;
};

// What is asked for, or what is usual; nothing if the board cannot be divided so.
std::optional<BoxSize> box_size(const Board& board, const Json& rule) {
  BoxSize size;
  if (rule.contains("size")) {
    const Json& asked = rule.at("size");
    const auto whole = [](const Json& x) { return x.is_number_integer() && x >= 1 && x <= 40; };
    if (!asked.is_array() || asked.size() != 2 || !whole(asked[0]) || !whole(asked[1])) return std::nullopt;
    size = {asked[0].get<int>(), asked[1].get<int>()};
  } else {
    if (board.rows() != board.columns()) return std::nullopt;
    for (int high = 1; high * high <= board.rows(); ++high) {
      if (board.rows() % high == 0) size = {high, board.rows() / high};
    }
    if (size.rows < 2) return std::nullopt;
  }
  if (board.rows() % size.rows != 0 || board.columns() % size.columns != 0) return std::nullopt;
  return size;
}

void draw_boxes(Layout& layout, BoxSize size) {
  for (int row = 0; row <= layout.rows; row += size.rows) layout.borders.push_back({row, 0, row, layout.columns});
  for (int column = 0; column <= layout.columns; column += size.columns) {
    layout.borders.push_back({0, column, layout.rows, column});
  }
}

void draw_diagonals(Layout& layout) {
  layout.borders.push_back({0, 0, layout.rows, layout.columns});
  layout.borders.push_back({layout.rows, 0, 0, layout.columns});
}

Result<std::vector<Unit>> units_of(std::string_view member, const Board& board, const Json& rule, Layout& layout,
                                   const std::string& path) {
  if (member == "rows") return board.lines("unit.row", [](Square s) { return s.row; });
  if (member == "columns") return board.lines("unit.column", [](Square s) { return s.column; });
  // Sentences give the reason of the chess rules, which is that their cells differ.
  const bool differ = rule.value("kind", Json()) == "all_different";
  if (member == "neighbours") return board.pairs("unit.pair", kNeighbour);
  if (member == "knight_moves") return board.pairs(differ ? "unit.knight" : "unit.pair", kKnight);
  if (member == "king_moves") return board.pairs(differ ? "unit.king" : "unit.pair", kKing);
  if (member == "diagonals") {
    if (board.rows() != board.columns()) return custom_problem("diagonals", path);
    draw_diagonals(layout);
    return board.diagonals();
  }
  const auto size = box_size(board, rule);
  if (!size) return custom_problem("boxes", path);
  draw_boxes(layout, *size);
  const int across = board.columns() / size->columns;
  return board.lines("unit.box", [&](Square s) { return s.row / size->rows * across + s.column / size->columns; });
}

// Of two cells that are known to differ it need not be said; the pairs of a larger unit are remembered.
bool said_before(const Json& rule, const Unit& unit, Pairs& different) {
  if (rule.value("kind", Json()) != "all_different") return false;
  bool known = true;
  for (std::size_t i = 0; i < unit.cells.size(); ++i) {
    for (std::size_t j = i + 1; j < unit.cells.size(); ++j) {
      known = !different.insert(std::minmax(unit.cells[i], unit.cells[j])).second && known;
    }
  }
  return known && unit.cells.size() == 2;
}

}  // namespace

std::optional<Problem> add_regular_rules(Model& model, Layout& layout, const CellIndex& index,
                                         const std::vector<CustomCell>& cells, const Json& declaration) {
  const Board board(cells, layout);
  Pairs different;
  for (const std::string_view member : kRegular) {
    if (!declaration.contains(member)) continue;
    const std::string path = "/" + std::string(member);
    Json rule = declaration.at(std::string(member));
    if (rule.is_string()) rule = {{"kind", rule}};
    if (!rule.is_object()) return custom_problem("object", path);
    const Result<std::vector<Unit>> units = units_of(member, board, rule, layout, path);
    if (!units.ok()) return units.problem();
    if (member == "boxes") rule.erase("size");
    for (const Unit& unit : units.value()) {
      if (said_before(rule, unit, different)) continue;
      if (auto problem = add_custom_rule(model, index, rule, path, unit.name, &unit.cells)) return problem;
    }
  }
  return std::nullopt;
}

}  // namespace fastslow::puzzles::custom
