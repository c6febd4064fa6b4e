// What the steps of a derivation rest on, in the terms of its readers: units and what they demand, cells that are
// filled, values that were ruled out. The narration (narration.h) chooses among these and makes lines of them.
#pragma once

#include <algorithm>
#include <cassert>
#include <optional>
#include <vector>

#include "core/index.h"
#include "core/model.h"
#include "solver/derivation.h"
#include "solver/reasoning.h"

namespace fastslow::solver {

// What excludes a set of literals: full units, filled cells, earlier eliminations.
struct Support {
  std::vector<PartId> parts;       // of the units
  std::vector<Name> units;         // distinct, in order of appearance
  std::vector<Name> demands;       // what they demand, the first to be used first
  std::vector<Literal> placed;     // what stands on the board
  std::vector<Literal> told;       // what an earlier line placed
  std::vector<Literal> ruled_out;  // excluded by an earlier step
  bool by_values = true;           // every rule is about one value: a cell "sees" it, a unit "has" it
  bool by_pairs = true;            // ... and about two cells: to name them says more than the rule's name
};

// Whether to name the few cells that exclude others, rather than the rules between them.
bool names_cells(const Support& support);

// A rule that settles something, and what it looks at.
struct Reason {
  PartId part = kNoPart;
  std::vector<Literal> premises;
};

template <class T>
void add_once(std::vector<T>& items, const T& item) {
  if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(item);
}

class Grounds {
 public:
  // All three must outlive this. Without a derivation only names, statements and facts can be asked for.
  Grounds(const Model& model, const Proof& proof, const std::optional<Derivation>& derivation);

  [[nodiscard]] const Name& cell(Literal l) const { return model_.variable(model_.variable_of(l)).name; }
  [[nodiscard]] const Group& group(PartId part) const { return model_.group(group_of_part(part)); }
  // Requires a part of a constraint, not of a domain.
  [[nodiscard]] const Name& unit(PartId part) const {
    assert(!group(part).is_domain());
    return model_.constraint(group(part).constraint).name;
  }
  // A clause about a cell and a value: because.is, so.is_not ...
  [[nodiscard]] Name statement(const char* key, Literal l) const;

  // Of two values, not being one is being the other: that one's literal.
  [[nodiscard]] std::optional<Literal> opposite(Literal l) const;
  // The step or its negation, which a proof supposes.
  [[nodiscard]] bool is_step(Literal l) const { return l == proof_.step.literal || opposite(proof_.step.literal) == l; }
  // Whether the derivation settles the step itself, rather than refute its negation.
  [[nodiscard]] bool settles_step() const { return inference_of_[at(proof_.step.literal)] != nullptr; }
  // Whether the premises follow only under the proof's supposition.
  [[nodiscard]] bool rests_on_step(const std::vector<Literal>& premises) const;

  // Placements on the way, other than the step itself: the lines that a chain has to tell. Nobody sees hidden ones.
  [[nodiscard]] std::vector<const Deduction*> placements(const Derivation& derivation) const;
  // The rule behind an inference; of two values, one may be settled by what a rule says of the other.
  [[nodiscard]] Reason reason_of(const Deduction& inference) const;
  // What ends the derivation: the part that cannot be met, or the one that settles the step.
  [[nodiscard]] Reason last_reason(const Derivation& derivation) const;

  [[nodiscard]] Support support_of(const std::vector<Literal>& premises) const;
  // The same without the rule that is spoken of anyway; its other bounds and groups go by the same name.
  [[nodiscard]] Support support_beside(const Reason& reason) const;
  // All that speaks for something, as clauses: facts, then rules; last, if given, what `part` demands or (`broken`) how
  // it fails.
  [[nodiscard]] std::vector<Name> because(const Support& support) const;
  [[nodiscard]] std::vector<Name> because(const Support& support, PartId part, bool broken = false) const;
  // What stands on the board and what was ruled out before, as clauses.
  void add_facts(const std::vector<Literal>& placed, const std::vector<Literal>& ruled_out,
                 std::vector<Name>& clauses) const;

 private:
  void add_support(const std::vector<Literal>& premises, Support& support, std::vector<bool>& seen) const;
  [[nodiscard]] bool counts_cells(const Group& rule) const;
  [[nodiscard]] Name demand(PartId part, bool broken = false) const;

  const Model& model_;
  const Proof& proof_;
  std::vector<const Deduction*> inference_of_;  // by literal
};

}  // namespace fastslow::solver
