// Latin squares by trying row after row: an oracle that knows nothing of models.
#pragma once

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "rooms.h"

namespace fastslow::testing {

using Square2D = std::vector<std::vector<int>>;

// Every square of that side for which `fits` holds. Up to side 4 all of them, at 5 some 160 000.
inline std::vector<Square2D> latin_squares(int side, const std::function<bool(const Square2D&)>& fits) {
  std::vector<Square2D> found;
  Square2D square;
  std::vector<int> first;
  for (int value = 1; value <= side; ++value) first.push_back(value);
  const auto clashes = [&](const std::vector<int>& row) {
    return std::any_of(square.begin(), square.end(), [&](const std::vector<int>& above) {
      return !std::equal(row.begin(), row.end(), above.begin(), [](int a, int b) { return a != b; });
    });
  };
  const std::function<void()> extend = [&] {
    if (static_cast<int>(square.size()) == side) {
      if (fits(square)) found.push_back(square);
      return;
    }
    std::vector<int> row = first;
    do {
      if (clashes(row)) continue;
      square.push_back(row);
      extend();
      square.pop_back();
    } while (std::next_permutation(row.begin(), row.end()));
  };
  extend();
  return found;
}

inline std::string digits_of(const Square2D& square) {
  std::string digits;
  for (const auto& row : square) {
    for (const int value : row) digits += static_cast<char>('0' + value);
  }
  return digits;
}

}  // namespace fastslow::testing
