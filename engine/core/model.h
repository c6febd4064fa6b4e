// The one declaration of a puzzle: finite-domain variables and named constraints.
//
// Every consumer (checker, solver, policy encoder, explanation, board) reads this and
// nothing else, so a rule is written exactly once. A constraint is lowered here, once,
// to *groups*: weighted sums of literals that must lie between `at_least` and `at_most`.
// Each bound of a group is a *part*: the unit that proofs cite and sentences name
// ("row 6 needs a 7" is the lower bound of a group, "no two 7s in row 6" the upper one).
//
// There is no other kind of rule below this line: products become sums of prime exponents,
// tables become sums over a hidden variable that selects the row.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/index.h"

namespace fastslow {

using VariableId = int;
using ConstraintId = int;
using GroupId = int;

// "variable := value" as a dense index 0 .. literal_count()-1. The same index is the
// action, the logit's position and the solver's assumption.
using Literal = int;

// Dense index of one bound of one group: 2 * group for the lower bound, + 1 for the upper.
using PartId = int;
inline constexpr PartId kNoPart = -1;

// A key of the sentence catalogues with its numbers, e.g. {"unit.row", {{"n", 6}}}; a key that starts with "@" is an
// author's own words, shown as they are. `parts` are phrases
// within the phrase, which the catalogue calls {{p1}}, {{p2}} ... ("{{p1}} and {{p2}}").
struct Name {
  std::string key;
  std::map<std::string, int> args;
  std::vector<Name> parts{};

  bool operator==(const Name&) const = default;
};

// No bound on that side.
inline constexpr int kNoLower = std::numeric_limits<int>::min() / 4;
inline constexpr int kNoUpper = std::numeric_limits<int>::max() / 4;

struct Variable {
  Name name;
  int lowest = 0;  // domain: lowest .. highest, both included
  int highest = 0;
  Literal first_literal = 0;
  // Bookkeeping that nobody sees or plays, such as where a block of a nonogram starts. Once every visible
  // variable has a value, unit propagation alone must settle the hidden ones or find the conflict.
  bool hidden = false;

  [[nodiscard]] int domain_size() const { return highest - lowest + 1; }
};

enum class ConstraintKind {
  all_different,  // no two of `variables` are equal; with as many variables as values, each value occurs
  cardinality,    // between at_least and at_most of `terms` hold (all weights 1)
  sum,            // the weights of the `terms` that hold add up to at_least .. at_most
  linear,         // coefficients * variables lie between at_least and at_most
  product,        // the values of `variables` multiply to at_least (= at_most)
  table,          // the values of `variables` are one of `tuples`
};

struct Term {
  Literal literal = 0;
  int weight = 1;
};

// A constraint as it was declared. The engine reads only its name, all else from the groups; tests hold the groups
// against the words of its kind.
struct Constraint {
  ConstraintKind kind = ConstraintKind::all_different;
  Name name{};
  std::vector<VariableId> variables{};     // all_different, linear, product, table
  std::vector<int> coefficients{};         // linear
  std::vector<Term> terms{};               // cardinality, sum
  std::vector<std::vector<int>> tuples{};  // table
  int at_least = 0;
  int at_most = 0;
};

struct Group {
  ConstraintId constraint = -1;   // -1: the domain of `variable` ("exactly one value")
  VariableId variable = -1;       // set for domain groups only
  int value = 0;                  // the value in question, for groups of an all_different
  bool about_value = false;       // whether `value` means anything
  std::vector<Literal> literals;  // ascending, so those of one variable are neighbours
  // Empty: all 1. Otherwise parallel to `literals`, which then hold all literals of each variable, so that
  // what a variable can contribute is read from the group alone.
  std::vector<int> weights;
  int at_least = 0;
  int at_most = 0;

  [[nodiscard]] bool is_domain() const { return constraint < 0; }
  [[nodiscard]] bool is_weighted() const { return !weights.empty(); }
  [[nodiscard]] int weight(std::size_t position) const { return weights.empty() ? 1 : weights[position]; }
};

class Model {
 public:
  // --- declaring -------------------------------------------------------------------
  // Requires lowest <= highest. Returns ids in order of declaration.
  VariableId add_variable(Name name, int lowest, int highest);
  // As above, hidden (see Variable). Declare the visible variables first.
  VariableId add_hidden(Name name, int lowest, int highest);
  // Requires variables with one common domain, each at most once.
  ConstraintId add_all_different(Name name, const std::vector<VariableId>& variables);
  // Requires distinct literals; kNoLower, kNoUpper: no such bound.
  ConstraintId add_cardinality(Name name, const std::vector<Literal>& literals, int at_least, int at_most);
  // At least one of the literals holds. "Not x = 1" of a two-valued x is the literal "x = 0".
  ConstraintId add_clause(Name name, const std::vector<Literal>& literals);
  // Weights may be negative; a literal may occur once. kNoLower, kNoUpper: no such bound. Literals that are not listed
  // have the weight 0.
  ConstraintId add_sum(Name name, const std::vector<Term>& terms, int at_least, int at_most);
  // Requires as many coefficients as variables, each variable once.
  ConstraintId add_linear(Name name, const std::vector<VariableId>& variables, const std::vector<int>& coefficients,
                          int at_least, int at_most);
  // a < b.
  ConstraintId add_less(Name name, VariableId a, VariableId b);
  // Requires domains and a product without negative numbers. One group for each prime factor that can occur, and one
  // that keeps zeros away; for the product 0 one group alone, that a zero is among the values.
  ConstraintId add_product(Name name, const std::vector<VariableId>& variables, int product);
  // Requires tuples within the domains, each once, at least one. Two variables: one group for each value of each
  // ("if a is 3 then b is 1 or 5"). More: a hidden variable selects the tuple.
  ConstraintId add_table(Name name, const std::vector<VariableId>& variables,
                         const std::vector<std::vector<int>>& tuples);
  // The literal holds from the start and is never taken back. Requires a visible one.
  void add_given(Literal literal);

