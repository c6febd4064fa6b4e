// Sine, cosine and arc tangent with the same bits on every platform, as core/numeric.h has the exponential function:
// the C library's differ in the last place between implementations, and a trajectory is their sum over many steps.
#pragma once

#include <cmath>

namespace fastslow::physics {

inline constexpr double kPi = 3.14159265358979323846;

// Absolute error below 1e-12 for |x| < 1e6; nan for what is not finite.
double sine(double x);
double cosine(double x);
// In (-pi/2, pi/2), absolute error below 1e-12.
double arctangent(double x);

}  // namespace fastslow::physics
