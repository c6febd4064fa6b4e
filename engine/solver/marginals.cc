// Counting solutions without listing them, where every open variable has two values (elsewhere they are listed, up to a
// limit). In a minefield many unknown cells lie in the same rules, so which of them are mines does not matter, only how
// many:
//
//   - Variables with the same weight in the same rules form a class. A class of n of which k are high stands for "n
//     choose k" assignments at once; all cells that no clue touches are one class.
//   - One rule ties the whole board together, the total number of mines. Without it, the classes fall into components
//     that share no rule, and each is counted alone, as model counters do (Bayardo and Pehoushek, 2000).
//   - A component's count is not a number but a tally: for each amount that it adds to the widest rule, in how many
//     ways. Tallies of independent components combine like polynomials multiply, and only the sums that the widest rule
//     admits count. A variable's share is the same sum with the ways in which it is high.
//
// Within a component, `extend` tries each count of each class in turn, and gives up a branch as soon as some rule
// cannot be met; this is exponential in the classes of a component, hence the limit on nodes. Any widest rule may be
// set aside: a bad choice costs time, not correctness, since the tally remembers what the rule needs to know. Counts
// are doubles, as they outgrow 64 bits; shares are therefore exact up to rounding.
#include "solver/marginals.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "core/index.h"
#include "core/propagation.h"
#include "core/search.h"

namespace fastslow::solver {
namespace {

// How many solutions contribute how much to the widest rule.
using Tally = std::map<int, double>;

double choose(int n, int k) {
  double ways = 1;
  for (int i = 0; i < k; ++i) ways = ways * (n - i) / (i + 1);
  return ways;
}

Tally combine(const Tally& a, const Tally& b) {
  Tally both;
  for (const auto& [x, ways_x] : a) {
    for (const auto& [y, ways_y] : b) both[x + y] += ways_x * ways_y;
  }
  return both;
}

// A rule over classes of variables: lower <= sum of weight * count <= upper.
struct Rule {
  int lower = 0;
  int upper = 0;
  std::vector<std::pair<int, int>> terms;  // class, weight
};

// Two-valued variables that no rule tells apart; `count` of them may take their higher value.
struct Class {
  std::vector<VariableId> members;
  std::vector<std::pair<int, int>> terms;  // rule, weight

  [[nodiscard]] int size() const { return static_cast<int>(members.size()); }
};

struct Component {
  std::vector<int> classes;
  Tally ways;                        // by contribution to the widest rule
  std::vector<Tally> higher_values;  // by class of the component: ways times the share of its members that are high
};

class Counter {
 public:
  Counter(const Model& model, const Propagator& propagator, std::uint64_t max_nodes)
      : model_(model), propagator_(propagator), left_(max_nodes) {
    make_classes();
    make_rules();
    find_widest();
    find_components();
  }

  // Nothing if it takes too long.
  std::optional<std::vector<double>> shares() {
    for (Component& component : components_) {
      component.higher_values.resize(component.classes.size());
      counts_.assign(classes_.size(), -1);
      if (!extend(component, 0, 1.0)) return std::nullopt;
    }
    std::vector<double> shares(at(model_.literal_count()), 0);
    for (Literal l = 0; l < model_.literal_count(); ++l) {
      if (propagator_.mark(l) == Mark::placed) shares[at(l)] = 1;
    }
    for (std::size_t i = 0; i < components_.size(); ++i) add_shares(i, shares);
    return shares;
  }

  [[nodiscard]] std::uint64_t left() const { return left_; }

 private:
  using Signature = std::vector<std::pair<GroupId, int>>;

  [[nodiscard]] Signature signature_of(VariableId v) const {
    const Literal low = model_.variable(v).first_literal;
    std::map<GroupId, int> difference;
    for (const int side : {0, 1}) {
      for (const GroupId g : model_.groups_of(low + side)) {
        const Group& group = model_.group(g);
        if (group.is_domain()) continue;
        const auto place = std::lower_bound(group.literals.begin(), group.literals.end(), low + side);
        const int weight = group.weight(static_cast<std::size_t>(place - group.literals.begin()));
        difference[g] += side == 1 ? weight : -weight;
      }
    }
    Signature signature;
    for (const auto& [g, weight] : difference) {
      if (weight != 0) signature.emplace_back(g, weight);
    }
    return signature;
  }

