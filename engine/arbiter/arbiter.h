// The arbitrator: decides, move by move, whether intuition is good enough, should look again, or deliberation is due.
//
// A pure function of the proposal, cheap evidence, what the game has taught so far and one config struct whose fields
// are all the thresholds there are. It is asked about the proposal after every look of System 1, and then, if it
// escalated, about what System 2 found. What the strategies are: strategy.h, registry.cc, and a file each in
// strategies/.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "arbiter/learned.h"
#include "solver/reasoning.h"

namespace fastslow::arbiter {

enum class Strategy {
  system1,               // always intuition, never checked
  system2,               // always deliberation, intuition is not asked
  threshold,             // intuition where its calibrated probability reaches the threshold
  verify,                // intuition proposes, deliberation refutes or confirms every move
  chow,                  // deliberation where a wrong move would cost more than the proof, both as learned from play
  agreement,             // intuition where looks from several states agree
  self_assessment,       // intuition where the network is sure of its whole picture
  hybrid,                // deliberation for the hardest share of the moves
  random,                // deliberation at a rate, by lot
  sofai,                 // intuition where it has proved itself, deliberation where its gain is worth the cost
  value_of_computation,  // as long as thinking is worth more than it costs
  feedback,              // the rules that its picture breaks go back to intuition, some times over, then deliberation
  risk_controlled,       // intuition from a threshold that was certified on recorded games
  oracle,                // deliberation exactly where intuition is wrong; only for measuring
};

inline constexpr int kMostSleep = 64;  // states
inline constexpr int kMostVotes = 32;
inline constexpr int kMostRounds = 16;

// What System 2 is asked about where intuition is not trusted. What stands on the board unproved, System 1's moves
// among it, goes in as assumptions that are taken back when they turn out wrong.
namespace scope {
inline constexpr int kStep = 0;    // the easiest step, wherever it is
inline constexpr int kCell = 1;    // the cell in doubt
inline constexpr int kRegion = 2;  // it, and every open cell that some rule names together with it
inline constexpr int kBoard = 3;   // every open cell
}  // namespace scope

struct ArbiterConfig {
  Strategy strategy = Strategy::threshold;
  double threshold = 0.8;  // 0..1, on the calibrated probability
  // >= 1: how often System 1 may look at one position; with 1 it never looks again. From the third look on a picture
  // counts only where it breaks no rule; otherwise what the second saw stands.
  int looks = 2;
  // 0..1: from this probability the other moves that one look saw are played without another look; where the
  // threshold is higher, that counts. Above 1 nothing is reused.
  double reuse = 0.95;
  // From how many other states System 1 thinks a position over, at length, where its looks leave it unsure ("sleep on
  // it"), until a picture breaks no rule; if none does, what its looks saw stands. 0: never, and then nobody looks
  // whether a whole picture breaks a rule.
  int sleep = 0;
  int votes = 3;       // >= 1, agreement: looks that vote, the first among them
  double share = 0.2;  // 0..1, hybrid: of the moves, the hardest first
  double rate = 0.2;   // 0..1, random
  int rounds = 3;      // >= 0, feedback: so many looks with what the ones before got wrong
  int scope = scope::kStep;
  std::uint64_t seed = 1;   // random: another lot
  double certified = 2;     // risk_controlled: the certified threshold; above 1 there is none
  double experience = 0;    // sofai, its t1: this many judged moves of System 1 are too few to know it by
  double success = 0.5;     // 0..1, sofai, t2: the share of them that held
  double confidence = 0.5;  // 0..1, sofai, t3
  double gain = 0.5;        // sofai, t4: gain for cost

  bool operator==(const ArbiterConfig&) const = default;
};

// What a rule may know beyond the proposal itself.
struct Circumstances {
  // What the game so far has taught. Asked for only by rules that learn: it is gathered from all decisions.
  std::function<Learned()> learned = [] { return Learned{}; };
  std::uint64_t position = 0;   // the same number for the same position of the same game
  std::optional<bool> right{};  // whether the proposal is the solution's; only where somebody measures
};

// Free knowledge about a proposal: the rules are looked at, nothing is searched.
struct Evidence {
  bool legal = true;         // no upper bound forbids it
  int violated = 0;          // parts that could visibly not be met any more once it is played
  bool shifted = false;      // the puzzle is outside what the network knows: its confidence means nothing
  int looks = 1;             // of System 1 at the position that the proposal is from
  double sureness = 1;       // System 1's own probability that its whole picture is right; for the reader only
  bool irrevocable = false;  // the board answers the move by showing more: it cannot be taken back
  bool whole = false;        // System 1's whole picture, filled in, breaks no rule: it is a solution, whatever it felt
  int slept = 0;             // how many pictures from several states it was chosen from; 0: there was one
  int agree = 0;             // how many of these pictures hold the proposal
  int fed = 0;               // how many looks were told which values of the ones before broke a rule
  int suspects = 0;          // values of its latest picture that broke a rule and may go back to System 1 as ruled out
};

enum class Referral {
  accept,       // play the proposal
  look_again,   // System 1 goes on thinking about the same position
  look_around,  // System 1 looks from other states, and its pictures vote
  feed_back,    // System 1 looks at the position without the values that broke a rule
  sleep_on_it,  // System 1 thinks it over from other states, until the rules say that a picture is a solution
  choose,       // System 2 looks for the easiest step, and prefers the proposal among equals
  examine,      // System 2 settles whether the proposal is forced or impossible
  confirm,      // System 2 proves the proposal if it sees how, and else looks for the easiest step
};

struct Verdict {
  Referral referral = Referral::accept;
  std::string_view reason;  // key verdict.*
};

// Requires a strategy other than system2, which asks for no proposal.
Verdict arbitrate(double confidence, const Evidence& evidence, const ArbiterConfig& config,
                  const Circumstances& around = {});

// Whether a move that an earlier look saw may be proposed now, when nothing has changed since but what that look
// proposed: it was sure of it, and no rule speaks against it yet.
bool still_good(double confidence, const Evidence& evidence, const ArbiterConfig& config);

// After an escalation.
enum class Conclusion {
  play_proof,  // play the step that was proved
  play_guess,  // play the proposal after all, unproved
  diagnose,    // the facts contradict the rules: find the wrong guess
  give_up,     // nothing to play: no proof and no proposal
};

struct Concluded {
  Conclusion conclusion = Conclusion::play_proof;
  std::string_view outcome;  // key outcome.*, empty for diagnose and give_up
};

// `proposed`: the literal System 1 proposed, or -1. `proved`: the step of the proof if there is one.
Concluded conclude(solver::Finding finding, Literal proposed, Step proved);

// The enumerators' own names, as the wire and the tool's options spell them.
std::string_view strategy_name(Strategy strategy);
std::optional<Strategy> parse_strategy(std::string_view name);
std::vector<std::string_view> strategy_names();

}  // namespace fastslow::arbiter
