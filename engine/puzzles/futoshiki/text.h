// The written forms of a Futoshiki (see futoshiki.h), apart from its rules.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace fastslow::puzzles::futoshiki {

// What stands between two neighbours, the first of them left or above.
enum class Sign : char { none, less, greater, bar };

struct FutoshikiText {
  int side = 0;
  bool adjacent = false;
  std::vector<int> values;  // 0 where empty
  std::vector<Sign> right;  // by cell: between it and the next in its row
  std::vector<Sign> below;  // by cell: between it and the next in its column
  std::string_view format;  // "line" or "tatham"
};

FutoshikiText blank_futoshiki(int side, bool adjacent);

Result<FutoshikiText> read_futoshiki(std::string_view text);
// In `text.format`, which refers to static text.
std::string write_futoshiki(const FutoshikiText& text);

}  // namespace fastslow::puzzles::futoshiki
