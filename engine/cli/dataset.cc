#include "cli/dataset.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <istream>
#include <map>
#include <optional>
#include <ostream>

#include "cli/positions.h"
#include "core/consequences.h"
#include "core/index.h"
#include "policy/encoder.h"

namespace fastslow::cli {
namespace {

// The upper half of a puzzle's seed tells its file, the lower half its index, so no two files share a puzzle.
constexpr std::uint64_t kSeedsPerFile = std::uint64_t{1} << 32;

// --- arguments ---------------------------------------------------------------------------

struct Options {
  const puzzles::Family* family = nullptr;
  std::string size;
  std::uint64_t count = 0;
  std::uint64_t seed = 0;
  std::optional<puzzles::Level> level;  // none: mixed
  int positions = kDefaultPositions;
  std::uint64_t shard = 0;  // of `shards`
  std::uint64_t shards = 1;
  std::string file;
  std::string out;
};

// The whole text must be a number below the limit: "12x" is none.
std::optional<std::uint64_t> parse_number(const std::string& text, std::uint64_t limit) {
  std::uint64_t value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || stop != end || value >= limit) return std::nullopt;
  return value;
}

// Options come as pairs of a name and a value. What is needed depends on where puzzles come from: a file brings its
// own, a generator has to be told size, count and seed.
Result<Options> parse_options(const std::vector<std::string>& args, std::vector<std::string> needed) {
  const auto problem = [](const std::string& sentence) { return Problem{sentence, {}}; };
  std::map<std::string, std::string> given;
  for (std::size_t i = 0; i < args.size(); i += 2) {
    if (i + 1 == args.size()) return problem("a value is missing after " + args[i]);
    given[args[i]] = args[i + 1];
  }
  Options options;
  for (const auto& [name, value] : given) {
    if (name == "--family") {
      options.family = puzzles::find_family(value);
      if (options.family == nullptr) return problem("there is no family '" + value + "'");
    } else if (name == "--size") {
      options.size = value;
    } else if (name == "--file") {
      options.file = value;
    } else if (name == "--out") {
      options.out = value;
    } else if (name == "--count" || name == "--seed") {
      const auto number = parse_number(value, kSeedsPerFile);
      if (!number)
        return problem(
            std::string(name).append(" must be a number from 0 to 4294967295, not '").append(value).append("'"));
      (name == "--count" ? options.count : options.seed) = *number;
    } else if (name == "--positions") {
      const auto number = parse_number(value, 1001);
      if (!number || *number == 0) return problem("--positions must be 1 to 1000, not '" + value + "'");
      options.positions = static_cast<int>(*number);
    } else if (name == "--shard") {
      const auto slash = value.find('/');
      const auto shard = parse_number(value.substr(0, slash), 1000001);
      const auto shards = slash == std::string::npos ? std::nullopt : parse_number(value.substr(slash + 1), 1000001);
      if (!shard || !shards || *shard < 1 || *shard > *shards) {
        return problem("--shard must be I/N with 1 <= I <= N, not '" + value + "'");
      }
      options.shard = *shard - 1;
      options.shards = *shards;
    } else if (name == "--level") {
      const std::array<std::string_view, 3> levels = {"easy", "medium", "hard"};
      const auto* level = std::find(levels.begin(), levels.end(), value);
      if (level == levels.end()) return problem("--level must be easy, medium or hard, not '" + value + "'");
      options.level = static_cast<puzzles::Level>(level - levels.begin());
    } else {
      return problem("unknown option '" + name + "'");
    }
  }
  if (options.file.empty()) needed.insert(needed.end(), {"--size", "--count", "--seed"});
  for (const std::string& name : needed) {
    if (!given.contains(name)) return problem(name + " is missing");
  }
  return options;
}

// The lines of the file that are not empty.
std::optional<std::vector<std::string>> read_lines(const std::string& path) {
  std::ifstream file(path);
  if (!file) return std::nullopt;
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

// --- puzzles -----------------------------------------------------------------------------

struct Subject {
  std::uint64_t index = 0;
  std::uint64_t seed = 0;
  puzzles::Puzzle puzzle;
  std::string text;  // canonical
  std::vector<Literal> answer;
};

// The puzzles that the options name, one after the other.
class Subjects {
 public:
  // A sentence if the file cannot be read.
  static Result<Subjects> of(const Options& options) {
    Subjects subjects(options);
    if (options.file.empty()) return subjects;
    auto lines = read_lines(options.file);
    if (!lines) return Problem{"cannot read " + options.file, {}};
    subjects.lines_ = std::move(*lines);
    subjects.count_ = subjects.lines_.size();
    return subjects;
  }

  [[nodiscard]] std::uint64_t count() const { return count_; }

  // The next one, nothing after the last; a sentence if it is not a puzzle with exactly one solution.
  Result<std::optional<Subject>> next() {
    if (index_ >= count_) return std::optional<Subject>();
    Subject subject;
    subject.index = index_;
    index_ += options_->shards;
    subject.seed = options_->seed * kSeedsPerFile + subject.index;
    const puzzles::Family& family = *options_->family;
    constexpr std::array mixed = {puzzles::Level::hard, puzzles::Level::medium, puzzles::Level::hard,
                                  puzzles::Level::easy};
    const puzzles::Level level = options_->level.value_or(mixed.at(subject.index % mixed.size()));
    const bool given = !options_->file.empty();
    const Result<std::string> text =
        given ? Result<std::string>(lines_[subject.index]) : family.generate(options_->size, level, subject.seed);
    if (!text.ok()) {
      return Problem{"the generator of " + family.id + " refused size '" + options_->size + "': " + text.problem().key,
                     {}};
    }
    Result<puzzles::Puzzle> puzzle = family.parse(text.value());
    if (!puzzle.ok()) return Problem{"not a puzzle: " + text.value(), {}};
    subject.puzzle = std::move(puzzle.value());
    const State start = initial_state(subject.puzzle.model);
    if (is_complete(subject.puzzle.model, start)) return Problem{"nothing is open in: " + text.value(), {}};
    // Generated puzzles have one solution by contract; of those from a file it has to be shown.
    auto answer = answer_of(subject.puzzle, given);
    if (!answer) return Problem{"not exactly one solution: " + text.value(), {}};
    subject.answer = std::move(*answer);
    subject.text = family.format(subject.puzzle, start, family.formats.front());
    return std::optional<Subject>(std::move(subject));
  }

 private:
  explicit Subjects(const Options& options) : options_(&options), count_(options.count), index_(options.shard) {}

  const Options* options_;
  std::vector<std::string> lines_;
  std::uint64_t count_ = 0;
  std::uint64_t index_ = 0;
};

void write(const std::vector<std::uint8_t>& bytes, std::ostream& out) {
  out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

int fail(std::string_view command, const std::string& sentence, std::ostream& log) {
  log << "fastslow " << command << ": " << sentence << '\n';
  return 2;
}

// --- the arena -----------------------------------------------------------------------------

struct Game {
  Subject subject;
  State state;
};

// Little-endian; nothing at the end of the stream.
std::optional<std::uint32_t> read_number(std::istream& in) {
  std::array<char, 4> bytes{};
  if (!in.read(bytes.data(), bytes.size())) return std::nullopt;
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    number |= static_cast<std::uint32_t>(static_cast<std::uint8_t>(bytes[i])) << (8 * i);
  }
  return number;
}

void write_number(std::uint32_t number, std::ostream& out) {
  for (int i = 0; i < 4; ++i) out.put(static_cast<char>(number >> (8 * i) & 0xff));
}

// Places the literal of a row. Whether the game goes on; a sentence if there is no such row.
Result<bool> place(Game& game, std::uint32_t row) {
  const Model& model = game.subject.puzzle.model;
  // Rows mean what they meant when the position was sent: encoding is a function of the position alone.
  const std::vector<Literal> rows = policy::encode(model, game.state).rows;
  if (row >= rows.size() || model.is_hidden(rows[row])) return Problem{"there is no row " + std::to_string(row), {}};
  const Literal literal = rows[row];
  if (game.subject.answer[at(model.variable_of(literal))] != literal) return false;
  game.state.marks[at(literal)] = Mark::placed;
  return !is_complete(model, game.state);
}

// A round. What stays in play, or a sentence.
// All open games go out in one batch and as many rows come back in the same order, so that a network on the other side
// is asked once a round. A game ends when it is solved or at its first mistake, so there are at most as many rounds as
// a board has cells.
std::optional<std::string> play_round(std::vector<Game>& games, std::istream& in, std::ostream& out) {
  write_number(static_cast<std::uint32_t>(games.size()), out);
  std::vector<std::uint8_t> bytes;
  for (const Game& game : games) {
    append_record(game.subject.puzzle.model, game.subject.answer, {PositionKind::played, game.state, {}},
                  static_cast<std::uint32_t>(game.subject.index), game.subject.text, bytes);
  }
  write(bytes, out);
  out.flush();
  std::vector<Game> rest;
  for (Game& game : games) {
    const auto row = read_number(in);
    if (!row) return "a row is missing";
    const Result<bool> goes_on = place(game, *row);
    if (!goes_on.ok()) return goes_on.problem().key;
    if (goes_on.value()) rest.push_back(std::move(game));
  }
  games = std::move(rest);
  return std::nullopt;
}

}  // namespace

// Puzzle and positions draw from different seeds, one the complement of the other, so that neither repeats the draws of
// the other.
int run_dataset(const std::vector<std::string>& args, std::ostream& log) {
  const Result<Options> options = parse_options(args, {"--family", "--out"});
  if (!options.ok()) return fail("dataset", options.problem().key, log);
  const std::string& path = options.value().out;
  Result<Subjects> subjects = Subjects::of(options.value());
  if (!subjects.ok()) return fail("dataset", subjects.problem().key, log);
  std::ofstream file(path, std::ios::binary);
  if (!file) return fail("dataset", "cannot write to " + path, log);
  file << kDatasetMagic;
  for (;;) {
    const Result<std::optional<Subject>> next = subjects.value().next();
    if (!next.ok()) return fail("dataset", next.problem().key, log);
    if (!next.value()) break;
    const Subject& subject = *next.value();
    Random random(~subject.seed);
    std::vector<std::uint8_t> bytes;
    for (const SampledPosition& position :
         sample_positions(subject.puzzle, subject.answer, options.value().positions, random)) {
      const Model& model = position.puzzle ? position.puzzle->model : subject.puzzle.model;
      append_record(model, subject.answer, position, static_cast<std::uint32_t>(subject.index), subject.text, bytes);
    }
    write(bytes, file);
    if (!file) break;
    if ((subject.index + 1) % 1000 == 0) {
      log << path << ": " << subject.index + 1 << " of " << subjects.value().count() << '\n';
    }
  }
  file.close();
  if (!file) return fail("dataset", "could not write all of " + path + " (is the disk full?)", log);
  return 0;
}

int run_arena(const std::vector<std::string>& args, std::istream& in, std::ostream& out, std::ostream& log) {
  const Result<Options> options = parse_options(args, {"--family"});
  if (!options.ok()) return fail("arena", options.problem().key, log);
  Result<Subjects> subjects = Subjects::of(options.value());
  if (!subjects.ok()) return fail("arena", subjects.problem().key, log);
  std::vector<Game> games;
  for (;;) {
    Result<std::optional<Subject>> next = subjects.value().next();
    if (!next.ok()) return fail("arena", next.problem().key, log);
    if (!next.value()) break;
    State start = initial_state(next.value()->puzzle.model);
    games.push_back({std::move(*next.value()), std::move(start)});
  }
  while (!games.empty()) {
    if (const auto sentence = play_round(games, in, out)) return fail("arena", *sentence, log);
  }
  // A round without games tells the other side that there is no more.
  write_number(0, out);
  out.flush();
  return 0;
}

}  // namespace fastslow::cli
