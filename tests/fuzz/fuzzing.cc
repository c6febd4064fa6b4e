#include "fuzz/fuzzing.h"

#include <cstdlib>
#include <iostream>

#include "cli/catalogue.h"

namespace fastslow::fuzz {

void fail(const std::string& what) {
  std::cerr << "fuzz: " << what << std::endl;
  std::abort();
}

void require_sentence(const Problem& problem) {
  // An unknown key is shown as itself, with a capital letter; an argument that is missing stays in its braces.
  const std::string sentence = cli::sentence(problem);
  require(problem.key.starts_with("error."), "not the key of an error: " + problem.key);
  require(!sentence.starts_with("Error."), "no sentence for " + problem.key);
  for (std::size_t open = 0; (open = sentence.find("{{", open)) != std::string::npos; open += 2) {
    const std::string name = sentence.substr(open + 2, sentence.find('}', open) - open - 2);
    // What somebody typed may hold braces, too.
    bool typed = false;
    for (const auto& [key, value] : problem.args) typed = typed || value.find("{{") != std::string::npos;
    require(typed, problem.key + " lacks the argument " + name);
  }
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
