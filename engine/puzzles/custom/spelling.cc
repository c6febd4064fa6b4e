#include "puzzles/custom/spelling.h"

#include <algorithm>
#include <vector>

#include "puzzles/custom/cells.h"

namespace fastslow::puzzles::custom {
namespace {

constexpr std::size_t kLongestWord = 40;
constexpr std::size_t kShortestBeginning = 3;

// As words are compared: small letters, one kind of gap.
std::string plain(std::string_view word) {
  std::string out(word.substr(0, kLongestWord));
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '-' || c == ' ') c = '_';
  }
  return out;
}

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace

std::optional<std::string_view> meant(std::string_view word, std::span<const std::string_view> known) {
  const std::string written = plain(word);
  std::optional<std::string_view> best;
  std::size_t least = std::clamp<std::size_t>(written.size() / 3, 1, 2) + 1;
  for (const std::string_view candidate : known) {
    const bool begins = written.size() >= kShortestBeginning && candidate.starts_with(written);
    const std::size_t away = std::min<std::size_t>(distance(written, candidate), begins ? 2 : kLongestWord);
    if (away >= least || away >= written.size()) continue;
    least = away;
    best = candidate;
  }
  return best;
}

Problem misspelt(const std::string& cause, const std::string& path, std::map<std::string, std::string> args,
                 std::string_view word, std::span<const std::string_view> known) {
  const auto near = meant(word, known);
  if (!near) return custom_problem(cause, path, std::move(args));
  args["meant"] = std::string(*near);
  return custom_problem(cause + ".meant", path, std::move(args));
}

std::string listed(std::span<const std::string_view> words) {
  std::string out;
  for (const std::string_view word : words) {
    if (!out.empty()) out += ", ";
    out += word;
  }
  return out;
}

std::optional<Problem> only(const nlohmann::json& object, const std::string& path,
                            std::span<const std::string_view> known) {
  if (!object.is_object()) return std::nullopt;
  for (const auto& [member, value] : object.items()) {
    if (std::find(known.begin(), known.end(), member) != known.end()) continue;
    const std::string shown = member.substr(0, kLongestWord);
    std::string place = path;
    place.append("/").append(shown);
    return misspelt("unknown", place, {{"member", shown}}, member, known);
  }
  return std::nullopt;
}

}  // namespace fastslow::puzzles::custom
