// The port to System 2: a decision procedure for one model under assumptions.
//
// Contract
//   - The model's givens and variable domains are asserted; everything else is assumed per check.
//   - `check` is deterministic: same model, same history of checks, same result and core.
//   - Effort is counted in the solver's own deterministic units (Z3: rlimit). A check that
//     exceeds its budget answers `unknown` and leaves the solver usable. One that breaks off for any
//     other reason (memory, a defect) does so too, and `take_trouble` tells what happened.
//   - Implementations: Z3 (z3_solver.h, the real one) and exhaustive search (search_solver.h,
//     the independent second opinion used by tests).
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/index.h"
#include "core/model.h"
#include "core/state.h"

namespace fastslow::solver {

enum class Truth { sat, unsat, unknown };

// What a proof rests on: rules (parts of the declaration) and facts (assumed steps).
struct Core {
  std::vector<PartId> parts;  // ascending
  std::vector<Step> facts;    // ascending by literal

  bool operator==(const Core&) const = default;
};

struct Query {
  std::vector<Step> facts{};  // assumed for this check only; repeats and opposites are allowed
  bool want_core = false;     // fill `core` when unsat (slower: every part gets a guard)
  // With want_core: the rules that may be used; by default all non-trivial parts. Domain
  // groups ("a variable has exactly one value") always hold and are never cited.
  std::optional<std::vector<PartId>> parts = std::nullopt;
  // If given (the literal of each variable), only solutions that differ from it in a visible variable count. Not
  // together with want_core.
  std::vector<Literal> apart_from{};
  std::uint64_t budget = 0;  // effort at most; 0: unlimited
};

struct CheckResult {
  Truth truth = Truth::unknown;
  std::vector<Literal> assignment;  // sat: the literal of each variable, by VariableId
  Core core;                        // unsat and want_core: parts and facts that suffice; not yet minimal
  std::uint64_t effort = 0;
};

class Solver {
 public:
  Solver() = default;
  Solver(const Solver&) = delete;
  Solver& operator=(const Solver&) = delete;
  virtual ~Solver() = default;

  [[nodiscard]] virtual const Model& model() const = 0;
  virtual CheckResult check(const Query& query) = 0;

  // What broke off a check since this was last asked, in the solver's words; empty: nothing did.
  std::string take_trouble() { return std::exchange(trouble_, {}); }

 protected:
  std::string trouble_;
};

// Whether an assignment, if any (the literal of each variable), meets the facts.
inline bool agrees(const Model& model, const std::vector<Literal>& assignment, const std::vector<Step>& facts) {
  return !assignment.empty() && std::all_of(facts.begin(), facts.end(), [&](Step fact) {
    return (assignment[at(model.variable_of(fact.literal))] == fact.literal) == fact.place;
  });
}

using SolverFactory = std::function<std::unique_ptr<Solver>(const Model&)>;

}  // namespace fastslow::solver
