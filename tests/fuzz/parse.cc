// Texts of every family. The first line names the family (another line there chooses one by its first byte), the rest
// is the text. What is refused is refused with a sentence; what is read keeps the contracts of puzzles/family.h and
// puzzles/puzzle.h, as far as a puzzle with no solution or with many can.
#include <algorithm>
#include <set>

#include "core/consequences.h"
#include "core/index.h"
#include "fuzz/fuzzing.h"
#include "fuzz/json_mutator.h"
#include "policy/encoder.h"
#include "wire/board.h"

namespace fastslow::fuzz {
namespace {

using puzzles::Family;
using puzzles::Puzzle;

constexpr int kManyLiterals = 4000;

template <class Item, class List>
bool contains(const List& list, const Item& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

void require_declared(const Family& family, const Puzzle& puzzle) {
  require(puzzle.family == family.id, "another family");
  require(contains(family.formats, puzzle.format), "read in an unknown format: " + puzzle.format);
  for (const auto& rule : puzzle.rules) require(contains(puzzle.switchable, rule), "not switchable: " + rule);
  for (const auto& rule : puzzle.switchable) require(contains(family.rules, rule), "not of the family: " + rule);
  const Model& model = puzzle.model;
  bool hidden = false;
  for (const Variable& v : model.variables()) {
    require(v.lowest <= v.highest, "an empty domain");
    require(v.hidden || !hidden, "a visible variable after a hidden one");
    hidden = hidden || v.hidden;
  }
  for (const Literal l : model.givens()) require(!model.is_hidden(l), "a hidden literal is given");
}

void require_drawn(const Puzzle& puzzle) {
  const puzzles::Layout& layout = puzzle.layout;
  const Model& model = puzzle.model;
  std::set<VariableId> drawn;
  std::set<std::pair<int, int>> places;
  for (const puzzles::Cell& cell : layout.cells) {
    require(drawn.insert(cell.variable).second, "a cell is drawn twice");
    require(places.emplace(cell.row, cell.column).second, "two cells in one place");
    require(cell.row >= 0 && cell.row < layout.rows && cell.column >= 0 && cell.column < layout.columns,
            "a cell outside the drawing");
    const int highest = model.variable(cell.variable).highest - wire::lowest_value(model);
    require(at(highest) < layout.symbols.size(), "a value without a symbol");
  }
  for (VariableId v = 0; v < model.variable_count(); ++v) {
    require(model.variable(v).hidden != drawn.contains(v), "not just the visible variables are drawn");
  }
  for (const puzzles::Label& label : layout.labels) {
    require(label.row >= 0 && label.row <= layout.rows && label.column >= 0 && label.column <= layout.columns,
            "a label outside the drawing");
    for (const ConstraintId c : label.constraints) {
      require(c >= 0 && at(c) < model.constraints().size(), "a label of no rule");
    }
  }
}

void require_same(const Puzzle& puzzle, const Puzzle& again, const std::string& how) {
  require(again.model.literal_count() == puzzle.model.literal_count(), how + ": other literals");
  require(again.model.group_count() == puzzle.model.group_count(), how + ": other groups");
  require(again.rules == puzzle.rules, how + ": other rules");
}

void require_round_trip(const Family& family, const Puzzle& puzzle) {
  const State start = initial_state(puzzle.model);
  const std::string text = wire::text_of(puzzle, start);
  const Result<Puzzle> again = family.parse(text);
  require(again.ok(), "the canonical text is refused: " + text);
  require(wire::text_of(again.value(), initial_state(again.value().model)) == text, "another canonical text: " + text);
  require_same(puzzle, again.value(), "canonical");
  for (const std::string& format : family.formats) {
    const std::string written = family.format(puzzle, start, format);
    const Result<Puzzle> read = family.parse(written);
    require(read.ok(), "what was written as " + format + " is refused: " + written);
  }
}

// Places what may be placed, a few times over: values are kept by the canonical text.
void require_play(const Family& family, const Puzzle& puzzle) {
  State state = initial_state(puzzle.model);
  for (int i = 0; i < 3; ++i) {
    const std::vector<Literal> actions = legal_actions(puzzle.model, state);
    require(std::is_sorted(actions.begin(), actions.end()), "the actions are not ascending");
    if (actions.empty()) break;
    Result<State> next = apply(puzzle.model, state, {actions[actions.size() / 2], true});
    require(next.ok(), "a legal action is refused");
    state = std::move(next.value());
  }
  const std::string text = wire::text_of(puzzle, state);
  const Result<Puzzle> again = family.parse(text);
  if (!again.ok()) {
    require_sentence(again.problem());
    require(!violated(puzzle.model, state).empty(), "the text of a fine board is refused: " + text);
  }
}

// Rules that are switched, and what a board shows of itself, make puzzles that their texts tell as well.
void require_changes(const Family& family, const Puzzle& puzzle) {
  for (const std::string& rule : puzzle.switchable) {
    const Result<Puzzle> other = family.switch_rule(puzzle, rule, !contains(puzzle.rules, rule));
    if (!other.ok()) {
      require_sentence(other.problem());
      continue;
    }
    require_drawn(other.value());
    require_round_trip(family, other.value());
  }
  const std::vector<Literal> actions = legal_actions(puzzle.model, initial_state(puzzle.model));
  if (family.reveal == nullptr || actions.empty()) return;
  const std::optional<Puzzle> grown = family.reveal(puzzle, actions[actions.size() / 2]);
  if (!grown) return;
  require(grown->model.literal_count() == puzzle.model.literal_count() || grown->model.has_hidden(), "other variables");
  require_drawn(*grown);
  require_round_trip(family, *grown);
}

void try_text(const Family& family, std::string_view text) {
  const Result<Puzzle> puzzle = family.parse(text);
  if (!puzzle.ok()) return require_sentence(puzzle.problem());
  require_declared(family, puzzle.value());
  require_drawn(puzzle.value());
  require_round_trip(family, puzzle.value());
  if (puzzle.value().model.literal_count() > kManyLiterals) return;
  require_play(family, puzzle.value());
  require_changes(family, puzzle.value());
  policy::encode(puzzle.value().model, initial_state(puzzle.value().model));
  wire::board_json(puzzle.value(), "name", "text");
}

}  // namespace
}  // namespace fastslow::fuzz

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  using namespace fastslow::fuzz;
  const auto input = family_text_of(text_of(bytes, size));
  if (!input) return -1;
  try_text(input->family, input->text);
  return 0;
}

// An author's declaration is JSON.
extern "C" std::size_t LLVMFuzzerCustomMutator(unsigned char* bytes, std::size_t size, std::size_t most,
                                               unsigned seed) {
  return fastslow::fuzz::mutate_family_text(bytes, size, most, seed);
}
