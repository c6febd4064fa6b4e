// What tests of whole games share: an intuition that is the same on every platform, and a hash of what came of it.
#pragma once

#include <cstdint>
#include <string>

#include "core/random.h"
#include "policy/proposal.h"

namespace fastslow::testing {

// Depends on nothing but how many literals are open. Another look makes it surer.
inline policy::PolicyAnswer steady_intuition(int literals, int look) {
  policy::PolicyAnswer answer;
  Random random(static_cast<std::uint64_t>(literals));
  for (int i = 0; i < literals; ++i) {
    const float glance = static_cast<float>(random.below(1 << 16)) / 16384.0F - 2.0F;
    answer.logits.push_back(glance * static_cast<float>(look + 1));
  }
  answer.sureness = random.below(100) / 128.0;
  answer.iterations = look == 0 ? 8 : 16;
  return answer;
}

// FNV-1a, for texts too long to keep.
inline std::uint64_t hash_of(const std::string& text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

}  // namespace fastslow::testing
