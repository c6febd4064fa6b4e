// A conflict read backwards. The trail lists everything that propagation settled, most of it beside the point. Starting
// from the premises of the conflict, each literal that is needed hands on its need to its own premises, which are
// earlier on the trail; one walk from the end to the start therefore meets each literal after everything that needs it.
// SAT solvers analyse a conflict the same way (GRASP; Marques-Silva and Sakallah, 1996) but stop at a cut to learn a
// clause; an explanation goes on down to the facts. The inferences are then put back into the trail's order, so that
// each rests on earlier ones and on roots alone.
//
// The trail has one reason for each literal, whichever came first. For a literal that is ruled out there are often
// several, as a cell may be excluded by its row, its column and its box, and the choice decides how many rules the
// proof cites. So exclusions by unweighted groups are explained anew. If a group is filled by roots (direct
// exclusions), the choice waits until all such literals are known, and then few groups are chosen to explain many: a
// greedy set cover. Otherwise the cheapest full group is taken at once: a new rule costs 1, each placed literal not
// needed so far costs 2, since it brings an argument of its own. The weights are chosen by hand.
#include "solver/derivation.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/index.h"

namespace fastslow::solver {
namespace {

class Reader {
 public:
  Reader(const Model& model, const Propagator& propagator, const Roots& roots)
      : model_(model),
        propagator_(propagator),
        roots_(roots),
        positions_(at(model.literal_count()), 0),
        needed_(at(model.literal_count()), 0),
        cited_(at(model.part_count()), 0) {
    for (int i = 0; i < propagator.depth(); ++i) positions_[at(propagator.trail()[at(i)])] = i;
  }

  Derivation conflict(PartId part) {
    derivation_.premises = propagator_.premises(part, -1);
    if (!is_lower(part) && model_.group(group_of_part(part)).is_domain()) part = blame_second_value(part);
    derivation_.conflict = part;
    cited_[at(part)] = 1;
    need(derivation_.premises);
    return finish();
  }

  Derivation settled(Literal literal, std::optional<PartId> part) {
    if (part) {
      infer(literal, *part, others_ruled_out(*part, literal));
    } else {
      needed_[at(literal)] = 1;
    }
    return finish();
  }

 private:
  [[nodiscard]] bool is_supposed(Literal l) const {
    return std::find(roots_.supposed.begin(), roots_.supposed.end(), l) != roots_.supposed.end();
  }
  [[nodiscard]] bool is_fact(Literal l) const { return roots_.facts[at(l)] != Mark::open; }
  // Settled by nothing on the trail: a given, a fact or the supposition.
  [[nodiscard]] bool is_root(Literal l) const {
    if (propagator_.reason(l) != kNoPart) return false;
    return propagator_.mark(l) == Mark::placed || is_fact(l) || is_supposed(l);
  }
  [[nodiscard]] bool allowed(PartId part) const {
    return roots_.parts.empty() || roots_.parts[at(part)] != 0 || model_.group(group_of_part(part)).is_domain();
  }
  [[nodiscard]] bool is_weighted(PartId part) const {
    return part != kNoPart && model_.group(group_of_part(part)).is_weighted();
  }
  [[nodiscard]] bool is_free(PartId part) const {
    return cited_[at(part)] != 0 || model_.group(group_of_part(part)).is_domain();
  }

  // A variable with two values: the part that put the second there was left without a place by the first.
  PartId blame_second_value(PartId domain) {
    std::vector<Literal>& premises = derivation_.premises;
    const Literal second = *std::max_element(premises.begin(), premises.end(), [this](Literal a, Literal b) {
      return positions_[at(a)] < positions_[at(b)];
    });
    const PartId part = propagator_.reason(second);
    if (part == kNoPart) return domain;
    std::erase(premises, second);
    for (const Literal l : propagator_.premises(part, second)) premises.push_back(l);
    return part;
  }

  void need(const std::vector<Literal>& literals) {
    for (const Literal l : literals) needed_[at(l)] = 1;
  }

  void infer(Literal literal, PartId part, std::vector<Literal> premises) {
    cited_[at(part)] = 1;
    need(premises);
    derivation_.inferences.push_back({{literal, propagator_.mark(literal) == Mark::placed}, part, std::move(premises)});
  }

  [[nodiscard]] std::vector<Literal> others_ruled_out(PartId part, Literal literal) const {
    std::vector<Literal> others;
    for (const Literal l : model_.group(group_of_part(part)).literals) {
      if (l != literal && propagator_.mark(l) == Mark::ruled_out) others.push_back(l);
    }
    return others;
  }

  // Whether placed literals of the kind that counts reach the group's upper bound.
  template <class Counts>
  [[nodiscard]] bool is_full(GroupId g, Counts counts) const {
    int placed = 0;
    for (const Literal l : model_.group(g).literals) {
      if (propagator_.mark(l) == Mark::placed && counts(l)) ++placed;
    }
    return placed >= model_.group(g).at_most;
  }

  // The first placed literals of the kind that counts, as many as fill the group.
  template <class Counts>
  [[nodiscard]] std::vector<Literal> fillers(GroupId g, Counts counts) const {
    std::vector<Literal> placed;
    for (const Literal l : model_.group(g).literals) {
      if (static_cast<int>(placed.size()) == model_.group(g).at_most) break;
      if (propagator_.mark(l) == Mark::placed && counts(l)) placed.push_back(l);
    }
    return placed;
  }

