#include "physics/objects.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/numeric.h"
#include "physics/drives.h"
#include "physics/functions.h"
#include "physics/integrate.h"

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

// Störmer-Verlet; drag, exactly, around it, a half at each end. The pivot's acceleration is taken as even during a
// step.
Moment pendulum_step(const Scene& scene, const Moment& before, double h) {
  const double shaken = drive_at(scene, before.t + h / 2);
  const auto pull = [&](const Vector<1>& q) { return Vector<1>{-kGravity * sine(q[0]) - shaken * cosine(q[0])}; };
  const double kept = scene.friction ? stable_exp(-kDrag * h / 2) : 1.0;
  const auto after = verlet_step<1>(pull, {{before.q}, {before.p * kept}}, h);
  return {after.position[0], after.velocity[0] * kept, before.t + h};
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

double energy(Object object, const Moment& moment) {
  const double kinetic = moment.p * moment.p / 2;
  if (object == Object::block) return kinetic + kPull * moment.q;
  return kinetic + kGravity * (1 - cosine(moment.q));
}

double drive_at(const Scene& scene, double t) {
  if (!scene.drive) return 0.0;
  if (scene.object == Object::block) return kSlopeShake * cosine(kSlopeRate * t);
  return kPivotShake * cosine(kPivotRate * t);
}

Moment advance(const Scene& scene, Moment moment, double duration) {
  const int steps = std::max(1, static_cast<int>(std::ceil(duration / kInnerStep - 1e-9)));
  const double h = duration / steps;
  for (int i = 0; i < steps; ++i) {
    moment = scene.object == Object::block ? block_step(scene, moment, h) : pendulum_step(scene, moment, h);
  }
  return moment;
}

namespace {

Scene scene_of(Object object, std::span<const double> controls) {
  return {object, controls[0] > 0.5, controls[1] > 0.5};
}

void step(Object object, std::span<double> state, std::span<const double> controls) {
  const Scene scene = scene_of(object, controls);
  Moment moment{state[0], state[1], state[2]};
  if (object == Object::block) moment.q = std::max(0.0, moment.q);
  if (controls[2] > 0.5) {
    moment.t += kObjectSeconds;
  } else {
    moment = advance(scene, moment, kObjectSeconds);
  }
  const std::array<double, kObjectState> after = {moment.q, moment.p, moment.t, energy(object, moment),
                                                  drive_at(scene, moment.t)};
  std::copy(after.begin(), after.end(), state.begin());
}

Course let_go(Object object, Moment moment, Random& random, std::size_t steps) {
  const Numbers controls = {static_cast<double>(random.below(2)), static_cast<double>(random.below(2)), 0.0};
  const double drive = drive_at(scene_of(object, controls), moment.t);
  return {{moment.q, moment.p, moment.t, energy(object, moment), drive}, {steps, controls}};
}

}  // namespace

void step_pendulum(std::span<double> state, std::span<const double> controls) {
  step(Object::pendulum, state, controls);
}

void step_block(std::span<double> state, std::span<const double> controls) { step(Object::block, state, controls); }

Course draw_pendulum(Random& random, std::size_t steps) {
  const double q = uniform(random, -2.2, 2.2);
  const double p = uniform(random, -2.0, 2.0);
  return let_go(Object::pendulum, {q, p, uniform(random, 0.0, 2 * kPi / kPivotRate)}, random, steps);
}

Course draw_block(Random& random, std::size_t steps) {
  const double q = uniform(random, 0.1, 2.0);
  const double p = uniform(random, -1.5, 2.0);
  return let_go(Object::block, {q, p, uniform(random, 0.0, 2 * kPi / kSlopeRate)}, random, steps);
}

}  // namespace fastslow::physics
