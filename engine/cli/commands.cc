#include "cli/commands.h"

#include <chrono>
#include <functional>
#include <iostream>
#include <optional>

#include "cli/catalogue.h"
#include "cli/input.h"
#include "core/consequences.h"
#include "policy/encoder.h"
#include "puzzles/family.h"
#include "solver/choose_step.h"
#include "solver/clash.h"
#include "wire/board.h"
#include "wire/names.h"
#include "wire/policy.h"
#include "wire/proofs.h"
#include "workshop/workshop.h"

namespace fastslow::cli {
namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

// What broke off a question, if anything did: then "unknown" is no verdict. Told on standard error, and as a sentence;
// null where nothing was wrong.
wire::Json trouble_of(solver::Solver& solver, const Given& given) {
  const std::string trouble = solver.take_trouble();
  if (trouble.empty()) return nullptr;
  const std::string told = given.place + ": " + sentence(Problem{"error.solver.internal", {{"detail", trouble}}});
  complain(told);
  return told;
}

// Tells of a puzzle that could not be read: as an object with `status`, or as a sentence.
int report_invalid(const PuzzleOptions& options, const std::string& text, const std::string& place,
                   const Problem& problem) {
  const std::string cause = sentence(problem);
  if (options.json) {
    std::cout << printable({{"puzzle", text},
                            {"status", "invalid"},
                            {"solution", nullptr},
                            {"effort", 0},
                            {"milliseconds", 0},
                            {"error", place + ": " + cause}})
              << "\n";
  } else {
    complain(place + ": " + cause);
  }
  return kExitBadInput;
}

// A position in which just these literals are placed on top of what is given.
State with_assignment(const Model& model, const std::vector<Literal>& assignment) {
  State state = initial_state(model);
  for (const Literal l : assignment) state.marks[static_cast<std::size_t>(l)] = Mark::placed;
  return state;
}

// A game that shows more as it is dug has several solutions until it does.
const char* solve_status(solver::Count count, bool grows) {
  switch (count) {
    case solver::Count::none:
      return "unsolvable";
    case solver::Count::one:
      return "solved";
    case solver::Count::several:
      return grows ? "dig" : "multiple";
    case solver::Count::unknown:
      break;
  }
  return "unknown";
}

// Why a puzzle has no solution: a sentence that names the rules which clash; null where that was not found out.
wire::Json clash_of(solver::Solver& solver, const puzzles::Puzzle& puzzle, std::uint64_t budget) {
  wire::Json clash = wire::clash_json(puzzle.model, solver::clash(solver, {budget}));
  if (clash.is_null()) return clash;
  return sentence(clash["key"], clash["args"], puzzle.layout, wire::lowest_value(puzzle.model));
}

std::string told(const char* key, const puzzles::Puzzle& puzzle) {
  return sentence(key, wire::Json::object(), puzzle.layout, wire::lowest_value(puzzle.model));
}

// Solving asks for uniqueness too: a puzzle with a second solution is no success, though its first is printed. Of a
// game that has to be dug none is: it would be a guess.
int solve_one(const PuzzleOptions& options, const Given& given) {
  const puzzles::Puzzle& puzzle = given.puzzle;
  const auto start = Clock::now();
  // Building the solver counts, too: that is what a single puzzle costs.
  const auto solver = options.solver(puzzle.model);
  const solver::Uniqueness unique = solver::uniqueness(*solver, {}, {options.budget});
  const double elapsed = milliseconds_since(start);
  const std::string status = solve_status(unique.count, puzzle.grows);
  const wire::Json clash = status == "unsolvable" ? clash_of(*solver, puzzle, options.budget) : wire::Json();
  const wire::Json trouble = trouble_of(*solver, given);
  std::string solution;
  if (!unique.first.empty() && status != "dig") {
    solution = given.family.write(puzzle, with_assignment(puzzle.model, unique.first));
  }
  if (options.json) {
    std::cout << printable({{"puzzle", given.text},
                            {"remarks", given.remarks},
                            {"status", status},
                            {"solution", solution.empty() ? wire::Json() : wire::Json(solution)},
                            {"clash", clash},
                            {"effort", unique.effort},
                            {"milliseconds", elapsed},
                            {"error", trouble}})
              << "\n";
  } else {
    std::cout << (status == "solved" ? solution : status + (solution.empty() ? "" : " " + solution));
    if (clash.is_string()) std::cout << " " << clash.get<std::string>();
    if (status == "dig") std::cout << " " << told("solve.dig", puzzle);
    std::cout << "\n";
  }
  return status == "solved" ? kExitOk : kExitFailure;
}

wire::Json explained_step(const puzzles::Puzzle& puzzle, const solver::Choice& choice, double elapsed) {
  wire::Json json = wire::proof_json(puzzle.model, *choice.proof);
  for (wire::Json& line : json["lines"]) {
    line["text"] = sentence(line["key"], line["args"], puzzle.layout, wire::lowest_value(puzzle.model));
  }
  json["effort"] = choice.effort;
  json["milliseconds"] = elapsed;
  return json;
}

void print_step(const wire::Json& step, int number) {
  std::cout << number << ".";
  for (const wire::Json& line : step["lines"]) std::cout << " " << line["text"].get<std::string>();
  std::cout << " (" << step["rules"].size() << " rules, " << step["facts"].size() << " facts, effort "
            << step["effort"].get<std::uint64_t>() << ")\n";
}

// What the last question ended with. In a game that shows more as it is dug, that nothing more is certain says nothing
// about how many solutions there are.
const char* explain_status(solver::Finding finding, bool complete, bool grows) {
  if (complete) return "solved";
  switch (finding) {
    case solver::Finding::forced:
      return "open";
    case solver::Finding::contradiction:
      return "unsolvable";
    case solver::Finding::undetermined:
      return grows ? "dig" : "multiple";
    default:
      return "unknown";
  }
}

// Step after step, each asked on the board that the last one left, until it is full, enough steps are told or nothing
// follows any more.
int explain_one(const PuzzleOptions& options, const Given& given) {
  const puzzles::Puzzle& puzzle = given.puzzle;
  const auto solver = options.solver(puzzle.model);
  State state = initial_state(puzzle.model);
  wire::Json steps = wire::Json::array();
  solver::Finding finding = solver::Finding::forced;
  const auto wanted = [&] { return options.steps == 0 || static_cast<int>(steps.size()) < options.steps; };
  if (!options.json) std::cout << given.text << "\n";
  while (wanted() && !is_complete(puzzle.model, state)) {
    const auto start = Clock::now();
    const solver::Choice choice =
        solver::choose_step(*solver, facts_of(puzzle.model, state, true), {}, {options.budget});
    finding = choice.finding;
    if (!choice.proof) break;
    steps.push_back(explained_step(puzzle, choice, milliseconds_since(start)));
    if (!options.json) print_step(steps.back(), static_cast<int>(steps.size()));
    Result<State> next = apply(puzzle.model, state, choice.proof->step);
    // Only a proof of something settled could not be applied, and would be proved again and again.
    if (!next.ok()) break;
    state = std::move(next.value());
  }
  const bool complete = is_complete(puzzle.model, state);
  const std::string status = explain_status(finding, complete, puzzle.grows);
  const std::string board = given.family.write(puzzle, state);
  const wire::Json clash = status == "unsolvable" ? clash_of(*solver, puzzle, options.budget) : wire::Json();
  const wire::Json trouble = trouble_of(*solver, given);
  if (options.json) {
    std::cout << printable({{"puzzle", given.text},
                            {"remarks", given.remarks},
                            {"status", status},
                            {"board", board},
                            {"steps", steps},
                            {"clash", clash},
                            {"error", trouble}})
              << "\n";
  } else {
    std::cout << (status == "dig" ? told("explain.dig", puzzle) + " " : "") << status << " " << board << "\n";
    if (clash.is_string()) std::cout << clash.get<std::string>() << "\n";
  }
  return status == "solved" || status == "open" ? kExitOk : kExitFailure;
}

// One solution or not, or not settled: never the one for the other.
wire::Json unique_json(solver::Count count) {
  return count == solver::Count::unknown ? wire::Json() : wire::Json(count == solver::Count::one);
}

const char* count_in_words(solver::Count count) {
  switch (count) {
    case solver::Count::none:
      return "no solution";
    case solver::Count::one:
      return "one solution";
    case solver::Count::several:
      return "several solutions";
    case solver::Count::unknown:
      break;
  }
  return "not settled how many solutions";
}

// The level is measured by proofs, not taken from the generator. A puzzle without one solution has none. What the
// rating's own search leaves open, Z3 is asked.
int rate_one(const PuzzleOptions& options, const Given& given) {
  const Model& model = given.puzzle.model;
  wire::Json trouble;
  const auto start = Clock::now();
  const solver::Rating rating = solver::rate(model, solver::kRatingNodes, [&] {
    const auto solver = options.solver(model);
    solver::Uniqueness unique = solver::uniqueness(*solver, {}, {options.budget});
    trouble = trouble_of(*solver, given);
    return unique;
  });
  const bool rated = rating.count == solver::Count::one;
  const auto level = [&] { return workshop::level_name(workshop::level_of(rating, given.family)); };
  const wire::Json json = {{"puzzle", given.text},
                           {"remarks", given.remarks},
                           {"unique", unique_json(rating.count)},
                           {"solutions", wire::count_name(rating.count)},
                           {"finished", rating.finished},
                           {"level", rated ? wire::Json(level()) : wire::Json()},
                           {"steps", rating.steps},
                           {"hardest", rating.hardest},
                           {"cited", rating.cited},
                           {"milliseconds", milliseconds_since(start)},
                           {"error", trouble}};
  if (options.json) {
    std::cout << printable(json) << "\n";
  } else if (!rated) {
    const bool dig = given.puzzle.grows && rating.count == solver::Count::several;
    std::cout << (dig ? told("solve.dig", given.puzzle) : count_in_words(rating.count)) << " " << given.text << "\n";
  } else {
    std::cout << level() << " " << given.text << " (" << rating.steps << " steps, the hardest cites " << rating.hardest
              << " rules, all together " << rating.cited << ")\n";
  }
  return rated ? kExitOk : kExitFailure;
}

int encode_one(const PuzzleOptions& options, const Given& given) {
  const Model& model = given.puzzle.model;
  const policy::PolicyInput input = policy::encode(model, initial_state(model));
  if (options.json) {
    wire::Json json = wire::tensors_json(input);
    json["puzzle"] = given.text;
    json["remarks"] = given.remarks;
    json["actions"] = input.rows;
    std::cout << printable(json) << "\n";
  } else {
    std::cout << input.literals << " open literals in " << input.groups << " groups (at most " << input.degree
              << " groups a literal, " << input.width << " literals a group)\n";
  }
  return kExitOk;
}

using Command = int (*)(const PuzzleOptions& options, const Given& given);

int for_each(const PuzzleOptions& options, Command command) {
  return for_each_puzzle(options, {[&](const Given& given) { return command(options, given); },
                                   [&](const std::string& given, const std::string& place, const Problem& problem) {
                                     return report_invalid(options, given, place, problem);
                                   }});
}

// With a level: measured. Without: as hard as the generator makes them, unmeasured.
Result<std::string> generate_one(const puzzles::Family& family, const GenerateOptions& options, std::uint64_t seed) {
  if (options.level.empty()) return family.generate(options.size, puzzles::Level::hard, seed);
  const auto level = workshop::parse_level(options.level).value_or(puzzles::Level::easy);
  Result<workshop::Made> made = workshop::make_puzzle(family, options.size, level, seed);
  if (!made.ok()) return made.problem();
  return made.value().text;
}

}  // namespace

