// What a strategy is: a line of the registry (registry.cc), and a file of strategies/ that holds its rule.
//
// A rule is a pure function of what is known about a proposal. Most rules answer one question only, whether this
// confidence is too little; what comes before and after that question is the same for all of them (`by_doubt`).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "arbiter/arbiter.h"
#include "arbiter/settings.h"

namespace fastslow::arbiter {

// Everything that a rule may look at.
struct Weighed {
  double confidence = 0;
  const Evidence& evidence;
  const ArbiterConfig& config;
  const Circumstances& around;
};

struct StrategyEntry {
  Strategy strategy{};
  std::string_view name;
  Verdict (*rule)(const Weighed&) = nullptr;  // null: System 1 proposes nothing
  std::span<const Setting> reads;             // the settings that decide by it, or what it is asked about
  bool asks_system2 = true;
  bool hindsight = false;  // knows the solution: only for measuring
};

std::span<const StrategyEntry> strategies();
const StrategyEntry& entry_of(Strategy strategy);
bool reads(const StrategyEntry& entry, const Setting& setting);

// The order of the tests is the argument:
//
//   - On a puzzle of a kind that the network was not trained on its confidence means nothing; no look and no threshold
//     helps.
//   - Doubt is first answered with what is cheap, another look at the same position.
//   - A whole picture that breaks no rule is a solution. The rules say so, which is better than any confidence, and as
//     good on a kind of puzzle that the network never saw. (Looked for only where System 1 may sleep on it.)
//   - Sleeping on it is dearer than a look and cheaper than System 2. What cannot be taken back needs a proof anyway.
//   - A move that cannot be taken back needs a proof, however sure System 1 is.
//   - What is still doubted is rejected.
//   - So is a sure move that visibly breaks a rule: looking costs nothing, and either the move is wrong or something
//     before it.
struct Reasons {
  std::string_view doubted;
  std::string_view trusted;
};
Verdict by_doubt(bool doubted, const Weighed& weighed, Reasons reasons);

inline bool may_look_again(const Weighed& weighed) {
  return weighed.evidence.looks < weighed.config.looks && weighed.evidence.slept == 0;
}

// --- the rules, each in strategies/NAME.cc -----------------------------------------------------------------

namespace rule {
Verdict system1(const Weighed& weighed);
Verdict threshold(const Weighed& weighed);
Verdict verify(const Weighed& weighed);
Verdict chow(const Weighed& weighed);
Verdict agreement(const Weighed& weighed);
Verdict self_assessment(const Weighed& weighed);
Verdict hybrid(const Weighed& weighed);
Verdict random(const Weighed& weighed);
Verdict sofai(const Weighed& weighed);
Verdict value_of_computation(const Weighed& weighed);
Verdict feedback(const Weighed& weighed);
Verdict risk_controlled(const Weighed& weighed);
Verdict oracle(const Weighed& weighed);
}  // namespace rule

}  // namespace fastslow::arbiter
