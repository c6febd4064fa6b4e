// Reading puzzle texts: a cursor that knows its place, for parsers that name place and cause.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace fastslow::puzzles {

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  [[nodiscard]] bool done() const { return at_ == text_.size(); }
  // The character under the cursor; '\0' at the end.
  [[nodiscard]] char peek() const { return done() ? '\0' : text_[at_]; }
  // 1-based, for problems.
  [[nodiscard]] std::size_t position() const { return at_ + 1; }
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

  char next() { return done() ? '\0' : text_[at_++]; }
  // Steps over `c` if it is there.
  bool take(char c);
  bool take(std::string_view word);
  // Digits up to the value `limit`; nothing (and no step) if there are none or the number is larger.
  std::optional<int> number(int limit);
  // Everything up to `c` (not included) or the end.
  std::string_view until(char c);

  // error.text.character {position}: what stands here does not belong here; error.text.ends at the end.
  [[nodiscard]] Problem unexpected() const;

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

// The text of a puzzle without white space at either end: where every `parse` begins. Problems: error.text.empty,
// error.text.too_long.
Result<std::string_view> body_of(std::string_view text);

// Without white space at either end.
std::string_view trimmed(std::string_view text);

// How deeply brackets nest in a JSON text, those in strings apart: a parser that follows a long row of them down would
// run out of stack.
int bracket_depth(std::string_view text);

}  // namespace fastslow::puzzles
