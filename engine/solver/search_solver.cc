// The second opinion has to fail differently from the first. It shares no code with the Z3 adapter: rules are left out
// by building a smaller model, not by guards, and cores are found by plain deletion, one search for each member. Slow
// and obvious, which is what a test wants to compare with.
#include "solver/search_solver.h"

#include <algorithm>
#include <utility>

#include "core/search.h"

namespace fastslow::solver {
namespace {

// The same variables and givens under some of the rules only; literals keep their numbers.
Model restricted(const Model& model, const std::vector<PartId>& parts) {
  Model rest;
  for (const Variable& v : model.variables()) rest.add_variable(v.name, v.lowest, v.highest);  // hidden or not
  for (const PartId part : parts) {
    const Group& group = model.group(group_of_part(part));
    const int at_least = is_lower(part) ? group.at_least : kNoLower;
    const int at_most = is_lower(part) ? kNoUpper : group.at_most;
    if (group.is_weighted()) {
      std::vector<Term> terms;
      for (std::size_t i = 0; i < group.literals.size(); ++i) terms.push_back({group.literals[i], group.weights[i]});
      rest.add_sum({}, terms, at_least, at_most);
    } else {
      rest.add_cardinality({}, group.literals, at_least, at_most);
    }
  }
  for (const Literal l : model.givens()) rest.add_given(l);
  return rest;
}

class SearchSolver final : public Solver {
 public:
  explicit SearchSolver(const Model& model) : model_(model), rules_(rule_parts(model)) {}

  [[nodiscard]] const Model& model() const override { return model_; }

  CheckResult check(const Query& query) override {
    if (!query.apart_from.empty()) return another(query);
    const bool selective = query.want_core && query.parts;
    Core core{selective ? *query.parts : rules_, query.facts};
    CheckResult result;
    auto solutions = look(core, query.budget, result.effort);
    if (!solutions) return result;
    result.truth = solutions->empty() ? Truth::unsat : Truth::sat;
    if (!solutions->empty()) result.assignment = std::move(solutions->front());
    if (result.truth == Truth::unsat && query.want_core) {
      result.core = by_deletion(std::move(core), query.budget, result.effort);
    }
    return result;
  }

 private:
  using Solutions = std::vector<std::vector<Literal>>;

  // Of any two solutions at least one is another than the one that is known.
  CheckResult another(const Query& query) const {
    const SearchResult found = search(restricted(model_, rules_), query.facts, {.limit = 2, .max_nodes = query.budget});
    CheckResult result;
    result.effort = found.nodes + 1;
    for (const auto& solution : found.solutions) {
      if (solution == query.apart_from) continue;
      result.truth = Truth::sat;
      result.assignment = solution;
      return result;
    }
    if (found.exhausted) result.truth = Truth::unsat;
    return result;
  }

  // At most one solution; nothing if the budget ends before the question is settled.
  std::optional<Solutions> look(const Core& core, std::uint64_t budget, std::uint64_t& effort) const {
    if (budget != 0 && effort >= budget) return std::nullopt;
    SearchOptions options;
    options.max_nodes = budget == 0 ? 0 : budget - effort;
    SearchResult found = search(restricted(model_, core.parts), core.facts, options);
    effort += found.nodes + 1;
    if (found.solutions.empty() && !found.exhausted) return std::nullopt;
    return std::move(found.solutions);
  }

  Core by_deletion(Core core, std::uint64_t budget, std::uint64_t& effort) const {
    const auto sort_facts = [](Step a, Step b) {
      return a.literal != b.literal ? a.literal < b.literal : a.place && !b.place;
    };
    std::sort(core.parts.begin(), core.parts.end());
    std::sort(core.facts.begin(), core.facts.end(), sort_facts);
    core.facts.erase(std::unique(core.facts.begin(), core.facts.end()), core.facts.end());
    delete_from(core, core.parts, budget, effort);
    delete_from(core, core.facts, budget, effort);
    return core;
  }

  // `members` is one of the lists of `core`.
  template <class T>
  void delete_from(Core& core, std::vector<T>& members, std::uint64_t budget, std::uint64_t& effort) const {
    for (std::size_t i = 0; i < members.size();) {
      const T member = members[i];
      members.erase(members.begin() + static_cast<std::ptrdiff_t>(i));
      const auto solutions = look(core, budget, effort);
      if (solutions && solutions->empty()) continue;
      members.insert(members.begin() + static_cast<std::ptrdiff_t>(i), member);
      ++i;
    }
  }

  const Model& model_;
  std::vector<PartId> rules_;
};

}  // namespace

std::unique_ptr<Solver> make_search_solver(const Model& model) { return std::make_unique<SearchSolver>(model); }

}  // namespace fastslow::solver
