// The command-line tool: reads the command line and hands over to commands.h and dataset.h.
#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>
#include <string>

#include "cli/commands.h"
#include "cli/dataset.h"
#include "cli/export.h"
#include "cli/practise.h"
#include "cli/simulate.h"
#include "core/version.h"
#include "formats/write.h"

namespace {

using fastslow::cli::GenerateOptions;
using fastslow::cli::PuzzleOptions;
using fastslow::cli::SimulateOptions;

void add_puzzle_options(CLI::App& command, PuzzleOptions& options) {
  command.add_option("puzzles", options.puzzles,
                     "Puzzles as text, links or saved games; without any, --file or standard input");
  command.add_option("--family", options.family, "Puzzle family")->capture_default_str();
  command.add_option("--file", options.file, "Read puzzles from FILE in any form that is known ('-': standard input)");
  command.add_flag("--json", options.json, "One JSON object per line");
}

// Of commands that ask the solver.
void add_budget(CLI::App& command, PuzzleOptions& options) {
  command.add_option("--budget", options.budget, "Solver effort allowed per question (0: unlimited)");
}

void add_generate_options(CLI::App& command, GenerateOptions& options) {
  command.add_option("--family", options.family, "Puzzle family")->capture_default_str();
  command.add_option("--size", options.size, "Size, as `fastslow families` lists them")->capture_default_str();
  command.add_option("--level", options.level, "easy, medium or hard; as measured, if a few draws can do it")
      ->check(CLI::IsMember({"easy", "medium", "hard"}));
  command.add_option("--format", options.format, "Written form");
  command.add_option("--seed", options.seed, "Seed of the first; the next ones count up")->capture_default_str();
  command.add_option("--count", options.count, "How many")->capture_default_str()->check(CLI::Range(1, 1000000));
  command.add_flag("--json", options.json, "One JSON object per line");
}

void add_simulate_options(CLI::App& command, SimulateOptions& options) {
  command.add_option("--world", options.world, "Which world, such as vehicle")->capture_default_str();
  command.add_option("--seed", options.seed, "Seed of the first; the next ones count up")->capture_default_str();
  command.add_option("--count", options.count, "How many")->capture_default_str()->check(CLI::Range(1, 1000000));
  command.add_option("--steps", options.steps, "Of each")->capture_default_str()->check(CLI::Range(1, 10000));
}

void add_practise_options(CLI::App& command, fastslow::cli::PractiseOptions& options) {
  command.add_option("--family", options.family, "Puzzle family")->capture_default_str();
  command.add_option("--size", options.size, "Size, as `fastslow families` lists them")->capture_default_str();
  command.add_option("--deal", options.deal, "Instead of --size: FILE with one puzzle, whose givens are dealt anew");
  command.add_option("--from", options.from, "Instead of --size: FILE of puzzles, as in puzzles/practice");
  command.add_option("--puzzles", options.puzzles, "Puzzles to practise on")->capture_default_str();
  command.add_option("--held-out", options.held_out, "Puzzles to test on, never practised")->capture_default_str();
  command.add_option("--every", options.every, "Puzzles between two tests")
      ->check(CLI::Range(1, 1000000))
      ->capture_default_str();
  command.add_option("--seed", options.seed, "Decides everything")->capture_default_str();
  command.add_option("--teacher", options.teacher, "What is learned: short proofs, all proofs, or bare answers")
      ->check(CLI::IsMember({"short", "all", "answers"}))
      ->capture_default_str();
  command.add_option("--longest", options.longest, "Rules that a short proof cites at most")->capture_default_str();
  command.add_option("--threshold", options.threshold, "How sure System 1 has to be")->capture_default_str();
  command.add_option("--iterations", options.iterations, "Of a look")->capture_default_str();
  command.add_option("--batch", options.batch, "Positions of a training step")->capture_default_str();
  command.add_option("--steps", options.steps, "Training steps after a move")->capture_default_str();
  command.add_option("--rate", options.rate, "Learning rate")->capture_default_str();
  command.add_option("--start", options.start, "untrained, or a network's FILE")->capture_default_str();
  command.add_option("--replay", options.replay, "FAMILY:SIZE taught beside, so that it is not forgotten");
  command.add_option("--others", options.others, "FAMILY:SIZE tested before and after");
  command.add_option("--save", options.save, "Write the learned network to FILE (.onnx)");
  command.add_option("--json", options.json, "Write the curve to FILE");
}

// "sdk, ss, csv"
std::string writers() {
  std::string names;
  for (const auto& writer : fastslow::formats::writers())
    names += (names.empty() ? "" : ", ") + std::string(writer.name);
  return names;
}

int run(int argc, char** argv) {
  CLI::App app{"Fastslow: puzzles for a fast and a slow mind. Solves, explains, generates and encodes them."};
  app.set_version_flag("--version", "fastslow " + std::string(fastslow::version()), "Print the version and exit");
  app.footer(
      "Exit codes: 0 all puzzles were solved (rated, written); 1 some were not: no solution, several, or not settled\n"
      "within the effort allowed; 2 bad input, where a sentence says what and where. Of several puzzles the worst "
      "counts.");
  app.require_subcommand(1);
  PuzzleOptions puzzles;
  GenerateOptions generate;
  SimulateOptions simulate;
  bool families_json = false;

  auto* families = app.add_subcommand("families", "List the puzzle families with sizes and formats");
  families->add_flag("--json", families_json, "One JSON array");
  auto* solve = app.add_subcommand("solve", "Solve puzzles and tell whether the solution is the only one");
  add_puzzle_options(*solve, puzzles);
  add_budget(*solve, puzzles);
  auto* explain = app.add_subcommand("explain", "Solve step by step, each step with its reason");
  add_puzzle_options(*explain, puzzles);
  add_budget(*explain, puzzles);
  explain->add_option("--steps", puzzles.steps, "At most so many steps (0: to the end)");
  auto* rate = app.add_subcommand("rate", "Measure how hard puzzles are by the explanations they take");
  add_puzzle_options(*rate, puzzles);
  add_budget(*rate, puzzles);
  std::string to = "minizinc";
  auto* exported = app.add_subcommand("export", "Write puzzles in another form");
  add_puzzle_options(*exported, puzzles);
  exported
      ->add_option(
          "--to", to,
          "minizinc, groups (JSON), count (solutions), a format of the family, or one of another program: " + writers())
      ->capture_default_str();
  auto* encode = app.add_subcommand("encode", "Print the network's input");
  add_puzzle_options(*encode, puzzles);
  auto* make = app.add_subcommand("generate", "Generate puzzles with exactly one solution");
  add_generate_options(*make, generate);
  auto* simulated =
      app.add_subcommand("simulate", "Drives and other courses of simulated worlds, a JSON object a line");
  add_simulate_options(*simulated, simulate);
  fastslow::cli::PractiseOptions practice;
  auto* practise = app.add_subcommand("practise", "Let System 2 teach a network, and test it on other puzzles");
  add_practise_options(*practise, practice);
  auto* dataset = app.add_subcommand("dataset", "Write training data (see engine/cli/dataset.h)");
  // These two read their own options (dataset.cc), which tests call without this file; CLI11 passes on what follows the
  // name.
  dataset->prefix_command();
  auto* arena = app.add_subcommand("arena", "Let a network play puzzles through pipes (see engine/cli/dataset.h)");
  arena->prefix_command();

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // Help and version are errors to CLI11, with the code 0.
    return app.exit(error) == 0 ? fastslow::cli::kExitOk : fastslow::cli::kExitBadInput;
  }
  if (families->parsed()) return fastslow::cli::run_families(families_json);
  if (solve->parsed()) return fastslow::cli::run_solve(puzzles);
  if (explain->parsed()) return fastslow::cli::run_explain(puzzles);
  if (rate->parsed()) return fastslow::cli::run_rate(puzzles);
  if (exported->parsed()) return fastslow::cli::run_export(puzzles, to);
  if (encode->parsed()) return fastslow::cli::run_encode(puzzles);
  if (make->parsed()) return fastslow::cli::run_generate(generate);
  if (simulated->parsed()) return fastslow::cli::run_simulate(simulate, std::cout, std::cerr);
  if (practise->parsed()) return fastslow::cli::run_practise(practice);
  if (arena->parsed()) return fastslow::cli::run_arena(arena->remaining(), std::cin, std::cout, std::cerr);
  return fastslow::cli::run_dataset(dataset->remaining(), std::cerr);
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "fastslow: " << error.what() << "\n";
    return fastslow::cli::kExitFailure;
  }
}
