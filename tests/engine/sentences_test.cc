// What a sentence claims has to follow from what the sentence names: whoever reads it has nothing else. Each line of an
// explanation is taken by itself; the rules that it names (all of them that go by that name), the facts that it names
// or says were found before, the values that stand on the board, what was supposed and what the lines before it found:
// these alone must force what it says. And no rule is named in vain: without any one of them the conclusion is lost,
// or, where a chain of small inferences is told, no such chain leads to it any more. (Few rules whose interplay nobody
// can follow explain less than one more that makes it plain.)
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/consequences.h"
#include "core/index.h"
#include "engine/conformance.h"
#include "engine/helpers.h"
#include "engine/telling.h"
#include "rooms.h"
#include "solver/choose_step.h"
#include "solver/derivation.h"
#include "solver/z3_solver.h"

namespace fastslow {
namespace {

using testing::text_of;

// What a line says its claim rests on.
struct Named {
  std::vector<Name> rules;
  std::vector<Step> facts;
  bool found_before = false;  // "what was ruled out before", without a list
};

class Reader {
 public:
  explicit Reader(const Model& model) : model_(model), solver_(make_presolved_z3_solver(model)) {}

  // Adds what is wrong with the narration of a proof to the test's failures.
  void read(const Proof& proof, const std::vector<Line>& lines, const std::string& where) {
    proof_ = &proof;
    known_.clear();
    std::string whole;
    for (const Line& line : lines) whole += "\n  " + text_of(line);
    std::vector<Name> rules;
    for (const Line& line : lines) {
      if (line.key == "why.by_many_rules" || line.key == "why.given") return;
      const Named named = named_in(line);
      for (const Name& rule : named.rules) add(rules, rule);
      if (line.key == "why.total") continue;  // says no more than that its rule is needed
      if (line.key == "why.suppose" || line.key == "why.suppose_not") {
        known_.push_back(negated(proof.step));
        continue;
      }
      for (const auto& claim : claims_of(line)) {
        EXPECT_TRUE(follows(named, claim)) << where << ": \"" << text_of(line) << "\" does not follow, in" << whole;
        if (claim) known_.push_back(*claim);
      }
    }
    if (proof.minimal) expect_none_in_vain(rules, lines.size() > 1, where + whole);
  }

 private:
  static void add(std::vector<Name>& rules, const Name& rule) {
    if (std::find(rules.begin(), rules.end(), rule) == rules.end()) rules.push_back(rule);
  }

  [[nodiscard]] Literal literal(const Name& cell, int value) const {
    for (VariableId v = 0; v < model_.variable_count(); ++v) {
      if (!model_.variable(v).hidden && model_.variable(v).name == cell) return model_.literal(v, value);
    }
    ADD_FAILURE() << "no cell is called " << text_of(cell);
    return 0;
  }
  [[nodiscard]] std::vector<PartId> parts_of(const std::vector<Name>& rules) const {
    std::vector<PartId> parts;
    for (GroupId g = 0; g < model_.group_count(); ++g) {
      if (model_.group(g).is_domain()) continue;
      const Name& name = model_.constraint(model_.group(g).constraint).name;
      if (std::find(rules.begin(), rules.end(), name) == rules.end()) continue;
      for (const PartId part : {lower_part(g), upper_part(g)}) {
        if (!part_is_trivial(model_, part)) parts.push_back(part);
      }
    }
    return parts;
  }

  template <class T>
  static const T* argument(const Line& line, const char* name) {
    const auto found = line.args.find(name);
    return found == line.args.end() ? nullptr : std::get_if<T>(&found->second);
  }

  void add_clause(const Name& clause, Named& named) const {
    if (clause.key == "because.is" || clause.key == "because.is_not") {
      const Literal l = literal(clause.parts.front(), clause.args.at("value"));
      named.facts.push_back({l, clause.key == "because.is"});
    } else if (clause.key == "because.ruled_out") {
      named.found_before = true;
    } else {
      add(named.rules, clause.parts.front());
    }
  }

  [[nodiscard]] Named named_in(const Line& line) const {
    Named named;
    if (const auto* unit = argument<Name>(line, "unit")) add(named.rules, *unit);
    if (const auto* units = argument<std::vector<Name>>(line, "units")) {
      for (const Name& unit : *units) add(named.rules, unit);
    }
    if (const auto* because = argument<std::vector<Name>>(line, "because")) {
      for (const Name& clause : *because) add_clause(clause, named);
    }
    const int* value = argument<int>(line, "value");
    if (const auto* cells = argument<std::vector<Name>>(line, "cells")) {
      for (const Name& cell : *cells) named.facts.push_back({literal(cell, *value), false});
    } else if (const auto* values = argument<std::vector<int>>(line, "values")) {
      for (const int other : *values) named.facts.push_back({literal(*argument<Name>(line, "cell"), other), false});
      if (line.key == "why.but_two_values") named.facts.clear();
    } else {
      named.found_before |= line.key.ends_with("_ruled_out") || line.key.ends_with("_mixed") ||
                            line.key == "why.last_value" || line.key == "why.by_rules";
    }
    return named;
  }

