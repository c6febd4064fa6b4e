// Games in which the board answers a move by showing more, so that a move cannot be taken back.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/consequences.h"
#include "core/index.h"
#include "engine/helpers.h"
#include "engine/host.h"
#include "rooms.h"

namespace fastslow {
namespace {

using testing::Host;

// A game of minesweeper against its own hidden layout: every safe square is dug, and the board grows as it is.
TEST(GrowingGame, RevealsItself) {
  Session session(testing::puzzle_of("5x4:0,0,u00001", "minesweeper"));
  const std::size_t squares = 20;
  const auto givens = session.model().givens().size();
  EXPECT_LT(givens, squares);
  while (session.status() == Status::open) {
    const auto actions = legal_actions(session.model(), session.state());
    const auto safe = std::find_if(actions.begin(), actions.end(), [&](Literal l) {
      // The one mine lies in the last square.
      return session.model().value_of(l) == (session.model().variable_of(l) == 19 ? 1 : 0);
    });
    ASSERT_NE(safe, actions.end());
    ASSERT_TRUE(session.play(*safe).ok());
  }
  EXPECT_EQ(session.status(), Status::solved);
  EXPECT_FALSE(session.undo().has_value());
  EXPECT_EQ(session.status(), Status::open);
}

// From Debian's sgt-mines --generate 1 9x9n10#1: can be won without a guess.
const std::string kGame = "9x9:7,8,mc0d6254bc6da9d1f40490";

bool is_dig(const Session& session, const Decision& decision) {
  return decision.places() && session.model().value_of(*decision.literal()) == 0;
}

// However sure of itself and however wrong intuition is, nothing is dug that was not proved, and no proof of a dig
// rests on a flag that was only guessed.
TEST(GrowingGame, NothingIsDugUnproved) {
  for (const Strategy strategy : {Strategy::threshold, Strategy::verify}) {
    for (const double skill : {0.0, 0.5, 0.9, 1.0}) {
      Host host(kGame, {strategy, 0.3}, "minesweeper");
      host.skill = skill;
      EXPECT_EQ(host.play_out(), IdleReason::solved) << strategy_name(strategy) << " " << skill;
      for (const Decision& d : host.session.timeline()) {
        if (!is_dig(host.session, d)) continue;
        ASSERT_TRUE(d.proof.has_value());
        EXPECT_TRUE(d.outcome() == "outcome.confirmed" || d.outcome() == "outcome.own_step") << d.outcome();
      }
    }
  }
}

TEST(GrowingGame, IntuitionAloneDigsUncheckedAndMayLose) {
  Host host(kGame, {Strategy::system1, 0.3}, "minesweeper");
  host.skill = 0;
  EXPECT_EQ(host.play_out(), IdleReason::lost);
  EXPECT_EQ(host.session.status(), Status::lost);
  EXPECT_EQ(host.session.play(host.session.model().literal(0, 1)).problem().key, "error.game.lost");
  EXPECT_FALSE(host.session.undo().has_value());
  EXPECT_EQ(host.session.status(), Status::open) << "the dig is undone";
}

// Where nothing can be proved, the guess is played after all: 2x2 with one mine, one square shown.
TEST(GrowingGame, WhereNothingIsCertainTheGuessIsPlayed) {
  Host host("2x2n1:1...;0,0,u1", {Strategy::threshold, 0.3}, "minesweeper");
  host.skill = 1;
  EXPECT_EQ(host.play_out(), IdleReason::solved);
  const auto timeline = host.session.timeline();
  EXPECT_TRUE(std::any_of(timeline.begin(), timeline.end(),
                          [](const Decision& d) { return d.outcome() == "outcome.nothing_forced"; }));
}

// A wrong flag is put right by the proof that does not build on it; a right one is proved and keeps standing.
TEST(GrowingGame, AProofReplacesAGuess) {
  Session session(testing::puzzle_of(kGame, "minesweeper"));
  const std::vector<Literal> truth = session.puzzle().answer;
  const auto covered = [&](int value) {
    for (VariableId v = 0; v < session.model().variable_count(); ++v) {
      const bool open = session.state().marks[at(truth[at(v)])] == Mark::open;
      if (open && session.model().value_of(truth[at(v)]) == value) return v;
    }
    return -1;
  };
  const VariableId safe = covered(0);
  const VariableId mine = covered(1);
  const auto guess = [&](VariableId v) {
    Decision decision;
    decision.source = Source::system1;
    decision.act = Step{session.model().literal(v, 1), true};
    ASSERT_TRUE(session.replay(decision).ok());
  };
  const auto prove = [&](VariableId v) {
    Decision decision;
    decision.source = Source::system2;
    decision.act = Step{truth[at(v)], true};
    decision.proof = Proof{{truth[at(v)], true}, {}, true};
    const auto id = session.replay(decision);
    ASSERT_TRUE(id.ok());
  };
  guess(safe);
  guess(mine);
  prove(mine);
  EXPECT_TRUE(session.timeline().back().removed.empty());
  prove(safe);
  EXPECT_EQ(session.timeline().back().removed, (std::vector<Step>{{session.model().literal(safe, 1), true}}));
  EXPECT_EQ(placed_value(session.model(), session.state(), mine), 1);
  EXPECT_EQ(placed_value(session.model(), session.state(), safe), 0);
}

}  // namespace
}  // namespace fastslow
