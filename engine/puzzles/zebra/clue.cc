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

std::string_view read_word(Scanner& scanner) {
  const std::string_view rest = scanner.rest();
  std::size_t length = 0;
  while (length < rest.size() && rest[length] >= 'a' && rest[length] <= 'z') ++length;
  const std::string_view word = rest.substr(0, length);
  scanner.take(word);
  return word;
}

// Only the first items of the first categories exist on a smaller board; the words of the others are unknown there.
Result<int> read_item(Scanner& scanner, int houses, int categories) {
  const std::size_t start = scanner.position();
  const Problem here = scanner.unexpected();
  const std::string_view word = read_word(scanner);
  if (word.empty()) return here;
  for (int category = 0; category < categories; ++category) {
    for (int i = 0; i < houses; ++i) {
      if (item_word(item_value(category, i)) == word) return item_value(category, i);
    }
  }
  return Problem{"error.zebra.item", {{"word", excerpt(word)}, {"position", std::to_string(start)}}};
}

// What stands after the sign: an item, or a house after '=' and '!'.
std::optional<Problem> read_place(Scanner& scanner, int houses, int categories, Clue& clue) {
  const bool denied = clue.kind == ClueKind::differs;
  const bool placing = denied || clue.kind == ClueKind::same;
  if (placing && scanner.peek() >= '0' && scanner.peek() <= '9') {
    const auto house = scanner.number(houses);
    if (!house || *house < 1) return scanner.unexpected();
    clue.house = *house;
    clue.kind = denied ? ClueKind::not_at : ClueKind::at;
    return std::nullopt;
  }
  if (placing && !denied && scanner.take("end")) {
    clue.kind = ClueKind::end;
    return std::nullopt;
  }
  const Result<int> item = read_item(scanner, houses, categories);
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

}  // namespace

std::string_view item_word(int item) {
  return kItems[static_cast<std::size_t>(category_of(item))][static_cast<std::size_t>(index_of(item))];
}

std::string_view category_word(int category) { return kCategories[static_cast<std::size_t>(category)]; }

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

std::string write_clue(const Clue& clue) {
  std::string a(item_word(clue.a));
  const auto with = [&](std::string_view sign) { return a + std::string(sign) + std::string(item_word(clue.b)); };
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
      return with("(") + ")" + std::string(item_word(clue.c));
  }
  return a;
}

Result<Clue> read_clue(Scanner& scanner, int houses, int categories) {
  const std::size_t start = scanner.position();
  const Result<int> first = read_item(scanner, houses, categories);
  if (!first.ok()) return first.problem();
  Clue clue;
  clue.a = first.value();
  const auto kind = read_relation(scanner);
  if (!kind) return scanner.unexpected();
  clue.kind = *kind;
  if (auto problem = read_place(scanner, houses, categories, clue)) return *problem;
  if (clue.kind == ClueKind::between) {
    if (!scanner.take(')')) return scanner.unexpected();
    const Result<int> third = read_item(scanner, houses, categories);
    if (!third.ok()) return third.problem();
    clue.c = third.value();
  }
  if (!makes_sense(clue)) return Problem{"error.zebra.clue", {{"position", std::to_string(start)}}};
  return clue;
}

Name sentence_of(const Clue& clue, int houses) {
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

}  // namespace fastslow::puzzles::zebra
