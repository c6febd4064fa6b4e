// Saved games of Simon Tatham's Portable Puzzle Collection, and links to its games in a browser.
//
// A save (https://www.chiark.greenend.org.uk/~sgtatham/puzzles/devel/, "midend_serialise") is a line for each field,
// "GAME    :4:Solo": a name of eight letters, the length of the value, the value. The first is SAVEFILE with the
// collection's name. PARAMS and DESC make the game ID; of a minefield, the mines may be in PRIVDESC. The moves that
// follow are the player's and are left out. A link has the game's name as its page ("solo.html") and the game ID behind
// "#".
#include <algorithm>
#include <array>
#include <map>

#include "formats/readers.h"
#include "puzzles/common/scan.h"
#include "puzzles/family.h"

namespace fastslow::formats {
namespace {

struct Game {
  std::string_view saved;  // as saves name it
  std::string_view page;   // as links do
  std::string_view family;
};
constexpr std::array<Game, 9> kGames = {{{"Solo", "solo", "sudoku"},
                                         {"Towers", "towers", "skyscrapers"},
                                         {"Keen", "keen", "kenken"},
                                         {"Unequal", "unequal", "futoshiki"},
                                         {"Pattern", "pattern", "nonogram"},
                                         {"Mines", "mines", "minesweeper"},
                                         {"Unruly", "unruly", "binairo"},
                                         {"Light Up", "lightup", "lightup"},
                                         {"Map", "map", "map"}}};

// The fields up to the first move; of fields with one name the first.
std::optional<std::map<std::string, std::string>> fields_of(std::string_view text) {
  std::map<std::string, std::string> fields;
  while (!text.empty()) {
    const std::size_t name_end = text.find(':');
    if (name_end > 8) break;  // also where there is no colon
    const std::string name(puzzles::trimmed(text.substr(0, name_end)));
    text.remove_prefix(name_end + 1);
    const std::size_t length_end = text.find(':');
    if (length_end == 0 || length_end > 7) return std::nullopt;
    if (!std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(length_end), is_digit))
      return std::nullopt;
    const std::size_t length = std::stoul(std::string(text.substr(0, length_end)));
    text.remove_prefix(length_end + 1);
    if (length > text.size()) return std::nullopt;
    fields.emplace(name, text.substr(0, length));
    text.remove_prefix(length);
    const std::size_t line_end = text.find('\n');
    text.remove_prefix(line_end == std::string_view::npos ? text.size() : line_end + 1);
  }
  return fields;
}

bool reads(std::string_view family, const std::string& id) { return puzzles::find_family(family)->parse(id).ok(); }

// The parameters without what only his generator needs: the number of mines, how a light up was to look, difficulties.
std::string bare(std::string_view family, std::string params) {
  if (family == "minesweeper") params.resize(std::min(params.find('n'), params.size()));
  if (family == "lightup") params.resize(std::min(params.find('b'), params.size()));
  if (const std::size_t d = params.find('d'); d != std::string::npos) params.erase(d, 2);
  return params;
}

}  // namespace

Outcome read_tatham_save(std::string_view text, std::string_view /*family*/) {
  if (!text.starts_with("SAVEFILE:")) return std::nullopt;
  const auto fields = fields_of(text);
  if (!fields) return damaged("format.tatham_save");
  const auto field = [&](const char* name) {
    const auto at = fields->find(name);
    return at == fields->end() ? std::string() : at->second;
  };
  const std::string name = field("GAME");
  const auto* const game = std::find_if(kGames.begin(), kGames.end(), [&](const Game& g) { return g.saved == name; });
  if (name.empty()) return damaged("format.tatham_save");
  if (game == kGames.end()) return not_played("format.tatham_save", name);
  const std::string params = bare(game->family, field("PARAMS"));
  const std::string id = params + ":" + field("DESC");
  const std::string hidden = params + ":" + field("PRIVDESC");
  Found puzzle{
      std::string(game->family), !reads(game->family, id) && reads(game->family, hidden) ? hidden : id, "", {}};
  if (field("NSTATES") != "1" && fields->contains("NSTATES")) puzzle.remarks.push_back({"remark.moves", {}});
  return found(std::move(puzzle));
}

Outcome read_tatham_link(std::string_view text, std::string_view /*family*/) {
  const auto link = link_of(text);
  if (!link || link->path.find("/puzzles/") == std::string::npos || !link->path.ends_with(".html")) return std::nullopt;
  std::string page = link->path.substr(link->path.rfind('/') + 1);
  page.resize(page.size() - 5);
  const auto* const game = std::find_if(kGames.begin(), kGames.end(), [&](const Game& g) { return g.page == page; });
  if (game == kGames.end()) return not_played("format.tatham_link", page);
  const std::string id = unescaped(link->hash.empty() ? link->query : link->hash);
  const std::size_t colon = id.find(':');
  // "3x3#1234" asks his program to make a puzzle from a number; only it knows which.
  if (colon == std::string::npos) return refused({"error.format.elsewhere", {{"format", "format.tatham_link"}}});
  return found({std::string(game->family), bare(game->family, id.substr(0, colon)) + id.substr(colon), "", {}});
}

}  // namespace fastslow::formats
