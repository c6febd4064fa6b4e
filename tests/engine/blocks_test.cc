// Where blocks are said to lie, held against every way of painting the line. The ways are listed here from the clue's
// words alone, not from the model.
#include "solver/blocks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "core/index.h"
#include "core/random.h"
#include "engine/conformance.h"
#include "engine/helpers.h"
#include "engine/telling.h"
#include "rooms.h"
#include "solver/choose_step.h"

namespace fastslow {
namespace {

using Starts = std::vector<int>;

// Every way in which the blocks lie on so many places, each by where its blocks begin.
std::vector<Starts> ways(const std::vector<int>& clue, int length) {
  std::vector<Starts> found = {{}};
  for (std::size_t b = 0; b < clue.size(); ++b) {
    std::vector<Starts> longer;
    for (const Starts& before : found) {
      for (int s = before.empty() ? 0 : before.back() + clue[b - 1] + 1; s + clue[b] <= length; ++s) {
        longer.push_back(before);
        longer.back().push_back(s);
      }
    }
    found = std::move(longer);
  }
  return found;
}

bool paints(const std::vector<int>& clue, const Starts& starts, int place) {
  for (std::size_t b = 0; b < clue.size(); ++b) {
    if (starts[b] <= place && place < starts[b] + clue[b]) return true;
  }
  return false;
}

bool meets(const std::vector<int>& clue, const Starts& starts, const std::vector<std::pair<int, bool>>& known) {
  return std::all_of(known.begin(), known.end(),
                     [&](const auto& fact) { return paints(clue, starts, fact.first) == fact.second; });
}

// A board one square high: its row has the clue, and its columns say nothing, since their squares are not known.
struct OneRow {
  std::vector<int> clue;
  int length;
  Model model;