  void make_classes() {
    std::map<Signature, int> known;
    for (VariableId v = 0; v < model_.variable_count(); ++v) {
      if (propagator_.mark(model_.variable(v).first_literal) != Mark::open) continue;
      Signature signature = signature_of(v);
      const auto [place, is_new] = known.emplace(signature, static_cast<int>(classes_.size()));
      if (is_new) classes_.push_back({{}, std::move(signature)});
      classes_[at(place->second)].members.push_back(v);
    }
  }

  // Bounds of what the classes' counts may add, once settled literals and all-low values are taken out.
  void make_rules() {
    std::map<GroupId, int> rule_of;
    for (Class& c : classes_) {
      for (auto& [g, weight] : c.terms) {
        const auto [place, is_new] = rule_of.emplace(g, static_cast<int>(rules_.size()));
        if (is_new) rules_.push_back(residual(g));
        rules_[at(place->second)].terms.emplace_back(static_cast<int>(&c - classes_.data()), weight);
        g = place->second;
      }
    }
  }

  [[nodiscard]] Rule residual(GroupId g) const {
    const Group& group = model_.group(g);
    int base = 0;
    for (std::size_t i = 0; i < group.literals.size(); ++i) {
      const Literal l = group.literals[i];
      const bool low = l == model_.variable(model_.variable_of(l)).first_literal;
      const Mark mark = propagator_.mark(l);
      if (mark == Mark::placed || (mark == Mark::open && low)) base += group.weight(i);
    }
    return {group.at_least <= kNoLower ? kNoLower : group.at_least - base,
            group.at_most >= kNoUpper ? kNoUpper : group.at_most - base,
            {}};
  }

  void find_widest() {
    std::size_t most = 0;
    for (std::size_t r = 0; r < rules_.size(); ++r) {
      if (rules_[r].terms.size() <= most) continue;
      most = rules_[r].terms.size();
      widest_ = static_cast<int>(r);
    }
  }

  void find_components() {
    std::vector<bool> seen(classes_.size(), false);
    for (std::size_t start = 0; start < classes_.size(); ++start) {
      if (seen[start]) continue;
      Component component;
      component.classes = {static_cast<int>(start)};
      seen[start] = true;
      for (std::size_t i = 0; i < component.classes.size(); ++i) {
        for (const auto& [rule, weight] : classes_[at(component.classes[i])].terms) {
          if (rule == widest_) continue;
          for (const auto& [other, other_weight] : rules_[at(rule)].terms) {
            if (seen[at(other)]) continue;
            seen[at(other)] = true;
            component.classes.push_back(other);
          }
        }
      }
      components_.push_back(std::move(component));
    }
  }

  // Whether every rule of the class (but the widest) can still be met with the counts chosen so far.
  [[nodiscard]] bool possible(int changed) const {
    return std::all_of(classes_[at(changed)].terms.begin(), classes_[at(changed)].terms.end(), [&](const auto& term) {
      if (term.first == widest_) return true;
      const Rule& rule = rules_[at(term.first)];
      Span span;
      for (const auto& [c, weight] : rule.terms) {
        const int most = weight * classes_[at(c)].size();
        const int fixed = weight * counts_[at(c)];
        span.lowest += counts_[at(c)] >= 0 ? fixed : std::min(0, most);
        span.highest += counts_[at(c)] >= 0 ? fixed : std::max(0, most);
      }
      return span.highest >= rule.lower && span.lowest <= rule.upper;
    });
  }

  // Chooses the counts of the component's classes from `position` on. False: out of nodes.
  bool extend(Component& component, std::size_t position, double ways) {
    if (position == component.classes.size()) {
      record(component, ways);
      return true;
    }
    const int c = component.classes[position];
    const int size = classes_[at(c)].size();
    for (int count = 0; count <= size; ++count) {
      if (left_ == 0) return false;
      --left_;
      counts_[at(c)] = count;
      if (possible(c) && !extend(component, position + 1, ways * choose(size, count))) return false;
    }
    counts_[at(c)] = -1;
    return true;
  }

