// Sentences are put together as the page does it (web/src/i18n/sentences.ts): whoever changes the one has to change the
// other. A name may be an argument of a sentence and have names within it, so `value`, `phrase` and `fill` call each
// other. Only what English needs is here; Korean particles and the like are the page's.
#include "cli/catalogue.h"

#include <algorithm>
#include <cctype>
#include <vector>

#include "catalogue_en.h"

namespace fastslow::cli {
namespace {

using Json = nlohmann::json;

const Json& catalogue() {
  static const Json parsed = Json::parse(kCatalogueEn);
  return parsed;
}

// By these names alone an argument is known to be a value of the puzzle, to be shown as its symbol, and no plain
// number.
bool is_value(const std::string& argument) { return argument == "value" || argument == "values"; }

std::string listed(const std::vector<std::string>& items, const std::string& between, const std::string& last) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 < items.size() ? between : last;
    text += items[i];
  }
  return text;
}

// Where the items have commas of their own, semicolons part more than two.
std::string join_phrases(const std::vector<std::string>& items, const std::string& last) {
  const bool commas = std::any_of(items.begin(), items.end(),
                                  [](const std::string& item) { return item.find(',') != std::string::npos; });
  return commas && items.size() > 2 ? listed(items, "; ", "; and ") : listed(items, ", ", last);
}

// What a rule demands, where the catalogue has words for just that kind of rule (solver/narration.h).
// From the most particular wording to the most general: what is over may be told as full, what is under as what it
// needs, and both as not met.
const Json* own_words(const Json& name) {
  const auto key = name.at("key").get<std::string>();
  if (!key.starts_with("because.") || !name.at("args").contains("p1")) return nullptr;
  const std::string demand = key.substr(key.find('.') + 1);
  std::vector<std::string> demands = {demand};
  if (demand == "over") demands = {"over", "full", "unmet"};
  if (demand == "under") demands = {"under", "needs", "unmet"};
  demands.emplace_back("because");
  const std::string unit = name.at("args").at("p1").at("key").get<std::string>() + ".";
  for (const std::string& one : demands) {
    if (catalogue().contains(unit + one)) return &catalogue().at(unit + one);
  }
  return nullptr;
}

// Whether two names differ in this argument at most.
bool are_alike(const Json& a, const Json& b, const std::string& argument) {
  if (a.at("key") != b.at("key")) return false;
  Json first = a.at("args");
  Json second = b.at("args");
  first.erase(argument);
  second.erase(argument);
  return first == second;
}

// Names that are told together: they differ in these arguments alone. Where two do, there are as many as there are of
// the first (`width`) for each of the second.
struct Alike {
  std::vector<std::string> differ;
  Json members = Json::array();
  std::size_t width = 0;
};

bool can_list(const Json& name, const std::string& argument) {
  return catalogue().contains(name.at("key").get<std::string>() + ".many." + argument);
}

// The argument in which most of the names differ from the first, and only in it; empty: none.
std::string best_shared(const Json& names) {
  const Json& first = names.front();
  std::string best;
  std::ptrdiff_t most = 1;
  if (own_words(first) != nullptr) return best;
  for (const auto& [argument, value] : first.at("args").items()) {
    if (!can_list(first, argument)) continue;
    const auto count = std::count_if(names.begin(), names.end(),
                                     [&, name = argument](const Json& other) { return are_alike(first, other, name); });
    if (count <= most) continue;
    most = count;
    best = argument;
  }
  return best;
}

std::string across(const std::string& argument) { return argument == "p1" ? "value" : "p1"; }

// Whether `more` says of the same cells another value, or of the same values another cell, in the same order.
bool crosses(const Alike& one, const Alike& more) {
  if (more.differ.empty() || one.differ.empty() || one.differ.front() != more.differ.front()) return false;
  const std::string other = across(more.differ.front());
  if (one.width != more.width || !can_list(one.members.front(), other)) return false;
  for (std::size_t i = 0; i < more.width; ++i) {
    if (!are_alike(one.members[i], more.members[i], other)) return false;
  }
  return true;
}

std::vector<Alike> groups_of(const Json& names) {
  std::vector<Alike> groups;
  for (Json rest = names; !rest.empty();) {
    const Json first = rest.front();
    const std::string argument = best_shared(rest);
    Alike group;
    Json others = Json::array();
    for (const Json& name : rest) (are_alike(first, name, argument) ? group.members : others).push_back(name);
    if (!argument.empty()) group.differ = {argument};
    group.width = group.members.size();
    const auto found =
        std::find_if(groups.begin(), groups.end(), [&](const Alike& one) { return crosses(one, group); });
    if (found == groups.end()) {
      groups.push_back(std::move(group));
    } else {
      found->differ = {argument, across(argument)};
      for (Json& name : group.members) found->members.push_back(std::move(name));
    }
    rest = std::move(others);
  }
  return groups;
}

// Of rules that have no words of their own for what they demand, the sentence says that they have to be met.
void tell_rules_to_meet(std::string& key, Json& args) {
  if (!args.contains("because")) return;
  Json units = Json::array();
  Json rest = Json::array();
  for (const Json& clause : args.at("because")) {
    const bool to_meet = clause.at("key") == "because.met" && own_words(clause) == nullptr;
    if (to_meet) {
      units.push_back(clause.at("args").at("p1"));
    } else {
      rest.push_back(clause);
    }
  }
  const std::string longer = key + (rest.empty() ? "_met" : "_met_given");
  if (units.empty() || !catalogue().contains(longer)) return;
  key = longer;
  args["because"] = rest;
  args["units"] = units;
}

