// Where the puzzles of practice come from: a list, a family's generator, or one declaration dealt again and again with
// other givens. Deterministic: puzzle i of a supply is the same everywhere.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/result.h"
#include "puzzles/family.h"

namespace fastslow::practice {

struct Supply {
  std::string family;
  std::vector<std::string> texts{};  // these, over and over
  std::string size{};                // else the family's generator makes them
  std::string deal{};                // else: this puzzle's declaration, its rules kept and its givens dealt anew
  std::uint64_t seed = 0;

  bool operator==(const Supply&) const = default;
};

// A puzzle that can be practised, with its only solution.
struct Exercise {
  std::string text;  // canonical
  puzzles::Puzzle puzzle;
  std::vector<Literal> answer;  // the literal of every variable
};

inline constexpr int kMostLiterals = 4096;  // of an exercise, hidden ones included

// Problems: those of reading and generating; error.practice.supply {family}: nothing says where puzzles come from;
// error.practice.grows: a game that shows more as it goes on has no one solution to teach; error.practice.large
// {literals, limit}; error.practice.unique: there is not exactly one solution, or that is not found out.
Result<Exercise> exercise_at(const Supply& supply, std::uint64_t index);
// Of a text. Problems as above.
Result<Exercise> exercise_of(const std::string& family, const std::string& text);

}  // namespace fastslow::practice
