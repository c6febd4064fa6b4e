#include "cli/dataset.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include "cli/positions.h"
#include "core/consequences.h"
#include "engine/helpers.h"
#include "policy/encoder.h"
#include "rooms.h"

namespace fastslow {
namespace {

using testing::puzzle_of;

constexpr char kEasy[] = "1...34..4.2..3..";  // 4x4, with one solution

/// A file for this test alone: others may run beside it.
std::string own_file(const std::string& end) {
  const ::testing::TestInfo& test = *::testing::UnitTest::GetInstance()->current_test_info();
  return ::testing::TempDir() + "fastslow_" + test.test_suite_name() + "_" + test.name() + end;
}

std::vector<Literal> solution_of(const Puzzle& puzzle) { return answer_of(puzzle, true).value(); }

// Runs the command on a scratch file.
struct Written {
  int code = 0;
  std::string sentence;
  std::string bytes;
};

Written write(std::vector<std::string> args) {
  const std::string path = own_file(".shard");
  args.insert(args.end(), {"--out", path});
  Written result;
  std::ostringstream log;
  result.code = run_dataset(args, log);
  result.sentence = log.str();
  std::ifstream file(path, std::ios::binary);
  result.bytes.assign(std::istreambuf_iterator<char>(file), {});
  std::remove(path.c_str());
  return result;
}

const std::vector<std::string> kSmall = {"--family", "sudoku", "--size", "4x4", "--count", "3", "--seed", "7"};

std::uint32_t number_at(const std::string& bytes, std::size_t offset) {
  std::uint32_t value = 0;
  for (int i = 3; i >= 0; --i) {
    value = value << 8 | static_cast<std::uint8_t>(bytes.at(offset + static_cast<std::size_t>(i)));
  }
  return value;
}

TEST(SamplePositions, StartsWithTheGivensAndTakesTheKindsByTurns) {
  const Puzzle puzzle = puzzle_of(kEasy);
  Random random(1);
  const auto positions = sample_positions(puzzle, solution_of(puzzle), 6, random);
  ASSERT_EQ(positions.size(), 6U);
  EXPECT_EQ(positions[0].state, initial_state(puzzle.model));
  const std::vector<PositionKind> kinds = {PositionKind::start,  PositionKind::played,   PositionKind::subset,
                                           PositionKind::marked, PositionKind::mistaken, PositionKind::played};
  for (std::size_t i = 0; i < kinds.size(); ++i) EXPECT_EQ(positions[i].kind, kinds[i]);
}

TEST(SamplePositions, AgreeWithTheSolutionAndLeaveSomethingOpen) {
  const Puzzle puzzle = puzzle_of(kEasy);
  const Model& model = puzzle.model;
  const std::vector<Literal> solution = solution_of(puzzle);
  Random random(2);
  int mistakes = 0;
  for (const SampledPosition& position : sample_positions(puzzle, solution, 200, random)) {
    EXPECT_FALSE(is_complete(model, position.state));
    int wrong = 0;
    for (Literal l = 0; l < model.literal_count(); ++l) {
      const bool holds = solution[static_cast<std::size_t>(model.variable_of(l))] == l;
      const Mark mark = position.state.marks[static_cast<std::size_t>(l)];
      wrong += !holds && mark == Mark::placed ? 1 : 0;
      EXPECT_TRUE(!holds || mark != Mark::ruled_out);
      EXPECT_TRUE(mark != Mark::ruled_out || position.kind == PositionKind::marked);
    }
    EXPECT_LE(wrong, position.kind == PositionKind::mistaken ? 1 : 0);
    mistakes += wrong;
  }
  EXPECT_GT(mistakes, 20);  // of 50: where nothing wrong looks possible, there is none
}

TEST(SamplePositions, AGameGrowsAsItIsDugAndKeepsItsAnswer) {
  const Puzzle puzzle =
      puzzle_of(find_family("minesweeper")->generate("9x9-game", Level::medium, 3).value(), "minesweeper");
  const std::vector<Literal> answer = answer_of(puzzle, true).value();
  ASSERT_EQ(answer, puzzle.answer);
  Random random(4);
  std::size_t most = 0;
  for (const SampledPosition& position : sample_positions(puzzle, answer, 20, random)) {
    const Puzzle& now = position.puzzle ? *position.puzzle : puzzle;
    most = std::max(most, now.model.givens().size());
    EXPECT_FALSE(is_complete(now.model, position.state));
    for (const Literal given : now.model.givens()) {
      EXPECT_EQ(answer[static_cast<std::size_t>(now.model.variable_of(given))], given);
    }
  }
  EXPECT_GT(most, puzzle.model.givens().size());
}

TEST(AppendRecord, IsTheEncodersInputWithOneRightValuePerVariable) {
  const Puzzle puzzle = puzzle_of(kEasy);
  const std::vector<Literal> solution = solution_of(puzzle);
  const State start = initial_state(puzzle.model);
  const PolicyInput input = encode(puzzle.model, start);
  std::vector<std::uint8_t> bytes;
  append_record(puzzle.model, solution, {PositionKind::start, start, {}}, 9, kEasy, bytes);

  const std::string record(bytes.begin(), bytes.end());
  ASSERT_EQ(number_at(record, 0), record.size() - 4);
  const auto members = std::count_if(input.group_literals.begin(), input.group_literals.end(),
                                     [&](std::int32_t row) { return row < input.literals; });
  const std::vector<int> numbers = {9, 0, input.literals, input.groups, 0, static_cast<int>(members), 0, 16};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    EXPECT_EQ(number_at(record, 4 + 4 * i), static_cast<std::uint32_t>(numbers[i]));
  }
  EXPECT_EQ(record.substr(record.size() - 16), kEasy);
  const auto literals = static_cast<std::size_t>(input.literals);
  const std::string labels = record.substr(record.size() - 16 - literals, literals);
  EXPECT_EQ(std::count(labels.begin(), labels.end(), kHolds), 10);  // the empty cells
  EXPECT_EQ(std::count(labels.begin(), labels.end(), 0), static_cast<std::ptrdiff_t>(literals) - 10);
  std::size_t offset = 4 + 4 * numbers.size();
  for (const float expected : input.group_features) {
    const std::uint32_t bits = number_at(record, offset);
    float feature = 0;
    std::memcpy(&feature, &bits, sizeof feature);
    EXPECT_EQ(feature, expected);
    offset += 4;
  }
  // The first group's size, then the literals of all groups.
  const auto first_row = input.group_literals.begin() + input.width;
  const auto padding = std::count(input.group_literals.begin(), first_row, input.literals);
  EXPECT_EQ(number_at(record, offset) & 0xffff, static_cast<std::uint32_t>(input.width - padding));
  offset += 2 * static_cast<std::size_t>(input.groups);
  EXPECT_EQ(number_at(record, offset) & 0xffff, static_cast<std::uint32_t>(input.group_literals.front()));
}

TEST(AppendRecord, TellsWhichLiteralsAreHidden) {
  const Puzzle puzzle = puzzle_of(find_family("skyscrapers")->generate("4x4", Level::hard, 1).value(), "skyscrapers");
  const State start = initial_state(puzzle.model);
  const PolicyInput input = encode(puzzle.model, start);
  std::vector<std::uint8_t> bytes;
  append_record(puzzle.model, solution_of(puzzle), {PositionKind::start, start, {}}, 0, "", bytes);
  const std::size_t labels = bytes.size() - static_cast<std::size_t>(input.literals);
  int hidden = 0;
  for (std::size_t row = 0; row < input.rows.size(); ++row) {
    EXPECT_EQ((bytes[labels + row] & kHidden) != 0, puzzle.model.is_hidden(input.rows[row]));
    hidden += puzzle.model.is_hidden(input.rows[row]) ? 1 : 0;
  }
  EXPECT_GT(hidden, 0);
}

TEST(RunDataset, WritesTheSameBytesForTheSameSeed) {
  const Written first = write(kSmall);
  EXPECT_EQ(first.code, 0) << first.sentence;
  EXPECT_EQ(first.bytes.substr(0, 8), kDatasetMagic);
  EXPECT_EQ(write(kSmall).bytes, first.bytes);
  std::vector<std::string> other = kSmall;
  other.back() = "8";
  EXPECT_NE(write(other).bytes, first.bytes);
}

TEST(RunDataset, HasAsManyRecordsAsPositions) {
  std::vector<std::string> args = kSmall;
  args.insert(args.end(), {"--positions", "4"});
  const std::string bytes = write(args).bytes;
  std::vector<std::uint32_t> puzzles;
  for (std::size_t offset = 8; offset < bytes.size(); offset += 4 + number_at(bytes, offset)) {
    puzzles.push_back(number_at(bytes, offset + 4));
  }
  EXPECT_EQ(puzzles, (std::vector<std::uint32_t>{0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2}));
}

TEST(RunDataset, ShardsHoldTheRecordsOfTheWhole) {
  const auto records = [](const std::string& bytes) {
    std::multiset<std::string> all;
    for (std::size_t offset = 8; offset < bytes.size(); offset += 4 + number_at(bytes, offset)) {
      all.insert(bytes.substr(offset, 4 + number_at(bytes, offset)));
    }
    return all;
  };
  std::multiset<std::string> parts;
  for (const char* shard : {"1/2", "2/2"}) {
    std::vector<std::string> args = kSmall;
    args.insert(args.end(), {"--shard", shard});
    parts.merge(records(write(args).bytes));
  }
  EXPECT_EQ(parts, records(write(kSmall).bytes));
}

TEST(RunDataset, ReadsPuzzlesFromAFile) {
  const std::string path = own_file(".txt");
  std::ofstream(path) << kEasy << "\r\n\n";
  const Written read = write({"--family", "sudoku", "--file", path, "--positions", "1"});
  EXPECT_EQ(read.code, 0) << read.sentence;
  EXPECT_EQ(read.bytes.size(), 8U + 4U + number_at(read.bytes, 8));
  std::ofstream(path) << "1...............\n";
  const Written several = write({"--family", "sudoku", "--file", path});
  EXPECT_EQ(several.code, 2);
  EXPECT_NE(several.sentence.find("not exactly one solution"), std::string::npos);
  std::remove(path.c_str());
}

TEST(RunDataset, SaysWhatIsWrongWithItsArguments) {
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
      {{"--family", "sudoku"}, "--size is missing"},
      {{"--family", "chess"}, "no family 'chess'"},
      {{"--size"}, "a value is missing after --size"},
      {{"--family", "sudoku", "--colour", "red"}, "unknown option '--colour'"},
      {{"--count", "-1"}, "--count must be a number"},
      {{"--positions", "0"}, "--positions must be 1 to 1000"},
      {{"--shard", "3/2"}, "--shard must be I/N"},
      {{"--level", "harder"}, "--level must be easy, medium or hard"},
      {{"--family", "sudoku", "--size", "5x5", "--count", "1", "--seed", "1"}, "refused size '5x5'"},
      {{"--family", "sudoku", "--file", "/nowhere/at/all"}, "cannot read /nowhere/at/all"},
  };
  for (const auto& [args, part] : cases) {
    std::ostringstream log;
    std::vector<std::string> all{"--out", own_file(".shard")};
    all.insert(all.begin(), args.begin(), args.end());
    if (args.size() == 1) all = args;
    EXPECT_EQ(run_dataset(all, log), 2);
    const std::string sentence = log.str();
    EXPECT_NE(sentence.find(part), std::string::npos) << sentence;
  }
  std::remove(own_file(".shard").c_str());
  std::ostringstream log;
  std::vector<std::string> nowhere = kSmall;
  nowhere.insert(nowhere.end(), {"--out", "/nowhere/at/all"});
  EXPECT_EQ(run_dataset(nowhere, log), 2);
  EXPECT_NE(log.str().find("cannot write to /nowhere/at/all"), std::string::npos);
}

