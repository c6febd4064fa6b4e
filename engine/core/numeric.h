// Arithmetic that gives the same bits on every platform. The C library's exp differs in the last
// place between implementations; a decision that compares probabilities must not depend on that.
// (Build with -ffp-contract=off, so that no compiler fuses a multiply and an add.)
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>

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

// e^x in single precision, for loops over many numbers: no branches, so that compilers do several at once. Relative
// error below 3e-7; x is taken to lie in -87 .. 88.
inline float quick_exp(float x) {
  x = std::min(std::max(x, -87.0F), 88.0F);
  // x = n ln 2 + r with a whole n: adding 1.5 * 2^23 leaves no room behind the point.
  constexpr float round_off = 12582912.0F;
  const float shifted = x * 1.44269504F + round_off;
  const float n = shifted - round_off;
  const float r = (x - n * 0.693359375F) - n * -2.12194440e-4F;
  float series = 1.0F / 5040;
  series = series * r + 1.0F / 720;
  series = series * r + 1.0F / 120;
  series = series * r + 1.0F / 24;
  series = series * r + 1.0F / 6;
  series = series * r + 0.5F;
  series = series * r + 1.0F;
  series = series * r + 1.0F;
  // 2^n: n as the exponent of a float's bits.
  const std::int32_t bits = (static_cast<std::int32_t>(n) + 127) * (1 << 23);
  float power = 0;
  std::memcpy(&power, &bits, sizeof power);
  return series * power;
}

// ln x in single precision for x > 0 (no subnormal one), error below 2e-7 of the larger of 1 and the result.
inline float quick_log(float x) {
  std::int32_t bits = 0;
  std::memcpy(&bits, &x, sizeof bits);
  // x = 2^n m with m from about 0.7 to about 1.4; ln m = 2 artanh(s), s = (m - 1) / (m + 1).
  const std::int32_t n = (bits - 0x3f3504f3) >> 23;
  bits -= n * (1 << 23);
  float m = 0;
  std::memcpy(&m, &bits, sizeof m);
  const float s = (m - 1.0F) / (m + 1.0F);
  const float z = s * s;
  float series = 1.0F / 9;
  series = series * z + 1.0F / 7;
  series = series * z + 1.0F / 5;
  series = series * z + 1.0F / 3;
  series = series * z + 1.0F;
  const auto exponent = static_cast<float>(n);
  return exponent * 0.693359375F + (2.0F * s * series + exponent * -2.12194440e-4F);
}

}  // namespace fastslow
