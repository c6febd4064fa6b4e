#include "session/session.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/consequences.h"
#include "core/random.h"
#include "core/search.h"
#include "engine/host.h"
#include "rooms.h"

namespace fastslow {
namespace {

using testing::Host;

// Hard enough that single-cell deductions do not finish it.
const std::string kBoard = ".......2..45.3......16.5..8...3.716......2........17.4...59....9..1.6.3.3.7......";

std::vector<Literal> solution_of(const Puzzle& puzzle) {
  return search(puzzle.model, {}, {.limit = 2}).solutions.at(0);
}

int guesses_against(const Session& session, const std::vector<Literal>& solution) {
  int wrong = 0;
  for (const Decision& d : session.timeline()) {
    const auto v = static_cast<std::size_t>(session.model().variable_of(*d.literal()));
    wrong += d.places() && d.source != Source::player && solution[v] != *d.literal() ? 1 : 0;
  }
  return wrong;
}

TEST(Session, System2AloneSolvesAndIsNeverWrong) {
  Host host(kBoard, {Strategy::system2, 0.9});
  const auto solution = solution_of(host.session.puzzle());
  EXPECT_EQ(host.play_out(), IdleReason::solved);
  EXPECT_EQ(guesses_against(host.session, solution), 0);
  for (const Decision& d : host.session.timeline()) {
    EXPECT_EQ(d.source, Source::system2);
    EXPECT_TRUE(d.proof.has_value());
    EXPECT_EQ(d.intuition(), nullptr) << "intuition must not be asked";
  }
}

TEST(Session, System1AloneGetsStuckOrSolvesButNeverAsks) {
  Host host(kBoard, {Strategy::system1, 0.9});
  const IdleReason end = host.play_out();
  EXPECT_EQ(end, IdleReason::stuck) << "an intuition that knows nothing must fail on this board";
  for (const Decision& d : host.session.timeline()) {
    EXPECT_EQ(d.source, Source::system1);
    EXPECT_FALSE(d.escalated());
  }
  EXPECT_EQ(host.solver_calls, 0);
}

TEST(Session, APerfectIntuitionNeedsNoHelp) {
  Host host(kBoard, {Strategy::threshold, 0.9});
  host.skill = 1.0;
  EXPECT_EQ(host.play_out(), IdleReason::solved);
  EXPECT_EQ(host.solver_calls, 0);
}

// --- further looks, and moves of one look -----------------------------------------------------------------------

const std::string kEmpty = "................";

// Of each variable it leans to the first open value, by that much.
PolicyAnswer leaning(const PolicyInput& input, const Model& model, float by, double sureness = 0.5) {
  PolicyAnswer answer{{}, sureness, 8};
  VariableId last = -1;
  for (const Literal l : input.rows) {
    answer.logits.push_back(model.variable_of(l) == last ? 0.0F : by);
    last = model.variable_of(l);
  }
  return answer;
}

TEST(Session, IntuitionThatSeesNoCandidateIsPassedOver) {
  // Only the diagonals, which are off by then, have something against the last value.
  const std::string solution = "1234341221434321";
  for (const Strategy strategy : {Strategy::system1, Strategy::threshold, Strategy::verify}) {
    Host host("[diagonals]" + kEmpty, {strategy, 0.9});
    ASSERT_TRUE(host.session.switch_rule("diagonals", false).ok());
    for (int cell = 1; cell < 16; ++cell) {
      ASSERT_TRUE(
          host.session.play(host.session.model().literal(cell, solution[static_cast<std::size_t>(cell)] - '0')).ok());
    }
    EXPECT_EQ(host.play_out(), strategy == Strategy::system1 ? IdleReason::stuck : IdleReason::solved);
  }
}

TEST(Session, ASecondLookGoesOnWithTheSamePosition) {
  Session session(testing::puzzle_of(kEmpty));
  session.configure({{Strategy::threshold, 0.9, 3, 2}, {}});
  Effect effect = session.think();
  for (int look = 0; look < 3; ++look) {
    const auto policy = std::get<EvaluatePolicy>(effect);
    EXPECT_EQ(policy.look, look);
    EXPECT_EQ(*policy.input, *session.policy_input());
    effect = session.resume(policy.ticket, leaning(*policy.input, session.model(), 0.5F)).value();
    EXPECT_EQ(session.resume(policy.ticket, leaning(*policy.input, session.model(), 9)).problem().key,
              "error.request.stale");
  }
  EXPECT_TRUE(std::holds_alternative<Choose>(std::get<RunSolver>(effect).request.question))
      << "three looks, still unsure";
}

TEST(Session, ASecondLookMayBeEnough) {
  Session session(testing::puzzle_of(kEmpty));
  session.configure({{Strategy::threshold, 0.9, 2, 2}, {}});
  auto policy = std::get<EvaluatePolicy>(session.think());
  policy =
      std::get<EvaluatePolicy>(session.resume(policy.ticket, leaning(*policy.input, session.model(), 0.5F)).value());
  ASSERT_TRUE(session.resume(policy.ticket, leaning(*policy.input, session.model(), 9, 0.75)).ok());
  const Decision& decision = session.timeline().back();
  EXPECT_EQ(decision.verdict(), "verdict.trusted");
  EXPECT_EQ(decision.intuition()->evidence.looks, 2);
  EXPECT_EQ(decision.intuition()->evidence.sureness, 0.75);
  EXPECT_EQ(decision.intuition()->iterations, 16);
  EXPECT_EQ(decision.intuition()->inference, Inference::fresh);
}

TEST(Session, SurenessIsAProbability) {
  Session session(testing::puzzle_of(kEmpty));
  const auto policy = std::get<EvaluatePolicy>(session.think());
  for (const double sureness : {-0.1, 1.1, std::nan("")}) {
    const auto refused = session.resume(policy.ticket, leaning(*policy.input, session.model(), 9, sureness));
    EXPECT_EQ(refused.problem().key, "error.policy.not_finite");
  }
  EXPECT_TRUE(session.resume(policy.ticket, leaning(*policy.input, session.model(), 9, 1)).ok());
}

// A host whose intuition is right and sure: it plays `moves` moves.
Host sure_host(int moves, Strategy strategy = Strategy::threshold, const std::string& board = kBoard) {
  Host host(board, {strategy, 0.5, 1, 0.6});
  host.skill = 1;
  for (int i = 0; i < moves; ++i) host.step();
  return host;
}

TEST(Session, OneLookServesForAllTheMovesItIsSureOf) {
  Host host = sure_host(10);
  EXPECT_EQ(host.looks, 1);
  const auto timeline = host.session.timeline();
  ASSERT_EQ(timeline.size(), 10U);
  EXPECT_EQ(timeline[0].intuition()->inference, Inference::fresh);
  for (std::size_t i = 1; i < timeline.size(); ++i) {
    EXPECT_EQ(timeline[i].intuition()->inference, Inference::reused);
    EXPECT_EQ(timeline[i].intuition()->iterations, 0);
    EXPECT_EQ(timeline[i].intuition()->evidence.looks, 1);
    EXPECT_LE(timeline[i].intuition()->proposal.probability, timeline[i - 1].intuition()->proposal.probability);
  }
  EXPECT_EQ(host.play_out(), IdleReason::solved);
  for (const Decision& d : host.session.timeline()) {
    EXPECT_TRUE(d.intuition()->inference == Inference::fresh || d.intuition()->proposal.probability >= 0.6);
  }
  EXPECT_LT(host.looks, 10);
}

TEST(Session, AConfirmedMoveKeepsWhatWasSeen) {
  Host host = sure_host(8, Strategy::verify);
  EXPECT_EQ(host.looks, 1);
  EXPECT_EQ(host.solver_calls, 8);
  EXPECT_EQ(host.session.timeline().back().outcome(), "outcome.confirmed");
}

TEST(Session, WhateverElseChangesIsLookedAtAnew) {
  const auto looks_after = [](const auto& change, const std::string& board = kBoard) {
    Host host = sure_host(3, Strategy::threshold, board);
    change(host.session);
    const int before = host.looks;
    host.step();
    return host.looks - before;
  };
  EXPECT_EQ(looks_after([](Session&) {}), 0);
  EXPECT_EQ(looks_after([](Session& s) { s.abandon(); }), 0) << "a cancelled step changes nothing";
  EXPECT_EQ(looks_after([](Session& s) { s.undo(); }), 1);
  EXPECT_EQ(looks_after([](Session& s) {
              s.undo();
              s.redo();
            }),
            1);
  EXPECT_EQ(looks_after([](Session& s) { s.reset(); }), 1);
  const auto switch_rule = [](Session& s) { ASSERT_TRUE(s.switch_rule("diagonals", true).ok()); };
  EXPECT_EQ(looks_after(switch_rule, "...3.3.....4.2.."), 1);
  EXPECT_EQ(looks_after([](Session& s) { ASSERT_TRUE(s.play(legal_actions(s.model(), s.state()).back()).ok()); }), 1);
  EXPECT_EQ(looks_after([](Session& s) {
              Config config = s.config();
              config.calibration.temperature = 2;
              s.configure(config);
            }),
            1);
  EXPECT_EQ(looks_after([](Session& s) {
              Config config = s.config();
              config.arbiter.reuse = 2;
              s.configure(config);
            }),
            1);
}

TEST(Session, ARuleThatSpeaksAgainstASeenMoveCallsForAnotherLook) {
  Session session(testing::puzzle_of("................"));
  session.configure({{Strategy::system1, 0.5, 1, 0.5}, {}});
  const auto first = std::get<EvaluatePolicy>(session.think());
  // Every cell wants a 1: after the first move its neighbours' wish breaks a rule.
  ASSERT_TRUE(session.resume(first.ticket, leaning(*first.input, session.model(), 9)).ok());
  EXPECT_TRUE(std::holds_alternative<EvaluatePolicy>(session.think()));
}

TEST(Session, AStepOfTheSolversOwnCallsForAnotherLook) {
  Host host(kBoard, {Strategy::verify, 0.5, 1, 0});
  host.skill = 0;
  host.step();
  ASSERT_EQ(host.session.timeline().back().outcome(), "outcome.refuted");
  host.step();
  EXPECT_EQ(host.looks, 2);
}

// A step cancelled while the solver is asked is taken again as it would have been: the host repeats games without it.
TEST(Session, ACancelledStepLeavesNoTrace) {
  Host whole = sure_host(4, Strategy::verify);
  Host cut = sure_host(3, Strategy::verify);
  ASSERT_TRUE(std::holds_alternative<RunSolver>(cut.session.think()));
  cut.session.abandon();
  cut.step();
  EXPECT_EQ(cut.looks, whole.looks);
  EXPECT_EQ(cut.session.state(), whole.session.state());
}

TEST(Session, ThePairRepairsItsOwnErrors) {
  // At a threshold of zero every guess is trusted until the board contradicts itself.
  for (const double skill : {0.0, 0.3, 0.6}) {
    Host host(kBoard, {Strategy::threshold, 0.0});
    host.skill = skill;
    EXPECT_EQ(host.play_out(), IdleReason::solved) << skill;
    int taken_back = 0;
    for (const Decision& d : host.session.timeline()) taken_back += d.takes_back() ? 1 : 0;
    EXPECT_GT(taken_back, 0) << skill;
    EXPECT_TRUE(violated(host.session.model(), host.session.state()).empty());
  }
}

TEST(Session, VerifyNeverLetsAWrongMovePass) {
  Host host(kBoard, {Strategy::verify, 0.9});
  host.skill = 0.5;
  const auto solution = solution_of(host.session.puzzle());
  EXPECT_EQ(host.play_out(), IdleReason::solved);
  EXPECT_EQ(guesses_against(host.session, solution), 0);
  for (const Decision& d : host.session.timeline()) {
    EXPECT_TRUE(d.escalated());
    EXPECT_TRUE(d.source == Source::both || (!d.places() && !d.takes_back())) << d.outcome();
  }
}

TEST(Session, TakingBackAGuessTakesBackWhatWasProvedFromIt) {
  Host host("...3.3.....4.2..", {Strategy::system2, 0.9});
  const auto solution = solution_of(host.session.puzzle());
  const Model& model = host.session.model();
  // A wrong move by hand, then proofs on top of it, until the contradiction shows.
  Literal wrong = -1;
  for (const Literal l : legal_actions(model, host.session.state())) {
    if (solution[static_cast<std::size_t>(model.variable_of(l))] != l) wrong = l;
  }
  ASSERT_GE(wrong, 0);
  ASSERT_TRUE(host.session.play(wrong).ok());
  EXPECT_EQ(host.play_out(), IdleReason::solved);
  std::vector<Step> removed;
  for (const Decision& d : host.session.timeline()) {
    if (d.takes_back()) removed = d.removed;
  }
  ASSERT_FALSE(removed.empty());
  EXPECT_EQ(removed.front(), (Step{wrong, true}));
  EXPECT_EQ(host.session.state().marks[static_cast<std::size_t>(wrong)], Mark::ruled_out);
}

TEST(Session, SeveralSolutionsAreNotDecidedByProof) {
  Host alone("12..............", {Strategy::system2, 0.9});
  EXPECT_EQ(alone.play_out(), IdleReason::several);
  Host both("12..............", {Strategy::threshold, 0.99});
  EXPECT_EQ(both.play_out(), IdleReason::solved) << "where nothing is forced, the guess stands";
}

TEST(Session, AnImpossiblePuzzleIsSaidToBe) {
  // r1c4 would have to be 3 or 4, and cannot.
  for (const Strategy strategy : {Strategy::system2, Strategy::threshold, Strategy::verify}) {
    Host host("12.....3...4....", {strategy, 0.9});
    EXPECT_EQ(host.play_out(), IdleReason::impossible) << strategy_name(strategy);
  }
}

TEST(Session, UndoRedoAndResetWalkThroughTheSameBoards) {
  Host host(kBoard, {Strategy::threshold, 0.4});
  host.skill = 0.7;
  std::vector<State> seen = {host.session.state()};
  for (int i = 0; i < 30; ++i) {
    host.step();
    seen.push_back(host.session.state());
  }
  for (std::size_t i = seen.size() - 1; i > 0; --i) {
    ASSERT_FALSE(host.session.undo().has_value());
    ASSERT_EQ(host.session.state(), seen[i - 1]);
  }
  EXPECT_TRUE(host.session.undo().has_value()) << "nothing is left to undo";
  for (std::size_t i = 1; i < seen.size(); ++i) {
    ASSERT_FALSE(host.session.redo().has_value());
    ASSERT_EQ(host.session.state(), seen[i]);
  }
  host.session.reset();
  EXPECT_EQ(host.session.state(), seen.front());
  EXPECT_FALSE(host.session.history().can_redo());
}

TEST(Session, PlayerMovesReplaceEraseAndRespectGivens) {
  Session session(testing::puzzle_of("1..............."));
  const Model& model = session.model();
  EXPECT_EQ(session.play(model.literal(0, 2)).problem().key, "error.step.given");
  EXPECT_EQ(session.erase(0).problem().key, "error.step.given");
  ASSERT_TRUE(session.play(model.literal(5, 2)).ok());
  EXPECT_EQ(session.play(model.literal(5, 2)).problem().key, "error.step.settled");
  ASSERT_TRUE(session.play(model.literal(5, 3)).ok());
  EXPECT_EQ(placed_value(model, session.state(), 5), 3);
  // A move that breaks a rule is the player's right; the board says so.
  ASSERT_TRUE(session.play(model.literal(1, 1)).ok());
  EXPECT_EQ(session.status(), Status::conflict);
  ASSERT_TRUE(session.erase(1).ok());
  EXPECT_EQ(session.status(), Status::open);
  EXPECT_EQ(session.play(9999).problem().key, "error.step.unknown_literal");
  EXPECT_EQ(session.erase(-1).problem().key, "error.request.argument");
}

TEST(Session, StaleAnswersAreRefusedAndChangeNothing) {
  Host host(kBoard, {Strategy::threshold, 0.5});
  const Effect first = host.session.think();
  const Effect second = host.session.think();
  const int old_ticket = std::get<EvaluatePolicy>(first).ticket;
  const auto& policy = std::get<EvaluatePolicy>(second);
  const std::vector<float> logits(policy.input->rows.size(), 0.0F);
  const State before = host.session.state();
  EXPECT_EQ(host.session.resume(old_ticket, PolicyAnswer{logits}).problem().key, "error.request.stale");
  EXPECT_EQ(host.session.resume(policy.ticket, SolverAnswer{}).problem().key, "error.request.stale");
  EXPECT_EQ(host.session.resume(policy.ticket, PolicyAnswer{{1}}).problem().key, "error.policy.shape");
  EXPECT_EQ(host.session.state(), before);
  EXPECT_TRUE(host.session.resume(policy.ticket, PolicyAnswer{logits}).ok()) << "the right answer is still welcome";
  EXPECT_EQ(host.session.resume(policy.ticket, PolicyAnswer{logits}).problem().key, "error.request.stale");
}

TEST(Session, OutOfBudgetLosesNothing) {
  Host alone(kBoard, {Strategy::system2, 0.9});
  alone.starve = true;
  EXPECT_EQ(alone.play_out(), IdleReason::budget);
  alone.starve = false;
  EXPECT_EQ(alone.play_out(), IdleReason::solved);
}

// --- rules switched in play, boards that grow, puzzles the network never saw -----------------------------------

Config trained_on(const std::string& family, std::vector<std::string> sizes, std::vector<std::string> rules) {
  Config config;
  config.trained = {{family, std::move(sizes), std::move(rules)}};
  return config;
}

TEST(Session, SwitchingARuleIsKnownToTheSolverAndNotToTheNetwork) {
  Session session(testing::puzzle_of("................"));
  session.configure(trained_on("sudoku", {"4x4"}, {}));
  const PolicyInput told = *session.policy_input();
  const int groups = session.model().group_count();
  EXPECT_FALSE(session.shift().any());
  ASSERT_TRUE(session.play(session.model().literal(0, 1)).ok());
  ASSERT_TRUE(session.switch_rule("diagonals", true).ok());
  EXPECT_GT(session.model().group_count(), groups);
  EXPECT_EQ(session.told_model().group_count(), groups);
  ASSERT_EQ(session.shift().switched.size(), 1U);
  EXPECT_EQ(session.shift().switched[0].rule, "diagonals");
  EXPECT_TRUE(session.shift().switched[0].on);
  EXPECT_TRUE(session.shift().rules.empty()) << "not new to a network that was not told";
  EXPECT_EQ(placed_value(session.model(), session.state(), 0), 1);
  // A second 1 on the diagonal is a conflict now, and none once the rule is taken back.
  ASSERT_TRUE(session.play(session.model().literal(15, 1)).ok());
  EXPECT_EQ(session.status(), Status::conflict);
  EXPECT_FALSE(session.undo().has_value());
  EXPECT_FALSE(session.undo().has_value());
  EXPECT_FALSE(session.shift().any());
  EXPECT_FALSE(session.undo().has_value());
  EXPECT_EQ(*session.policy_input(), told);
  EXPECT_EQ(session.switch_rule("no such rule", true).problem().key, "error.rule.unknown");
}

TEST(Session, ARuleSwitchedOffIsStillBelievedByTheNetwork) {
  Puzzle plain = testing::puzzle_of("................");
  Puzzle diagonal = find_family("sudoku")->switch_rule(plain, "diagonals", true).value();
  Session session(std::move(diagonal));
  session.configure(trained_on("sudoku", {"4x4"}, {}));
  EXPECT_EQ(session.shift().rules, std::vector<std::string>{"diagonals"});
  EXPECT_TRUE(session.shift().switched.empty());
  ASSERT_TRUE(session.switch_rule("diagonals", false).ok());
  EXPECT_TRUE(session.shift().rules.empty()) << "a rule that does not hold is nothing to be trained on";
  ASSERT_EQ(session.shift().switched.size(), 1U);
  EXPECT_FALSE(session.shift().switched[0].on);
}

TEST(Session, WhatWasProvedBeforeASwitchIsAnAssumptionAfterIt) {
  Host host("...3.3.....4.2..", {Strategy::system2, 0.9});
  for (int i = 0; i < 5; ++i) host.step();
  const auto eliminations_stand = [&] {
    for (const int id : host.session.position().standing) {
      const auto step = host.session.timeline()[static_cast<std::size_t>(id)].step();
      if (step && !step->place) return true;
    }
    return false;
  };
  ASSERT_TRUE(host.session.switch_rule("diagonals", true).ok());
  EXPECT_FALSE(eliminations_stand());
  EXPECT_EQ(host.session.position().proved_since, static_cast<int>(host.session.timeline().size()));
}

TEST(Session, AShiftedPuzzleIsThoughtThrough) {
  Host host("...3.3.....4.2..", {Strategy::threshold, 0.1});
  host.skill = 0;
  Config config = host.session.config();
  config.trained = {{"futoshiki", {"4x4"}, {}}};
  host.session.configure(config);
  EXPECT_TRUE(host.session.shift().family);
  EXPECT_EQ(host.play_out(), IdleReason::solved);
  for (const Decision& d : host.session.timeline()) {
    EXPECT_EQ(d.verdict(), "verdict.shift");
    EXPECT_TRUE(d.intuition()->evidence.shifted);
  }
}

TEST(Session, ShiftNamesWhatIsNew) {
  Session session(testing::puzzle_of("................"));
  const auto shift = [&](const Config& config) {
    session.configure(config);
    return session.shift();
  };
  EXPECT_FALSE(shift({}).any());
  EXPECT_FALSE(shift(trained_on("sudoku", {"4x4", "9x9"}, {})).any());
  EXPECT_TRUE(shift(trained_on("sudoku", {"9x9"}, {})).size);
  EXPECT_TRUE(shift(trained_on("queens", {"4x4"}, {})).family);
}

}  // namespace
}  // namespace fastslow
