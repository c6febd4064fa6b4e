// Depth-first, with propagation after each choice. It branches where values are few and failures were many: the number
// of values left over the number of conflicts that the variable had a part in ("dom/wdeg"; Boussemart, Hemery, Lecoutre
// and Sais, "Boosting Systematic Search by Weighting Constraints", 2004). A variable that ever led nowhere is soon
// tried first, where wrong turns are cheap.
//
// Values: those of a solution that is known to be near come first, as most questions about a position change it a
// little (the phase saving of SAT solvers); those of a solution that is not wanted again come last.
//
// Probing (Li and Anbulagan, "Heuristics Based on Unit Propagation for Satisfiability Problems", 1997) sees in a
// nonogram what a person sees who tries one square and reads the lines through it: more than each rule by itself.
#include "solver/dive.h"

#include "core/index.h"

namespace fastslow::solver {
namespace {

class Diver {
 public:
  Diver(const Model& model, Propagator& propagator, const DiveOptions& options)
      : model_(model), propagator_(propagator), options_(options), failures_(at(model.variable_count()), 1) {}

  Dive run() {
    const int depth = propagator_.depth();
    const bool settled = branch();
    propagator_.backtrack(depth);
    if (settled && result_.truth == Truth::unknown) result_.truth = Truth::unsat;
    return std::move(result_);
  }

 private:
  // Whether nothing is left to look for: a solution was found, or there is none from here. The propagator stands at a
  // fixed point.
  bool branch() {
    const VariableId v = pick();
    if (v < 0) return accept();
    const int depth = propagator_.depth();
    for (const Literal l : values(v)) {
      if (result_.effort >= options_.max_effort) return false;
      const bool done = !enter(l, depth) || branch();
      if (!done || result_.truth == Truth::sat) return done;
      propagator_.backtrack(depth);
    }
    return true;
  }

  // False where the choice fails.
  bool enter(Literal l, int depth) {
    const bool stands = propagator_.assume({l, true}) && propagator_.propagate();
    result_.effort += static_cast<std::uint64_t>(propagator_.depth() - depth);
    if (stands) return true;
    const PartId conflict = propagator_.conflict();
    if (conflict == kNoPart) return false;
    for (const Literal m : model_.group(group_of_part(conflict)).literals) ++failures_[at(model_.variable_of(m))];
    return false;
  }

  VariableId pick() const {
    VariableId best = -1;
    std::int64_t fewest = 0;
    for (VariableId v = 0; v < model_.variable_count(); ++v) {
      const GroupId domain = model_.groups_of(model_.variable(v).first_literal).front();
      const std::int64_t open = propagator_.open_count(domain);
      if (open == 0) continue;
      if (best < 0 || open * failures_[at(best)] < fewest * failures_[at(v)]) {
        best = v;
        fewest = open;
      }
    }
    return best;
  }

  [[nodiscard]] std::vector<Literal> values(VariableId v) const {
    const Variable& variable = model_.variable(v);
    const Literal first = options_.near == nullptr ? -1 : (*options_.near)[at(v)];
    const Literal last = options_.apart_from == nullptr ? -1 : (*options_.apart_from)[at(v)];
    std::vector<Literal> list;
    const auto add = [&](Literal l) {
      if (l >= 0 && propagator_.mark(l) == Mark::open) list.push_back(l);
    };
    if (first != last) add(first);
    for (int i = 0; i < variable.domain_size(); ++i) {
      const Literal l = variable.first_literal + i;
      if (l != first && l != last) add(l);
    }
    add(last);
    return list;
  }

  // Everything is settled and nothing failed. One more that is not wanted is as good as a failure.
  bool accept() {
    std::vector<Literal> found(at(model_.variable_count()));
    bool differs = options_.apart_from == nullptr;
    for (VariableId v = 0; v < model_.variable_count(); ++v) {
      const Variable& variable = model_.variable(v);
      Literal l = variable.first_literal;
      while (propagator_.mark(l) != Mark::placed) ++l;
      found[at(v)] = l;
      differs = differs || (!variable.hidden && (*options_.apart_from)[at(v)] != l);
    }
    if (!differs) return true;
    result_.assignment = std::move(found);
    result_.truth = Truth::sat;
    return true;
  }

  const Model& model_;
  Propagator& propagator_;
  const DiveOptions& options_;
  std::vector<std::int64_t> failures_;  // by variable; from 1
  Dive result_;
};

}  // namespace

Dive dive(const Model& model, Propagator& propagator, const DiveOptions& options) {
  return Diver(model, propagator, options).run();
}

Probing probe(const Model& model, Propagator& propagator, std::uint64_t max_effort) {
  Probing result;
  // A literal is tried again only after something was settled since.
  std::vector<int> tried(at(model.literal_count()), -1);
  for (int before = -1; before != propagator.depth();) {
    before = propagator.depth();
    for (Literal l = 0; l < model.literal_count(); ++l) {
      if (model.is_hidden(l) || propagator.mark(l) != Mark::open || tried[at(l)] == propagator.depth()) continue;
      if (result.effort >= max_effort) return result;
      const int depth = propagator.depth();
      tried[at(l)] = depth;
      const bool stands = propagator.assume({l, true}) && propagator.propagate();
      result.effort += static_cast<std::uint64_t>(propagator.depth() - depth);
      propagator.backtrack(depth);
      if (stands) continue;
      result.consistent = propagator.assume({l, false}) && propagator.propagate();
      if (!result.consistent) return result;
    }
  }
  return result;
}

}  // namespace fastslow::solver
