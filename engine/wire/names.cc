#include "wire/names.h"

#include <array>
#include <variant>

#include "core/names.h"

namespace fastslow::wire {
namespace {

constexpr NameTable<session::Source, 4> kSources = {{
    {session::Source::player, "player"},
    {session::Source::system1, "system1"},
    {session::Source::system2, "system2"},
    {session::Source::both, "both"},
}};
constexpr NameTable<session::Inference, 2> kInferences = {{
    {session::Inference::fresh, "fresh"},
    {session::Inference::reused, "reused"},
}};
constexpr NameTable<session::Status, 4> kStatuses = {{
    {session::Status::open, "open"},
    {session::Status::solved, "solved"},
    {session::Status::lost, "lost"},
    {session::Status::conflict, "conflict"},
}};
constexpr NameTable<session::IdleReason, 6> kIdleReasons = {{
    {session::IdleReason::solved, "solved"},
    {session::IdleReason::lost, "lost"},
    {session::IdleReason::stuck, "stuck"},
    {session::IdleReason::several, "several"},
    {session::IdleReason::budget, "budget"},
    {session::IdleReason::impossible, "impossible"},
}};
// By the alternatives of `session::Question`.
constexpr std::array<std::string_view, std::variant_size_v<session::Question>> kTasks = {
    "choose", "examine", "diagnose", "solve", "unique", "marginals"};

constexpr NameTable<solver::Settled, 5> kVerdicts = {{
    {solver::Settled::forced, "forced"},
    {solver::Settled::refuted, "refuted"},
    {solver::Settled::undetermined, "undetermined"},
    {solver::Settled::contradiction, "contradiction"},
    {solver::Settled::unknown, "unknown"},
}};
constexpr NameTable<solver::Truth, 3> kTruths = {{
    {solver::Truth::sat, "sat"},
    {solver::Truth::unsat, "unsat"},
    {solver::Truth::unknown, "unknown"},
}};
constexpr NameTable<solver::Count, 4> kCounts = {{
    {solver::Count::none, "none"},
    {solver::Count::one, "one"},
    {solver::Count::several, "several"},
    {solver::Count::unknown, "unknown"},
}};

}  // namespace

std::string_view kind_name(const session::Act& act) {
  if (const auto* settles = std::get_if<Step>(&act)) return settles->place ? "place" : "rule_out";
  return std::holds_alternative<session::TakeBack>(act) ? "take_back" : "switch_rule";
}
std::string_view source_name(session::Source source) { return name_in(kSources, source); }
std::string_view inference_name(session::Inference inference) { return name_in(kInferences, inference); }
std::string_view status_name(session::Status status) { return name_in(kStatuses, status); }
std::string_view idle_name(session::IdleReason reason) { return name_in(kIdleReasons, reason); }
std::string_view task_name(const session::Question& question) { return kTasks[question.index()]; }
std::string_view settled_name(solver::Settled verdict) { return name_in(kVerdicts, verdict); }
std::string_view truth_name(solver::Truth status) { return name_in(kTruths, status); }
std::string_view count_name(solver::Count count) { return name_in(kCounts, count); }

std::optional<session::Source> parse_source(std::string_view name) { return parse_in(kSources, name); }
std::optional<session::Inference> parse_inference(std::string_view name) { return parse_in(kInferences, name); }
std::optional<solver::Settled> parse_settled(std::string_view name) { return parse_in(kVerdicts, name); }
std::optional<solver::Truth> parse_truth(std::string_view name) { return parse_in(kTruths, name); }

nlohmann::json steps_json(const std::vector<Step>& steps) {
  nlohmann::json json = nlohmann::json::array();
  for (const Step& step : steps) json.push_back({step.literal, step.place ? 1 : 0});
  return json;
}

std::optional<std::vector<Step>> parse_steps(const Model& model, const nlohmann::json& json) {
  if (!json.is_array()) return std::nullopt;
  std::vector<Step> steps;
  for (const auto& pair : json) {
    const bool well_formed =
        pair.is_array() && pair.size() == 2 && pair[0].is_number_integer() && pair[1].is_number_integer();
    if (!well_formed || !model.has_literal(pair[0].get<int>())) return std::nullopt;
    steps.push_back({pair[0].get<int>(), pair[1].get<int>() != 0});
  }
  return steps;
}

}  // namespace fastslow::wire