  void record(Component& component, double ways) {
    int contribution = 0;
    for (const int c : component.classes) {
      for (const auto& [rule, weight] : classes_[at(c)].terms) {
        if (rule == widest_) contribution += weight * counts_[at(c)];
      }
    }
    component.ways[contribution] += ways;
    for (std::size_t i = 0; i < component.classes.size(); ++i) {
      const int c = component.classes[i];
      component.higher_values[i][contribution] += ways * counts_[at(c)] / classes_[at(c)].size();
    }
  }

  // Of combined contributions, the ways that meet the widest rule.
  [[nodiscard]] double admitted(const Tally& tally) const {
    double sum = 0;
    for (const auto& [contribution, ways] : tally) {
      const bool fits =
          widest_ < 0 || (contribution >= rules_[at(widest_)].lower && contribution <= rules_[at(widest_)].upper);
      if (fits) sum += ways;
    }
    return sum;
  }

  void add_shares(std::size_t chosen, std::vector<double>& shares) const {
    Tally others = {{0, 1.0}};
    for (std::size_t i = 0; i < components_.size(); ++i) {
      if (i != chosen) others = combine(others, components_[i].ways);
    }
    const Component& component = components_[chosen];
    const double all = admitted(combine(others, component.ways));
    for (std::size_t i = 0; i < component.classes.size(); ++i) {
      const double high = admitted(combine(others, component.higher_values[i])) / all;
      for (const VariableId v : classes_[at(component.classes[i])].members) {
        shares[at(model_.variable(v).first_literal)] = 1 - high;
        shares[at(model_.variable(v).first_literal + 1)] = high;
      }
    }
  }

  const Model& model_;
  const Propagator& propagator_;
  std::uint64_t left_;
  std::vector<Class> classes_;
  std::vector<Rule> rules_;
  int widest_ = -1;
  std::vector<Component> components_;
  std::vector<int> counts_;  // by class; -1: not chosen
};

Marginals by_enumeration(const Model& model, const std::vector<Step>& facts, std::uint64_t max_nodes,
                         int max_solutions) {
  const SearchResult found = search(model, facts, {.limit = max_solutions, .max_nodes = max_nodes});
  Marginals result;
  result.nodes = found.nodes;
  if (!found.exhausted || static_cast<int>(found.solutions.size()) >= max_solutions) return result;
  result.truth = found.solutions.empty() ? Truth::unsat : Truth::sat;
  if (found.solutions.empty()) return result;
  std::vector<int> counts(at(model.literal_count()), 0);
  for (const auto& solution : found.solutions) {
    for (const Literal l : solution) ++counts[at(l)];
  }
  for (const int count : counts) {
    result.shares.push_back(static_cast<double>(count) / static_cast<double>(found.solutions.size()));
  }
  return result;
}

}  // namespace

Marginals marginals(const Model& model, const std::vector<Step>& facts, std::uint64_t max_nodes, int max_solutions) {
  Propagator propagator(model);
  const bool consistent = std::all_of(facts.begin(), facts.end(), [&](Step fact) { return propagator.assume(fact); }) &&
                          propagator.propagate();
  if (!consistent) return {Truth::unsat, {}, 0};
  const bool two_valued = std::all_of(model.variables().begin(), model.variables().end(), [&](const Variable& v) {
    return v.domain_size() <= 2 || propagator.open_count(model.groups_of(v.first_literal).front()) == 0;
  });
  if (!two_valued || model.has_hidden()) return by_enumeration(model, facts, max_nodes, max_solutions);
  Counter counter(model, propagator, max_nodes);
  const auto shares = counter.shares();
  Marginals result;
  result.nodes = max_nodes - counter.left();
  if (!shares) return result;
  // Contradictory after all: no combination meets every rule, and nothing was divided by.
  const bool any = std::none_of(shares->begin(), shares->end(), [](double share) { return share != share; });
  result.truth = any ? Truth::sat : Truth::unsat;
  if (any) result.shares = *shares;
  return result;
}

}  // namespace fastslow::solver
