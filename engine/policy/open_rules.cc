// What a rule still says of the open literals, in the simplest words that say the same. The network should not have to
// do the arithmetic, nor find out that "3a + 3b = 3" with a and b of 0 or 1 says "one of two", so that is worked out
// before it looks:
//
//   - What is settled is taken out, and of each open variable the least that it brings. Weights are then "more than the
//     least", from 0 up (`Levels`), and a variable whose choice makes no difference drops out.
//   - All weights are divided by their common divisor. The bounds are rounded inwards, which loses nothing: between the
//     multiples there are no sums.
//   - If every variable brings 0 or 1, it is a count. With one variable left, it is a list of values that are excluded.
//     With two, it is a staircase: for each level of one, the levels of the other that fit beside it, a clause for each
//     step.
//   - Only what remains is a weighted sum. A rule that every choice meets is dropped.
//
// For a rule that can still be met this is exact. What is lost: the bounds of a rule that cannot be met are clipped to
// what is reachable, and sums of more than `kWidestSum` literals are left out, for tensors of bearable size. System 1
// only proposes, so neither does harm. Counts of more than `kWidest` literals become sums of equal weights, as the
// counting tensors are padded to the widest. Both limits are chosen by hand.
//
// A move touches few groups, so a reader keeps what it read of all the others.
#include "policy/open_rules.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "core/index.h"

namespace fastslow::policy {
namespace {

constexpr std::size_t kWidest = 64;       // literals of a counting rule: the tensors are padded to the widest one
constexpr std::size_t kWidestSum = 1024;  // of a sum, of which there are few

int size_of(const std::vector<Literal>& literals) { return static_cast<int>(literals.size()); }

// Rounded down, for b > 0. C++ divides towards 0.
int floor_of(int a, int b) { return a / b - (a % b < 0 ? 1 : 0); }

// What one open variable can still bring to a weighted group: its literals by what they bring, from 0 up.
using Levels = std::map<int, std::vector<Literal>>;

struct OpenSum {
  std::vector<Levels> variables;  // those whose choice matters
  int at_least = 0;
  int at_most = 0;

  [[nodiscard]] int reach() const {
    int total = 0;
    for (const Levels& levels : variables) total += levels.rbegin()->first;
    return total;
  }
};

class GroupReader {
 public:
  GroupReader(const Model& model, const std::vector<Mark>& marks) : model_(model), marks_(marks) {}

  OpenRules read(const Group& group) {
    if (group.is_weighted()) {
      read_sum(group);
    } else {
      read_counting(group);
    }
    return std::exchange(rules_, {});
  }

 private:
  [[nodiscard]] Mark mark(Literal l) const { return marks_[at(l)]; }

  void read_counting(const Group& group) {
    CountingRule rule{{}, group.at_least, group.at_most, group.is_domain()};
    for (const Literal l : group.literals) {
      if (mark(l) == Mark::open) rule.literals.push_back(l);
      if (mark(l) == Mark::placed) {
        --rule.at_least;
        --rule.at_most;
      }
    }
    const int most = size_of(rule.literals);
    add(std::move(rule), most);
  }

  // `most`: of its literals that can hold at once.
  void add(CountingRule rule, int most) {
    if (rule.literals.empty()) return;
    rule.at_least = std::clamp(rule.at_least, 0, most);
    rule.at_most = std::clamp(rule.at_most, 0, most);
    // A domain is kept even if it says nothing, as each open literal must be in one.
    if (rule.is_domain) {
      rules_.counting.push_back(std::move(rule));
    } else if (rule.at_least > 0 || rule.at_most < most) {
      if (rule.literals.size() <= kWidest) {
        rules_.counting.push_back(std::move(rule));
      } else {
        add(as_sum(rule, most));
      }
    }
  }

  // "99 mines in all": a sum of equal weights.
  static SumRule as_sum(const CountingRule& rule, int most) {
    SumRule sum{{}, rule.at_least, rule.at_most, most};
    for (const Literal l : rule.literals) sum.terms.push_back({l, 1});
    return sum;
  }

  void add(SumRule rule) {
    if (rule.terms.size() <= kWidestSum) rules_.sums.push_back(std::move(rule));
  }

  void read_sum(const Group& group) {
    OpenSum sum = open_part(group);
    divide(sum);
    const int reach = sum.reach();
    sum.at_least = std::clamp(sum.at_least, 0, reach);
    sum.at_most = std::clamp(sum.at_most, 0, reach);
    if (sum.variables.empty() || (sum.at_least == 0 && sum.at_most == reach)) return;
    if (only_counts(sum)) {
      CountingRule rule{{}, sum.at_least, sum.at_most, false};
      for (const Levels& levels : sum.variables) append(levels.at(1), rule.literals);
      std::sort(rule.literals.begin(), rule.literals.end());
      add(std::move(rule), static_cast<int>(sum.variables.size()));
    } else if (sum.variables.size() == 1) {
      add_choice(sum);
    } else if (sum.variables.size() == 2) {
      add_clauses(sum);
    } else {
      add_sum(sum);
    }
  }

  [[nodiscard]] OpenSum open_part(const Group& group) const {
    OpenSum sum{{}, group.at_least, group.at_most};
    for_each_variable(model_, group, [&](std::size_t begin, std::size_t end) {
      Levels levels;
      int settled = 0;
      for (std::size_t i = begin; i < end; ++i) {
        if (mark(group.literals[i]) == Mark::open) levels[group.weights[i]].push_back(group.literals[i]);
        if (mark(group.literals[i]) == Mark::placed) settled = group.weights[i];
      }
      const int least = levels.empty() ? settled : levels.begin()->first;
      sum.at_least -= least;
      sum.at_most -= least;
      if (levels.size() < 2) return;
      Levels above;
      for (auto& [weight, literals] : levels) above[weight - least] = std::move(literals);
      sum.variables.push_back(std::move(above));
    });
    return sum;
  }

