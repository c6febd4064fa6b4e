// What every family of the registry must keep, tried on generated puzzles. A family's own test knows its puzzle;
// this one knows only the contracts of puzzles/family.h, puzzles/puzzle.h and core/model.h.
#include "engine/conformance.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "core/consequences.h"
#include "core/index.h"
#include "policy/encoder.h"
#include "rooms.h"
#include "solver/reasoning.h"
#include "solver/z3_solver.h"
#include "wire/board.h"

namespace fastslow {
namespace {

using testing::generated;
using testing::smallest;
using testing::solution_of;
using testing::visible_variables;
using testing::with_placed;

std::string canonical(const Puzzle& puzzle, const State& state) { return text_of(puzzle, state); }

std::set<Literal> givens_of(const Puzzle& puzzle) {
  return {puzzle.model.givens().begin(), puzzle.model.givens().end()};
}

class Conformance : public ::testing::TestWithParam<const Family*> {
 protected:
  static const Family& family() { return *GetParam(); }
};

TEST_P(Conformance, SaysWhatItIs) {
  EXPECT_FALSE(family().sizes.empty());
  EXPECT_FALSE(family().formats.empty());
  EXPECT_EQ(find_family(family().id), GetParam());
  for (const Size& size : family().sizes) {
    const Puzzle puzzle = generated(family(), size, Level::hard, 1);
    EXPECT_EQ(puzzle.family, family().id);
    EXPECT_EQ(puzzle.size, size);
    for (const std::string& rule : puzzle.rules) {
      EXPECT_NE(std::find(puzzle.switchable.begin(), puzzle.switchable.end(), rule), puzzle.switchable.end()) << rule;
    }
    for (const std::string& rule : puzzle.switchable) {
      EXPECT_NE(std::find(family().rules.begin(), family().rules.end(), rule), family().rules.end()) << rule;
    }
  }
  const Result<std::string> unknown = family().generate("no such size", Level::hard, 1);
  ASSERT_FALSE(unknown.ok());
  EXPECT_EQ(unknown.problem().key, "error.size.unknown");
}

// Width first, everywhere: whoever reads a size can tell what it looks like.
TEST_P(Conformance, SizesAreWidthByHeight) {
  std::set<std::string> ids;
  for (const Size& size : family().sizes) {
    EXPECT_TRUE(ids.insert(size.id).second) << size;
    EXPECT_TRUE(size.width > 0 || size.count > 0) << size;
    EXPECT_TRUE(size.id.ends_with(size.variant)) << size;
    for (const std::string& rule : size.rules) {
      EXPECT_NE(std::find(family().rules.begin(), family().rules.end(), rule), family().rules.end()) << rule;
    }
    if (size.width == 0) continue;
    const Size drawn = testing::drawn_size(generated(family(), size, Level::hard, 1).layout);
    EXPECT_EQ(std::pair(size.width, size.height), std::pair(drawn.width, drawn.height)) << size;
    EXPECT_TRUE(size.id.starts_with(drawn.id)) << size << " is " << drawn << " on the board";
  }
}

bool holds(const std::string& path, const std::string& text) {
  std::ifstream in(path);
  return std::string(std::istreambuf_iterator<char>(in), {}).find(text) != std::string::npos;
}

// What a family that visitors are offered has besides its folder: engine/puzzles/README.md goes through it. Its words
// and its goldens are asked for where they are used; its drawing by tests/wasm/families.test.ts.
TEST_P(Conformance, HasAllThatBelongsToAListedFamily) {
  if (!family().listed) GTEST_SKIP() << "not offered to visitors";
  const std::string id = family().id;
  EXPECT_TRUE(std::ifstream("tests/engine/" + id + "_test.cc"))
      << "write tests/engine/" << id << "_test.cc: what only this family knows";
  EXPECT_TRUE(holds("puzzles/" + id + ".json", "\"family\": \"" + id + "\""))
      << "make the pack: npx tsx web/tools/make_pack.ts build/native-release/engine/fastslow " << id;
  EXPECT_TRUE(holds("models/pipeline/plan.py", "    \"" + id + "\": {"))
      << "add \"" << id << "\" with its sizes to PUZZLES in models/pipeline/plan.py, so that System 1 learns it";
}

TEST_P(Conformance, TextsRoundTrip) {
  for (const Size& size : family().sizes) {
    for (const Level level : {Level::easy, Level::hard}) {
      const Puzzle puzzle = generated(family(), size, level, 3);
      const State start = initial_state(puzzle.model);
      const std::string text = canonical(puzzle, start);
      for (const std::string& format : family().formats) {
        const std::string written = family().format(puzzle, start, format);
        const Result<Puzzle> again = family().parse(written);
        ASSERT_TRUE(again.ok()) << format << " " << written << " " << again.problem().key;
        EXPECT_EQ(again.value().model.literal_count(), puzzle.model.literal_count()) << format;
        EXPECT_EQ(again.value().model.group_count(), puzzle.model.group_count()) << format;
      }
      EXPECT_EQ(canonical(family().parse(text).value(), start), text);
    }
  }
}

// The canonical text carries what was placed, and reads it back as givens.
TEST_P(Conformance, CanonicalTextCarriesThePlay) {
  const Puzzle puzzle = smallest(family());
  const std::vector<Literal> solution = solution_of(puzzle.model);
  std::vector<Literal> some;
  for (const VariableId v : visible_variables(puzzle.model)) {
    if (v % 2 == 0) some.push_back(solution[at(v)]);
  }
  const State state = with_placed(puzzle.model, some);
  const std::string text = canonical(puzzle, state);
  const Result<Puzzle> again = family().parse(text);
  ASSERT_TRUE(again.ok()) << text << " " << again.problem().key;
  std::set<Literal> expected = givens_of(puzzle);
  expected.insert(some.begin(), some.end());
  EXPECT_EQ(givens_of(again.value()), expected) << text;
}

TEST_P(Conformance, GeneratesOneSolutionFromASeed) {
  for (const Size& size : family().sizes) {
    for (const Level level : {Level::easy, Level::medium, Level::hard}) {
      const std::string text = family().make(size, level, 11);
      EXPECT_EQ(family().make(size, level, 11), text);
    }
    if (size.game) continue;
    const Puzzle puzzle = generated(family(), size, Level::medium, 12);
    const auto solver = make_z3_solver(puzzle.model);
    EXPECT_EQ(uniqueness(*solver, {}, {}).count, Count::one) << size;
  }
}

TEST_P(Conformance, LegalActionsAreSortedAndApplicable) {
  const Puzzle puzzle = smallest(family());
  const State state = initial_state(puzzle.model);
  const std::vector<Literal> actions = legal_actions(puzzle.model, state);
  EXPECT_TRUE(std::is_sorted(actions.begin(), actions.end()));
  EXPECT_EQ(std::adjacent_find(actions.begin(), actions.end()), actions.end());
  for (const Literal l : actions) {
    EXPECT_FALSE(puzzle.model.is_hidden(l));
    const Result<State> next = apply(puzzle.model, state, {l, true});
    ASSERT_TRUE(next.ok());
    EXPECT_TRUE(is_complete(puzzle.model, next.value()) ||
                legal_actions(puzzle.model, next.value()).size() < actions.size());
  }
}

using Pairs = std::set<std::pair<int, int>>;

// The (literal, group) pairs that a padded matrix of literals' groups, or with `turned` of groups' literals, names.
Pairs pairs_of(const std::vector<std::int32_t>& matrix, int width, int padding, bool turned) {
  Pairs pairs;
  for (std::size_t i = 0; i < matrix.size(); ++i) {
    const int row = static_cast<int>(i) / width;
    EXPECT_TRUE(matrix[i] >= 0 && matrix[i] <= padding);
    if (matrix[i] < padding) pairs.emplace(turned ? matrix[i] : row, turned ? row : matrix[i]);
  }
  return pairs;
}

TEST_P(Conformance, TensorsHaveTheirShapes) {
  for (const Size& size : family().sizes) {
    const Puzzle puzzle = generated(family(), size, Level::hard, 4);
    const PolicyInput input = encode(puzzle.model, initial_state(puzzle.model));
    ASSERT_EQ(input.rows.size(), at(input.literals));
    ASSERT_EQ(input.literal_groups.size(), at(input.literals) * at(input.degree));
    ASSERT_EQ(input.group_literals.size(), at(input.groups) * at(input.width));
    ASSERT_EQ(input.group_features.size(), at(input.groups) * at(kGroupFeatures));
    ASSERT_EQ(input.literal_sums.size(), at(input.literals) * at(input.sum_degree));
    ASSERT_EQ(input.literal_coefficients.size(), input.literal_sums.size());
    ASSERT_EQ(input.sum_literals.size(), at(input.sums) * at(input.sum_width));
    ASSERT_EQ(input.sum_coefficients.size(), input.sum_literals.size());
    ASSERT_EQ(input.sum_features.size(), at(input.sums) * at(kGroupFeatures));
    EXPECT_EQ(pairs_of(input.literal_groups, input.degree, input.groups, false),
              pairs_of(input.group_literals, input.width, input.literals, true))
        << size;
    EXPECT_EQ(pairs_of(input.literal_sums, input.sum_degree, input.sums, false),
              pairs_of(input.sum_literals, input.sum_width, input.literals, true))
        << size;
  }
}

nlohmann::json catalogue(const std::string& language) {
  std::ifstream in("web/i18n/" + language + ".json");
  EXPECT_TRUE(in) << "the tests run in the repository's top folder";
  return nlohmann::json::parse(in);
}

// The arguments that a sentence asks for and the name does not have.
std::vector<std::string> missing_arguments(const std::string& sentence, const Name& name) {
  std::vector<std::string> missing;
  for (std::size_t open = sentence.find("{{"); open != std::string::npos; open = sentence.find("{{", open + 2)) {
    const std::string argument = sentence.substr(open + 2, sentence.find_first_of(",}", open) - open - 2);
    const bool is_part = argument == "p1" ? !name.parts.empty() : argument == "p2" && name.parts.size() > 1;
    if (!is_part && !name.args.contains(argument)) missing.push_back(argument);
  }
  return missing;
}

TEST_P(Conformance, EveryWordIsInBothCatalogues) {
  for (const std::string language : {"en", "ko"}) {
    const nlohmann::json words = catalogue(language);
    const auto expect_word = [&](const std::string& key) {
      EXPECT_TRUE(words.contains(key)) << language << " " << key;
    };
    if (family().listed) expect_word("family." + family().id);
    for (const std::string& rule : family().rules) expect_word("rule." + rule);
    for (const Size& size : family().sizes) {
      const Puzzle puzzle = generated(family(), size, Level::hard, 5);
      for (const Name& name : testing::names_of(puzzle)) {
        if (name.key.starts_with('@')) continue;  // an author's own words
        if (!words.contains(name.key)) expect_word(name.key);
        const std::string text = words.value(name.key, "");
        for (const auto& [argument, value] : name.args) {
          EXPECT_NE(text.find("{{" + argument), std::string::npos) << language << " " << name.key << ": " << argument;
        }
        // What it demands, in words of its own (see solver/narration.h).
        for (const char* demand :
             {".because", ".full", ".none", ".needs", ".all", ".met", ".over", ".under", ".unmet"}) {
          const auto missing = missing_arguments(words.value(name.key + demand, ""), name);
          EXPECT_TRUE(missing.empty()) << language << " " << name.key << demand << ": " << missing.front();
        }
      }
      for (const std::string& symbol : puzzle.layout.symbols) {
        if (symbol.starts_with("glyph.") || symbol.starts_with("symbol.")) expect_word(symbol);
      }
    }
  }
}

TEST_P(Conformance, TheViewDrawsEveryCell) {
  for (const Size& size : family().sizes) {
    const Puzzle puzzle = generated(family(), size, Level::hard, 6);
    const Layout& layout = puzzle.layout;
    std::set<VariableId> drawn;
    std::set<std::pair<int, int>> places;
    for (const Cell& cell : layout.cells) {
      EXPECT_TRUE(drawn.insert(cell.variable).second) << size;
      EXPECT_TRUE(places.emplace(cell.row, cell.column).second) << size;
      EXPECT_TRUE(cell.row >= 0 && cell.row < layout.rows && cell.column >= 0 && cell.column < layout.columns) << size;
      const Variable& v = puzzle.model.variable(cell.variable);
      for (int value = v.lowest; value <= v.highest; ++value) {
        const auto index = at(value - lowest_value(puzzle.model));
        ASSERT_LT(index, layout.symbols.size()) << size;
        EXPECT_FALSE(layout.symbols[index].empty()) << size;
      }
    }
    EXPECT_EQ(drawn.size(), visible_variables(puzzle.model).size()) << size;
    for (const Label& label : layout.labels) {
      EXPECT_TRUE(label.row >= 0 && label.row <= layout.rows && label.column >= 0 && label.column <= layout.columns);
      EXPECT_FALSE(label.text.empty());
      for (const ConstraintId c : label.constraints) EXPECT_LT(at(c), puzzle.model.constraints().size());
    }
    const Json board = board_json(puzzle, "name", text_of(puzzle, initial_state(puzzle.model)));
    EXPECT_EQ(board["cells"].size(), drawn.size());
    EXPECT_EQ(board["text"], canonical(puzzle, initial_state(puzzle.model)));
  }
}

// Switching a rule keeps the visible variables and the givens, and switching it back gives the puzzle back.
TEST_P(Conformance, RulesSwitchThereAndBack) {
  if (family().switch_rule == nullptr) GTEST_SKIP() << "no rule switches";
  for (const Size& size : family().sizes) {
    const Puzzle puzzle = generated(family(), size, Level::hard, 7);
    const State start = initial_state(puzzle.model);
    for (const std::string& rule : puzzle.switchable) {
      const bool on = std::find(puzzle.rules.begin(), puzzle.rules.end(), rule) != puzzle.rules.end();
      const Result<Puzzle> other = family().switch_rule(puzzle, rule, !on);
      if (!other.ok()) {  // what is given breaks the rule already
        EXPECT_EQ(other.problem().key, "error.givens.conflict");
        continue;
      }
      EXPECT_EQ(visible_variables(other.value().model), visible_variables(puzzle.model));
      EXPECT_EQ(givens_of(other.value()), givens_of(puzzle));
      EXPECT_EQ(other.value().switchable, puzzle.switchable);
      const std::string text = canonical(other.value(), initial_state(other.value().model));
      EXPECT_NE(text, canonical(puzzle, start)) << rule;
      const Result<Puzzle> read = family().parse(text);
      ASSERT_TRUE(read.ok()) << text;
      EXPECT_EQ(read.value().rules, other.value().rules);
      EXPECT_EQ(read.value().model.group_count(), other.value().model.group_count());
      const Result<Puzzle> back = family().switch_rule(other.value(), rule, on);
      ASSERT_TRUE(back.ok()) << rule;
      EXPECT_EQ(canonical(back.value(), start), canonical(puzzle, start)) << rule;
    }
  }
}

// Nonsense is refused or read, never a crash; the sanitizers of the debug build watch.
TEST_P(Conformance, FuzzedTextsAreRefusedOrPlayable) {
  Random random(51);
  std::vector<std::string> seeds;
  for (const Size& size : family().sizes) {
    const Puzzle puzzle = generated(family(), size, Level::hard, 8);
    for (const std::string& format : family().formats) {
      seeds.push_back(family().format(puzzle, initial_state(puzzle.model), format));
    }
    if (seeds.size() > 8) break;
  }
  int read = 0;
  for (int round = 0; round < 400; ++round) {
    std::string text = seeds[at(random.below(static_cast<int>(seeds.size())))];
    if (text.size() > 3000) continue;
    for (int edits = round % 3 == 0 ? 1 : 1 + random.below(4); edits > 0 && !text.empty(); --edits) {
      const auto place = at(random.below(static_cast<int>(text.size())));
      const char other = random.below(4) == 0 ? static_cast<char>(random.below(256))
                                              : seeds.front()[at(random.below(static_cast<int>(seeds.front().size())))];
      switch (random.below(4)) {
        case 0:
          text.erase(place, at(1 + random.below(5)));
          break;
        case 1:
          text.insert(place, 1, other);
          break;
        case 2:
          text.insert(place, text.substr(place, at(random.below(12))));
          break;
        default:
          text[place] = other;
      }
    }
    const Result<Puzzle> puzzle = family().parse(text);
    if (!puzzle.ok()) {
      EXPECT_TRUE(puzzle.problem().key.starts_with("error.")) << puzzle.problem().key;
      continue;
    }
    ++read;
    const Model& model = puzzle.value().model;
    State state = initial_state(model);
    for (int i = 0; i < 3 && model.literal_count() > 0; ++i) {
      Result<State> next = apply(model, state, {random.below(model.literal_count()), true});
      if (next.ok()) state = std::move(next.value());
    }
    for (const std::string& format : family().formats) family().format(puzzle.value(), state, format);
  }
  EXPECT_GT(read, 0) << "edits should leave some texts readable";
}

INSTANTIATE_TEST_SUITE_P(Families, Conformance, ::testing::ValuesIn(testing::all_families()),
                         [](const auto& family) { return family.param->id; });

}  // namespace
}  // namespace fastslow
