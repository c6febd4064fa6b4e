#include "puzzles/knights/knights.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/catalogue.h"
#include "core/search.h"
#include "engine/helpers.h"
#include "puzzles/common/reduce.h"
#include "puzzles/knights/claim.h"
#include "rooms.h"
#include "wire/json.h"

namespace fastslow {
namespace {

using namespace knights;

const Family& knights() { return *find_family("knights"); }

std::string key_of(std::string_view text) {
  const auto puzzle = knights().parse(text);
  return puzzle.ok() ? "" : puzzle.problem().key;
}

std::string as(const Puzzle& puzzle, std::string_view format) {
  return knights().format(puzzle, initial_state(puzzle.model), format);
}

std::string record_of(const std::string& statements) { return R"({"statements":")" + statements + R"("})"; }

// Every solution, e.g. "101": A and C are knights.
std::set<std::string> solutions(const std::string& text) {
  const Puzzle puzzle = testing::puzzle_of(text, "knights");
  std::set<std::string> found;
  for (const auto& solution : search(puzzle.model, {}, {.limit = 300}).solutions) {
    std::string kinds;
    for (const Literal l : solution) kinds += puzzle.model.value_of(l) == 1 ? '1' : '0';
    found.insert(kinds);
  }
  return found;
}

std::string told(const std::string& text, std::size_t note) {
  const Puzzle puzzle = testing::puzzle_of(text, "knights");
  const Name& says = puzzle.layout.notes[note].says;
  return sentence(says.key, name_json(says).at("args"), puzzle.layout, 0);
}

TEST(Knights, SmullyansIsland) {
  // "At least one of us is a knave": the speaker is a knight, the other a knave.
  EXPECT_EQ(solutions("A:atleast(1,AB)"), (std::set<std::string>{"10"}));
  // "All of us are knaves." "Exactly one of us is a knight."
  EXPECT_EQ(solutions("A:exactly(3,ABC);B:exactly(2,ABC)"), (std::set<std::string>{"010"}));
  // "B is a knave." "A and C are of the same kind."
  EXPECT_EQ(solutions("A:knave(B);B:same(AC)"), (std::set<std::string>{"100", "010"}));
  // "If I am a knight, so is B."
  EXPECT_EQ(solutions("A:if(knight(A),knight(B))"), (std::set<std::string>{"11"}));
  EXPECT_EQ(solutions("A:iff(knight(A),knight(B))"), (std::set<std::string>{"01", "11"}));
  EXPECT_EQ(solutions("A:xor(knight(A),knight(B))"), (std::set<std::string>{"00", "10"}));
  EXPECT_EQ(solutions("A:knight(A)"), (std::set<std::string>{"0", "1"}));
}

// The clauses say just what the sentence says, for each speaker and every world.
TEST(Knights, ClausesAreTheStatement) {
  for (const std::string text :
       {"knave(B)", "not(knight(C))", "and(knight(A),knave(B))", "or(knave(A),and(knight(B),knight(C)))",
        "if(or(knave(A),knave(B)),knight(C))", "iff(knight(A),not(and(knight(B),knight(C))))", "exactly(2,ABCD)",
        "atleast(2,ABCD)", "atmost(1,BCD)", "same(ABCD)", "differ(CD)", "xor(knight(B),if(knight(C),knight(D)))"}) {
    Scanner scanner(text);
    const Claim claim = read_claim(scanner).value();
    EXPECT_TRUE(scanner.done());
    EXPECT_EQ(write_claim(claim), text);
    for (int speaker = 0; speaker < 4; ++speaker) {
      const auto clauses = prime_clauses(speaker, claim);
      for (unsigned world = 0; world < 16; ++world) {
        const auto is_knight = [world](int person) { return (world >> static_cast<unsigned>(person)) % 2 == 1; };
        bool fits = true;
        for (const auto& clause : clauses) {
          bool met = false;
          for (const Disjunct& d : clause) met = met || is_knight(d.person) == d.knight;
          fits = fits && met;
        }
        EXPECT_EQ(fits, is_true(claim, world) == is_knight(speaker)) << text << " " << speaker << " " << world;
      }
    }
  }
}

TEST(Knights, NeedsNoMoreClausesThanItMust) {
  // "B is a knave": one of the two is a knight, and one is a knave.
  const auto clauses = prime_clauses(0, about(Saying::knave, {1}));
  EXPECT_EQ(clauses.size(), 2U);
  // "B is a knight or a knave": then A is a knight.
  const Claim either = claim(Saying::either, {about(Saying::knight, {1}), about(Saying::knave, {1})});
  EXPECT_EQ(prime_clauses(0, either), (std::vector<std::vector<Disjunct>>{{{0, true}}}));
  const Puzzle puzzle = testing::puzzle_of("A:and(knight(B),knave(C))", "knights");
  EXPECT_EQ(puzzle.model.constraints().size(), 3U);
  for (const Constraint& c : puzzle.model.constraints()) EXPECT_EQ(c.name, puzzle.model.constraint(0).name);
}

TEST(Knights, SentencesReadAsPeopleTalk) {
  EXPECT_EQ(told("A:if(knave(B),and(knight(A),knave(C)))", 0),
            "A says that if B is a knave, then A is a knight and C is a knave.");
  EXPECT_EQ(told("A:not(knave(B));C:exactly(1,ABC)", 1), "C says that exactly one of A, B and C is a knave.");
  EXPECT_EQ(told("B:or(knight(A),and(knave(B),knight(C)))", 0),
            "B says that A is a knight or both B is a knave and C is a knight.");
  EXPECT_EQ(told("B:not(iff(knight(A),knight(C)))", 0),
            "B says that “A is a knight if and only if C is a knight” is false.");
  EXPECT_EQ(told("B:and(knight(A),knave(C),same(AC))", 0),
            "B says that A is a knight, C is a knave and A and C are of the same kind.");
}

TEST(Knights, TextsReadBack) {
  for (const std::string text : {"A:knave(B)", "A:knave(B)=1.", "A:knave(B)=1..", "B:same(AC);C:not(knight(B))=...0",
                                 "A:exactly(2,ABC);B:or(knave(A),and(knight(B),knight(C)));C:xor(knight(A),knave(B))",
                                 "A:knave(B)|Amelia,Evelyn", "A:knave(B)=.1.|Amelia,Evelyn,Jo Ann O'Hara"}) {
    const Puzzle puzzle = testing::puzzle_of(text, "knights");
    EXPECT_EQ(as(puzzle, "line"), text);
    const Puzzle record = testing::puzzle_of(as(puzzle, "record"), "knights");
    EXPECT_EQ(record.format, "record");
    EXPECT_EQ(as(record, "record"), as(puzzle, "record"));
    const std::string line = as(record, "line");
    EXPECT_EQ(line.substr(0, line.find_first_of("=|")), text.substr(0, text.find_first_of("=|")));
  }
  EXPECT_EQ(as(testing::puzzle_of("B:same(AC);C:atmost(1,AB)", "knights"), "record"),
            record_of("(None, ('same', 0, 2), ('at-most', 1, 0, 1))"));
}

TEST(Knights, PeopleAreCalledByTheirNames) {
  const Puzzle puzzle = testing::puzzle_of(
      R"-({"statements": "(('lying', 1), None)", "names": ["Amelia", "Evelyn", "Zoe"]})-", "knights");
  EXPECT_EQ(puzzle.model.variable(0).name, (Name{"@Amelia", {}}));
  EXPECT_EQ(puzzle.model.variable(2).name, (Name{"@Zoe", {}})) << "who keeps silent is there, too";
  ASSERT_EQ(puzzle.layout.notes.size(), 1U);
  EXPECT_EQ(puzzle.layout.notes[0].says.parts[0], (Name{"@Amelia", {}}));
  EXPECT_EQ(puzzle.layout.notes[0].says.parts[1].parts[0], (Name{"@Evelyn", {}}));
  EXPECT_EQ(puzzle.layout.labels[1].text, "Evelyn");
  EXPECT_EQ(key_of("A:knave(B)|Amelia"), "error.knights.names");
  EXPECT_EQ(key_of("A:knave(B)|Amelia,"), "error.knights.names");
  EXPECT_EQ(key_of("A:knave(B)|Amelia,A|B"), "error.knights.names");
  EXPECT_EQ(key_of("A:knave(B)|" + std::string(41, 'a') + ",B"), "error.knights.names");
}

// All of them are true, or all of them lies: other than one statement that joins them.
TEST(Knights, WhoSpeaksTwiceIsHonestBothTimesOrNever) {
  EXPECT_EQ(solutions("B:knave(A);B:knight(C)"), (std::set<std::string>{"100", "011"}));
  EXPECT_EQ(solutions("B:and(knave(A),knight(C))"), (std::set<std::string>{"000", "100", "101", "011"}));
  const Puzzle puzzle = testing::puzzle_of("B:knave(A);A:knave(C);B:knight(C)", "knights");
  EXPECT_EQ(as(puzzle, "line"), "A:knave(C);B:knave(A);B:knight(C)");
  EXPECT_EQ(as(puzzle, "record"), as(puzzle, "line"));  // a record has one statement of each
  EXPECT_EQ(told("B:knave(A);A:knave(C);B:knight(C)", 1), "B says that A is a knave.");
  EXPECT_EQ(told("B:knave(A);A:knave(C);B:knight(C)", 2), "B says that C is a knight.");
  ASSERT_EQ(puzzle.layout.notes.size(), 3U);
  // Each is a rule of its own, and lit at its speaker.
  EXPECT_EQ(puzzle.layout.labels[1].constraints.size(),
            puzzle.layout.notes[1].constraints.size() + puzzle.layout.notes[2].constraints.size());
  const Name& second = puzzle.model.constraint(puzzle.layout.notes[2].constraints[0]).name;
  EXPECT_EQ(second, (Name{"unit.statement_of", {{"n", 2}}, puzzle.layout.notes[2].says.parts}));
}

TEST(Knights, FortyPeopleStandInRows) {
  const Puzzle puzzle = testing::puzzle_of("A:knave(n);n:exactly(1,AZa)", "knights");
  EXPECT_EQ(puzzle.model.variable_count(), 40);
  EXPECT_EQ(as(puzzle, "line"), "A:knave(n);n:exactly(1,AZa)");
  EXPECT_EQ(told("A:knave(n);n:exactly(1,AZa)", 0), "A says that n is a knave.");
  EXPECT_EQ(puzzle.layout.columns, 8);
  EXPECT_EQ(puzzle.layout.rows, 10);
  EXPECT_EQ(puzzle.layout.labels[39].text, "n");
  EXPECT_EQ(puzzle.layout.cells[39].row, puzzle.layout.labels[39].row + 0.5);
}

TEST(Knights, BadInputNamesPlaceAndCause) {
  EXPECT_EQ(key_of("  "), "error.text.empty");
  EXPECT_EQ(knights().parse("A:knave(o)").problem(), (Problem{"error.text.character", {{"position", "9"}}}));
  EXPECT_EQ(knights().parse("A:and(knave(B))").problem(), (Problem{"error.knights.claim", {{"position", "3"}}}));
  EXPECT_EQ(key_of("A:same(AA)"), "error.knights.claim");
  EXPECT_EQ(key_of("A:exactly(3,AB)"), "error.knights.claim");
  EXPECT_EQ(key_of("A:differ(ABC)"), "error.knights.claim");
  EXPECT_EQ(key_of("A:not(not(not(not(not(not(not(knave(B))))))))"), "error.knights.claim");
  EXPECT_EQ(knights().parse("A:not(knave(B)").problem(), (Problem{"error.text.ends", {{"position", "15"}}}));
  EXPECT_EQ(key_of("A:likes(B)"), "error.text.character");
  std::string talkative = "A:knave(B)";
  for (int i = 0; i < 8; ++i) talkative += ";A:knave(B)";
  EXPECT_EQ(knights().parse(talkative).problem(),
            (Problem{"error.knights.talkative", {{"person", "A"}, {"limit", "8"}}}));
  EXPECT_EQ(key_of("A:knave(B)=1"), "error.knights.people");
  EXPECT_EQ(key_of("A:knave(B)=" + std::string(41, '.')), "error.knights.people");
  EXPECT_EQ(key_of("A:knave(B)=1x"), "error.text.character");
  EXPECT_EQ(knights().parse("B:knave(B)").problem(), (Problem{"error.knights.paradox", {{"person", "B"}}}));
  EXPECT_EQ(key_of("A:same(BCDEFG)"), "error.knights.mentioned");
  EXPECT_EQ(knights().parse("A:knave(B)=11").problem(), (Problem{"error.knights.conflict", {{"person", "A"}}}));
  EXPECT_EQ(key_of("{}"), "error.knights.record");
  EXPECT_EQ(key_of("{\"statements\":"), "error.knights.record");
  EXPECT_EQ(key_of(record_of("(None,)")), "error.knights.record");
  EXPECT_EQ(key_of(record_of("(('lying', 99),)")), "error.text.character");
  EXPECT_EQ(key_of(record_of("(('lying', 1, 2),)")), "error.knights.claim");
  std::string silent;
  for (int person = 0; person <= 40; ++person) silent += "None, ";
  EXPECT_EQ(key_of(record_of("(" + silent + ")")), "error.knights.crowd");
}

TEST(Knights, GeneratesOneSolutionFromASeed) {
  for (const Size& size : knights().sizes) {
    for (const Level level : {Level::easy, Level::medium, Level::hard}) {
      for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        const std::string text = knights().make(size, level, seed);
        EXPECT_EQ(testing::puzzle_of(text, "knights").size, size);
        EXPECT_EQ(solutions(text).size(), 1U) << text;
      }
    }
  }
  EXPECT_EQ(
      knights().generate("4", Level::hard, 1).value(),
      "A:atleast(2,BCD);B:and(knave(D),knight(C));C:or(knight(D),knave(A));D:if(and(knight(A),knight(B)),knave(C))");
  EXPECT_FALSE(knights().generate("8", Level::hard, 1).ok());
}

TEST(Knights, SolvesThePublicRecords) {
  const std::filesystem::path folder = "../shared/data/knights";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no " << folder;
  int read = 0;
  for (const int people : {3, 4, 5, 7}) {
    std::ifstream in(folder / (std::to_string(people) + "ppl_test.jsonl"));
    for (std::string line; std::getline(in, line); ++read) {
      const auto record = nlohmann::json::parse(line);
      std::string expected;
      for (const bool knight : record.at("solution")) expected += knight ? '1' : '0';
      EXPECT_EQ(solutions(line), std::set<std::string>{expected}) << line;
      const Puzzle puzzle = testing::puzzle_of(line, "knights");
      EXPECT_EQ(as(testing::puzzle_of(as(puzzle, "line"), "knights"), "record"), as(puzzle, "record"));
    }
  }
  EXPECT_EQ(read, 400);
}

}  // namespace
}  // namespace fastslow
