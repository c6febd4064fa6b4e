#include "physics/bicycle.h"

#include <algorithm>
#include <cmath>

#include "physics/functions.h"

namespace fastslow::physics {
namespace {

constexpr double kGravity = 9.81;
constexpr int kSubsteps = 20;
// Below this speed, in m/s, slip and resistance fade to nothing, so that a car can stand.
constexpr double kCreep = 1.0;

// -1 .. 1, the sign of a speed but for a crawl.
double way(double speed) { return speed / std::sqrt(speed * speed + 0.1 * kCreep); }

struct Axle {
  double load;     // N
  double forward;  // N, demanded along the wheel
};

// To the left, from the speed with which the wheel slides to the left. What is used to brake or drive is not there to
// steer.
double side_force(const Car& car, const Axle& axle, double sliding, double rolling) {
  const double most = car.grip * axle.load;
  const double along = std::min(std::abs(axle.forward), 0.95 * most);
  const double left = std::sqrt(most * most - along * along);
  const double slip = arctangent(sliding / std::sqrt(rolling * rolling + kCreep * kCreep));
  return -left * sine(car.shape * arctangent(car.stiffness * slip));
}

double pushed(const Car& car, double pedal, double speed) {
  if (pedal >= 0.0) return pedal * std::min(car.drive, car.power / std::max(std::abs(speed), kCreep));
  return pedal * car.brake * way(speed);
}

}  // namespace

CarState car_rate(const Car& car, const CarState& state, const CarControls& controls) {
  const auto [x, y, heading, forward, left, turning] = state;
  const double steering = std::clamp(controls.steering, -car.most_steering, car.most_steering);
  const double push = pushed(car, std::clamp(controls.pedal, -1.0, 1.0), forward);
  const double length = car.to_front + car.to_rear;
  // Brakes act on both axles, the motor on the rear one.
  const double share = controls.pedal < 0.0 ? 0.6 : 0.0;
  const Axle front{car.mass * kGravity * car.to_rear / length, push * share};
  const Axle rear{car.mass * kGravity * car.to_front / length, push * (1.0 - share)};

  const double c = cosine(steering);
  const double s = sine(steering);
  const double slide = left + car.to_front * turning;
  const double front_side = side_force(car, front, slide * c - forward * s, forward * c + slide * s);
  const double rear_side = side_force(car, rear, left - car.to_rear * turning, forward);

  const double air = car.drag * forward * std::abs(forward) + car.rolling * way(forward);
  const double ahead = front.forward * c - front_side * s + rear.forward - air;
  const double aside = front.forward * s + front_side * c + rear_side;
  const double twist = car.to_front * (front.forward * s + front_side * c) - car.to_rear * rear_side;

  const double ch = cosine(heading);
  const double sh = sine(heading);
  const double down = car.slope[0] * ch + car.slope[1] * sh;
  const double across = car.slope[1] * ch - car.slope[0] * sh;
  return {forward * ch - left * sh,
          forward * sh + left * ch,
          turning,
          ahead / car.mass + left * turning + down,
          aside / car.mass - forward * turning + across,
          twist / car.inertia};
}

double car_energy(const Car& car, const CarState& state) {
  const auto [x, y, heading, forward, left, turning] = state;
  return car.mass * (forward * forward + left * left) / 2.0 + car.inertia * turning * turning / 2.0 -
         car.mass * (car.slope[0] * x + car.slope[1] * y);
}

void step_vehicle(std::span<double> state, std::span<const double> controls) {
  static const Car car;
  const CarControls held{controls[0], controls[1]};
  const auto rate = [&](const CarState& now) { return car_rate(car, now, held); };
  CarState now{};
  std::copy(state.begin(), state.end(), now.begin());
  for (int i = 0; i < kSubsteps; ++i) now = runge_kutta_step(rate, now, kVehicleSeconds / kSubsteps);
  std::copy(now.begin(), now.end(), state.begin());
}

}  // namespace fastslow::physics
