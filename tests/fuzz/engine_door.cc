// Requests to the engine's door, one after the other (`take_input`).
#include "wire/engine_door.h"

#include <algorithm>
#include <set>

#include "engine/steady.h"
#include "fuzz/requests.h"
#include "solver/search_solver.h"
#include "wire/board.h"
#include "wire/requests.h"

namespace fastslow::fuzz {
namespace {

constexpr int kCalls = 24;
constexpr std::uint64_t kBudget = 500;
constexpr int kManyLiterals = 700;

// What takes long for good reasons is not asked: any but a family's smallest size to generate.
bool is_quick(const Json& request) {
  if (request.value("op", Json()) != "generate") return true;
  static const std::set<std::string> sizes = [] {
    std::set<std::string> smallest;
    for (const puzzles::Family& family : puzzles::families())
      smallest.insert(family.id + " " + family.sizes.front().id);
    return smallest;
  }();
  const Json family = request.value("family", Json());
  const Json size = request.value("size", Json());
  if (!family.is_string() || !size.is_string()) return true;
  const puzzles::Family* known = puzzles::find_family(family.get<std::string>());
  const bool is_size = known != nullptr && std::any_of(known->sizes.begin(), known->sizes.end(),
                                                       [&](const puzzles::Size& s) { return size == s.id; });
  return !is_size || sizes.contains(family.get<std::string>() + " " + size.get<std::string>());
}

// Plays both systems for a door, so that its questions get answers that lead on.
class Player {
 public:
  Player() : requests_([this](const std::string& text) { return answer(text); }) {
    requests_.make_with("size", [this](FuzzedDataProvider&) {
      return Json(puzzles::find_family(requests_.small().family)->sizes.front().id);
    });
    requests_.make_with("answer", [this](FuzzedDataProvider& data) { return system_answer(data); });
    requests_.make_with("logits", [this](FuzzedDataProvider& data) { return looked(data).at("logits"); });
    requests_.make_with("have", [this](FuzzedDataProvider&) {
      return Json{{"view", requests_.seen("position")}, {"tensors", requests_.seen("position")}};
    });
    requests_.make_with("rule", [this](FuzzedDataProvider& data) { return rule(data); });
    requests_.make_with("core", [](FuzzedDataProvider& data) { return core(data); });
  }

  void play(FuzzedDataProvider& data) {
    const Small& small = requests_.choose_small(data);
    requests_.ask({{"op", "open"}, {"family", small.family}, {"text", small.text}});
    for (int calls = 0; calls < kCalls && data.remaining_bytes() > 0; ++calls) {
      const Json reply = requests_.ask(data);
      const Json& told = reply.contains("ok") ? reply["ok"] : reply;
      const Json view = told.is_object() ? told.value("view", Json::object()) : Json::object();
      if (view.contains("board")) board_ = view["board"];
    }
    const Json view = requests_.ask({{"op", "view"}});
    require(view.contains("ok"), "the game cannot be looked at: " + view.dump());
  }

 private:
  std::string answer(const std::string& text) {
    const Json request = Json::parse(text, nullptr, false);
    if (request.is_object() && !is_quick(request)) return R"({"ok":null})";
    return door_.call(text);
  }

  // One that the board's family has.
  Json rule(FuzzedDataProvider& data) const {
    const Json rules = requests_.seen("switchable");
    if (!rules.is_array() || rules.empty()) return "diagonals";
    return rules[data.ConsumeIntegralInRange<std::size_t>(0, rules.size() - 1)];
  }

  // Of the network: as many numbers as were asked for.
  Json looked(FuzzedDataProvider& data) const {
    const Json literals = requests_.seen("literals");
    int count = literals.is_number_integer() ? literals.get<int>() : 4;
    if (data.ConsumeIntegralInRange(0, 15) == 0) ++count;
    const policy::PolicyAnswer steady = testing::steady_intuition(count, data.ConsumeIntegralInRange(0, 2));
    return {{"logits", steady.logits}, {"sureness", steady.sureness}, {"iterations", steady.iterations}};
  }

  Json system_answer(FuzzedDataProvider& data) {
    const Json asked = requests_.seen("request");
    if (requests_.seen("kind") != "run_solver" || !asked.is_object()) return looked(data);
    return data.ConsumeIntegralInRange(0, 3) == 0 ? made_up(data) : solved(asked);
  }

  // What a solver would say of the board that was last sent.
  Json solved(const Json& asked) {
    const Result<puzzles::Puzzle> puzzle = board_.is_object() ? wire::parse_puzzle(board_) : Problem{};
    if (!puzzle.ok() || puzzle.value().model.literal_count() > kManyLiterals) return Json::object();
    const Model& model = puzzle.value().model;
    const auto question = wire::parse_question(model, asked);
    const auto facts = wire::parse_steps(model, asked.at("facts"));
    if (!question.ok() || !facts || std::holds_alternative<session::Marginals>(question.value())) return Json::object();
    const auto solver = solver::make_search_solver(model);
    return wire::answer_json(puzzle.value(), *solver, {question.value(), *facts, kBudget});
  }

  Json made_up(FuzzedDataProvider& data) {
    const auto word = [&](const std::string& set) {
      const auto all = requests_.words(set);
      return all[data.ConsumeIntegralInRange<std::size_t>(0, all.size() - 1)];
    };
    Json answer = {{"task", word("task")}, {"effort", data.ConsumeIntegralInRange(0, 9)}, {"finding", word("finding")}};
    if (data.ConsumeBool()) answer["core"] = core(data);
    answer["truth"] = word("truth");
    answer["wrong"] = Json::array();
    for (int i = data.ConsumeIntegralInRange(0, 2); i > 0; --i) answer["wrong"].push_back(core(data));
    return answer;
  }

  static Json core(FuzzedDataProvider& data) {
    Json facts = Json::array();
    Json parts = Json::array();
    for (int i = data.ConsumeIntegralInRange(0, 3); i > 0; --i) {
      facts.push_back({data.ConsumeIntegralInRange(0, 40), data.ConsumeIntegralInRange(0, 1)});
      parts.push_back(data.ConsumeIntegralInRange(0, 80));
    }
    return {{"literal", data.ConsumeIntegralInRange(0, 40)},
            {"place", data.ConsumeIntegralInRange(0, 1)},
            {"parts", std::move(parts)},
            {"facts", std::move(facts)},
            {"minimal", data.ConsumeBool()}};
  }

  wire::EngineDoor door_;
  Json board_;  // as it was last sent
  Requests requests_;
};

void say_lines(std::string_view text) {
  wire::EngineDoor door;
  for (const std::string_view line : lines_of(text)) {
    const Json request = Json::parse(line, nullptr, false);
    if (request.is_object() && !is_quick(request)) continue;
    tell(line);
    checked_reply(door.call(line));
  }
}

}  // namespace
}  // namespace fastslow::fuzz

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  using namespace fastslow::fuzz;
  take_input(text_of(bytes, size), say_lines, [](FuzzedDataProvider& data) { Player().play(data); });
  return 0;
}
