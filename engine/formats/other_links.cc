// Links that hold no puzzle, or one in a form that is not read here: named, so that nobody looks for a mistake in them.
#include <algorithm>
#include <array>

#include "formats/readers.h"

namespace fastslow::formats {
namespace {

// Whose puzzles are drawings without rules (https://github.com/swaroopg92/penpa-edit).
bool is_penpa(const Link& link) {
  const std::string all = link.query + "&" + link.hash;
  return all.find("m=edit&p=") != std::string::npos || all.find("m=solve&p=") != std::string::npos;
}

}  // namespace

Outcome read_other_link(std::string_view text, std::string_view /*family*/) {
  const auto link = link_of(text);
  if (!link) return std::nullopt;
  if (is_penpa(*link)) return refused({"error.format.unread", {{"format", "format.penpa"}}});
  return refused({"error.format.link", {{"host", excerpt(link->host)}}});
}

}  // namespace fastslow::formats
