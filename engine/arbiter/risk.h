// A threshold with a guarantee: Learn then Test. Source: Angelopoulos, Bates, Candès, Jordan and Lei (arXiv
// 2110.01052).
//
// The unit is a game: moves of one game depend on each other. A game is lost at a threshold if any wrong move was
// played unchecked there. Thresholds are tested from the strictest to the loosest, each by the exact binomial p-value
// of "the chance of a loss is above alpha", as long as it is rejected at level delta (fixed-sequence testing: no
// correction for their number is needed, as the order does not depend on the games that are tested). What is returned
// then holds with probability 1 - delta over the draw of the games: at most a share alpha of games like these is lost.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace fastslow::arbiter {

// Of one recorded game: the highest confidence of a wrong move that would have been played unchecked; below 0 if every
// move was right. It is lost at every threshold up to that.
using WorstError = double;

// The chance of at most `losses` in `games` where each is lost with chance `risk`: the p-value of "the risk is above".
double binomial_tail(int losses, int games, double risk);

// How many games without a loss it takes before anything can be certified at all. Requires both in (0, 1).
int games_needed(double alpha, double delta);

// The highest risk that so many losses do not refute at level delta (Clopper and Pearson): the bound that is shown.
double upper_bound(int losses, int games, double delta);

struct Tested {
  double threshold = 0;
  int losses = 0;
  bool holds = false;  // "the risk is above alpha" was rejected
};

struct Certified {
  std::optional<double> threshold;  // none: not even the strictest could be certified
  int games = 0;
  int losses = 0;              // at that threshold
  double bound = 1;            // on its risk, at level delta
  int needed = 0;              // games without a loss that it takes at least
  std::vector<Tested> tested;  // strictest first; only the last of them may fail
};

// The thresholds that are worth testing, strictest first: quantiles of a separate split of games, so that the order and
// the candidates owe nothing to the games that are tested.
std::vector<double> learned_order(std::span<const WorstError> games, int most);

Certified certify(std::span<const WorstError> games, std::span<const double> strictest_first, double alpha,
                  double delta);

// The form that goes on while one plays: a bet against "the risk is above alpha" after each game. When the wealth has
// reached 1 / delta the risk is at most alpha, whenever one looks (Ville's inequality); the other way round, a bet on
// it is an alarm. Source: Waudby-Smith and Ramdas (arXiv 2010.09686), for risk control Xu et al. (arXiv 2406.10490).
struct Wealth {
  double safe = 1;   // of the bet that the risk is below alpha
  double alarm = 1;  // of the bet that it is above
  int games = 0;
};
Wealth after_game(Wealth before, bool lost, double alpha);

// Where a share `base` of games would be lost unchecked, any rule that loses at most alpha of all games must have
// something checked in at least this share of them. (Counted among the games left unchecked alone, alpha is harder to
// keep to and the floor is (base - alpha) / (1 - alpha), arXiv 2606.29054.)
double least_abstention(double base, double alpha);

}  // namespace fastslow::arbiter
