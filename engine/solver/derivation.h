// Why a propagation ended where it did: the inferences that matter, read backwards from its trail.
//
// Shared by the hunt for short proofs (hunt.h), which wants the parts and facts used, and by the
// narration (narration.h), which wants the inferences in order.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/model.h"
#include "core/propagation.h"
#include "core/state.h"
#include "solver/solver.h"

namespace fastslow::solver {

// `part` settles `step` because `premises` are settled.
struct Deduction {
  Step step;
  PartId part = kNoPart;
  std::vector<Literal> premises;
};

struct Derivation {
  std::vector<Deduction> inferences;  // in the order drawn
  PartId conflict = kNoPart;          // the part that cannot be met; kNoPart: the last inference settles the question
  std::vector<Literal> premises;      // of the conflict
  Core core;                          // the parts and facts used; domains, givens and suppositions are not cited
};

// What the literals are that a propagator has settled without a reason. Placed ones that are neither
// facts nor supposed are givens; ruled-out ones are direct consequences of what is placed (see direct_marks).
struct Roots {
  std::vector<Mark> facts;  // by literal; `open` where it is no fact
  std::vector<Literal> supposed;
  std::vector<std::uint8_t> parts;  // by PartId: which may be cited; empty: all
};

// What the settled literals have to do with `part`: why it cannot be met, or, if it still can, why it leaves its
// open literals no more freedom than it does.
Derivation derive_conflict(const Model& model, const Propagator& propagator, const Roots& roots, PartId part);

// Requires that `literal` is settled, unless `part` is given: the part that settles it, where there is a choice, or
// would settle it because all its other literals are ruled out. Then only the derivation's core may be read if it is
// open.
Derivation derive_settled(const Model& model, const Propagator& propagator, const Roots& roots, Literal literal,
                          std::optional<PartId> part = std::nullopt);

// Propagation of a few facts under a few parts, from scratch each time.
class Replay {
 public:
  explicit Replay(const Model& model);

  // How the parts and facts of `core` refute the supposition (or, without one, each other); nothing if unit
  // propagation does not find it. The facts come first, so a derivation without a conflict shows that
  // they settle the supposed literal the other way.
  std::optional<Derivation> refute(const Core& core, std::optional<Step> supposition);

  // Where the last refutation that was not found ended: at the fixed point of its parts and facts.
  [[nodiscard]] Propagator& standing() { return propagator_; }

 private:
  const Model& model_;
  Propagator propagator_;
  Roots roots_;
  int start_;  // depth with nothing but the givens
};

}  // namespace fastslow::solver
