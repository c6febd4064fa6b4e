// Most questions about a puzzle are small. What follows from the givens is worked out once, for all questions; a
// question then adds its facts, and either propagation fails, or everything is settled, or a short dive finds a
// solution or tries all there are. What is still open after that is a search worth its name, and Z3 is far better at
// those: it learns from its failures.
//
// Questions for cores begin anew each time, under the parts that they may cite and no others, so that what a core
// leaves out has certainly not been used. A dive that fails is not read: its core would be the union of all its
// failures, where a solver that learns finds a much smaller one.
#include "solver/presolve.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "core/index.h"
#include "core/propagation.h"
#include "solver/derivation.h"
#include "solver/dive.h"

namespace fastslow::solver {
namespace {

// Literals that one dive may settle before the rest is asked, chosen by hand: a few milliseconds natively, less than a
// solver that has to be told of the puzzle first. After probing it may settle all of a large board so many times over,
// where a solution is wanted, which is still less.
constexpr std::uint64_t kDive = 200'000;
constexpr std::uint64_t kTimesOver = 1'000;
// The same for probing, where that ends without an answer: once a puzzle, with another dive from there.
constexpr std::uint64_t kProbing = 4'000'000;

Core citing(std::vector<Step> facts) {
  Core core;
  core.facts = std::move(facts);
  return core;
}

class Presolved final : public Solver {
 public:
  Presolved(const Model& model, SolverFactory rest)
      : model_(model), make_rest_(std::move(rest)), rules_(rule_parts(model)), root_(model), replay_(model) {
    consistent_ = root_.propagate();
    root_effort_ = static_cast<std::uint64_t>(root_.depth());
  }

  [[nodiscard]] const Model& model() const override { return model_; }

  CheckResult check(const Query& query) override {
    // Most questions only add to what was known, and then the last solution still fits; one of all the rules is one of
    // any of them.
    if (query.apart_from.empty() && agrees(model_, solution_, query.facts)) return {Truth::sat, solution_, {}, 0};
    CheckResult result = query.want_core ? refute(query) : settle(query);
    result.effort += std::exchange(root_effort_, 0);
    if (query.budget != 0 && result.effort >= query.budget) {
      // What was found out beyond the budget was not paid for.
      return {Truth::unknown, {}, {}, query.budget};
    }
    if (result.truth == Truth::unknown) result = ask_rest(query, result.effort);
    if (result.truth == Truth::sat && !query.want_core) solution_ = result.assignment;
    return result;
  }

 private:
  // What follows from the givens is looked at more closely only where a question shows that it is worth it.
  CheckResult settle(const Query& query) {
    CheckResult result = settle_once(query);
    const bool affordable = query.budget == 0 || result.effort + kProbing <= query.budget;
    if (result.truth != Truth::unknown || probed_ || !affordable) return result;
    probed_ = true;
    const Probing probing = probe(model_, root_, kProbing);
    consistent_ = probing.consistent;
    CheckResult again = settle_once(query);
    again.effort += result.effort + probing.effort;
    return again;
  }

  CheckResult settle_once(const Query& query) {
    if (!consistent_) return {Truth::unsat, {}, {}, 0};
    const int root = root_.depth();
    const bool stands =
        std::all_of(query.facts.begin(), query.facts.end(), [this](Step fact) { return root_.assume(fact); }) &&
        root_.propagate();
    CheckResult result{stands ? Truth::unknown : Truth::unsat, {}, {}, effort_since(root)};
    if (stands) look(root_, query, result);
    root_.backtrack(root);
    return result;
  }

  CheckResult refute(const Query& query) {
    if (const auto clash = opposites(query.facts)) return {Truth::unsat, {}, *clash, 0};
    const Core all{query.parts ? *query.parts : rules_, query.facts};
    CheckResult result;
    if (auto refutation = replay_.refute(all, std::nullopt)) {
      result.truth = Truth::unsat;
      result.core = std::move(refutation->core);
      result.effort = static_cast<std::uint64_t>(replay_.standing().depth());
      return result;
    }
    result.effort = static_cast<std::uint64_t>(replay_.standing().depth());
    look(replay_.standing(), query, result);
    // Nothing to cite.
    if (result.truth == Truth::unsat) result.truth = Truth::unknown;
    return result;
  }

  // Goes on from where propagation ends.
  void look(Propagator& propagator, const Query& query, CheckResult& result) const {
    DiveOptions options;
    options.max_effort = kDive;
    const auto literals = static_cast<std::uint64_t>(model_.literal_count());
    if (probed_ && !query.want_core) options.max_effort = std::max(kDive, kTimesOver * literals);
    const std::uint64_t left = query.budget - std::min(query.budget, result.effort);
    if (query.budget != 0) options.max_effort = std::min(options.max_effort, left);
    if (!solution_.empty() && query.apart_from.empty()) options.near = &solution_;
    if (!query.apart_from.empty()) options.apart_from = &query.apart_from;
    Dive found = dive(model_, propagator, options);
    result.truth = found.truth;
    result.assignment = std::move(found.assignment);
    result.effort += found.effort;
  }

  // Facts that contradict each other or a given by themselves.
  [[nodiscard]] std::optional<Core> opposites(const std::vector<Step>& facts) const {
    std::map<Literal, bool> seen;
    for (const Step fact : facts) {
      if (!fact.place && model_.is_given(fact.literal)) return citing({fact});
      if (seen.emplace(fact.literal, fact.place).first->second != fact.place)
        return citing({Step{fact.literal, true}, Step{fact.literal, false}});
    }
    return std::nullopt;
  }

  CheckResult ask_rest(const Query& query, std::uint64_t spent) {
    if (!rest_) rest_ = make_rest_(model_);
    Query rest = query;
    if (query.budget != 0) rest.budget = query.budget - spent;
    CheckResult result = rest_->check(rest);
    trouble_ = rest_->take_trouble();
    result.effort += spent;
    return result;
  }

  [[nodiscard]] std::uint64_t effort_since(int depth) const {
    return static_cast<std::uint64_t>(root_.depth() - depth);
  }

  const Model& model_;
  SolverFactory make_rest_;
  std::unique_ptr<Solver> rest_;
  std::vector<PartId> rules_;      // all that can be cited
  Propagator root_;                // with what follows from the givens
  bool consistent_ = false;        // whether that is free of conflicts
  bool probed_ = false;            // and of what probing finds
  std::uint64_t root_effort_ = 0;  // not yet reported
  Replay replay_;
  std::vector<Literal> solution_;  // the last one of all rules; empty before
};

}  // namespace

std::unique_ptr<Solver> make_presolved(const Model& model, SolverFactory rest) {
  return std::make_unique<Presolved>(model, std::move(rest));
}

}  // namespace fastslow::solver
