#include "wire/protocol.h"

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
    list.push_back({{"name", entry.name},
                    {"system1", entry.rule != nullptr},
                    {"system2", entry.asks_system2},
                    {"reads", entry.reads}});
  }
  return list;
}

// The fields of the configuration that strategies read, as they are at first and with what they may be.
Json settings_json() {
  const arbiter::ArbiterConfig first;
  using namespace arbiter::field;
  const auto setting = [](std::string_view name, double usual, double least, double most, bool whole) {
    return Json{{"name", name}, {"default", usual}, {"least", least}, {"most", most}, {"whole", whole}};
  };
  return {setting(kThreshold, first.threshold, 0, 1, false),
          setting(kLooks, first.looks, 1, 8, true),
          setting(kReuse, first.reuse, 0, 1.5, false),
          setting(kSleep, first.sleep, 0, arbiter::kMostSleep, true),
          setting(kVotes, first.votes, 1, arbiter::kMostVotes, true),
          setting(kShare, first.share, 0, 1, false),
          setting(kRate, first.rate, 0, 1, false),
          setting(kSeed, static_cast<double>(first.seed), 0, 1e9, true)};
}

}  // namespace

Json protocol_json(std::span<const std::string_view> operations) {
  return {{"version", version()},        {"operations", operations},
          {"enums", enums_json()},       {"strategies", strategies_json()},
          {"settings", settings_json()}, {"limits", {{"puzzleText", puzzles::kMaxPuzzleText}}},
          {"traces", kTraceFormats}};
}

}  // namespace fastslow::wire
