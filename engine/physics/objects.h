// Two objects that are let go: a pendulum, whose pivot may be shaken sideways, and a block on a slope, which slides down
// to a stop at the foot and bounces off it; the slope may be shaken along itself. Friction is a switch for both: drag for
// the pendulum; for the block dry friction, and a stop that gives back only a part of the speed.
//
// Units: metre, second, kilogram; mass and length of the pendulum are 1. Same numbers on every platform.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace fastslow::physics {

enum class Object : std::uint8_t { pendulum, block };

// "pendulum" or "block".
std::optional<Object> parse_object(std::string_view name);

struct Scene {
  Object object = Object::pendulum;
  bool friction = false;
  bool drive = false;
};

// A moment of a motion.
struct Moment {
  double q = 0.0;  // the pendulum's angle, 0 where it hangs; the block's distance from the stop, never below 0
  double p = 0.0;  // its speed, and with mass 1 its momentum
  double t = 0.0;  // decides where the shaking is
};

// Kinetic and potential energy, 0 at rest; what the shaking does is not counted.
double energy(Object object, const Moment& moment);

// The acceleration of whatever holds the object, at time t; 0 without drive.
double drive_at(const Scene& scene, double t);

// After `duration` seconds, in steps of at most kInnerStep.
inline constexpr double kInnerStep = 0.005;
Moment advance(const Scene& scene, Moment moment, double duration);

// The moment itself and `steps` more, `interval` seconds apart.
std::vector<Moment> trajectory(const Scene& scene, const Moment& start, int steps, double interval);

// Somewhere that it can be let go from; the same for the same seed.
Moment random_start(const Scene& scene, std::uint64_t seed);

}  // namespace fastslow::physics
