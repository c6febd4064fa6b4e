#include "wire/practice_door.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base64.h"
#include "core/index.h"
#include "wire/policy.h"

namespace fastslow::wire {
namespace {

using practice::Practice;
using practice::Supply;
using practice::Tally;
using practice::Teacher;

constexpr int kMostMoves = 10000;  // of one call

// Puzzles that are practised, held out and taught beside have seeds of their own.
constexpr std::uint64_t kHeldOut = std::uint64_t{1} << 30U;
constexpr std::uint64_t kReplay = std::uint64_t{1} << 29U;
constexpr std::uint64_t kSeeds = std::uint64_t{1} << 32U;

Supply parse_supply(const Json& json, std::uint64_t seed) {
  Supply supply;
  supply.family = json.at("family").get<std::string>();
  supply.size = json.value("size", "");
  supply.deal = json.value("deal", "");
  if (has(json, "texts")) {
    for (const Json& text : json.at("texts")) {
      if (supply.texts.size() == kMostPuzzles) break;
      supply.texts.push_back(text.get<std::string>());
    }
  }
  supply.seed = seed % kSeeds;
  return supply;
}

std::optional<Teacher> parse_teacher(const std::string& name) {
  if (name == "short") return Teacher::short_proofs;
  if (name == "all") return Teacher::all_proofs;
  if (name == "answers") return Teacher::answers;
  return std::nullopt;
}

// Of a move, on average, how sure System 1 was.
Json tally_json(const Tally& tally) {
  return {{"moves", tally.moves},
          {"escalated", tally.escalated},
          {"wrong", tally.wrong},
          {"confidence", tally.moves == 0 ? 0.0 : tally.confidence / tally.moves},
          {"work", tally.work},
          {"proofs", tally.proofs},
          {"trainingSteps", tally.training_steps}};
}

Json test_json(const practice::TestResult& result) {
  Json json = tally_json(result.tally);
  json["puzzles"] = result.puzzles;
  json["solved"] = result.solved;
  json["alone"] = result.alone;
  json["done"] = result.done;
  return json;
}

Json picture_json(Practice& practice) {
  const Practice::Picture picture = practice.picture();
  return {{"family", picture.puzzle->family},
          {"text", picture.text},
          {"intuition", intuition_json(picture.puzzle->model, picture.proposal)}};
}

Json weights_json(const Practice& practice) {
  std::vector<std::uint8_t> bytes;
  practice::append_floats(practice.weights(), bytes);
  Json tensors = Json::array();
  for (const practice::Tensor& tensor : practice::kTensors) {
    Json shape = Json::array({tensor.columns});
    if (!tensor.flat) shape.insert(shape.begin(), tensor.rows);
    tensors.push_back({{"name", tensor.name}, {"shape", std::move(shape)}});
  }
  return {{"weights", to_base64(bytes)}, {"tensors", std::move(tensors)}};
}

Json go_json(Practice& practice, const std::vector<practice::Point>& points) {
  Json list = Json::array();
  for (const practice::Point& point : points) {
    Json json = tally_json(point.tally);
    json["puzzle"] = point.puzzle;
    list.push_back(std::move(json));
  }
  return {{"points", std::move(list)},
          {"total", tally_json(practice.total())},
          {"puzzles", practice.puzzles()},
          {"examples", practice.examples()}};
}

// "untrained", or {weights} in base64.
Result<practice::Numbers> parse_start(const Json& start, std::uint64_t seed) {
  if (start == "untrained") return practice::untrained(seed);
  const auto& text = start.at("weights").get_ref<const std::string&>();
  practice::Numbers numbers(practice::kParameters);
  const auto bytes = from_base64(text);
  if (!bytes || !practice::read_floats(*bytes, numbers)) {
    return Problem{"error.practice.network", {{"detail", "weights"}}};
  }
  return numbers;
}

}  // namespace

Result<practice::Settings> parse_settings(const Json& setup) {
  practice::Settings settings;
  settings.seed = whole_or(setup, "seed", std::uint64_t{1});
  const auto teacher = parse_teacher(setup.value("teacher", "short"));
  if (!teacher) return bad_argument("teacher");
  settings.teacher = *teacher;
  settings.longest = whole_or(setup, "longest", settings.longest);
  settings.threshold = setup.value("threshold", settings.threshold);
  settings.iterations = whole_or(setup, "iterations", settings.iterations);
  settings.batch = whole_or(setup, "batch", settings.batch);
  settings.steps = whole_or(setup, "steps", settings.steps);
  settings.rate = setup.value("rate", settings.rate);
  settings.practise = parse_supply(setup.at("practise"), settings.seed);
  settings.held_out = parse_supply(setup.at("heldOut"), settings.seed + kHeldOut);
  settings.held_out_puzzles = whole_or(setup.at("heldOut"), "count", settings.held_out_puzzles);
  if (has(setup, "replay")) {
    for (const Json& supply : setup.at("replay")) {
      if (settings.replay.size() == 20) break;
      settings.replay.push_back(parse_supply(supply, settings.seed + kReplay + settings.replay.size()));
    }
  }
  return settings;
}

Json PracticeDoor::begun(Json setup, std::unique_ptr<Practice> made) {
  setup_ = std::move(setup);
  practice_ = std::move(made);
  Json reply = go_json(*practice_, {});
  reply["parameters"] = practice::kParameters;
  reply["setup"] = setup_;
  reply["picture"] = picture_json(*practice_);
  return ok_reply(std::move(reply));
}

Json PracticeDoor::begin(const Json& request) {
  Json setup = request;
  setup.erase("op");
  setup.erase("start");
  Result<practice::Settings> settings = parse_settings(setup);
  if (!settings.ok()) return error_reply(settings.problem());
  Result<practice::Numbers> start = parse_start(request.at("start"), settings.value().seed);
  if (!start.ok()) return error_reply(start.problem());
  auto made = Practice::begin(std::move(settings.value()), std::move(start.value()), factory_);
  if (!made.ok()) return error_reply(made.problem());
  return begun(std::move(setup), std::move(made.value()));
}

// What was practised before stays until the state is known to be sound.
Json PracticeDoor::resume(const Json& request) {
  Result<ReadState> state = read_state(request.at("state").get_ref<const std::string&>());
  if (!state.ok()) return error_reply(state.problem());
  Result<practice::Settings> settings = parse_settings(state.value().setup);
  if (!settings.ok()) return error_reply(settings.problem());
  auto made = Practice::resume(std::move(settings.value()), state.value().snapshot, factory_);
  if (!made.ok()) return error_reply(made.problem());
  return begun(std::move(state.value().setup), std::move(made.value()));
}

Json PracticeDoor::call(const Json& request) {
  const auto op = request.at("op").get<std::string>();
  if (op == "practice_begin") return begin(request);
  if (op == "practice_resume") return resume(request);
  if (!practice_) return error_reply({"error.practice.none", {}});
  if (op == "practice_go") {
    const int moves = whole<int>(request.at("moves"));
    if (moves < 1 || moves > kMostMoves) return error_reply(bad_argument("moves"));
    const auto points = practice_->go(moves);
    return points.ok() ? ok_reply(go_json(*practice_, points.value())) : error_reply(points.problem());
  }
  if (op == "practice_test") {
    const int puzzles = whole_or(request, "puzzles", practice_->settings().held_out_puzzles);
    if (puzzles < 1) return error_reply(bad_argument("puzzles"));
    return ok_reply(test_json(practice_->test(puzzles)));
  }
  if (op == "practice_picture") return ok_reply(picture_json(*practice_));
  if (op == "practice_save") return ok_reply({{"state", state_text(setup_, practice_->snapshot())}});
  return ok_reply(weights_json(*practice_));
}

}  // namespace fastslow::wire
