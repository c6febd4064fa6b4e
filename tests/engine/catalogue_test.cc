// The sentences that the page tells in the same words: tests/golden/sentences.json.
#include "cli/catalogue.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/result.h"
#include "puzzles/puzzle.h"

namespace fastslow::cli {
namespace {

using Json = nlohmann::json;

Json golden() {
  std::ifstream file("tests/golden/sentences.json");
  return Json::parse(file);
}

TEST(Catalogue, TellsProofsAsThePageDoes) {
  const Json all = golden();
  ASSERT_FALSE(all.at("sentences").empty());
  for (const Json& line : all.at("sentences")) {
    const Json& board = all.at("boards").at(line.at("board").get<std::string>());
    puzzles::Layout layout;
    layout.symbols = board.at("symbols").get<std::vector<std::string>>();
    EXPECT_EQ(sentence(line.at("key"), line.at("args"), layout, board.at("lowest")), line.at("english"))
        << line.at("tells");
  }
}

TEST(Catalogue, TellsProblemsAsThePageDoes) {
  const Json all = golden();
  ASSERT_FALSE(all.at("problems").empty());
  for (const Json& one : all.at("problems")) {
    const Problem problem{one.at("key").get<std::string>(), one.at("args").get<std::map<std::string, std::string>>()};
    EXPECT_EQ(sentence(problem), one.at("english")) << one.at("tells");
  }
}

}  // namespace
}  // namespace fastslow::cli
