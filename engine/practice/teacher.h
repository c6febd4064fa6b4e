// System 2 as a teacher: the next step of a position with its proof, and what else is proved there.
#pragma once

#include <cstdint>
#include <vector>

#include "core/state.h"
#include "policy/encoder.h"
#include "solver/solver.h"

namespace fastslow::practice {

// What becomes of a position that System 1 was not sure about. An example teaches
enum class Teacher : std::uint8_t {
  short_proofs,  // what is proved there by few rules: the critic keeps what a beginner could follow
  all_proofs,    // whatever propagation proves there, however many rules that takes
  answers,       // the bare solution, of every open variable
};

struct Taught {
  Step move;                  // the value that the shortest proof shows
  int rules = 0;              // that its proof cites; 0: none was found, and the only solution's value is taken
  std::uint64_t effort = 0;   // of the check that the move is forced
  std::vector<Step> proved;   // what the position teaches, the move among it where the critic keeps it
};

// Whether more than one value is left for the variable. `marks`: after direct elimination. Where one is left, nobody has
// to think.
bool is_question(const Model& model, const std::vector<Mark>& marks, VariableId v);

// Requires a position that agrees with `answer`, its model's only solution, and asks something (`is_question`).
// `learning`: whether `proved` is wanted. `longest`: of the critic, in rules.
Taught teach(solver::Solver& solver, const State& state, const std::vector<Literal>& answer, Teacher teacher,
             int longest, bool learning);

// What is proved as bits of network.h, for each row of the position's input.
std::vector<std::uint8_t> lesson_of(const Model& model, const policy::PolicyInput& input,
                                    const std::vector<Step>& proved, const std::vector<Literal>& answer);

}  // namespace fastslow::practice
