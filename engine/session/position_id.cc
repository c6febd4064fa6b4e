#include "session/position_id.h"

#include <array>
#include <variant>

namespace fastslow::session {
namespace {

// FNV-1a, 64 bits (Fowler, Noll, Vo): not cryptographic, but short, and the same wherever it is written down. Numbers
// go in byte by byte from the lowest, so that the machine's byte order does not matter. A text ends with a zero byte:
// "ab" and "c" are not "a" and "bc".
class Hash {
 public:
  explicit Hash(std::uint64_t key) : key_(key) {}

  void add(std::string_view bytes) {
    for (const char c : bytes) add_byte(static_cast<unsigned char>(c));
    add_byte(0);
  }
  void add(int number) {
    for (int shift = 0; shift < 32; shift += 8) add_byte(static_cast<std::uint32_t>(number) >> shift & 0xFFU);
  }
  void add(Step step) {
    add(step.literal);
    add(step.place ? 1 : 0);
  }

  [[nodiscard]] std::uint64_t key() const { return key_; }

 private:
  // The factor is the FNV prime for 64 bits, `kBasis` the offset basis that belongs to it.
  void add_byte(std::uint64_t byte) { key_ = (key_ ^ byte) * 0x100000001B3U; }

  std::uint64_t key_;
};

constexpr std::uint64_t kBasis = 0xCBF29CE484222325U;

}  // namespace

PositionId PositionId::start(std::string_view family, std::string_view text) {
  Hash hash(kBasis);
  hash.add(family);
  hash.add(text);
  return PositionId(hash.key());
}

// All that decides what the board is from here. What was thought about the move is left out: it changes nothing there.
PositionId PositionId::after(const Decision& decision) const {
  Hash hash(key_);
  hash.add(static_cast<int>(decision.act.index()));
  hash.add(static_cast<int>(decision.source));
  if (const auto step = decision.step()) hash.add(*step);
  if (const auto* switched = std::get_if<SwitchRule>(&decision.act)) {
    hash.add(switched->rule);
    hash.add(switched->on ? 1 : 0);
  }
  // What goes with a guess depends on what the proofs rest on.
  if (decision.proof) {
    for (const Step fact : decision.proof->core.facts) hash.add(fact);
  }
  return PositionId(hash.key());
}

PositionId PositionId::without(std::span<const Literal> values) const {
  Hash hash(key_);
  hash.add("without");
  for (const Literal value : values) hash.add(value);
  return PositionId(hash.key());
}

std::string PositionId::text() const {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (int shift = 60; shift >= 0; shift -= 4) text += digits[key_ >> shift & 0xFU];
  return text;
}

}  // namespace fastslow::session
