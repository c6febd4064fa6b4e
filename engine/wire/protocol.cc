#include "wire/protocol.h"

#include <type_traits>

#include "arbiter/strategy.h"
#include "core/version.h"
#include "puzzles/family.h"
#include "wire/names.h"
#include "wire/trace.h"

namespace fastslow::wire {
namespace {

Json strategies_json() {
  Json list = Json::array();
  for (const arbiter::StrategyEntry& entry : arbiter::strategies()) {
    Json reads = Json::array();
    for (const arbiter::Setting& setting : entry.reads) reads.push_back(setting.name);
    list.push_back({{"name", entry.name},
                    {"system1", entry.rule != nullptr},
                    {"system2", entry.asks_system2},
                    {"hindsight", entry.hindsight},
                    {"reads", std::move(reads)}});
  }
  return list;
}

// The settings as they are at first, and what they may be.
Json settings_json() {
  Json list = Json::array();
  const arbiter::ArbiterConfig first;
  for (const arbiter::Setting& setting : arbiter::kSettings) {
    Json json = {{"name", setting.name}, {"least", setting.least}, {"most", setting.most}};
    with_setting(first, setting, [&](const auto& value) {
      json["default"] = value;
      json["whole"] = std::is_integral_v<std::decay_t<decltype(value)>>;
    });
    list.push_back(std::move(json));
  }
  return list;
}

}  // namespace

Json protocol_json(std::span<const std::string_view> operations) {
  return {{"version", version()},        {"operations", operations},
          {"enums", enums_json()},       {"strategies", strategies_json()},
          {"settings", settings_json()}, {"limits", {{"puzzleText", puzzles::kMaxPuzzleText}}},
          {"traces", kTraceFormats}};
}

}  // namespace fastslow::wire
