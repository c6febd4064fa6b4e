// Positions of puzzles as System 1's training data: which ones, and how they are written.
//
// A record, all numbers little-endian, no padding:
//
//     uint32    bytes of the record after this field
//     uint32    puzzle: 0, 1, 2, ... within the file; positions of one puzzle follow each other
//     uint32    kind of the position: see PositionKind
//     uint32    N, G, W         the shapes of policy/encoder.h
//     uint32    E, F            literals in all counting groups, in all sums
//     uint32    T               length of the puzzle's text
//     float32   group_features  [G, 4]
//     float32   sum_features    [W, 4]
//     float32   weights         [F]  of each literal of each sum, one sum after the other
//     uint16    group sizes     [G]
//     uint16    group literals  [E]  one group after the other
//     uint16    sum sizes       [W]
//     uint16    sum literals    [F]
//     uint8     labels          [N]  kHolds where the literal holds in the solution, kHidden where nobody plays it
//     char      text            [T]  the puzzle in the family's canonical form
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/random.h"
#include "core/state.h"
#include "puzzles/family.h"

namespace fastslow::cli {

enum class PositionKind : std::uint32_t {
  start = 0,     // the givens only
  subset = 1,    // a random subset of the other variables filled in, every size equally likely
  played = 2,    // the same number filled in, easiest first, as in play
  marked = 3,    // a subset, and some wrong values ruled out as well
  mistaken = 4,  // as played, and then one value that looks possible but is wrong
};

inline constexpr std::uint8_t kHolds = 1;
inline constexpr std::uint8_t kHidden = 2;

struct SampledPosition {
  PositionKind kind = PositionKind::start;
  State state;
  std::optional<puzzles::Puzzle> puzzle{};  // as it has become, where a puzzle grows
};

// The literal of every variable: what the puzzle says itself, or else its first solution; with `only`, nothing if
// there is another one.
std::optional<std::vector<Literal>> answer_of(const puzzles::Puzzle& puzzle, bool only);

// `count` positions of a puzzle: the start, then partial states of all other kinds by turns. Each leaves at least one
// variable open; all but `mistaken` agree with `answer` (the literal of every variable).
// Requires count > 0 and a puzzle with an open variable.
std::vector<SampledPosition> sample_positions(const puzzles::Puzzle& puzzle, const std::vector<Literal>& answer,
                                              int count, Random& random);

// Appends one record to `bytes`.
void append_record(const Model& model, const std::vector<Literal>& answer, const SampledPosition& position,
                   std::uint32_t puzzle, const std::string& text, std::vector<std::uint8_t>& bytes);

}  // namespace fastslow::cli
