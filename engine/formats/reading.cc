#include "formats/reading.h"

#include <algorithm>
#include <cctype>

#include "core/index.h"
#include "puzzles/common/latin.h"
#include "puzzles/common/scan.h"

namespace fastslow::formats {
namespace {

constexpr int kDeepest = 32;

std::optional<int> hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

}  // namespace

Outcome found(Found puzzle) {
  std::vector<Found> puzzles;
  puzzles.push_back(std::move(puzzle));
  return Result<std::vector<Found>>(std::move(puzzles));
}

Outcome damaged(const char* format) { return refused({"error.format.damaged", {{"format", format}}}); }

Outcome not_played(const char* format, std::string_view kind) {
  return refused({"error.format.kind", {{"format", format}, {"kind", excerpt(kind)}}});
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      const auto high = hex_digit(text[i + 1]);
      const auto low = hex_digit(text[i + 2]);
      if (high && low) {
        out += static_cast<char>(*high * 16 + *low);
        i += 2;
        continue;
      }
    }
    out += text[i];
  }
  return out;
}

std::optional<std::string> Link::member(std::string_view name) const {
  std::string_view rest = query;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('&'), rest.size());
    const std::string_view one = rest.substr(0, end);
    if (one.size() > name.size() && one.starts_with(name) && one[name.size()] == '=') {
      return unescaped(one.substr(name.size() + 1));
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return std::nullopt;
}

std::optional<Link> link_of(std::string_view text) {
  text = puzzles::trimmed(text);
  const std::string start = lowered(text.substr(0, 12));
  std::size_t from = 0;
  if (start.starts_with("http://")) from = 7;
  if (start.starts_with("https://")) from = 8;
  if (start.starts_with("www.")) from = 4;
  if (from == 0 || text.find_first_of(" \t\r\n") != std::string_view::npos) return std::nullopt;
  std::string_view rest = text.substr(from);
  Link link;
  const std::size_t hash = std::min(rest.find('#'), rest.size());
  link.hash = std::string(rest.substr(std::min(hash + 1, rest.size())));
  rest = rest.substr(0, hash);
  const std::size_t query = std::min(rest.find('?'), rest.size());
  link.query = std::string(rest.substr(std::min(query + 1, rest.size())));
  rest = rest.substr(0, query);
  const std::size_t path = std::min(rest.find('/'), rest.size());
  link.path = std::string(rest.substr(path));
  link.host = lowered(rest.substr(0, path));
  if (link.host.starts_with("www.")) link.host.erase(0, 4);
  return link;
}

std::optional<Json> json_of(std::string_view text) {
  text = puzzles::trimmed(text);
  if (text.empty() || (text.front() != '{' && text.front() != '[') || puzzles::bracket_depth(text) > kDeepest)
    return std::nullopt;
  Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return std::nullopt;
  return json;
}

const Json& list_in(const Json& json, const char* member) {
  static const Json none = Json::array();
  if (!json.is_object()) return none;
  const auto at = json.find(member);
  return at == json.end() || !at->is_array() ? none : *at;
}

std::string word_in(const Json& json, const char* member) {
  if (!json.is_object()) return "";
  const auto at = json.find(member);
  if (at == json.end()) return "";
  if (at->is_string()) return at->get<std::string>();
  return at->is_number_integer() ? at->dump() : "";
}

puzzles::sudoku::SudokuText sudoku_of(int side, std::vector<int> values) {
  puzzles::sudoku::SudokuText text;
  text.box = puzzles::sudoku::usual_box(side);
  text.values = std::move(values);
  text.format = "line";
  return text;
}

Found sudoku_found(const puzzles::sudoku::SudokuText& text, std::string title) {
  return {"sudoku", puzzles::sudoku::write_sudoku(text), std::move(title), {}};
}

std::optional<std::vector<int>> digits_of(std::string_view text) {
  if (text.size() != 81) return std::nullopt;
  std::vector<int> values;
  for (const char c : text) {
    if (is_digit(c)) {
      values.push_back(c - '0');
    } else if (c == '.' || c == '*' || c == '_' || c == '-' || c == 'x' || c == 'X') {
      values.push_back(0);
    } else {
      return std::nullopt;
    }
  }
  return values;
}

}  // namespace fastslow::formats
