#include "puzzles/size.h"

namespace fastslow::puzzles {

Size grid_size(int width, int height) {
  return {.id = std::to_string(width) + "x" + std::to_string(height), .width = width, .height = height};
}

std::vector<Size> square_sizes(std::initializer_list<int> sides) {
  std::vector<Size> sizes;
  for (const int side : sides) sizes.push_back(grid_size(side, side));
  return sizes;
}

std::string_view id_without_rules(const Size& size) {
  std::string_view id = size.id;
  if (!size.rules.empty()) id.remove_suffix(size.variant.size());
  return id;
}

}  // namespace fastslow::puzzles
