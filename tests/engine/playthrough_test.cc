// Whole games as text that a person can read, compared with tests/golden. To renew the files after an
// intended change, run the tests with FASTSLOW_UPDATE_GOLDEN=1 and read the difference.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "cli/catalogue.h"
#include "core/consequences.h"
#include "engine/conformance.h"
#include "engine/host.h"
#include "rooms.h"
#include "solver/narration.h"
#include "wire/encode.h"
#include "workshop/workshop.h"

namespace fastslow {
namespace {

std::string text_of(const Name& name) {
  std::string text = name.key;
  for (const auto& [key, number] : name.args) text += " " + key + " " + std::to_string(number);
  for (const Name& part : name.parts) text += " " + text_of(part);
  return "(" + text + ")";
}

struct ArgumentText {
  std::string operator()(int number) const { return std::to_string(number); }
  std::string operator()(const Name& name) const { return text_of(name); }
  template <class T>
  std::string operator()(const std::vector<T>& items) const {
    std::string text;
    for (const T& item : items) text += (text.empty() ? "" : " ") + (*this)(item);
    return "[" + text + "]";
  }
};

std::string text_of(const Line& line) {
  std::string text = line.key;
  for (const auto& [key, value] : line.args) text += " " + key + "=" + std::visit(ArgumentText{}, value);
  return text;
}

std::string text_of(const Model& model, const Decision& decision) {
  static const char* const sources[] = {"player", "system1", "system2", "both"};
  const char* const kind = decision.takes_back() ? "take back" : decision.places() ? "place" : "rule out";
  const Literal literal = *decision.literal();
  std::ostringstream out;
  out << sources[static_cast<int>(decision.source)] << ": " << kind << " " << model.value_of(literal) << " at "
      << text_of(model.variable(model.variable_of(literal)).name) << ", " << decision.verdict();
  if (decision.escalated()) out << ", " << decision.outcome();
  out << "\n";
  if (!decision.proof) return out.str();
  for (const Line& line : narrate(model, *decision.proof).lines) out << "    " << text_of(line) << "\n";
  return out.str();
}

void expect_golden(const std::string& name, const std::string& text) {
  const std::string path = "tests/golden/" + name + ".txt";
  if (std::getenv("FASTSLOW_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path) << text;
    return;
  }
  std::ifstream in(path);
  ASSERT_TRUE(in) << path << " is missing; the tests run in the repository's top folder";
  std::stringstream expected;
  expected << in.rdbuf();
  EXPECT_EQ(text, expected.str());
}

std::string playthrough(const std::string& text, Strategy strategy, double skill) {
  testing::Host host(text, {strategy, 0.5});
  host.skill = skill;
  host.play_out();
  std::string told = "puzzle " + text + "\n\n";
  for (const Decision& decision : host.session.timeline()) told += text_of(host.session.model(), decision);
  return told;
}

TEST(Playthrough, System2Alone4x4) {
  expect_golden("sudoku-4x4-system2", playthrough("...3.3.....4.2..", Strategy::system2, 0));
}

TEST(Playthrough, System2Alone6x6) {
  expect_golden("sudoku-6x6-system2", playthrough("61......2..4.6..2......15..1....1.4.", Strategy::system2, 0));
}

TEST(Playthrough, TogetherWithAFallibleIntuition) {
  expect_golden("sudoku-6x6-threshold", playthrough("61......2..4.6..2......15..1....1.4.", Strategy::threshold, 0.5));
}

TEST(Playthrough, Verify4x4) {
  expect_golden("sudoku-4x4-verify", playthrough("...3.3.....4.2..", Strategy::verify, 0.5));
}

// What System 2 says, in English, on the first puzzle of each family's smallest size.
std::string told_in_english(const Family& family) {
  const std::string text = family.make(family.sizes.front(), Level::medium, 1);
  const Puzzle puzzle = family.parse(text).value();
  std::string told = "puzzle " + text + "\n\n";
  for (const Note& note : puzzle.layout.notes) {
    told += "  " + sentence(note.says.key, name_json(note.says).at("args"), puzzle.layout, 0) + "\n";
  }
  const auto solver = make_z3_solver(puzzle.model);
  State state = initial_state(puzzle.model);
  while (!is_complete(puzzle.model, state)) {
    const Choice choice = choose_step(*solver, facts_of(puzzle.model, state, true), {}, {});
    if (!choice.proof) return told + "no step\n";
    const Json proof = proof_json(puzzle.model, *choice.proof);
    for (const Json& line : proof.at("lines")) {
      told += sentence(line.at("key"), line.at("args"), puzzle.layout, lowest_value(puzzle.model)) + " ";
    }
    told.back() = '\n';
    state = apply(puzzle.model, state, choice.proof->step).value();
  }
  return told + "\n" + family.format(puzzle, state, family.formats.front()) + "\n";
}

// FNV-1a, for texts too long to keep.
std::uint64_t hash_of(const std::string& text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

// What every generator makes of one seed, natively and in Wasm.
TEST(Generators, MakeTheSameOnEveryPlatform) {
  std::ostringstream told;
  for (const Family& family : families()) {
    for (const Size& size : family.sizes) {
      for (const Level level : {Level::easy, Level::hard}) {
        const std::string text = family.make(size, level, 77);
        told << family.id << " " << size << " " << level_name(level) << " " << std::hex << hash_of(text) << "\n";
      }
    }
  }
  expect_golden("generators", told.str());
}

class Telling : public ::testing::TestWithParam<const Family*> {};

TEST_P(Telling, ReadsWell) { expect_golden(GetParam()->id + "-explained", told_in_english(*GetParam())); }

INSTANTIATE_TEST_SUITE_P(Families, Telling, ::testing::ValuesIn(testing::all_families()),
                         [](const auto& family) { return family.param->id; });

}  // namespace
}  // namespace fastslow
