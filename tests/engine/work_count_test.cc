// What a position costs, counted and not timed. The counters exist in debug builds only.
#include "core/work_count.h"

#include <gtest/gtest.h>

#include <string>

#include "engine/host.h"
#include "rooms.h"
#include "wire/view.h"

#ifndef NDEBUG

namespace fastslow {
namespace {

using testing::Host;

constexpr const char* kBoard = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";

// One accepted move of System 1 with all that a page asks for: the look, the step, the view, the heat map's input.
TEST(WorkCount, AnAcceptedMoveDerivesItsPositionOnce) {
  Host host(kBoard, {Strategy::threshold, 0.0});
  host.skill = 1;
  for (int i = 0; i < 3; ++i) {
    work_count() = {};
    ASSERT_TRUE(std::holds_alternative<Decided>(host.step()));
    ASSERT_EQ(host.session.timeline().back().source, Source::system1);
    EXPECT_FALSE(view_json(host.session).empty());
    EXPECT_EQ(host.session.status(), Status::open);
    host.session.policy_input();
    EXPECT_EQ(work_count().consequences, 1) << "move " << i;
    EXPECT_LE(work_count().layouts, i == 0 ? 2 : 1) << "of the position looked at, and of the one it led to";
    EXPECT_EQ(work_count().parses, 0);
  }
}

TEST(WorkCount, AnsweringAndLookingAtAPositionDeriveNothing) {
  Host host(kBoard, {Strategy::threshold, 0.9});
  host.step();
  host.session.policy_input();
  work_count() = {};
  for (int i = 0; i < 3; ++i) {
    view_json(host.session);
    host.session.policy_input();
    EXPECT_EQ(host.session.status(), Status::open);
  }
  EXPECT_EQ(work_count().consequences, 0);
  EXPECT_EQ(work_count().layouts, 0);
}

// The proposal is weighed on the board as it is known, and what the board answers is a position of its own.
TEST(WorkCount, ADigIsAskedOfTheBoardOnce) {
  Host host("9x9:7,8,mc0d6254bc6da9d1f40490", {Strategy::system1, 0.9}, "minesweeper");
  host.skill = 1;
  work_count() = {};
  const Effect effect = host.step();
  ASSERT_TRUE(std::holds_alternative<Decided>(effect));
  EXPECT_LE(work_count().reveals, 1);
  EXPECT_LE(work_count().consequences, 2);
}

}  // namespace
}  // namespace fastslow

#endif
