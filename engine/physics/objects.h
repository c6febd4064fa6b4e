// Two objects that are let go: a pendulum, whose pivot may be shaken sideways, and a block on a slope, which slides
// down to a stop at the foot and bounces off it; the slope may be shaken along itself. Friction is a switch for both:
// drag for the pendulum; for the block dry friction, and a stop that gives back only a part of the speed.
//
// Units: metre, second, kilogram; mass and length of the pendulum are 1. Same numbers on every platform.
#pragma once

#include <cstdint>
#include <span>

#include "physics/worlds.h"

namespace fastslow::physics {

enum class Object : std::uint8_t { pendulum, block };

struct Scene {
  Object object = Object::pendulum;
  bool friction = false;
  bool drive = false;
};

// A moment of a motion.
struct Moment {
  double q = 0.0;  // the pendulum's angle, 0 where it hangs; the block's distance from the stop, never below 0
  double p = 0.0;  // its speed, and with mass 1 its momentum
  double t = 0.0;  // decides how the shaking goes on
};

// Kinetic and potential energy, 0 at rest; what the shaking does is not counted.
double energy(Object object, const Moment& moment);

// The acceleration of whatever holds the object, at time t; 0 without drive.
double drive_at(const Scene& scene, double t);

// After `duration` seconds, in steps of at most kInnerStep.
inline constexpr double kInnerStep = 0.005;
Moment advance(const Scene& scene, Moment moment, double duration);

// As worlds (worlds.h). State: place, speed, time, energy, drive; the last two are told, not read. Controls: friction
// and drive, 0 or 1; and 1 while somebody holds it, so that only time goes on.
inline constexpr std::size_t kObjectState = 5;
inline constexpr std::size_t kObjectControls = 3;
inline constexpr double kObjectSeconds = 0.05;
void step_pendulum(std::span<double> state, std::span<const double> controls);
void step_block(std::span<double> state, std::span<const double> controls);
// Let go somewhere, with switches that stay as they are.
Course draw_pendulum(Random& random, std::size_t steps);
Course draw_block(Random& random, std::size_t steps);

}  // namespace fastslow::physics
