// One solution says which value each cell could only have; what is left to show is that no other solution differs. Most
// of that propagation sees, once what was proved before counts as a fact: so all cells are tried by what can be seen,
// as long as that brings anything, and only then the solver itself is asked about one of them.
#include "solver/settle.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/index.h"
#include "solver/cores.h"
#include "solver/forced.h"
#include "solver/hunt.h"
#include "solver/meter.h"

namespace fastslow::solver {
namespace {

class Settling {
 public:
  Settling(Meter& meter, const std::vector<Step>& facts, std::vector<Literal> solution)
      : meter_(meter), known_(beyond_givens(meter.model(), facts)), solution_(std::move(solution)) {}

  // Whether it is forced; false, too, when the budget ends.
  bool prove(Literal value) {
    std::vector<Step> other = known_;
    other.push_back({value, false});
    const CheckResult found = meter_.check({.facts = other});
    if (found.truth == Truth::sat) differs_ = found.assignment;
    if (found.truth != Truth::unsat) return false;
    Hunt hunt(meter_.model(), known_);
    return add(prove_forced(meter_, hunt, known_, {value, true}, solution_));
  }
  // The same, where propagation sees it at once.
  bool see(Hunt& hunt, Literal value) {
    if (!hunt.direct({value, true}) && !hunt.probe({value, true}).fails) return false;
    return add(prove_if_seen(meter_, hunt, {value, true}, solution_));
  }

  [[nodiscard]] const std::vector<Step>& known() const { return known_; }
  // A solution that has another value where the last one tried is not forced.
  [[nodiscard]] const std::vector<Literal>& differs() const { return differs_; }
  std::vector<Proof> take() { return std::move(proofs_); }

 private:
  bool add(std::optional<Proof> proof) {
    if (!proof) return false;
    known_.push_back(proof->step);
    proofs_.push_back(std::move(*proof));
    return true;
  }

  Meter& meter_;
  std::vector<Step> known_;
  std::vector<Literal> solution_;
  std::vector<Literal> differs_;
  std::vector<Proof> proofs_;
};

// What propagation sees of them, again and again.
void settle_by_sight(const Model& model, Settling& settling, std::vector<Literal>& values) {
  for (bool more = true; more && !values.empty();) {
    Hunt hunt(model, settling.known());
    if (!hunt.consistent()) return;
    more = std::erase_if(values, [&](Literal value) { return settling.see(hunt, value); }) > 0;
  }
}

}  // namespace

Settlement settle(Solver& solver, const std::vector<Step>& facts, const std::vector<VariableId>& variables,
                  const Limits& limits) {
  Meter meter(solver, limits);
  Settlement result;
  CheckResult first = meter.check({.facts = facts});
  if (first.truth == Truth::unsat) result.finding = Finding::contradiction;
  if (first.truth == Truth::sat) {
    std::vector<Literal> values;
    for (const VariableId v : variables) values.push_back(first.assignment[at(v)]);
    Settling settling(meter, facts, std::move(first.assignment));
    for (bool doubted = true; !values.empty() && !meter.exhausted(); doubted = false) {
      if (!doubted) settle_by_sight(meter.model(), settling, values);
      if (values.empty()) break;
      const Literal value = values.front();
      values.erase(values.begin());
      if (settling.prove(value)) continue;
      // What another solution has otherwise is not forced.
      const std::vector<Literal>& other = settling.differs();
      if (!other.empty()) {
        std::erase_if(values, [&](Literal l) { return other[at(meter.model().variable_of(l))] != l; });
      }
    }
    result.proofs = settling.take();
    result.finding = !result.proofs.empty() ? Finding::forced
                     : meter.exhausted()    ? Finding::unknown
                                            : Finding::undetermined;
  }
  result.effort = meter.spent();
  return result;
}

}  // namespace fastslow::solver
