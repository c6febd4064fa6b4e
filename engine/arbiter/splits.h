// How often a promise is broken, tried out: recorded games are dealt anew many times into those that the order of the
// thresholds is learned from, those that a threshold is certified on, and those that it then meets.
//
// The promise is about games like those that it was certified on. Here these are all games that were not used for the
// order: the certified ones are drawn from them without looking, so that the share of them that is lost at a threshold
// is the true risk, known exactly. A deal in which it is above alpha breaks the promise; that may happen with a chance
// of delta. What the games of the third kind alone came to is told as well; it scatters around the true risk.
#pragma once

#include <cstdint>
#include <span>
#include <utility>

#include "arbiter/risk.h"

namespace fastslow::arbiter {

// A recorded game in which everything was checked, or played by what is right (strategies/oracle.cc).
struct Recorded {
  WorstError worst = -1;
  double least = 1;  // confidence of all that was proposed in it; 0 where something visibly broke a rule
};

// Whether System 2 is asked at all in such a game.
inline bool checked(const Recorded& game, double threshold) { return game.least <= 0 || game.least < threshold; }

struct Deal {
  int order = 0;
  int calibration = 0;  // the rest is met afterwards
  int times = 1000;
  std::uint64_t seed = 1;
};

struct Kept {
  int times = 0;
  int certified = 0;                 // deals in which there was a threshold
  int broken = 0;                    // deals whose threshold has a true risk above alpha
  std::pair<double, double> within;  // for the chance of that, at 95 % (Clopper and Pearson)
  int met_above = 0;                 // deals in which more than alpha of the games met afterwards was lost
  double lost = 0;                   // of the games met afterwards, mean over all deals
  double checked = 0;                // of them, those in which System 2 was asked: all, where nothing was certified
  double base = 0;                   // of all games, those lost if nothing doubted is checked
};

// Requires order + calibration < games. What the games are dealt by depends on nothing but the seed.
Kept kept_over(std::span<const Recorded> games, double alpha, double delta, const Deal& deal);

// As many candidates as a promise is tried with.
inline constexpr int kMostThresholds = 50;

}  // namespace fastslow::arbiter
