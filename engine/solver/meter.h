// One request's budget, spent check by check.
#pragma once

#include <cassert>
#include <cstdint>
#include <utility>

#include "solver/reasoning.h"
#include "solver/solver.h"

namespace fastslow::solver {

class Meter {
 public:
  Meter(Solver& solver, Limits limits) : solver_(solver), limits_(std::move(limits)) {}

  // `query` under what is left of the budget; unknown, without asking, when nothing is.
  CheckResult check(Query query) {
    if (exhausted()) return {};
    query.budget = limits_.total == 0 ? 0 : limits_.total - spent_;
    CheckResult result = solver_.check(query);
    assert(result.truth != Truth::sat || result.assignment.size() == solver_.model().variables().size());
    spent_ += result.effort;
    return result;
  }

  // The same, counted as one that only serves to make a core smaller.
  CheckResult check_to_minimise(Query query) {
    if (limits_.minimising_checks != 0 && minimising_checks_++ >= limits_.minimising_checks) return {};
    return check(std::move(query));
  }

  // A proof that is one already, though perhaps not the shortest.
  void tell(const Proof& draft) const {
    if (limits_.draft) limits_.draft(draft);
  }

  [[nodiscard]] bool exhausted() const { return limits_.total != 0 && spent_ >= limits_.total; }
  [[nodiscard]] std::uint64_t spent() const { return spent_; }
  [[nodiscard]] const Model& model() const { return solver_.model(); }

 private:
  Solver& solver_;
  Limits limits_;
  int minimising_checks_ = 0;
  std::uint64_t spent_ = 0;
};

}  // namespace fastslow::solver
