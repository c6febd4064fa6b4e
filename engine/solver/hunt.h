// The hunt for short refutations by unit propagation. Its finds are suggestions: solver/reasoning.h has the
// solver prove them before anything is claimed.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "core/model.h"
#include "core/propagation.h"
#include "core/state.h"
#include "solver/derivation.h"

namespace fastslow::solver {

class Hunt {
 public:
  // Requires facts that do not repeat givens. `model` must outlive the hunt.
  Hunt(const Model& model, const std::vector<Step>& facts);

  // Whether every variable keeps a candidate after direct elimination. If not, only `contradiction` may be called.
  [[nodiscard]] bool consistent() const { return consistent_; }
  // Of the position.
  [[nodiscard]] const std::vector<Step>& facts() const { return everything_.facts; }
  // The literals still open after direct elimination, ascending.
  [[nodiscard]] const std::vector<Literal>& open() const { return open_; }

  // The smallest core by which a single group forces `step`: one that needs the literal because all its others
  // are ruled out, or a full one that excludes it. For a fact: the fact itself.
  std::optional<Core> direct(Step step);
  // Whether the negation of `step`, assumed and propagated, fails, and how many literals it settles before: a
  // quick failure promises a small core, and where there is none, more means closer to one.
  struct Probe {
    bool fails = false;
    int reach = 0;
  };
  Probe probe(Step step);
  // A core that forces `step`: its negation, assumed and propagated, fails. Not minimal.
  std::optional<Core> indirect(Step step);
  // The same with one case distinction: its negation leaves some group two ways only, and both fail.
  std::optional<Core> by_cases(Step step);
  // The first of the three that finds one; nothing if the facts leave some variable without a candidate. Shrunk, but
  // for a core by cases: propagation alone, with no case distinction, could not follow a smaller one.
  std::optional<Core> suggest(Step step);
  // Leaves out parts, then facts, as long as propagation still refutes the supposition (or, without one, the facts).
  Core shrink(Core core, std::optional<Step> supposition);
  // A small core by which the facts contradict the rules and each other, if propagation finds one.
  std::optional<Core> contradiction();

 private:
  std::optional<Core> fail(Literal literal);
  std::optional<Core> split(GroupId group, std::map<Literal, std::optional<Core>>& cases);
  bool settle_hidden();
  [[nodiscard]] bool needs(GroupId group, Literal literal) const;

  const Model& model_;
  Core everything_;  // all parts, all facts
  Propagator propagator_;
  Replay replay_;
  Roots roots_;
  bool consistent_ = true;
  int base_ = 0;  // depth with the facts and their direct consequences
  std::vector<Literal> open_;
};

// Orders cores by ease: fewest parts, then fewest facts.
bool is_smaller(const Core& a, const Core& b);

}  // namespace fastslow::solver
