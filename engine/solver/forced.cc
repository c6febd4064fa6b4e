#include "solver/forced.h"

#include <algorithm>
#include <utility>

#include "solver/cores.h"
#include "solver/hunt.h"

namespace fastslow {
namespace {

std::optional<Core> suggestion(Hunt& hunt, Step step) {
  if (!hunt.consistent()) return std::nullopt;
  auto core = hunt.direct(step);
  if (!core) core = hunt.indirect(step);
  if (core) return hunt.shrink(std::move(*core), negated(step));
  return hunt.by_cases(step);
}

}  // namespace

std::vector<Step> beyond_givens(const Model& model, const std::vector<Step>& facts) {
  std::vector<Step> rest;
  for (const Step fact : facts) {
    const auto givens = model.givens();
    const bool given = fact.place && std::find(givens.begin(), givens.end(), fact.literal) != givens.end();
    if (!given && std::find(rest.begin(), rest.end(), fact) == rest.end()) rest.push_back(fact);
  }
  return rest;
}

std::optional<Proof> prove_forced(Meter& meter, const std::vector<Step>& facts, Step step,
                                  const std::vector<Literal>& witness) {
  Hunt hunt(meter.model(), beyond_givens(meter.model(), facts));
  std::optional<Core> core;
  if (const auto suggested = suggestion(hunt, step)) core = prove(meter, *suggested, negated(step));
  if (!core) core = prove_from_all(meter, facts, negated(step));
  if (!core) return std::nullopt;
  Minimised minimised = minimise(meter, std::move(*core), negated(step), witness);
  return Proof{step, std::move(minimised.core), minimised.minimal};
}

}  // namespace fastslow
