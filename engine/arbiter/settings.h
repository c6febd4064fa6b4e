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
inline constexpr Setting threshold{"threshold", &ArbiterConfig::threshold, 0, 1, true};
inline constexpr Setting looks{"looks", &ArbiterConfig::looks, 1, 8, true, true};
inline constexpr Setting reuse{"reuse", &ArbiterConfig::reuse, 0, 1.01, true, true};
inline constexpr Setting sleep{"sleep", &ArbiterConfig::sleep, 0, kMostSleep, true};
inline constexpr Setting votes{"votes", &ArbiterConfig::votes, 1, kMostVotes};
inline constexpr Setting share{"share", &ArbiterConfig::share};
inline constexpr Setting rate{"rate", &ArbiterConfig::rate};
inline constexpr Setting seed{"seed", &ArbiterConfig::seed, 0, 4294967295.0};
inline constexpr Setting certified{"certified", &ArbiterConfig::certified, 0, 1.01, false, true};
inline constexpr Setting experience{"experience", &ArbiterConfig::experience, 0, 1000};
inline constexpr Setting success{"success", &ArbiterConfig::success};
inline constexpr Setting confidence{"confidence", &ArbiterConfig::confidence};
inline constexpr Setting gain{"gain", &ArbiterConfig::gain, 0, 100};
}  // namespace setting

inline constexpr std::array kSettings = {setting::threshold, setting::looks,      setting::reuse,   setting::sleep,
                                         setting::votes,     setting::share,      setting::rate,    setting::seed,
                                         setting::certified, setting::experience, setting::success, setting::confidence,
                                         setting::gain};

// Calls `use` with a reference to the field, whose type it is.
template <class Config, class Use>
auto with_setting(Config& config, const Setting& setting, Use use) {
  return std::visit([&](auto member) { return use(config.*member); }, setting.member);
}

}  // namespace fastslow::arbiter
