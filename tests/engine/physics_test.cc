// The simulated worlds: functions and integrators, the car, and the operation of the engine's door, whose trajectory
// must have the same last bits natively and in WebAssembly.
#include <gtest/gtest.h>

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

#include "engine/helpers.h"
#include "physics/bicycle.h"
#include "physics/functions.h"
#include "physics/integrate.h"
#include "physics/worlds.h"
#include "wire/engine_door.h"
#include "wire/json.h"

namespace fastslow {
namespace {

TEST(PhysicsFunctions, AgreeWithTheLibrary) {
  for (int i = -400; i <= 400; ++i) {
    const double x = i * 0.037;
    EXPECT_NEAR(sine(x), std::sin(x), 1e-12) << x;
    EXPECT_NEAR(cosine(x), std::cos(x), 1e-12) << x;
    EXPECT_NEAR(arctangent(x), std::atan(x), 1e-12) << x;
  }
  EXPECT_NEAR(arctangent(1e9), kPi / 2.0, 1e-8);
  EXPECT_TRUE(std::isnan(sine(INFINITY)));
}

// A weight on a spring, of which everything is known.
Vector<2> spring(const Vector<2>& state) { return {state[1], -state[0]}; }

double spring_error(int steps) {
  Vector<2> state = {1.0, 0.0};
  for (int i = 0; i < steps; ++i) state = runge_kutta_step(&spring, state, 1.0 / steps);
  return std::abs(state[0] - std::cos(1.0));
}

double verlet_error(int steps) {
  Motion<1> motion{{1.0}, {0.0}};
  const auto pull = [](const Vector<1>& at) { return Vector<1>{-at[0]}; };
  for (int i = 0; i < steps; ++i) motion = verlet_step(pull, motion, 1.0 / steps);
  return std::abs(motion.position[0] - std::cos(1.0));
}

TEST(PhysicsIntegrators, HaveTheOrderTheyClaim) {
  EXPECT_NEAR(std::log2(spring_error(10) / spring_error(20)), 4.0, 0.2);
  EXPECT_NEAR(std::log2(verlet_error(40) / verlet_error(80)), 2.0, 0.1);
}

TEST(PhysicsIntegrators, VerletKeepsTheEnergyHoweverLongItGoesOn) {
  Motion<1> motion{{1.0}, {0.0}};
  const auto pull = [](const Vector<1>& at) { return Vector<1>{-at[0]}; };
  for (int i = 0; i < 100'000; ++i) {
    motion = verlet_step(pull, motion, 0.1);
    const double energy = (motion.position[0] * motion.position[0] + motion.velocity[0] * motion.velocity[0]) / 2.0;
    ASSERT_NEAR(energy, 0.5, 0.002) << i;
  }
}

CarState after(const Car& car, CarState state, const CarControls& controls, double seconds, int steps) {
  const auto rate = [&](const CarState& now) { return car_rate(car, now, controls); };
  for (int i = 0; i < steps; ++i) state = runge_kutta_step(rate, state, seconds / steps);
  return state;
}

Car without_friction() {
  Car car;
  car.grip = 0.0;
  car.drag = 0.0;
  car.rolling = 0.0;
  return car;
}

TEST(PhysicsCar, KeepsItsEnergyWithoutFriction) {
  const Car car = without_friction();
  const CarState start = {3.0, -2.0, 0.4, 9.0, 1.0, 0.7};
  const CarState end = after(car, start, {0.2, 0.0}, 20.0, 2000);
  EXPECT_NEAR(car_energy(car, end) / car_energy(car, start), 1.0, 1e-7);
  EXPECT_GT(std::hypot(end[0] - start[0], end[1] - start[1]), 100.0);
}

TEST(PhysicsCar, LosesEnergyToTyresAndAir) {
  const Car car;
  const CarState start = {0.0, 0.0, 0.4, 12.0, 2.0, 0.5};
  double before = car_energy(car, start);
  for (CarState state = start; int i : std::array{1, 2, 3, 4, 5}) {
    state = after(car, state, {0.1, 0.0}, 0.5, 100);
    EXPECT_LT(car_energy(car, state), before) << i;
    before = car_energy(car, state);
  }
}

TEST(PhysicsCar, IsTheSameInAMirror) {
  Car car;
  car.slope = {0.2, 0.0};
  const CarState left = after(car, {0.0, 0.0, 0.0, 9.0, 0.3, 0.1}, {0.15, 0.4}, 3.0, 300);
  const CarState right = after(car, {0.0, 0.0, 0.0, 9.0, -0.3, -0.1}, {-0.15, 0.4}, 3.0, 300);
  const std::array<double, 6> signs = {1, -1, -1, 1, -1, -1};
  for (std::size_t i = 0; i < signs.size(); ++i) EXPECT_NEAR(left[i], signs[i] * right[i], 1e-9) << i;
  EXPECT_GT(left[1], 3.0);
}

TEST(PhysicsCar, ComesToAStandWhenItBrakesOnTheLevel) {
  Car car;
  car.slope = {0.0, 0.0};
  const CarState end = after(car, {0.0, 0.0, 0.0, 12.0, 0.0, 0.0}, {0.0, -1.0}, 6.0, 1200);
  EXPECT_NEAR(end[3], 0.0, 0.01);
  EXPECT_NEAR(end[0], 10.0, 4.0);
}

// --- the worlds, and the door ---

TEST(PhysicsWorlds, DrawTheSameCourseFromTheSameNumber) {
  for (const World& world : worlds()) {
    Random one(7);
    Random other(7);
    const Course course = world.draw(one, 30);
    EXPECT_EQ(course.controls, world.draw(other, 30).controls) << world.name;
    EXPECT_EQ(course.start.size(), world.state) << world.name;
    const auto states = simulate(world, course.start, course.controls);
    ASSERT_TRUE(states.ok()) << world.name;
    EXPECT_EQ(states.value().size(), 30U) << world.name;
  }
}

TEST(PhysicsWorlds, RefuseWhatTheyCannotTake) {
  const World& world = *world_named("vehicle");
  const Numbers start(6, 0.0);
  const auto key = [&](const Numbers& from, const std::vector<Numbers>& controls) {
    return simulate(world, from, controls).problem().key;
  };
  EXPECT_EQ(key({0.0}, {}), "error.physics.state");
  EXPECT_EQ(key({NAN, 0, 0, 0, 0, 0}, {}), "error.physics.state");
  EXPECT_EQ(key(start, {{0.0}}), "error.physics.controls");
  EXPECT_EQ(key(start, {{0.0, INFINITY}}), "error.physics.controls");
  EXPECT_EQ(key(start, std::vector<Numbers>(kMostSteps + 1, {0.0, 0.0})), "error.physics.controls");
  EXPECT_TRUE(simulate(world, {1e6, -1e6, 1e6, 1e6, 1e6, 1e6}, {{1e6, -1e6}}).ok() ||
              key({1e6, -1e6, 1e6, 1e6, 1e6, 1e6}, {{1e6, -1e6}}) == "error.physics.left");
}

std::uint64_t hashed(const std::vector<Numbers>& states) {
  std::uint64_t hash = 0xcbf29ce484222325;  // FNV-1a
  for (const Numbers& state : states) {
    for (const double number : state) {
      hash = (hash ^ std::bit_cast<std::uint64_t>(number)) * 0x100000001b3;
    }
  }
  return hash;
}

TEST(PhysicsWorlds, HaveTheSameBitsEverywhere) {
  Random random(1);
  const World& world = *world_named("vehicle");
  const Course course = world.draw(random, 200);
  // The one number for the native and the WebAssembly build.
  EXPECT_EQ(hashed(simulate(world, course.start, course.controls).value()), 11121037193826936262U);
}

TEST(PhysicsDoor, SimulatesWithoutAGame) {
  EngineDoor door;
  const auto call = [&](const Json& request) { return Json::parse(door.call(request.dump())); };
  const Json start = {0, 0, 0, 8, 0, 0};
  const Json controls = {{0.0, 0.0}, {0.1, 0.5}};
  const Json reply = call({{"op", "simulate"}, {"world", "vehicle"}, {"start", start}, {"controls", controls}});
  ASSERT_TRUE(reply.contains("ok")) << reply;
  EXPECT_EQ(reply["ok"]["states"].size(), 2U);
  EXPECT_NEAR(reply["ok"]["states"][0][0].get<double>(), 0.8, 0.02);
  EXPECT_EQ(call({{"op", "simulate"}, {"world", "?"}, {"start", start}, {"controls", controls}})["error"]["key"],
            "error.physics.world");
  EXPECT_EQ(call({{"op", "simulate"}, {"world", "vehicle"}, {"start", "x"}, {"controls", controls}})["error"]["key"],
            "error.request.argument");
}

}  // namespace
}  // namespace fastslow