  // What the line says; nothing: that something is impossible.
  [[nodiscard]] std::vector<std::optional<Step>> claims_of(const Line& line) const {
    std::vector<std::optional<Step>> claims;
    if (const auto* so = argument<std::vector<Name>>(line, "so")) {
      for (const Name& claim : *so) {
        claims.emplace_back(Step{literal(claim.parts.front(), claim.args.at("value")), claim.key == "so.is"});
      }
      return claims;
    }
    if (line.key.starts_with("why.but")) return {std::nullopt};
    if (line.key == "why.by_rules") return {proof_->step};
    const bool out = line.key.starts_with("why.seen") || line.key.starts_with("why.so_not") ||
                     line.key.starts_with("why.together_out");
    return {Step{literal(*argument<Name>(line, "cell"), *argument<int>(line, "value")), !out}};
  }

  [[nodiscard]] bool refuted(const std::vector<Name>& rules, std::vector<Step> facts,
                             std::optional<Step> denied) const {
    if (denied) facts.push_back(*denied);
    const std::vector<PartId> parts = parts_of(rules);
    return solver_->check({.facts = facts, .want_core = true, .parts = parts}).truth == Truth::unsat;
  }

  [[nodiscard]] bool follows(const Named& named, const std::optional<Step>& claim) const {
    std::vector<Step> facts = known_;
    facts.insert(facts.end(), named.facts.begin(), named.facts.end());
    // The board shows its values.
    for (const Step fact : proof_->core.facts) {
      if (fact.place || named.found_before) facts.push_back(fact);
    }
    return refuted(named.rules, facts, claim ? std::optional(negated(*claim)) : std::nullopt);
  }

  void expect_none_in_vain(const std::vector<Name>& rules, bool chain, const std::string& whole) const {
    for (const Name& rule : rules) {
      std::vector<Name> rest = rules;
      std::erase(rest, rule);
      const Step denied = negated(proof_->step);
      const bool without = chain ? Replay(model_).refute({parts_of(rest), proof_->core.facts}, denied).has_value()
                                 : refuted(rest, proof_->core.facts, denied);
      EXPECT_FALSE(without) << whole << "\n" << text_of(rule) << " is not needed";
    }
  }

  const Model& model_;
  std::unique_ptr<Solver> solver_;
  const Proof* proof_ = nullptr;
  std::vector<Step> known_;  // what was supposed, and what the lines so far have shown
};

// Reads every step's explanation, of so many steps from the position on.
void read_steps(const std::string& family, const std::string& text, int steps, State state, const Model& model) {
  const auto solver = make_presolved_z3_solver(model);
  Reader reader(model);
  for (int i = 0; i < steps && !is_complete(model, state); ++i) {
    const Choice choice = choose_step(*solver, facts_of(model, state, true), {}, {});
    if (!choice.proof) break;
    reader.read(*choice.proof, narrate(model, *choice.proof), family + " " + text);
    state = apply(model, state, choice.proof->step).value();
  }
}

class Sentences : public ::testing::TestWithParam<const Family*> {};

constexpr std::size_t kPuzzles = 5;
constexpr int kSteps = 8;

// Puzzles of every size and level: every so many of the pack's.
TEST_P(Sentences, ClaimWhatFollowsFromWhatTheyName) {
  std::ifstream in("puzzles/" + GetParam()->id + ".json");
  if (!in) GTEST_SKIP() << "no pack";
  const auto puzzles = nlohmann::json::parse(in)["puzzles"];
  for (std::size_t i = 0; i < puzzles.size(); i += std::max<std::size_t>(1, puzzles.size() / kPuzzles)) {
    const auto text = puzzles[i]["text"].get<std::string>();
    const Puzzle puzzle = testing::puzzle_of(text, GetParam()->id);
    read_steps(GetParam()->id, text, kSteps, initial_state(puzzle.model), puzzle.model);
  }
}

// A clue of skyscrapers needs its line's heights to be different, which its words say, and no other rule of the line; a
// sign that shuts a value out is named.
TEST(SentencesOf, BoardsThatWereToldBadly) {
  for (const auto& [family, text] : {std::pair("skyscrapers", "..33/....22/.....2/...4../....4./...1"),
                                     std::pair("futoshiki", "2..>.//..>.4//..<../.v/....")}) {
    const Puzzle puzzle = testing::puzzle_of(text, family);
    read_steps(family, text, 100, initial_state(puzzle.model), puzzle.model);
  }
}

// What only the number of mines decides is told with it at the start; where that is the only rule, its own words do.
TEST(SentencesOf, MinefieldsSayFirstThatTheNumberOfMinesDecides) {
  const auto first_lines = [](const std::string& text, int steps) {
    const Model model = testing::puzzle_of(text, "minesweeper").model;
    read_steps("minesweeper", text, steps, initial_state(model), model);
    const auto solver = make_presolved_z3_solver(model);
    std::vector<std::string> keys;
    State state = initial_state(model);
    for (int i = 0; i < steps; ++i) {
      const Choice choice = choose_step(*solver, facts_of(model, state, true), {}, {});
      if (!choice.proof) break;
      keys.push_back(narrate(model, *choice.proof).front().key);
      state = apply(model, state, choice.proof->step).value();
    }
    return keys;
  };
  EXPECT_EQ(first_lines("5x2n1:.....1....", 9), std::vector<std::string>(6, "why.total"));
  EXPECT_EQ(first_lines("2x2n0:....", 1), std::vector<std::string>{"why.so"});
  // Where a clue alone does, nothing is said of the number of mines.
  EXPECT_NE(first_lines("2x1n1:1.", 1), std::vector<std::string>{"why.total"});
}

INSTANTIATE_TEST_SUITE_P(Families, Sentences, ::testing::ValuesIn(testing::all_families()),
                         [](const auto& family) { return family.param->id; });

}  // namespace
}  // namespace fastslow
