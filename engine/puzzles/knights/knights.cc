// How it lowers: a variable for each person, 1 a knight. "A says p" means that A is a knight exactly if p is true. That
// is a Boolean function of the few people mentioned; its prime implicates (claim.h) are the shortest clauses that say
// the same, and each becomes a rule. Prime clauses let a proof cite only what it needs. Nothing is hidden.
//
// The generator draws who is what and lets everybody say something that suits (knights what is true, knaves what is
// not); what leaves several worlds open is thrown away. At `hard` whoever need not speak is silent, and of many draws
// the one in which most have to speak is taken.
#include "puzzles/knights/knights.h"

#include <algorithm>
#include <any>
#include <optional>
#include <string>
#include <utility>

#include "core/consequences.h"
#include "core/index.h"
#include "core/random.h"
#include "puzzles/common/reduce.h"
#include "puzzles/knights/text.h"

namespace fastslow::puzzles::knights {
namespace {

// More people than that stand in several rows, or nobody could read their names.
constexpr int kInRow = 8;

Size people_size(int people) { return {.id = std::to_string(people), .count = people}; }

// The phrase with people called by their names, if they have any.
Name called(Name phrase, const std::vector<std::string>& names) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (phrase == person_name(static_cast<int>(i))) return {"@" + names[i], {}};
  }
  for (Name& part : phrase.parts) part = called(std::move(part), names);
  return phrase;
}

// What somebody says is one rule to people, however many clauses it takes; they all have its name. Whoever makes
// several statements is cited with the `number` of the one that matters; 0: the only one.
void declare_statement(Puzzle& puzzle, int speaker, const Claim& claim, int number,
                       const std::vector<std::string>& names) {
  Note note{called({"note.says", {}, {person_name(speaker), sentence_of(claim)}}, names), {}};
  Name said = called({"unit.statement", {}, {person_name(speaker), sentence_of(claim)}}, names);
  if (number > 0) {
    said.key = "unit.statement_of";
    said.args["n"] = number;
  }
  for (const auto& clause : prime_clauses(speaker, claim)) {
    std::vector<Literal> literals;
    for (const Disjunct& d : clause) literals.push_back(puzzle.model.literal(d.person, d.knight ? 1 : 0));
    note.constraints.push_back(puzzle.model.add_clause(said, literals));
  }
  std::vector<ConstraintId>& of_speaker = puzzle.layout.labels[at(speaker)].constraints;
  of_speaker.insert(of_speaker.end(), note.constraints.begin(), note.constraints.end());
  puzzle.layout.notes.push_back(std::move(note));
}

Puzzle declare(const KnightsText& text) {
  Puzzle puzzle;
  puzzle.family = "knights";
  puzzle.format = text.format;
  puzzle.size = people_size(text.people());
  puzzle.layout.columns = std::min(text.people(), kInRow);
  puzzle.layout.rows = 2 * ((text.people() + kInRow - 1) / kInRow);
  puzzle.layout.symbols = {"symbol.knave", "symbol.knight"};
  for (int person = 0; person < text.people(); ++person) {
    const VariableId v = puzzle.model.add_variable(called(person_name(person), text.names), 0, 1);
    const int row = 2 * (person / kInRow);  // of the label, the person is below it
    const int column = person % kInRow;
    puzzle.layout.cells.push_back({v, row + 1, column, {}});
    const std::string letter(1, letter_of(person));
    puzzle.layout.labels.push_back(
        {row + 0.5, column + 0.5, text.names.empty() ? letter : text.names[at(person)], "margin", {}});
  }
  for (int person = 0; person < text.people(); ++person) {
    const std::vector<Claim>& claims = text.says[at(person)];
    for (std::size_t i = 0; i < claims.size(); ++i) {
      const int number = claims.size() > 1 ? static_cast<int>(i) + 1 : 0;
      declare_statement(puzzle, person, claims[i], number, text.names);
    }
  }
  for (int person = 0; person < text.people(); ++person) {
    const auto& knight = text.knight[at(person)];
    if (knight) puzzle.model.add_given(puzzle.model.literal(person, *knight ? 1 : 0));
  }
  puzzle.source = text;
  return puzzle;
}

