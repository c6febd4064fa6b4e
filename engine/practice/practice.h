// Practice makes automatic. Puzzles come; the pair plays them: System 1 proposes, and where it is less sure than the
// threshold System 2 decides and proves. What it proves becomes an example, System 1 learns from examples between moves,
// and is asked again. Held-out puzzles, which are never practised, tell what that was good for.
//
// A variable that the rules leave one value for at once asks nothing of anybody. Such values are written down when
// nothing else is left to ask, and do not count as moves; else most of a small Sudoku would play itself.
//
// A wrong move is found out at once, taken back, ruled out and learned from: practice has an answer sheet.
//
// Deterministic: settings and seed decide every number, natively and in WebAssembly. No clocks, no threads.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "policy/proposal.h"
#include "practice/adam.h"
#include "practice/network.h"
#include "practice/supply.h"
#include "practice/teacher.h"

namespace fastslow::practice {

struct Settings {
  Teacher teacher = Teacher::short_proofs;
  int longest = 3;          // rules that a short proof cites at most
  double threshold = 0.9;   // System 1 plays what it is at least this sure of
  std::uint64_t seed = 1;
  int iterations = 8;       // of a look
  int batch = 4;            // positions of a training step
  int steps = 1;            // training steps after a move
  float rate = 3e-3F;       // Adam's
  int remembered = 1024;    // examples kept; the oldest go first
  Supply practise;
  std::vector<Supply> replay;  // other puzzles, taught beside: so that they are not forgotten
  Supply held_out;
  int held_out_puzzles = 20;
};

// What came of the moves of one puzzle, or of all.
struct Tally {
  int moves = 0;
  int escalated = 0;      // System 1 was not sure enough, or its move would have broken a rule visibly
  int wrong = 0;          // accepted, and taken back
  double confidence = 0;  // of all proposals together
  std::uint64_t work = 0;   // System 2's effort, as its solver counts
  int proofs = 0;         // that the teacher kept: facts of examples
  int training_steps = 0;

  void add(const Tally& other);
  bool operator==(const Tally&) const = default;
};

struct Point {
  int puzzle = 0;  // 0, 1, 2, ...
  Tally tally;

  bool operator==(const Point&) const = default;
};

struct Example {
  std::uint64_t exercise = 0;  // whose puzzle: see `Practice::exercises`
  std::vector<Mark> marks;     // of the position
  std::vector<std::uint8_t> lesson;
  Graph graph;
};

// What a practice is at a moment, but for what follows from it: the form it is kept in.
struct Snapshot {
  struct Kept {
    std::uint64_t exercise = 0;
    std::vector<Mark> marks;
    std::vector<std::uint8_t> lesson;
  };
  Numbers weights;
  Adam adam;
  std::vector<std::pair<std::uint64_t, std::string>> exercises;  // those that examples and the game are of
  std::vector<Kept> examples;
  std::uint64_t next_exercise = 0;
  std::vector<Mark> game;  // of exercise next_exercise - 1; empty: between puzzles
  Tally puzzle;
  Tally total;
  int puzzles = 0;
};

struct TestResult {
  Tally tally;
  int puzzles = 0;
  int solved = 0;  // without a wrong move
  int alone = 0;   // and without System 2
  bool done = false;
};

class Practice {
 public:
  ~Practice();
  Practice(const Practice&) = delete;
  Practice& operator=(const Practice&) = delete;

  // From these weights. Problems: of supplies; error.practice.setting {name}: out of range.
  static Result<std::unique_ptr<Practice>> begin(Settings settings, Numbers weights, solver::SolverFactory factory);
  // From where a practice of the same settings was. Problems as above, and error.practice.state {detail}.
  static Result<std::unique_ptr<Practice>> resume(Settings settings, const Snapshot& snapshot,
                                                  solver::SolverFactory factory);

  // Plays so many moves, learning between them. Returns a point for each puzzle that ended. Problems: of supplies.
  Result<std::vector<Point>> go(int moves);

  // The next so many of the held-out puzzles, nothing learned; what they came to since the first of them.
  TestResult test(int puzzles);
  // The same on other puzzles: what practice did to them. Problems: of supplies.
  Result<TestResult> test_on(const Supply& supply, int puzzles);

  // What the network sees in the first held-out puzzle.
  struct Picture {
    const puzzles::Puzzle* puzzle = nullptr;
    std::string text;
    policy::Proposal proposal;
  };
  Picture picture();

  [[nodiscard]] const Numbers& weights() const { return weights_; }
  [[nodiscard]] const Tally& total() const { return total_; }
  [[nodiscard]] int puzzles() const { return puzzles_; }
  [[nodiscard]] std::size_t examples() const { return examples_.size(); }
  [[nodiscard]] const Settings& settings() const { return settings_; }
  [[nodiscard]] Snapshot snapshot() const;

 private:
  struct Game;

  Practice(Settings settings, Numbers weights, solver::SolverFactory factory);
  std::optional<Problem> prepare();
  std::optional<Problem> next_game();
  // One move, or a value that asks nothing; `learning`: examples are kept. Whether it was a move.
  bool move(Game& game, Tally& tally, bool learning);
  void learn(Game& game, const Taught& taught, Tally& tally);
  void train(Tally& tally);
  void play_out(const Exercise& exercise, TestResult& result);
  policy::Proposal look(Game& game);
  static void write_down(Game& game);

  Settings settings_;
  Numbers weights_;
  solver::SolverFactory factory_;
  Adam adam_;
  Network network_;
  std::vector<Exercise> held_out_;
  std::vector<std::vector<Example>> replay_;
  std::vector<Example> examples_;
  std::vector<std::pair<std::uint64_t, std::string>> exercises_;
  std::uint64_t next_exercise_ = 0;
  std::unique_ptr<Game> game_;
  Tally puzzle_;
  Tally total_;
  int puzzles_ = 0;
  std::optional<TestResult> testing_;
};

}  // namespace fastslow::practice
