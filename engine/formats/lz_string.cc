#include "formats/lz_string.h"

#include <cstdint>
#include <map>
#include <set>
#include <vector>

namespace fastslow::formats {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr unsigned kByte = 0;  // a new unit of 8 bits follows
constexpr unsigned kWide = 1;  // of 16 bits
constexpr unsigned kEnd = 2;
constexpr unsigned kFirst = 3;  // the first code of the dictionary

// --- UTF-16 --------------------------------------------------------------------------------------------------------

void append_point(std::string& out, std::uint32_t point) {
  const auto add = [&](std::uint32_t bits) { out += static_cast<char>(bits); };
  if (point < 0x80) {
    add(point);
  } else if (point < 0x800) {
    add(0xc0 | point >> 6);
    add(0x80 | (point & 0x3f));
  } else if (point < 0x10000) {
    add(0xe0 | point >> 12);
    add(0x80 | (point >> 6 & 0x3f));
    add(0x80 | (point & 0x3f));
  } else {
    add(0xf0 | point >> 18);
    add(0x80 | (point >> 12 & 0x3f));
    add(0x80 | (point >> 6 & 0x3f));
    add(0x80 | (point & 0x3f));
  }
}

// Halves of pairs that stand alone become the sign for what cannot be shown.
std::string utf8(const std::u16string& units) {
  std::string out;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const std::uint32_t unit = units[i];
    const bool high = unit >= 0xd800 && unit < 0xdc00;
    if (high && i + 1 < units.size() && units[i + 1] >= 0xdc00 && units[i + 1] < 0xe000) {
      append_point(out, 0x10000 + ((unit - 0xd800) << 10) + (units[++i] - 0xdc00U));
    } else {
      append_point(out, unit >= 0xd800 && unit < 0xe000 ? 0xfffd : unit);
    }
  }
  return out;
}

std::u16string utf16(std::string_view text) {
  std::u16string units;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i++]);
    const int more = byte < 0x80 ? 0 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    std::uint32_t point = more == 0 ? byte : byte & (0x3fU >> more);
    for (int k = 0; k < more && i < text.size(); ++k) {
      point = point << 6 | (static_cast<unsigned char>(text[i++]) & 0x3fU);
    }
    if (point < 0x10000) {
      units += static_cast<char16_t>(point);
    } else {
      units += static_cast<char16_t>(0xd800 + ((point - 0x10000) >> 10));
      units += static_cast<char16_t>(0xdc00 + ((point - 0x10000) & 0x3ff));
    }
  }
  return units;
}

// --- bits ------------------------------------------------------------------------------------------------------------

class BitReader {
 public:
  explicit BitReader(std::string_view packed) : packed_(packed) {}

  // Lowest bit first; nothing at the end, or if a character is none of the alphabet.
  std::optional<unsigned> read(unsigned count) {
    unsigned value = 0;
    for (unsigned i = 0; i < count; ++i) {
      if (mask_ == 0) {
        if (next_ == packed_.size()) return std::nullopt;
        const std::size_t six = kAlphabet.find(packed_[next_++]);
        if (six == std::string_view::npos) return std::nullopt;
        six_ = static_cast<unsigned>(six);
        mask_ = 32;
      }
      if ((six_ & mask_) != 0) value |= 1U << i;
      mask_ >>= 1;
    }
    return value;
  }

 private:
  std::string_view packed_;
  std::size_t next_ = 0;
  unsigned six_ = 0;
  unsigned mask_ = 0;
};

class BitWriter {
 public:
  void write(unsigned value, unsigned count) {
    for (unsigned i = 0; i < count; ++i) {
      six_ = six_ << 1 | (value >> i & 1U);
      if (++filled_ == 6) flush();
    }
  }
  // Fills the last character up, of which there is always one with room, and the last four of Base64.
  std::string end() {
    do {
      write(0, 1);
    } while (filled_ != 0);
    while (out_.size() % 4 != 0) out_ += '=';
    return out_;
  }