  static void divide(OpenSum& sum) {
    int divisor = 0;
    for (const Levels& levels : sum.variables) {
      for (const auto& [level, literals] : levels) divisor = std::gcd(divisor, level);
    }
    if (divisor < 2) return;
    for (Levels& levels : sum.variables) {
      Levels divided;
      for (auto& [level, literals] : levels) divided[level / divisor] = std::move(literals);
      levels = std::move(divided);
    }
    // Rounded up: the ceiling of x is -floor(-x).
    sum.at_least = -floor_of(-sum.at_least, divisor);
    sum.at_most = floor_of(sum.at_most, divisor);
  }

  static bool only_counts(const OpenSum& sum) {
    return std::all_of(sum.variables.begin(), sum.variables.end(),
                       [](const Levels& levels) { return levels.rbegin()->first == 1; });
  }

  static void append(const std::vector<Literal>& some, std::vector<Literal>& all) {
    all.insert(all.end(), some.begin(), some.end());
  }

  // The values of the only open variable that the bounds leave out.
  void add_choice(const OpenSum& sum) {
    CountingRule rule{{}, 0, 0, false};
    for (const auto& [level, literals] : sum.variables.front()) {
      if (level < sum.at_least || level > sum.at_most) append(literals, rule.literals);
    }
    std::sort(rule.literals.begin(), rule.literals.end());
    add(std::move(rule), 1);
  }

  // Two variables a and b, exactly: for each level t of a, "a is above t, or b brings what t leaves missing" for the
  // lower bound, "a is below t, or b brings no more than t leaves room for" for the upper. Each variable has one value,
  // so at most two literals of a clause hold: its upper bound of 2 says nothing.
  void add_clauses(const OpenSum& sum) {
    const Levels& a = sum.variables[0];
    const Levels& b = sum.variables[1];
    std::vector<CountingRule> clauses;
    std::vector<Literal> last;
    for (auto level = a.rbegin(); level != a.rend(); ++level) {
      if (level->first + b.begin()->first >= sum.at_least) continue;
      std::vector<Literal> partners = within(b, sum.at_least - level->first, kNoUpper);
      // With the same partners, the clause of the higher level says more.
      if (!clauses.empty() && partners == last) continue;
      clauses.push_back({joined(within(a, level->first + 1, kNoUpper), partners), 1, 2, false});
      last = std::move(partners);
    }
    const std::size_t lower = clauses.size();
    for (const auto& [level, literals] : a) {
      if (level + b.rbegin()->first <= sum.at_most) continue;
      std::vector<Literal> partners = within(b, 0, sum.at_most - level);
      if (clauses.size() > lower && partners == last) continue;
      clauses.push_back({joined(within(a, 0, level - 1), partners), 1, 2, false});
      last = std::move(partners);
    }
    for (CountingRule& clause : clauses) {
      const int most = std::min(2, size_of(clause.literals));
      add(std::move(clause), most);
    }
  }

  static std::vector<Literal> within(const Levels& levels, int lowest, int highest) {
    std::vector<Literal> found;
    for (const auto& [level, literals] : levels) {
      if (level >= lowest && level <= highest) append(literals, found);
    }
    return found;
  }

  static std::vector<Literal> joined(std::vector<Literal> a, const std::vector<Literal>& b) {
    append(b, a);
    std::sort(a.begin(), a.end());
    return a;
  }

  void add_sum(const OpenSum& sum) {
    SumRule rule{{}, sum.at_least, sum.at_most, static_cast<int>(sum.variables.size())};
    for (const Levels& levels : sum.variables) {
      for (const auto& [level, literals] : levels) {
        for (const Literal l : literals) {
          if (level > 0) rule.terms.push_back({l, level});
        }
      }
    }
    std::sort(rule.terms.begin(), rule.terms.end(), [](const Term& x, const Term& y) { return x.literal < y.literal; });
    add(std::move(rule));
  }

  const Model& model_;
  const std::vector<Mark>& marks_;
  OpenRules rules_;
};

}  // namespace

RuleReader::RuleReader(const Model& model) : model_(model), of_group_(at(model.group_count())) {}

std::span<const OpenRules> RuleReader::read(const std::vector<Mark>& marks) {
  std::vector<bool> stale(of_group_.size(), marks_.empty());
  for (std::size_t l = 0; l < marks_.size(); ++l) {
    if (marks[l] == marks_[l]) continue;
    for (const GroupId g : model_.groups_of(static_cast<Literal>(l))) stale[at(g)] = true;
  }
  GroupReader reader(model_, marks);
  for (std::size_t g = 0; g < stale.size(); ++g) {
    if (stale[g]) of_group_[g] = reader.read(model_.groups()[g]);
  }
  marks_ = marks;
  return of_group_;
}

OpenRules open_rules(const Model& model, const std::vector<Mark>& marks) {
  RuleReader reader(model);
  OpenRules all;
  for (const OpenRules& rules : reader.read(marks)) {
    all.counting.insert(all.counting.end(), rules.counting.begin(), rules.counting.end());
    all.sums.insert(all.sums.end(), rules.sums.begin(), rules.sums.end());
  }
  return all;
}

}  // namespace fastslow::policy
