#include "practice/parameters.h"

#include <cmath>
#include <cstring>

#include "core/random.h"

namespace fastslow::practice {
namespace {

constexpr int kSteps = 1 << 23;  // half as many as a float can tell apart

// Evenly from -1 to 1.
float even(Random& random) {
  return static_cast<float>(random.below(2 * kSteps) - kSteps) / static_cast<float>(kSteps);
}

// About normal, with a standard deviation of 1: twelve even draws.
float normal(Random& random) {
  float sum = 0;
  for (int i = 0; i < 12; ++i) sum += even(random) * 0.5F;
  return sum;
}

}  // namespace

Numbers untrained(std::uint64_t seed) {
  Random random(seed);
  Numbers numbers(kParameters, 0.0F);
  for (int p = 0; p < kParts; ++p) {
    const Tensor& tensor = kTensors[static_cast<std::size_t>(p)];
    float* to = part_of(numbers, static_cast<Part>(p));
    for (int i = 0; i < tensor.size(); ++i) {
      const bool mixes = (p == kSeen || p == kSeenBias) && i % tensor.columns >= kVotes;
      const int fan_in = mixes ? kState + 4 * kVotes : tensor.fan_in;
      if (p == kFirst) {
        to[i] = 0.3F * normal(random);
      } else if (p == kChange) {
        to[i] = 0.02F * normal(random);
      } else if (p == kNormScale) {
        to[i] = 1.0F;
      } else if (fan_in > 0) {
        to[i] = even(random) / std::sqrt(static_cast<float>(fan_in));
      }
    }
  }
  return numbers;
}

void append_floats(std::span<const float> numbers, std::vector<std::uint8_t>& bytes) {
  for (const float number : numbers) {
    std::uint32_t bits = 0;
    std::memcpy(&bits, &number, sizeof bits);
    for (int shift = 0; shift < 32; shift += 8) bytes.push_back(static_cast<std::uint8_t>(bits >> shift));
  }
}

bool read_floats(std::span<const std::uint8_t> bytes, std::span<float> numbers) {
  if (bytes.size() != numbers.size() * 4) return false;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    std::uint32_t bits = 0;
    for (std::size_t k = 0; k < 4; ++k) bits |= static_cast<std::uint32_t>(bytes[4 * i + k]) << (8 * k);
    std::memcpy(&numbers[i], &bits, sizeof bits);
    if (!std::isfinite(numbers[i])) return false;
  }
  return true;
}

}  // namespace fastslow::practice
