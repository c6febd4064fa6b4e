// `fastslow practise`: System 2 teaches System 1, natively, with the curve as data.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace fastslow::cli {

struct PractiseOptions {
  std::string family = "sudoku";
  std::string size = "6x6";
  std::string deal;  // a file with one puzzle, whose givens are dealt anew; instead of `size`
  std::string
      from;  // a file as in puzzles/practice: what is practised, begun at another place by each seed, and tested
  int puzzles = 60;  // to practise on
  int held_out = 40;
  int every = 5;  // puzzles between two tests
  std::uint64_t seed = 1;
  std::string teacher = "short";  // short, all, answers
  int longest = 3;
  double threshold = 0.9;
  int iterations = 8;
  int batch = 4;
  int steps = 1;
  double rate = 3e-3;
  std::string start = "untrained";  // or a network's file
  std::vector<std::string> replay;  // FAMILY:SIZE, taught beside
  std::vector<std::string> others;  // FAMILY:SIZE, tested before and after
  std::string save;  // where the learned network goes: the file `start`, or models/fastslow.onnx, with other numbers
  std::string json;  // where the curve goes; empty: standard output, as a table
};

// Returns the exit code.
int run_practise(const PractiseOptions& options);

}  // namespace fastslow::cli
