// A car as a bicycle: both wheels of an axle are one. Its tyres slip, the air holds it back and the ground is tilted;
// none of the numbers here is told to anybody who learns from its drives.
//
// State: x and y in metres, heading in radians, speed forward and to the left in metres a second, turning in radians a
// second. Controls: steering of the front wheels in radians, pedal from -1 (brake) to 1 (full power); beyond that the
// car does not go. Source of the tyre's curve: H. B. Pacejka, "Tire and Vehicle Dynamics", 3rd edition, 2012,
// chapter 1.
#pragma once

#include <span>

#include "physics/integrate.h"

namespace fastslow::physics {

struct Car {
  double mass = 1200.0;            // kg
  double inertia = 1700.0;         // kg m², about the vertical
  double to_front = 1.15;          // m, from the centre of mass
  double to_rear = 1.35;           // m
  double grip = 0.85;              // of a tyre's load
  double stiffness = 9.0;          // Pacejka's B
  double shape = 1.4;              // Pacejka's C
  double drive = 4200.0;           // N at full power
  double power = 42000.0;          // W, where the force is bounded by it
  double brake = 9000.0;           // N
  double drag = 0.9;               // N s²/m²
  double rolling = 180.0;          // N
  Vector<2> slope = {-0.35, 0.5};  // m/s², down the ground
  double most_steering = 0.5;      // rad
};

using CarState = Vector<6>;  // x, y, heading, forward, left, turning
struct CarControls {
  double steering = 0.0;
  double pedal = 0.0;
};

CarState car_rate(const Car& car, const CarState& state, const CarControls& controls);
// Of motion and place on the slope, in joules.
double car_energy(const Car& car, const CarState& state);

// As a world (worlds.h), with the car as above.
inline constexpr std::size_t kVehicleState = 6;
inline constexpr std::size_t kVehicleControls = 2;
inline constexpr double kVehicleSeconds = 0.1;
void step_vehicle(std::span<double> state, std::span<const double> controls);

}  // namespace fastslow::physics
