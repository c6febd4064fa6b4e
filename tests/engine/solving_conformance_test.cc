// What System 2 must keep for every family of the registry, tried on generated puzzles: checker, Z3 and trying
// everything agree, hidden variables follow from visible ones, explanations hold and are minimal.
#include <gtest/gtest.h>

#include "core/consequences.h"
#include "core/index.h"
#include "core/propagation.h"
#include "core/search.h"
#include "engine/conformance.h"
#include "rooms.h"
#include "solver/choose_step.h"
#include "solver/z3_solver.h"

namespace fastslow {
namespace {

using testing::generated;
using testing::smallest;
using testing::solution_of;
using testing::visible_variables;
using testing::with_placed;

class SolvingConformance : public ::testing::TestWithParam<const Family*> {};

// On every completion of a nearly solved tiny board: the checker, Z3 and counting by search say the same.
TEST_P(SolvingConformance, CheckerSolverAndTryingEverythingAgree) {
  const Puzzle puzzle = smallest(*GetParam());
  const Model& model = puzzle.model;
  const std::vector<Literal> solution = solution_of(model);
  std::vector<VariableId> free;
  std::vector<Literal> kept;
  std::size_t boards = 1;
  Random random(31);
  std::vector<VariableId> order = visible_variables(model);
  random.shuffle(order);
  for (const VariableId v : order) {
    const auto size = static_cast<std::size_t>(model.variable(v).domain_size());
    if (model.is_given(solution[at(v)]) || boards * size > 600) {
      kept.push_back(solution[at(v)]);
    } else {
      free.push_back(v);
      boards *= size;
    }
  }
  const auto solver = make_z3_solver(model);
  std::vector<Step> facts;
  for (const Literal l : kept) facts.push_back({l, true});
  const std::size_t expected = search(model, facts, {.limit = 100'000}).solutions.size();
  std::size_t right = 0;
  for (std::size_t board = 0; board < boards; ++board) {
    std::vector<Literal> chosen = kept;
    std::size_t rest = board;
    for (const VariableId v : free) {
      const auto size = static_cast<std::size_t>(model.variable(v).domain_size());
      chosen.push_back(model.variable(v).first_literal + static_cast<Literal>(rest % size));
      rest /= size;
    }
    const bool fits = violated(model, with_placed(model, chosen)).empty();
    right += fits ? 1 : 0;
    if (board % 7 != 0 && !fits) continue;
    std::vector<Step> all;
    for (const Literal l : chosen) all.push_back({l, true});
    ASSERT_EQ(solver->check({.facts = all}).truth, fits ? Truth::sat : Truth::unsat) << board;
  }
  EXPECT_GE(right, 1U);
  EXPECT_EQ(right, expected);
}

// See Variable::hidden.
TEST_P(SolvingConformance, HiddenVariablesFollowFromVisibleOnes) {
  for (const Size& size : GetParam()->sizes) {
    const Puzzle puzzle = generated(*GetParam(), size, Level::hard, 2);
    const Model& model = puzzle.model;
    if (!model.has_hidden()) continue;
    const std::vector<Literal> solution = solution_of(model);
    Random random(41);
    for (int round = 0; round < 20; ++round) {
      Propagator propagator(model);
      bool fine = true;
      for (const VariableId v : visible_variables(model)) {
        Literal l = solution[at(v)];
        if (round > 0 && random.below(8) == 0) {
          l = model.variable(v).first_literal + random.below(model.variable(v).domain_size());
        }
        fine = fine && propagator.assume({l, true});
      }
      if (!fine || !propagator.propagate()) {
        EXPECT_GT(round, 0) << size;
        continue;
      }
      EXPECT_EQ(propagator.depth(), model.literal_count()) << size << ": a hidden variable is left open";
    }
  }
}

bool is_refuted(const Model& model, const Core& core, Step step) {
  // A solver of its own for each question, so that nothing kept warm can help.
  std::vector<Step> facts = core.facts;
  facts.push_back(negated(step));
  return make_z3_solver(model)->check({.facts = facts, .want_core = true, .parts = core.parts}).truth == Truth::unsat;
}

TEST_P(SolvingConformance, ExplanationsAreUnsatisfiableAndMinimal) {
  const Puzzle puzzle = smallest(*GetParam());
  const Model& model = puzzle.model;
  const auto solver = make_presolved_z3_solver(model);
  const std::vector<Literal> solution = solution_of(model);
  State state = initial_state(model);
  for (int steps = 0; !is_complete(model, state); ++steps) {
    const Choice choice = choose_step(*solver, facts_of(model, state, true), {}, {});
    ASSERT_EQ(choice.finding, Finding::forced);
    const Proof& proof = *choice.proof;
    ASSERT_FALSE(model.is_hidden(proof.step.literal));
    ASSERT_EQ(solution[at(model.variable_of(proof.step.literal))] == proof.step.literal, proof.step.place);
    if (steps % 4 == 0) {
      EXPECT_TRUE(is_refuted(model, proof.core, proof.step));
      EXPECT_TRUE(proof.minimal);
      for (std::size_t i = 0; i < proof.core.parts.size(); ++i) {
        Core rest = proof.core;
        rest.parts.erase(rest.parts.begin() + static_cast<std::ptrdiff_t>(i));
        EXPECT_FALSE(is_refuted(model, rest, proof.step));
      }
    }
    state = apply(model, state, proof.step).value();
  }
  EXPECT_TRUE(violated(model, state).empty());
}

INSTANTIATE_TEST_SUITE_P(Families, SolvingConformance, ::testing::ValuesIn(testing::all_families()),
                         [](const auto& family) { return family.param->id; });

}  // namespace
}  // namespace fastslow
