// What a game has taught the arbitrator so far: a small value that goes in with every decision and comes out changed.
// It is never kept beside the game: whoever plays folds it from the game's decisions, so undo takes a lesson back, and
// a game that is replayed teaches the same.
//
// Costs are in the solver's own units of effort, as the decisions recorded them.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace fastslow::arbiter {

// A running mean that begins with an assumption of a certain weight.
struct Mean {
  double sum = 0;
  double weight = 0;

  [[nodiscard]] double value() const { return weight > 0 ? sum / weight : 0; }
  void add(double sample) {
    sum += sample;
    ++weight;
  }
  bool operator==(const Mean&) const = default;
};

// Before anything was played: assumptions, which the first decisions of a game outweigh. All in the solver's units. A
// proof: between the median, 800, and the mean, 3,600, of the twelve families of models/results/strategies.json
// (`verify`: effort of System 2 a question). A look: a glance, 6 iterations, at the first puzzle of the middle one of
// these families, with 1,300 messages an iteration (policy/proposal.h). A wrong move is taken to cost five proofs,
// which is what the default threshold of 0.8 amounts to.
inline constexpr double kFirstProof = 2000;
inline constexpr double kFirstLook = 4000;  // a look of System 1 in the same units
inline constexpr double kFirstRepair = 5 * kFirstProof;

struct Learned {
  Mean proof{kFirstProof, 1};    // effort of asking System 2 about a position
  Mean repair{kFirstRepair, 1};  // effort that a wrong move costs: finding it, and proving again what rested on it
  Mean look{kFirstLook, 1};      // of a look of System 1
  Mean held{};                 // 1 for each move of System 1 that held when System 2 judged it, 0 for each that did not
  Mean resolved{1, 2};         // of the second looks: 1 where System 1 was then sure enough to play, else 0
  std::vector<double> felt{};  // probabilities of the moves proposed so far, ascending

  bool operator==(const Learned&) const = default;
};

// What one decision teaches.
struct Experience {
  std::optional<double> confidence{};  // of the proposal; none: System 1 was not asked
  int looks = 0;                       // at the position, for this decision; with those from other states:
  int all_looks = 0;
  std::uint64_t operations = 0;  // of all these
  bool deliberated = false;      // System 2 was asked
  bool judged = false;           // and settled whether the proposal holds:
  bool held = false;
  bool repaired = false;  // a wrong move was taken back
  int lost = 0;           // steps that went with it, to be proved again
  std::uint64_t effort = 0;
};

Learned learn(Learned so_far, const Experience& experience);

}  // namespace fastslow::arbiter
