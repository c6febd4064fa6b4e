#include "puzzles/knights/text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/index.h"

namespace fastslow::puzzles::knights {
namespace {

Problem about_person(const char* key, int person) { return {key, {{"person", std::string(1, letter_of(person))}}}; }

// The number of people that the statements speak of.
int people_needed(const KnightsText& text) {
  People seen = 0;
  for (const auto& claims : text.says) {
    for (const Claim& claim : claims) seen |= mentioned(claim);
  }
  // People are A, B, C ... without gaps, so the last of them tells how many there are.
  return std::max(text.people(), static_cast<int>(std::bit_width(seen)));
}

// So many statements of one person tell about everybody else, and then some.
constexpr std::size_t kMaxStatements = 8;

// "A:claim;C:claim"; who speaks again says another thing.
std::optional<Problem> read_statements(Scanner& scanner, KnightsText& text) {
  do {
    const int person = person_of(scanner.peek());
    if (person < 0) return scanner.unexpected();
    scanner.next();
    if (!scanner.take(':')) return scanner.unexpected();
    if (person >= text.people()) text.says.resize(at(person) + 1);
    if (text.says[at(person)].size() == kMaxStatements) {
      Problem problem = about_person("error.knights.talkative", person);
      problem.args["limit"] = std::to_string(kMaxStatements);
      return problem;
    }
    Result<Claim> claim = read_claim(scanner);
    if (!claim.ok()) return claim.problem();
    text.says[at(person)].push_back(std::move(claim.value()));
  } while (scanner.take(';'));
  return std::nullopt;
}

constexpr std::size_t kLongestName = 40;  // bytes

// So many names as people, which fit into a line and say something.
std::optional<Problem> check_names(const KnightsText& text) {
  const auto fits = [](const std::string& name) {
    return !name.empty() && name.size() <= kLongestName && std::none_of(name.begin(), name.end(), [](char c) {
      return c == ',' || c == '|' || (c >= '\0' && c < ' ') || c == '\x7f';
    });
  };
  const bool all = text.names.size() == text.says.size() && std::all_of(text.names.begin(), text.names.end(), fits);
  if (text.names.empty() || all) return std::nullopt;
  return Problem{"error.knights.names",
                 {{"people", std::to_string(text.people())}, {"limit", std::to_string(kLongestName)}}};
}

// "|Amelia,Penelope"
std::vector<std::string> read_names(Scanner& scanner) {
  std::vector<std::string> names;
  do {
    names.emplace_back(scanner.until(','));
  } while (scanner.take(','));
  return names;
}

// Statements, then who is known to be what, as a digit or a dot for each person, then names. The middle part is needed
// if somebody neither speaks nor is spoken of.
std::optional<Problem> read_line(Scanner& scanner, KnightsText& text) {
  if (auto problem = read_statements(scanner, text)) return problem;
  const int needed = people_needed(text);
  if (scanner.done() || scanner.peek() == '|') {
    text.knight.resize(at(needed));
  } else {
    if (!scanner.take('=')) return scanner.unexpected();
    while (scanner.peek() == '1' || scanner.peek() == '0' || scanner.peek() == '.') {
      const char c = scanner.next();
      text.knight.push_back(c == '.' ? std::nullopt : std::optional(c == '1'));
      if (text.knight.size() > kMaxPeople) break;
    }
    const bool ended = scanner.done() || scanner.peek() == '|';
    if (text.knight.size() > kMaxPeople || (ended && text.knight.size() < at(needed))) {
      return Problem{"error.knights.people",
                     {{"needed", std::to_string(needed)}, {"limit", std::to_string(kMaxPeople)}}};
    }
  }
  text.says.resize(text.knight.size());
  if (scanner.take('|')) text.names = read_names(scanner);
  return scanner.done() ? check_names(text) : scanner.unexpected();
}

constexpr std::array<std::pair<Saying, std::string_view>, 13> kOperators = {{{Saying::knight, "telling-truth"},
                                                                             {Saying::knave, "lying"},
                                                                             {Saying::negation, "not"},
                                                                             {Saying::both, "and"},
                                                                             {Saying::either, "or"},
                                                                             {Saying::implies, "->"},
                                                                             {Saying::iff, "<=>"},
                                                                             {Saying::exactly_one, "xor"},
                                                                             {Saying::exactly, "exactly"},
                                                                             {Saying::at_least, "at-least"},
                                                                             {Saying::at_most, "at-most"},
                                                                             {Saying::same, "same"},
                                                                             {Saying::differ, "differ"}}};

bool has_count(Saying saying) {
  return saying == Saying::exactly || saying == Saying::at_least || saying == Saying::at_most;
}

void skip_space(Scanner& scanner) {
  while (scanner.take(' ')) {
  }
}

bool take_token(Scanner& scanner, char c) {
  skip_space(scanner);
  return scanner.take(c);
}

constexpr int kMaxNesting = 8;

// ('and', ('lying', 0), ('not', ('telling-truth', 2))); nothing: the scanner stands where it is not understood.
std::optional<Claim> read_tuple(Scanner& scanner, int depth) {
  if (depth > kMaxNesting || !take_token(scanner, '(') || !take_token(scanner, '\'')) return std::nullopt;
  const auto* const found = std::find_if(kOperators.begin(), kOperators.end(),
                                         [word = scanner.until('\'')](const auto& o) { return o.second == word; });
  if (found == kOperators.end() || !scanner.take('\'')) return std::nullopt;
  Claim claim;
  claim.saying = found->first;
  bool counted = !has_count(claim.saying);
  while (take_token(scanner, ',')) {
    skip_space(scanner);
    if (scanner.peek() == ')') break;
    if (scanner.peek() == '(') {
      auto part = read_tuple(scanner, depth + 1);
      if (!part) return std::nullopt;
      claim.claims.push_back(std::move(*part));
      continue;
    }
    const auto number = scanner.number(kMaxPeople);
    if (!number) return std::nullopt;
    if (counted) {
      claim.people.push_back(*number);
    } else {
      claim.count = *number;
      counted = true;
    }
  }
  if (!take_token(scanner, ')') || !counted) return std::nullopt;
  return claim;
}

std::optional<Problem> read_all(Scanner& scanner, KnightsText& text) {
  if (!take_token(scanner, '(')) return scanner.unexpected();
  skip_space(scanner);
  while (!scanner.done() && scanner.peek() != ')') {
    std::vector<Claim>& claims = text.says.emplace_back();
    const std::size_t start = scanner.position();
    if (!scanner.take("None")) {
      auto claim = read_tuple(scanner, 1);
      if (!claim) return scanner.unexpected();
      if (!is_well_formed(*claim)) return Problem{"error.knights.claim", {{"position", std::to_string(start)}}};
      claims.push_back(std::move(*claim));
    }
    if (text.people() > kMaxPeople) return Problem{"error.knights.crowd", {{"limit", std::to_string(kMaxPeople)}}};
    if (!take_token(scanner, ',')) break;
    skip_space(scanner);
  }
  if (!take_token(scanner, ')') || !scanner.done()) return scanner.unexpected();
  return std::nullopt;
}

// A JSON object whose statements are a Python tuple written as text, and so are read character by character.
std::optional<Problem> read_record(std::string_view input, KnightsText& text) {
  text.format = "record";
  const auto json = nlohmann::json::parse(input, nullptr, false);
  if (!json.is_object() || !json.contains("statements") || !json["statements"].is_string()) {
    return Problem{"error.knights.record", {}};
  }
  const auto statements = json["statements"].get<std::string>();
  Scanner scanner(statements);
  if (auto problem = read_all(scanner, text)) return problem;
  const bool anybody = std::any_of(text.says.begin(), text.says.end(), [](const auto& s) { return !s.empty(); });
  if (!anybody) return Problem{"error.knights.record", {}};
  if (json.contains("names") && json["names"].is_array()) {
    for (const auto& name : json["names"]) text.names.push_back(name.is_string() ? name.get<std::string>() : "");
  }
  // Somebody who keeps silent and is not spoken of is there, if called by name.
  text.says.resize(std::max(at(people_needed(text)), std::min(text.names.size(), at(kMaxPeople))));
  text.knight.resize(text.says.size());
  return check_names(text);
}

std::string tuple_of(const Claim& claim) {
  const auto* const found =
      std::find_if(kOperators.begin(), kOperators.end(), [&](const auto& o) { return o.first == claim.saying; });
  std::string text = "('" + std::string(found->second) + "'";
  if (has_count(claim.saying)) text += ", " + std::to_string(claim.count);
  for (const int person : claim.people) text += ", " + std::to_string(person);
  for (const Claim& part : claim.claims) text += ", " + tuple_of(part);
  return text + ")";
}

std::string write_record(const KnightsText& text) {
  std::string statements = "(";
  for (std::size_t i = 0; i < text.says.size(); ++i) {
    statements += (i > 0 ? ", " : "") + (text.says[i].empty() ? "None" : tuple_of(text.says[i].front()));
  }
  if (text.says.size() == 1) statements += ",";  // what makes a tuple of one
  nlohmann::json record = {{"statements", statements + ")"}};
  if (!text.names.empty()) record["names"] = text.names;
  return record.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string names_of(const KnightsText& text) {
  std::string names;
  for (const std::string& name : text.names) names += (names.empty() ? "|" : ",") + name;
  return names;
}

std::string write_line(const KnightsText& text) {
  std::string line;
  KnightsText speakers;  // up to the last person who speaks
  for (int person = 0; person < text.people(); ++person) {
    if (text.says[at(person)].empty()) continue;
    for (const Claim& claim : text.says[at(person)]) {
      line += (line.empty() ? "" : ";") + std::string(1, letter_of(person)) + ":" + write_claim(claim);
    }
    speakers.says = {text.says.begin(), text.says.begin() + person + 1};
  }
  const bool known = std::any_of(text.knight.begin(), text.knight.end(), [](const auto& k) { return k.has_value(); });
  if (!known && people_needed(speakers) == text.people()) return line + names_of(text);
  line += '=';
  for (const auto& knight : text.knight) line += !knight ? '.' : *knight ? '1' : '0';
  return line + names_of(text);
}

std::optional<Problem> check_statement(int person, const Claim& claim) {
  if (std::popcount(mentioned(claim) | only(person)) > kMaxMentioned) {
    Problem problem = about_person("error.knights.mentioned", person);
    problem.args["limit"] = std::to_string(kMaxMentioned);
    return problem;
  }
  // "I am a knave": whatever the speaker is, the statement does not fit.
  const auto clauses = prime_clauses(person, claim);
  if (!clauses.empty() && clauses.front().empty()) return about_person("error.knights.paradox", person);
  return std::nullopt;
}

}  // namespace

Result<KnightsText> read_knights(std::string_view input) {
  const Result<std::string_view> body = body_of(input);
  if (!body.ok()) return body.problem();
  input = body.value();
  KnightsText text;
  Scanner scanner(input);
  if (auto problem = input[0] == '{' ? read_record(input, text) : read_line(scanner, text)) return *problem;
  for (int person = 0; person < text.people(); ++person) {
    for (const Claim& claim : text.says[at(person)]) {
      if (auto problem = check_statement(person, claim)) return *problem;
    }
  }
  return text;
}

std::string write_knights(const KnightsText& text) {
  const bool one_each = std::all_of(text.says.begin(), text.says.end(), [](const auto& s) { return s.size() <= 1; });
  return text.format == "record" && one_each ? write_record(text) : write_line(text);
}

}  // namespace fastslow::puzzles::knights
