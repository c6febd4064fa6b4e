// How often Z3 is asked in a game: the presolve is there so that it seldom is. Whole games, by System 2 alone and by
// both, with later positions, moves to be examined and boards that grow as they are dug.
//
//   FASTSLOW_GAMES=FILE fastslow_tests --gtest_filter='Asked.*'
//
// plays those of a file instead ("family text" a line) and prints what each took.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/index.h"
#include "engine/conformance.h"
#include "engine/host.h"
#include "rooms.h"
#include "solver/z3_solver.h"

namespace fastslow {
namespace {

using testing::Host;

struct Tally {
  std::set<int> questions;  // those in which Z3 was asked, by their number
  int checks = 0;
  std::clock_t spent = 0;  // on telling it of the puzzle, too
};

// Z3, and a note of what is asked of it.
class Noted final : public Solver {
 public:
  Noted(const Model& model, const Host& host, Tally& tally) : host_(host), tally_(tally) {
    const std::clock_t begun = std::clock();
    z3_ = make_z3_solver(model);
    tally_.spent += std::clock() - begun;
  }
  [[nodiscard]] const Model& model() const override { return z3_->model(); }
  CheckResult check(const Query& query) override {
    const std::clock_t begun = std::clock();
    CheckResult result = z3_->check(query);
    tally_.spent += std::clock() - begun;
    ++tally_.checks;
    tally_.questions.insert(host_.solver_calls);
    trouble_ = z3_->take_trouble();
    return result;
  }

 private:
  const Host& host_;
  Tally& tally_;
  std::unique_ptr<Solver> z3_;
};

struct Way {
  const char* name;
  ArbiterConfig arbiter;
  double skill;  // of the intuition
};

// System 2 alone; both, as the page begins; every proposal proved or refuted.
std::vector<Way> ways() {
  return {{"system2", {Strategy::system2, 0.8}, 0},
          {"both", {Strategy::threshold, 0.8}, 0.9},
          {"verify", {Strategy::verify, 0.8}, 0.7}};
}

struct Played {
  Tally tally;
  int questions = 0;
  IdleReason end = IdleReason::stuck;
  std::clock_t spent = 0;
};

Played play(const std::string& family, const std::string& text, const Way& way) {
  Played played;
  Host host(text, way.arbiter, family, way.skill > 0);
  host.skill = way.skill;
  host.rest = [&](const Model& model) { return std::make_unique<Noted>(model, host, played.tally); };
  const std::clock_t begun = std::clock();
  played.end = host.play_out();
  played.spent = std::clock() - begun;
  played.questions = host.solver_calls;
  return played;
}

double milliseconds(std::clock_t ticks) { return 1000.0 * static_cast<double>(ticks) / CLOCKS_PER_SEC; }

void print(const std::string& family, const std::string& text, const Way& way, const Played& played) {
  std::cout << family << " " << text.substr(0, 12) << " " << way.name << " end " << static_cast<int>(played.end)
            << " questions " << played.questions << " asked " << played.tally.questions.size() << " checks "
            << played.tally.checks << " ms " << milliseconds(played.spent) << " z3 " << milliseconds(played.tally.spent)
            << std::endl;
}

TEST(Asked, Z3AnswersFewQuestionsOfSmallGames) {
  if (std::getenv("FASTSLOW_GAMES") != nullptr) GTEST_SKIP();
  int questions = 0;
  std::size_t asked = 0;
  for (const Family* family : testing::all_families()) {
    if (!family->listed) continue;
    const std::string text = family->make(family->sizes.front(), Level::hard, 14);
    for (const Way& way : ways()) {
      SCOPED_TRACE(family->id + " " + text + " " + way.name);
      const Played played = play(family->id, text, way);
      EXPECT_EQ(played.end, IdleReason::solved);
      asked += played.tally.questions.size();
      questions += played.questions;
    }
  }
  EXPECT_GT(questions, 100);
  EXPECT_GT(asked, 0U) << "nothing is counted";
  EXPECT_LT(asked * 20, static_cast<std::size_t>(questions));
}

TEST(Asked, InTheGamesOfAFile) {
  const char* file = std::getenv("FASTSLOW_GAMES");
  if (file == nullptr) GTEST_SKIP() << "no file";
  std::ifstream games(file);
  ASSERT_TRUE(games) << file;
  std::string family;
  std::string text;
  while (games >> family >> text) {
    for (const Way& way : ways()) print(family, text, way, play(family, text, way));
  }
}

}  // namespace
}  // namespace fastslow