Result<Puzzle> parse(std::string_view input) {
  const Result<KnightsText> read = read_knights(input);
  if (!read.ok()) return read.problem();
  Puzzle puzzle = declare(read.value());
  for (const PartId part : violated(puzzle.model, initial_state(puzzle.model))) {
    const ConstraintId broken = puzzle.model.group(group_of_part(part)).constraint;
    for (const Label& label : puzzle.layout.labels) {
      if (std::find(label.constraints.begin(), label.constraints.end(), broken) == label.constraints.end()) continue;
      return Problem{"error.knights.conflict", {{"person", label.text}}};
    }
  }
  return puzzle;
}

std::string format(const Puzzle& puzzle, const State& state, std::string_view format) {
  auto text = std::any_cast<KnightsText>(puzzle.source);
  text.format = format;
  for (VariableId v = 0; v < puzzle.model.variable_count(); ++v) {
    const auto value = placed_value(puzzle.model, state, v);
    if (value) text.knight[at(v)] = *value == 1;
  }
  return write_knights(text);
}

// --- generating ------------------------------------------------------------------------

// Somebody else, then others, none twice; the speaker comes last of all.
std::vector<int> listeners(int speaker, int people, Random& random) {
  std::vector<int> others;
  for (int person = 0; person < people; ++person) {
    if (person != speaker) others.push_back(person);
  }
  random.shuffle(others);
  others.push_back(speaker);
  return others;
}

Claim random_atom(int person, Random& random) {
  return about(random.below(2) == 0 ? Saying::knight : Saying::knave, {person});
}

// A claim in a shape that suits the level; the people in it are all different. Draws stand in statements of their own:
// compilers evaluate the arguments of a call in different orders.
Claim random_claim(int speaker, int people, Level level, Random& random) {
  const std::vector<int> who = listeners(speaker, people, random);
  const auto atom = [&](std::size_t i) { return random_atom(who[i], random); };
  const auto sorted = [&](std::size_t count) {
    std::vector<int> some(who.begin(), who.begin() + static_cast<std::ptrdiff_t>(count));
    std::sort(some.begin(), some.end());
    return some;
  };
  const auto one_of = [&](Saying a, Saying b) { return random.below(2) == 0 ? a : b; };
  const int three = static_cast<int>(std::min<std::size_t>(3, who.size()));
  const int shape = level == Level::easy     ? random.below(6)
                    : level == Level::medium ? random.below(10)
                                             : 3 + random.below(11);
  switch (shape) {
    case 0:
    case 1:
      return atom(0);
    case 2:
      return claim(Saying::negation, {atom(0)});
    case 3:
      return about(one_of(Saying::same, Saying::differ), sorted(2));
    case 4:
      return claim(Saying::either, {atom(0), atom(1)});
    case 5:
      return claim(Saying::both, {atom(0), atom(1)});
    case 6:
    case 7:
      return claim(Saying::implies, {atom(0), atom(1)});
    case 8: {
      std::vector<Claim> atoms = {atom(0), atom(1)};
      return claim(one_of(Saying::iff, Saying::exactly_one), std::move(atoms));
    }
    case 9:
      return about(Saying::exactly, sorted(at(three)), 1 + random.below(three - 1));
    case 10: {
      const int count = 1 + random.below(three - 1);
      return about(one_of(Saying::at_least, Saying::at_most), sorted(at(three)), count);
    }
    case 11: {
      const Claim first = atom(0);
      std::vector<Claim> rest = {atom(1), atom(2)};
      return claim(Saying::implies, {first, claim(one_of(Saying::both, Saying::either), std::move(rest))});
    }
    case 12:
      return claim(Saying::either, {atom(0), claim(Saying::both, {atom(1), atom(2)})});
    default: {
      std::vector<Claim> first = {atom(0), atom(1)};
      const Saying joined = one_of(Saying::both, Saying::either);
      return claim(Saying::implies, {claim(joined, std::move(first)), atom(2)});
    }
  }
}

