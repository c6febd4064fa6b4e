#include "session/wire.h"

#include <array>
#include <utility>

namespace fastslow {
namespace {

template <class T, std::size_t N>
using Names = std::array<std::pair<T, std::string_view>, N>;

constexpr Names<DecisionKind, 4> kKinds = {{
    {DecisionKind::place, "place"},
    {DecisionKind::rule_out, "rule_out"},
    {DecisionKind::take_back, "take_back"},
    {DecisionKind::switch_rule, "switch_rule"},
}};
constexpr Names<Source, 4> kSources = {{
    {Source::player, "player"},
    {Source::system1, "system1"},
    {Source::system2, "system2"},
    {Source::both, "both"},
}};
constexpr Names<Inference, 3> kInferences = {{
    {Inference::none, "none"},
    {Inference::fresh, "fresh"},
    {Inference::reused, "reused"},
}};
constexpr Names<Status, 4> kStatuses = {{
    {Status::open, "open"},
    {Status::solved, "solved"},
    {Status::lost, "lost"},
    {Status::conflict, "conflict"},
}};
constexpr Names<IdleReason, 6> kIdleReasons = {{
    {IdleReason::solved, "solved"},
    {IdleReason::lost, "lost"},
    {IdleReason::stuck, "stuck"},
    {IdleReason::several, "several"},
    {IdleReason::budget, "budget"},
    {IdleReason::impossible, "impossible"},
}};
constexpr Names<Task, 7> kTasks = {{
    {Task::choose, "choose"},
    {Task::examine, "examine"},
    {Task::diagnose, "diagnose"},
    {Task::solve, "solve"},
    {Task::unique, "unique"},
    {Task::backbone, "backbone"},
    {Task::marginals, "marginals"},
}};
constexpr Names<Settled, 5> kVerdicts = {{
    {Settled::forced, "forced"},
    {Settled::refuted, "refuted"},
    {Settled::undetermined, "undetermined"},
    {Settled::contradiction, "contradiction"},
    {Settled::unknown, "unknown"},
}};
constexpr Names<Truth, 3> kTruths = {{
    {Truth::sat, "sat"},
    {Truth::unsat, "unsat"},
    {Truth::unknown, "unknown"},
}};
constexpr Names<Count, 4> kCounts = {{
    {Count::none, "none"},
    {Count::one, "one"},
    {Count::several, "several"},
    {Count::unknown, "unknown"},
}};

template <class T, std::size_t N>
std::string_view name_in(const Names<T, N>& names, T wanted) {
  for (const auto& [value, name] : names) {
    if (value == wanted) return name;
  }
  return {};
}

template <class T, std::size_t N>
std::optional<T> parse_in(const Names<T, N>& names, std::string_view wanted) {
  for (const auto& [value, name] : names) {
    if (name == wanted) return value;
  }
  return std::nullopt;
}

}  // namespace

std::string_view kind_name(DecisionKind kind) { return name_in(kKinds, kind); }
std::string_view source_name(Source source) { return name_in(kSources, source); }
std::string_view inference_name(Inference inference) { return name_in(kInferences, inference); }
std::string_view status_name(Status status) { return name_in(kStatuses, status); }
std::string_view idle_name(IdleReason reason) { return name_in(kIdleReasons, reason); }
std::string_view task_name(Task task) { return name_in(kTasks, task); }
std::string_view settled_name(Settled verdict) { return name_in(kVerdicts, verdict); }
std::string_view truth_name(Truth status) { return name_in(kTruths, status); }
std::string_view count_name(Count count) { return name_in(kCounts, count); }

std::optional<DecisionKind> parse_kind(std::string_view name) { return parse_in(kKinds, name); }
std::optional<Source> parse_source(std::string_view name) { return parse_in(kSources, name); }
std::optional<Inference> parse_inference(std::string_view name) { return parse_in(kInferences, name); }
std::optional<Task> parse_task(std::string_view name) { return parse_in(kTasks, name); }
std::optional<Settled> parse_settled(std::string_view name) { return parse_in(kVerdicts, name); }
std::optional<Truth> parse_truth(std::string_view name) { return parse_in(kTruths, name); }

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

}  // namespace fastslow
