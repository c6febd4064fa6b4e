#include "solver/presolve.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <string>

#include "core/search.h"
#include "engine/conformance.h"
#include "engine/helpers.h"
#include "engine/tiny_models.h"
#include "rooms.h"
#include "solver/z3_solver.h"

namespace fastslow {
namespace {

using testing::all_parts;
using testing::all_solutions;
using testing::generated;
using testing::is_unsatisfiable;
using testing::puzzle_of;
using testing::tiny_facts;
using testing::tiny_model;

// A rest that is never to be asked.
class Silent final : public Solver {
 public:
  explicit Silent(const Model& model) : model_(model) {}
  [[nodiscard]] const Model& model() const override { return model_; }
  CheckResult check(const Query& /*query*/) override {
    ADD_FAILURE() << "the rest was asked";
    return {};
  }

 private:
  const Model& model_;
};

std::unique_ptr<Solver> make_alone(const Model& model) {
  return make_presolved(model, [](const Model& m) { return std::make_unique<Silent>(m); });
}

// As many as the variable FASTSLOW_ROUNDS says: ten thousand take minutes.
int rounds() {
  const char* asked = std::getenv("FASTSLOW_ROUNDS");
  return asked == nullptr ? 300 : std::stoi(asked);
}

bool differs(const Model& model, const std::vector<Literal>& a, const std::vector<Literal>& b) {
  for (std::size_t v = 0; v < a.size(); ++v) {
    if (a[v] != b[v] && !model.is_hidden(a[v])) return true;
  }
  return false;
}

TEST(Presolved, AgreesWithTryingEverything) {
  Random random(61);
  for (int round = 0; round < rounds(); ++round) {
    const Model model = tiny_model(random);
    const auto solver = make_presolved_z3_solver(model);
    for (int i = 0; i < 4; ++i) {
      SCOPED_TRACE(::testing::Message() << "round " << round << " question " << i);
      const std::vector<Step> facts = tiny_facts(random, model, 4);
      const auto solutions = all_solutions(model, {all_parts(model), facts});
      const CheckResult plain = solver->check({.facts = facts});
      ASSERT_EQ(plain.truth, solutions.empty() ? Truth::unsat : Truth::sat);
      const CheckResult cited = solver->check({.facts = facts, .want_core = true});
      ASSERT_EQ(cited.truth, plain.truth);
      if (solutions.empty()) {
        EXPECT_TRUE(is_unsatisfiable(model, cited.core));
        continue;
      }
      EXPECT_NE(std::find(solutions.begin(), solutions.end(), plain.assignment), solutions.end());
      const CheckResult other = solver->check({.facts = facts, .apart_from = plain.assignment});
      const bool several = std::any_of(solutions.begin(), solutions.end(), [&](const std::vector<Literal>& solution) {
        return differs(model, solution, plain.assignment);
      });
      ASSERT_EQ(other.truth, several ? Truth::sat : Truth::unsat);
      if (several) {
        EXPECT_TRUE(differs(model, other.assignment, plain.assignment));
        EXPECT_NE(std::find(solutions.begin(), solutions.end(), other.assignment), solutions.end());
      }
    }
  }
}

TEST(Presolved, UsesOnlyThePartsItIsGiven) {
  Random random(62);
  for (int round = 0; round < rounds(); ++round) {
    const Model model = tiny_model(random);
    const auto solver = make_presolved_z3_solver(model);
    const std::vector<Step> facts = tiny_facts(random, model, 4);
    std::vector<PartId> parts = all_parts(model);
    std::erase_if(parts, [&](PartId) { return random.below(2) == 0; });
    const CheckResult result = solver->check({.facts = facts, .want_core = true, .parts = parts});
    ASSERT_EQ(result.truth, is_unsatisfiable(model, {parts, facts}) ? Truth::unsat : Truth::sat) << round;
    for (const PartId part : result.core.parts) EXPECT_TRUE(std::binary_search(parts.begin(), parts.end(), part));
    for (const Step fact : result.core.facts) EXPECT_NE(std::find(facts.begin(), facts.end(), fact), facts.end());
    EXPECT_TRUE(result.truth == Truth::sat || is_unsatisfiable(model, result.core)) << round;
  }
}

TEST(Presolved, CitesFactsThatContradictEachOtherOrAGiven) {
  const Model model = puzzle_of("1...............").model;
  const auto solver = make_alone(model);
  const Step given{model.literal(0, 1), false};
  EXPECT_EQ(solver->check({.facts = {given}, .want_core = true}).core, (Core{{}, {given}}));
  const Literal l = model.literal(5, 2);
  const CheckResult both = solver->check({.facts = {{l, false}, {l, true}}, .want_core = true});
  EXPECT_EQ(both.core, (Core{{}, {{l, true}, {l, false}}}));
}

// Boards of every family with facts from a solution, one of them perhaps wrong, against the search that shares no code
// with the solver but propagation.
TEST(Presolved, AgreesWithTheSearchOnBoardsOfEveryFamily) {
  Random random(63);
  const auto families = testing::all_families();
  for (int round = 0; round < rounds(); ++round) {
    const Family& family = *families[static_cast<std::size_t>(round) % families.size()];
    if (!family.listed) continue;
    const Puzzle puzzle = generated(family, family.sizes.front(), Level::hard, 100 + static_cast<std::uint64_t>(round));
    const Model& model = puzzle.model;
    const std::vector<Literal> solution = testing::solution_of(model);
    const auto solver = make_presolved_z3_solver(model);
    std::vector<Step> facts;
    for (const VariableId v : testing::visible_variables(model)) {
      if (random.below(4) == 0) facts.push_back({solution[static_cast<std::size_t>(v)], true});
    }
    const auto variables = testing::visible_variables(model);
    const VariableId v = variables[static_cast<std::size_t>(random.below(static_cast<int>(variables.size())))];
    facts.push_back({model.variable(v).first_literal + random.below(model.variable(v).domain_size()), true});
    const SearchResult all = search(model, facts, {.limit = 2});
    const Uniqueness unique = uniqueness(*solver, facts, {});
    SCOPED_TRACE(family.id + " round " + std::to_string(round));
    ASSERT_EQ(unique.count, count_in(all));
    if (!all.solutions.empty()) continue;
    const CheckResult cited = make_presolved_z3_solver(model)->check({.facts = facts, .want_core = true});
    ASSERT_EQ(cited.truth, Truth::unsat);
    const Query again{.facts = cited.core.facts, .want_core = true, .parts = cited.core.parts};
    EXPECT_EQ(make_z3_solver(model)->check(again).truth, Truth::unsat) << "Z3 does not confirm the core";
  }
}

// The rest is made when it is first needed, and what it says is what counts.
TEST(Presolved, AsksTheRestOnlyForWhatIsLeft) {
  const Model easy =
      puzzle_of("..4.5..9...24....3....2.6...5.........9.48..1.7..6..5.8...7...2.......37.31......").model;
  EXPECT_EQ(uniqueness(*make_alone(easy), {}, {}).count, Count::one);
  // Ten pigeons in nine holes: hopeless by cases.
  Model pigeons;
  for (int i = 0; i < 10; ++i) pigeons.add_variable({"pigeon", {{"n", i}}}, 1, 9);
  for (VariableId a = 0; a < 10; ++a) {
    for (VariableId b = a + 1; b < 10; ++b) pigeons.add_all_different({"pair", {{"a", a}, {"b", b}}}, {a, b});
  }
  int asked = 0;
  const auto solver = make_presolved(pigeons, [&](const Model& model) {
    ++asked;
    return make_z3_solver(model);
  });
  EXPECT_EQ(asked, 0);
  EXPECT_EQ(solver->check({}).truth, Truth::unsat);
  EXPECT_EQ(asked, 1);
}

TEST(Presolved, StaysWithinItsBudgetAndGoesOnAfterIt) {
  const Model model =
      puzzle_of("..6..8.1.9.......7...397...........2.2..6.8..6319..7....5.3..9....4.....8...1.5..").model;
  const auto solver = make_presolved_z3_solver(model);
  for (const std::uint64_t budget : {1U, 20U, 400U}) {
    const CheckResult cut = solver->check({.budget = budget});
    EXPECT_LE(cut.effort, budget);
    EXPECT_TRUE(cut.truth != Truth::unknown || cut.effort == budget);
  }
  EXPECT_EQ(solver->check({}).truth, Truth::sat);
}

}  // namespace
}  // namespace fastslow
