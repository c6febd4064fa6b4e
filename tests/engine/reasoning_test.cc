#include "solver/reasoning.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "core/consequences.h"
#include "engine/helpers.h"
#include "engine/tiny_models.h"
#include "rooms.h"
#include "solver/choose_step.h"
#include "solver/search_solver.h"
#include "solver/z3_solver.h"

namespace fastslow {
namespace {

using testing::all_parts;
using testing::all_solutions;
using testing::holds;
using testing::is_minimal;
using testing::is_sound;
using testing::is_unsatisfiable;
using testing::puzzle_of;
using testing::tiny_facts;
using testing::tiny_model;

// From the generator.
constexpr const char* kEasy = "..4.5..9...24....3....2.6...5.........9.48..1.7..6..5.8...7...2.......37.31......";
constexpr const char* kHard = "..6..8.1.9.......7...397...........2.2..6.8..6319..7....5.3..9....4.....8...1.5..";

using Solutions = std::vector<std::vector<Literal>>;

// Every reasoning operation is one algorithm over two solvers.
enum class Kind { presolved, z3, search };

class Reasoning : public ::testing::TestWithParam<Kind> {
 protected:
  static std::unique_ptr<Solver> solver_for(const Model& model) {
    if (GetParam() == Kind::presolved) return make_presolved_z3_solver(model);
    return GetParam() == Kind::z3 ? make_z3_solver(model) : make_search_solver(model);
  }

