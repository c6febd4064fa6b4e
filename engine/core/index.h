// Ids and counts are ints, containers are indexed with std::size_t: `marks[at(literal)]`.
#pragma once

#include <cassert>
#include <cstddef>

namespace fastslow {

// Requires i >= 0.
inline std::size_t at(int i) {
  assert(i >= 0);
  return static_cast<std::size_t>(i);
}

}  // namespace fastslow
