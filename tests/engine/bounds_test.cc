// "Gave up" must never read as "no". Every bound of engine/README.md is made tiny here, and step by step larger:
// whatever is said on the way agrees with what is so, or says that it is not settled.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/search.h"
#include "engine/conformance.h"
#include "engine/helpers.h"
#include "puzzles/common/reduce.h"
#include "rooms.h"
#include "solver/choose_step.h"
#include "solver/clash.h"
#include "solver/marginals.h"
#include "solver/rating.h"
#include "solver/reasoning.h"
#include "solver/search_solver.h"
#include "solver/z3_solver.h"
#include "wire/requests.h"
#include "workshop/workshop.h"

namespace fastslow {
namespace {

using testing::puzzle_of;

// Boards that need search, with no, one and several solutions.
struct Known {
  std::string family;
  std::string text;
  Count count;
};

const std::vector<Known>& boards() {
  static const std::vector<Known> known = {
      {"sudoku", "..6..8.1.9.......7...397...........2.2..6.8..6319..7....5.3..9....4.....8...1.5..", Count::one},
      {"sudoku", "..6..8.1.9.......7...397...........2.2..6.8..6319..7....5.3..9....4.....8........", Count::several},
      {"sudoku", "1.............2.", Count::several},
      {"sudoku", "12....2.3...4...", Count::none},
      {"nonogram", "4x4:1/1/1/1/1/1/1/1", Count::several},
      {"nonogram", "4x4:2.1/1/1/1/1/1/1/1", Count::none},
      {"kenken", "aaab/cabb/cddb/cdee;24x,8+,6x,11+,1-", Count::one},
      {"kenken", "aabb/aacc/ddee/ddee;10+,3,7,10+,10+", Count::several},
      {"minesweeper", "5x2n1:.....1....", Count::several},
  };
  return known;
}

// Bounds from one unit to plenty.
std::vector<std::uint64_t> bounds(std::uint64_t largest) {
  std::vector<std::uint64_t> all;
  for (std::uint64_t bound = 1; bound <= largest; bound *= 8) all.push_back(bound);
  return all;
}

// Those on which searching for everything costs nothing.
std::vector<Known> small_boards() {
  std::vector<Known> small = boards();
  std::erase_if(small,
                [](const Known& known) { return puzzle_of(known.text, known.family).model.literal_count() > 200; });
  return small;
}

// What is so, from an unbounded search: the number of solutions, at most two.
Count truth_of(const Model& model) { return count_in(search(model, {}, {.limit = 2})); }

TEST(Bounds, TheBoardsAreWhatTheyAreCalled) {
  for (const Known& known : boards()) {
    const Puzzle puzzle = puzzle_of(known.text, known.family);
    EXPECT_EQ(truth_of(puzzle.model), known.count) << known.text;
  }
}

TEST(Bounds, ASearchThatIsStoppedHasSettledNothingElse) {
  for (const Known& known : boards()) {
    const Model model = puzzle_of(known.text, known.family).model;
    for (const std::uint64_t bound : bounds(65536)) {
      const Count count = count_in(search(model, {}, {.limit = 2, .max_nodes = bound}));
      EXPECT_TRUE(count == known.count || count == Count::unknown) << known.text << " within " << bound;
      EXPECT_TRUE(!puzzles::has_one_solution(model, bound) || known.count == Count::one);
    }
  }
}

TEST(Bounds, ARatingIsOfWhatIsProvedOrOfNothing) {
  int open = 0;
  for (const Known& known : small_boards()) {
    const Model model = puzzle_of(known.text, known.family).model;
    for (const std::uint64_t bound : bounds(4096)) {
      const Rating rating = rate(model, bound);
      EXPECT_TRUE(rating.count == known.count || rating.count == Count::unknown) << known.text << " within " << bound;
      if (rating.count == Count::unknown) {
        ++open;
        EXPECT_EQ(rating.steps, 0);
      }
    }
    // What the search leaves open, System 2 answers; and the same steps are told.
    const auto solver = make_z3_solver(model);
    const Rating settled = rate(model, 1, [&] { return uniqueness(*solver, {}, {}); });
    EXPECT_EQ(settled.count, known.count) << known.text;
    EXPECT_EQ(settled.steps, rate(model, 0).steps);
    // If that has a budget which ends, too, nothing is claimed.
    const Rating given_up = rate(model, 1, [&] { return uniqueness(*solver, {}, {.total = 1}); });
    EXPECT_TRUE(given_up.count == known.count || given_up.count == Count::unknown) << known.text;
  }
  EXPECT_GT(open, 0);
}

TEST(Bounds, WhatIsMadeToOrderIsMeasuredOrSaysThatItIsNot) {
  const Family& family = *find_family("kenken");
  const auto made = workshop::make_puzzle(family, "4x4", Level::easy, 3, 1);
  ASSERT_TRUE(made.ok());
  const Rating rating = rate(family.parse(made.value().text).value().model, 0);
  EXPECT_EQ(rating.count, Count::one);
  EXPECT_TRUE(!made.value().measured || made.value().level == workshop::level_of(rating, family));
  EXPECT_TRUE(workshop::make_puzzle(family, "4x4", Level::easy, 3).value().measured);
}

// System 2 by either solver, within budgets from nothing to enough.
template <class MakeSolver>
void questions_within_budgets(const std::vector<Known>& known_boards, const MakeSolver& make_solver,
                              std::uint64_t largest) {
  for (const Known& known : known_boards) {
    const Puzzle puzzle = puzzle_of(known.text, known.family);
    const Model& model = puzzle.model;
    const bool solvable = known.count != Count::none;
    const Choice best = choose_step(*make_solver(model), {}, {}, {});
    for (const std::uint64_t budget : bounds(largest)) {
      const auto solver = make_solver(model);
      const Limits limits{budget, 1};
      SCOPED_TRACE(known.text + " within " + std::to_string(budget));
      const Truth truth = fastslow::solver::solve(*solver, {}, limits).truth;
      EXPECT_TRUE(truth == Truth::unknown || (truth == Truth::sat) == solvable);
      const Count count = uniqueness(*solver, {}, limits).count;
      EXPECT_TRUE(count == Count::unknown || count == known.count);
      const Backbone fixed = backbone(*solver, {}, limits);
      EXPECT_TRUE(fixed.truth == Truth::unknown || (fixed.truth == Truth::sat) == solvable);
      const Truth diagnosed = diagnose(*solver, {}, limits).truth;
      EXPECT_TRUE(diagnosed == Truth::unknown || (diagnosed == Truth::sat) == solvable);
      const Finding found = choose_step(*solver, {}, {}, limits).finding;
      EXPECT_TRUE(found == Finding::unknown || found == best.finding);
      if (!solvable || !best.proof) continue;
      const Literal literal = best.proof->step.literal;
      const Finding right = best.proof->step.place ? Finding::forced : Finding::refuted;
      const Finding examined = examine(*solver, {}, literal, limits).finding;
      EXPECT_TRUE(examined == Finding::unknown || examined == right);
    }
  }
}

TEST(Bounds, Z3SaysNothingFalseWithinAnyBudget) {
  questions_within_budgets(
      boards(), [](const Model& model) { return make_z3_solver(model); }, 1 << 16);
}

TEST(Bounds, WhatShipsSaysNothingFalseWithinAnyBudget) {
  questions_within_budgets(
      boards(), [](const Model& model) { return make_presolved_z3_solver(model); }, 1 << 16);
}

TEST(Bounds, TheSearchSolverSaysNothingFalseWithinAnyBudget) {
  // The smallest: its cores cost a search for each of their members.
  std::vector<Known> tiny = small_boards();
  std::erase_if(tiny, [](const Known& known) { return known.family == "kenken"; });
  questions_within_budgets(
      tiny, [](const Model& model) { return make_search_solver(model); }, 512);
}

// Whoever is blamed for a contradiction is blamed with a proof.
TEST(Bounds, GuessesAreBlamedOnlyForWhatTheyDid) {
  const Model model = puzzle_of("aaab/cabb/cddb/cdee;24x,8+,6x,11+,1-", "kenken").model;
  const std::vector<Literal> solution = testing::solution_of(model);
  std::vector<Step> guesses;
  for (const VariableId v : {0, 1, 6, 9}) {
    const int right = model.value_of(solution[static_cast<std::size_t>(v)]);
    guesses.push_back({model.literal(v, v == 6 ? right : right % 4 + 1), true});
  }
  for (const std::uint64_t budget : bounds(1 << 20)) {
    const auto solver = make_z3_solver(model);
    const Diagnosis diagnosis = diagnose(*solver, guesses, {budget, 1});
    EXPECT_NE(diagnosis.truth, Truth::sat);
    for (const Proof& proof : diagnosis.wrong) {
      std::vector<Step> facts = proof.core.facts;
      facts.push_back(negated(proof.step));
      EXPECT_TRUE(search(model, facts, {}).solutions.empty()) << budget;
    }
  }
}

TEST(Bounds, OddsAreOfAllSolutionsOrNotToldAtAll) {
  for (const Known& known : small_boards()) {
    const Model model = puzzle_of(known.text, known.family).model;
    const SearchResult all = search(model, {}, {.limit = 20000, .max_nodes = 200000});
    const bool whole = all.exhausted && all.solutions.size() < 20000;
    for (const std::uint64_t nodes : bounds(1024)) {
      for (const int listed : {1, 2, 20}) {
        const solver::Marginals counted = solver::marginals(model, {}, nodes, listed);
        if (counted.truth == Truth::unknown) continue;
        EXPECT_EQ(counted.truth == Truth::sat, known.count != Count::none) << known.text;
        if (counted.truth == Truth::unsat || !whole) continue;
        for (Literal l = 0; l < model.literal_count(); ++l) {
          if (model.is_hidden(l)) continue;
          double holds = 0;
          for (const auto& solution : all.solutions) {
            holds += solution[static_cast<std::size_t>(model.variable_of(l))] == l ? 1 : 0;
          }
          EXPECT_NEAR(counted.shares[static_cast<std::size_t>(l)], holds / static_cast<double>(all.solutions.size()),
                      1e-9);
        }
      }
    }
  }
}

// Rules of a puzzle without a solution, by name: a model of these alone.
bool leaves_no_solution(const Model& model, const std::vector<Name>& rules) {
  const auto solver = make_z3_solver(model);
  Query query;
  query.want_core = true;
  query.parts.emplace();
  for (PartId part = 0; part < model.part_count(); ++part) {
    const Group& group = model.group(group_of_part(part));
    if (group.is_domain() || part_is_trivial(model, part)) continue;
    const Name& name = model.constraint(group.constraint).name;
    if (std::find(rules.begin(), rules.end(), name) != rules.end()) query.parts->push_back(part);
  }
  return solver->check(query).truth == Truth::unsat;
}

TEST(Bounds, RulesThatClashAreCalledNeededOnlyIfEachIs) {
  bool all_needed = false;
  bool some = false;
  for (const Known& known : boards()) {
    const Model model = puzzle_of(known.text, known.family).model;
    for (const std::uint64_t budget : bounds(1 << 21)) {
      const auto solver = make_z3_solver(model);
      const Clash clash = solver::clash(*solver, {budget});
      SCOPED_TRACE(known.text + " within " + std::to_string(budget));
      EXPECT_TRUE(clash.truth == Truth::unknown || (clash.truth == Truth::unsat) == (known.count == Count::none));
      EXPECT_EQ(clash.rules.empty(), clash.truth != Truth::unsat);
      if (clash.truth != Truth::unsat) continue;
      EXPECT_TRUE(leaves_no_solution(model, clash.rules));
      (clash.minimal ? all_needed : some) = true;
      for (const Name& rule : clash.rules) {
        std::vector<Name> rest = clash.rules;
        std::erase(rest, rule);
        EXPECT_TRUE(!clash.minimal || !leaves_no_solution(model, rest)) << rule.key;
      }
    }
    // With a single check there is nothing to show it with.
    const auto solver = make_z3_solver(model);
    const Clash hasty = solver::clash(*solver, {0, 1});
    some |= hasty.truth == Truth::unsat && !hasty.minimal;
  }
  EXPECT_TRUE(all_needed);
  EXPECT_TRUE(some);
}

// As the page asks, whose words follow these.
TEST(Bounds, AnswersToThePageSaySo) {
  const Puzzle puzzle = puzzle_of(boards().front().text);
  const auto solver = make_z3_solver(puzzle.model);
  const auto ask = [&](const Question& question) {
    return wire::answer_json(puzzle, *solver, {question, {}, 1}, {1, 1, 1});
  };
  EXPECT_EQ(ask(session::Unique{}).at("count"), "unknown");
  EXPECT_EQ(ask(session::Solve{}).at("truth"), "unknown");
  EXPECT_EQ(ask(session::Diagnose{}).at("truth"), "unknown");
  EXPECT_EQ(ask(session::Choose{}).at("finding"), "unknown");
  EXPECT_EQ(ask(session::Examine{0}).at("finding"), "unknown");
  EXPECT_EQ(ask(session::Marginals{}).at("truth"), "unknown");
}

}  // namespace
}  // namespace fastslow