// --- the arena ---------------------------------------------------------------------------------------------

std::string little_endian(std::uint32_t number) {
  std::string bytes;
  for (int i = 0; i < 4; ++i) bytes += static_cast<char>(number >> (8 * i) & 0xff);
  return bytes;
}

TEST(RunArena, APuzzleLeavesWhenItIsFinishedOrTheMoveWasWrong) {
  const std::string path = own_file(".txt");
  std::ofstream(path) << "12343412214.4321\n"  // one cell is empty: 3
                      << kEasy << "\n";
  const Puzzle puzzle = puzzle_of(kEasy);
  const std::vector<Literal> rows = encode(puzzle.model, initial_state(puzzle.model)).rows;
  const std::vector<Literal> answer = solution_of(puzzle);
  const auto is_wrong = [&](Literal l) { return answer[static_cast<std::size_t>(puzzle.model.variable_of(l))] != l; };
  const auto wrong = std::find_if(rows.begin(), rows.end(), is_wrong) - rows.begin();
  std::istringstream in(little_endian(0) + little_endian(static_cast<std::uint32_t>(wrong)));
  std::ostringstream out;
  std::ostringstream log;
  EXPECT_EQ(run_arena({"--family", "sudoku", "--file", path}, in, out, log), 0) << log.str();
  const std::string bytes = out.str();
  EXPECT_EQ(number_at(bytes, 0), 2U);
  std::size_t offset = 4;
  for (int record = 0; record < 2; ++record) offset += 4 + number_at(bytes, offset);
  EXPECT_EQ(number_at(bytes, offset), 0U);
  EXPECT_EQ(bytes.size(), offset + 4);
  std::remove(path.c_str());
}

TEST(RunArena, SaysWhatIsWrongWithItsInput) {
  const std::vector<std::string> args = {"--family", "sudoku", "--size", "4x4", "--count", "1", "--seed", "7"};
  for (const auto& [input, part] : std::vector<std::pair<std::string, std::string>>{
           {"", "a row is missing"}, {little_endian(5000), "there is no row 5000"}}) {
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream log;
    EXPECT_EQ(run_arena(args, in, out, log), 2);
    EXPECT_NE(log.str().find(part), std::string::npos) << log.str();
  }
}

}  // namespace
}  // namespace fastslow
