// Looking for the step that is easiest to explain (the idea of Demystify: Espasa, Gent, Hoffmann, Jefferson and Lynch,
// "Using Small MUSes to Explain How to Solve Pen and Paper Puzzles", 2021; there a solver searches the small subsets,
// here propagation proposes them and whoever claims the step has a solver confirm it).
//
// To shrink the core of every forced literal would be thorough and far too slow. So cheap signs decide who is looked at
// more closely, in rounds that narrow:
//
//   - Placements that a single group forces. If one cites no more than `kObvious` rules, the search is over.
//   - Each open literal's opposite is probed. A probe that fails early, having settled little, promises a short chain:
//     the first `kRead` have their cores read from the trail, the smallest of these are shrunk, and after `kPatience`
//     of them in a row without a better one the best stands.
//   - If no probe fails, one case distinction, for the `kCases` literals whose probe settled most: they are closest to
//     failing.
//
// One solution of the position halves the work: only what it says of a literal can be forced. The result is easy, not
// provably the easiest.
#include "solver/easiest.h"

#include <algorithm>
#include <cassert>
#include <tuple>

#include "core/index.h"

namespace fastslow::solver {
namespace {

// All four are chosen by hand, between the length of explanations and the wait for them.
// Of how many failed probes the cores are read.
constexpr std::size_t kRead = 32;
// How many candidates are shrunk in vain before the hunt is content with its best.
constexpr int kPatience = 8;
// A single group that forces a literal with the help of so few rules is not beaten by looking further.
constexpr std::size_t kObvious = 2;
// How many of the most promising literals are tried by cases.
constexpr std::size_t kCases = 12;
}  // namespace

Easiest::Easiest(const Model& model, Hunt& hunt, std::optional<Literal> prefer, std::vector<Literal> solution)
    : model_(model), hunt_(hunt), prefer_(prefer), solution_(std::move(solution)) {
  assert(solution_.size() == model.variables().size());
}

Step Easiest::step_for(Literal l) const { return {l, solution_[at(model_.variable_of(l))] == l}; }

bool Easiest::ranks_before(const EasyStep& a, const EasyStep& b) const {
  const auto rank = [this](const EasyStep& c) {
    return std::tuple(c.core.parts.size(), c.core.facts.size(), !c.step.place, c.step.literal != prefer_,
                      c.step.literal);
  };
  return rank(a) < rank(b);
}

std::optional<EasyStep> Easiest::easier(std::optional<EasyStep> a, std::optional<EasyStep> b) const {
  if (!a || (b && ranks_before(*b, *a))) return b;
  return a;
}

std::optional<EasyStep> Easiest::find() {
  auto best = by_single_groups();
  if (!best || best->core.parts.size() > kObvious) best = easier(std::move(best), by_propagation());
  if (!best) best = by_cases();
  return best;
}

std::vector<Step> Easiest::open_steps() const {
  std::vector<Step> steps;
  for (const auto& [reach, l] : reaches_) steps.push_back(step_for(l));
  return steps;
}

std::optional<EasyStep> Easiest::by_single_groups() {
  std::optional<EasyStep> best;
  for (const Literal l : hunt_.open()) {
    const Step step = step_for(l);
    if (!step.place) continue;
    if (auto core = hunt_.direct(step)) best = easier(std::move(best), EasyStep{step, std::move(*core)});
  }
  return best;
}

std::optional<EasyStep> Easiest::by_propagation() {
  std::vector<std::pair<int, Literal>> failures;
  for (const Literal l : hunt_.open()) {
    const auto [fails, reach] = hunt_.probe(step_for(l));
    (fails ? failures : reaches_).emplace_back(fails ? reach : -reach, l);
  }
  std::sort(failures.begin(), failures.end());
  if (failures.size() > kRead) failures.resize(kRead);
  std::vector<EasyStep> found;
  for (const auto& [reach, l] : failures) {
    if (auto core = hunt_.indirect(step_for(l))) found.push_back({step_for(l), std::move(*core)});
  }
  std::sort(found.begin(), found.end(), [this](const EasyStep& a, const EasyStep& b) { return ranks_before(a, b); });
  std::optional<EasyStep> best;
  int in_vain = 0;
  for (EasyStep& candidate : found) {
    if (in_vain++ == kPatience) break;
    candidate.core = hunt_.shrink(std::move(candidate.core), negated(candidate.step));
    if (best && ranks_before(*best, candidate)) continue;
    best = std::move(candidate);
    in_vain = 0;
  }
  return best;
}

// The most promising first: those whose negation settles most.
std::optional<EasyStep> Easiest::by_cases() {
  std::sort(reaches_.begin(), reaches_.end());
  std::optional<EasyStep> best;
  for (std::size_t i = 0; i < std::min(kCases, reaches_.size()); ++i) {
    const Step step = step_for(reaches_[i].second);
    if (auto core = hunt_.by_cases(step)) best = easier(std::move(best), EasyStep{step, std::move(*core)});
  }
  return best;
}

}  // namespace fastslow::solver
