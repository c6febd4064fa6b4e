// The fields of ArbiterConfig that strategies read, as the wire spells them, with what they may be: one line each,
// which the registry names (`StrategyEntry::reads`), requests set, replies tell and lists show.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <variant>

#include "arbiter/arbiter.h"

namespace fastslow::arbiter {

using SettingMember = std::variant<double ArbiterConfig::*, int ArbiterConfig::*, std::uint64_t ArbiterConfig::*>;

struct Setting {
  std::string_view name;
  SettingMember member;
  double least = 0;
  double most = 1;
  bool general = false;  // always told; the others only where they differ from what they are at first
  bool open = false;     // more than `most` means nothing else, and is taken
};

namespace setting {
inline constexpr Setting kThreshold{"threshold", &ArbiterConfig::threshold, 0, 1, true};
inline constexpr Setting kLooks{"looks", &ArbiterConfig::looks, 1, 8, true, true};
inline constexpr Setting kReuse{"reuse", &ArbiterConfig::reuse, 0, 1.01, true, true};
inline constexpr Setting kSleep{"sleep", &ArbiterConfig::sleep, 0, kMostSleep, true};
inline constexpr Setting kVotes{"votes", &ArbiterConfig::votes, 1, kMostVotes};
inline constexpr Setting kRounds{"rounds", &ArbiterConfig::rounds, 0, kMostRounds};
inline constexpr Setting kScope{"scope", &ArbiterConfig::scope, scope::kStep, scope::kBoard};
inline constexpr Setting kShare{"share", &ArbiterConfig::share};
inline constexpr Setting kRate{"rate", &ArbiterConfig::rate};
inline constexpr Setting kSeed{"seed", &ArbiterConfig::seed, 0, 4294967295.0};
inline constexpr Setting kCertified{"certified", &ArbiterConfig::certified, 0, 1.01, false, true};
inline constexpr Setting kExperience{"experience", &ArbiterConfig::experience, 0, 1000};
inline constexpr Setting kSuccess{"success", &ArbiterConfig::success};
inline constexpr Setting kConfidence{"confidence", &ArbiterConfig::confidence};
inline constexpr Setting kGain{"gain", &ArbiterConfig::gain, 0, 100};
}  // namespace setting

inline constexpr std::array kSettings = {
    setting::kThreshold, setting::kLooks,      setting::kReuse, setting::kSleep,     setting::kVotes,
    setting::kShare,     setting::kRate,       setting::kSeed,  setting::kCertified, setting::kExperience,
    setting::kSuccess,   setting::kConfidence, setting::kGain,  setting::kRounds,    setting::kScope};

// Calls `use` with a reference to the field, whose type it is.
template <class Config, class Use>
auto with_setting(Config& config, const Setting& setting, Use use) {
  return std::visit([&](auto member) { return use(config.*member); }, setting.member);
}

}  // namespace fastslow::arbiter
