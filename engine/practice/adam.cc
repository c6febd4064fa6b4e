#include "practice/adam.h"

#include <algorithm>
#include <cmath>

namespace fastslow::practice {
namespace {

constexpr float kMean = 0.9F;
constexpr float kSquare = 0.98F;
constexpr float kTiny = 1e-8F;
constexpr float kDecay = 1e-4F;
constexpr float kWarmUp = 30;  // steps until the rate is full

}  // namespace

void Adam::step(Numbers& weights, Numbers& gradient, float rate) {
  float square_length = 0;
  for (const float g : gradient) square_length += g * g;
  if (!std::isfinite(square_length)) return;
  const float shorten = square_length > 1 ? 1.0F / std::sqrt(square_length) : 1.0F;
  ++steps;
  mean_left *= kMean;
  square_left *= kSquare;
  const float now = rate * std::min(1.0F, static_cast<float>(steps) / kWarmUp);
  const auto mean_scale = static_cast<float>(now / (1 - mean_left));
  const auto square_scale = static_cast<float>(1 / (1 - square_left));
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const float g = gradient[i] * shorten;
    mean[i] = kMean * mean[i] + (1 - kMean) * g;
    square[i] = kSquare * square[i] + (1 - kSquare) * g * g;
    weights[i] -= now * kDecay * weights[i] + mean_scale * mean[i] / (std::sqrt(square[i] * square_scale) + kTiny);
  }
}

void Adam::skip_to(std::uint64_t count) {
  for (steps = 0, mean_left = 1, square_left = 1; steps < count; ++steps) {
    mean_left *= kMean;
    square_left *= kSquare;
  }
}

}  // namespace fastslow::practice
