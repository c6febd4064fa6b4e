// `fastslow dataset` and `fastslow arena`: System 1's training data, and the board it plays on when it is measured.
// Both write records (cli/positions.h) of a family's puzzles. Deterministic: the same arguments give the same bytes
// on every platform.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace fastslow::cli {

inline constexpr std::string_view kDatasetMagic = "FSDATA02";
inline constexpr int kDefaultPositions = 5;

// `--family F --out FILE [--positions N]` and either `--size S --count N --seed N [--level L]`, which generates the
// puzzles (without a level: hard, medium, hard, easy by turns), or `--file FILE`, which reads them, one a line. The
// file begins with kDatasetMagic; records follow.
// `--shard I/N` (1 <= I <= N) writes every N-th puzzle from the I-th on: the shards of all I hold the records of the
// whole. Progress goes to `log`. Returns the exit code: 0, or 2 with a sentence in `log`. Puzzle i is generated from
// the seed `seed * 2^32 + i`, so files of different seeds (below 2^32) share no seed.
int run_dataset(const std::vector<std::string>& args, std::ostream& log);

// The same arguments but `--out` and `--positions`. Plays all the puzzles at once, in rounds. A round is: a uint32, the
// number of puzzles in play; the record of each; then, read from `in`, a uint32 for each: the row of the literal to
// place, not a hidden one. A puzzle leaves when it is finished or the literal was wrong. Ends when none is in play.
int run_arena(const std::vector<std::string>& args, std::istream& in, std::ostream& out, std::ostream& log);

}  // namespace fastslow::cli
