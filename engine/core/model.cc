// How each kind of constraint becomes groups:
//
//   - all_different: one group for each value, which at most one of the variables has. With as many variables as
//     values, one has to have it too (pigeonhole); only with this half can a proof say "the only place left for a 7".
//   - cardinality: one unweighted group. Only if two literals belong to one variable is it weighted: the two cannot
//     both hold, and only a weighted group, read variable by variable, knows.
//   - sum, linear: one weighted group over all literals of its variables, weight 0 where nothing was declared.
//   - product: one sum of exponents for each prime. Prime factorisation is unique, so the sums together say exactly
//     what the product says, and nobody downstream learns to multiply.
//   - table of two variables: the support encoding, "this value needs one of its partners", in both directions. One
//     direction would do to forbid the other pairs; with both, unit propagation reaches arc consistency (Gent, "Arc
//     Consistency in SAT", 2002).
//   - table of more: a hidden variable chooses the tuple, and a value holds as often as one of its tuples is chosen. So
//     propagation rules out a value as soon as all its tuples are gone, and the other way round (Bacchus, "GAC via Unit
//     Propagation", 2007).
#include "core/model.h"

#include <algorithm>
#include <cassert>
#include <set>
#include <utility>

namespace fastslow {
namespace {

// Ascending, by trial division: `limit` is the largest value of a domain, a small number.
std::vector<int> primes_up_to(int limit) {
  std::vector<int> primes;
  for (int n = 2; n <= limit; ++n) {
    if (std::none_of(primes.begin(), primes.end(), [n](int p) { return n % p == 0; })) primes.push_back(n);
  }
  return primes;
}

int exponent(int prime, int number) {
  int count = 0;
  for (; number % prime == 0; number /= prime) ++count;
  return count;
}

template <class T>
[[maybe_unused]] bool distinct(const std::vector<T>& items) {
  return std::set<T>(items.begin(), items.end()).size() == items.size();
}

}  // namespace

VariableId Model::add_variable(Name name, int lowest, int highest) {
  assert(lowest <= highest);
  const VariableId id = variable_count();
  const Variable variable{std::move(name), lowest, highest, literal_count(), false};
  Group domain;
  domain.variable = id;
  domain.at_least = 1;
  domain.at_most = 1;
  for (int i = 0; i < variable.domain_size(); ++i) {
    domain.literals.push_back(literal_count());
    variable_of_.push_back(id);
    given_.push_back(0);
    groups_of_.emplace_back();
  }
  variables_.push_back(variable);
  // Before any other group of these literals: whoever needs a literal's domain takes the first of its groups.
  add_group(std::move(domain));
  return id;
}

VariableId Model::add_hidden(Name name, int lowest, int highest) {
  const VariableId id = add_variable(std::move(name), lowest, highest);
  variables_[at(id)].hidden = true;
  ++hidden_count_;
  return id;
}

ConstraintId Model::add_constraint(Constraint constraint) {
  constraints_.push_back(std::move(constraint));
  return static_cast<ConstraintId>(constraints_.size()) - 1;
}

ConstraintId Model::add_all_different(Name name, const std::vector<VariableId>& variables) {
  assert(!variables.empty() && distinct(variables));
  const Variable front = variable(variables.front());
  assert(std::all_of(variables.begin(), variables.end(), [&](VariableId v) {
    return variable(v).lowest == front.lowest && variable(v).highest == front.highest;
  }));
  const bool covers = static_cast<int>(variables.size()) == front.domain_size();
  const ConstraintId id =
      add_constraint({.kind = ConstraintKind::all_different, .name = std::move(name), .variables = variables});
  for (int value = front.lowest; value <= front.highest; ++value) {
    Group group;
    group.constraint = id;
    group.value = value;
    group.about_value = true;
    group.at_least = covers ? 1 : 0;
    group.at_most = 1;
    for (const VariableId v : variables) group.literals.push_back(literal(v, value));
    add_group(std::move(group));
  }
  return id;
}

ConstraintId Model::add_cardinality(Name name, const std::vector<Literal>& literals, int at_least, int at_most) {
  assert(distinct(literals));
  std::vector<Term> terms;
  std::set<VariableId> seen;
  for (const Literal l : literals) {
    terms.push_back({l, 1});
    seen.insert(variable_of(l));
  }
  const bool one_each = seen.size() == literals.size();
  const ConstraintId id = add_constraint({.kind = ConstraintKind::cardinality,
                                          .name = std::move(name),
                                          .terms = terms,
                                          .at_least = at_least,
                                          .at_most = at_most});
  if (!one_each) {
    add_weighted_group(id, terms, at_least, at_most);
    return id;
  }
  Group group;
  group.constraint = id;
  group.literals = literals;
  group.at_least = at_least;
  group.at_most = at_most;
  add_group(std::move(group));
  return id;
}

ConstraintId Model::add_clause(Name name, const std::vector<Literal>& literals) {
  return add_cardinality(std::move(name), literals, 1, static_cast<int>(literals.size()));
}

ConstraintId Model::add_sum(Name name, const std::vector<Term>& terms, int at_least, int at_most) {
  const ConstraintId id = add_constraint(
      {.kind = ConstraintKind::sum, .name = std::move(name), .terms = terms, .at_least = at_least, .at_most = at_most});
  add_weighted_group(id, terms, at_least, at_most);
  return id;
}

ConstraintId Model::add_linear(Name name, const std::vector<VariableId>& variables,
                               const std::vector<int>& coefficients, int at_least, int at_most) {
  assert(variables.size() == coefficients.size() && distinct(variables));
  std::vector<Term> terms;
  for (std::size_t i = 0; i < variables.size(); ++i) {
    const Variable& v = variable(variables[i]);
    for (int value = v.lowest; value <= v.highest; ++value) {
      terms.push_back({literal(variables[i], value), coefficients[i] * value});
    }
  }
  const ConstraintId id = add_constraint({.kind = ConstraintKind::linear,
                                          .name = std::move(name),
                                          .variables = variables,
                                          .coefficients = coefficients,
                                          .at_least = at_least,
                                          .at_most = at_most});
  add_weighted_group(id, terms, at_least, at_most);
  return id;
}

ConstraintId Model::add_less(Name name, VariableId a, VariableId b) {
  return add_linear(std::move(name), {b, a}, {1, -1}, 1, kNoUpper);
}

ConstraintId Model::add_product(Name name, const std::vector<VariableId>& variables, int product) {
  assert(product >= 0 && !variables.empty());
  assert(std::all_of(variables.begin(), variables.end(), [this](VariableId v) { return variable(v).lowest >= 0; }));
  int highest = 1;
  std::vector<Term> zeros;
  for (const VariableId v : variables) {
    highest = std::max(highest, variable(v).highest);
    if (variable(v).lowest == 0) zeros.push_back({literal(v, 0), 1});
  }
  const ConstraintId id = add_constraint({.kind = ConstraintKind::product,
                                          .name = std::move(name),
                                          .variables = variables,
                                          .at_least = product,
                                          .at_most = product});
  if (product == 0) {
    // Without any zero at hand, a group that cannot be met: see below.
    if (zeros.empty()) zeros.push_back({literal(variables.front(), variable(variables.front()).lowest), 0});
    add_weighted_group(id, zeros, 1, kNoUpper);
    return id;
  }
  if (!zeros.empty()) add_weighted_group(id, zeros, kNoLower, 0);
  int rest = product;
  for (const int prime : primes_up_to(highest)) {
    std::vector<Term> terms;
    for (const VariableId v : variables) {
      for (int value = std::max(variable(v).lowest, 1); value <= variable(v).highest; ++value) {
        terms.push_back({literal(v, value), exponent(prime, value)});
      }
    }
    add_weighted_group(id, terms, exponent(prime, product), exponent(prime, product));
    for (; rest % prime == 0; rest /= prime) {
    }
  }
  // A factor is left that no value has, so the constraint cannot be met. A group says so whose weights are all 0 and
  // add up to 1.
  if (rest != 1) add_weighted_group(id, {{literal(variables.front(), variable(variables.front()).lowest), 0}}, 1, 1);
  return id;
}

ConstraintId Model::add_table(Name name, const std::vector<VariableId>& variables,
                              const std::vector<std::vector<int>>& tuples) {
  assert(!tuples.empty() && distinct(tuples));
  assert(std::all_of(tuples.begin(), tuples.end(), [&](const std::vector<int>& tuple) {
    return std::equal(tuple.begin(), tuple.end(), variables.begin(), variables.end(), [this](int value, VariableId v) {
      return variable(v).lowest <= value && value <= variable(v).highest;
    });
  }));
  const ConstraintId id = add_constraint(
      {.kind = ConstraintKind::table, .name = std::move(name), .variables = variables, .tuples = tuples});
  if (variables.size() == 2) {
    std::vector<std::pair<int, int>> pairs;
    for (const auto& tuple : tuples) pairs.emplace_back(tuple[0], tuple[1]);
    add_support_groups(id, variables[0], variables[1], pairs);
    for (auto& [a, b] : pairs) std::swap(a, b);
    add_support_groups(id, variables[1], variables[0], pairs);
  } else {
    add_selector(id, variables, tuples);
  }
  return id;
}

// For each value of `from`: it is not that value, or `to` has one of the values that go with it.
void Model::add_support_groups(ConstraintId constraint, VariableId from, VariableId to,
                               const std::vector<std::pair<int, int>>& pairs) {
  const Variable target = variable(to);
  for (int value = variable(from).lowest; value <= variable(from).highest; ++value) {
    std::set<int> partners;
    for (const auto& [a, b] : pairs) {
      if (a == value) partners.insert(b);
    }
    if (static_cast<int>(partners.size()) == target.domain_size()) continue;
    // If `from` has this value it brings -1, and a partner has to bring it back to 0.
    std::vector<Term> terms = {{literal(from, value), -1}};
    for (const int partner : partners) terms.push_back({literal(to, partner), 1});
    add_weighted_group(constraint, terms, 0, kNoUpper);
  }
}

// A hidden variable stands for the tuple; each value of each variable holds as often as one of its tuples does.
void Model::add_selector(ConstraintId constraint, const std::vector<VariableId>& variables,
                         const std::vector<std::vector<int>>& tuples) {
  const VariableId row = add_hidden(constraints_[at(constraint)].name, 0, static_cast<int>(tuples.size()) - 1);
  for (std::size_t i = 0; i < variables.size(); ++i) {
    const Variable v = variable(variables[i]);
    for (int value = v.lowest; value <= v.highest; ++value) {
      std::vector<Term> terms = {{literal(variables[i], value), -1}};
      for (std::size_t t = 0; t < tuples.size(); ++t) {
        if (tuples[t][i] == value) terms.push_back({literal(row, static_cast<int>(t)), 1});
      }
      add_weighted_group(constraint, terms, 0, 0);
    }
  }
}

// The map orders the literals, which makes those of one variable neighbours, adds up weights of a literal that occurs
// twice, and brings in the other literals of each variable with weight 0 (see `Group::weights`).
void Model::add_weighted_group(ConstraintId constraint, const std::vector<Term>& terms, int at_least, int at_most) {
  std::map<Literal, int> weights;
  for (const Term& term : terms) {
    const Variable& v = variable(variable_of(term.literal));
    for (int i = 0; i < v.domain_size(); ++i) weights.emplace(v.first_literal + i, 0);
    weights[term.literal] += term.weight;
  }
  Group group;
  group.constraint = constraint;
  for (const auto& [l, weight] : weights) {
    group.literals.push_back(l);
    group.weights.push_back(weight);
  }
  group.at_least = at_least;
  group.at_most = at_most;
  add_group(std::move(group));
}

void Model::add_group(Group group) {
  // Weighted groups come sorted; to sort one here would part literals from their weights.
  if (!group.is_weighted()) std::sort(group.literals.begin(), group.literals.end());
  for (const Literal l : group.literals) groups_of_[at(l)].push_back(group_count());
  groups_.push_back(std::move(group));
}

std::size_t end_of_variable(const Model& model, const Group& group, std::size_t begin) {
  const VariableId v = model.variable_of(group.literals[begin]);
  std::size_t end = begin + 1;
  while (end < group.literals.size() && model.variable_of(group.literals[end]) == v) ++end;
  return end;
}

void Model::add_given(Literal literal) {
  assert(has_literal(literal) && !is_hidden(literal));
  givens_.push_back(literal);
  given_[at(literal)] = 1;
}

bool part_is_trivial(const Model& model, PartId part) {
  const Group& group = model.group(group_of_part(part));
  if (!group.is_weighted()) {
    return is_lower(part) ? group.at_least <= 0 : group.at_most >= static_cast<int>(group.literals.size());
  }
  Span span;
  for_each_variable(model, group, [&](std::size_t begin, std::size_t end) {
    span += *span_of(group, begin, end, [](Literal) { return true; });
  });
  return is_lower(part) ? span.lowest >= group.at_least : span.highest <= group.at_most;
}

std::vector<PartId> rule_parts(const Model& model) {
  std::vector<PartId> parts;
  for (PartId p = 0; p < model.part_count(); ++p) {
    if (!model.group(group_of_part(p)).is_domain() && !part_is_trivial(model, p)) parts.push_back(p);
  }
  return parts;
}

}  // namespace fastslow
