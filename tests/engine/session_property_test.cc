// Games at random, of every family that visitors are offered: whatever a player and the two systems do, in whatever
// order, going back and forth, keeping the game and telling it lose nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/index.h"
#include "engine/conformance.h"
#include "engine/host.h"
#include "engine/views.h"
#include "rooms.h"
#include "wire/trace.h"
#include "wire/view.h"

namespace fastslow {
namespace {

using testing::Host;

constexpr int kPuzzles = 2;
constexpr int kActions = 30;

// What can be compared of a game: where it is, how it looks, and all that led there or would lead on.
struct Seen {
  PositionId position;
  State state;
  Json view;
  Json trace;

  bool operator==(const Seen&) const = default;
};

Seen seen(const Session& session) {
  return {session.position().id, session.state(), view_json(session), trace_json(session, false)};
}

// A decision as it was made; whether it has been taken back since is another matter.
Json as_made(Json decision) {
  decision.erase("takenBack");
  return decision;
}

class RandomGame {
 public:
  RandomGame(const Family& family, std::uint64_t seed)
      : family_(family),
        host_(family.make(family.sizes.front(), Level::hard, seed), {}, family.id),
        random_(seed),
        held_(testing::kept(view_json(session()))),
        snapshot_(snapshot_of(session())) {}

  void play() {
    for (int i = 0; i < kActions; ++i) {
      const std::size_t before = session().timeline().size();
      const Seen was = seen(session());
      const std::string did = act();
      SCOPED_TRACE(family_.id + ", action " + std::to_string(i) + ": " + did);
      expect_nothing_lost(was, before);
      expect_back_and_forth();
      expect_restored();
      expect_told();
      if (::testing::Test::HasFailure()) return;
    }
  }

 private:
  Session& session() { return host_.session; }
  Literal any_literal() { return random_.below(session().model().literal_count()); }

  // Mostly one that no rule forbids yet.
  Literal likely_literal() {
    const std::vector<Literal>& actions = session().position().consequences.actions;
    if (actions.empty() || random_.below(4) == 0) return any_literal();
    return actions[at(random_.below(static_cast<int>(actions.size())))];
  }

  // Mostly one with a value that is no given: what was proved from it goes with it.
  VariableId likely_variable() {
    const std::vector<Step> guesses = session().history().guesses();
    if (guesses.empty() || random_.below(4) == 0) return random_.below(session().model().variable_count());
    return session().model().variable_of(guesses[at(random_.below(static_cast<int>(guesses.size())))].literal);
  }

  // Something that a player or the systems do, or try to do. Says what.
  std::string act() {
    switch (random_.below(14)) {
      case 0:
      case 1:
        session().play(likely_literal());
        return "play";
      case 2: {  // a mark: in kept games only, the page has no hand for it
        Decision mark;
        mark.act = Step{any_literal(), false};
        session().replay(std::move(mark));
        return "mark";
      }
      case 3:
      case 4:
        session().erase(likely_variable());
        return "erase";
      case 5:
        session().undo();
        return "undo";
      case 6:
        session().redo();
        return "redo";
      case 7:
        return switch_rule();
      case 8:
        if (random_.below(4) != 0) return "nothing";
        session().reset();
        return "reset";
      default:
        return think();
    }
  }

  std::string switch_rule() {
    const auto& rules = session().puzzle().switchable;
    if (rules.empty()) return "nothing";
    const std::string rule = rules[at(random_.below(static_cast<int>(rules.size())))];
    session().switch_rule(rule, random_.below(2) == 0);
    return "switch " + rule;
  }

  std::string think() {
    static const std::vector<std::string_view> strategies = strategy_names();
    Config config = session().config();
    const std::string_view strategy = strategies[at(random_.below(static_cast<int>(strategies.size())))];
    config.arbiter.strategy = *parse_strategy(strategy);
    config.arbiter.threshold = random_.below(5) / 4.0;
    session().configure(config);
    host_.steady_step();
    return "think, " + std::string(strategy);
  }

