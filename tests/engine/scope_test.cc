// How much of the board goes to System 2 at once, and what a proof is worth that rests on moves nobody proved.
#include <gtest/gtest.h>

#include "arbiter/strategy.h"
#include "engine/host.h"
#include "rooms.h"

namespace fastslow {
namespace {

using testing::Host;

const std::string kBoard = ".......2..45.3......16.5..8...3.716......2........17.4...59....9..1.6.3.3.7......";

ArbiterConfig asking(Strategy strategy, int scope, double threshold = 0.8) {
  ArbiterConfig config{strategy, threshold};
  config.scope = scope;
  return config;
}

TEST(Scope, EveryScopeSolvesWhatTheEasiestStepSolves) {
  for (const Strategy strategy : {Strategy::threshold, Strategy::verify, Strategy::feedback}) {
    EXPECT_TRUE(reads(entry_of(strategy), setting::kScope));
    for (const int scope : {scope::kCell, scope::kRegion, scope::kBoard}) {
      Host host(kBoard, asking(strategy, scope));
      host.skill = 0.7;
      EXPECT_EQ(host.play_out(), IdleReason::solved) << strategy_name(strategy) << " " << scope;
    }
  }
}

TEST(Scope, TheWholeBoardIsOneQuestion) {
  Host host(kBoard, asking(Strategy::system2, scope::kBoard));
  EXPECT_EQ(host.play_out(), IdleReason::solved);
  EXPECT_EQ(host.solver_calls, 1);
  int asked = 0;
  for (const Decision& decision : host.session.timeline()) {
    EXPECT_TRUE(decision.proof.has_value()) << "every step has a proof of its own";
    asked += decision.escalated() ? 1 : 0;
  }
  EXPECT_EQ(asked, 1);
  EXPECT_EQ(host.session.timeline().back().verdict(), verdict::kSettled);
}

TEST(Scope, ACellIsToldToHoldAnotherValue) {
  Host host(kBoard, asking(Strategy::verify, scope::kCell));
  host.skill = 0;
  host.step();
  const Decision& decision = host.session.timeline().back();
  EXPECT_EQ(decision.outcome(), outcome::kCorrected);
  EXPECT_EQ(host.session.model().variable_of(*decision.literal()),
            host.session.model().variable_of(decision.intuition()->proposal.literal));
  EXPECT_TRUE(decision.places());
}

TEST(Scope, TheCellInDoubtIsProvedFirst) {
  Host host(kBoard, asking(Strategy::verify, scope::kRegion));
  host.skill = 1;
  host.step();
  const Decision first = host.session.timeline().back();
  EXPECT_EQ(first.outcome(), outcome::kConfirmed);
  host.step();
  const Decision& second = host.session.timeline().back();
  EXPECT_EQ(second.verdict(), verdict::kSettled);
  EXPECT_FALSE(second.escalated());
}

TEST(Scope, APlayersMoveEndsWhatWasSettled) {
  Host host(kBoard, asking(Strategy::system2, scope::kBoard));
  host.step();
  const Model& model = host.session.model();
  VariableId open = 0;
  while (placed_value(model, host.session.state(), open)) ++open;
  ASSERT_TRUE(host.session.play(host.solution[static_cast<std::size_t>(open)]).ok());
  host.step();
  EXPECT_EQ(host.session.timeline().back().verdict(), verdict::kSystem2Only) << "asked anew";
}

// Moves that nobody proved, right as they are: what is proved from them says so.
TEST(Scope, AProofNamesTheMovesItRestsOn) {
  Host host(kBoard, asking(Strategy::system2, scope::kBoard));
  const Model& model = host.session.model();
  std::vector<Step> unproved;
  for (VariableId v = 0; unproved.size() < 30; ++v) {
    if (placed_value(model, host.session.state(), v)) continue;
    unproved.push_back({host.solution[static_cast<std::size_t>(v)], true});
    ASSERT_TRUE(host.session.play(unproved.back().literal).ok());
  }
  EXPECT_EQ(host.play_out(), IdleReason::solved);
  const History& history = host.session.history();
  int resting = 0;
  for (int id = 0; id < static_cast<int>(host.session.timeline().size()); ++id) {
    const std::vector<Step> assumed = history.assumptions_of(id);
    if (!history.decision(id).proof) {
      EXPECT_TRUE(assumed.empty());
    }
    for (const Step fact : assumed) {
      EXPECT_NE(std::find(unproved.begin(), unproved.end(), fact), unproved.end());
    }
    resting += assumed.empty() ? 0 : 1;
  }
  EXPECT_GT(resting, 0);
}

TEST(Settle, ProvesEachFromWhatStandsBeforeIt) {
  const puzzles::Puzzle puzzle = testing::puzzle_of(kBoard, "sudoku");
  const auto solver = make_presolved_z3_solver(puzzle.model);
  std::vector<VariableId> cells;
  for (VariableId v = 0; v < puzzle.model.variable_count(); ++v) {
    if (!placed_value(puzzle.model, initial_state(puzzle.model), v)) cells.push_back(v);
  }
  const Settlement settled = settle(*solver, {}, cells, {});
  EXPECT_EQ(settled.finding, Finding::forced);
  ASSERT_EQ(settled.proofs.size(), cells.size());
  EXPECT_EQ(puzzle.model.variable_of(settled.proofs.front().step.literal), cells.front());
  std::vector<Step> known;
  for (const Proof& proof : settled.proofs) {
    for (const Step fact : proof.core.facts) EXPECT_NE(std::find(known.begin(), known.end(), fact), known.end());
    EXPECT_EQ(solver
                  ->check({.facts =
                               [&] {
                                 auto other = proof.core.facts;
                                 other.push_back({proof.step.literal, !proof.step.place});
                                 return other;
                               }()})
                  .truth,
              Truth::unsat);
    known.push_back(proof.step);
  }
}

TEST(Settle, SaysWhereNothingIsForcedAndWhereTheFactsCannotBe) {
  const puzzles::Puzzle empty = testing::puzzle_of(std::string(81, '.'), "sudoku");
  const auto solver = make_presolved_z3_solver(empty.model);
  EXPECT_EQ(settle(*solver, {}, {0, 1}, {}).finding, Finding::undetermined);
  const std::vector<Step> clash = {{empty.model.literal(0, 1), true}, {empty.model.literal(1, 1), true}};
  EXPECT_EQ(settle(*solver, clash, {5}, {}).finding, Finding::contradiction);
}

}  // namespace
}  // namespace fastslow
