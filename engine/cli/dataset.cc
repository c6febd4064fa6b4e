#include "cli/dataset.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <fstream>
#include <map>
#include <optional>
#include <ostream>

#include "core/propagation.h"
#include "core/search.h"
#include "policy/encoder.h"
#include "puzzles/family.h"

namespace fastslow {
namespace {

constexpr std::uint64_t kSeedsPerFile = std::uint64_t{1} << 32;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// --- positions ---------------------------------------------------------------------------

// The answer's literals of the open variables, in the order in which an easiest-first player comes
// to them: whatever unit propagation places, and a random one where it is stuck.
std::vector<Literal> playing_order(const Model& model, const std::vector<Literal>& answers) {
  Propagator propagator(model);
  std::vector<Literal> order;
  int seen = 0;
  const auto collect = [&] {
    propagator.propagate();
    for (; seen < propagator.depth(); ++seen) {
      const Literal l = propagator.trail()[at(seen)];
      if (std::find(answers.begin(), answers.end(), l) != answers.end()) order.push_back(l);
    }
  };
  collect();
  for (const Literal l : answers) {  // already shuffled
    if (propagator.mark(l) == Mark::open) {
      propagator.assume({l, true});
      collect();
    }
  }
  return order;
}

// Rules out each open literal that is not in the solution with a chance of up to a half.
void rule_out_some(const Model& model, const std::vector<Literal>& solution, Random& random, State& state) {
  const int percent = 1 + random.below(50);
  for (const Literal l : legal_actions(model, state)) {
    const bool holds = solution[at(model.variable_of(l))] == l;
    if (!holds && random.below(100) < percent) state.marks[at(l)] = Mark::ruled_out;
  }
}

// --- bytes -------------------------------------------------------------------------------

template <class T>
void append_number(T value, std::vector<std::uint8_t>& bytes) {
  for (std::size_t i = 0; i < sizeof(T); ++i) {
    bytes.push_back(static_cast<std::uint8_t>((value >> (8 * i)) & 0xff));
  }
}

void append_indices(const std::vector<std::int32_t>& indices, std::vector<std::uint8_t>& bytes) {
  for (const std::int32_t i : indices) append_number(static_cast<std::uint16_t>(i), bytes);
}

// --- arguments ---------------------------------------------------------------------------

struct Options {
  const Family* family = nullptr;
  std::string size;
  std::uint64_t count = 0;
  std::uint64_t seed = 0;
  int positions = kDefaultPositions;
  std::string file;
  std::string out;
};

std::optional<std::uint64_t> parse_number(const std::string& text, std::uint64_t limit) {
  std::uint64_t value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || stop != end || value >= limit) return std::nullopt;
  return value;
}

Result<Options> parse_options(const std::vector<std::string>& args) {
  const auto problem = [](const std::string& sentence) { return Problem{sentence, {}}; };
  std::map<std::string, std::string> given;
  for (std::size_t i = 0; i < args.size(); i += 2) {
    if (i + 1 == args.size()) return problem("a value is missing after " + args[i]);
    given[args[i]] = args[i + 1];
  }
  Options options;
  for (const auto& [name, value] : given) {
    if (name == "--family") {
      options.family = find_family(value);
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
    } else {
      return problem("unknown option '" + name + "'");
    }
  }
  std::vector<std::string> needed{"--family", "--out"};
  if (options.file.empty()) needed.insert(needed.end(), {"--size", "--count", "--seed"});
  for (const std::string& name : needed) {
    if (!given.contains(name)) return problem(name + " is missing");
  }
  return options;
}

// Appends the records of one puzzle; a sentence if it is not a puzzle with exactly one solution.
std::optional<std::string> append_puzzle(const Options& options, const std::string& text, std::uint64_t index,
                                         std::uint64_t seed, std::vector<std::uint8_t>& bytes) {
  const Result<Puzzle> puzzle = options.family->parse(text);
  if (!puzzle.ok()) return "not a puzzle: " + text;
  const Model& model = puzzle.value().model;
  const State start = initial_state(model);
  const SearchResult found = search(model, {}, {2, 0, nullptr});
  if (found.solutions.size() != 1) return "not exactly one solution: " + text;
  if (is_complete(model, start)) return "nothing is open in: " + text;
  const std::string canonical = options.family->format(puzzle.value(), start, options.family->formats.front());
  const std::vector<Literal>& solution = found.solutions.front();
  Random random(~seed);
  for (const SampledPosition& position : sample_positions(model, solution, options.positions, random)) {
    append_record(model, solution, position, static_cast<std::uint32_t>(index), canonical, bytes);
  }
  return std::nullopt;
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

// The IEEE bits of a number (std::bit_cast is missing from the Wasm toolchain's library).
std::uint32_t bits_of(float number) {
  std::uint32_t bits = 0;
  static_assert(sizeof bits == sizeof number);
  std::memcpy(&bits, &number, sizeof bits);
  return bits;
}

}  // namespace

std::vector<SampledPosition> sample_positions(const Model& model, const std::vector<Literal>& solution, int count,
                                              Random& random) {
  const State start = initial_state(model);
  std::vector<Literal> answers;
  for (VariableId v = 0; v < model.variable_count(); ++v) {
    if (!placed_value(model, start, v)) answers.push_back(solution[at(v)]);
  }
  constexpr std::array turns = {PositionKind::played, PositionKind::subset, PositionKind::marked};
  std::vector<SampledPosition> positions{{PositionKind::start, start}};
  for (int i = 1; i < count; ++i) {
    SampledPosition position{turns[at((i - 1) % 3)], start};
    random.shuffle(answers);
    const bool played = position.kind == PositionKind::played;
    const std::vector<Literal> order = played ? playing_order(model, answers) : answers;
    const int filled = random.below(static_cast<int>(order.size()));
    for (int k = 0; k < filled; ++k) position.state.marks[at(order[at(k)])] = Mark::placed;
    if (position.kind == PositionKind::marked) rule_out_some(model, solution, random, position.state);
    positions.push_back(std::move(position));
  }
  return positions;
}

void append_record(const Model& model, const std::vector<Literal>& solution, const SampledPosition& position,
                   std::uint32_t puzzle, const std::string& text, std::vector<std::uint8_t>& bytes) {
  const PolicyInput input = encode(model, position.state);
  std::vector<std::uint8_t> body;
  for (const std::uint32_t number :
       {puzzle, static_cast<std::uint32_t>(position.kind), static_cast<std::uint32_t>(input.literals),
        static_cast<std::uint32_t>(input.groups), static_cast<std::uint32_t>(input.degree),
        static_cast<std::uint32_t>(input.width), static_cast<std::uint32_t>(text.size())}) {
    append_number(number, body);
  }
  for (const float f : input.group_features) append_number(bits_of(f), body);
  append_indices(input.literal_groups, body);
  append_indices(input.group_literals, body);
  for (const Literal l : input.actions) {
    body.push_back(solution[at(model.variable_of(l))] == l ? 1 : 0);
  }
  body.insert(body.end(), text.begin(), text.end());
  append_number(static_cast<std::uint32_t>(body.size()), bytes);
  bytes.insert(bytes.end(), body.begin(), body.end());
}

int run_dataset(const std::vector<std::string>& args, std::ostream& log) {
  const auto fail = [&log](const std::string& sentence) {
    log << "fastslow dataset: " << sentence << '\n';
    return 2;
  };
  const Result<Options> parsed = parse_options(args);
  if (!parsed.ok()) return fail(parsed.problem().key);
  const Options& options = parsed.value();
  std::optional<std::vector<std::string>> lines;
  if (!options.file.empty()) {
    lines = read_lines(options.file);
    if (!lines) return fail("cannot read " + options.file);
  }
  std::ofstream file(options.out, std::ios::binary);
  if (!file) return fail("cannot write to " + options.out);
  file << kDatasetMagic;
  const std::uint64_t count = lines ? lines->size() : options.count;
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::uint64_t seed = options.seed * kSeedsPerFile + i;
    const Result<std::string> text =
        lines ? Result<std::string>((*lines)[i]) : options.family->generate(options.size, Level::hard, seed);
    if (!text.ok()) {
      return fail("the generator of " + options.family->id + " refused size '" + options.size +
                  "': " + text.problem().key);
    }
    std::vector<std::uint8_t> bytes;
    if (const auto sentence = append_puzzle(options, text.value(), i, seed, bytes)) return fail(*sentence);
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!file) return fail("could not write all of " + options.out + " (is the disk full?)");
    if ((i + 1) % 1000 == 0) log << options.out << ": " << i + 1 << " of " << count << '\n';
  }
  file.close();
  if (!file) return fail("could not write all of " + options.out + " (is the disk full?)");
  return 0;
}

}  // namespace fastslow
