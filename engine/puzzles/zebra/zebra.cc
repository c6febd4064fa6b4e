// How it lowers: a variable for each house and category, whose value is the item that is there; a category's items
// differ. A clue becomes, house by house, what "this item is in this house" says about where the others are: an
// equality, an implication or an exclusion of literals (ClueRules). All of them carry the clue's name, so that a proof
// cites the clue and not its pieces. Nothing is hidden.
//
// The generator draws clues that are true of a secret arrangement, kinds weighted by level, until they determine it,
// and drops those that are not needed.
#include "puzzles/zebra/zebra.h"

#include <algorithm>
#include <any>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "core/consequences.h"
#include "core/index.h"
#include "core/random.h"
#include "core/search.h"
#include "puzzles/common/reduce.h"
#include "puzzles/zebra/clue.h"

namespace fastslow::puzzles::zebra {
namespace {

constexpr std::size_t kMaxClues = 200;

struct ZebraText {
  int houses = 0;
  int categories = 0;
  std::vector<Clue> clues;
  std::vector<int> items;  // by category, then house: the item's number from 1; 0: unknown
  std::vector<OwnWords> own{};

  [[nodiscard]] Words words() const { return {houses, categories, own}; }

  [[nodiscard]] Size size() const { return grid_size(houses, categories); }
};

// Lowers one clue: what "this item is in this house" says about where the others are.
class ClueRules {
 public:
  ClueRules(Model& model, const ZebraText& text, int number)
      : model_(model), houses_(text.houses), name_{"unit.clue", {{"n", number}}} {}

  std::vector<ConstraintId> declare(const Clue& clue) {
    for (int house = 1; house <= houses_; ++house) declare_at(clue, house);
    return std::move(made_);
  }

 private:
  [[nodiscard]] Literal is(int item, int house) const {
    return model_.literal(category_of(item) * houses_ + house - 1, item);
  }
  [[nodiscard]] std::vector<Literal> within(int item, int first, int last) const {
    std::vector<Literal> literals;
    for (int house = std::max(first, 1); house <= std::min(last, houses_); ++house) literals.push_back(is(item, house));
    return literals;
  }

  // If `premise` holds, so does one of `others`.
  void implies(Literal premise, const std::vector<Literal>& others) {
    if (others.empty()) {
      made_.push_back(model_.add_cardinality(name_, {premise}, 0, 0));
      return;
    }
    std::vector<Term> terms = {{premise, -1}};
    for (const Literal l : others) terms.push_back({l, 1});
    made_.push_back(model_.add_sum(name_, terms, 0, kNoUpper));
  }
  // One holds exactly if the other does: their difference is nothing.
  void equal(Literal a, Literal b) { made_.push_back(model_.add_sum(name_, {{a, 1}, {b, -1}}, 0, 0)); }
  void not_both(Literal a, Literal b) { made_.push_back(model_.add_sum(name_, {{a, 1}, {b, 1}}, kNoLower, 1)); }

  // This is asked once for each house. A clue about one house alone therefore speaks up only there, and a clue about
  // two items is told from both ends where one end would leave something unsaid.
  void declare_at(const Clue& clue, int house) {
    const Literal a = is(clue.a, house);
    switch (clue.kind) {
      case ClueKind::same:
        return equal(a, is(clue.b, house));
      case ClueKind::differs:
        return not_both(a, is(clue.b, house));
      case ClueKind::at:
        if (house == clue.house) made_.push_back(model_.add_cardinality(name_, {a}, 1, 1));
        return;
      case ClueKind::not_at:
        if (house == clue.house) implies(a, {});
        return;
      case ClueKind::end:
        if (house != 1 && house != houses_) implies(a, {});
        return;
      case ClueKind::direct_left:
        if (house == 1) implies(is(clue.b, 1), {});
        if (house == houses_) return implies(a, {});
        return equal(a, is(clue.b, house + 1));
      case ClueKind::left:
        implies(a, within(clue.b, house + 1, houses_));
        return implies(is(clue.b, house), within(clue.a, 1, house - 1));
      case ClueKind::next:
        next_to(clue.a, clue.b, house);
        return next_to(clue.b, clue.a, house);
      case ClueKind::between:
        return between(clue, house);
    }
  }

