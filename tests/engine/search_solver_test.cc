#include "solver/search_solver.h"

#include <gtest/gtest.h>

#include "engine/helpers.h"
#include "engine/tiny_models.h"
#include "rooms.h"

namespace fastslow {
namespace {

using testing::all_parts;
using testing::all_solutions;
using testing::is_minimal;
using testing::is_unsatisfiable;
using testing::puzzle_of;
using testing::tiny_facts;
using testing::tiny_model;

TEST(SearchSolver, AgreesWithTryingEverythingAndGivesMinimalCores) {
  Random random(21);
  for (int round = 0; round < 150; ++round) {
    const Model model = tiny_model(random);
    const auto solver = make_search_solver(model);
    for (int i = 0; i < 4; ++i) {
      const std::vector<Step> facts = tiny_facts(random, model, 4);
      const auto solutions = all_solutions(model, {all_parts(model), facts});
      const CheckResult result = solver->check({.facts = facts, .want_core = true});
      ASSERT_EQ(result.truth, solutions.empty() ? Truth::unsat : Truth::sat) << "round " << round;
      if (result.truth == Truth::sat) {
        EXPECT_NE(std::find(solutions.begin(), solutions.end(), result.assignment), solutions.end());
      } else {
        EXPECT_TRUE(is_unsatisfiable(model, result.core));
        EXPECT_TRUE(is_minimal(model, result.core, {}));
      }
    }
  }
}

TEST(SearchSolver, UsesOnlyThePartsItIsGiven) {
  const Model model = puzzle_of("................").model;
  const auto solver = make_search_solver(model);
  Query twice{.facts = {{model.literal(0, 1), true}, {model.literal(1, 1), true}}, .want_core = true};
  EXPECT_EQ(solver->check(twice).truth, Truth::unsat);
  twice.parts.emplace();
  EXPECT_EQ(solver->check(twice).truth, Truth::sat);
}

TEST(SearchSolver, StaysUsableAfterABudgetRanOut) {
  const Model model =
      puzzle_of("..6..8.1.9.......7...397...........2.2..6.8..6319..7....5.3..9....4.....8...1.5..").model;
  const auto solver = make_search_solver(model);
  EXPECT_EQ(solver->check({.budget = 5}).truth, Truth::unknown);
  EXPECT_EQ(solver->check({}).truth, Truth::sat);
}

}  // namespace
}  // namespace fastslow
