// What this program writes itself: an author's declaration, an instance and a pack (puzzles/puzzle.schema.json,
// puzzles/pack.schema.json), a saved game (engine/wire/trace.h), and the address of a game on the page. Of a game the
// puzzle is taken, not the moves.
#include "formats/readers.h"
#include "puzzles/family.h"

namespace fastslow::formats {
namespace {

// error.family.unknown, or nothing.
std::optional<Problem> refuse_family(const std::string& family) {
  const auto known = puzzles::family_or_problem(family);
  return known.ok() ? std::nullopt : std::optional(known.problem());
}

Outcome read_pack(const Json& json) {
  const std::string family = word_in(json, "family");
  if (auto problem = refuse_family(family)) return refused(*problem);
  std::vector<Found> puzzles;
  for (const Json& entry : list_in(json, "puzzles")) puzzles.push_back({family, word_in(entry, "text"), "", {}});
  if (puzzles.empty()) return damaged("format.own");
  return Result<std::vector<Found>>(std::move(puzzles));
}

Outcome read_address(const Link& link) {
  auto text = link.member("puzzle");
  if (!text) return std::nullopt;
  const std::string family = link.member("family").value_or("sudoku");
  // Other pages have a "puzzle" in their addresses, too.
  if (puzzles::find_family(family) == nullptr || !puzzles::find_family(family)->parse(*text).ok()) return std::nullopt;
  Found puzzle{family, std::move(*text), "", {}};
  if (link.member("moves")) puzzle.remarks.push_back({"remark.moves", {}});
  return found(std::move(puzzle));
}

}  // namespace

Outcome read_own(std::string_view text, std::string_view /*family*/) {
  if (const auto link = link_of(text)) return read_address(*link);
  if (text.find("\"fastslow-") == std::string_view::npos) return std::nullopt;
  const auto json = json_of(text);
  if (!json) return std::nullopt;
  const std::string format = word_in(*json, "format");
  if (format == "fastslow-puzzle/1") return found({"custom", std::string(text), word_in(*json, "title"), {}});
  if (format == "fastslow-pack/1") return read_pack(*json);
  const bool trace = format.starts_with("fastslow-trace/");
  if (format != "fastslow-instance/1" && !trace) return std::nullopt;
  if (auto problem = refuse_family(word_in(*json, "family"))) return refused(*problem);
  Found puzzle{word_in(*json, "family"), word_in(*json, "text"), word_in(*json, "title"), {}};
  if (trace && !list_in(*json, "decisions").empty()) puzzle.remarks.push_back({"remark.moves", {}});
  return found(std::move(puzzle));
}

}  // namespace fastslow::formats
