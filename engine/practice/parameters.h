// The numbers that a network of models/pipeline/network.py has learned: 9,170 of them, one after the other in the
// order, and with the names and shapes, of the shipped file's initializers (models/export/onnx_graph.py). A weight is
// laid out [in, out]; the votes' layer and the part of the update that reads the state stand side by side in
// `seen_weight`.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace fastslow::practice {

inline constexpr int kState = 32;    // H: width of a literal's state
inline constexpr int kVotes = 16;    // C: channels of a vote and of a group's message
inline constexpr int kHidden = 48;   // M: width of the update's hidden layer
inline constexpr int kDoubts = 16;   // channels of the self-assessment
inline constexpr int kFeatures = 4;  // of a group and of a sum (policy/encoder.h)

struct Tensor {
  std::string_view name;
  int rows = 1;
  int columns = 1;
  bool flat = false;  // its shape is [columns]
  int fan_in = 0;     // of the layer: an untrained network's numbers lie within 1 / sqrt(fan_in)

  [[nodiscard]] constexpr int size() const { return rows * columns; }
};

// Indices into kTensors, named as the constants that they are.
// NOLINTBEGIN(readability-identifier-naming)
enum Part : std::uint8_t {
  kFirst,
  kNormScale,
  kNormShift,
  kSeen,
  kSeenBias,
  kMix,
  kGroupFeatures,
  kGroupBias,
  kGroup,
  kLoadFeatures,
  kLoadBias,
  kLoad,
  kSlope,
  kSlopeBias,
  kChange,
  kChangeBias,
  kRead,
  kReadBias,
  kDoubt,
  kDoubtBias,
  kJudge,
  kJudgeBias,
  kParts
};
// NOLINTEND(readability-identifier-naming)

inline constexpr std::array<Tensor, kParts> kTensors = {{
    {"first", 1, kState, false, 0},
    {"norm_scale", 1, kState, true, 0},
    {"norm_shift", 1, kState, true, 0},
    {"seen_weight", kState, kVotes + kHidden, false, kState},  // its columns behind kVotes: kState + 4 kVotes
    {"seen_bias", 1, kVotes + kHidden, true, kState},          // likewise
    {"mix_weight", 4 * kVotes, kHidden, false, kState + 4 * kVotes},
    {"group_features_weight", kFeatures, kVotes, false, 3 * kVotes + kFeatures},
    {"group_bias", 1, kVotes, true, 3 * kVotes + kFeatures},
    {"group_weight", 3 * kVotes, kVotes, false, 3 * kVotes + kFeatures},
    {"load_features_weight", kFeatures, kVotes, false, 2 * kVotes + kFeatures},
    {"load_bias", 1, kVotes, true, 2 * kVotes + kFeatures},
    {"load_weight", 2 * kVotes, kVotes, false, 2 * kVotes + kFeatures},
    {"slope_weight", kVotes, kVotes, false, kVotes},
    {"slope_bias", 1, kVotes, true, kVotes},
    {"change_weight", kHidden, kState, false, kHidden},
    {"change_bias", 1, kState, true, kHidden},
    {"read_weight", kState, 1, false, kState},
    {"read_bias", 1, 1, true, kState},
    {"doubt_weight", kState + 1, kDoubts, false, kState + 1},
    {"doubt_bias", 1, kDoubts, true, kState + 1},
    {"judge_weight", 2 * kDoubts, 1, false, 2 * kDoubts},
    {"judge_bias", 1, 1, true, 2 * kDoubts},
}};

// Where each tensor begins, and the end of the last.
inline constexpr std::array<int, kParts + 1> kOffsets = [] {
  std::array<int, kParts + 1> offsets{};
  for (int i = 0; i < kParts; ++i) {
    offsets[static_cast<std::size_t>(i) + 1] =
        offsets[static_cast<std::size_t>(i)] + kTensors[static_cast<std::size_t>(i)].size();
  }
  return offsets;
}();
inline constexpr int kParameters = kOffsets[kParts];
static_assert(kParameters == 9170);

// kParameters numbers: weights, their gradients, an optimiser's memory.
using Numbers = std::vector<float>;

inline const float* part_of(const Numbers& numbers, Part part) { return numbers.data() + kOffsets[part]; }
inline float* part_of(Numbers& numbers, Part part) { return numbers.data() + kOffsets[part]; }

// What a network is before it has learned anything: drawn as PyTorch draws (models/pipeline/network.py), by the seed.
Numbers untrained(std::uint64_t seed);

// Numbers as bytes, little-endian float32, and back. Nothing if they are too few or too many, or one is not finite.
void append_floats(std::span<const float> numbers, std::vector<std::uint8_t>& bytes);
bool read_floats(std::span<const std::uint8_t> bytes, std::span<float> numbers);

}  // namespace fastslow::practice
