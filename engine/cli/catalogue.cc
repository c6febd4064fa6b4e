#include "cli/catalogue.h"

#include <cctype>

#include "catalogue_en.h"

namespace fastslow {
namespace {

using Json = nlohmann::json;

const Json& catalogue() {
  static const Json parsed = Json::parse(kCatalogueEn);
  return parsed;
}

struct Renderer {
  const Layout& layout;
  int lowest;

  [[nodiscard]] std::string symbol(int value) const {
    const int index = value - lowest;
    const bool known = index >= 0 && index < static_cast<int>(layout.symbols.size());
    if (!known) return std::to_string(value);
    const std::string& text = layout.symbols[static_cast<std::size_t>(index)];
    // A word may need another form in a sentence than on the board ("knight", "a knight").
    for (const std::string& key : {text + ".said", text}) {
      if (catalogue().contains(key)) return catalogue().at(key).get<std::string>();
    }
    return text;
  }

  [[nodiscard]] std::string list(const Json& items, const std::string& argument) const {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i > 0) text += i + 1 < items.size() ? ", " : " and ";
      text += value(items[i], argument);
    }
    return text;
  }

  [[nodiscard]] std::string value(const Json& json, const std::string& argument) const {
    if (json.is_string()) return json.get<std::string>();
    if (json.is_array()) return list(json, argument);
    if (json.is_object()) return fill(json.at("key").get<std::string>(), json.at("args"));
    const bool is_value = argument == "value" || argument == "values";
    return is_value ? symbol(json.get<int>()) : std::to_string(json.get<int>());
  }

  [[nodiscard]] std::string fill(const std::string& key, const Json& args) const {
    if (key.starts_with('@')) return key.substr(1);  // an author's own words
    if (!catalogue().contains(key)) return key + (args.empty() ? "" : " " + args.dump());
    const auto text = catalogue().at(key).get<std::string>();
    std::string out;
    std::size_t at = 0;
    for (std::size_t open = text.find("{{"); open != std::string::npos; open = text.find("{{", at)) {
      const std::size_t close = text.find("}}", open);
      if (close == std::string::npos) break;
      std::string name = text.substr(open + 2, close - open - 2);
      name = name.substr(0, name.find(','));  // a format follows; English needs none
      out += text.substr(at, open - at);
      out += args.contains(name) ? value(args.at(name), name) : "{{" + name + "}}";
      at = close + 2;
    }
    return out + text.substr(at);
  }
};

}  // namespace

std::string sentence(const std::string& key, const Json& args, const Layout& layout, int lowest) {
  std::string text = Renderer{layout, lowest}.fill(key, args);
  // A sentence may open with the name of a unit.
  if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

std::string sentence(const Problem& problem) {
  static const Layout none;
  return sentence(problem.key, Json(problem.args), none, 0);
}

}  // namespace fastslow
