// `fastslow dataset`: System 1's training data. Puzzles of a family's generator, each as several
// positions in the encoder's form with the answer beside it. Deterministic: the same arguments give
// the same bytes on every platform.
//
// A file, all numbers little-endian, no padding:
//
//   char[8]   "FSDATA01"
//   records to the end of the file, each:
//     uint32    bytes of the record after this field
//     uint32    puzzle: 0, 1, 2, ... within the file; positions of one puzzle follow each other
//     uint32    kind of the position: see PositionKind
//     uint32    N, G, D, K      the shapes of policy/encoder.h
//     uint32    T               length of the puzzle's text
//     float32   group_features  [G, 4]
//     uint16    literal_groups  [N, D]
//     uint16    group_literals  [G, K]
//     uint8     labels          [N]  1 where the literal holds in the solution
//     char      text            [T]  in the family's canonical form
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "core/random.h"
#include "core/state.h"
#include "puzzles/puzzle.h"

namespace fastslow {

enum class PositionKind : std::uint32_t {
  start = 0,   // the givens only
  subset = 1,  // a random subset of the other variables filled in, every size equally likely
  played = 2,  // the same number filled in, easiest first, as in play
  marked = 3,  // a subset, and some wrong values ruled out as well
};

struct SampledPosition {
  PositionKind kind = PositionKind::start;
  State state;
};

inline constexpr std::string_view kDatasetMagic = "FSDATA01";
inline constexpr int kDefaultPositions = 6;

// `count` positions of a puzzle: the start, then partial states of all other kinds by turns. Each
// leaves at least one variable open and agrees with `solution` (the literal of every variable).
// Requires count > 0 and a puzzle with an open variable.
std::vector<SampledPosition> sample_positions(const Model& model, const std::vector<Literal>& solution, int count,
                                              Random& random);

// Appends one record to `bytes`.
void append_record(const Model& model, const std::vector<Literal>& solution, const SampledPosition& position,
                   std::uint32_t puzzle, const std::string& text, std::vector<std::uint8_t>& bytes);

// `--family F --out FILE [--positions N]` and either `--size S --count N --seed N`, which generates the
// puzzles, or `--file FILE`, which reads them, one a line. Progress goes to `log`. Returns the
// exit code: 0, or 2 with a sentence in `log`. Puzzle i is generated from the seed
// `seed * 2^32 + i`, so files of different seeds (below 2^32) share no seed.
int run_dataset(const std::vector<std::string>& args, std::ostream& log);

}  // namespace fastslow
