// What the commands of the `fastslow` tool say, and with which exit code. That what they call a solution is one:
// solutions_test.cc.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "cli/commands.h"
#include "cli/export.h"
#include "engine/foreign.h"
#include "engine/output.h"
#include "rooms.h"

namespace fastslow {
namespace {

using testing::Output;

struct Said {
  int code = 0;
  std::string out;
  std::string err;

  [[nodiscard]] Json json() const { return Json::parse(out); }
};

template <class Command>
Said said(const Command& command) {
  const Output out;
  const Output err(std::cerr);
  const int code = command();
  return {code, out.text(), err.text()};
}

cli::PuzzleOptions asked(const std::string& family, const std::string& text, bool json = false) {
  cli::PuzzleOptions options;
  options.family = family;
  options.puzzles = {text};
  options.json = json;
  return options;
}

// A game after its first dig: much is open, and what the rest will show is not known.
const std::string kGame = "9x9:7,8,mc0d6254bc6da9d1f40490";

TEST(Tool, AGameThatHasToBeDugIsNotCalledAmbiguous) {
  for (const auto run : {cli::run_solve, cli::run_explain}) {
    const Said plain = said([&] { return run(asked("minesweeper", kGame)); });
    EXPECT_EQ(plain.code, cli::kExitFailure);
    EXPECT_NE(plain.out.find("dig "), std::string::npos) << plain.out;
    EXPECT_NE(plain.out.find("until"), std::string::npos) << plain.out;
    EXPECT_EQ(plain.out.find("multiple"), std::string::npos) << plain.out;
    const Said json = said([&] { return run(asked("minesweeper", kGame, true)); });
    EXPECT_EQ(json.code, cli::kExitFailure);
    EXPECT_EQ(json.json()["status"], "dig");
  }
  const Said solved = said([&] { return cli::run_solve(asked("minesweeper", kGame, true)); });
  EXPECT_EQ(solved.json()["solution"], nullptr) << "a guess";
  const Said rated = said([&] { return cli::run_rate(asked("minesweeper", kGame)); });
  EXPECT_EQ(rated.out.find("several"), std::string::npos) << rated.out;
  // A position is not dug: it has several solutions.
  const Said position = said([&] { return cli::run_solve(asked("minesweeper", "5x2n1:.....1....", true)); });
  EXPECT_EQ(position.json()["status"], "multiple");
}

TEST(Tool, ExplainedStepsAloneAreNoFailure) {
  auto options = asked("sudoku", testing::kLine, true);
  options.steps = 2;
  const Said some = said([&] { return cli::run_explain(options); });
  EXPECT_EQ(some.code, cli::kExitOk);
  EXPECT_EQ(some.json()["status"], "open");
  EXPECT_EQ(some.json()["steps"].size(), 2U);
}

TEST(Tool, ExportCountsAllSolutions) {
  const auto count = [](const std::string& family, const std::string& text) {
    const Said counted = said([&] { return cli::run_export(asked(family, text), "count"); });
    EXPECT_EQ(counted.code, cli::kExitOk) << text;
    return counted.out;
  };
  EXPECT_EQ(count("sudoku", "12....2.3...4..."), "0");
  EXPECT_EQ(count("sudoku", testing::kLine), "1");
  EXPECT_EQ(count("minesweeper", "5x2n1:.....1...."), "3");
  EXPECT_EQ(count("nonogram", "4x4:1/1/1/1/1/1/1/1"), "24");
}

TEST(Tool, ExportObeysItsOptions) {
  const Said json = said([&] { return cli::run_export(asked("sudoku", testing::kLine, true), "csv"); });
  EXPECT_EQ(json.code, cli::kExitOk);
  EXPECT_EQ(json.json()["form"], "csv");
  EXPECT_EQ(testing::canonical(testing::only(json.json()["written"])), testing::kLine);
  EXPECT_EQ(json.json()["error"], nullptr);
  const Said refused = said([&] { return cli::run_export(asked("sudoku", testing::kLine, true), "board"); });
  EXPECT_EQ(refused.code, cli::kExitBadInput);
  EXPECT_EQ(refused.json()["written"], nullptr);
  EXPECT_NE(refused.json()["error"].get<std::string>().find("argument 1"), std::string::npos);
  auto file = asked("sudoku", "");
  file.puzzles.clear();
  file.file = "puzzles/no_such_file";
  EXPECT_EQ(said([&] { return cli::run_export(file, "csv"); }).code, cli::kExitBadInput);
}

TEST(Tool, WhatWasLeftOutOfATextIsTold) {
  const std::string hodoku = ":0000:1:" + testing::kLine + ":182::";
  const Said solved = said([&] { return cli::run_solve(asked("sudoku", hodoku, true)); });
  EXPECT_EQ(solved.code, cli::kExitOk);
  ASSERT_EQ(solved.json()["remarks"].size(), 1U);
  EXPECT_NE(solved.err.find(solved.json()["remarks"][0].get<std::string>()), std::string::npos) << solved.err;
}

// A solver that breaks off, as Z3 does without memory.
class Failing : public Solver {
 public:
  explicit Failing(const Model& model) : model_(model) {}
  [[nodiscard]] const Model& model() const override { return model_; }
  CheckResult check(const Query& /*query*/) override {
    trouble_ = "out of memory";
    return {};
  }

 private:
  const Model& model_;
};

// "unknown" alone would read as a question of effort.
TEST(Tool, ASolverThatBrokeOffIsTold) {
  auto options = asked("sudoku", testing::kLine, true);
  options.solver = [](const Model& model) { return std::make_unique<Failing>(model); };
  for (const auto run : {cli::run_solve, cli::run_explain}) {
    const Said failed = said([&] { return run(options); });
    EXPECT_EQ(failed.code, cli::kExitFailure);
    EXPECT_EQ(failed.json()["status"], "unknown");
    EXPECT_NE(failed.json()["error"].get<std::string>().find("out of memory"), std::string::npos);
    EXPECT_NE(failed.err.find("out of memory"), std::string::npos);
  }
}

}  // namespace
}  // namespace fastslow
