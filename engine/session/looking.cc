// What System 1 saw, look by look: whether it looks again, from other states, or for long, and what counts of all that.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "session/session.h"

namespace fastslow::session {
namespace {

// Sleeping on it, System 1 thinks from each state for as long as a glance and so many further looks take: measured, see
// models/results/many_looks.json.
constexpr int kSleepLook = 3;

}  // namespace

Effect Session::looked(AwaitedLook asked, Thought thought, Picture picture) {
  if (asked.look >= kTrainedLooks && picture.broken != 0) picture = std::move(asked.usual);
  Sighting sighting{picture.ranked, 0, asked.look + 1, picture.sureness};
  sighting.whole = picture.broken == 0;
  sighting.position = position().id;
  const int looks = sighting.looks;
  const Picture first{sighting.ranked, sighting.sureness, 0};
  Guess guess = weigh(std::move(sighting), thought, Inference::fresh, asked.spent);
  const arbiter::Referral referral = judge(thought);
  if (referral == arbiter::Referral::look_again) {
    return look({std::move(asked.input), looks, asked.spent, 0, {}, std::move(picture)}, std::move(thought));
  }
  if (referral == arbiter::Referral::look_around) {
    return look({std::move(asked.input), asked.look, asked.spent, 1, {first}, {}, true}, std::move(thought));
  }
  if (referral == arbiter::Referral::sleep_on_it) {
    return look({std::move(asked.input), kSleepLook, asked.spent, 1, {}, std::move(picture)}, std::move(thought));
  }
  return follow(referral, std::move(thought), std::move(guess));
}

// One more picture from another state. A picture that breaks no rule ends the night.
Effect Session::slept(AwaitedLook asked, Thought thought, Picture picture) {
  const bool whole = picture.broken == 0;
  asked.slept.push_back(std::move(picture));
  const int start = asked.start;
  if (asked.voting) {
    if (start + 1 < config_.arbiter.votes) {
      return look({std::move(asked.input), asked.look, asked.spent, start + 1, std::move(asked.slept), {}, true},
                  std::move(thought));
    }
    Guess guess = weigh(voted(asked.slept, thought.intuition->evidence.looks), thought, Inference::fresh, asked.spent);
    const arbiter::Referral referral = judge(thought);
    return follow(referral, std::move(thought), std::move(guess));
  }
  if (!whole && start < config_.arbiter.sleep) {
    asked.start = start + 1;
    return look(std::move(asked), std::move(thought));
  }
  Guess guess = weigh(chosen(asked, thought.intuition->evidence.looks), thought, Inference::fresh, asked.spent);
  const arbiter::Referral referral = judge(thought);
  return follow(referral, std::move(thought), std::move(guess));
}

// After a night: the solution, if the last picture was one. Otherwise what the ordinary looks saw stands, so that
// sleeping on it never makes a move worse: the picture that breaks the fewest rules was tried in its place, and lost
// puzzles.
Session::Sighting Session::chosen(const AwaitedLook& night, int looks) const {
  const std::vector<Picture>& pictures = night.slept;
  const Picture& best = pictures.back().broken == 0 ? pictures.back() : night.usual;
  Sighting sighting{best.ranked, 0, looks, best.sureness};
  sighting.whole = best.broken == 0;
  sighting.slept = static_cast<int>(pictures.size());
  for (const policy::Candidate& candidate : best.ranked) {
    const auto holds = [&](const Picture& picture) {
      return std::any_of(picture.ranked.begin(), picture.ranked.end(),
                         [&](const policy::Candidate& other) { return other.literal == candidate.literal; });
    };
    sighting.agree.push_back(static_cast<int>(std::count_if(pictures.begin(), pictures.end(), holds)));
  }
  sighting.position = position().id;
  return sighting;
}

// Of the moves that any picture holds, those of most votes first, and of these the surest: its probability is the mean
// over all pictures, 0 where a picture holds another value.
Session::Sighting Session::voted(const std::vector<Picture>& pictures, int looks) const {
  struct Vote {
    int votes = 0;
    double sum = 0;
  };
  std::map<Literal, Vote> of;
  double sureness = 0;
  for (const Picture& picture : pictures) {
    sureness += picture.sureness;
    for (const policy::Candidate& candidate : picture.ranked) {
      Vote& vote = of[candidate.literal];
      ++vote.votes;
      vote.sum += candidate.probability;
    }
  }
  const auto number = static_cast<int>(pictures.size());
  Sighting sighting{{}, 0, looks, sureness / number};
  for (const auto& [literal, vote] : of) sighting.ranked.push_back({literal, vote.sum / number});
  std::stable_sort(sighting.ranked.begin(), sighting.ranked.end(), [&](const auto& a, const auto& b) {
    const int votes = of[a.literal].votes;
    const int others = of[b.literal].votes;
    return votes != others ? votes > others : a.probability > b.probability;
  });
  // Of a variable, only the value that won.
  std::set<VariableId> seen;
  std::erase_if(sighting.ranked, [&](const policy::Candidate& candidate) {
    return !seen.insert(model().variable_of(candidate.literal)).second;
  });
  for (const policy::Candidate& candidate : sighting.ranked) sighting.agree.push_back(of[candidate.literal].votes);
  sighting.slept = number;
  sighting.position = position().id;
  return sighting;
}

}  // namespace fastslow::session
