// What goes back to System 1 of a picture that breaks rules. It cannot be told in words which rules: what it reads is
// the board. So of each broken rule one value goes back, the one of all that show it broken that System 1 was least
// sure of, and for the next look this value is ruled out, as far as the rules can then still be met: least sure first.
// That is a suspicion and no proof: it is nobody's step, stands on no board, and is forgotten with the think step.
#include <algorithm>
#include <map>
#include <utility>

#include "core/index.h"
#include "session/conflict.h"
#include "session/session.h"
#include "session/suspicion.h"

namespace fastslow::session {
namespace {

// What stands on the board under the rules that the network was told.
State as_told(const Model& told, const State& board) {
  State state = initial_state(told);
  const std::size_t shared = std::min(state.marks.size(), board.marks.size());
  for (std::size_t l = 0; l < shared; ++l) {
    if (!told.is_hidden(static_cast<Literal>(l))) state.marks[l] = board.marks[l];
  }
  return state;
}

}  // namespace

std::vector<Literal> Session::suspects_of(const std::vector<policy::Candidate>& ranked) const {
  const auto filled = filled_with(ranked);
  if (!filled) return {};
  Position pictured;
  pictured.puzzle = position().puzzle;
  pictured.state = *filled;
  pictured.consequences = consequences_of(model(), *filled);
  std::map<VariableId, policy::Candidate> seen;
  for (const policy::Candidate& candidate : ranked) seen[model().variable_of(candidate.literal)] = candidate;
  std::map<Literal, double> suspects;
  for (const PartId part : conflict_in(pictured).parts) {
    const policy::Candidate* least = nullptr;
    for (const VariableId cell : cells_showing(model(), pictured.state, part)) {
      const auto found = seen.find(cell);
      if (found == seen.end()) continue;
      if (least == nullptr || found->second.probability < least->probability) least = &found->second;
    }
    if (least != nullptr) suspects.emplace(least->literal, least->probability);
  }
  std::vector<Literal> least_sure_first;
  for (const auto& [literal, probability] : suspects) least_sure_first.push_back(literal);
  std::stable_sort(least_sure_first.begin(), least_sure_first.end(),
                   [&](Literal a, Literal b) { return suspects.at(a) < suspects.at(b); });
  return least_sure_first;
}

// The position as the network is told it, without these values.
std::shared_ptr<const policy::PolicyInput> Session::input_without(const std::vector<Literal>& values) const {
  State state = as_told(told_model(), position().state);
  for (const Literal value : values) state.marks[at(value)] = Mark::ruled_out;
  return std::make_shared<const policy::PolicyInput>(
      policy::Encoder(told_model()).encode(consequences_of(told_model(), state)));
}

// The best picture so far is what is proposed from; the latest is what is learned from.
Effect Session::fed_back(AwaitedLook asked, Thought thought, Picture picture) {
  picture.broken = broken_by(picture.ranked);
  picture.suspects = picture.broken == 0 ? std::vector<Literal>{} : suspects_of(picture.ranked);
  // Those of the latest picture come first: what earlier looks were told goes where it does not fit them any more.
  std::vector<Literal> without = picture.suspects;
  without.insert(without.end(), asked.without.begin(), asked.without.end());
  if (!picture.suspects.empty()) without = all_that_fit(told_model(), as_told(told_model(), position().state), without);
  const auto learned = std::count_if(picture.suspects.begin(), picture.suspects.end(), [&](Literal value) {
    return std::find(without.begin(), without.end(), value) != without.end();
  });
  Picture best = asked.fed == 0 || picture.broken < asked.usual.broken ? std::move(picture) : std::move(asked.usual);
  // What broke a rule is proposed last.
  std::stable_partition(best.ranked.begin(), best.ranked.end(), [&](const policy::Candidate& candidate) {
    return std::find(best.suspects.begin(), best.suspects.end(), candidate.literal) == best.suspects.end();
  });
  Sighting sighting{best.ranked, 0, 1, best.sureness};
  sighting.whole = best.broken == 0;
  sighting.fed = asked.fed;
  sighting.suspects = static_cast<int>(learned);
  sighting.position = position().id;
  Guess guess = weigh(std::move(sighting), thought, Inference::fresh, asked.spent);
  const arbiter::Referral referral = judge(thought);
  if (referral != arbiter::Referral::feed_back) return follow(referral, std::move(thought), std::move(guess));
  AwaitedLook next{input_without(without), 0, asked.spent};
  next.usual = std::move(best);
  next.without = std::move(without);
  next.fed = asked.fed + 1;
  return look(std::move(next), std::move(thought));
}

}  // namespace fastslow::session
