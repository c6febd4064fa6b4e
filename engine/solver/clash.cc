// Deletion over names, as in fewer_rules.cc, but with the solver as judge: ask whether the other rules, with all that
// they say, leave a solution. If they do, the rule is necessary, and stays so in every smaller set. If they do not, the
// rules of that core replace the whole, often many fewer, and those not yet shown to be necessary are asked about.
#include "solver/clash.h"

#include <algorithm>
#include <utility>

#include "solver/fewer_rules.h"
#include "solver/forced.h"
#include "solver/meter.h"

namespace fastslow::solver {
namespace {

CheckResult without(Meter& meter, const std::vector<Name>& rules, const Name& left_out) {
  std::vector<Name> rest = rules;
  std::erase(rest, left_out);
  Query query;
  query.want_core = true;
  query.parts.emplace();
  for (const auto& of_rule : parts_of(meter.model(), rest)) {
    query.parts->insert(query.parts->end(), of_rule.begin(), of_rule.end());
  }
  std::sort(query.parts->begin(), query.parts->end());
  return meter.check_to_minimise(std::move(query));
}

}  // namespace

Clash clash(Solver& solver, const Limits& limits) {
  Meter meter(solver, limits);
  Clash result;
  result.truth = meter.check({}).truth;
  const auto core = result.truth == Truth::unsat ? contradiction_core(meter, {}) : std::nullopt;
  if (result.truth == Truth::unsat && !core) result.truth = Truth::unknown;
  if (core) {
    result.rules = rules_of(solver.model(), *core);
    std::vector<Name> necessary;
    const auto unsure = [&] {
      return std::find_if(result.rules.begin(), result.rules.end(), [&](const Name& rule) {
        return std::find(necessary.begin(), necessary.end(), rule) == necessary.end();
      });
    };
    auto rule = unsure();
    for (; rule != result.rules.end(); rule = unsure()) {
      const CheckResult rest = without(meter, result.rules, *rule);
      if (rest.truth == Truth::unknown) break;
      if (rest.truth == Truth::sat) {
        necessary.push_back(*rule);
      } else {
        result.rules = rules_of(solver.model(), rest.core);
      }
    }
    result.minimal = rule == result.rules.end();
  }
  result.effort = meter.spent();
  return result;
}

}  // namespace fastslow::solver
