// The one declaration of a puzzle: finite-domain variables and named constraints.
//
// Every consumer (checker, solver, policy encoder, explanation, board) reads this and
// nothing else, so a rule is written exactly once. A constraint is lowered here, once,
// to *groups*: sets of literals of which at least `at_least` and at most `at_most` hold.
// Each bound of a group is a *part*: the unit that proofs cite and sentences name
// ("row 6 needs a 7" is the lower bound of a group, "no two 7s in row 6" the upper one).
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace fastslow {

using VariableId = int;
using ConstraintId = int;
using GroupId = int;

// "variable := value" as a dense index 0 .. literal_count()-1. The same index is the
// action, the logit's position and the solver's assumption.
using Literal = int;

// Dense index of one bound of one group: 2 * group for the lower bound, + 1 for the upper.
using PartId = int;

// A key of the sentence catalogues with its numbers, e.g. {"unit.row", {{"row", 6}}}.
struct Name {
  std::string key;
  std::map<std::string, int> args;

  bool operator==(const Name&) const = default;
};

struct Variable {
  Name name;
  int lowest = 0;  // domain: lowest .. highest, both included
  int highest = 0;
  Literal first_literal = 0;

  [[nodiscard]] int domain_size() const { return highest - lowest + 1; }
};

enum class ConstraintKind {
  all_different,  // no two of `variables` are equal; with as many variables as values, each value occurs
  cardinality,    // between at_least and at_most of `literals` hold
};

struct Constraint {
  ConstraintKind kind = ConstraintKind::all_different;
  Name name;
  std::vector<VariableId> variables;  // all_different
  std::vector<Literal> literals;      // cardinality
  int at_least = 0;                   // cardinality
  int at_most = 0;                    // cardinality
};

struct Group {
  ConstraintId constraint = -1;   // -1: the domain of `variable` ("exactly one value")
  VariableId variable = -1;       // set for domain groups only
  int value = 0;                  // the value in question, for groups of an all_different
  bool about_value = false;       // whether `value` means anything
  std::vector<Literal> literals;  // ascending
  int at_least = 0;
  int at_most = 0;

  [[nodiscard]] bool is_domain() const { return constraint < 0; }
};

class Model {
 public:
  // --- declaring -------------------------------------------------------------------
  // Requires lowest <= highest. Returns ids in order of declaration.
  VariableId add_variable(Name name, int lowest, int highest);
  // Requires variables with one common domain, each at most once.
  ConstraintId add_all_different(Name name, std::vector<VariableId> variables);
  // Requires distinct literals and 0 <= at_least <= at_most.
  ConstraintId add_cardinality(Name name, std::vector<Literal> literals, int at_least, int at_most);
  // The literal holds from the start and is never taken back.
  void add_given(Literal literal) { givens_.push_back(literal); }

  // --- reading ---------------------------------------------------------------------
  [[nodiscard]] std::span<const Variable> variables() const { return variables_; }
  [[nodiscard]] std::span<const Constraint> constraints() const { return constraints_; }
  [[nodiscard]] std::span<const Group> groups() const { return groups_; }
  [[nodiscard]] std::span<const Literal> givens() const { return givens_; }

  [[nodiscard]] int variable_count() const { return static_cast<int>(variables_.size()); }
  [[nodiscard]] int group_count() const { return static_cast<int>(groups_.size()); }
  [[nodiscard]] int part_count() const { return 2 * group_count(); }
  [[nodiscard]] int literal_count() const { return static_cast<int>(variable_of_.size()); }

  [[nodiscard]] const Variable& variable(VariableId id) const { return variables_[index(id)]; }
  [[nodiscard]] const Group& group(GroupId id) const { return groups_[index(id)]; }
  [[nodiscard]] const Constraint& constraint(ConstraintId id) const { return constraints_[index(id)]; }

  [[nodiscard]] Literal literal(VariableId variable, int value) const {
    return variables_[index(variable)].first_literal + value - variables_[index(variable)].lowest;
  }
  [[nodiscard]] bool has_literal(int literal) const { return literal >= 0 && literal < literal_count(); }
  [[nodiscard]] VariableId variable_of(Literal literal) const { return variable_of_[index(literal)]; }
  [[nodiscard]] int value_of(Literal literal) const {
    const Variable& v = variable(variable_of(literal));
    return v.lowest + literal - v.first_literal;
  }
  // The groups a literal belongs to, its domain group first.
  [[nodiscard]] std::span<const GroupId> groups_of(Literal literal) const { return groups_of_[index(literal)]; }

 private:
  static std::size_t index(int id) { return static_cast<std::size_t>(id); }
  void add_group(Group group);

  std::vector<Variable> variables_;
  std::vector<Constraint> constraints_;
  std::vector<Group> groups_;
  std::vector<Literal> givens_;
  std::vector<VariableId> variable_of_;
  std::vector<std::vector<GroupId>> groups_of_;
};

inline PartId lower_part(GroupId group) { return 2 * group; }
inline PartId upper_part(GroupId group) { return 2 * group + 1; }
inline GroupId group_of_part(PartId part) { return part / 2; }
inline bool is_lower(PartId part) { return part % 2 == 0; }

// Whether the part can exclude anything: a lower bound of 0 or an upper bound that
// every assignment meets says nothing.
bool part_is_trivial(const Model& model, PartId part);

}  // namespace fastslow
