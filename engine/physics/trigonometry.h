// Sine and cosine with the same bits on every platform; the C library's differ in the last place between natively and
// WebAssembly. (Build with -ffp-contract=off, as everything here is.)
#pragma once

#include <cmath>

namespace fastslow::physics {

// Taylor series for |x| <= pi/4, error below 1e-16 of the value's scale.
inline double sine_near_zero(double x) {
  const double square = x * x;
  double sum = 0.0;
  for (int i = 17; i >= 3; i -= 2) sum = -square * (1.0 + sum) / (i * (i - 1));
  return x * (1.0 + sum);
}

inline double cosine_near_zero(double x) {
  const double square = x * x;
  double sum = 0.0;
  for (int i = 18; i >= 2; i -= 2) sum = -square * (1.0 + sum) / (i * (i - 1));
  return 1.0 + sum;
}

// sin(x + quarters * pi/2); good to about 1e-15 while |x| is below a million.
inline double stable_sine(double x, int quarters) {
  constexpr double kHalfPi = 1.57079632673412561417e+00;      // its first 33 bits, so that a product with a
  constexpr double kHalfPiRest = 6.07710050650619224932e-11;  // whole number is exact, and what follows
  const double turns = std::floor(x / (kHalfPi + kHalfPiRest) + 0.5);
  const double rest = (x - turns * kHalfPi) - turns * kHalfPiRest;
  const auto quarter = static_cast<int>((static_cast<long long>(turns) + quarters) & 3);
  const double value = quarter % 2 == 0 ? sine_near_zero(rest) : cosine_near_zero(rest);
  return quarter < 2 ? value : -value;
}

inline double stable_sin(double x) { return stable_sine(x, 0); }
inline double stable_cos(double x) { return stable_sine(x, 1); }

}  // namespace fastslow::physics
