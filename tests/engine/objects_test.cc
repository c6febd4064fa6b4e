// The pendulum and the block: what keeps energy keeps it, what loses it loses it, and the same numbers everywhere.
#include "physics/objects.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <vector>

#include "physics/worlds.h"

namespace fastslow::physics {
namespace {

Course course(const char* world, double friction, double drive, std::uint64_t seed, std::size_t steps = 600) {
  Random random(seed);
  Course drawn = world_named(world)->draw(random, steps);
  for (Numbers& row : drawn.controls) row = {friction, drive, 0.0};
  return drawn;
}

std::vector<Numbers> run(const char* world, const Course& drawn) {
  return simulate(*world_named(world), drawn.start, drawn.controls).value();
}

constexpr std::size_t kPlace = 0;
constexpr std::size_t kSpeed = 1;
constexpr std::size_t kTime = 2;
constexpr std::size_t kEnergy = 3;
constexpr std::size_t kDrive = 4;

TEST(Objects, WithoutFrictionAndDriveEnergyStays) {
  for (const auto& [world, allowed] : {std::pair{"pendulum", 1e-3}, std::pair{"block", 1e-9}}) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      const Course drawn = course(world, 0, 0, seed);
      const double begun = drawn.start[kEnergy];
      for (const Numbers& state : run(world, drawn)) {
        EXPECT_NEAR(state[kEnergy], begun, allowed * begun) << world << " " << seed << " at " << state[kTime];
      }
    }
  }
}

TEST(Objects, FrictionTakesEnergyUntilAllIsGone) {
  for (const char* world : {"pendulum", "block"}) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      const Course drawn = course(world, 1, 0, seed, 2000);
      double before = drawn.start[kEnergy];
      for (const Numbers& state : run(world, drawn)) {
        EXPECT_LE(state[kEnergy], before + 1e-4) << world << " " << seed << " at " << state[kTime];
        before = state[kEnergy];
      }
      EXPECT_NEAR(before, 0.0, 1e-6) << world << " " << seed;
    }
  }
}

TEST(Objects, DryFrictionAndTheStopTakeWhatTheyShould) {
  // 3.8 m/s^2 up from 0.5 m at 1.9 m/s: half a second, then 2.2 down over 0.975 m; the stop gives back 0.8 of the
  // speed.
  const Scene scene{Object::block, true, false};
  const Moment top = advance(scene, {0.5, 1.9, 0.0}, 0.5);
  EXPECT_NEAR(top.q, 0.975, 1e-9);
  EXPECT_NEAR(top.p, 0.0, 1e-9);
  const double fall = std::sqrt(2 * 0.975 / 2.2);
  const Moment bounced = advance(scene, top, fall + 1e-4);
  EXPECT_NEAR(bounced.p, 0.8 * 2.2 * fall, 1e-3);
}

TEST(Objects, TheBlockNeverPassesTheStop) {
  for (const double friction : {0.0, 1.0}) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      for (const Numbers& state : run("block", course("block", friction, 1, seed))) EXPECT_GE(state[kPlace], 0.0);
    }
  }
}

TEST(Objects, ShakingGivesEnergy) {
  Course drawn = course("pendulum", 0, 1, 1);
  drawn.start = {0.0, 0.0, 0.0, 0.0, 0.0};
  double most = 0.0;
  for (const Numbers& state : run("pendulum", drawn)) most = std::max(most, state[kEnergy]);
  EXPECT_GT(most, 1.0);
}

TEST(Objects, WhatIsHeldStaysWhileTheShakingGoesOn) {
  const Numbers start = {0.7, 0.2, 0.0, 0.0, 0.0};
  const auto states = simulate(*world_named("pendulum"), start, {{1, 1, 1}, {1, 1, 1}}).value();
  EXPECT_EQ(states[1][kPlace], 0.7);
  EXPECT_EQ(states[1][kSpeed], 0.2);
  EXPECT_EQ(states[1][kTime], 2 * kObjectSeconds);
  EXPECT_NE(states[0][kDrive], states[1][kDrive]);
}

// FNV-1a over the bits.
TEST(Objects, TheSameBitsNativelyAndInWasm) {
  std::uint64_t digest = 14695981039346656037ULL;
  for (const char* world : {"pendulum", "block"}) {
    for (const double friction : {0.0, 1.0}) {
      for (const double drive : {0.0, 1.0}) {
        for (const Numbers& state : run(world, course(world, friction, drive, 7))) {
          for (const double number : state) {
            std::uint64_t bits = 0;
            std::memcpy(&bits, &number, sizeof bits);
            digest = (digest ^ bits) * 1099511628211ULL;
          }
        }
      }
    }
  }
  EXPECT_EQ(digest, 12742038336495714430ULL);
}

}  // namespace
}  // namespace fastslow::physics
