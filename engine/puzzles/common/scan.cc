#include "puzzles/common/scan.h"

#include <algorithm>

#include "puzzles/family.h"

namespace fastslow::puzzles {

bool Scanner::take(char c) {
  if (done() || text_[at_] != c) return false;
  ++at_;
  return true;
}

bool Scanner::take(std::string_view word) {
  if (!rest().starts_with(word)) return false;
  at_ += word.size();
  return true;
}

std::optional<int> Scanner::number(int limit) {
  std::size_t end = at_;
  int value = 0;
  while (end < text_.size() && text_[end] >= '0' && text_[end] <= '9') {
    value = 10 * value + (text_[end] - '0');
    // Before another digit is read, so that no text makes the number overflow.
    if (value > limit) return std::nullopt;
    ++end;
  }
  if (end == at_) return std::nullopt;
  at_ = end;
  return value;
}

std::string_view Scanner::until(char c) {
  const std::size_t end = std::min(text_.find(c, at_), text_.size());
  const std::string_view found = text_.substr(at_, end - at_);
  at_ = end;
  return found;
}

Problem Scanner::unexpected() const {
  if (done()) return {"error.text.ends", {{"position", std::to_string(position())}}};
  return {"error.text.character", {{"position", std::to_string(position())}}};
}

Result<std::string_view> body_of(std::string_view text) {
  // First of all: nothing is read of a text that is too long.
  if (text.size() > kMaxPuzzleText) {
    return Problem{"error.text.too_long",
                   {{"length", std::to_string(text.size())}, {"limit", std::to_string(kMaxPuzzleText)}}};
  }
  text = trimmed(text);
  if (text.empty()) return Problem{"error.text.empty", {}};
  return text;
}

namespace {

constexpr std::string_view kSpace = " \t\r\n";

}  // namespace

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

int bracket_depth(std::string_view text) {
  int depth = 0;
  int deepest = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string && c == '\\') {
      ++i;
    } else if (c == '"') {
      in_string = !in_string;
    } else if (!in_string && (c == '[' || c == '{')) {
      deepest = std::max(deepest, ++depth);
    } else if (!in_string && (c == ']' || c == '}')) {
      --depth;
    }
  }
  return deepest;
}

}  // namespace fastslow::puzzles
