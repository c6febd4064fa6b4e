// The name of a position. It depends on the puzzle and on every decision that led to it, and on nothing else: the same
// game has the same names in every replay, natively and in Wasm, and what was learned of a position (a look of the
// network, a view) can be kept under its name. Chess programs name positions by a Zobrist key in the same spirit; ours
// is a chained FNV-1a hash, as a game is replayed from its start anyway.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "session/decision.h"

namespace fastslow::session {

class PositionId {
 public:
  PositionId() = default;
  // Of a game's start. `text`: the puzzle in its canonical form.
  static PositionId start(std::string_view family, std::string_view text);
  // Of the position that `decision` leads to from this one.
  [[nodiscard]] PositionId after(const Decision& decision) const;

  // Of this position with values ruled out for a look only: no decision leads there.
  [[nodiscard]] PositionId without(std::span<const Literal> values) const;

  // 16 hexadecimal digits.
  [[nodiscard]] std::string text() const;

  // As a number, to draw lots by.
  [[nodiscard]] std::uint64_t number() const { return key_; }

  bool operator==(const PositionId&) const = default;

 private:
  explicit PositionId(std::uint64_t key) : key_(key) {}

  std::uint64_t key_ = 0;
};

}  // namespace fastslow::session
