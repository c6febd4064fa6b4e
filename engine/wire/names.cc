// The only place where these words are written in C++. Many of them stand in traces that people keep, so they cannot be
// changed lightly.
#include "wire/names.h"

#include <array>
#include <variant>

#include "arbiter/reasons.h"
#include "core/names.h"
#include "workshop/workshop.h"

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
constexpr NameTable<solver::Finding, 5> kFindings = {{
    {solver::Finding::forced, "forced"},
    {solver::Finding::refuted, "refuted"},
    {solver::Finding::undetermined, "undetermined"},
    {solver::Finding::contradiction, "contradiction"},
    {solver::Finding::unknown, "unknown"},
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

// Words for the alternatives of a variant, in the variant's own order. The compiler refuses a word too many; one too
// few would be empty.
template <class Variant>
using NamesOf = std::array<std::string_view, std::variant_size_v<Variant>>;
constexpr NamesOf<session::Question> kTasks = {"choose", "examine",   "diagnose", "solve",
                                               "unique", "marginals", "settle"};
constexpr NamesOf<session::Effect> kEffects = {"evaluate_policy", "run_solver", "decided", "idle"};

// `Act` has two names for its first alternative.
constexpr std::array<std::string_view, 4> kActs = {"place", "rule_out", "take_back", "switch_rule"};

}  // namespace

std::string_view act_name(const session::Act& act) {
  const auto* step = std::get_if<Step>(&act);
  return step != nullptr ? kActs[step->place ? 0 : 1] : kActs[act.index() + 1];
}
std::string_view source_name(session::Source source) { return name_in(kSources, source); }
std::string_view inference_name(session::Inference inference) { return name_in(kInferences, inference); }
std::string_view status_name(session::Status status) { return name_in(kStatuses, status); }
std::string_view idle_name(session::IdleReason reason) { return name_in(kIdleReasons, reason); }
std::string_view task_name(const session::Question& question) { return kTasks[question.index()]; }
std::string_view effect_name(const session::Effect& effect) { return kEffects[effect.index()]; }
std::string_view finding_name(solver::Finding finding) { return name_in(kFindings, finding); }
std::string_view truth_name(solver::Truth truth) { return name_in(kTruths, truth); }
std::string_view count_name(solver::Count count) { return name_in(kCounts, count); }

std::optional<session::Source> parse_source(std::string_view name) { return parse_in(kSources, name); }
std::optional<session::Inference> parse_inference(std::string_view name) { return parse_in(kInferences, name); }
std::optional<solver::Finding> parse_finding(std::string_view name) { return parse_in(kFindings, name); }
std::optional<solver::Truth> parse_truth(std::string_view name) { return parse_in(kTruths, name); }

nlohmann::json enums_json() {
  std::vector<std::string_view> origins = names_of(kSources);
  // Where a value on the board comes from: one of the sources, or the puzzle itself.
  origins.insert(origins.begin(), "given");
  return {{"act", kActs},
          {"source", names_of(kSources)},
          {"origin", origins},
          {"inference", names_of(kInferences)},
          {"status", names_of(kStatuses)},
          {"idle", names_of(kIdleReasons)},
          {"finding", names_of(kFindings)},
          {"truth", names_of(kTruths)},
          {"count", names_of(kCounts)},
          {"task", kTasks},
          {"effect", kEffects},
          {"strategy", arbiter::strategy_names()},
          {"level", workshop::level_names()},
          {"verdict", arbiter::kVerdicts},
          {"outcome", arbiter::kOutcomes},
          {"block", puzzles::kBlockStyles},
          {"label", puzzles::kLabelStyles},
          {"mark", puzzles::kMarkShapes},
          {"color", puzzles::kMarkColors}};
}

}  // namespace fastslow::wire
