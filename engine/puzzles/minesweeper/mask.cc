#include "puzzles/minesweeper/mask.h"

#include <array>
#include <bit>
#include <string>

namespace fastslow::puzzles::minesweeper {
namespace {

using Bytes = std::vector<std::uint8_t>;

// 2^30 times the square roots of 2, 3, 5 and 10.
constexpr std::array<std::uint32_t, 4> kRound = {0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6};

// FIPS 180-4, for messages shorter than 2^29 bytes.
std::array<std::uint8_t, 20> sha1(Bytes message) {
  const std::uint64_t bits = message.size() * 8;
  message.push_back(0x80);
  while (message.size() % 64 != 56) message.push_back(0);
  for (int shift = 56; shift >= 0; shift -= 8) message.push_back(static_cast<std::uint8_t>(bits >> shift));
  std::array<std::uint32_t, 5> hash = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
  for (std::size_t block = 0; block < message.size(); block += 64) {
    std::array<std::uint32_t, 80> w{};
    for (std::size_t i = 0; i < 64; ++i) w[i / 4] = (w[i / 4] << 8) | message[block + i];
    for (std::size_t i = 16; i < 80; ++i) w[i] = std::rotl(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    auto [a, b, c, d, e] = hash;
    for (std::size_t i = 0; i < 80; ++i) {
      const std::uint32_t f = i < 20              ? ((b & c) | (~b & d))
                              : i < 40 || i >= 60 ? (b ^ c ^ d)
                                                  : ((b & c) | (b & d) | (c & d));
      const std::uint32_t next = std::rotl(a, 5) + f + e + kRound[i / 20] + w[i];
      e = d;
      d = c;
      c = std::rotl(b, 30);
      b = a;
      a = next;
    }
    hash = {hash[0] + a, hash[1] + b, hash[2] + c, hash[3] + d, hash[4] + e};
  }
  std::array<std::uint8_t, 20> digest{};
  for (std::size_t i = 0; i < 20; ++i) digest[i] = static_cast<std::uint8_t>(hash[i / 4] >> (24 - 8 * (i % 4)));
  return digest;
}

// Masks target .. target_end with digests of seed .. seed_end, each followed by a counter in decimal digits.
void apply_mask(Bytes& bitmap, std::size_t seed, std::size_t seed_end, std::size_t target, std::size_t target_end) {
  const Bytes base(bitmap.begin() + static_cast<std::ptrdiff_t>(seed),
                   bitmap.begin() + static_cast<std::ptrdiff_t>(seed_end));
  std::array<std::uint8_t, 20> digest{};
  int counter = 0;
  for (std::size_t i = target; i < target_end; ++i) {
    const std::size_t place = (i - target) % digest.size();
    if (place == 0) {
      Bytes message = base;
      for (const char c : std::to_string(counter++)) message.push_back(static_cast<std::uint8_t>(c));
      digest = sha1(std::move(message));
    }
    bitmap[i] ^= digest[place];
  }
}

// The bits behind the last square are no squares. Digests would fill them, and the next mask would differ.
void clear_padding(Bytes& bitmap, int bits) {
  if (bits % 8 != 0) bitmap[static_cast<std::size_t>(bits / 8)] &= static_cast<std::uint8_t>(0xff00 >> (bits % 8));
}

}  // namespace

// Each half masks the other, so neither can be read without the whole: where the mines are cannot be seen in the text
// of a game. It keeps nobody out who wants to know, as no key is needed. To the letter what `obfuscate_bitmap` does in
// the collection's misc.c, as its game IDs are to be read.
Bytes mask_bitmap(Bytes bitmap, int bits) {
  const std::size_t half = bitmap.size() / 2;
  apply_mask(bitmap, half, bitmap.size(), 0, half);
  clear_padding(bitmap, bits);
  apply_mask(bitmap, 0, half, half, bitmap.size());
  clear_padding(bitmap, bits);
  return bitmap;
}

// The two masks are taken off in reverse order; masking itself is an exclusive or, its own inverse.
Bytes unmask_bitmap(Bytes bitmap, int bits) {
  const std::size_t half = bitmap.size() / 2;
  apply_mask(bitmap, 0, half, half, bitmap.size());
  clear_padding(bitmap, bits);
  apply_mask(bitmap, half, bitmap.size(), 0, half);
  clear_padding(bitmap, bits);
  return bitmap;
}

}  // namespace fastslow::puzzles::minesweeper
