#include "puzzles/knights/claim.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string_view>
#include <utility>

namespace fastslow::puzzles::knights {
namespace {

constexpr std::size_t kMaxJoined = 6;  // claims under one "and"
constexpr int kMaxDepth = 6;
constexpr int kMaxClaims = 40;
constexpr int kCapitals = 26;

constexpr std::array<std::pair<Saying, std::string_view>, 13> kWords = {{{Saying::knight, "knight"},
                                                                         {Saying::knave, "knave"},
                                                                         {Saying::negation, "not"},
                                                                         {Saying::both, "and"},
                                                                         {Saying::either, "or"},
                                                                         {Saying::implies, "if"},
                                                                         {Saying::iff, "iff"},
                                                                         {Saying::exactly_one, "xor"},
                                                                         {Saying::exactly, "exactly"},
                                                                         {Saying::at_least, "atleast"},
                                                                         {Saying::at_most, "atmost"},
                                                                         {Saying::same, "same"},
                                                                         {Saying::differ, "differ"}}};

bool counts(Saying saying) {
  return saying == Saying::exactly || saying == Saying::at_least || saying == Saying::at_most;
}
bool is_about_people(Saying saying) {
  return counts(saying) || saying == Saying::knight || saying == Saying::knave || saying == Saying::same ||
         saying == Saying::differ;
}

int claims_in(const Claim& claim) {
  int count = 1;
  for (const Claim& part : claim.claims) count += claims_in(part);
  return count;
}

// How many people and inner claims each kind takes. Depth is bounded because claims are read and judged by recursion.
bool shape_fits(const Claim& claim, int depth) {
  if (depth > kMaxDepth) return false;
  const std::size_t people = claim.people.size();
  for (std::size_t i = 0; i < people; ++i) {
    const int person = claim.people[i];
    if (person < 0 || person >= kMaxPeople) return false;
    if (std::count(claim.people.begin(), claim.people.end(), person) > 1) return false;
  }
  for (const Claim& part : claim.claims) {
    if (!shape_fits(part, depth + 1)) return false;
  }
  const std::size_t claims = claim.claims.size();
  switch (claim.saying) {
    case Saying::knight:
    case Saying::knave:
      return people == 1 && claims == 0;
    case Saying::negation:
      return claims == 1;
    case Saying::both:
    case Saying::either:
      return claims >= 2 && claims <= kMaxJoined;
    case Saying::implies:
    case Saying::iff:
    case Saying::exactly_one:
      return claims == 2;
    case Saying::exactly:
    case Saying::at_least:
    case Saying::at_most:
      return people >= 2 && claim.count >= 0 && claim.count <= static_cast<int>(people);
    case Saying::same:
      return people >= 2;
    case Saying::differ:
      return people == 2;
  }
  return false;
}

std::optional<Problem> read_people(Scanner& scanner, Claim& claim) {
  if (counts(claim.saying)) {
    const auto count = scanner.number(kMaxPeople);
    if (!count || !scanner.take(',')) return scanner.unexpected();
    claim.count = *count;
  }
  while (person_of(scanner.peek()) >= 0) claim.people.push_back(person_of(scanner.next()));
  return std::nullopt;
}

Result<Claim> read_nested(Scanner& scanner, int depth) {
  const Problem here = scanner.unexpected();
  if (depth > kMaxDepth) return Problem{"error.knights.claim", {{"position", std::to_string(scanner.position())}}};
  const std::size_t start = scanner.position();
  std::string word;
  while (scanner.peek() >= 'a' && scanner.peek() <= 'z' && word.size() < 10) word += scanner.next();
  const auto* const found = std::find_if(kWords.begin(), kWords.end(), [&](const auto& w) { return w.second == word; });
  if (found == kWords.end()) return here;
  if (!scanner.take('(')) return scanner.unexpected();
  Claim claim;
  claim.saying = found->first;
  if (is_about_people(claim.saying)) {
    if (auto problem = read_people(scanner, claim)) return *problem;
  } else {
    do {
      Result<Claim> part = read_nested(scanner, depth + 1);
      if (!part.ok()) return part.problem();
      claim.claims.push_back(std::move(part.value()));
    } while (claim.claims.size() <= kMaxJoined && scanner.take(','));
  }
  if (!scanner.take(')')) return scanner.unexpected();
  if (!shape_fits(claim, depth)) return Problem{"error.knights.claim", {{"position", std::to_string(start)}}};
  return claim;
}

}  // namespace

char letter_of(int person) { return static_cast<char>(person < kCapitals ? 'A' + person : 'a' + person - kCapitals); }

int person_of(char letter) {
  if (letter >= 'A' && letter <= 'Z') return letter - 'A';
  const int person = kCapitals + letter - 'a';
  return letter >= 'a' && person < kMaxPeople ? person : -1;
}

// Counts are of knaves, as in "at least two of us are knaves".
bool is_true(const Claim& claim, People knights) {
  const auto part = [&](std::size_t i) { return is_true(claim.claims[i], knights); };
  const auto truths = std::count_if(claim.claims.begin(), claim.claims.end(),
                                    [&](const Claim& inner) { return is_true(inner, knights); });
  const auto knaves = static_cast<int>(
      std::count_if(claim.people.begin(), claim.people.end(), [&](int person) { return !holds_for(knights, person); }));
  const auto claims = static_cast<std::ptrdiff_t>(claim.claims.size());
  switch (claim.saying) {
    case Saying::knight:
      return knaves == 0;
    case Saying::knave:
      return knaves == 1;
    case Saying::negation:
      return truths == 0;
    case Saying::both:
      return truths == claims;
    case Saying::either:
      return truths > 0;
    case Saying::implies:
      return !part(0) || part(1);
    case Saying::iff:
      return truths != 1;
    case Saying::exactly_one:
    case Saying::differ:
      return truths + knaves == 1;
    case Saying::exactly:
      return knaves == claim.count;
    case Saying::at_least:
      return knaves >= claim.count;
    case Saying::at_most:
      return knaves <= claim.count;
    case Saying::same:
      return knaves == 0 || knaves == static_cast<int>(claim.people.size());
  }
  return false;
}

People mentioned(const Claim& claim) {
  People people = 0;
  for (const int person : claim.people) people |= only(person);
  for (const Claim& part : claim.claims) people |= mentioned(part);
  return people;
}

std::string write_claim(const Claim& claim) {
  const auto* const word =
      std::find_if(kWords.begin(), kWords.end(), [&](const auto& w) { return w.first == claim.saying; });
  std::string text = std::string(word->second) + "(";
  if (counts(claim.saying)) text += std::to_string(claim.count) + ",";
  for (const int person : claim.people) text += letter_of(person);
  for (std::size_t i = 0; i < claim.claims.size(); ++i) text += (i > 0 ? "," : "") + write_claim(claim.claims[i]);
  return text + ")";
}

Result<Claim> read_claim(Scanner& scanner) {
  const std::size_t start = scanner.position();
  Result<Claim> claim = read_nested(scanner, 1);
  if (claim.ok() && !is_well_formed(claim.value())) {
    return Problem{"error.knights.claim", {{"position", std::to_string(start)}}};
  }
  return claim;
}

bool is_well_formed(const Claim& claim) { return shape_fits(claim, 1) && claims_in(claim) <= kMaxClaims; }

// A speaker is a knight exactly if what he says is true. First the worlds in which that holds, then all clauses about
// those involved, shortest first: one that follows and has no shorter one within it is prime. k people have 3^k clauses
// and at most 2^k worlds, which is why it is bounded how many people a statement may involve.
//
// A statement that no world fits implies everything: then the empty clause is the only prime.
std::vector<std::vector<Disjunct>> prime_clauses(int speaker, const Claim& claim) {
  std::vector<int> people;
  const People involved = mentioned(claim) | only(speaker);
  for (int person = 0; person < kMaxPeople; ++person) {
    if (holds_for(involved, person)) people.push_back(person);
  }
  std::vector<People> worlds;
  // Subtracting one within a mask counts down through its subsets, from the whole to the empty one.
  for (People knights = involved;; knights = (knights - 1) & involved) {
    if (is_true(claim, knights) == holds_for(knights, speaker)) worlds.push_back(knights);
    if (knights == 0) break;
  }
  // A clause is two sets: who might be a knight, who might be a knave. It follows if each world meets it.
  using Clause = std::pair<People, People>;
  std::vector<Clause> all;
  for (People about = involved;; about = (about - 1) & involved) {
    for (People knights = about;; knights = (knights - 1) & about) {
      all.emplace_back(knights, about & ~knights);
      if (knights == 0) break;
    }
    if (about == 0) break;
  }
  const auto size = [](const Clause& c) { return std::popcount(c.first) + std::popcount(c.second); };
  std::sort(all.begin(), all.end(),
            [&](const Clause& a, const Clause& b) { return std::pair(size(a), a) < std::pair(size(b), b); });
  std::vector<Clause> primes;
  for (const Clause& clause : all) {
    const bool weaker = std::any_of(primes.begin(), primes.end(), [&](const Clause& p) {
      return (p.first & ~clause.first) == 0 && (p.second & ~clause.second) == 0;
    });
    if (weaker) continue;
    const bool follows = std::all_of(worlds.begin(), worlds.end(), [&](People knights) {
      return (knights & clause.first) != 0 || (~knights & clause.second) != 0;
    });
    if (follows) primes.push_back(clause);
  }
  std::vector<std::vector<Disjunct>> clauses;
  for (const auto& [knights, knaves] : primes) {
    std::vector<Disjunct>& clause = clauses.emplace_back();
    for (const int person : people) {
      if (holds_for(knights, person)) clause.push_back({person, true});
      if (holds_for(knaves, person)) clause.push_back({person, false});
    }
  }
  return clauses;
}

}  // namespace fastslow::puzzles::knights
