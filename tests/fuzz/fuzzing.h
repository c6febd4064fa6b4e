// What the fuzz targets share. A target fails by ending the program, as a sanitizer does: libFuzzer then keeps the
// input.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "puzzles/family.h"
#include "wire/json.h"

namespace fastslow::fuzz {

using wire::Json;

// Says what is wrong and ends the program.
[[noreturn]] void fail(const std::string& what);
inline void require(bool holds, const std::string& what) {
  if (!holds) fail(what);
}

// A problem or a remark has a sentence in the catalogue, and every argument that the sentence asks for. `kind`: what
// its key begins with.
void require_sentence(const Problem& problem, std::string_view kind = "error.");

// The text as wire::text_of tells it. Fails where its family refuses it, with `how` it came about.
std::string canonical(const puzzles::Family& family, const std::string& text, const std::string& how);

// The reply as JSON; fails unless it is one of the two forms, an error with its sentence, and nothing was thrown
// within (error.*.internal is how a door tells of that).
Json checked_reply(const std::string& reply);

// Prints a request where FASTSLOW_FUZZ_TELL is set: bytes that make requests cannot be read otherwise.
void tell(std::string_view request);

// One small puzzle of each registered family, as {family, text}: generated once.
struct Small {
  std::string family;
  std::string text;
};
const std::vector<Small>& small_puzzles();

inline std::string_view text_of(const unsigned char* bytes, std::size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};
}

// An input whose first line names a family (another line there chooses one by its first byte), and whose rest is a text
// for it. Nothing without a second line.
struct FamilyText {
  const puzzles::Family& family;
  std::string_view text;
};
std::optional<FamilyText> family_text_of(std::string_view input);

// Without the ends of lines.
std::vector<std::string_view> lines_of(std::string_view text);

}  // namespace fastslow::fuzz
