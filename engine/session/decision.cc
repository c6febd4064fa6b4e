#include "session/decision.h"

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

}  // namespace fastslow::session