  // Calls `body` with random models, facts, all solutions of these, and a solver.
  template <class Body>
  static void for_tiny_models(std::uint64_t seed, Body body) {
    Random random(seed);
    for (int round = 0; round < 60; ++round) {
      const Model model = tiny_model(random);
      const std::vector<Step> facts = tiny_facts(random, model, 3);
      const auto solver = solver_for(model);
      SCOPED_TRACE(::testing::Message() << "round " << round);
      body(model, facts, all_solutions(model, {all_parts(model), facts}), *solver);
    }
  }
};

// +1: holds in every solution; -1: in none; 0: in some.
int truth_of(const Model& model, const Solutions& solutions, Literal l) {
  const auto with = std::count_if(solutions.begin(), solutions.end(), [&](const std::vector<Literal>& assignment) {
    return holds(model, {l, true}, assignment);
  });
  if (with == 0) return -1;
  return with == static_cast<std::ptrdiff_t>(solutions.size()) ? 1 : 0;
}

TEST_P(Reasoning, SolvesAndCounts) {
  for_tiny_models(31, [](const Model&, const std::vector<Step>& facts, const Solutions& solutions, Solver& solver) {
    EXPECT_EQ(solve(solver, facts, {}).truth, solutions.empty() ? Truth::unsat : Truth::sat);
    const Uniqueness unique = uniqueness(solver, facts, {});
    const Count count = solutions.empty() ? Count::none : solutions.size() == 1 ? Count::one : Count::several;
    EXPECT_EQ(unique.count, count);
    const auto is_solution = [&](const std::vector<Literal>& assignment) {
      return std::find(solutions.begin(), solutions.end(), assignment) != solutions.end();
    };
    EXPECT_EQ(is_solution(unique.first), count != Count::none);
    EXPECT_EQ(is_solution(unique.second), count == Count::several);
    EXPECT_EQ(unique.first != unique.second, count != Count::none);
  });
}

TEST_P(Reasoning, FindsTheWholeBackbone) {
  for_tiny_models(32,
                  [](const Model& model, const std::vector<Step>& facts, const Solutions& solutions, Solver& solver) {
                    const Backbone found = backbone(solver, facts, {});
                    EXPECT_EQ(found.complete, !solutions.empty());
                    std::vector<Step> expected;
                    for (Literal l = 0; l < model.literal_count() && !solutions.empty(); ++l) {
                      const auto is_fact = [l](Step fact) { return fact.literal == l; };
                      if (model.is_hidden(l) || std::any_of(facts.begin(), facts.end(), is_fact)) continue;
                      if (std::find(model.givens().begin(), model.givens().end(), l) != model.givens().end()) continue;
                      const int truth = truth_of(model, solutions, l);
                      if (truth != 0) expected.push_back({l, truth > 0});
                    }
                    EXPECT_EQ(found.steps, expected);
                  });
}

TEST_P(Reasoning, ExaminesEveryLiteral) {
  for_tiny_models(33,
                  [](const Model& model, const std::vector<Step>& facts, const Solutions& solutions, Solver& solver) {
                    for (Literal l = 0; l < model.literal_count(); ++l) {
                      const Examination examination = examine(solver, facts, l, {});
                      if (solutions.empty()) {
                        EXPECT_EQ(examination.finding, Finding::contradiction);
                        continue;
                      }
                      const int truth = truth_of(model, solutions, l);
                      EXPECT_EQ(examination.finding, truth > 0   ? Finding::forced
                                                     : truth < 0 ? Finding::refuted
                                                                 : Finding::undetermined);
                      ASSERT_EQ(examination.proof.has_value(), truth != 0);
                      if (truth == 0) continue;
                      EXPECT_EQ(examination.proof->step, (Step{l, truth > 0}));
                      EXPECT_TRUE(examination.proof->minimal);
                      EXPECT_TRUE(is_sound(model, *examination.proof));
                    }
                  });
}

// On a board of any state: forced exactly if something open is forced, and then a sound proof of such a step.
TEST_P(Reasoning, ChoosesAForcedStepIfThereIsOne) {
  for_tiny_models(
      34, [](const Model& model, const std::vector<Step>& facts, const Solutions& solutions, Solver& solver) {
        const Choice choice = choose_step(solver, facts, std::nullopt, {});
        if (solutions.empty()) {
          EXPECT_EQ(choice.finding, Finding::contradiction);
          return;
        }
        State state = initial_state(model);
        for (const Step fact : facts) {
          state.marks[static_cast<std::size_t>(fact.literal)] = fact.place ? Mark::placed : Mark::ruled_out;
        }
        const auto open = legal_actions(model, state);
        const bool any =
            std::any_of(open.begin(), open.end(), [&](Literal l) { return truth_of(model, solutions, l) != 0; });
        EXPECT_EQ(choice.finding, any ? Finding::forced : Finding::undetermined);
        ASSERT_EQ(choice.proof.has_value(), any);
        if (!any) return;
        EXPECT_TRUE(std::binary_search(open.begin(), open.end(), choice.proof->step.literal));
        EXPECT_EQ(truth_of(model, solutions, choice.proof->step.literal), choice.proof->step.place ? 1 : -1);
        EXPECT_TRUE(choice.proof->minimal);
        EXPECT_TRUE(is_sound(model, *choice.proof));
      });
}

TEST_P(Reasoning, DiagnosesContradictoryGuesses) {
  for_tiny_models(35,
                  [](const Model& model, const std::vector<Step>& guesses, const Solutions& solutions, Solver& solver) {
                    const Diagnosis diagnosis = diagnose(solver, guesses, {});
                    EXPECT_EQ(diagnosis.truth, solutions.empty() ? Truth::unsat : Truth::sat);
                    if (!solutions.empty()) return;
                    EXPECT_TRUE(diagnosis.minimal);
                    EXPECT_TRUE(is_unsatisfiable(model, diagnosis.core));
                    EXPECT_TRUE(is_minimal(model, diagnosis.core, {}));
                    EXPECT_EQ(diagnosis.wrong.empty(), diagnosis.core.facts.empty());
                    for (const Proof& proof : diagnosis.wrong) {
                      EXPECT_TRUE(is_sound(model, proof));
                      const auto& cited = diagnosis.core.facts;
                      EXPECT_NE(std::find(cited.begin(), cited.end(), negated(proof.step)), cited.end());
                    }
                  });
}

INSTANTIATE_TEST_SUITE_P(Solvers, Reasoning, ::testing::Values(Kind::presolved, Kind::z3, Kind::search),
                         [](const auto& kind) {
                           return kind.param == Kind::presolved ? "Presolved"
                                  : kind.param == Kind::z3      ? "Z3"
                                                                : "Search";
                         });

// --- whole boards -------------------------------------------------------------------------------------

struct Walk {
  bool finished = false;
  int steps = 0;
  int eliminations = 0;
  std::size_t largest_core = 0;
};

// Takes the chosen step until the board is full; every step must be proved, minimal, and agree with the solution.
Walk walk(const Model& model) {
  const auto solver = make_presolved_z3_solver(model);
  const auto checker = make_z3_solver(model);
  const Uniqueness unique = uniqueness(*solver, {}, {});
  EXPECT_EQ(unique.count, Count::one);
  Walk walk;
  State state = initial_state(model);
  while (!is_complete(model, state)) {
    const std::vector<Step> facts = facts_of(model, state, true);
    const Choice choice = choose_step(*solver, facts, std::nullopt, {});
    EXPECT_EQ(choice.finding, Finding::forced);
    if (!choice.proof) return walk;
    const auto& [step, core, minimal] = *choice.proof;
    EXPECT_TRUE(minimal);
    EXPECT_TRUE(holds(model, step, unique.first));
    Query refuted{.facts = core.facts, .want_core = true, .parts = core.parts};
    refuted.facts.push_back(negated(step));
    EXPECT_EQ(checker->check(refuted).truth, Truth::unsat);
    for (const Step fact : core.facts) EXPECT_NE(std::find(facts.begin(), facts.end(), fact), facts.end());
    const Result<State> next = apply(model, state, step);
    EXPECT_TRUE(next.ok());
    if (!next.ok()) return walk;
    state = next.value();
    ++walk.steps;
    walk.eliminations += step.place ? 0 : 1;
    walk.largest_core = std::max(walk.largest_core, core.parts.size());
  }
  walk.finished = violated(model, state).empty();
  return walk;
}

TEST(ChooseStep, SolvesAnEasyBoardInSmallSteps) {
  const Walk steps = walk(puzzle_of(kEasy).model);
  EXPECT_TRUE(steps.finished);
  EXPECT_LE(steps.largest_core, 6U);
}

TEST(ChooseStep, SolvesAHardBoard) {
  const Walk steps = walk(puzzle_of(kHard).model);
  EXPECT_TRUE(steps.finished);
  EXPECT_GT(steps.eliminations, 0);
}

TEST(ChooseStep, SolvesSmallerBoards) {
  EXPECT_TRUE(walk(puzzle_of("...3.3.....4.2..").model).finished);
  EXPECT_TRUE(walk(puzzle_of(".6513..3..5.2..3....3...6.........1.").model).finished);
}

TEST(ChooseStep, SolvesTheHardestKnownBoards) {
  const std::filesystem::path file = "../shared/data/sudoku/hardest11.txt";
  std::ifstream in(file);
  if (!in) GTEST_SKIP() << file << " is not there";
  std::string text;
  for (int boards = 0; boards < 2 && std::getline(in, text); ++boards) {
    EXPECT_TRUE(walk(puzzle_of(text).model).finished) << text;
  }
}

TEST(ChooseStep, TakesThePreferredAmongEquals) {
  // Two rows lack one value each.
  const Model model = puzzle_of("123.34.2........").model;
  const auto solver = make_presolved_z3_solver(model);
  for (const Literal wanted : {model.literal(3, 4), model.literal(6, 1)}) {
    const Choice choice = choose_step(*solver, {}, wanted, {});
    ASSERT_EQ(choice.finding, Finding::forced);
    EXPECT_EQ(choice.proof->step, (Step{wanted, true}));
    EXPECT_LE(choice.proof->core.parts.size(), 1U);
  }
}

TEST(ChooseStep, InsistsOnThePreferredWhereItIsSeenToBeForced) {
  const Model model = puzzle_of("...3.3..3..4.2..").model;  // row 1 is 2413 in its one solution
  const auto solver = make_presolved_z3_solver(model);
  const Literal wanted = model.literal(0, 2);
  EXPECT_NE(choose_step(*solver, {}, wanted, {}).proof->step.literal, wanted) << "other steps are easier";
  const Choice choice = choose_step(*solver, {}, wanted, {}, true);
  ASSERT_EQ(choice.finding, Finding::forced);
  EXPECT_EQ(choice.proof->step, (Step{wanted, true}));
  EXPECT_TRUE(choice.proof->minimal);
  const Choice wrong = choose_step(*solver, {}, model.literal(0, 1), {}, true);
  ASSERT_EQ(wrong.finding, Finding::forced) << "a wrong wish is passed over";
  EXPECT_NE(wrong.proof->step, (Step{model.literal(0, 1), true}));
}

TEST(ChooseStep, SaysWhenNothingIsForced) {
  const Model model = puzzle_of("................").model;
  EXPECT_EQ(choose_step(*make_presolved_z3_solver(model), {}, std::nullopt, {}).finding, Finding::undetermined);
}

TEST(ChooseStep, SaysWhenTheBoardIsContradictory) {
  const Model model = puzzle_of(kHard).model;
  const auto solver = make_presolved_z3_solver(model);
  const Literal right = solve(*solver, {}, {}).assignment[0];
  const Literal wrong = right == 0 ? 1 : 0;
  EXPECT_EQ(choose_step(*solver, {{wrong, true}}, std::nullopt, {}).finding, Finding::contradiction);
}

// Here the easiest step's reasons, as propagation gave them, do not suffice: System 2 once stopped at row 1, column 3.
TEST(ChooseStep, ASuggestionThatCannotBeProvedIsNoDeadEnd) {
  const Puzzle puzzle = puzzle_of("6:3/2/3/3/2/1/1/3/3/2/2/4/4/2/2/3/3/1/1/4/2/3/2/3,j2c1h3c3h", "skyscrapers");
  const auto solver = make_z3_solver(puzzle.model);
  State board = initial_state(puzzle.model);
  while (!is_complete(puzzle.model, board)) {
    const Choice choice = choose_step(*solver, facts_of(puzzle.model, board, true), {}, {});
    ASSERT_TRUE(choice.proof);
    board = apply(puzzle.model, board, choice.proof->step).value();
  }
}

// --- budgets --------------------------------------------------------------------------------------------

TEST(Limits, EveryOperationGivesUpAndRecovers) {
  const Model model = puzzle_of(kHard).model;
  const auto solver = make_z3_solver(model);
  const Literal held = solve(*solver, {}, {}).assignment[0];
  const Literal wrong = held == 0 ? 1 : 0;
  for (const std::uint64_t total : {1U, 50U, 2000U}) {
    const auto fresh = make_z3_solver(model);
    EXPECT_EQ(solve(*fresh, {}, {total}).truth, Truth::unknown);
    EXPECT_EQ(uniqueness(*fresh, {}, {total}).count, Count::unknown);
    EXPECT_FALSE(backbone(*fresh, {}, {total}).complete);
    EXPECT_EQ(examine(*fresh, {}, held, {total}).finding, Finding::unknown);
    EXPECT_EQ(choose_step(*fresh, {}, std::nullopt, {total}).finding, Finding::unknown);
    EXPECT_EQ(diagnose(*fresh, {{wrong, true}}, {total}).truth, Truth::unknown);
    EXPECT_EQ(examine(*fresh, {}, held, {}).finding, Finding::forced);
  }
}

TEST(Limits, CoverTheWholeRequest) {
  const Model model = puzzle_of(kHard).model;
  const auto solver = make_z3_solver(model);
  solve(*solver, {}, {});
  for (const std::uint64_t total : {1000U, 20'000U, 100'000U}) {
    EXPECT_LE(backbone(*solver, {}, {total}).effort, total + 10);
    EXPECT_LE(examine(*solver, {}, 40, {total}).effort, total + 10);
    EXPECT_LE(choose_step(*solver, {}, std::nullopt, {total}).effort, total + 10);
  }
}

// Proofs stay proofs where they are not to be made minimal.
TEST(Limits, MayCutMinimisingShort) {
  const Model model = puzzle_of(kHard).model;
  const auto solver = make_z3_solver(model);
  for (const Literal l : solve(*solver, {}, {}).assignment) {
    if (l % 5 != 0) continue;
    const Examination examination = examine(*solver, {}, l, {.minimising_checks = 1});
    ASSERT_EQ(examination.finding, Finding::forced);
    const auto& [step, core, minimal] = *examination.proof;
    Query refuted{.facts = core.facts, .want_core = true, .parts = core.parts};
    refuted.facts.push_back(negated(step));
    EXPECT_EQ(make_z3_solver(model)->check(refuted).truth, Truth::unsat);
  }
}

// --- diagnosis on a board -------------------------------------------------------------------------------

TEST(Diagnose, FindsThePlantedWrongGuess) {
  const Model model = puzzle_of(kEasy).model;
  const auto solver = make_z3_solver(model);
  const std::vector<Literal> solution = solve(*solver, {}, {}).assignment;
  Random random(41);
  for (int round = 0; round < 20; ++round) {
    // Right guesses, and among them one wrong value that was still legal then.
    std::vector<Step> guesses;
    State state = initial_state(model);
    Step planted{-1, true};
    while (guesses.size() < 12) {
      const auto legal = legal_actions(model, state);
      const Literal l = legal[static_cast<std::size_t>(random.below(static_cast<int>(legal.size())))];
      const bool right = holds(model, {l, true}, solution);
      const bool plant = guesses.size() >= 6 && planted.literal < 0;
      if (right == plant) continue;
      if (plant) planted = {l, true};
      guesses.push_back({l, true});
      state = apply(model, state, {l, true}).value();
    }
    const Diagnosis diagnosis = diagnose(*solver, guesses, {});
    ASSERT_EQ(diagnosis.truth, Truth::unsat);
    ASSERT_EQ(diagnosis.wrong.size(), 1U) << "round " << round;
    EXPECT_EQ(diagnosis.wrong.front().step, negated(planted));
    EXPECT_TRUE(diagnosis.wrong.front().minimal);
  }
}

// A guess that fell with another must not be refuted by it.
TEST(Diagnose, RefutesFallenGuessesWithoutEachOther) {
  const Model model = puzzle_of(kEasy).model;
  const auto solver = make_z3_solver(model);
  const std::vector<Literal> solution = solve(*solver, {}, {}).assignment;
  // The same wrong value twice in the top row.
  const Step first{model.literal(0, 7), true};
  const Step second{model.literal(1, 7), true};
  ASSERT_FALSE(holds(model, first, solution) || holds(model, second, solution));
  const Diagnosis diagnosis = diagnose(*solver, {first, second}, {});
  ASSERT_EQ(diagnosis.truth, Truth::unsat);
  ASSERT_EQ(diagnosis.wrong.size(), 2U);
  EXPECT_EQ(diagnosis.wrong[0].step, negated(first));
  EXPECT_EQ(diagnosis.wrong[1].step, negated(second));
  for (const Proof& proof : diagnosis.wrong) EXPECT_TRUE(proof.core.facts.empty());
}

TEST(Diagnose, BlamesTheLatestWhereEachCouldStand) {
  const Model model = puzzle_of("................").model;
  const auto solver = make_z3_solver(model);
  const Step earlier{model.literal(5, 2), true};
  const Step later{model.literal(4, 2), true};
  const Diagnosis diagnosis = diagnose(*solver, {earlier, {model.literal(15, 1), true}, later}, {});
  ASSERT_EQ(diagnosis.wrong.size(), 1U);
  EXPECT_EQ(diagnosis.wrong.front().step, negated(later));
  EXPECT_EQ(diagnosis.wrong.front().core.facts, std::vector<Step>{earlier});
  EXPECT_EQ(diagnosis.wrong.front().core.parts.size(), 1U);
}

TEST(Diagnose, BlamesNobodyWhereTheGivensClash) {
  Model model = puzzle_of("................").model;
  model.add_given(model.literal(0, 1));
  model.add_given(model.literal(1, 1));
  const Diagnosis diagnosis = diagnose(*make_z3_solver(model), {{model.literal(9, 3), true}}, {});
  EXPECT_EQ(diagnosis.truth, Truth::unsat);
  EXPECT_TRUE(diagnosis.wrong.empty());
}

}  // namespace
}  // namespace fastslow