  void next_to(int item, int other, int house) {
    std::vector<Literal> beside = within(other, house - 1, house - 1);
    for (const Literal l : within(other, house + 1, house + 1)) beside.push_back(l);
    implies(is(item, house), beside);
  }

  // One of the two on each side; as each is somewhere once, not both on one.
  void between(const Clue& clue, int house) {
    const Literal b = is(clue.b, house);
    for (const auto& [first, last] : {std::pair(1, house - 1), std::pair(house + 1, houses_)}) {
      std::vector<Literal> side = within(clue.a, first, last);
      for (const Literal l : within(clue.c, first, last)) side.push_back(l);
      implies(b, side);
    }
    if (category_of(clue.a) != category_of(clue.b)) not_both(b, is(clue.a, house));
    if (category_of(clue.c) != category_of(clue.b)) not_both(b, is(clue.c, house));
  }

  Model& model_;
  int houses_;
  Name name_;
  std::vector<ConstraintId> made_;
};

constexpr int kMargin = 2;  // columns for the names of the categories

void declare_board(Puzzle& puzzle, const ZebraText& text) {
  Layout& layout = puzzle.layout;
  const Words words = text.words();
  layout.rows = text.categories + 1;
  layout.columns = text.houses + kMargin;
  layout.symbols.resize(at(item_value(text.categories - 1, text.houses - 1)));
  for (int category = 0; category < text.categories; ++category) {
    const std::string word(category_word(category));
    const bool own = words.is_own(category);
    const std::vector<Name> called =
        own ? std::vector<Name>{{"@" + words.own[at(category)].category, {}}} : std::vector<Name>{};
    std::vector<VariableId> row;
    for (int house = 1; house <= text.houses; ++house) {
      row.push_back(puzzle.model.add_variable({"cell.zebra." + (own ? "own" : word), {{"n", house}}, called},
                                              item_value(category, 0), item_value(category, text.houses - 1)));
      layout.cells.push_back({row.back(), category + 1, house - 1 + kMargin, {}});
      const int item = item_value(category, house - 1);
      layout.symbols[at(item - 1)] = own ? words.item(item) : "symbol.item." + words.item(item);
    }
    const ConstraintId unit = puzzle.model.add_all_different({"unit.zebra." + (own ? "own" : word), {}, called}, row);
    const std::string label = own ? words.own[at(category)].category : "symbol.category." + word;
    layout.labels.push_back({category + 1.5, kMargin / 2.0, label, "margin", {unit}});
  }
  for (int house = 1; house <= text.houses; ++house) {
    layout.labels.push_back({0.5, house + kMargin - 0.5, std::to_string(house), "margin", {}});
  }
}

// Size, clues with semicolons between them, and behind another colon the items that are placed, a line of houses for
// each category. A puzzle on which nothing is placed ends with its clues. An author's own words come last.
std::string write_line(const ZebraText& text) {
  std::string line = text.size().id + ":";
  for (std::size_t i = 0; i < text.clues.size(); ++i)
    line += (i > 0 ? ";" : "") + write_clue(text.clues[i], text.words());
  const std::string own = write_own_words(text.own);
  if (std::all_of(text.items.begin(), text.items.end(), [](int item) { return item == 0; })) return line + own;
  for (std::size_t i = 0; i < text.items.size(); ++i) {
    if (i % at(text.houses) == 0) line += i == 0 ? ":" : "/";
    line += text.items[i] == 0 ? '.' : static_cast<char>('0' + text.items[i]);
  }
  return line + own;
}

Puzzle declare(const ZebraText& text) {
  Puzzle puzzle;
  puzzle.family = "zebra";
  puzzle.format = "line";
  puzzle.size = text.size();
  declare_board(puzzle, text);
  for (std::size_t i = 0; i < text.clues.size(); ++i) {
    const int number = static_cast<int>(i) + 1;
    puzzle.layout.notes.push_back({{"note.clue", {{"n", number}}, {sentence_of(text.clues[i], text.words())}},
                                   ClueRules(puzzle.model, text, number).declare(text.clues[i])});
  }
  for (std::size_t i = 0; i < text.items.size(); ++i) {
    if (text.items[i] == 0) continue;
    const int v = static_cast<int>(i);
    puzzle.model.add_given(puzzle.model.literal(v, item_value(v / text.houses, text.items[i] - 1)));
  }
  puzzle.source = text;
  return puzzle;
}

std::optional<Problem> read_items(Scanner& scanner, ZebraText& text) {
  for (int category = 0; category < text.categories; ++category) {
    if (category > 0 && !scanner.take('/')) return scanner.unexpected();
    std::vector<bool> seen(at(text.houses) + 1, false);
    for (int house = 0; house < text.houses; ++house) {
      const char c = scanner.peek();
      if (c != '.' && (c < '1' || c > '0' + text.houses)) return scanner.unexpected();
      const int item = c == '.' ? 0 : c - '0';
      if (item != 0 && seen[at(item)]) {
        return Problem{"error.zebra.twice", {{"position", std::to_string(scanner.position())}}};
      }
      seen[at(item)] = true;
      text.items[at(category * text.houses + house)] = item;
      scanner.next();
    }
  }
  return std::nullopt;
}

Result<ZebraText> read_line(std::string_view input) {
  const Result<std::string_view> body = body_of(input);
  if (!body.ok()) return body.problem();
  input = body.value();
  const std::size_t bar = input.find('|');
  Scanner scanner(input.substr(0, bar));
  ZebraText text;
  const auto houses = scanner.number(99);
  const bool by = scanner.take('x');
  const auto categories = scanner.number(99);
  if (!houses || !by || !categories || *houses < 2 || *categories < 2 || *houses > kMaxHouses ||
      *categories > kMaxCategories) {
    return Problem{"error.zebra.size",
                   {{"houses", std::to_string(kMaxHouses)}, {"limit", std::to_string(kMaxCategories)}}};
  }
  text.houses = *houses;
  text.categories = *categories;
  text.items.assign(at(text.houses * text.categories), 0);
  if (!scanner.take(':')) return scanner.unexpected();
  if (bar != std::string_view::npos) {
    auto own = read_own_words(input.substr(bar + 1), text.houses, text.categories);
    if (!own.ok()) return own.problem();
    text.own = std::move(own.value());
  }
  const Words words = text.words();
  do {
    Result<Clue> clue = read_clue(scanner, words);
    if (!clue.ok()) return clue.problem();
    text.clues.push_back(clue.value());
    if (text.clues.size() > kMaxClues) return Problem{"error.zebra.many", {{"limit", std::to_string(kMaxClues)}}};
  } while (scanner.take(';'));
  if (scanner.take(':')) {
    if (auto problem = read_items(scanner, text)) return *problem;
  }
  if (!scanner.done()) return scanner.unexpected();
  return text;
}

Result<Puzzle> parse(std::string_view input) {
  const Result<ZebraText> text = read_line(input);
  if (!text.ok()) return text.problem();
  Puzzle puzzle = declare(text.value());
  // A bare puzzle breaks nothing visibly, whatever it says; only what is given can.
  if (puzzle.model.givens().empty()) return puzzle;
  for (const PartId part : violated(puzzle.model, initial_state(puzzle.model))) {
    const Group& group = puzzle.model.group(group_of_part(part));
    if (group.is_domain()) continue;
    const Name& name = puzzle.model.constraint(group.constraint).name;
    if (name.key != "unit.clue") continue;
    return Problem{"error.zebra.conflict", {{"n", std::to_string(name.args.at("n"))}}};
  }
  return puzzle;
}

std::string format(const Puzzle& puzzle, const State& state, std::string_view /*format*/) {
  auto text = std::any_cast<ZebraText>(puzzle.source);
  for (VariableId v = 0; v < puzzle.model.variable_count(); ++v) {
    const auto value = placed_value(puzzle.model, state, v);
    text.items[at(v)] = value ? index_of(*value) + 1 : 0;
  }
  return write_line(text);
}

// --- generating ------------------------------------------------------------------------

struct Share {
  ClueKind kind;
  // They add up to 100 at each level.
  std::array<int, 3> percent;  // of the clues in the pool, by level
};

constexpr std::array<Share, 9> kShares = {{{ClueKind::same, {50, 35, 20}},
                                           {ClueKind::at, {12, 5, 2}},
                                           {ClueKind::end, {3, 3, 4}},
                                           {ClueKind::direct_left, {15, 15, 10}},
                                           {ClueKind::next, {10, 20, 22}},
                                           {ClueKind::left, {4, 10, 17}},
                                           {ClueKind::between, {0, 4, 10}},
                                           {ClueKind::differs, {3, 4, 8}},
                                           {ClueKind::not_at, {3, 4, 7}}}};

ClueKind random_kind(Level level, Random& random) {
  int draw = random.below(100);
  for (const Share& share : kShares) {
    draw -= share.percent[static_cast<std::size_t>(level)];
    if (draw < 0) return share.kind;
  }
  return ClueKind::same;
}

// A clue of a drawn kind about drawn items, whether true or not.
Clue random_clue(const ZebraText& text, Level level, Random& random) {
  // In statements of their own: compilers evaluate the arguments of a call in different orders.
  const auto item = [&] {
    const int number = random.below(text.houses);
    const int category = random.below(text.categories);
    return item_value(category, number);
  };
  const ClueKind kind = random_kind(level, random);
  Clue clue{kind, item(), 0, 0, 0};
  if (kind == ClueKind::at || kind == ClueKind::not_at) {
    clue.house = 1 + random.below(text.houses);
  } else if (kind != ClueKind::end) {
    clue.b = item();
  }
  if (kind == ClueKind::between) clue.c = item();
  return clue;
}

// Different true clues, enough to leave plenty over. A clue that its text would not give back makes no sense.
std::vector<Clue> true_clues(const ZebraText& text, const std::vector<int>& house_of, std::size_t count, Level level,
                             Random& random) {
  std::vector<Clue> clues;
  std::vector<std::string> seen;
  for (int tries = 0; clues.size() < count && tries < 20000; ++tries) {
    const Clue clue = random_clue(text, level, random);
    const bool mirrored = clue.kind == ClueKind::same || clue.kind == ClueKind::differs || clue.kind == ClueKind::next;
    if (!is_true(clue, house_of, text.houses) || (mirrored && clue.a > clue.b) ||
        (clue.kind == ClueKind::between && clue.a > clue.c)) {
      continue;
    }
    const std::string written = write_clue(clue, text.words());
    Scanner scanner(written);
    if (!read_clue(scanner, text.words()).ok()) continue;
    if (std::find(seen.begin(), seen.end(), written) != seen.end()) continue;
    seen.push_back(written);
    clues.push_back(clue);
  }
  return clues;
}

constexpr std::uint64_t kMaxNodes = 300;

ZebraText with_clues(ZebraText text, const std::vector<Clue>& clues, const std::vector<bool>& kept) {
  for (std::size_t i = 0; i < clues.size(); ++i) {
    if (kept[i]) text.clues.push_back(clues[i]);
  }
  return text;
}

// A draw whose clues leave more than one solution is given up; the next has a new arrangement and five clues more, so
// that the pool grows until it is enough.
std::string make(const Size& size, Level level, std::uint64_t seed) {
  ZebraText text;
  text.houses = size.width;
  text.categories = size.height;
  text.items.assign(at(text.houses * text.categories), 0);
  Random random(seed);
  for (std::size_t count = at(text.houses * text.categories * 2);; count += 5) {
    std::vector<int> house_of(at(item_value(text.categories, 0)), 0);
    for (int category = 0; category < text.categories; ++category) {
      std::vector<int> order;
      for (int house = 1; house <= text.houses; ++house) order.push_back(house);
      random.shuffle(order);
      for (int i = 0; i < text.houses; ++i) house_of[at(item_value(category, i))] = order[at(i)];
    }
    const std::vector<Clue> clues = true_clues(text, house_of, count, level, random);
    const auto suffices = [&](const std::vector<bool>& kept, std::size_t /*clue*/) {
      return has_one_solution(declare(with_clues(text, clues, kept)).model, kMaxNodes);
    };
    if (!suffices(std::vector<bool>(clues.size(), true), 0)) continue;
    std::vector<bool> kept = reduce(clues.size(), Level::hard, random, suffices);
    // Of the many clues that could go, a few come back at the easier levels.
    int back = level == Level::easy ? text.houses : level == Level::medium ? 1 : 0;
    for (std::size_t i = 0; i < kept.size() && back > 0; ++i) {
      if (kept[i]) continue;
      kept[i] = true;
      --back;
    }
    return write_line(with_clues(text, clues, kept));
  }
}

}  // namespace

Family family() {
  return {.id = "zebra",
          .icon = "house",
          .sizes = square_sizes({3, 4, 5}),
          .formats = {"line"},
          .parse = parse,
          .format = format,
          .make = make};
}

}  // namespace fastslow::puzzles::zebra
