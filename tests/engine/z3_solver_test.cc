#include "solver/z3_solver.h"

#include <gtest/gtest.h>

#include "core/consequences.h"
#include "engine/helpers.h"
#include "engine/tiny_models.h"
#include "rooms.h"

namespace fastslow {
namespace {

using testing::all_parts;
using testing::all_solutions;
using testing::is_unsatisfiable;
using testing::puzzle_of;
using testing::tiny_facts;
using testing::tiny_model;

// From the generator.
constexpr const char* kHard = "..6..8.1.9.......7...397...........2.2..6.8..6319..7....5.3..9....4.....8...1.5..";

TEST(Z3Solver, AgreesWithTryingEverything) {
  Random random(11);
  for (int round = 0; round < 80; ++round) {
    const Model model = tiny_model(random);
    const auto solver = make_z3_solver(model);
    for (int i = 0; i < 4; ++i) {
      const std::vector<Step> facts = tiny_facts(random, model, 4);
      const auto solutions = all_solutions(model, {all_parts(model), facts});
      for (const bool want_core : {false, true}) {
        const CheckResult result = solver->check({.facts = facts, .want_core = want_core});
        ASSERT_EQ(result.truth, solutions.empty() ? Truth::unsat : Truth::sat) << "round " << round;
        if (result.truth == Truth::sat) {
          EXPECT_NE(std::find(solutions.begin(), solutions.end(), result.assignment), solutions.end());
        } else if (want_core) {
          EXPECT_TRUE(is_unsatisfiable(model, result.core));
        }
      }
    }
  }
}

TEST(Z3Solver, UsesOnlyThePartsItIsGiven) {
  Random random(12);
  for (int round = 0; round < 80; ++round) {
    const Model model = tiny_model(random);
    const auto solver = make_z3_solver(model);
    for (int i = 0; i < 4; ++i) {
      Core some{{}, tiny_facts(random, model, 3)};
      for (const PartId part : all_parts(model)) {
        if (random.below(2) == 0) some.parts.push_back(part);
      }
      const CheckResult result = solver->check({.facts = some.facts, .want_core = true, .parts = some.parts});
      ASSERT_EQ(result.truth == Truth::unsat, is_unsatisfiable(model, some)) << "round " << round;
      if (result.truth == Truth::unsat) {
        EXPECT_TRUE(is_unsatisfiable(model, result.core));
        EXPECT_TRUE(
            std::includes(some.parts.begin(), some.parts.end(), result.core.parts.begin(), result.core.parts.end()));
      }
      // Fewer of the same, as when a core is made smaller.
      if (some.parts.empty()) continue;
      some.parts.erase(some.parts.begin() + random.below(static_cast<int>(some.parts.size())));
      const CheckResult fewer = solver->check({.facts = some.facts, .want_core = true, .parts = some.parts});
      ASSERT_EQ(fewer.truth == Truth::unsat, is_unsatisfiable(model, some)) << "round " << round;
    }
  }
}

// From Debian's sgt-towers --generate 1 6dx#17. Z3 4.8.12 refutes its plain encoding.
TEST(Z3Solver, DoesNotRefuteWhatHasASolution) {
  const Model model = puzzle_of("6:////2/5///2//3/1//3/1/3//3/5/////,u3n", "skyscrapers").model;
  const CheckResult result = make_z3_solver(model)->check({});
  ASSERT_EQ(result.truth, Truth::sat);
  State state = initial_state(model);
  for (const Literal l : result.assignment) state.marks[static_cast<std::size_t>(l)] = Mark::placed;
  EXPECT_TRUE(violated(model, state).empty());
}

TEST(Z3Solver, NamesContradictoryFacts) {
  const Model model = puzzle_of("................").model;
  const auto solver = make_z3_solver(model);
  const Step fact{5, true};
  const CheckResult result = solver->check({.facts = {fact, negated(fact), fact}, .want_core = true});
  EXPECT_EQ(result.truth, Truth::unsat);
  EXPECT_TRUE(result.core.parts.empty());
  EXPECT_EQ(result.core.facts, (std::vector<Step>{fact, negated(fact)}));
}

TEST(Z3Solver, NoPartsMeansNoRules) {
  const Model model = puzzle_of("................").model;
  const auto solver = make_z3_solver(model);
  Query twice{.facts = {{model.literal(0, 1), true}, {model.literal(1, 1), true}}, .want_core = true};
  EXPECT_EQ(solver->check(twice).truth, Truth::unsat);
  twice.parts.emplace();
  EXPECT_EQ(solver->check(twice).truth, Truth::sat);
}

// A budget too small for the check gives `unknown`, is kept to, and leaves nothing behind.
TEST(Z3Solver, StaysUsableAfterABudgetRanOut) {
  const Model model = puzzle_of(kHard).model;
  const auto solver = make_z3_solver(model);
  for (const bool want_core : {false, true}) {
    for (const std::uint64_t budget : {1U, 10U, 100U, 1000U}) {
      const CheckResult cut = make_z3_solver(model)->check({.want_core = want_core, .budget = budget});
      EXPECT_EQ(cut.truth, Truth::unknown) << budget;
      EXPECT_TRUE(cut.assignment.empty());
      EXPECT_LE(cut.effort, budget + 1);
      solver->check({.want_core = want_core, .budget = budget});
      EXPECT_EQ(solver->check({.want_core = want_core}).truth, Truth::sat);
    }
  }
}

// The limit is per check, although Z3 counts over the life of its context.
TEST(Z3Solver, CountsEveryCheckAnew) {
  const Model model = puzzle_of(kHard).model;
  const auto solver = make_z3_solver(model);
  std::vector<Literal> solution = solver->check({}).assignment;
  solution.resize(12);
  const auto refute_all = [&](std::uint64_t budget) {
    std::vector<std::uint64_t> efforts;
    for (const Literal l : solution) {
      const CheckResult result = solver->check({.facts = {{l, false}}, .want_core = true, .budget = budget});
      EXPECT_EQ(result.truth, Truth::unsat);
      efforts.push_back(result.effort);
    }
    return efforts;
  };
  refute_all(0);  // Z3 learns; after that the checks are alike
  const std::vector<std::uint64_t> warm = refute_all(0);
  const std::uint64_t budget = 4 * *std::max_element(warm.begin(), warm.end());
  std::uint64_t spent = 0;
  for (int round = 0; round < 20 && spent <= budget; ++round) {
    for (const std::uint64_t effort : refute_all(budget)) spent += effort;
  }
  EXPECT_GT(spent, budget);
}

TEST(Z3Solver, RepeatsItselfExactly) {
  const Model model = puzzle_of(kHard).model;
  const auto run = [&] {
    const auto solver = make_z3_solver(model);
    std::vector<CheckResult> results;
    for (Literal l = 0; l < 60; l += 7) {
      results.push_back(solver->check({.facts = {{l, true}}, .want_core = true, .budget = 400'000}));
      results.push_back(solver->check({.facts = {{l, false}}}));
    }
    return results;
  };
  const auto once = run();
  const auto again = run();
  for (std::size_t i = 0; i < once.size(); ++i) {
    EXPECT_EQ(once[i].truth, again[i].truth);
    EXPECT_EQ(once[i].assignment, again[i].assignment);
    EXPECT_EQ(once[i].core, again[i].core);
    EXPECT_EQ(once[i].effort, again[i].effort);
  }
}

TEST(Z3Solver, FindsNothingWhereGivensClash) {
  const Model model = [] {
    Model clash = puzzle_of("................").model;
    clash.add_given(clash.literal(0, 1));
    clash.add_given(clash.literal(0, 2));
    return clash;
  }();
  const auto solver = make_z3_solver(model);
  EXPECT_EQ(solver->check({}).truth, Truth::unsat);
  const CheckResult explained = solver->check({.want_core = true});
  EXPECT_EQ(explained.truth, Truth::unsat);
  EXPECT_TRUE(explained.core.facts.empty());
}

}  // namespace
}  // namespace fastslow
