// Claims as sentences. English says "and" between two clauses; Korean puts it on the verb of the first. So every
// phrase ends, in Korean, in a stem ("... is a knave") that takes one of five endings, which the phrase is handed as
// its last part; in English those endings are empty. Where one connective stands within another, English says
// "both ... and" or "either ... or", and Korean quotes the inner sentence, so that neither can be read two ways.
#include <algorithm>

#include "puzzles/knights/claim.h"

namespace fastslow::puzzles::knights {
namespace {

enum class Ending { full, condition, joined, either };

struct Form {
  Ending ending = Ending::full;
  bool conditional = false;  // within an if-clause, where Korean subjects take another particle
};

Name ending_of(Form form) {
  switch (form.ending) {
    case Ending::condition:
      return {"claim.ending.if", {}};
    case Ending::joined:
      return {"claim.ending.and", {}};
    case Ending::either:
      return {"claim.ending.or", {}};
    case Ending::full:
      break;
  }
  return {"claim.ending.full", {}};
}

Form with(Form form, Ending ending) { return {ending, form.conditional || ending == Ending::condition}; }

// "A, B and C"
Name people_name(const std::vector<int>& people) {
  Name name = person_name(people.front());
  for (std::size_t i = 1; i < people.size(); ++i) {
    const char* key = people.size() == 2       ? "claim.people.two"
                      : i + 1 == people.size() ? "claim.people.last"
                                               : "claim.people.more";
    name = {key, {}, {name, person_name(people[i])}};
  }
  return name;
}

// Nothing in it that needs brackets.
bool is_plain(const Claim& claim) {
  return claim.claims.empty() ||
         (claim.saying == Saying::negation && claim.claims[0].claims.empty() &&
          (claim.claims[0].saying == Saying::knight || claim.claims[0].saying == Saying::knave));
}

bool joins_plain(const Claim& claim) {
  return (claim.saying == Saying::both || claim.saying == Saying::either) &&
         std::all_of(claim.claims.begin(), claim.claims.end(), is_plain);
}

Name phrase(const Claim& claim, Form form);

Name quoted(const Claim& claim, Form form, bool denied) {
  return {denied ? "claim.false" : "claim.true", {}, {phrase(claim, {}), ending_of(form)}};
}

// "B is a knave, C is a knight and A is a knave": all but the last with the ending that joins them.
std::vector<Name> joined(const Claim& claim, Form form, Ending between);

// A claim within another.
Name inner(const Claim& claim, Form form) {
  if (is_plain(claim)) return phrase(claim, form);
  if (!joins_plain(claim)) return quoted(claim, form, false);
  const bool both = claim.saying == Saying::both;
  std::vector<Name> parts = joined(claim, {}, both ? Ending::joined : Ending::either);
  parts.push_back(ending_of(form));
  return {both ? "claim.both" : "claim.either", {}, parts};
}

// A claim after "if" or "then", which may be two joined by "and" or "or" without brackets.
Name clause(const Claim& claim, Form form) { return joins_plain(claim) ? phrase(claim, form) : inner(claim, form); }

std::vector<Name> joined(const Claim& claim, Form form, Ending between) {
  Name first = inner(claim.claims.front(), with(form, between));
  for (std::size_t i = 1; i + 1 < claim.claims.size(); ++i) {
    first = {"claim.more", {}, {first, inner(claim.claims[i], with(form, between))}};
  }
  return {first, inner(claim.claims.back(), form)};
}

Name about_one(const Claim& claim, Form form, bool denied) {
  std::string key = claim.saying == Saying::knight ? "claim.knight" : "claim.knave";
  if (denied) key += ".not";
  if (form.conditional) key += ".if";
  return {key, {}, {person_name(claim.people[0]), ending_of(form)}};
}

Name about_count(const Claim& claim, Form form) {
  std::string key = claim.saying == Saying::exactly    ? "claim.exactly"
                    : claim.saying == Saying::at_least ? "claim.at_least"
                                                       : "claim.at_most";
  key += claim.count == 1 ? ".one" : ".many";
  Name name{key, {}, {people_name(claim.people), ending_of(form)}};
  if (claim.count != 1) name.args["n"] = claim.count;
  return name;
}

Name phrase(const Claim& claim, Form form) {
  const auto last = [&](std::vector<Name> parts) {
    parts.push_back(ending_of(form));
    return parts;
  };
  switch (claim.saying) {
    case Saying::knight:
    case Saying::knave:
      return about_one(claim, form, false);
    case Saying::negation:
      if (is_plain(claim)) return about_one(claim.claims[0], form, true);
      return quoted(claim.claims[0], form, true);
    case Saying::both:
      return {"claim.and", {}, joined(claim, form, Ending::joined)};
    case Saying::either:
      return {"claim.or", {}, joined(claim, form, Ending::either)};
    case Saying::implies:
      return {"claim.if", {}, {clause(claim.claims[0], with(form, Ending::condition)), clause(claim.claims[1], form)}};
    case Saying::iff:
      return {"claim.iff",
              {},
              last({inner(claim.claims[0], with(form, Ending::condition)),
                    inner(claim.claims[1], with(form, Ending::joined))})};
    case Saying::exactly_one:
      return {"claim.xor", {}, last({inner(claim.claims[0], {}), inner(claim.claims[1], {})})};
    case Saying::exactly:
    case Saying::at_least:
    case Saying::at_most:
      return about_count(claim, form);
    case Saying::same:
      return {form.conditional ? "claim.same.if" : "claim.same", {}, last({people_name(claim.people)})};
    case Saying::differ:
      return {form.conditional ? "claim.differ.if" : "claim.differ", {}, last({people_name(claim.people)})};
  }
  return {};
}

}  // namespace

Name person_name(int person) { return {std::string("@") + letter_of(person), {}}; }

Name sentence_of(const Claim& claim) { return phrase(claim, {}); }

}  // namespace fastslow::puzzles::knights
