// A practice as text. It comes back from a browser's store or a file, so nothing in it is believed: the sum finds
// damage, sizes are looked at before anything is made of them, and what is left is checked by practice/practice.h.
#include <cstdint>
#include <string>

#include "core/base64.h"
#include "core/index.h"
#include "wire/practice_door.h"

namespace fastslow::wire {
namespace {

using practice::Snapshot;
using practice::Tally;

constexpr std::string_view kVersion = "fastslow-practice/1";
constexpr std::uint64_t kMostSteps = 10'000'000;

// FNV-1a (G. Fowler, L. C. Noll, P. Vo), as sixteen hexadecimal digits.
std::string sum_of(std::string_view text) {
  std::uint64_t sum = 14695981039346656037ULL;
  for (const char c : text) sum = (sum ^ static_cast<std::uint8_t>(c)) * 1099511628211ULL;
  std::string digits;
  for (int shift = 60; shift >= 0; shift -= 4) digits += "0123456789abcdef"[(sum >> static_cast<unsigned>(shift)) & 15U];
  return digits;
}

// Small numbers as text, one character each.
template <class T>
std::string letters(const std::vector<T>& numbers) {
  std::string text;
  for (const T number : numbers) text += static_cast<char>('a' + static_cast<int>(number));
  return text;
}
template <class T>
bool read_letters(const std::string& text, int limit, std::vector<T>& numbers) {
  for (const char c : text) {
    if (c < 'a' || c >= 'a' + limit) return false;
    numbers.push_back(static_cast<T>(c - 'a'));
  }
  return true;
}

Json tally_list(const Tally& t) {
  return {t.moves, t.escalated, t.wrong, t.confidence, t.work, t.proofs, t.training_steps};
}
Tally read_tally(const Json& json) {
  Tally tally;
  tally.moves = count_in(json.at(0));
  tally.escalated = count_in(json.at(1));
  tally.wrong = count_in(json.at(2));
  tally.confidence = json.at(3).get<double>();
  tally.work = whole<std::uint64_t>(json.at(4));
  tally.proofs = whole<int>(json.at(5));
  tally.training_steps = whole<int>(json.at(6));
  return tally;
}

bool read_numbers(const Json& json, practice::Numbers& numbers) {
  numbers.resize(practice::kParameters);
  const auto bytes = from_base64(json.get_ref<const std::string&>());
  return bytes && practice::read_floats(*bytes, numbers);
}
std::string numbers_text(const practice::Numbers& numbers) {
  std::vector<std::uint8_t> bytes;
  practice::append_floats(numbers, bytes);
  return to_base64(bytes);
}

Problem damaged(const char* what) { return {"error.practice.state", {{"detail", what}}}; }

// May throw what reading JSON throws.
Result<ReadState> read_body(Json body) {
  ReadState state;
  Snapshot& snapshot = state.snapshot;
  if (!read_numbers(body.at("weights"), snapshot.weights) || !read_numbers(body.at("mean"), snapshot.adam.mean) ||
      !read_numbers(body.at("square"), snapshot.adam.square)) {
    return damaged("weights");
  }
  const auto steps = whole<std::uint64_t>(body.at("steps"));
  if (steps > kMostSteps) return damaged("steps");
  snapshot.adam.skip_to(steps);
  for (const Json& exercise : body.at("exercises")) {
    snapshot.exercises.emplace_back(whole<std::uint64_t>(exercise.at(0)), exercise.at(1).get<std::string>());
  }
  for (const Json& example : body.at("examples")) {
    Snapshot::Kept kept;
    kept.exercise = whole<std::uint64_t>(example.at(0));
    if (!read_letters(example.at(1).get_ref<const std::string&>(), 3, kept.marks) ||
        !read_letters(example.at(2).get_ref<const std::string&>(), 16, kept.lesson)) {
      return damaged("examples");
    }
    snapshot.examples.push_back(std::move(kept));
  }
  snapshot.next_exercise = whole<std::uint64_t>(body.at("next"));
  if (!read_letters(body.at("game").get_ref<const std::string&>(), 3, snapshot.game)) return damaged("game");
  snapshot.puzzle = read_tally(body.at("puzzle"));
  snapshot.total = read_tally(body.at("total"));
  snapshot.puzzles = count_in(body.at("puzzles"));
  state.setup = std::move(body.at("setup"));
  return state;
}

}  // namespace

std::string state_text(const Json& setup, const Snapshot& snapshot) {
  Json exercises = Json::array();
  for (const auto& [name, text] : snapshot.exercises) exercises.push_back({name, text});
  Json examples = Json::array();
  for (const Snapshot::Kept& kept : snapshot.examples) {
    examples.push_back({kept.exercise, letters(kept.marks), letters(kept.lesson)});
  }
  const std::string body = Json{{"setup", setup},
                                {"weights", numbers_text(snapshot.weights)},
                                {"mean", numbers_text(snapshot.adam.mean)},
                                {"square", numbers_text(snapshot.adam.square)},
                                {"steps", snapshot.adam.steps},
                                {"exercises", std::move(exercises)},
                                {"examples", std::move(examples)},
                                {"next", snapshot.next_exercise},
                                {"game", letters(snapshot.game)},
                                {"puzzle", tally_list(snapshot.puzzle)},
                                {"total", tally_list(snapshot.total)},
                                {"puzzles", snapshot.puzzles}}
                               .dump(-1, ' ', true);
  return std::string(kVersion) + " " + sum_of(body) + "\n" + body;
}

Result<ReadState> read_state(std::string_view text) {
  if (text.size() > kMostState) return damaged("size");
  if (text.substr(0, kVersion.size()) != kVersion) return damaged("version");
  const std::size_t head = kVersion.size() + 18;
  if (text.size() <= head || text[head - 1] != '\n') return damaged("version");
  const std::string_view body = text.substr(head);
  if (text.substr(kVersion.size() + 1, 16) != sum_of(body)) return damaged("sum");
  try {
    return read_body(Json::parse(body));
  } catch (const Json::exception&) {
    return damaged("json");
  }
}

}  // namespace fastslow::wire
