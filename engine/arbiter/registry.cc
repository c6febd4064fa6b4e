// All strategies there are: a line each. Their order is the one in which lists show them.
#include <algorithm>
#include <array>
#include <cassert>

#include "arbiter/strategy.h"

namespace fastslow::arbiter {
namespace {

constexpr std::array kSystem1 = {setting::kThreshold, setting::kLooks, setting::kReuse, setting::kSleep};
constexpr std::array kSystem2 = {setting::kScope};
constexpr std::array kThreshold = {setting::kThreshold, setting::kLooks, setting::kReuse, setting::kSleep,
                                   setting::kScope};
constexpr std::array kVerify = {setting::kThreshold, setting::kReuse, setting::kScope};
constexpr std::array kAgreement = {setting::kThreshold, setting::kReuse, setting::kVotes, setting::kScope};
constexpr std::array kLearning = {setting::kLooks, setting::kReuse, setting::kSleep, setting::kScope};
constexpr std::array kHybrid = {setting::kShare, setting::kLooks, setting::kReuse, setting::kSleep, setting::kScope};
constexpr std::array kRandom = {setting::kRate, setting::kSeed, setting::kReuse, setting::kScope};
constexpr std::array kSofai = {setting::kExperience, setting::kSuccess, setting::kConfidence, setting::kGain,
                               setting::kLooks,      setting::kReuse,   setting::kSleep,      setting::kScope};
constexpr std::array kValue = {setting::kLooks, setting::kReuse, setting::kScope};
constexpr std::array kFeedback = {setting::kRounds, setting::kReuse, setting::kScope};
constexpr std::array kCertified = {setting::kCertified, setting::kReuse};
constexpr std::array kOracle = {setting::kReuse};

constexpr std::array kStrategies = {
    StrategyEntry{Strategy::system1, "system1", rule::system1, kSystem1, false},
    StrategyEntry{Strategy::system2, "system2", nullptr, kSystem2},
    StrategyEntry{Strategy::threshold, "threshold", rule::threshold, kThreshold},
    StrategyEntry{Strategy::verify, "verify", rule::verify, kVerify},
    StrategyEntry{Strategy::chow, "chow", rule::chow, kLearning},
    StrategyEntry{Strategy::agreement, "agreement", rule::agreement, kAgreement},
    StrategyEntry{Strategy::self_assessment, "self_assessment", rule::self_assessment, kThreshold},
    StrategyEntry{Strategy::hybrid, "hybrid", rule::hybrid, kHybrid},
    StrategyEntry{Strategy::random, "random", rule::random, kRandom},
    StrategyEntry{Strategy::sofai, "sofai", rule::sofai, kSofai},
    StrategyEntry{Strategy::value_of_computation, "value_of_computation", rule::value_of_computation, kValue},
    StrategyEntry{Strategy::feedback, "feedback", rule::feedback, kFeedback},
    StrategyEntry{Strategy::risk_controlled, "risk_controlled", rule::risk_controlled, kCertified},
    StrategyEntry{Strategy::oracle, "oracle", rule::oracle, kOracle, true, true},
};

}  // namespace

std::span<const StrategyEntry> strategies() { return kStrategies; }

const StrategyEntry& entry_of(Strategy strategy) {
  const auto* found = std::find_if(kStrategies.begin(), kStrategies.end(),
                                   [&](const StrategyEntry& entry) { return entry.strategy == strategy; });
  assert(found != kStrategies.end());
  return *found;
}

bool reads(const StrategyEntry& entry, const Setting& setting) {
  return std::any_of(entry.reads.begin(), entry.reads.end(),
                     [&](const Setting& read) { return read.name == setting.name; });
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
