// Two ways to the reason for one step. A core that propagation suggests is small and readable, so it is tried first;
// the solver's own core of everything known is only as small as minimising can make it, but if the step is forced there
// is one, and it is found unless the budget ends.
#include "solver/forced.h"

#include <algorithm>
#include <utility>

#include "solver/cores.h"
#include "solver/fewer_rules.h"

namespace fastslow::solver {

std::vector<Step> beyond_givens(const Model& model, const std::vector<Step>& facts) {
  std::vector<Step> rest;
  for (const Step fact : facts) {
    const bool given = fact.place && model.is_given(fact.literal);
    if (!given && std::find(rest.begin(), rest.end(), fact) == rest.end()) rest.push_back(fact);
  }
  return rest;
}

Minimised minimise_rules(Meter& meter, Core core, std::optional<Step> supposition,
                         const std::vector<Literal>& witness) {
  Minimised minimised = minimise(meter, std::move(core), supposition, witness);
  const auto fewer = with_fewer_rules(meter.model(), minimised.core, supposition);
  if (!fewer) return minimised;
  auto proved = prove(meter, *fewer, supposition);
  return proved ? minimise(meter, std::move(*proved), supposition, witness) : minimised;
}

Proof minimal_proof(Meter& meter, Core core, Step step, const std::vector<Literal>& witness) {
  Minimised minimised = minimise_rules(meter, std::move(core), negated(step), witness);
  return Proof{step, std::move(minimised.core), minimised.minimal};
}

std::optional<Proof> prove_if_seen(Meter& meter, Hunt& hunt, Step step, const std::vector<Literal>& witness) {
  // The hunt is a guide only: its core counts once the solver has refuted the opposite from it.
  const auto suggested = hunt.suggest(step);
  auto core = suggested ? prove(meter, *suggested, negated(step)) : std::nullopt;
  if (!core) return std::nullopt;
  return minimal_proof(meter, std::move(*core), step, witness);
}

std::optional<Proof> prove_forced(Meter& meter, Hunt& hunt, const std::vector<Step>& facts, Step step,
                                  const std::vector<Literal>& witness) {
  if (auto seen = prove_if_seen(meter, hunt, step, witness)) return seen;
  auto core = prove_from_all(meter, facts, negated(step));
  if (!core) return std::nullopt;
  return minimal_proof(meter, std::move(*core), step, witness);
}

std::optional<Core> contradiction_core(Meter& meter, const std::vector<Step>& facts) {
  Hunt hunt(meter.model(), facts);
  if (const auto visible = hunt.contradiction()) {
    if (auto core = prove(meter, *visible, std::nullopt)) return core;
  }
  return prove_from_all(meter, facts, std::nullopt);
}

}  // namespace fastslow::solver