  // --- reading ---------------------------------------------------------------------
  [[nodiscard]] std::span<const Variable> variables() const { return variables_; }
  [[nodiscard]] std::span<const Constraint> constraints() const { return constraints_; }
  [[nodiscard]] std::span<const Group> groups() const { return groups_; }
  [[nodiscard]] std::span<const Literal> givens() const { return givens_; }

  [[nodiscard]] int variable_count() const { return static_cast<int>(variables_.size()); }
  [[nodiscard]] int group_count() const { return static_cast<int>(groups_.size()); }
  [[nodiscard]] int part_count() const { return 2 * group_count(); }
  [[nodiscard]] int literal_count() const { return static_cast<int>(variable_of_.size()); }
  [[nodiscard]] bool has_hidden() const { return hidden_count_ > 0; }

  [[nodiscard]] const Variable& variable(VariableId id) const { return variables_[at(id)]; }
  [[nodiscard]] const Group& group(GroupId id) const { return groups_[at(id)]; }
  [[nodiscard]] const Constraint& constraint(ConstraintId id) const { return constraints_[at(id)]; }

  // Requires a value of the variable's domain.
  [[nodiscard]] Literal literal(VariableId id, int value) const {
    const Variable& v = variable(id);
    assert(v.lowest <= value && value <= v.highest);
    return v.first_literal + value - v.lowest;
  }
  [[nodiscard]] bool has_literal(int literal) const { return literal >= 0 && literal < literal_count(); }
  [[nodiscard]] VariableId variable_of(Literal literal) const { return variable_of_[at(literal)]; }
  [[nodiscard]] bool is_given(Literal literal) const { return given_[at(literal)] != 0; }
  [[nodiscard]] bool is_hidden(Literal literal) const { return variable(variable_of(literal)).hidden; }
  [[nodiscard]] int value_of(Literal literal) const {
    const Variable& v = variable(variable_of(literal));
    return v.lowest + literal - v.first_literal;
  }
  // The groups a literal belongs to, its domain group first.
  [[nodiscard]] std::span<const GroupId> groups_of(Literal literal) const { return groups_of_[at(literal)]; }

 private:
  ConstraintId add_constraint(Constraint constraint);
  void add_group(Group group);
  void add_weighted_group(ConstraintId constraint, const std::vector<Term>& terms, int at_least, int at_most);
  void add_support_groups(ConstraintId constraint, VariableId from, VariableId to,
                          const std::vector<std::pair<int, int>>& pairs);
  void add_selector(ConstraintId constraint, const std::vector<VariableId>& variables,
                    const std::vector<std::vector<int>>& tuples);

  std::vector<Variable> variables_;
  std::vector<Constraint> constraints_;
  std::vector<Group> groups_;
  std::vector<Literal> givens_;
  std::vector<std::uint8_t> given_;  // by literal
  std::vector<VariableId> variable_of_;
  std::vector<std::vector<GroupId>> groups_of_;
  int hidden_count_ = 0;
};

inline PartId lower_part(GroupId group) { return 2 * group; }
inline PartId upper_part(GroupId group) { return 2 * group + 1; }
inline GroupId group_of_part(PartId part) { return part / 2; }
inline bool is_lower(PartId part) { return part % 2 == 0; }

// Whether every assignment meets the part anyway.
bool part_is_trivial(const Model& model, PartId part);

// The parts that are rules and can be broken, ascending: all but those of domains, which always hold, and trivial ones.
std::vector<PartId> rule_parts(const Model& model);

// What literals of a weighted group can contribute.
struct Span {
  int lowest = 0;
  int highest = 0;

  Span& operator+=(Span other) {
    lowest += other.lowest;
    highest += other.highest;
    return *this;
  }
};

// Of one variable's literals (begin .. end) those that `is_possible`; nothing if none is.
template <class Possible>
std::optional<Span> span_of(const Group& group, std::size_t begin, std::size_t end, Possible is_possible) {
  Span span{kNoUpper, kNoLower};
  for (std::size_t i = begin; i < end; ++i) {
    if (!is_possible(group.literals[i])) continue;
    span.lowest = span.lowest < group.weights[i] ? span.lowest : group.weights[i];
    span.highest = span.highest > group.weights[i] ? span.highest : group.weights[i];
  }
  if (span.lowest > span.highest) return std::nullopt;
  return span;
}

// The neighbours in `group.literals` that belong to the variable at `begin`: begin .. end.
std::size_t end_of_variable(const Model& model, const Group& group, std::size_t begin);

// Calls visit(begin, end) for each run of neighbours of one variable in `group.literals`.
template <class Visit>
void for_each_variable(const Model& model, const Group& group, Visit visit) {
  for (std::size_t begin = 0; begin < group.literals.size();) {
    const std::size_t end = end_of_variable(model, group, begin);
    visit(begin, end);
    begin = end;
  }
}

}  // namespace fastslow