  // An action adds one decision at the end, or takes one away to be redone, or lets it be; the others stay as they
  // were made. Only a reset forgets.
  void expect_nothing_lost(const Seen& was, std::size_t before) {
    const std::size_t now = session().timeline().size();
    const Json trace = trace_json(session(), false);
    if (now == 0 && trace["undone"].empty()) return;
    ASSERT_LE(now, before + 1);
    ASSERT_GE(now + 1, before);
    for (std::size_t id = 0; id < std::min(now, before); ++id) {
      EXPECT_EQ(as_made(trace["decisions"][id]), as_made(was.trace["decisions"][id]));
    }
    if (now < before) {
      EXPECT_EQ(as_made(trace["undone"][0]), as_made(was.trace["decisions"][now]));
    }
    expect_steps_accounted_for();
  }

  // Each step stands, or a later decision tells that it took it away; or the world has changed since: a rule was
  // switched, or the board has answered.
  void expect_steps_accounted_for() {
    const std::vector<int>& standing = session().position().standing;
    const auto timeline = session().timeline();
    for (std::size_t id = 0; id < timeline.size(); ++id) {
      const auto step = timeline[id].step();
      if (!step || timeline[id].takes_back()) continue;
      bool accounted = std::binary_search(standing.begin(), standing.end(), static_cast<int>(id));
      accounted = accounted || session().puzzle().grows || static_cast<int>(id) < session().position().proved_since;
      for (std::size_t later = id + 1; later < timeline.size(); ++later) {
        const auto& gone = timeline[later].removed;
        const bool again = timeline[later].step() == step;  // proved what was a guess
        accounted = accounted || again || std::find(gone.begin(), gone.end(), *step) != gone.end();
      }
      EXPECT_TRUE(accounted) << "step " << id << " is gone, and nobody took it away";
    }
  }

  void expect_back_and_forth() {
    const Seen here = seen(session());
    if (!session().undo()) {
      EXPECT_NE(session().position().id, here.position);
      EXPECT_FALSE(session().redo());
    } else if (!session().redo()) {
      EXPECT_FALSE(session().undo());
    }
    EXPECT_TRUE(seen(session()) == here) << Json::diff(here.trace, seen(session()).trace);
  }

  void expect_restored() {
    const Seen here = seen(session());
    const Json kept = Json::parse(here.trace.dump());
    const Result<Session> restored = session_from(kept, session().config());
    ASSERT_TRUE(restored.ok()) << restored.problem().key;
    const Seen again = seen(restored.value());
    EXPECT_EQ(again.position, here.position);
    EXPECT_EQ(again.state, here.state);
    EXPECT_EQ(again.view, here.view) << Json::diff(here.view, again.view);
    EXPECT_EQ(again.trace, here.trace) << Json::diff(here.trace, again.trace);
  }

  // What a page that held the view before the action would make of the change.
  void expect_told() {
    Snapshot now = snapshot_of(session());
    held_ = testing::applied(held_, view_json(session(), now, &snapshot_));
    Json whole = testing::kept(view_json(session()));
    snapshot_ = std::move(now);
    whole["from"] = held_["from"];
    EXPECT_EQ(held_, whole) << Json::diff(held_, whole);
  }

  const Family& family_;
  Host host_;
  Random random_;
  Json held_;  // a page's view
  Snapshot snapshot_;
};

class SessionProperty : public ::testing::TestWithParam<const Family*> {};

TEST_P(SessionProperty, WhateverIsDoneIsKeptToldAndUndone) {
  for (int seed = 1; seed <= kPuzzles; ++seed) RandomGame(*GetParam(), static_cast<std::uint64_t>(seed)).play();
}

std::vector<const Family*> listed_families() {
  std::vector<const Family*> listed = testing::all_families();
  std::erase_if(listed, [](const Family* family) { return !family->listed; });
  return listed;
}

INSTANTIATE_TEST_SUITE_P(Families, SessionProperty, ::testing::ValuesIn(listed_families()),
                         [](const auto& family) { return family.param->id; });

}  // namespace
}  // namespace fastslow
