// What goes back to System 1 of a picture that breaks rules. It cannot be told in words which rules: what it reads is
// the board. So of each broken rule one value goes back, the one of all that show it broken that System 1 was least
// sure of, and for the next look this value is ruled out. That is a suspicion and no proof: it is nobody's step, stands
// on no board, and is forgotten with the think step.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "session/conflict.h"
#include "session/session.h"

namespace fastslow::session {

std::vector<Literal> Session::suspects_of(const std::vector<policy::Candidate>& ranked) const {
  const auto filled = filled_with(ranked);
  if (!filled) return {};
  Position pictured;
  pictured.puzzle = position().puzzle;
  pictured.state = *filled;
  pictured.consequences = consequences_of(model(), *filled);
  std::map<VariableId, policy::Candidate> seen;
  for (const policy::Candidate& candidate : ranked) seen[model().variable_of(candidate.literal)] = candidate;
  std::set<Literal> suspects;
  for (const PartId part : conflict_in(pictured).parts) {
    const policy::Candidate* least = nullptr;
    for (const VariableId cell : cells_showing(model(), pictured.state, part)) {
      const auto found = seen.find(cell);
      if (found == seen.end()) continue;
      if (least == nullptr || found->second.probability < least->probability) least = &found->second;
    }
    if (least != nullptr) suspects.insert(least->literal);
  }
  return {suspects.begin(), suspects.end()};
}

// The position as the network is told it, but for these values. Nothing where a rule could then not be met any more:
// not all of these suspicions can be right.
std::shared_ptr<const policy::PolicyInput> Session::input_without(const std::vector<Literal>& values) const {
  const Model& told = told_model();
  State state = initial_state(told);
  const std::size_t shared = std::min(state.marks.size(), position().state.marks.size());
  for (std::size_t l = 0; l < shared; ++l) {
    if (!told.is_hidden(static_cast<Literal>(l))) state.marks[l] = position().state.marks[l];
  }
  for (const Literal value : values) state.marks[static_cast<std::size_t>(value)] = Mark::ruled_out;
  const Consequences follows = consequences_of(told, state);
  if (!follows.broken.empty()) return nullptr;
  auto input = std::make_shared<const policy::PolicyInput>(policy::Encoder(told).encode(follows));
  return policy::may_propose(told, *input) ? input : nullptr;
}

// The best picture so far is what is proposed from; the latest is what is learned from.
Effect Session::fed_back(AwaitedLook asked, Thought thought, Picture picture) {
  picture.broken = broken_by(picture.ranked);
  picture.suspects = picture.broken == 0 ? std::vector<Literal>{} : suspects_of(picture.ranked);
  std::vector<Literal> without = picture.suspects;
  without.insert(without.end(), asked.without.begin(), asked.without.end());
  auto input = picture.suspects.empty() ? nullptr : input_without(without);
  if (input == nullptr && !picture.suspects.empty() && !asked.without.empty()) {
    without = picture.suspects;
    input = input_without(without);
  }
  const int learned = input == nullptr ? 0 : static_cast<int>(picture.suspects.size());
  Picture best = asked.fed == 0 || picture.broken < asked.usual.broken ? std::move(picture) : std::move(asked.usual);
  // What broke a rule is proposed last.
  std::stable_partition(best.ranked.begin(), best.ranked.end(), [&](const policy::Candidate& candidate) {
    return std::find(best.suspects.begin(), best.suspects.end(), candidate.literal) == best.suspects.end();
  });
  Sighting sighting{best.ranked, 0, 1, best.sureness};
  sighting.whole = best.broken == 0;
  sighting.fed = asked.fed;
  sighting.suspects = learned;
  sighting.position = position().id;
  Guess guess = weigh(std::move(sighting), thought, Inference::fresh, asked.spent);
  const arbiter::Referral referral = judge(thought);
  if (referral != arbiter::Referral::feed_back) return follow(referral, std::move(thought), std::move(guess));
  AwaitedLook next{std::move(input), 0, asked.spent};
  next.usual = std::move(best);
  next.without = std::move(without);
  next.fed = asked.fed + 1;
  return look(std::move(next), std::move(thought));
}

}  // namespace fastslow::session
