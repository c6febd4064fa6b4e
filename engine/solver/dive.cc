// Depth-first, with propagation after each choice. It branches where ways are few and failures were many: the number
// of ways left over the number of conflicts that the decision had a part in ("dom/wdeg"; Boussemart, Hemery, Lecoutre
// and Sais, "Boosting Systematic Search by Weighting Constraints", 2004). What ever led nowhere is soon tried first,
// where wrong turns are cheap. After so many failures it begins anew.
//
// Values: those of a solution that is known to be near come first, as most questions about a position change it a
// little (the phase saving of SAT solvers). Of a solution that is not wanted again one value is avoided, and then its
// others come first: where there are two, there are mostly two that are alike but for a few values.
//
// What still fails after a few beginnings is tried first until it fits ("last conflict"; Lecoutre, Sais, Tabary and
// Vidal, "Reasoning from last conflicts in constraint programming", 2009): parts of a board that have nothing to do
// with it, decided in between, would have it fail again for each of their ways.
//
// Probing (Li and Anbulagan, "Heuristics Based on Unit Propagation for Satisfiability Problems", 1997) sees in a
// nonogram what a person sees who tries one square and reads the lines through it: more than each rule by itself.
#include "solver/dive.h"

#include <algorithm>

#include "core/index.h"
#include "core/random.h"

namespace fastslow::solver {
namespace {

// Failures after which it begins anew, in another order; twice as many each time (Gomes, Selman and Kautz, "Boosting
// Combinatorial Search Through Randomization", 1998: what was decided first is never reconsidered otherwise).
constexpr std::int64_t kPatience = 100;
// From which patience on the last conflict is decided first. In smaller searches it does harm as often as good.
constexpr std::int64_t kStubborn = 16 * kPatience;

class Diver {
 public:
  Diver(const Model& model, Propagator& propagator, const DiveOptions& options)
      : model_(model),
        propagator_(propagator),
        options_(options),
        decisions_(decisions()),
        failures_(at(model.group_count()), 1) {}

  Dive run() {
    const int depth = propagator_.depth();
    for (; result_.effort < options_.max_effort; patience_ *= 2) {
      left_ = patience_;
      const bool settled = branch(false);
      propagator_.backtrack(depth);
      if (settled && result_.truth == Truth::unknown) result_.truth = Truth::unsat;
      if (settled) break;
    }
    return std::move(result_);
  }

 private:
  // Whether nothing is left to look for: a solution was found, or there is none from here. The propagator stands at a
  // fixed point. `apart`: the solution that is not wanted again has been left.
  bool branch(bool apart) {
    const GroupId group = pick();
    if (group < 0) return accept();
    const int depth = propagator_.depth();
    const std::vector<Literal> choices = ways(group, apart);
    for (const Literal l : choices) {
      if (result_.effort >= options_.max_effort || left_ == 0) return false;
      const bool done = !choose(group, l, depth) || branch(apart || leaves(l));
      if (!done || result_.truth == Truth::sat) return done;
      propagator_.backtrack(depth);
    }
    return true;
  }

  [[nodiscard]] bool leaves(Literal l) const {
    return options_.apart_from != nullptr && !model_.is_hidden(l) && !is_in(options_.apart_from, l);
  }

  // `enter`, and a note of the decision that failed last and was not made since.
  bool choose(GroupId group, Literal l, int depth) {
    const bool stands = enter(l, depth);
    if (!stands && stuck_ < 0) stuck_ = group;
    if (stands && stuck_ == group) stuck_ = -1;
    return stands;
  }

  // False where the choice fails.
  bool enter(Literal l, int depth) {
    const bool stands = propagator_.assume({l, true}) && propagator_.propagate();
    result_.effort += static_cast<std::uint64_t>(propagator_.depth() - depth);
    if (stands) return true;
    const PartId conflict = propagator_.conflict();
    if (conflict == kNoPart) return false;
    --left_;
    const GroupId failed = group_of_part(conflict);
    if (!model_.group(failed).is_domain()) ++failures_[at(failed)];
    for (const Literal m : model_.group(failed).literals) ++failures_[at(model_.groups_of(m).front())];
    return false;
  }

  // The decision with the fewest ways for its failures; -1: none is open.
  [[nodiscard]] GroupId pick() const {
    const bool waits = stuck_ >= 0 && propagator_.open_count(stuck_) > 0 && propagator_.placed_count(stuck_) == 0;
    if (waits && patience_ >= kStubborn) return stuck_;
    GroupId best = -1;
    std::int64_t fewest = 0;
    for (const GroupId g : decisions_) {
      const std::int64_t open = propagator_.open_count(g);
      if (open == 0 || propagator_.placed_count(g) > 0) continue;
      if (best < 0 || open * failures_[at(best)] < fewest * failures_[at(g)]) {
        best = g;
        fewest = open;
      }
    }
    return best;
  }

  // The literals of a decision, one of which has to be placed.
  [[nodiscard]] std::vector<Literal> ways(GroupId g, bool apart) {
    const Group& group = model_.group(g);
    std::vector<Literal> first;
    std::vector<Literal> list;
    std::vector<Literal> last;
    for (const Literal l : group.literals) {
      if (propagator_.mark(l) != Mark::open) continue;
      const bool unwanted = is_in(options_.apart_from, l);
      (unwanted && !apart ? last : unwanted || is_in(options_.near, l) ? first : list).push_back(l);
    }
    if (patience_ > kPatience) random_.shuffle(list);
    first.insert(first.end(), list.begin(), list.end());
    first.insert(first.end(), last.begin(), last.end());
    return first;
  }

  [[nodiscard]] bool is_in(const std::vector<Literal>* solution, Literal l) const {
    return solution != nullptr && (*solution)[at(model_.variable_of(l))] == l;
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

  // Exactly one of several literals of variables of two values, by a rule that counts: a variable in disguise, as the
  // column of a row's queen.
  [[nodiscard]] bool is_disguised(GroupId g) const {
    const Group& group = model_.group(g);
    return propagator_.enabled(lower_part(g)) && propagator_.enabled(upper_part(g)) && !group.is_domain() &&
           !group.is_weighted() && group.at_least == 1 && group.at_most == 1 &&
           std::all_of(group.literals.begin(), group.literals.end(),
                       [this](Literal l) { return model_.variable(model_.variable_of(l)).domain_size() == 2; });
  }

  // All variables, those in disguise in place of what they are made of.
  [[nodiscard]] std::vector<GroupId> decisions() const {
    std::vector<GroupId> list;
    std::vector<bool> within(at(model_.variable_count()), false);
    for (GroupId g = 0; g < model_.group_count(); ++g) {
      if (!is_disguised(g)) continue;
      list.push_back(g);
      for (const Literal l : model_.group(g).literals) within[at(model_.variable_of(l))] = true;
    }
    for (VariableId v = 0; v < model_.variable_count(); ++v) {
      if (!within[at(v)]) list.push_back(model_.groups_of(model_.variable(v).first_literal).front());
    }
    return list;
  }

  const Model& model_;
  Propagator& propagator_;
  const DiveOptions& options_;
  std::vector<GroupId> decisions_;      // groups of which exactly one literal is placed
  std::vector<std::int64_t> failures_;  // by group; from 1
  std::int64_t patience_ = kPatience;   // failures until it begins anew
  std::int64_t left_ = 0;               // of them
  GroupId stuck_ = -1;                  // the decision that failed last; -1: it has been made since
  Random random_{1};
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
