#include "cli/positions.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>
#include <utility>

#include "core/consequences.h"
#include "core/index.h"
#include "core/propagation.h"
#include "core/search.h"
#include "policy/encoder.h"

namespace fastslow::cli {
namespace {

// The answer's literals of the open variables, in the order in which an easiest-first player comes
// to them: whatever unit propagation places, and a random one where it is stuck.
// A random order alone would show the network boards that no player sees: easy squares open late, hard ones filled
// early.
std::vector<Literal> playing_order(const Model& model, const std::vector<Literal>& answers) {
  std::vector<bool> wanted(at(model.literal_count()), false);
  for (const Literal l : answers) wanted[at(l)] = true;
  Propagator propagator(model);
  std::vector<Literal> order;
  int seen = 0;
  const auto collect = [&] {
    propagator.propagate();
    for (; seen < propagator.depth(); ++seen) {
      const Literal l = propagator.trail()[at(seen)];
      if (wanted[at(l)]) order.push_back(l);
    }
  };
  collect();
  for (const Literal l : answers) {  // already shuffled
    if (propagator.mark(l) == Mark::open) {
      propagator.assume({l, true});
      collect();
    }
  }
  return order;
}

// Rules out each open literal that is not in the answer with a chance of up to a half.
void rule_out_some(const Model& model, const std::vector<Literal>& answer, Random& random, State& state) {
  const int percent = 1 + random.below(50);
  for (const Literal l : legal_actions(model, state)) {
    const bool holds = answer[at(model.variable_of(l))] == l;
    if (!holds && random.below(100) < percent) state.marks[at(l)] = Mark::ruled_out;
  }
}

// Places a wrong value that no rule excludes yet; nothing if there is none.
void make_mistake(const Model& model, const std::vector<Literal>& answer, Random& random, State& state) {
  std::vector<Literal> wrong = legal_actions(model, state);
  std::erase_if(wrong, [&](Literal l) { return answer[at(model.variable_of(l))] == l; });
  if (wrong.empty()) return;
  State mistaken = state;
  mistaken.marks[at(wrong[at(random.below(static_cast<int>(wrong.size())))])] = Mark::placed;
  if (!is_complete(model, mistaken)) state = std::move(mistaken);
}

// The visible variables that are open at the start, as the answer has them.
std::vector<Literal> open_answers(const Model& model, const std::vector<Literal>& answer) {
  const State start = initial_state(model);
  std::vector<Literal> open;
  for (VariableId v = 0; v < model.variable_count(); ++v) {
    if (!model.variable(v).hidden && !placed_value(model, start, v)) open.push_back(answer[at(v)]);
  }
  return open;
}

// At least one open square is left, for there must be something to do. A mistake is made last, on a board that was
// right until then.
SampledPosition partial_position(const Model& model, const std::vector<Literal>& answer, std::vector<Literal>& answers,
                                 PositionKind kind, Random& random) {
  SampledPosition position{kind, initial_state(model)};
  random.shuffle(answers);
  const bool played = kind == PositionKind::played || kind == PositionKind::mistaken;
  const std::vector<Literal> order = played ? playing_order(model, answers) : answers;
  const int filled = random.below(static_cast<int>(order.size()));
  for (int k = 0; k < filled; ++k) position.state.marks[at(order[at(k)])] = Mark::placed;
  if (kind == PositionKind::marked) rule_out_some(model, answer, random, position.state);
  if (kind == PositionKind::mistaken) make_mistake(model, answer, random, position.state);
  return position;
}

// Where each right move shows more of the puzzle: some of the values that grow it, in random order.
SampledPosition grown_position(const puzzles::Puzzle& puzzle, const std::vector<Literal>& answer,
                               std::vector<Literal>& answers, Random& random) {
  const puzzles::Family& family = *puzzles::find_family(puzzle.family);
  random.shuffle(answers);
  SampledPosition position{PositionKind::played, {}, puzzle};
  const int tries = random.below(static_cast<int>(answers.size()));
  for (int i = 0; i < tries; ++i) {
    const Model& model = position.puzzle->model;
    if (placed_value(model, initial_state(model), model.variable_of(answers[at(i)]))) continue;
    std::optional<puzzles::Puzzle> grown =
        family.reveal(*position.puzzle, answer[at(model.variable_of(answers[at(i)]))]);
    if (grown && !is_complete(grown->model, initial_state(grown->model))) position.puzzle = std::move(grown);
  }
  position.state = initial_state(position.puzzle->model);
  return position;
}

template <class T>
void append_number(T value, std::vector<std::uint8_t>& bytes) {
  for (std::size_t i = 0; i < sizeof(T); ++i) {
    bytes.push_back(static_cast<std::uint8_t>((value >> (8 * i)) & 0xff));
  }
}

// The IEEE bits of a number (std::bit_cast is missing from the Wasm toolchain's library).
std::uint32_t bits_of(float number) {
  std::uint32_t bits = 0;
  static_assert(sizeof bits == sizeof number);
  std::memcpy(&bits, &number, sizeof bits);
  return bits;
}

// Little-endian like all numbers of a record, whatever the machine.
void append_floats(const std::vector<float>& numbers, std::vector<std::uint8_t>& bytes) {
  for (const float number : numbers) append_number(bits_of(number), bytes);
}

// The rows of a padded matrix without their padding.
struct Rows {
  std::vector<std::uint16_t> sizes;
  std::vector<std::uint16_t> items;
};

Rows unpadded(const std::vector<std::int32_t>& matrix, int width, std::int32_t padding) {
  Rows rows;
  for (std::size_t begin = 0; begin < matrix.size(); begin += at(width)) {
    std::uint16_t size = 0;
    for (; size < width && matrix[begin + size] != padding; ++size) {
      rows.items.push_back(static_cast<std::uint16_t>(matrix[begin + size]));
    }
    rows.sizes.push_back(size);
  }
  return rows;
}

void append_rows(const Rows& rows, std::vector<std::uint8_t>& bytes) {
  for (const std::uint16_t size : rows.sizes) append_number(size, bytes);
  for (const std::uint16_t item : rows.items) append_number(item, bytes);
}

}  // namespace

// A game brings its answer along, as it need not have one solution yet. Of any other puzzle the search finds it; with
// `only`, it must be the only one.
std::optional<std::vector<Literal>> answer_of(const puzzles::Puzzle& puzzle, bool only) {
  if (!puzzle.answer.empty()) return puzzle.answer;
  SearchResult found = search(puzzle.model, {}, {only ? 2 : 1, 0, nullptr});
  if (found.solutions.size() != 1) return std::nullopt;
  return std::move(found.solutions.front());
}

// The start, and then the kinds in turn, so that each has the same share however many are asked for.
std::vector<SampledPosition> sample_positions(const puzzles::Puzzle& puzzle, const std::vector<Literal>& answer,
                                              int count, Random& random) {
  assert(count > 0);
  std::vector<Literal> answers = open_answers(puzzle.model, answer);
  assert(!answers.empty());
  constexpr std::array turns = {PositionKind::played, PositionKind::subset, PositionKind::marked,
                                PositionKind::mistaken};
  std::vector<SampledPosition> positions{{PositionKind::start, initial_state(puzzle.model)}};
  for (int i = 1; i < count; ++i) {
    const PositionKind kind = turns[at(i - 1) % turns.size()];
    positions.push_back(puzzle.grows ? grown_position(puzzle, answer, answers, random)
                                     : partial_position(puzzle.model, answer, answers, kind, random));
  }
  return positions;
}

// What was padded for the network is written without its padding, with the number of entries in each row. The length
// comes first, though it is known last, so a reader can skip a record.
void append_record(const Model& model, const std::vector<Literal>& answer, const SampledPosition& position,
                   std::uint32_t puzzle, const std::string& text, std::vector<std::uint8_t>& bytes) {
  const policy::PolicyInput input = policy::encode(model, position.state);
  const Rows groups = unpadded(input.group_literals, input.width, input.literals);
  const Rows sums = unpadded(input.sum_literals, input.sum_width, input.literals);
  std::vector<float> weights;
  // Padding has the weight 0; weights are positive (policy/open_rules.h).
  std::copy_if(input.sum_coefficients.begin(), input.sum_coefficients.end(), std::back_inserter(weights),
               [](float weight) { return weight > 0; });
  std::vector<std::uint8_t> body;
  for (const std::size_t number :
       {std::size_t{puzzle}, static_cast<std::size_t>(position.kind), at(input.literals), at(input.groups),
        at(input.sums), groups.items.size(), sums.items.size(), text.size()}) {
    append_number(static_cast<std::uint32_t>(number), body);
  }
  append_floats(input.group_features, body);
  append_floats(input.sum_features, body);
  append_floats(weights, body);
  append_rows(groups, body);
  append_rows(sums, body);
  for (const Literal l : input.rows) {
    const VariableId v = model.variable_of(l);
    const bool holds = at(v) < answer.size() && answer[at(v)] == l;
    body.push_back(static_cast<std::uint8_t>((holds ? kHolds : 0) | (model.is_hidden(l) ? kHidden : 0)));
  }
  body.insert(body.end(), text.begin(), text.end());
  append_number(static_cast<std::uint32_t>(body.size()), bytes);
  bytes.insert(bytes.end(), body.begin(), body.end());
}

}  // namespace fastslow::cli
