#include "puzzles/sudoku_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "puzzles/family.h"

namespace fastslow {
namespace {

struct Size {
  std::string_view name;
  BoxShape box;
};
constexpr std::array<Size, 4> kSizes = {{
    {"4x4", {2, 2}},
    {"6x6", {2, 3}},
    {"9x9", {3, 3}},
    {"16x16", {4, 4}},
}};
constexpr int kMaxSide = 16;
constexpr std::string_view kSeparators = " \t\r\n|+-";

Problem at_position(std::string key, std::size_t index) {
  return {std::move(key), {{"position", std::to_string(index + 1)}}};
}

// The value a character stands for: 0 empty, -1 none.
int value_of_symbol(char c) {
  if (c == '.' || c == '0') return 0;
  if (c >= '1' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'G') return c - 'A' + 10;
  if (c >= 'a' && c <= 'g') return c - 'a' + 10;
  return -1;
}

Result<SudokuText> read_cells(std::string_view text) {
  std::vector<int> values;
  std::vector<std::size_t> positions;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (kSeparators.find(text[i]) != std::string_view::npos) continue;
    const int value = value_of_symbol(text[i]);
    if (value < 0) return at_position("error.text.character", i);
    values.push_back(value);
    positions.push_back(i);
  }
  const auto size =
      std::find_if(kSizes.begin(), kSizes.end(), [&](const Size& s) { return s.box.cells() == values.size(); });
  if (size == kSizes.end()) return Problem{"error.sudoku.length", {{"length", std::to_string(values.size())}}};
  const int side = size->box.side();
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] <= side) continue;
    return Problem{"error.sudoku.value",
                   {{"symbol", std::string(1, text[positions[i]])},
                    {"row", std::to_string(static_cast<int>(i) / side + 1)},
                    {"column", std::to_string(static_cast<int>(i) % side + 1)},
                    {"side", std::to_string(side)}}};
  }
  const bool several_lines = text.find('\n', text.find_first_not_of(kSeparators)) < text.find_last_not_of(kSeparators);
  return SudokuText{size->box, std::move(values), several_lines ? "grid" : "line"};
}

// "3x3" before the colon. Tatham counts box columns x box rows, so a box is as high as there are columns.
Result<BoxShape> read_tatham_shape(std::string_view params) {
  BoxShape box;
  const auto* end = params.data() + params.size();
  const auto height = std::from_chars(params.data(), end, box.height);
  if (height.ec != std::errc() || height.ptr == end || *height.ptr != 'x') return Problem{"error.tatham.params", {}};
  const auto width = std::from_chars(height.ptr + 1, end, box.width);
  if (width.ec != std::errc()) return Problem{"error.tatham.params", {}};
  // A difficulty ("dn") may follow; the letters of the variants change the rules.
  const std::string_view rest(width.ptr, static_cast<std::size_t>(end - width.ptr));
  if (rest.find_first_of("xjk") != std::string_view::npos) return Problem{"error.tatham.variant", {}};
  if (box.height < 1 || box.width < 1 || box.height > kMaxSide || box.width > kMaxSide || box.side() > kMaxSide ||
      box.side() < 2) {
    return Problem{"error.tatham.side",
                   {{"size", std::string(params.substr(0, 20))}, {"limit", std::to_string(kMaxSide)}}};
  }
  return box;
}

Result<SudokuText> read_tatham(std::string_view text, std::size_t colon) {
  const Result<BoxShape> box = read_tatham_shape(text.substr(0, colon));
  if (!box.ok()) return box.problem();
  const int side = box.value().side();
  const std::size_t cells = box.value().cells();
  SudokuText sudoku{box.value(), {}, "tatham"};
  for (std::size_t i = colon + 1; i < text.size();) {
    const char c = text[i];
    if (c >= 'a' && c <= 'z') {
      sudoku.values.insert(sudoku.values.end(), static_cast<std::size_t>(c) - 'a' + 1, 0);
      ++i;
    } else if (c == '_') {
      ++i;
    } else if (std::isdigit(static_cast<unsigned char>(c)) != 0) {
      int value = 0;
      const auto parsed = std::from_chars(text.data() + i, text.data() + text.size(), value);
      if (parsed.ec != std::errc() || value < 1 || value > side) return at_position("error.tatham.number", i);
      sudoku.values.push_back(value);
      i = static_cast<std::size_t>(parsed.ptr - text.data());
    } else {
      return at_position("error.text.character", i);
    }
    if (sudoku.values.size() > cells) break;
  }
  if (sudoku.values.size() != cells) {
    return Problem{"error.tatham.length", {{"expected", std::to_string(cells)}}};
  }
  return sudoku;
}

std::string write_tatham(const SudokuText& text) {
  std::string out = std::to_string(text.box.height) + "x" + std::to_string(text.box.width) + ":";
  int gap = 0;
  bool after_number = false;
  const auto close_gap = [&] {
    for (; gap > 0; gap -= std::min(gap, 26)) {
      out += static_cast<char>('a' + std::min(gap, 26) - 1);
      after_number = false;
    }
  };
  for (const int value : text.values) {
    if (value == 0) {
      ++gap;
      continue;
    }
    close_gap();
    if (after_number) out += '_';
    out += std::to_string(value);
    after_number = true;
  }
  close_gap();
  return out;
}

}  // namespace

std::optional<BoxShape> box_of_size(std::string_view size) {
  const auto found = std::find_if(kSizes.begin(), kSizes.end(), [&](const Size& s) { return s.name == size; });
  if (found == kSizes.end()) return std::nullopt;
  return found->box;
}

char symbol_of(int value) {
  if (value == 0) return '.';
  return static_cast<char>(value <= 9 ? '0' + value : 'A' + value - 10);
}

Result<SudokuText> read_sudoku(std::string_view text) {
  if (text.size() > kMaxPuzzleText) {
    return Problem{"error.text.too_long",
                   {{"length", std::to_string(text.size())}, {"limit", std::to_string(kMaxPuzzleText)}}};
  }
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return Problem{"error.text.empty", {}};
  const auto last = text.find_last_not_of(" \t\r\n");
  const std::string_view trimmed = text.substr(first, last - first + 1);
  const auto colon = trimmed.find(':');
  return colon == std::string_view::npos ? read_cells(text) : read_tatham(trimmed, colon);
}

std::string write_sudoku(const SudokuText& text) {
  // Other box shapes have no other form that could be read back.
  const bool named = std::any_of(kSizes.begin(), kSizes.end(), [&](const Size& s) {
    return s.box.height == text.box.height && s.box.width == text.box.width;
  });
  if (text.format == "tatham" || !named) return write_tatham(text);
  std::string out;
  const auto side = static_cast<std::size_t>(text.box.side());
  for (std::size_t i = 0; i < text.values.size(); ++i) {
    out += symbol_of(text.values[i]);
    if (text.format == "grid" && (i + 1) % side == 0 && i + 1 < text.values.size()) out += '\n';
  }
  return out;
}

}  // namespace fastslow
