#include "puzzles/zebra/zebra.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "cli/catalogue.h"
#include "core/search.h"
#include "engine/helpers.h"
#include "puzzles/common/reduce.h"
#include "puzzles/zebra/clue.h"
#include "rooms.h"
#include "wire/json.h"

namespace fastslow {
namespace {

using namespace zebra;

const Family& zebra() { return *find_family("zebra"); }

std::string key_of(std::string_view text) {
  const auto puzzle = zebra().parse(text);
  return puzzle.ok() ? "" : puzzle.problem().key;
}

std::string as_text(const Puzzle& puzzle) { return zebra().format(puzzle, initial_state(puzzle.model), "line"); }

// The riddle as Life International printed it in 1962. Its cigarettes are hobbies here: Old Gold painting, Kools
// chess, Chesterfield cooking, Lucky Strike tennis, Parliament violin.
constexpr const char* kRiddle =
    "5x5:english=red;spanish=dog;coffee=green;ukrainian=tea;ivory-green;painting=snails;chess=yellow;milk=3;"
    "norwegian=1;cooking~fox;chess~horse;tennis=juice;japanese=violin;norwegian~blue";

TEST(Zebra, TheNorwegianDrinksWaterAndTheJapaneseKeepsTheZebra) {
  const Puzzle puzzle = testing::puzzle_of(kRiddle, "zebra");
  const auto found = search(puzzle.model, {}, {.limit = 2}).solutions;
  ASSERT_EQ(found.size(), 1U);
  State state = initial_state(puzzle.model);
  for (const Literal l : found.front()) state.marks[static_cast<std::size_t>(l)] = Mark::placed;
  // norwegian ukrainian english spanish japanese / yellow blue red ivory green / water tea milk juice coffee /
  // fox horse snails dog zebra / chess cooking painting tennis violin
  EXPECT_EQ(zebra().format(puzzle, state, "line"), std::string(kRiddle) + ":43125/45132/52341/34215/23145");
}

std::string told(const std::string& text) {
  const Puzzle puzzle = testing::puzzle_of(text, "zebra");
  const Name& says = puzzle.layout.notes[0].says;
  return sentence(says.key, name_json(says).at("args"), puzzle.layout, 1);
}

TEST(Zebra, CluesReadAsSentences) {
  EXPECT_EQ(told("3x3:english=red"), "1. The Englishman lives in the red house.");
  EXPECT_EQ(told("3x3:red=english"), "1. The Englishman lives in the red house.");
  EXPECT_EQ(told("3x3:milk!spanish"), "1. The milk drinker is not the Spaniard.");
  EXPECT_EQ(told("3x3:tea=2"), "1. The tea drinker lives in the middle house.");
  EXPECT_EQ(told("3x3:tea!3"), "1. The tea drinker does not live in house 3.");
  EXPECT_EQ(told("4x4:fox=end"), "1. The fox owner lives at one end of the row.");
  EXPECT_EQ(told("4x4:fox-red"), "1. The fox owner lives directly to the left of the person in the red house.");
  EXPECT_EQ(told("4x4:fox..dog"), "1. The fox owner lives somewhere to the left of the dog owner.");
  EXPECT_EQ(told("4x4:red~green"), "1. The person in the red house lives next door to the person in the green house.");
  EXPECT_EQ(told("5x5:red(fox)violin"),
            "1. The fox owner lives somewhere between the person in the red house and the violinist.");
}

const std::string kOwn = "3x2:Ann=grey cat;dog-Ben;Cy!3:1../...|Person:Ann,Ben,Cy/Pet:grey cat,dog,고슴도치";

TEST(Zebra, AnAuthorsOwnWords) {
  const Puzzle puzzle = testing::puzzle_of(kOwn, "zebra");
  EXPECT_EQ(as_text(puzzle), kOwn);
  EXPECT_EQ(told(kOwn), "1. Ann and grey cat are in the same house.");
  EXPECT_EQ(puzzle.layout.symbols[11], "dog");
  // The same puzzle as in the riddle's words.
  const Puzzle plain = testing::puzzle_of("3x2:english=red;green-spanish;ukrainian!3:1../...", "zebra");
  EXPECT_EQ(search(puzzle.model, {}, {.limit = 9}).solutions, search(plain.model, {}, {.limit = 9}).solutions);
  // A category may keep the riddle's words.
  const std::string mixed = "3x2:Ann=red;green-Ben|Person:Ann,Ben,Cy/";
  EXPECT_EQ(as_text(testing::puzzle_of(mixed, "zebra")), mixed);
  EXPECT_EQ(told(mixed), "1. Ann and the person in the red house are in the same house.");
  EXPECT_EQ(told("3x2:Ben=2|Person:Ann,Ben,Cy/"), "1. Ben is in the middle house.");
  EXPECT_EQ(told("3x2:dog(Ann)Cy|Person:Ann,Ben,Cy/Pet:cat,dog,fox"), "1. Ann is somewhere between dog and Cy.");
}

TEST(Zebra, OwnWordsMustBeToldApart) {
  for (const std::string words : {"Person:Ann,Ben/Pet:cat,dog,fox", "Person:Ann,Ben,Ann/", "Person:Ann,Ben,red/",
                                  ":Ann,Ben,Cy/", "Person:Ann,Ben,Cy", "Person:Ann,Ben,2nd/", "Person:Ann,Ben,end/",
                                  "Person:Ann,Ben,C~y/", "Person:Ann,,Cy/", "Person/", "//", "Person:Ann,Ben,Cy/x"}) {
    EXPECT_EQ(key_of("3x2:red=1|" + words), "error.zebra.names") << words;
  }
  EXPECT_EQ(zebra().parse("3x2:english=1|Person:Ann,Ben,Cy/").problem().key, "error.zebra.item");
}

// Every board on which a clue holds, and no other, by trying all boards of three houses and two categories.
TEST(Zebra, CluesMeanWhatTheySay) {
  for (const std::string clue : {"english=red", "english!red", "english=1", "red=2", "red!3", "green=end",
                                 "english-red", "english-spanish", "red..english", "red..green", "spanish~ivory",
                                 "red~green", "english(red)spanish", "red(green)ivory", "red(english)spanish"}) {
    const Puzzle puzzle = testing::puzzle_of("3x2:" + clue, "zebra");
    Scanner scanner(clue);
    const Clue read = read_clue(scanner, {3, 2}).value();
    EXPECT_EQ(write_clue(read, {}), clue);
    std::set<std::vector<int>> expected;
    std::vector<int> nations = {1, 2, 3};
    do {
      std::vector<int> colours = {11, 12, 13};
      do {
        std::vector<int> house_of(14, 0);
        for (std::size_t i = 0; i < 3; ++i) {
          house_of[static_cast<std::size_t>(nations[i])] = static_cast<int>(i) + 1;
          house_of[static_cast<std::size_t>(colours[i])] = static_cast<int>(i) + 1;
        }
        std::vector<int> board = nations;
        board.insert(board.end(), colours.begin(), colours.end());
        if (is_true(read, house_of, 3)) expected.insert(board);
      } while (std::next_permutation(colours.begin(), colours.end()));
    } while (std::next_permutation(nations.begin(), nations.end()));
    std::set<std::vector<int>> found;
    for (const auto& solution : testing::enumerate(puzzle.model)) {
      std::vector<int> board;
      for (const Literal l : solution) board.push_back(puzzle.model.value_of(l));
      found.insert(board);
    }
    EXPECT_EQ(found, expected) << clue;
    EXPECT_EQ(search(puzzle.model, {}, {.limit = 100}).solutions.size(), expected.size()) << clue;
  }
}

TEST(Zebra, TextsReadBack) {
  for (const std::string& text : {std::string("3x2:english=red;red~green"), std::string("2x2:english=red:1./.2"),
                                  std::string("4x3:milk!4;juice(tea)red:..../1.../...."), std::string(kRiddle)}) {
    EXPECT_EQ(as_text(testing::puzzle_of(text, "zebra")), text);
  }
  const Puzzle puzzle = testing::puzzle_of("4x3:milk!4;tea=end:..../1.../....", "zebra");
  EXPECT_EQ(puzzle.size.id, "4x3");
  EXPECT_EQ(puzzle.model.givens().size(), 1U);
  EXPECT_EQ(puzzle.layout.notes.size(), 2U);
  EXPECT_EQ(puzzle.layout.symbols.size(), 24U);  // values 1 .. 24, with gaps between the categories
  EXPECT_EQ(puzzle.layout.symbols[10], "symbol.item.red");
  EXPECT_EQ(puzzle.layout.symbols[5], "");
}

TEST(Zebra, BadInputNamesPlaceAndCause) {
  EXPECT_EQ(key_of(""), "error.text.empty");
  EXPECT_EQ(key_of("hello"), "error.zebra.size");
  EXPECT_EQ(key_of("6x5:red=1"), "error.zebra.size");
  EXPECT_EQ(key_of("5x1:english=1"), "error.zebra.size");
  EXPECT_EQ(key_of("3x3"), "error.text.ends");
  EXPECT_EQ(key_of("3x3:"), "error.text.ends");
  EXPECT_EQ(zebra().parse("3x3:red=1;cat=2").problem(),
            (Problem{"error.zebra.item", {{"word", "cat"}, {"position", "11"}}}));
  EXPECT_EQ(key_of("3x3:blue=1"), "error.zebra.item");      // the fifth colour needs a fifth house
  EXPECT_EQ(key_of("3x3:painting=1"), "error.zebra.item");  // the fifth category
  EXPECT_EQ(key_of("3x3:red=4"), "error.text.character");
  EXPECT_EQ(key_of("3x3:red-1"), "error.text.character");
  EXPECT_EQ(key_of("3x3:red>tea"), "error.text.character");
  EXPECT_EQ(key_of("3x3:red~"), "error.text.ends");
  EXPECT_EQ(key_of("3x3:red(tea)"), "error.text.ends");
  EXPECT_EQ(zebra().parse("3x3:tea=1;red=green").problem(), (Problem{"error.zebra.clue", {{"position", "11"}}}));
  EXPECT_EQ(key_of("3x3:red~red"), "error.zebra.clue");
  EXPECT_EQ(key_of("3x3:red(tea)red"), "error.zebra.clue");
  EXPECT_EQ(key_of("3x3:red=1;"), "error.text.ends");
  EXPECT_EQ(key_of("3x3:red=1:123/1"), "error.text.ends");
  EXPECT_EQ(key_of("3x3:red=1:4../.../..."), "error.text.character");
  EXPECT_EQ(zebra().parse("3x3:red=1:1.1/.../...").problem(), (Problem{"error.zebra.twice", {{"position", "13"}}}));
  EXPECT_EQ(zebra().parse("3x3:tea=2;red=1:.../2../...").problem(), (Problem{"error.zebra.conflict", {{"n", "2"}}}));
  std::string many = "3x3:red=1";
  for (int i = 0; i < 200; ++i) many += ";red=1";
  EXPECT_EQ(key_of(many), "error.zebra.many");
}

TEST(Zebra, GeneratesOneSolutionFromASeed) {
  for (const Size& size : zebra().sizes) {
    for (const Level level : {Level::easy, Level::medium, Level::hard}) {
      const std::string text = zebra().make(size, level, 7);
      const Puzzle puzzle = testing::puzzle_of(text, "zebra");
      EXPECT_EQ(puzzle.size, size);
      EXPECT_EQ(as_text(puzzle), text);
      EXPECT_TRUE(has_one_solution(puzzle.model, 100000)) << text;
    }
  }
  EXPECT_EQ(zebra().generate("3x3", Level::hard, 1).value(),
            "3x3:coffee!1;ivory!coffee;spanish~red;green~tea;spanish=ivory;ukrainian~red");
  EXPECT_FALSE(zebra().generate("5x4", Level::hard, 1).ok());
}

}  // namespace
}  // namespace fastslow
