// One request's budget, spent check by check.
#pragma once

#include <cstdint>

#include "solver/reasoning.h"
#include "solver/solver.h"

namespace fastslow {

class Meter {
 public:
  Meter(Solver& solver, Limits limits) : solver_(solver), total_(limits.total) {}

  // `query` under what is left of the budget; unknown, without asking, when nothing is.
  CheckResult check(Query query) {
    if (exhausted()) return {};
    query.budget = total_ == 0 ? 0 : total_ - spent_;
    CheckResult result = solver_.check(query);
    spent_ += result.effort;
    return result;
  }

  [[nodiscard]] bool exhausted() const { return total_ != 0 && spent_ >= total_; }
  [[nodiscard]] std::uint64_t spent() const { return spent_; }
  [[nodiscard]] const Model& model() const { return solver_.model(); }

 private:
  Solver& solver_;
  std::uint64_t total_;
  std::uint64_t spent_ = 0;
};

}  // namespace fastslow
