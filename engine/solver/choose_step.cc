#include <algorithm>
#include <tuple>
#include <utility>

#include "solver/cores.h"
#include "solver/forced.h"
#include "solver/hunt.h"
#include "solver/meter.h"
#include "solver/reasoning.h"

namespace fastslow {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// Of how many failed probes the cores are read.
constexpr std::size_t kRead = 32;
// How many candidates are shrunk in vain before the hunt is content with its best.
constexpr int kPatience = 8;
// A single group that forces a literal with the help of so few rules is not beaten by looking further.
constexpr std::size_t kObvious = 2;
// How many of the most promising literals are tried by cases.
constexpr std::size_t kCases = 12;
// How many cores the solver is asked for when propagation finds none.
constexpr int kSolverCores = 2;

struct Candidate {
  Step step;
  Core core;
};

class Chooser {
 public:
  Chooser(Meter& meter, const std::vector<Step>& facts, std::optional<Literal> prefer, std::vector<Literal> solution)
      : meter_(meter),
        facts_(beyond_givens(meter.model(), facts)),
        prefer_(prefer),
        solution_(std::move(solution)),
        hunt_(meter.model(), facts_) {}

  Choice choose() {
    auto best = by_single_groups();
    if (!best || best->core.parts.size() > kObvious) best = easier(std::move(best), by_propagation());
    if (!best) best = by_cases();
    return best ? conclude(*best) : by_solver();
  }

 private:
  // A literal that holds in one solution can only be forced true, and the other way round.
  [[nodiscard]] Step step_for(Literal l) const { return {l, solution_[at(meter_.model().variable_of(l))] == l}; }

  [[nodiscard]] auto rank(const Candidate& c) const {
    return std::tuple(c.core.parts.size(), c.core.facts.size(), !c.step.place, c.step.literal != prefer_,
                      c.step.literal);
  }

  std::optional<Candidate> easier(std::optional<Candidate> a, std::optional<Candidate> b) const {
    if (!a || (b && rank(*b) < rank(*a))) return b;
    return a;
  }

  std::optional<Candidate> by_single_groups() {
    std::optional<Candidate> best;
    for (const Literal l : hunt_.open()) {
      const Step step = step_for(l);
      if (!step.place) continue;
      if (auto core = hunt_.direct(step)) best = easier(std::move(best), Candidate{step, std::move(*core)});
    }
    return best;
  }

  std::optional<Candidate> by_propagation() {
    std::vector<std::pair<int, Literal>> failures;
    for (const Literal l : hunt_.open()) {
      const auto [fails, reach] = hunt_.probe(step_for(l));
      (fails ? failures : reaches_).emplace_back(fails ? reach : -reach, l);
    }
    std::sort(failures.begin(), failures.end());
    if (failures.size() > kRead) failures.resize(kRead);
    std::vector<Candidate> found;
    for (const auto& [reach, l] : failures) {
      if (auto core = hunt_.indirect(step_for(l))) found.push_back({step_for(l), std::move(*core)});
    }
    std::sort(found.begin(), found.end(), [this](const Candidate& a, const Candidate& b) { return rank(a) < rank(b); });
    std::optional<Candidate> best;
    int in_vain = 0;
    for (Candidate& candidate : found) {
      if (in_vain++ == kPatience) break;
      candidate.core = hunt_.shrink(std::move(candidate.core), negated(candidate.step));
      if (best && rank(*best) < rank(candidate)) continue;
      best = std::move(candidate);
      in_vain = 0;
    }
    return best;
  }

  // The most promising first: those whose negation settles most.
  std::optional<Candidate> by_cases() {
    std::sort(reaches_.begin(), reaches_.end());
    std::optional<Candidate> best;
    for (std::size_t i = 0; i < std::min(kCases, reaches_.size()); ++i) {
      const Step step = step_for(reaches_[i].second);
      if (auto core = hunt_.by_cases(step)) best = easier(std::move(best), Candidate{step, std::move(*core)});
    }
    return best;
  }

  Choice conclude(const Candidate& candidate) {
    const Step denied = negated(candidate.step);
    const auto core = prove(meter_, candidate.core, denied);
    if (!core) return {};
    Minimised minimised = minimise(meter_, *core, denied, solution_);
    return {Settled::forced, Proof{candidate.step, std::move(minimised.core), minimised.minimal}, 0};
  }

  // Open literals, the most promising first; every model found clears those that it shows to be free.
  Choice by_solver() {
    std::vector<Step> todo;
    for (const auto& [reach, l] : reaches_) todo.push_back(step_for(l));
    std::optional<Candidate> best;
    int cores = 0;
    while (!todo.empty() && cores < kSolverCores) {
      const Step step = todo.front();
      todo.erase(todo.begin());
      std::vector<Step> facts = facts_;
      facts.push_back(negated(step));
      const CheckResult result = meter_.check({.facts = std::move(facts)});
      if (result.status == Truth::unknown) break;
      if (result.status == Truth::sat) {
        std::erase_if(todo, [&](Step s) {
          return (result.assignment[at(meter_.model().variable_of(s.literal))] == s.literal) != s.place;
        });
        continue;
      }
      const auto core = prove_from_all(meter_, facts_, negated(step));
      if (!core) break;
      best = easier(std::move(best), Candidate{step, *core});
      ++cores;
    }
    if (best) return conclude(*best);
    return {todo.empty() ? Settled::undetermined : Settled::unknown, std::nullopt, 0};
  }

  Meter& meter_;
  std::vector<Step> facts_;
  std::optional<Literal> prefer_;
  std::vector<Literal> solution_;
  Hunt hunt_;
  std::vector<std::pair<int, Literal>> reaches_;  // minus the reach, for literals that propagation left open
};

}  // namespace

Choice choose_step(Solver& solver, const std::vector<Step>& facts, std::optional<Literal> prefer, Limits limits) {
  Meter meter(solver, limits);
  CheckResult position = meter.check({.facts = facts});
  Choice choice;
  if (position.status == Truth::unsat) choice.verdict = Settled::contradiction;
  if (position.status == Truth::sat) {
    choice = Chooser(meter, facts, prefer, std::move(position.assignment)).choose();
  }
  choice.effort = meter.spent();
  return choice;
}

}  // namespace fastslow