 private:
  void flush() {
    out_ += kAlphabet[six_];
    six_ = 0;
    filled_ = 0;
  }

  std::string out_;
  unsigned six_ = 0;
  unsigned filled_ = 0;
};

// How wide codes are: a bit more whenever the dictionary has doubled.
struct Width {
  unsigned bits;
  unsigned left;  // entries until the next bit

  void entry() {
    if (--left > 0) return;
    left = 1U << bits;
    ++bits;
  }
};

// An entry is another one and a unit behind it: so none is ever copied.
struct Entry {
  unsigned before = 0;  // 0: nothing
  char16_t first = 0;
  char16_t last = 0;
  std::size_t length = 1;
};

void append(std::u16string& out, const std::vector<Entry>& entries, unsigned code) {
  const std::size_t end = out.size() + entries[code].length;
  out.resize(end);
  for (std::size_t i = end; code != 0; code = entries[code].before) out[--i] = entries[code].last;
}

}  // namespace

std::optional<std::string> lz_unpacked(std::string_view packed, std::size_t longest) {
  while (packed.ends_with('=')) packed.remove_suffix(1);
  BitReader bits(packed);
  std::vector<Entry> entries(kFirst);
  std::u16string out;
  const auto new_unit = [&](unsigned kind) {
    const auto unit = bits.read(kind == kByte ? 8 : 16);
    if (unit) entries.push_back({0, static_cast<char16_t>(*unit), static_cast<char16_t>(*unit), 1});
    return unit.has_value();
  };
  const auto kind = bits.read(2);
  if (!kind || *kind > kEnd) return std::nullopt;
  if (*kind == kEnd) return "";
  if (!new_unit(*kind)) return std::nullopt;
  append(out, entries, kFirst);
  Width width{3, 4};
  for (unsigned before = kFirst;;) {
    auto code = bits.read(width.bits);
    if (!code) return std::nullopt;
    if (*code == kEnd) return utf8(out);
    if (*code < kEnd) {
      if (!new_unit(*code)) return std::nullopt;
      code = static_cast<unsigned>(entries.size() - 1);
      width.entry();
    }
    // The newest entry may be named before it is complete: it begins as the one before it.
    if (*code > entries.size()) return std::nullopt;
    const char16_t first = *code == entries.size() ? entries[before].first : entries[*code].first;
    entries.push_back({before, entries[before].first, first, entries[before].length + 1});
    if (out.size() + entries[*code].length > longest) return std::nullopt;
    append(out, entries, *code);
    before = *code;
    width.entry();
  }
}

std::string lz_packed(std::string_view text) {
  const std::u16string units = utf16(text);
  std::map<std::pair<unsigned, char16_t>, unsigned> codes;  // of an entry and the unit behind it
  std::map<unsigned, char16_t> fresh;                       // units that have a code, but were not told yet
  unsigned size = kFirst;
  Width width{2, 2};
  BitWriter bits;
  const auto tell = [&](unsigned code) {
    if (const auto unit = fresh.find(code); unit != fresh.end()) {
      const bool wide = unit->second >= 256;
      bits.write(wide ? kWide : kByte, width.bits);
      bits.write(unit->second, wide ? 16 : 8);
      fresh.erase(unit);
      width.entry();
    } else {
      bits.write(code, width.bits);
    }
    width.entry();
  };
  unsigned present = 0;
  for (const char16_t unit : units) {
    const auto [single, is_new] = codes.try_emplace({0, unit}, size);
    if (is_new) fresh[size++] = unit;
    const auto longer = present == 0 ? single : codes.find({present, unit});
    if (longer != codes.end()) {
      present = longer->second;
      continue;
    }
    tell(present);
    codes[{present, unit}] = size++;
    present = single->second;
  }
  if (present != 0) tell(present);
  bits.write(kEnd, width.bits);
  return bits.end();
}

}  // namespace fastslow::formats
