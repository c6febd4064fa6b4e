// What follows from a state (core/consequences.h), against two plain readings of the declaration that share nothing
// with the engine's: of a whole board, each constraint by what its kind means; of a board with open variables, each
// part by trying every assignment.
#include <gtest/gtest.h>

#include <optional>
#include <set>

#include "core/consequences.h"
#include "core/index.h"
#include "engine/conformance.h"
#include "rooms.h"
#include "wire/board.h"

namespace fastslow {
namespace {

using testing::smallest;
using testing::solution_of;
using testing::visible_variables;
using testing::with_placed;

class BrokenParts : public ::testing::TestWithParam<const Family*> {};

// --- whole boards -----------------------------------------------------------------------------------------

// The value of each variable; nothing where it has none, or several.
using Values = std::vector<std::optional<int>>;

Values values_of(const Model& model, const std::vector<Mark>& marks) {
  Values values(at(model.variable_count()));
  std::vector<int> placed(values.size(), 0);
  for (Literal l = 0; l < model.literal_count(); ++l) {
    if (marks[at(l)] != Mark::placed) continue;
    values[at(model.variable_of(l))] = model.value_of(l);
    if (++placed[at(model.variable_of(l))] > 1) values[at(model.variable_of(l))].reset();
  }
  return values;
}

bool within(long long sum, const Constraint& constraint) {
  return sum >= constraint.at_least && sum <= constraint.at_most;
}

// By the words of `ConstraintKind`. Requires a value for every variable that it speaks of.
bool holds(const Model& model, const Constraint& constraint, const Values& values) {
  std::vector<int> its;
  for (const VariableId v : constraint.variables) its.push_back(*values[at(v)]);
  long long total = 0;
  switch (constraint.kind) {
    case ConstraintKind::all_different:
      return std::set<int>(its.begin(), its.end()).size() == its.size();
    case ConstraintKind::cardinality:
    case ConstraintKind::sum:
      for (const Term& term : constraint.terms) {
        if (values[at(model.variable_of(term.literal))] == model.value_of(term.literal)) total += term.weight;
      }
      return within(total, constraint);
    case ConstraintKind::linear:
      for (std::size_t i = 0; i < its.size(); ++i) total += 1LL * its[i] * constraint.coefficients[i];
      return within(total, constraint);
    case ConstraintKind::product:
      total = 1;
      for (const int value : its) total *= value;
      return total == constraint.at_least;
    case ConstraintKind::table:
      return std::find(constraint.tuples.begin(), constraint.tuples.end(), its) != constraint.tuples.end();
  }
  return false;
}

bool is_settled(const Model& model, const Constraint& constraint, const Values& values) {
  return std::all_of(constraint.variables.begin(), constraint.variables.end(),
                     [&](VariableId v) { return values[at(v)].has_value(); }) &&
         std::all_of(constraint.terms.begin(), constraint.terms.end(),
                     [&](const Term& term) { return values[at(model.variable_of(term.literal))].has_value(); });
}

std::set<ConstraintId> constraints_of(const Model& model, const std::vector<PartId>& parts) {
  std::set<ConstraintId> constraints;
  for (const PartId part : parts) constraints.insert(model.group(group_of_part(part)).constraint);
  constraints.erase(-1);
  return constraints;
}

// Solutions with up to three wrong values: boards on which few rules are broken, so that each is told apart.
TEST_P(BrokenParts, OfAWholeBoardAreWhatTheRulesSay) {
  const Puzzle puzzle = smallest(*GetParam());
  const Model& model = puzzle.model;
  const std::vector<Literal> solution = solution_of(model);
  const std::vector<VariableId> visible = visible_variables(model);
  Random random(61);
  int broken_boards = 0;
  for (int round = 0; round < 60; ++round) {
    std::vector<Literal> board;
    for (const VariableId v : visible) board.push_back(solution[at(v)]);
    for (int wrong = round == 0 ? 0 : 1 + random.below(3); wrong > 0; --wrong) {
      const auto place = at(random.below(static_cast<int>(visible.size())));
      const Variable& v = model.variable(visible[place]);
      if (!model.is_given(board[place])) board[place] = v.first_literal + random.below(v.domain_size());
    }
    const Consequences follows = consequences_of(model, with_placed(model, board));
    const Values values = values_of(model, follows.marks);
    const std::set<ConstraintId> told = constraints_of(model, follows.broken);
    bool fine = true;
    for (std::size_t c = 0; c < model.constraints().size(); ++c) {
      const Constraint& constraint = model.constraints()[c];
      // A hidden variable is left open where the rules clash; then its rules are not judged alone.
      const bool settled = is_settled(model, constraint, values);
      const bool kept = settled && holds(model, constraint, values);
      fine = fine && kept;
      const bool judged = settled && constraint.kind != ConstraintKind::table;
      if (!judged) continue;
      EXPECT_EQ(told.contains(static_cast<ConstraintId>(c)), !kept) << round << " " << constraint.name.key;
    }
    EXPECT_TRUE(follows.complete);
    EXPECT_EQ(follows.broken.empty(), fine) << round;
    broken_boards += fine ? 0 : 1;
  }
  EXPECT_GT(broken_boards, 10);
}

// --- boards with open variables ----------------------------------------------------------------------------

// What each run of literals can add to a group's sum: of a weighted group one literal of each variable is chosen; the
// literals of others are free of each other.
std::vector<std::vector<int>> choices_of(const Model& model, const Group& group, const std::vector<Mark>& marks) {
  std::vector<std::vector<int>> choices;
  VariableId last = -1;
  for (std::size_t i = 0; i < group.literals.size(); ++i) {
    const Mark mark = marks[at(group.literals[i])];
    const VariableId variable = model.variable_of(group.literals[i]);
    if (!group.is_weighted()) {
      choices.emplace_back();
      if (mark != Mark::placed) choices.back().push_back(0);
      if (mark != Mark::ruled_out) choices.back().push_back(1);
      continue;
    }
    if (variable != last) choices.emplace_back();
    if (mark != Mark::ruled_out) choices.back().push_back(group.weights[i]);
    last = variable;
  }
  return choices;
}

// Every sum there can be; nothing if there are too many assignments to try.
std::optional<std::vector<int>> sums_of(const std::vector<std::vector<int>>& choices) {
  std::vector<int> sums = {0};
  for (const std::vector<int>& choice : choices) {
    std::vector<int> longer;
    for (const int sum : sums) {
      for (const int more : choice) longer.push_back(sum + more);
    }
    if (longer.size() > 4096) return std::nullopt;
    sums = std::move(longer);
  }
  return sums;
}

// The number of parts that were tried. Where there are hidden variables, one more part of a rule may be told: the one
// on which settling them ran aground.
int expect_broken_by_trying(const Model& model, const State& state) {
  const Consequences follows = consequences_of(model, state);
  const std::set<PartId> told(follows.broken.begin(), follows.broken.end());
  int tried = 0;
  std::vector<Name> surplus;
  for (GroupId g = 0; g < model.group_count(); ++g) {
    const Group& group = model.group(g);
    const auto sums = sums_of(choices_of(model, group, follows.marks));
    if (!sums || (group.is_weighted() && sums->empty())) continue;
    const auto can = [&](auto meets) { return std::any_of(sums->begin(), sums->end(), meets); };
    const bool lower = can([&](int sum) { return sum >= group.at_least; });
    const bool upper = can([&](int sum) { return sum <= group.at_most; });
    for (const auto& [part, possible] : {std::pair(lower_part(g), lower), std::pair(upper_part(g), upper)}) {
      ++tried;
      if (possible && told.contains(part)) {
        const Name& rule = model.constraint(group.constraint).name;
        EXPECT_EQ(std::count(surplus.begin(), surplus.end(), rule), 0) << "part " << part << " can be met";
        surplus.push_back(rule);
      }
      EXPECT_TRUE(possible || told.contains(part)) << "part " << part << " cannot be met, and is not told";
    }
  }
  EXPECT_TRUE(surplus.empty() || model.has_hidden()) << "a part is told that can be met";
  return tried;
}

// Whatever is placed and ruled out, the state stays one, and what is broken in it is what cannot be met.
TEST_P(BrokenParts, OfRandomPlayAreThoseThatNothingCanMeet) {
  Random random(21);
  int tried = 0;
  int conflicts = 0;
  for (int game = 0; game < 3; ++game) {
    const Puzzle puzzle = smallest(*GetParam());
    State state = initial_state(puzzle.model);
    std::size_t settled = facts_of(puzzle.model, state).size();
    for (int i = 0; i < 60; ++i) {
      const Step step{random.below(puzzle.model.literal_count()), random.below(3) != 0};
      const State before = state;
      const Result<State> next = apply(puzzle.model, state, step);
      if (!next.ok()) {
        EXPECT_EQ(state, before);
        continue;
      }
      state = next.value();
      EXPECT_EQ(facts_of(puzzle.model, state).size(), ++settled);
      tried += expect_broken_by_trying(puzzle.model, state);
      conflicts += violated(puzzle.model, state).empty() ? 0 : 1;
    }
    for (const VariableId v : visible_variables(puzzle.model)) {
      int placed = 0;
      for (int i = 0; i < puzzle.model.variable(v).domain_size(); ++i) {
        placed += state.marks[at(puzzle.model.variable(v).first_literal + i)] == Mark::placed ? 1 : 0;
      }
      EXPECT_LE(placed, 1);
    }
    EXPECT_FALSE(text_of(puzzle, state).empty());
  }
  EXPECT_GT(tried, 100);
  EXPECT_GT(conflicts, 0);
}

INSTANTIATE_TEST_SUITE_P(Families, BrokenParts, ::testing::ValuesIn(testing::all_families()),
                         [](const auto& family) { return family.param->id; });

}  // namespace
}  // namespace fastslow
