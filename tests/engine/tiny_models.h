// Random models small enough to try every assignment, the oracle of the solver tests.
#pragma once

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "core/model.h"
#include "core/random.h"
#include "core/state.h"
#include "rooms.h"
#include "solver/reasoning.h"
#include "solver/solver.h"

namespace fastslow::testing {

inline std::vector<VariableId> tiny_scope(Random& random, int variables) {
  std::vector<VariableId> scope;
  for (int i = 0; i < variables; ++i) {
    if (random.below(3) != 0) scope.push_back(i);
  }
  return scope;
}

inline std::vector<Literal> tiny_literals(Random& random, const Model& model, int variables) {
  std::vector<Literal> literals;
  for (Literal l = 0; l < model.literal_count(); ++l) {
    if (model.variable_of(l) < variables && random.below(3) == 0) literals.push_back(l);
  }
  return literals;
}

// Adds one random rule of the kind over some of the first `variables` variables, with values 1 .. values.
inline void add_tiny_rule(Random& random, Model& model, ConstraintKind kind, int variables, int values) {
  const Name name{"rule", {{"n", static_cast<int>(model.constraints().size())}}};
  std::vector<VariableId> scope = tiny_scope(random, variables);
  const std::vector<Literal> literals = tiny_literals(random, model, variables);
  const int size = static_cast<int>(literals.size());
  const int least = random.below(size + 1);
  if (scope.size() < 2) scope = {0, 1};
  switch (kind) {
    case ConstraintKind::all_different:
      model.add_all_different(name, scope);
      break;
    case ConstraintKind::cardinality:
      model.add_cardinality(name, literals, least, least + random.below(size - least + 1));
      break;
    case ConstraintKind::sum: {
      std::vector<Term> terms;
      for (const Literal l : literals) terms.push_back({l, random.below(7) - 3});
      const int low = random.below(7) - 3;
      model.add_sum(name, terms, low, random.below(2) == 0 ? kNoUpper : low + random.below(3));
      break;
    }
    case ConstraintKind::linear:
      if (random.below(2) == 0) {
        model.add_less(name, scope[0], scope[1]);
      } else {
        std::vector<int> coefficients;
        for (std::size_t i = 0; i < scope.size(); ++i) coefficients.push_back(random.below(2) == 0 ? 1 : -2);
        model.add_linear(name, scope, coefficients, kNoLower, random.below(5) - 2);
      }
      break;
    case ConstraintKind::product:
      model.add_product(name, scope, 1 + random.below(values * values));
      break;
    case ConstraintKind::table: {
      if (scope.size() > 3) scope.resize(3);
      std::vector<std::vector<int>> tuples;
      for (int i = 0; i < 4; ++i) {
        std::vector<int> tuple;
        for (std::size_t j = 0; j < scope.size(); ++j) tuple.push_back(1 + random.below(values));
        if (std::find(tuples.begin(), tuples.end(), tuple) == tuples.end()) tuples.push_back(tuple);
      }
      model.add_table(name, scope, tuples);
      break;
    }
  }
}

// A few variables under rules of all kinds, sometimes with a given; often without a solution.
inline Model tiny_model(Random& random) {
  Model model;
  const int variables = 2 + random.below(4);
  const int values = 2 + random.below(3);
  for (int i = 0; i < variables; ++i) model.add_variable({"cell", {{"n", i}}}, 1, values);
  const int rules = 1 + random.below(4);
  bool has_table = false;  // one is enough: each has a hidden variable, and all assignments are tried
  for (int rule = 0; rule < rules; ++rule) {
    constexpr std::array<ConstraintKind, 8> kinds = {ConstraintKind::all_different, ConstraintKind::all_different,
                                                     ConstraintKind::cardinality,   ConstraintKind::cardinality,
                                                     ConstraintKind::sum,           ConstraintKind::linear,
                                                     ConstraintKind::product,       ConstraintKind::table};
    const ConstraintKind kind = kinds[static_cast<std::size_t>(random.below(has_table ? 7 : 8))];
    has_table = has_table || kind == ConstraintKind::table;
    add_tiny_rule(random, model, kind, variables, values);
  }
  if (random.below(3) == 0) {
    const Literal given = random.below(model.literal_count());
    if (!model.is_hidden(given)) model.add_given(given);  // nobody sees or states a hidden one
  }
  return model;
}

// Up to `most` facts, repeats and contradictions included.
inline std::vector<Step> tiny_facts(Random& random, const Model& model, int most) {
  std::vector<Step> facts;
  for (int i = random.below(most + 1); i > 0; --i) {
    facts.push_back({random.below(model.literal_count()), random.below(2) == 0});
  }
  return facts;
}

inline std::vector<PartId> all_parts(const Model& model) {
  std::vector<PartId> parts;
  for (PartId p = 0; p < model.part_count(); ++p) {
    if (!model.group(group_of_part(p)).is_domain()) parts.push_back(p);
  }
  return parts;
}

inline bool meets(const Model& model, PartId part, const std::vector<Literal>& assignment) {
  const Group& group = model.group(group_of_part(part));
  int sum = 0;
  for (std::size_t i = 0; i < group.literals.size(); ++i) {
    const Literal l = group.literals[i];
    if (assignment[static_cast<std::size_t>(model.variable_of(l))] == l) sum += group.weight(i);
  }
  return is_lower(part) ? sum >= group.at_least : sum <= group.at_most;
}

inline bool holds(const Model& model, Step fact, const std::vector<Literal>& assignment) {
  return (assignment[static_cast<std::size_t>(model.variable_of(fact.literal))] == fact.literal) == fact.place;
}

// Every assignment that meets the givens, the parts and the facts, by trying all there are.
inline std::vector<std::vector<Literal>> all_solutions(const Model& model, const Core& core) {
  std::vector<std::vector<Literal>> solutions;
  std::vector<Literal> assignment;
  for (const Variable& v : model.variables()) assignment.push_back(v.first_literal);
  for (bool more = true; more;) {
    const auto given = [&](Literal l) { return holds(model, {l, true}, assignment); };
    const auto met = [&](PartId part) { return meets(model, part, assignment); };
    const auto fact = [&](Step step) { return holds(model, step, assignment); };
    if (std::all_of(model.givens().begin(), model.givens().end(), given) &&
        std::all_of(core.parts.begin(), core.parts.end(), met) &&
        std::all_of(core.facts.begin(), core.facts.end(), fact)) {
      solutions.push_back(assignment);
    }
    more = false;
    for (std::size_t v = 0; v < assignment.size() && !more; ++v) {
      const Variable& variable = model.variable(static_cast<VariableId>(v));
      more = ++assignment[v] < variable.first_literal + variable.domain_size();
      if (!more) assignment[v] = variable.first_literal;
    }
  }
  return solutions;
}

inline bool is_unsatisfiable(const Model& model, const Core& core) { return all_solutions(model, core).empty(); }

// Whether leaving out any one member makes the core satisfiable. `fixed` steps stay.
inline bool is_minimal(const Model& model, const Core& core, const std::vector<Step>& fixed) {
  const auto satisfiable = [&](Core rest) {
    rest.facts.insert(rest.facts.end(), fixed.begin(), fixed.end());
    return !is_unsatisfiable(model, rest);
  };
  for (std::size_t i = 0; i < core.parts.size(); ++i) {
    Core rest = core;
    rest.parts.erase(rest.parts.begin() + static_cast<std::ptrdiff_t>(i));
    if (!satisfiable(rest)) return false;
  }
  for (std::size_t i = 0; i < core.facts.size(); ++i) {
    Core rest = core;
    rest.facts.erase(rest.facts.begin() + static_cast<std::ptrdiff_t>(i));
    if (!satisfiable(rest)) return false;
  }
  return true;
}

// `proof` holds: its core with the opposite of its step has no solution, and nothing in it is idle.
inline bool is_sound(const Model& model, const Proof& proof) {
  Core refuted = proof.core;
  refuted.facts.push_back(negated(proof.step));
  return is_unsatisfiable(model, refuted) && (!proof.minimal || is_minimal(model, proof.core, {negated(proof.step)}));
}

}  // namespace fastslow::testing