std::string printable(const wire::Json& json) {
  return json.dump(-1, ' ', false, wire::Json::error_handler_t::replace);
}

int run_families(bool json) {
  wire::Json list = wire::Json::array();
  for (const puzzles::Family& family : puzzles::families()) list.push_back(wire::family_json(family));
  if (json) {
    std::cout << printable(list) << "\n";
    return kExitOk;
  }
  const auto joined = [](const wire::Json& items) {
    std::string text;
    for (const wire::Json& item : items) text += (text.empty() ? "" : " ") + item.get<std::string>();
    return text;
  };
  for (const wire::Json& family : list) {
    std::cout << family["id"].get<std::string>() << "\n  sizes    " << joined(family["sizes"]) << "\n  formats  "
              << joined(family["formats"]) << "\n";
    if (!family["rules"].empty()) std::cout << "  rules    " << joined(family["rules"]) << "\n";
  }
  return kExitOk;
}

int run_solve(const PuzzleOptions& options) { return for_each(options, solve_one); }

int run_explain(const PuzzleOptions& options) { return for_each(options, explain_one); }

int run_rate(const PuzzleOptions& options) { return for_each(options, rate_one); }

int run_encode(const PuzzleOptions& options) { return for_each(options, encode_one); }

int run_generate(const GenerateOptions& options) {
  const auto family = puzzles::family_or_problem(options.family);
  if (!family.ok()) {
    complain(sentence(family.problem()));
    return kExitBadInput;
  }
  const auto& formats = family.value()->formats;
  const std::string format = options.format.empty() ? formats.front() : options.format;
  if (std::find(formats.begin(), formats.end(), format) == formats.end()) {
    complain(sentence(Problem{"error.format.unknown", {{"format", format}}}));
    return kExitBadInput;
  }
  for (int i = 0; i < options.count; ++i) {
    const std::uint64_t seed = options.seed + static_cast<std::uint64_t>(i);
    const auto generated = generate_one(*family.value(), options, seed);
    if (!generated.ok()) {
      complain(sentence(generated.problem()));
      return kExitBadInput;
    }
    const puzzles::Puzzle puzzle = family.value()->parse(generated.value()).value();
    // Generators write the canonical form; any other is written from what that says.
    const std::string text = family.value()->format(puzzle, initial_state(puzzle.model), format);
    if (options.json) {
      std::cout << printable({{"puzzle", text}, {"family", options.family}, {"size", options.size}, {"seed", seed}})
                << "\n";
    } else {
      std::cout << text << "\n";
    }
  }
  return kExitOk;
}

}  // namespace fastslow::cli
