#include "physics/objects.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/numeric.h"
#include "core/random.h"
#include "physics/trigonometry.h"

namespace fastslow::physics {
namespace {

constexpr double kGravity = 9.81;
constexpr double kDrag = 0.3;
constexpr double kPivotShake = 4.0;
constexpr double kPivotRate = 2.2;

// Along the slope: what gravity pulls, and what dry friction holds.
constexpr double kPull = 3.0;
constexpr double kGrip = 0.8;
constexpr double kGivenBack = 0.8;
constexpr double kSlopeShake = 1.5;
constexpr double kSlopeRate = 4.0;
// A bounce slower than this is none: a block that loses speed would bounce infinitely often in a finite time.
constexpr double kSlowest = 0.02;

// Half a kick, a drift, half a kick, which keeps the energy bounded; drag, exactly, around it, each half of the step.
Moment pendulum_step(const Scene& scene, const Moment& before, double h) {
  const auto kick = [&](double q, double t) {
    return -kGravity * stable_sin(q) - drive_at(scene, t) * stable_cos(q);
  };
  const double lost = scene.friction ? stable_exp(-kDrag * h / 2) : 1.0;
  double p = before.p * lost + kick(before.q, before.t) * h / 2;
  const double q = before.q + p * h;
  const double t = before.t + h;
  p = (p + kick(q, t) * h / 2) * lost;
  return {q, p, t};
}

// The block's acceleration while `force` acts: friction is against the motion, or against the force if it stands.
double block_acceleration(const Scene& scene, const Moment& at, double force) {
  const double grip = scene.friction ? kGrip : 0.0;
  if (at.p > 0) return force - grip;
  if (at.p < 0) return force + grip;
  if (at.q <= 0 && force <= grip) return 0.0;  // lies at the stop
  return std::abs(force) <= grip ? 0.0 : force - std::copysign(grip, force);
}

// The first moment in (0, h] at which the block, moving evenly accelerated, comes to the stop; h if there is none.
double until_stop(const Moment& at, double a, double h) {
  const double later = at.q + at.p * h + a * h * h / 2;
  if (later >= 0) return h;
  const double root = std::sqrt(std::max(0.0, at.p * at.p - 2 * a * at.q));
  // The form that does not subtract nearly equal numbers; here p < root always, as it ends below 0.
  return std::clamp(2 * at.q / (root - at.p), 0.0, h);
}

// The force is taken as even during the step. It is split where the block turns round or meets the stop.
Moment block_step(const Scene& scene, const Moment& before, double h) {
  const double force = -kPull - drive_at(scene, before.t + h / 2);
  Moment now = before;
  double left = h;
  // A turn and a bounce or two; what is left after that is too short to matter.
  for (int i = 0; i < 8 && left > 0; ++i) {
    const double a = block_acceleration(scene, now, force);
    if (a == 0 && now.p == 0) break;
    double part = left;
    const bool turns = now.p * a < 0 && -now.p / a < left;
    if (turns) part = -now.p / a;
    const double stop = until_stop(now, a, part);
    const bool meets = stop < part;
    part = std::min(part, stop);
    now.q = std::max(0.0, now.q + now.p * part + a * part * part / 2);
    now.p = turns && !meets ? 0.0 : now.p + a * part;
    left -= part;
    if (meets) {
      now.q = 0.0;
      now.p = scene.friction ? -kGivenBack * now.p : -now.p;
      if (scene.friction && now.p < kSlowest) now.p = 0.0;
    }
  }
  now.t = before.t + h;
  return now;
}

}  // namespace

std::optional<Object> parse_object(std::string_view name) {
  if (name == "pendulum") return Object::pendulum;
  if (name == "block") return Object::block;
  return std::nullopt;
}

double energy(Object object, const Moment& moment) {
  const double kinetic = moment.p * moment.p / 2;
  if (object == Object::block) return kinetic + kPull * moment.q;
  return kinetic + kGravity * (1 - stable_cos(moment.q));
}

double drive_at(const Scene& scene, double t) {
  if (!scene.drive) return 0.0;
  if (scene.object == Object::block) return kSlopeShake * stable_cos(kSlopeRate * t);
  return kPivotShake * stable_cos(kPivotRate * t);
}

Moment advance(const Scene& scene, Moment moment, double duration) {
  const int steps = std::max(1, static_cast<int>(std::ceil(duration / kInnerStep - 1e-9)));
  const double h = duration / steps;
  for (int i = 0; i < steps; ++i) {
    moment = scene.object == Object::block ? block_step(scene, moment, h) : pendulum_step(scene, moment, h);
  }
  return moment;
}

std::vector<Moment> trajectory(const Scene& scene, const Moment& start, int steps, double interval) {
  std::vector<Moment> moments = {start};
  for (int i = 0; i < steps; ++i) moments.push_back(advance(scene, moments.back(), interval));
  return moments;
}

Moment random_start(const Scene& scene, std::uint64_t seed) {
  Random random(seed);
  const auto between = [&](double low, double high) { return low + (high - low) * random.below(1000001) / 1e6; };
  const bool block = scene.object == Object::block;
  Moment start;
  start.q = block ? between(0.1, 2.0) : between(-2.2, 2.2);
  start.p = block ? between(-1.5, 2.0) : between(-2.0, 2.0);
  start.t = between(0.0, 2 * std::numbers::pi / (block ? kSlopeRate : kPivotRate));
  return start;
}

}  // namespace fastslow::physics
