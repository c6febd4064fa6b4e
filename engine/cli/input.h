// The puzzles that a command is given: as arguments, in a file, on standard input; in any form that formats/ reads.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "core/result.h"
#include "puzzles/family.h"

namespace fastslow::cli {

struct Given {
  const puzzles::Family& family;
  puzzles::Puzzle puzzle;
  std::string text;                  // one that the family reads
  std::string place;                 // where it came from ("line 3"), for messages
  std::vector<std::string> remarks;  // how it was read, where that was not plain or something was left out: sentences
};

// What is to be done with a puzzle, and with what is none. Both return an exit code.
struct Visitor {
  std::function<int(const Given& given)> puzzle;
  std::function<int(const std::string& given, const std::string& place, const Problem& problem)> refused;
};

// Visits every puzzle the options name, in order; the worst exit code wins. How a text was read, where that was not
// plain, is told on standard error.
int for_each_puzzle(const PuzzleOptions& options, const Visitor& visitor);

// A sentence on standard error.
void complain(const std::string& text);

}  // namespace fastslow::cli