// The sentence of a kind of cells or rules that has words of its own, as for cells that are no squares.
std::string own_sentence(const std::string& key, const Json& args) {
  const Json none;
  const Json& units = args.contains("units") && !args.at("units").empty() ? args.at("units").front() : none;
  const Json& name = args.contains("cell") ? args.at("cell") : units;
  if (!name.is_object()) return key;
  const auto kind = name.at("key").get<std::string>();
  const std::size_t dot = kind.find('.');
  if (dot == std::string::npos) return key;
  const std::string own = key + kind.substr(dot, kind.find('.', dot + 1) - dot);
  return catalogue().contains(own) ? own : key;
}

// The same as web/src/i18n/sentences.ts, in English.
struct Renderer {
  const puzzles::Layout& layout;
  int lowest;

  // `several`: as it is said of several cells ("knights").
  [[nodiscard]] std::string symbol(int value, bool several = false) const {
    const int index = value - lowest;
    const bool known = index >= 0 && index < static_cast<int>(layout.symbols.size());
    if (!known) return std::to_string(value);
    std::string text = layout.symbols[static_cast<std::size_t>(index)];
    // Where there is one thing or nothing, nothing may have a word that suits the thing ("safe").
    const std::string absence = layout.symbols.size() == 2 ? layout.symbols[1] + ".none" : "";
    if (text == "glyph.dot" && catalogue().contains(absence)) text = absence;
    // A word may need another form in a sentence than on the board ("knight", "a knight").
    for (const std::string& key : {text + (several ? ".many" : ".said"), text + ".said", text}) {
      if (catalogue().contains(key)) return catalogue().at(key).get<std::string>();
    }
    return text;
  }

  [[nodiscard]] std::string list(const Json& items, const std::string& argument) const {
    if (items.empty() || !items.front().is_object()) {
      std::vector<std::string> texts;
      for (const Json& item : items) texts.push_back(value(item, argument));
      return listed(texts, ", ", " and ");
    }
    return join_phrases(phrases(items), argument == "because" ? ", and " : " and ");
  }

  [[nodiscard]] std::string value(const Json& json, const std::string& argument, bool several = false) const {
    if (json.is_string()) return json.get<std::string>();
    if (json.is_array()) return list(json, argument);
    if (json.is_object()) return phrase(json);
    return is_value(argument) ? symbol(json.get<int>(), several) : std::to_string(json.get<int>());
  }

  [[nodiscard]] std::string phrase(const Json& name) const {
    if (const Json* own = own_words(name)) {
      // The rule's own arguments, and what the clause says of it.
      Json args = name.at("args");
      args.update(name.at("args").at("p1").at("args"));
      return filled(*own, args, false);
    }
    return fill(name.at("key").get<std::string>(), name.at("args"));
  }

  // Names of one kind are told together: "columns 1, 4 and 8".
  [[nodiscard]] std::vector<std::string> phrases(const Json& names) const {
    std::vector<std::string> told;
    for (const Alike& group : groups_of(names)) {
      const std::string text = group.members.size() > 1 ? together(group) : phrase(group.members.front());
      if (std::find(told.begin(), told.end(), text) == told.end()) told.push_back(text);
    }
    return told;
  }

  [[nodiscard]] std::string together(const Alike& group) const {
    Json args = group.members.front().at("args");
    std::string form = group.differ.front();
    for (const std::string& argument : group.differ) {
      if (argument == "value") form = argument;
      Json shared = Json::array();
      for (const Json& name : group.members) {
        const Json& one = name.at("args").at(argument);
        if (std::find(shared.begin(), shared.end(), one) == shared.end()) shared.push_back(one);
      }
      if (shared.front().is_number()) std::sort(shared.begin(), shared.end());
      args[argument] = list(shared, argument);
    }
    const auto key = group.members.front().at("key").get<std::string>();
    return filled(catalogue().at(key + ".many." + form), args, true);
  }

  [[nodiscard]] std::string fill(const std::string& key, const Json& args) const {
    if (key.starts_with('@')) return key.substr(1);  // an author's own words
    if (!catalogue().contains(key)) return key + (args.empty() ? "" : " " + args.dump());
    return filled(catalogue().at(key), args, false);
  }

  [[nodiscard]] std::string filled(const std::string& text, const Json& args, bool several) const {
    std::string out;
    std::size_t at = 0;
    for (std::size_t open = text.find("{{"); open != std::string::npos; open = text.find("{{", at)) {
      const std::size_t close = text.find("}}", open);
      if (close == std::string::npos) break;
      std::string name = text.substr(open + 2, close - open - 2);
      name = name.substr(0, name.find(','));  // a format follows; English needs none
      out += text.substr(at, open - at);
      out += args.contains(name) ? value(args.at(name), name, several) : "{{" + name + "}}";
      at = close + 2;
    }
    return out + text.substr(at);
  }
};

}  // namespace

std::string sentence(const std::string& key, const Json& args, const puzzles::Layout& layout, int lowest) {
  std::string told = key;
  Json with = args;
  tell_rules_to_meet(told, with);
  std::string text = Renderer{layout, lowest}.fill(own_sentence(told, with), with);
  // A sentence may open with the name of a unit. A file keeps its name as it is written.
  const bool file = args.contains("file") && text.starts_with(args.at("file").get<std::string>());
  if (!text.empty() && !file) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

std::string sentence(const Problem& problem) {
  static const puzzles::Layout none;
  Json args = problem.args;
  // What a text's format is called has words of its own.
  if (args.contains("format") && catalogue().contains(args["format"].get<std::string>())) {
    args["format"] = catalogue().at(args["format"].get<std::string>());
  }
  return sentence(problem.key, args, none, 0);
}

}  // namespace fastslow::cli
