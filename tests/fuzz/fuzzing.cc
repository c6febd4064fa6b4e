#include "fuzz/fuzzing.h"

#include <cstdlib>
#include <iostream>

#include "cli/catalogue.h"
#include "wire/board.h"

namespace fastslow::fuzz {

void fail(const std::string& what) {
  std::cerr << "fuzz: " << what << std::endl;
  std::abort();
}

void require_sentence(const Problem& problem, std::string_view kind) {
  require(problem.key.starts_with(kind), "not a key of " + std::string(kind) + ": " + problem.key);
  // An unknown key is shown as itself, with a capital letter; an argument that is missing stays in its braces.
  const std::string sentence = cli::sentence(problem);
  require(sentence.substr(1) != problem.key.substr(1), "no sentence for " + problem.key);
  for (std::size_t open = 0; (open = sentence.find("{{", open)) != std::string::npos; open += 2) {
    const std::string name = sentence.substr(open + 2, sentence.find('}', open) - open - 2);
    // What somebody typed may hold braces, too.
    bool typed = false;
    for (const auto& [key, value] : problem.args) typed = typed || value.find("{{") != std::string::npos;
    require(typed, problem.key + " lacks the argument " + name);
  }
}

std::string canonical(const puzzles::Family& family, const std::string& text, const std::string& how) {
  const auto puzzle = family.parse(text);
  require(puzzle.ok(), how + ": it is refused: " + text);
  return wire::text_of(puzzle.value(), initial_state(puzzle.value().model));
}

Json checked_reply(const std::string& reply) {
  Json json = Json::parse(reply, nullptr, false);
  require(json.is_object() && json.size() == 1, "no reply of one member: " + reply.substr(0, 200));
  if (json.contains("ok")) return json;
  require(json.contains("error") && json["error"].is_object(), "neither ok nor error: " + reply.substr(0, 200));
  const Json& error = json["error"];
  const auto key = error.at("key").get<std::string>();
  require(!key.ends_with(".internal"), "something was thrown: " + reply);
  require_sentence({key, error.at("args").get<std::map<std::string, std::string>>()});
  return json;
}

void tell(std::string_view request) {
  static const bool wanted = std::getenv("FASTSLOW_FUZZ_TELL") != nullptr;
  if (wanted) std::cerr << request << std::endl;
}

const std::vector<Small>& small_puzzles() {
  static const std::vector<Small> all = [] {
    std::vector<Small> made;
    for (const puzzles::Family& family : puzzles::families()) {
      made.push_back({family.id, family.make(family.sizes.front(), puzzles::Level::hard, 1)});
    }
    return made;
  }();
  return all;
}

std::optional<FamilyText> family_text_of(std::string_view input) {
  const std::size_t end = input.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view name = input.substr(0, end);
  const std::string_view text = input.substr(end + 1);
  if (const puzzles::Family* family = puzzles::find_family(name)) return FamilyText{*family, text};
  const auto all = puzzles::families();
  return FamilyText{all[name.empty() ? 0 : static_cast<unsigned char>(name.front()) % all.size()], text};
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

}  // namespace fastslow::fuzz

// Also when an input is tried again by hand.
extern "C" const char* __ubsan_default_options() { return "print_stacktrace=1"; }
