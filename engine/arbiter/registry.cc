// All strategies there are: a line each. Their order is the one in which lists show them.
#include <algorithm>
#include <array>
#include <cassert>

#include "arbiter/strategy.h"

namespace fastslow::arbiter {
namespace {

// Fields that the rule reads, or that decide what it is asked about.
constexpr std::array kSystem1 = {field::kThreshold, field::kLooks, field::kReuse, field::kSleep};
constexpr std::array kThreshold = kSystem1;
constexpr std::array kVerify = {field::kThreshold, field::kReuse};
constexpr std::array kSelfAssessment = kSystem1;
constexpr std::array kAgreement = {field::kThreshold, field::kReuse, field::kVotes};
constexpr std::array kLearning = {field::kLooks, field::kReuse, field::kSleep};
constexpr std::array kHybrid = {field::kShare, field::kLooks, field::kReuse, field::kSleep};
constexpr std::array kRandom = {field::kRate, field::kSeed, field::kReuse};

constexpr std::array kStrategies = {
    StrategyEntry{Strategy::system1, "system1", rule::system1, kSystem1, false},
    StrategyEntry{Strategy::system2, "system2", nullptr, {}},
    StrategyEntry{Strategy::threshold, "threshold", rule::threshold, kThreshold},
    StrategyEntry{Strategy::verify, "verify", rule::verify, kVerify},
    StrategyEntry{Strategy::chow, "chow", rule::chow, kLearning},
    StrategyEntry{Strategy::agreement, "agreement", rule::agreement, kAgreement},
    StrategyEntry{Strategy::self_assessment, "self_assessment", rule::self_assessment, kSelfAssessment},
    StrategyEntry{Strategy::hybrid, "hybrid", rule::hybrid, kHybrid},
    StrategyEntry{Strategy::random, "random", rule::random, kRandom},
};

}  // namespace

std::span<const StrategyEntry> strategies() { return kStrategies; }

const StrategyEntry& entry_of(Strategy strategy) {
  const auto* found = std::find_if(kStrategies.begin(), kStrategies.end(),
                                   [&](const StrategyEntry& entry) { return entry.strategy == strategy; });
  assert(found != kStrategies.end());
  return *found;
}

bool reads(const StrategyEntry& entry, std::string_view field) {
  return std::find(entry.reads.begin(), entry.reads.end(), field) != entry.reads.end();
}

std::string_view strategy_name(Strategy strategy) { return entry_of(strategy).name; }

std::optional<Strategy> parse_strategy(std::string_view name) {
  for (const StrategyEntry& entry : kStrategies) {
    if (entry.name == name) return entry.strategy;
  }
  return std::nullopt;
}

std::vector<std::string_view> strategy_names() {
  std::vector<std::string_view> names;
  for (const StrategyEntry& entry : kStrategies) names.push_back(entry.name);
  return names;
}

}  // namespace fastslow::arbiter
