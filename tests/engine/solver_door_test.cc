// The solver module's door: one puzzle, the facts of the question before, and every task.
#include "wire/solver_door.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "engine/helpers.h"
#include "engine/views.h"
#include "rooms.h"
#include "solver/z3_solver.h"
#include "wire/proofs.h"

namespace fastslow {
namespace {

using testing::error_key;
using testing::puzzle_of;

const std::string kBoard = ".......2..45.3......16.5..8...3.716......2........17.4...59....9..1.6.3.3.7......";

struct SolverCaller {
  SolverDoor door{make_presolved_z3_solver};

  Json send(const Json& request) { return Json::parse(door.call(request.dump())); }
  Json tell(const std::string& name, const std::string& text) {
    return send({{"op", "tell"}, {"puzzle", name}, {"family", "sudoku"}, {"text", text}});
  }
  Json ask(const Json& extra) {
    Json request = {{"op", "solve"}, {"puzzle", "a"}, {"position", "p"}, {"facts", facts(0, 0, Json::array())}};
    request.update(extra);
    return send(request);
  }
  static Json facts(int keep, int drop, const Json& add, int from = 0, int to = 0) {
    return {{"from", from}, {"to", to}, {"keep", keep}, {"drop", drop}, {"add", add}};
  }
};

// Three who call each other knaves in a circle: each of the statements is needed for that to be impossible.
TEST(SolverDoor, APuzzleWithoutSolutionComesWithTheRulesThatClash) {
  SolverCaller solver;
  const std::string text = "A:knave(B);B:knave(C);C:knave(A);D:knight(A)";
  ASSERT_EQ(error_key(solver.send({{"op", "tell"}, {"puzzle", "a"}, {"family", "knights"}, {"text", text}})), "");
  const Json answer = solver.ask({{"task", "unique"}})["ok"];
  EXPECT_EQ(answer["count"], "none");
  EXPECT_EQ(answer["clash"]["key"], "clash.rules");
  EXPECT_EQ(answer["clash"]["args"]["units"].size(), 3U);
  EXPECT_TRUE(solver.ask({{"task", "diagnose"}})["ok"]["wrong"].empty());
}

// A first answer comes while the shortest is being worked out, and changes nothing about that.
TEST(SolverDoor, TellsAFirstProofWhereDraftsAreWanted) {
  std::vector<Json> drafts;
  SolverCaller telling{
      SolverDoor(make_presolved_z3_solver, [&](const std::string& d) { drafts.push_back(Json::parse(d)); })};
  SolverCaller silent;
  ASSERT_EQ(error_key(telling.tell("a", kBoard)), "");
  ASSERT_EQ(error_key(silent.tell("a", kBoard)), "");
  const Model model = puzzle_of(kBoard).model;
  std::size_t shortened = 0;
  for (Literal l = 0; l < 60; ++l) {
    const Json question = {{"task", "examine"}, {"literal", l}, {"drafts", true}};
    drafts.clear();
    const Json answer = telling.ask(question)["ok"];
    EXPECT_EQ(answer, silent.ask(question)["ok"]) << l;
    EXPECT_EQ(drafts.size(), answer.contains("core") ? 1U : 0U) << l;
    if (drafts.empty()) continue;
    const Json& first = drafts.front();
    EXPECT_EQ(first["task"], "examine");
    EXPECT_EQ(first["position"], "p");
    EXPECT_EQ(first["finding"], answer["finding"]) << l;
    const auto proof = parse_core(model, first["core"]);
    ASSERT_TRUE(proof);
    EXPECT_FALSE(proof->minimal);
    EXPECT_EQ(Json(proof->step.literal), answer["core"]["literal"]);
    // A proof it is: what it cites refutes the opposite.
    std::vector<Step> facts = proof->core.facts;
    facts.push_back(negated(proof->step));
    const auto solver = make_z3_solver(model);
    EXPECT_EQ(solver->check({.facts = facts, .want_core = true, .parts = proof->core.parts}).truth, Truth::unsat) << l;
    shortened += first["core"]["parts"].size() > answer["core"]["parts"].size() ? 1 : 0;
  }
  EXPECT_GT(shortened, 0U);
  drafts.clear();
  telling.ask({{"task", "choose"}});
  EXPECT_TRUE(drafts.empty());
  const Json chosen = telling.ask({{"task", "choose"}, {"drafts", true}})["ok"];
  ASSERT_EQ(drafts.size(), 1U);
  EXPECT_EQ(drafts.front()["core"]["literal"], chosen["core"]["literal"]);
}

TEST(SolverDoor, AnswersEveryTask) {
  SolverCaller solver;
  ASSERT_EQ(error_key(solver.tell("a", kBoard)), "");
  EXPECT_EQ(solver.ask({{"task", "solve"}})["ok"]["truth"], "sat");
  EXPECT_EQ(solver.ask({{"task", "unique"}})["ok"]["count"], "one");
  EXPECT_EQ(solver.ask({{"task", "choose"}})["ok"]["finding"], "forced");
  EXPECT_EQ(solver.ask({{"task", "examine"}, {"literal", 0}})["ok"]["effort"].is_number(), true);
  EXPECT_EQ(solver.ask({{"task", "diagnose"}})["ok"]["truth"], "sat");
  EXPECT_EQ(solver.ask({{"task", "marginals"}})["ok"]["truth"], "sat");
  EXPECT_EQ(error_key(solver.ask({{"task", "examine"}})), "error.request.argument");
  EXPECT_EQ(error_key(solver.ask({{"task", "wish"}})), "error.request.argument");
  EXPECT_EQ(error_key(solver.send({{"op", "dance"}})), "error.request.op");
  EXPECT_EQ(error_key(Json::parse(solver.door.call("nothing"))), "error.request.json");
}

TEST(SolverDoor, KnowsOnePuzzleAndTheFactsOfTheQuestionBefore) {
  SolverCaller solver;
  EXPECT_EQ(error_key(solver.ask({{"task", "solve"}})), "error.solver.puzzle");
  EXPECT_EQ(error_key(solver.tell("a", "nonsense")), "error.text.character");
  ASSERT_EQ(error_key(solver.tell("a", kBoard)), "");
  EXPECT_EQ(error_key(solver.ask({{"task", "solve"}, {"puzzle", "b"}})), "error.solver.puzzle");
  const auto truth = [&](const Json& facts) {
    return solver.ask({{"task", "solve"}, {"facts", facts}})["ok"]["truth"];
  };
  const auto with = [](int keep, int drop, const Json& add) { return SolverCaller::facts(keep, drop, add); };
  // Two ones in the first row cannot be; either alone may.
  EXPECT_EQ(truth(with(0, 0, {{0, 1}, {9, 1}})), "unsat");
  EXPECT_EQ(truth(with(0, 2, Json::array())), "sat");
  EXPECT_EQ(truth(with(0, 0, {{0, 0}, {9, 0}, {18, 0}})), "sat");
  EXPECT_EQ(truth(with(1, 1, {{0, 1}})), "unsat") << "0 ruled out and placed, 18 kept";
  EXPECT_EQ(error_key(solver.ask({{"task", "solve"}, {"facts", with(3, 1, Json::array())}})), "error.solver.facts");
  EXPECT_EQ(error_key(solver.ask({{"task", "solve"}, {"facts", with(0, 9, Json::array())}})), "error.solver.facts");
  EXPECT_EQ(error_key(solver.ask({{"task", "solve"}, {"facts", with(0, 3, {{9999, 1}})}})), "error.solver.facts");
  // A question that was lost on the way is noticed.
  EXPECT_EQ(truth(SolverCaller::facts(0, 3, {{0, 0}}, 0, 1)), "sat");
  EXPECT_EQ(error_key(solver.ask({{"task", "solve"}, {"facts", SolverCaller::facts(0, 1, {{9, 1}}, 2, 3)}})),
            "error.solver.facts");
}

}  // namespace
}  // namespace fastslow
