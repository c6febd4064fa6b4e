// Arithmetic that gives the same bits on every platform. The C library's exp differs in the last
// place between implementations; a decision that compares probabilities must not depend on that.
// (Build with -ffp-contract=off, so that no compiler fuses a multiply and an add.)
#pragma once

namespace fastslow {

// e^x for x <= 0, relative error below 1e-12; 0 below -700.
inline double stable_exp(double x) {
  if (x < -700.0) return 0.0;
  // e^x = (e^(x / 2^k))^(2^k), with the Taylor series where it converges at once.
  int halvings = 0;
  while (x < -0.125) {
    x *= 0.5;
    ++halvings;
  }
  double term = 1.0;
  double sum = 1.0;
  for (int i = 1; i <= 12; ++i) {
    term *= x / i;
    sum += term;
  }
  for (; halvings > 0; --halvings) sum *= sum;
  return sum;
}

}  // namespace fastslow
