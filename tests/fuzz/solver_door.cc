// Requests to the solver's door, with Z3 behind it (`take_input`).
#include "wire/solver_door.h"

#include <algorithm>

#include "fuzz/requests.h"
#include "solver/z3_solver.h"
#include "wire/board.h"

namespace fastslow::fuzz {
namespace {

constexpr int kCalls = 8;
constexpr int kManyLiterals = 300;
constexpr std::uint64_t kBudget = 20'000;

// Keeps a request quick without making it any more right: a large puzzle is not told, and effort is bounded.
bool tame(Json& request) {
  const Json family = request.value("family", Json());
  const Json text = request.value("text", Json());
  if (family.is_string() && text.is_string()) {
    const Result<puzzles::Puzzle> puzzle = wire::parse_puzzle(request);
    if (puzzle.ok() && puzzle.value().model.literal_count() > kManyLiterals) return false;
  }
  const Json budget = request.value("budget", Json(0));
  const bool bounded = budget.is_number_unsigned() && budget != 0 && budget <= kBudget;
  if (budget.is_number() && !bounded) request["budget"] = kBudget;
  return true;
}

std::string ask_tamed(wire::SolverDoor& door, const std::string& text) {
  Json request = Json::parse(text, nullptr, false);
  if (!request.is_object()) return door.call(text);
  if (!tame(request)) return R"({"ok":null})";
  return door.call(request.dump(-1, ' ', false, Json::error_handler_t::replace));
}

class Asker {
 public:
  Asker() : requests_([this](const std::string& text) { return ask_tamed(door_, text); }) {
    requests_.make_with(
        "puzzle", [](FuzzedDataProvider& data) { return Json(data.ConsumeIntegralInRange(0, 9) == 0 ? "b" : "a"); });
    requests_.make_with("position", [](FuzzedDataProvider&) { return Json("here"); });
    requests_.make_with("facts", [this](FuzzedDataProvider& data) { return facts(data); });
    requests_.make_with("literal", [](FuzzedDataProvider& data) { return Json(data.ConsumeIntegralInRange(-1, 70)); });
  }

  void ask(FuzzedDataProvider& data) {
    const Small& small = requests_.choose_small(data);
    requests_.ask({{"op", "tell"}, {"puzzle", "a"}, {"family", small.family}, {"text", small.text}});
    for (int calls = 0; calls < kCalls && data.remaining_bytes() > 0; ++calls) {
      const Json reply = requests_.ask(data);
      if (reply.contains("ok") && reply["ok"].contains("task")) ++version_;
    }
  }

 private:
  Json facts(FuzzedDataProvider& data) const {
    Json add = Json::array();
    for (int i = data.ConsumeIntegralInRange(0, 5); i > 0; --i) {
      add.push_back({data.ConsumeIntegralInRange(0, 64), data.ConsumeIntegralInRange(0, 1)});
    }
    const int from = data.ConsumeIntegralInRange(0, 7) == 0 ? data.ConsumeIntegralInRange(-1, 3) : version_;
    return {{"from", from},
            {"to", version_ + 1},
            {"keep", data.ConsumeIntegralInRange(0, 2)},
            {"drop", data.ConsumeIntegralInRange(0, 2)},
            {"add", std::move(add)}};
  }

  wire::SolverDoor door_{solver::make_presolved_z3_solver};
  int version_ = 0;
  Requests requests_;
};

void say_lines(std::string_view text) {
  wire::SolverDoor door(solver::make_presolved_z3_solver);
  for (const std::string_view line : lines_of(text)) {
    tell(line);
    checked_reply(ask_tamed(door, std::string(line)));
  }
}

}  // namespace
}  // namespace fastslow::fuzz

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  using namespace fastslow::fuzz;
  take_input(text_of(bytes, size), say_lines, [](FuzzedDataProvider& data) { Asker().ask(data); });
  return 0;
}