  OneRow(std::vector<int> blocks, int squares, const Starts& painting) : clue(std::move(blocks)), length(squares) {
    std::string text = std::to_string(length) + "x1:";
    for (int place = 0; place < length; ++place) text += paints(clue, painting, place) ? "1/" : "/";
    for (std::size_t b = 0; b < clue.size(); ++b) text += (b == 0 ? "" : ".") + std::to_string(clue[b]);
    model = testing::puzzle_of(text, "nonogram").model;
  }
  [[nodiscard]] Name name() const {
    const auto rules = model.constraints();
    return std::find_if(rules.begin(), rules.end(),
                        [](const Constraint& rule) { return rule.name.key == "unit.nonogram.row"; })
        ->name;
  }
};

std::vector<int> random_clue(Random& random, int length) {
  std::vector<int> clue;
  int room = length;
  while (room > 0 && random.below(6) != 0) {
    clue.push_back(1 + random.below(std::min(room, 5)));
    room -= clue.back() + 1;
  }
  if (clue.empty()) clue.push_back(1 + random.below(length));
  return clue;
}

TEST(Blocks, ReachAsFarAsTheWaysOfPaintingTheLine) {
  Random random(14);
  int told = 0;
  int not_told = 0;
  for (int round = 0; round < 400; ++round) {
    const int length = 1 + random.below(14);
    const std::vector<int> clue = random_clue(random, length);
    const std::vector<Starts> all = ways(clue, length);
    ASSERT_FALSE(all.empty());
    const Starts& painting = all[at(random.below(static_cast<int>(all.size())))];
    const OneRow row(clue, length, painting);
    std::vector<std::pair<int, bool>> known;
    std::vector<Step> facts;
    for (int place = 0; place < length; ++place) {
      if (random.below(4) != 0) continue;
      known.emplace_back(place, paints(clue, painting, place));
      facts.push_back({row.model.literal(place, known.back().second ? 1 : 0), true});
    }
    std::vector<Starts> left;
    std::copy_if(all.begin(), all.end(), std::back_inserter(left),
                 [&](const Starts& way) { return meets(clue, way, known); });

    const auto line = solver::block_line(row.model, row.name());
    ASSERT_TRUE(line);
    ASSERT_EQ(line->blocks.size(), clue.size());
    const auto reach = solver::reaches(row.model, *line, facts);
    ASSERT_TRUE(reach);
    for (std::size_t b = 0; b < clue.size(); ++b) {
      EXPECT_EQ(line->blocks[b].length, clue[b]);
      const auto [least, most] = std::minmax_element(
          left.begin(), left.end(), [b](const Starts& one, const Starts& other) { return one[b] < other[b]; });
      EXPECT_EQ((*reach)[b], (solver::Reach{(*least)[b], (*most)[b]})) << "round " << round << ", block " << b;
    }
    // What is told of a square is so in every way; and it is told wherever a single block's reach shows it.
    for (int place = 0; place < length; ++place) {
      for (const bool covered : {true, false}) {
        const Step step{row.model.literal(place, covered ? 1 : 0), true};
        const auto reason = solver::reason_of_reaches(row.model, *line, *reach, step);
        const bool so = std::all_of(left.begin(), left.end(),
                                    [&](const Starts& way) { return paints(clue, way, place) == covered; });
        EXPECT_TRUE(so || !reason) << "round " << round << ", place " << place;
        if (so) ++(reason ? told : not_told);
        if (reason && covered) {
          const std::size_t b = *reason->block;
          for (const Starts& way : left) EXPECT_TRUE(way[b] <= place && place < way[b] + clue[b]);
        }
        if (reason && reason->before) {
          for (const Starts& way : left) EXPECT_LE(way[*reason->before] + clue[*reason->before], place);
        }
        if (reason && reason->after) {
          for (const Starts& way : left) EXPECT_GT(way[*reason->after], place);
        }
      }
    }
  }
  // Most steps of one line are of this kind.
  EXPECT_GT(told, 9 * not_told);
  EXPECT_GT(not_told, 0);
}

TEST(Blocks, AreReadOffTheDeclarationOfALineOnly) {
  const Puzzle puzzle = testing::puzzle_of("5x1:1/1///1/2.1", "nonogram");
  for (const Constraint& rule : puzzle.model.constraints()) {
    const auto line = solver::block_line(puzzle.model, rule.name);
    const bool row = rule.name.key == "unit.nonogram.row";
    const bool has_block = row || rule.name.parts.front().key != "@0";
    EXPECT_EQ(line.has_value(), has_block) << testing::text_of(rule.name);
    if (row) {
      EXPECT_EQ(line->places.size(), 5U);
    }
  }
  EXPECT_FALSE(solver::block_line(puzzle.model, {"unit.row", {{"n", 1}}}));
  // Other hidden variables, as those of tables and of words, are no blocks.
  for (const Family* family : testing::all_families()) {
    if (family->id == "nonogram" || family->sizes.empty()) continue;
    const Model model = family->parse(family->make(family->sizes.front(), Level::medium, 1)).value().model;
    for (const Constraint& rule : model.constraints()) EXPECT_FALSE(solver::block_line(model, rule.name)) << family->id;
  }
}

// A line for each of the ways in which a block's place can be told.
TEST(Blocks, AreToldByWhereTheyBeginAndEnd) {
  const auto clauses = [](const std::string& text, int place, bool painted, const std::vector<Step>& facts = {}) {
    const Model model = testing::puzzle_of(text, "nonogram").model;
    const auto rules = model.constraints();
    const Name& row = std::find_if(rules.begin(), rules.end(), [](const Constraint& rule) {
                        return rule.name.key == "unit.nonogram.row";
                      })->name;
    std::string told;
    const auto blocks = solver::tell_blocks(model, row, facts, {model.literal(place, painted ? 1 : 0), true});
    EXPECT_EQ(blocks.clauses.size(), blocks.reaches.size());
    for (std::size_t i = 0; i < blocks.clauses.size(); ++i) {
      const Name& clause = blocks.clauses[i];
      told += (told.empty() ? "" : " ") + clause.key;
      for (const auto& [name, number] : clause.args) told += " " + name + " " + std::to_string(number);
      told += " " + testing::text_of(clause.parts.back());
      // Where it can lie, in places counted from 1.
      told += " [" + std::to_string(model.variable_of(blocks.reaches[i].front()) + 1) + " " +
              std::to_string(model.variable_of(blocks.reaches[i].back()) + 1) + "]";
    }
    return told;
  };
  const std::string seven = "9x1:1/1/1/1/1/1/1///7";
  EXPECT_EQ(clauses(seven, 4, true), "because.block_covers first 1 last 3 to 7 (block.only length 7) [1 9]");
  EXPECT_EQ(clauses(seven, 1, true), "");
  EXPECT_EQ(clauses(seven, 8, false), "");
  EXPECT_EQ(clauses("5x1:1/1/1///3", 2, true), "because.block_covers_one first 1 last 3 (block.only length 3) [1 5]");
  const std::string two = "5x1:1/1//1/1/2.2";
  EXPECT_EQ(clauses(two, 1, true), "because.block_from first 1 to 2 (block.nth length 2 nth 1) [1 2]");
  EXPECT_EQ(clauses(two, 2, false),
            "because.block_ends to 2 (block.nth length 2 nth 1) [1 2] because.block_begins first 4 (block.nth length 2 "
            "nth 2) [4 5]");
  EXPECT_EQ(clauses("1x1:1/1", 0, true), "because.block_at first 1 (block.only length 1) [1 1]");
}

}  // namespace
}  // namespace fastslow
