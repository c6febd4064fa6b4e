#include "session/decision.h"

#include <algorithm>

namespace fastslow::session {

std::optional<Literal> Decision::literal() const {
  const auto settled = step();
  return settled ? std::optional(settled->literal) : std::nullopt;
}

std::optional<Step> Decision::step() const {
  if (const auto* settles = std::get_if<Step>(&act)) return *settles;
  if (const auto* undoes = std::get_if<TakeBack>(&act)) return Step{undoes->literal, false};
  return std::nullopt;
}

bool Decision::places() const {
  const auto* settles = std::get_if<Step>(&act);
  return settles != nullptr && settles->place;
}

arbiter::Experience experience_of(const Decision& decision) {
  arbiter::Experience experience;
  const std::string outcome = decision.outcome();
  if (const Intuition* intuition = decision.intuition()) {
    experience.confidence = intuition->proposal.probability;
    const arbiter::Evidence& evidence = intuition->evidence;
    experience.looks = intuition->inference == Inference::fresh ? evidence.looks : 0;
    if (experience.looks > 0) experience.all_looks = experience.looks + evidence.slept + evidence.fed;
    experience.operations = intuition->operations;
  }
  experience.deliberated = decision.escalated();
  if (experience.deliberated) experience.effort = decision.thought->deliberation->effort;
  experience.held = outcome == arbiter::outcome::kConfirmed;
  experience.judged =
      experience.held || outcome == arbiter::outcome::kRefuted || outcome == arbiter::outcome::kCorrected;
  experience.repaired = decision.takes_back();
  experience.lost = std::max(0, static_cast<int>(decision.removed.size()) - 1);
  return experience;
}

}  // namespace fastslow::session
