// What people say in knights and knaves: claims about who is what.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/model.h"
#include "core/result.h"
#include "puzzles/common/scan.h"

namespace fastslow::puzzles::knights {

inline constexpr int kMaxPeople = 40;
// The people that one statement may involve, its speaker included. `prime_clauses` tries 3^n clauses for n people, and
// statements about more are too much to keep in mind.
inline constexpr int kMaxMentioned = 6;

enum class Saying {
  knight,  // `people[0]` is a knight
  knave,
  negation,  // of `claims[0]`
  both,      // all of `claims`
  either,    // at least one of `claims`
  implies,   // if claims[0] then claims[1]
  iff,
  exactly_one,  // of two claims
  exactly,      // `count` of `people` are knaves
  at_least,
  at_most,
  same,    // `people` are all of one kind
  differ,  // two people are of different kinds
};

struct Claim {
  Saying saying = Saying::knight;
  std::vector<int> people{};  // 0 is A
  int count = 0;
  std::vector<Claim> claims{};

  bool operator==(const Claim&) const = default;
};

inline Claim claim(Saying saying, std::vector<Claim> claims) { return {saying, {}, 0, std::move(claims)}; }
inline Claim about(Saying saying, std::vector<int> people, int count = 0) {
  return {saying, std::move(people), count, {}};
}

// A set of people, a bit for each. All worlds of a few people can then be counted through.
using People = std::uint64_t;

constexpr People only(int person) { return People{1} << static_cast<unsigned>(person); }
constexpr bool holds_for(People people, int person) { return (people & only(person)) != 0; }

// Whether the claim is true if these are the knights.
bool is_true(const Claim& claim, People knights);

// The people the claim is about.
People mentioned(const Claim& claim);

// What people are called in the line format and where they have no names: A to Z, then a to n.
char letter_of(int person);
// -1: nobody's letter.
int person_of(char letter);

// "if(knave(B),and(knight(A),knave(C)))"; people of a count in a row: "exactly(2,ABC)".
std::string write_claim(const Claim& claim);
Result<Claim> read_claim(Scanner& scanner);

// Whether the claim has a shape that is read: as many claims, people and so on as it needs, and within bounds.
bool is_well_formed(const Claim& claim);

// The claim as a phrase of the catalogues, and a person's letter as a part of one.
Name sentence_of(const Claim& claim);
Name person_name(int person);

// The lists of clauses below hold pairs of person and kind (true: knight).
struct Disjunct {
  int person = 0;
  bool knight = false;

  bool operator==(const Disjunct&) const = default;
};

// The shortest clauses that follow from "the speaker is a knight exactly if the claim is true", shorter ones first; a
// clause that another one implies is left out. Empty clause: nobody can say this.
std::vector<std::vector<Disjunct>> prime_clauses(int speaker, const Claim& claim);

}  // namespace fastslow::puzzles::knights
