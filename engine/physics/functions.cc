#include "physics/functions.h"

namespace fastslow::physics {
namespace {

// The Taylor series of the sine for |x| <= pi/2, from its smallest term on.
double small_sine(double x) {
  const double square = x * x;
  double sum = 0.0;
  for (int n = 21; n >= 3; n -= 2) sum = (sum + 1.0) * (-square / (n * (n - 1)));
  return x * (sum + 1.0);
}

}  // namespace

double sine(double x) {
  // floor is exact everywhere.
  double turned = x - 2.0 * kPi * std::floor(x / (2.0 * kPi) + 0.5);
  if (turned > kPi / 2.0) turned = kPi - turned;
  if (turned < -kPi / 2.0) turned = -kPi - turned;
  return small_sine(turned);
}

double cosine(double x) { return sine(x + kPi / 2.0); }

double arctangent(double x) {
  if (std::abs(x) > 1.0) return (x > 0.0 ? kPi / 2.0 : -kPi / 2.0) - arctangent(1.0 / x);
  // The half angle, three times over, so that the series converges at once; a square root is exact to the last bit.
  double small = x;
  for (int i = 0; i < 3; ++i) small = small / (1.0 + std::sqrt(1.0 + small * small));
  const double square = small * small;
  double sum = 0.0;
  for (int n = 15; n >= 1; n -= 2) sum = 1.0 / n - square * sum;
  return 8.0 * small * sum;
}

}  // namespace fastslow::physics