  Derivation finish() {
    for (int i = propagator_.depth() - 1; i >= 0; --i) {
      const Literal l = propagator_.trail()[at(i)];
      if (needed_[at(l)] == 0 || is_root(l) || is_inferred(l)) continue;
      if (propagator_.mark(l) == Mark::placed || is_weighted(propagator_.reason(l))) {
        infer(l, propagator_.reason(l), propagator_.premises(propagator_.reason(l), l));
      } else {
        explain_exclusion(l, i);
      }
    }
    cover_direct_exclusions();
    cite();
    std::stable_sort(derivation_.inferences.begin(), derivation_.inferences.end(),
                     [this](const Deduction& a, const Deduction& b) {
                       return positions_[at(a.step.literal)] < positions_[at(b.step.literal)];
                     });
    return std::move(derivation_);
  }

  // A literal whose settling part was chosen by the caller.
  [[nodiscard]] bool is_inferred(Literal l) const {
    return !derivation_.inferences.empty() && derivation_.inferences.front().step.literal == l;
  }

  // Several full groups may exclude a literal. Those filled by roots are left for later, when one part can be
  // chosen for many literals; otherwise the one that asks for the least beyond what is needed already.
  void explain_exclusion(Literal literal, int position) {
    const auto is_root_here = [this](Literal l) { return is_root(l); };
    const auto is_earlier = [&](Literal l) { return positions_[at(l)] < position; };
    const std::size_t options_before = options_.size();
    PartId best = kNoPart;
    int best_cost = 0;
    for (const GroupId g : model_.groups_of(literal)) {
      if (!allowed(upper_part(g)) || model_.group(g).is_weighted()) continue;
      if (is_full(g, is_root_here)) options_.emplace_back(literal, upper_part(g));
      if (options_.size() > options_before || !is_full(g, is_earlier)) continue;
      int cost = is_free(upper_part(g)) ? 0 : 1;
      for (const Literal l : fillers(g, is_earlier)) cost += needed_[at(l)] != 0 || is_root(l) ? 0 : 2;
      if (best != kNoPart && best_cost <= cost) continue;
      best = upper_part(g);
      best_cost = cost;
    }
    if (options_.size() == options_before) infer(literal, best, fillers(group_of_part(best), is_earlier));
  }

  // Greedy set cover: free parts first, then whichever excludes most of what is left.
  void cover_direct_exclusions() {
    std::vector<int> gains(at(model_.part_count()), 0);
    while (!options_.empty()) {
      PartId best = options_.front().second;
      for (const auto& [literal, part] : options_) {
        gains[at(part)] += is_free(part) ? model_.literal_count() : 1;
        if (gains[at(part)] > gains[at(best)]) best = part;
      }
      for (const auto& [literal, part] : options_) {
        gains[at(part)] = 0;
        if (part == best) infer(literal, best, fillers(group_of_part(best), [this](Literal l) { return is_root(l); }));
      }
      const auto& covered = model_.group(group_of_part(best)).literals;
      std::erase_if(options_, [&](const auto& option) {
        return std::binary_search(covered.begin(), covered.end(), option.first);
      });
    }
  }

  void cite() {
    for (PartId p = 0; p < model_.part_count(); ++p) {
      if (cited_[at(p)] != 0 && !model_.group(group_of_part(p)).is_domain()) derivation_.core.parts.push_back(p);
    }
    for (Literal l = 0; l < model_.literal_count(); ++l) {
      if (needed_[at(l)] != 0 && is_root(l) && is_fact(l) && !is_supposed(l)) {
        derivation_.core.facts.push_back({l, roots_.facts[at(l)] == Mark::placed});
      }
    }
  }

  const Model& model_;
  const Propagator& propagator_;
  const Roots& roots_;
  std::vector<int> positions_;
  std::vector<std::uint8_t> needed_;
  std::vector<std::uint8_t> cited_;
  std::vector<std::pair<Literal, PartId>> options_;  // full groups that exclude a needed literal directly
  Derivation derivation_;
};

}  // namespace

Derivation derive_conflict(const Model& model, const Propagator& propagator, const Roots& roots, PartId part) {
  return Reader(model, propagator, roots).conflict(part);
}

Derivation derive_settled(const Model& model, const Propagator& propagator, const Roots& roots, Literal literal,
                          std::optional<PartId> part) {
  assert(part || propagator.mark(literal) != Mark::open);
  return Reader(model, propagator, roots).settled(literal, part);
}

Replay::Replay(const Model& model) : model_(model), propagator_(model), start_(propagator_.depth()) {}

std::optional<Derivation> Replay::refute(const Core& core, std::optional<Step> supposition) {
  roots_.facts.assign(at(model_.literal_count()), Mark::open);
  roots_.parts.assign(at(model_.part_count()), 0);
  roots_.supposed.clear();
  for (const PartId p : core.parts) roots_.parts[at(p)] = 1;
  propagator_.backtrack(start_);
  propagator_.restrict_to(core.parts);
  for (const Step fact : core.facts) {
    if (!propagator_.assume(fact)) return std::nullopt;
    roots_.facts[at(fact.literal)] = fact.place ? Mark::placed : Mark::ruled_out;
  }
  if (!propagator_.propagate()) return derive_conflict(model_, propagator_, roots_, propagator_.conflict());
  if (!supposition) return std::nullopt;
  if (!propagator_.assume(*supposition)) {
    return derive_settled(model_, propagator_, roots_, supposition->literal);
  }
  roots_.supposed = {supposition->literal};
  if (propagator_.propagate()) return std::nullopt;
  return derive_conflict(model_, propagator_, roots_, propagator_.conflict());
}

}  // namespace fastslow::solver
