#include "engine/null_family.h"

#include "core/index.h"
#include "core/random.h"

namespace fastslow::puzzles::null {
namespace {

constexpr int kMaxLamps = 16;

Size lamps_size(int lamps) { return {.id = std::to_string(lamps), .count = lamps}; }

// The declaration: one two-valued variable a lamp, one rule over all of them.
Puzzle declare(std::string_view text) {
  Puzzle puzzle;
  puzzle.family = "null";
  puzzle.format = "line";
  puzzle.size = lamps_size(static_cast<int>(text.size()));
  Model& model = puzzle.model;
  std::vector<Literal> lit;
  for (int i = 0; i < static_cast<int>(text.size()); ++i) {
    const VariableId lamp = model.add_variable({"@lamp " + std::to_string(i + 1), {}}, 0, 1);
    lit.push_back(model.literal(lamp, 1));
    if (text[static_cast<std::size_t>(i)] != '?') {
      model.add_given(model.literal(lamp, text[static_cast<std::size_t>(i)] - '0'));
    }
    puzzle.layout.cells.push_back({lamp, 0, i});
  }
  model.add_cardinality({"@the row of lamps", {}}, lit, 1, 1);
  puzzle.layout.rows = 1;
  puzzle.layout.columns = static_cast<int>(text.size());
  puzzle.layout.symbols = {"0", "1"};
  return puzzle;
}

Result<Puzzle> parse(std::string_view text) {
  if (text.empty()) return Problem{"error.text.empty", {}};
  if (text.size() > kMaxLamps) {
    return Problem{"error.text.too_long",
                   {{"length", std::to_string(text.size())}, {"limit", std::to_string(kMaxLamps)}}};
  }
  const auto bad = text.find_first_not_of("?01");
  if (bad != std::string_view::npos) {
    return Problem{"error.text.character", {{"position", std::to_string(bad + 1)}}};
  }
  return declare(text);
}

std::string format(const Puzzle& puzzle, const State& state, std::string_view /*format*/) {
  std::string text;
  for (VariableId v = 0; v < puzzle.model.variable_count(); ++v) {
    const auto value = placed_value(puzzle.model, state, v);
    text += value ? static_cast<char>('0' + *value) : '?';
  }
  return text;
}

std::string make(const Size& size, Level /*level*/, std::uint64_t seed) {
  // Any one of the lamps being lit decides the rest.
  std::string text(at(size.count), '?');
  text[at(Random(seed).below(size.count))] = '1';
  return text;
}

}  // namespace

Family family() {
  return {.id = "null",
          .listed = false,
          .sizes = {lamps_size(3)},
          .formats = {"line"},
          .parse = parse,
          .format = format,
          .make = make};
}

namespace {

// Before main, so before anybody asks for the families.
[[maybe_unused]] const bool kRegistered = (add_family(family()), true);

}  // namespace

}  // namespace fastslow::puzzles::null
