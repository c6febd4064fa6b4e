#include "solver/derivation.h"

#include <algorithm>

namespace fastslow {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

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
    derivation_.conflict = part;
    derivation_.premises = propagator_.premises(part, -1);
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
    return roots_.supposition && roots_.supposition->literal == l;
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
  [[nodiscard]] bool is_free(PartId part) const {
    return cited_[at(part)] != 0 || model_.group(group_of_part(part)).is_domain();
  }

  void need(const std::vector<Literal>& literals) {
    for (const Literal l : literals) needed_[at(l)] = 1;
  }

  void infer(Literal literal, PartId part, std::vector<Literal> premises) {
    cited_[at(part)] = 1;
    need(premises);
    derivation_.inferences.push_back(
        {{literal, propagator_.mark(literal) == Mark::placed}, part, std::move(premises)});
  }

  [[nodiscard]] std::vector<Literal> others_ruled_out(PartId part, Literal literal) const {
    std::vector<Literal> others;
    for (const Literal l : model_.group(group_of_part(part)).literals) {
      if (l != literal && propagator_.mark(l) == Mark::ruled_out) others.push_back(l);
    }
    return others;
  }

  // The first placed literals that fill `group`; empty if there are too few. With `roots`: only such.
  [[nodiscard]] std::vector<Literal> fillers(const Group& group, int before, bool roots) const {
    std::vector<Literal> placed;
    for (const Literal l : group.literals) {
      if (static_cast<int>(placed.size()) == group.at_most) break;
      if (propagator_.mark(l) != Mark::placed) continue;
      if (roots ? is_root(l) : positions_[at(l)] < before) placed.push_back(l);
    }
    if (static_cast<int>(placed.size()) < group.at_most) placed.clear();
    return placed;
  }

  Derivation finish() {
    for (int i = propagator_.depth() - 1; i >= 0; --i) {
      const Literal l = propagator_.trail()[at(i)];
      if (needed_[at(l)] == 0 || is_root(l) || is_inferred(l)) continue;
      if (propagator_.mark(l) == Mark::placed) {
        infer(l, propagator_.reason(l), propagator_.premises(propagator_.reason(l), l));
      } else {
        explain_exclusion(l, i);
      }
    }
    cover_direct_exclusions();
    cite();
    std::stable_sort(derivation_.inferences.begin(), derivation_.inferences.end(),
                     [this](const Inference& a, const Inference& b) {
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
    std::vector<PartId> direct;
    PartId best = kNoPart;
    int best_cost = 0;
    std::vector<Literal> best_fillers;
    for (const GroupId g : model_.groups_of(literal)) {
      const PartId part = upper_part(g);
      const Group& group = model_.group(g);
      if (!allowed(part)) continue;
      if (group.at_most == 0 || !fillers(group, 0, true).empty()) direct.push_back(part);
      if (!direct.empty()) continue;
      std::vector<Literal> placed = fillers(group, position, false);
      if (placed.empty()) continue;
      int cost = is_free(part) ? 0 : 1;
      for (const Literal l : placed) cost += needed_[at(l)] != 0 || is_root(l) ? 0 : 2;
      if (best == kNoPart || cost < best_cost) {
        best = part;
        best_cost = cost;
        best_fillers = std::move(placed);
      }
    }
    if (!direct.empty()) {
      direct_.push_back({literal, std::move(direct)});
    } else {
      infer(literal, best, std::move(best_fillers));
    }
  }

  // Greedy set cover: free parts first, then whichever excludes most of what is left.
  void cover_direct_exclusions() {
    while (!direct_.empty()) {
      std::vector<int> gain(at(model_.part_count()), 0);
      PartId best = kNoPart;
      for (const Exclusion& exclusion : direct_) {
        for (const PartId part : exclusion.parts) {
          gain[at(part)] += is_free(part) ? model_.literal_count() : 1;
          if (best == kNoPart || gain[at(part)] > gain[at(best)]) best = part;
        }
      }
      std::vector<Exclusion> rest;
      for (Exclusion& exclusion : direct_) {
        if (std::find(exclusion.parts.begin(), exclusion.parts.end(), best) == exclusion.parts.end()) {
          rest.push_back(std::move(exclusion));
        } else {
          infer(exclusion.literal, best, fillers(model_.group(group_of_part(best)), 0, true));
        }
      }
      direct_ = std::move(rest);
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

  struct Exclusion {
    Literal literal;
    std::vector<PartId> parts;
  };

  const Model& model_;
  const Propagator& propagator_;
  const Roots& roots_;
  std::vector<int> positions_;
  std::vector<std::uint8_t> needed_;
  std::vector<std::uint8_t> cited_;
  std::vector<Exclusion> direct_;
  Derivation derivation_;
};

}  // namespace

Derivation derive_conflict(const Model& model, const Propagator& propagator, const Roots& roots, PartId part) {
  return Reader(model, propagator, roots).conflict(part);
}

Derivation derive_settled(const Model& model, const Propagator& propagator, const Roots& roots, Literal literal,
                          std::optional<PartId> part) {
  return Reader(model, propagator, roots).settled(literal, part);
}

Replay::Replay(const Model& model) : model_(model), propagator_(model), start_(propagator_.depth()) {}

std::optional<Derivation> Replay::refute(const Core& core, std::optional<Step> supposition) {
  roots_.facts.assign(at(model_.literal_count()), Mark::open);
  roots_.parts.assign(at(model_.part_count()), 0);
  roots_.supposition = supposition;
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
    roots_.supposition.reset();  // the literal's own settling is what is to be explained
    return derive_settled(model_, propagator_, roots_, supposition->literal);
  }
  if (propagator_.propagate()) return std::nullopt;
  return derive_conflict(model_, propagator_, roots_, propagator_.conflict());
}

}  // namespace fastslow
