// How a state moves on by a step of time. Nothing here knows what moves: a law is given as a function.
#pragma once

#include <array>
#include <cstddef>

namespace fastslow::physics {

template <std::size_t N>
using Vector = std::array<double, N>;

// a + b * factor
template <std::size_t N>
Vector<N> plus(const Vector<N>& a, const Vector<N>& b, double factor) {
  Vector<N> sum{};
  for (std::size_t i = 0; i < N; ++i) sum[i] = a[i] + b[i] * factor;
  return sum;
}

// The classical Runge-Kutta method of fourth order for state' = rate(state). The error of a given span of time falls
// with the fourth power of the step.
template <std::size_t N, class Rate>
Vector<N> runge_kutta_step(const Rate& rate, const Vector<N>& state, double seconds) {
  const Vector<N> k1 = rate(state);
  const Vector<N> k2 = rate(plus(state, k1, seconds / 2.0));
  const Vector<N> k3 = rate(plus(state, k2, seconds / 2.0));
  const Vector<N> k4 = rate(plus(state, k3, seconds));
  Vector<N> next = plus(state, k1, seconds / 6.0);
  next = plus(next, k2, seconds / 3.0);
  next = plus(next, k3, seconds / 3.0);
  return plus(next, k4, seconds / 6.0);
}

template <std::size_t N>
struct Motion {
  Vector<N> position;
  Vector<N> velocity;
};

// Störmer-Verlet, of second order, for position'' = acceleration(position). It is symplectic: without friction the
// energy swings about its true value however long it goes on, where Runge-Kutta's drifts away.
template <std::size_t N, class Acceleration>
Motion<N> verlet_step(const Acceleration& acceleration, const Motion<N>& motion, double seconds) {
  const Vector<N> half = plus(motion.velocity, acceleration(motion.position), seconds / 2.0);
  const Vector<N> position = plus(motion.position, half, seconds);
  return {position, plus(half, acceleration(position), seconds / 2.0)};
}

}  // namespace fastslow::physics
