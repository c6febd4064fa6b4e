#include "puzzles/zebra/clue.h"

#include <algorithm>
#include <array>
#include <utility>

namespace fastslow::puzzles::zebra {
namespace {

constexpr std::array<std::string_view, kMaxCategories> kCategories = {"nation", "colour", "drink", "pet", "hobby"};

// Those of the puzzle as Life International printed it in December 1962, with hobbies in place of its cigarettes.
constexpr std::array<std::array<std::string_view, kMaxHouses>, kMaxCategories> kItems = {{
    {"english", "spanish", "ukrainian", "norwegian", "japanese"},
    {"red", "green", "ivory", "yellow", "blue"},
    {"coffee", "tea", "milk", "juice", "water"},
    {"dog", "snails", "fox", "horse", "zebra"},
    {"painting", "chess", "cooking", "tennis", "violin"},
}};

constexpr std::string_view kSignsOfClues = "=!-.~();:|/,<>";

std::string_view word_at(const Scanner& scanner) {
  return scanner.rest().substr(0, scanner.rest().find_first_of(kSignsOfClues));
}

// Only the first items of the first categories exist on a smaller board; the words of the others are unknown there, as
// are the riddle's words where an author has some of his own.
Result<int> read_item(Scanner& scanner, const Words& words) {
  const std::size_t start = scanner.position();
  const Problem here = scanner.unexpected();
  const std::string_view written = word_at(scanner);
  const std::string_view word = trimmed(written);
  if (word.empty() || (word[0] >= '0' && word[0] <= '9')) return here;
  scanner.take(written);
  for (int category = 0; category < words.categories; ++category) {
    for (int i = 0; i < words.houses; ++i) {
      if (words.item(item_value(category, i)) == word) return item_value(category, i);
    }
  }
  return Problem{"error.zebra.item", {{"word", excerpt(word)}, {"position", std::to_string(start)}}};
}

// What stands after the sign: an item, or a house after '=' and '!'.
std::optional<Problem> read_place(Scanner& scanner, const Words& words, Clue& clue) {
  const bool denied = clue.kind == ClueKind::differs;
  const bool placing = denied || clue.kind == ClueKind::same;
  if (placing && scanner.peek() >= '0' && scanner.peek() <= '9') {
    const auto house = scanner.number(words.houses);
    if (!house || *house < 1) return scanner.unexpected();
    clue.house = *house;
    clue.kind = denied ? ClueKind::not_at : ClueKind::at;
    return std::nullopt;
  }
  if (placing && !denied && word_at(scanner) == "end") {
    scanner.take("end");
    clue.kind = ClueKind::end;
    return std::nullopt;
  }
  const Result<int> item = read_item(scanner, words);
  if (!item.ok()) return item.problem();
  clue.b = item.value();
  return std::nullopt;
}

// No sign begins with another, so the order of the list does not matter.
constexpr std::array<std::pair<std::string_view, ClueKind>, 6> kSigns = {{{"=", ClueKind::same},
                                                                          {"!", ClueKind::differs},
                                                                          {"-", ClueKind::direct_left},
                                                                          {"..", ClueKind::left},
                                                                          {"~", ClueKind::next},
                                                                          {"(", ClueKind::between}}};

// The sign leaves some kinds open: what follows = or ! may turn out to be a house (read_place).
std::optional<ClueKind> read_relation(Scanner& scanner) {
  for (const auto& [sign, kind] : kSigns) {
    if (scanner.take(sign)) return kind;
  }
  return std::nullopt;
}

// Two things of one category are never in one house; nothing is beside itself.
bool makes_sense(const Clue& clue) {
  switch (clue.kind) {
    case ClueKind::same:
    case ClueKind::differs:
      return category_of(clue.a) != category_of(clue.b);
    case ClueKind::between:
      return clue.a != clue.b && clue.b != clue.c && clue.a != clue.c;
    case ClueKind::direct_left:
    case ClueKind::left:
    case ClueKind::next:
      return clue.a != clue.b;
    case ClueKind::at:
    case ClueKind::not_at:
    case ClueKind::end:
      break;
  }
  return true;
}

Name who(int item) { return {"zebra.who." + std::string(item_word(item)), {}}; }

constexpr std::size_t kLongestWord = 40;  // bytes

bool is_usable(std::string_view word) {
  return !word.empty() && word.size() <= kLongestWord && word != "end" && !(word[0] >= '0' && word[0] <= '9') &&
         word.find_first_of(kSignsOfClues) == std::string_view::npos &&
         std::none_of(word.begin(), word.end(), [](char c) { return (c >= '\0' && c < ' ') || c == '\x7f'; });
}

// What the words stand for, each for one thing only.
bool are_distinct(const Words& words) {
  std::vector<std::string> all;
  for (int category = 0; category < words.categories; ++category) {
    for (int i = 0; i < words.houses; ++i) all.push_back(words.item(item_value(category, i)));
  }
  std::sort(all.begin(), all.end());
  return std::adjacent_find(all.begin(), all.end()) == all.end();
}

}  // namespace

std::string_view item_word(int item) {
  return kItems[static_cast<std::size_t>(category_of(item))][static_cast<std::size_t>(index_of(item))];
}

std::string_view category_word(int category) { return kCategories[static_cast<std::size_t>(category)]; }

bool Words::is_own(int category) const {
  return static_cast<std::size_t>(category) < own.size() && !own[static_cast<std::size_t>(category)].items.empty();
}

std::string Words::item(int item) const {
  if (!is_own(category_of(item))) return std::string(item_word(item));
  return own[static_cast<std::size_t>(category_of(item))].items[static_cast<std::size_t>(index_of(item))];
}

Result<std::vector<OwnWords>> read_own_words(std::string_view text, int houses, int categories) {
  const Problem refused{"error.zebra.names",
                        {{"houses", std::to_string(houses)},
                         {"categories", std::to_string(categories)},
                         {"limit", std::to_string(kLongestWord)}}};
  Words words{houses, categories, {}};
  Scanner scanner(text);
  do {
    OwnWords& own = words.own.emplace_back();
    if (scanner.done() || scanner.peek() == '/') continue;
    own.category = trimmed(scanner.until(':'));
    do {
      scanner.next();  // the colon, then commas
      const std::string_view word = word_at(scanner);
      scanner.take(word);
      own.items.emplace_back(trimmed(word));
    } while (scanner.peek() == ',');
    const bool fine = is_usable(own.category) && std::all_of(own.items.begin(), own.items.end(), is_usable);
    if (!fine || static_cast<int>(own.items.size()) != houses) return refused;
  } while (scanner.take('/'));
  if (!scanner.done() || static_cast<int>(words.own.size()) != categories || !are_distinct(words)) return refused;
  return std::move(words.own);
}

std::string write_own_words(const std::vector<OwnWords>& own) {
  std::string text;
  for (const OwnWords& words : own) {
    text += text.empty() ? '|' : '/';
    text += words.category;
    for (std::size_t i = 0; i < words.items.size(); ++i) text += (i == 0 ? ":" : ",") + words.items[i];
  }
  return text;
}

bool is_true(const Clue& clue, const std::vector<int>& house_of, int houses) {
  const int a = house_of[static_cast<std::size_t>(clue.a)];
  const int b = house_of[static_cast<std::size_t>(clue.b)];
  const int c = house_of[static_cast<std::size_t>(clue.c)];
  switch (clue.kind) {
    case ClueKind::same:
      return a == b;
    case ClueKind::differs:
      return a != b;
    case ClueKind::at:
      return a == clue.house;
    case ClueKind::not_at:
      return a != clue.house;
    case ClueKind::end:
      return a == 1 || a == houses;
    case ClueKind::direct_left:
      return a + 1 == b;
    case ClueKind::left:
      return a < b;
    case ClueKind::next:
      return a + 1 == b || b + 1 == a;
    case ClueKind::between:
      return std::min(a, c) < b && b < std::max(a, c);
  }
  return false;
}

std::string write_clue(const Clue& clue, const Words& words) {
  std::string a = words.item(clue.a);
  const auto with = [&](std::string_view sign) { return a + std::string(sign) + words.item(clue.b); };
  switch (clue.kind) {
    case ClueKind::same:
      return with("=");
    case ClueKind::differs:
      return with("!");
    case ClueKind::at:
      return a + "=" + std::to_string(clue.house);
    case ClueKind::not_at:
      return a + "!" + std::to_string(clue.house);
    case ClueKind::end:
      return a + "=end";
    case ClueKind::direct_left:
      return with("-");
    case ClueKind::left:
      return with("..");
    case ClueKind::next:
      return with("~");
    case ClueKind::between:
      return with("(") + ")" + words.item(clue.c);
  }
  return a;
}

Result<Clue> read_clue(Scanner& scanner, const Words& words) {
  const std::size_t start = scanner.position();
  const Result<int> first = read_item(scanner, words);
  if (!first.ok()) return first.problem();
  Clue clue;
  clue.a = first.value();
  const auto kind = read_relation(scanner);
  if (!kind) return scanner.unexpected();
  clue.kind = *kind;
  if (auto problem = read_place(scanner, words, clue)) return *problem;
  if (clue.kind == ClueKind::between) {
    if (!scanner.take(')')) return scanner.unexpected();
    const Result<int> third = read_item(scanner, words);
    if (!third.ok()) return third.problem();
    clue.c = third.value();
  }
  if (!makes_sense(clue)) return Problem{"error.zebra.clue", {{"position", std::to_string(start)}}};
  return clue;
}

namespace {

// The riddle's people have words that bend ("the tea drinker", "drinks tea"); an author's own are only named.
Name riddle_sentence(const Clue& clue, int houses) {
  switch (clue.kind) {
    case ClueKind::same: {
      // "The Englishman drinks tea", not "The tea drinker is the Englishman".
      const auto [subject, other] = std::minmax(clue.a, clue.b);
      return {"zebra.same", {}, {who(subject), {"zebra.does." + std::string(item_word(other)), {}}}};
    }
    case ClueKind::differs:
      return {"zebra.differs", {}, {who(clue.a), who(clue.b)}};
    case ClueKind::at:
      if (2 * clue.house == houses + 1) return {"zebra.middle", {}, {who(clue.a)}};
      return {"zebra.at", {{"n", clue.house}}, {who(clue.a)}};
    case ClueKind::not_at:
      return {"zebra.not_at", {{"n", clue.house}}, {who(clue.a)}};
    case ClueKind::end:
      return {"zebra.end", {}, {who(clue.a)}};
    case ClueKind::direct_left:
      return {"zebra.direct_left", {}, {who(clue.a), who(clue.b)}};
    case ClueKind::left:
      return {"zebra.left", {}, {who(clue.a), who(clue.b)}};
    case ClueKind::next:
      return {"zebra.next", {}, {who(clue.a), who(clue.b)}};
    case ClueKind::between:
      return {"zebra.between", {}, {who(clue.b), who(clue.a), who(clue.c)}};
  }
  return {};
}

std::string_view relation(const Clue& clue, int houses) {
  switch (clue.kind) {
    case ClueKind::same:
      return "same";
    case ClueKind::differs:
      return "differs";
    case ClueKind::at:
      return 2 * clue.house == houses + 1 ? "middle" : "at";
    case ClueKind::not_at:
      return "not_at";
    case ClueKind::end:
      return "end";
    case ClueKind::direct_left:
      return "direct_left";
    case ClueKind::left:
      return "left";
    case ClueKind::next:
      return "next";
    case ClueKind::between:
      return "between";
  }
  return "";
}

}  // namespace

Name sentence_of(const Clue& clue, const Words& words) {
  if (words.own.empty()) return riddle_sentence(clue, words.houses);
  const auto named = [&](int item) -> Name {
    return words.is_own(category_of(item)) ? Name{"@" + words.item(item), {}} : Name{"zebra.own.the", {}, {who(item)}};
  };
  Name sentence{"zebra.own." + std::string(relation(clue, words.houses)), {}, {named(clue.a)}};
  if (clue.house != 0) sentence.args["n"] = clue.house;
  if (sentence.key == "zebra.own.middle") sentence.args.clear();
  if (clue.b != 0) sentence.parts.push_back(named(clue.b));
  if (clue.c != 0) sentence.parts.push_back(named(clue.c));
  if (clue.kind == ClueKind::between) std::swap(sentence.parts[0], sentence.parts[1]);
  return sentence;
}

}  // namespace fastslow::puzzles::zebra