// Which of all the worlds (bit n: person n is a knight) a statement leaves open.
std::vector<bool> worlds_left(int speaker, const Claim& claim, int people) {
  std::vector<bool> left;
  for (People knights = 0; knights < only(people); ++knights) {
    left.push_back(is_true(claim, knights) == holds_for(knights, speaker));
  }
  return left;
}

// Says something, and could be true or false; at `hard` it also gives nobody away by itself.
bool is_worth_saying(int speaker, const Claim& claim, Level level) {
  const auto clauses = prime_clauses(speaker, claim);
  if (clauses.empty() || clauses.front().empty()) return false;
  return level != Level::hard || clauses.front().size() > 1;
}

struct Draw {
  std::vector<Claim> claims;
  std::vector<bool> kept;
  std::ptrdiff_t speakers = 0;
};

// What everybody says in one random world, if that tells the world; nothing if several are left.
std::optional<Draw> draw(int people, Level level, Random& random) {
  const auto truth = static_cast<People>(random.below(1 << static_cast<unsigned>(people)));
  Draw drawn;
  std::vector<std::vector<bool>> left;
  for (int person = 0; person < people; ++person) {
    const bool knight = holds_for(truth, person);
    Claim said = random_claim(person, people, level, random);
    while (is_true(said, truth) != knight || !is_worth_saying(person, said, level)) {
      said = random_claim(person, people, level, random);
    }
    left.push_back(worlds_left(person, said, people));
    drawn.claims.push_back(std::move(said));
  }
  const auto is_told = [&](const std::vector<bool>& kept) {
    int open = 0;
    for (std::size_t world = 0; world < left.front().size(); ++world) {
      bool fits = true;
      for (std::size_t i = 0; i < left.size(); ++i) fits = fits && (!kept[i] || left[i][world]);
      open += fits ? 1 : 0;
    }
    return open == 1;
  };
  drawn.kept.assign(at(people), true);
  if (!is_told(drawn.kept)) return std::nullopt;
  if (level == Level::hard) {
    drawn.kept = reduce(at(people), level, random, [&](const auto& kept, std::size_t) { return is_told(kept); });
  }
  drawn.speakers = std::count(drawn.kept.begin(), drawn.kept.end(), true);
  return drawn;
}

// At `hard` nothing is said that is not needed; of so many draws, the one in which most people have to speak is taken.
constexpr int kDraws = 60;

std::string make(const Size& size, Level level, std::uint64_t seed) {
  const int people = size.count;
  Random random(seed);
  std::optional<Draw> best;
  for (int draws = 0; draws < kDraws || !best; ++draws) {
    std::optional<Draw> drawn = draw(people, level, random);
    if (drawn && (!best || drawn->speakers > best->speakers)) best = std::move(drawn);
    if (best && best->speakers == people) break;
  }
  KnightsText text{std::vector<std::vector<Claim>>(at(people)), std::vector<std::optional<bool>>(at(people)), "line"};
  for (std::size_t i = 0; i < best->claims.size(); ++i) {
    if (best->kept[i]) text.says[i] = {best->claims[i]};
  }
  return write_knights(text);
}

}  // namespace

Family family() {
  return {.id = "knights",
          .icon = "people",
          .sizes = {people_size(3), people_size(4), people_size(5), people_size(6), people_size(7)},
          .formats = {"line", "record"},
          .yardstick = {.easy = 2, .medium = 3},
          .parse = parse,
          .format = format,
          .make = make};
}

}  // namespace fastslow::puzzles::knights
