#include "cli/practise.h"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <optional>
#include <sstream>

#include "cli/catalogue.h"
#include "cli/commands.h"
#include "cli/input.h"
#include "practice/network_file.h"
#include "practice/practice.h"
#include "solver/z3_solver.h"
#include "wire/json.h"

namespace fastslow::cli {
namespace {

using practice::Practice;
using practice::Supply;
using practice::TestResult;
using wire::Json;

constexpr const char* kShipped = "models/fastslow.onnx";
constexpr std::uint64_t kHeldOut = std::uint64_t{1} << 30U;
constexpr std::uint64_t kOthers = std::uint64_t{1} << 29U;

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// FAMILY:SIZE.
Supply supply_of(const std::string& text, std::uint64_t seed) {
  const auto colon = text.find(':');
  return {
      .family = text.substr(0, colon), .size = colon == std::string::npos ? "" : text.substr(colon + 1), .seed = seed};
}

// A file as in puzzles/practice: {family, puzzles, test}. False if it is none.
bool take_file(const PractiseOptions& options, practice::Settings& settings) {
  const Json file = Json::parse(read_file(options.from), nullptr, false);
  const auto texts = [&](const char* member) {
    std::vector<std::string> found;
    if (!file.is_object() || !file.contains(member) || !file[member].is_array()) return found;
    for (const Json& text : file[member]) {
      if (text.is_string()) found.push_back(text.get<std::string>());
    }
    return found;
  };
  settings.practise = {.family = options.family, .texts = texts("puzzles"), .seed = options.seed};
  settings.held_out = {.family = options.family, .texts = texts("test"), .seed = options.seed};
  auto& puzzles = settings.practise.texts;
  if (puzzles.empty() || settings.held_out.texts.empty()) return false;
  settings.held_out_puzzles = std::min(options.held_out, static_cast<int>(settings.held_out.texts.size()));
  const auto begin = options.seed * static_cast<std::uint64_t>(std::max(options.puzzles, 1)) % puzzles.size();
  std::rotate(puzzles.begin(), puzzles.begin() + static_cast<std::ptrdiff_t>(begin), puzzles.end());
  return true;
}

practice::Settings settings_of(const PractiseOptions& options) {
  practice::Settings settings;
  settings.seed = options.seed;
  settings.teacher = options.teacher == "answers" ? practice::Teacher::answers
                     : options.teacher == "all"   ? practice::Teacher::all_proofs
                                                  : practice::Teacher::short_proofs;
  settings.longest = options.longest;
  settings.threshold = options.threshold;
  settings.iterations = options.iterations;
  settings.batch = options.batch;
  settings.steps = options.steps;
  settings.rate = static_cast<float>(options.rate);
  settings.practise = {.family = options.family, .size = options.size, .seed = options.seed};
  if (!options.deal.empty()) {
    settings.practise.size.clear();
    settings.practise.deal = read_file(options.deal);
  }
  settings.held_out = settings.practise;
  settings.held_out.seed = options.seed + kHeldOut;
  settings.held_out_puzzles = options.held_out;
  for (const std::string& other : options.replay) {
    settings.replay.push_back(supply_of(other, options.seed + kOthers / 2 + settings.replay.size()));
  }
  return settings;
}

Json result_json(const TestResult& result) {
  const auto& tally = result.tally;
  return {{"moves", tally.moves},      {"escalated", tally.escalated}, {"wrong", tally.wrong},
          {"puzzles", result.puzzles}, {"solved", result.solved},      {"alone", result.alone}};
}

struct Run {
  const PractiseOptions& options;
  Practice& practice;
  double seconds = 0;  // of playing and learning, tests left out: processor time
  Json tests = Json::array();

  void test() {
    const TestResult result = practice.test(options.held_out);
    Json json = result_json(result);
    json["practised"] = practice.puzzles();
    json["practisedMoves"] = practice.total().moves;
    json["trainingSteps"] = practice.total().training_steps;
    json["seconds"] = std::round(seconds * 100) / 100;
    tests.push_back(json);
    if (!options.json.empty()) return;
    const auto percent = [&](int part) { return 100.0 * part / std::max(result.tally.moves, 1); };
    std::cout << std::fixed << std::setprecision(1) << std::setw(5) << practice.puzzles() << std::setw(7)
              << practice.total().moves << std::setw(9) << seconds << " s" << std::setw(9)
              << percent(result.tally.escalated) << " %" << std::setw(8) << percent(result.tally.wrong) << " %"
              << std::setw(5) << result.alone << "/" << result.puzzles << "\n"
              << std::flush;
  }

  std::optional<Problem> play(Json& points) {
    int next = options.every;
    while (practice.puzzles() < options.puzzles) {
      const std::clock_t start = std::clock();
      const auto ended = practice.go(1);  // a test comes right after the puzzle that it is of
      seconds += static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
      if (!ended.ok()) return ended.problem();
      for (const practice::Point& point : ended.value()) {
        points.push_back({point.tally.moves, point.tally.escalated, point.tally.wrong});
      }
      if (practice.puzzles() < next) continue;
      test();
      next = practice.puzzles() / options.every * options.every + options.every;
    }
    return std::nullopt;
  }
};

std::optional<Problem> test_others(const PractiseOptions& options, Practice& practice, const char* when, Json& others) {
  for (const std::string& other : options.others) {
    const auto result = practice.test_on(supply_of(other, options.seed + kOthers), options.held_out);
    if (!result.ok()) return result.problem();
    others[other][when] = result_json(result.value());
  }
  return std::nullopt;
}

int refuse(const Problem& problem) {
  complain(sentence(problem));
  return kExitBadInput;
}

}  // namespace

int run_practise(const PractiseOptions& options) {
  practice::Numbers weights = practice::untrained(options.seed);
  const std::string file = options.start == "untrained" ? kShipped : options.start;
  if (options.start != "untrained") {
    const auto read = practice::read_network(read_file(file));
    if (!read.ok()) return refuse(read.problem());
    weights = read.value();
  }
  practice::Settings settings = settings_of(options);
  if (!options.from.empty() && !take_file(options, settings)) {
    return refuse({"error.practice.supply", {{"family", options.family}}});
  }
  auto begun = Practice::begin(std::move(settings), std::move(weights), solver::make_presolved_z3_solver);
  if (!begun.ok()) return refuse(begun.problem());
  Practice& practice = *begun.value();
  Run run{options, practice};
  Json others = Json::object();
  Json points = Json::array();
  if (options.json.empty()) std::cout << "puzzles  moves     time escalated    wrong  alone   (held-out puzzles)\n";
  run.test();
  auto problem = test_others(options, practice, "before", others);
  if (!problem) problem = run.play(points);
  if (!problem) problem = test_others(options, practice, "after", others);
  if (problem) return refuse(*problem);
  if (!options.json.empty()) {
    std::ofstream(options.json) << printable({{"family", options.family},
                                              {"size", !options.from.empty()  ? options.from
                                                       : options.deal.empty() ? options.size
                                                                              : options.deal},
                                              {"seed", options.seed},
                                              {"teacher", options.teacher},
                                              {"start", options.start},
                                              {"replay", options.replay},
                                              {"tests", run.tests},
                                              {"points", points},
                                              {"others", others}})
                                << "\n";
  } else if (!others.empty()) {
    std::cout << printable(others) << "\n";
  }
  if (options.save.empty()) return kExitOk;
  const auto written = practice::with_numbers(read_file(file), practice.weights());
  if (!written.ok()) return refuse(written.problem());
  std::ofstream(options.save, std::ios::binary) << written.value();
  return kExitOk;
}

}  // namespace fastslow::cli
