#include "wire/encode.h"

#include <algorithm>
#include <set>

#include "core/consequences.h"
#include "core/index.h"
#include "solver/narration.h"
#include "wire/names.h"

namespace fastslow::wire {
namespace {

Json fact_json(const Model& model, Step step) {
  return {
      {"variable", model.variable_of(step.literal)}, {"value", model.value_of(step.literal)}, {"place", step.place}};
}

Json facts_json(const Model& model, const std::vector<Step>& steps) {
  Json facts = Json::array();
  for (const Step& step : steps) facts.push_back(fact_json(model, step));
  return facts;
}

Json candidate_json(const Model& model, const policy::Candidate& candidate) {
  return {{"variable", model.variable_of(candidate.literal)},
          {"value", model.value_of(candidate.literal)},
          {"probability", candidate.probability}};
}

Json evidence_json(const arbiter::Evidence& evidence) {
  return {{"legal", evidence.legal}, {"violated", evidence.violated}, {"shifted", evidence.shifted},
          {"looks", evidence.looks}, {"sureness", evidence.sureness}, {"irrevocable", evidence.irrevocable}};
}

struct ArgumentJson {
  Json operator()(int number) const { return number; }
  Json operator()(const Name& name) const { return name_json(name); }
  Json operator()(const std::vector<int>& numbers) const { return numbers; }
  Json operator()(const std::vector<Name>& names) const {
    Json list = Json::array();
    for (const Name& name : names) list.push_back(name_json(name));
    return list;
  }
};

// The cells a rule speaks about.
void add_rule_cells(const Model& model, PartId part, std::set<VariableId>& cells) {
  const Group& group = model.group(group_of_part(part));
  for (const Literal l : group.literals) {
    if (!model.is_hidden(l)) cells.insert(model.variable_of(l));
  }
}

void add_cell(const Model& model, Literal literal, std::set<VariableId>& cells) {
  if (!model.is_hidden(literal)) cells.insert(model.variable_of(literal));
}

std::set<ConstraintId> constraints_of(const Model& model, const std::vector<PartId>& parts) {
  std::set<ConstraintId> constraints;
  for (const PartId part : parts) {
    const Group& group = model.group(group_of_part(part));
    if (!group.is_domain()) constraints.insert(group.constraint);
  }
  return constraints;
}

Json line_json(const Model& model, const solver::Line& line) {
  Json args = Json::object();
  for (const auto& [key, value] : line.args) args[key] = std::visit(ArgumentJson{}, value);
  std::set<VariableId> rule_cells;
  std::set<VariableId> fact_cells;
  for (const PartId part : line.parts) add_rule_cells(model, part, rule_cells);
  for (const Literal l : line.literals) add_cell(model, l, fact_cells);
  return {{"key", line.key},
          {"args", args},
          {"ruleCells", rule_cells},
          {"factCells", fact_cells},
          {"constraints", constraints_of(model, line.parts)}};
}

Json rule_json(const Model& model, PartId part) {
  const Group& group = model.group(group_of_part(part));
  const Name& name = group.is_domain() ? model.variable(group.variable).name : model.constraint(group.constraint).name;
  return {{"name", name_json(name)},
          {"cell", group.is_domain()},
          {"value", group.about_value ? Json(group.value) : Json()},
          {"bound", is_lower(part) ? "lower" : "upper"}};
}

// Of the parts that are visibly broken, those to speak of: that there is too much of something leaves others without
// room, which goes without saying.
std::vector<PartId> worth_telling(std::vector<PartId> broken) {
  const auto uppers = std::stable_partition(broken.begin(), broken.end(), [](PartId part) { return !is_lower(part); });
  if (uppers != broken.begin()) broken.erase(uppers, broken.end());
  return broken;
}

// So many of them as a reader wants to hear, each once.
Json broken_json(const Model& model, const std::vector<PartId>& parts) {
  constexpr std::size_t most = 3;
  Json rules = Json::array();
  for (const PartId part : parts) {
    Json rule = rule_json(model, part);
    const bool known =
        std::any_of(rules.begin(), rules.end(), [&](const Json& r) { return r["name"] == rule["name"]; });
    if (!known && rules.size() < most) rules.push_back(std::move(rule));
  }
  return rules;
}

// Where something is too much, the cells that make it so; where something is missing, those that are still open.
void add_conflict(const Model& model, const State& state, PartId part, std::set<VariableId>& cells) {
  const Group& group = model.group(group_of_part(part));
  const auto counts = [&](Literal l) {
    if (!is_lower(part)) return state.marks[at(l)] == Mark::placed;
    return !placed_value(model, state, model.variable_of(l)).has_value();
  };
  const bool some = std::any_of(group.literals.begin(), group.literals.end(),
                                [&](Literal l) { return !model.is_hidden(l) && counts(l); });
  for (const Literal l : group.literals) {
    if (!model.is_hidden(l) && (!some || counts(l))) cells.insert(model.variable_of(l));
  }
}

// Values of a variable whose literal satisfies a predicate.
template <class Predicate>
Json values_where(const Model& model, VariableId variable, Predicate predicate) {
  Json values = Json::array();
  const Variable& v = model.variable(variable);
  for (int value = v.lowest; value <= v.highest; ++value) {
    if (predicate(model.literal(variable, value))) values.push_back(value);
  }
  return values;
}

void add_thought(Json& json, const Model& model, const session::Thought& thought) {
  json["strategy"] = arbiter::strategy_name(thought.strategy);
  json["verdict"] = thought.verdict;
  if (const auto& intuition = thought.intuition) {
    if (thought.strategy == arbiter::Strategy::threshold) json["threshold"] = thought.threshold;
    json["proposal"] = candidate_json(model, intuition->proposal);
    json["confidence"] = intuition->proposal.probability;
    json["evidence"] = evidence_json(intuition->evidence);
    json["inference"] = inference_name(intuition->inference);
    json["iterations"] = intuition->iterations;
  }
  if (const auto& deliberation = thought.deliberation) {
    json["outcome"] = deliberation->outcome;
    json["effort"] = deliberation->effort;
  }
}

// A guess stands, too, where it was proved afterwards.
bool still_stands(const session::Session& session, int id, Step step) {
  const auto& standing = session.position().standing;
  if (std::binary_search(standing.begin(), standing.end(), id)) return true;
  return session.state().marks[at(step.literal)] == (step.place ? Mark::placed : Mark::ruled_out);
}

Json mark_json(const session::Session& session, const session::Decision& decision, int id) {
  Json json = {{"id", id},
               {"kind", kind_name(decision.act)},
               {"source", source_name(decision.source)},
               {"takenBack", false},
               {"escalated", decision.escalated()}};
  if (const auto* switched = std::get_if<session::SwitchRule>(&decision.act)) {
    json["rule"] = switched->rule;
    json["on"] = switched->on;
    return json;
  }
  const Step step = *decision.step();
  json["variable"] = session.model().variable_of(step.literal);
  json["value"] = session.model().value_of(step.literal);
  json["takenBack"] = !decision.takes_back() && !still_stands(session, id, step);
  return json;
}

Json cells_json(const session::Session& session, std::span<const session::Decision> decisions) {
  const Model& model = session.model();
  const State& state = session.state();
  const std::vector<Mark>& direct = session.position().consequences.marks;
  std::vector<int> placed_by(at(model.variable_count()), -1);
  for (const int id : session.position().standing) {
    const session::Decision& decision = decisions[at(id)];
    if (decision.places()) placed_by[at(model.variable_of(*decision.literal()))] = id;
  }
  Json cells = Json::array();
  for (VariableId v = 0; v < model.variable_count(); ++v) {
    if (model.variable(v).hidden) continue;
    const auto value = placed_value(model, state, v);
    const int id = placed_by[at(v)];
    Json origin;
    if (value) origin = id < 0 ? "given" : std::string(source_name(decisions[at(id)].source));
    cells.push_back(
        {{"value", value ? Json(*value) : Json()},
         {"origin", origin},
         {"decision", id < 0 ? Json() : Json(id)},
         {"candidates", values_where(model, v, [&](Literal l) { return !value && direct[at(l)] == Mark::open; })},
         {"ruledOut",
          values_where(model, v, [&](Literal l) { return !value && state.marks[at(l)] == Mark::ruled_out; })}});
  }
  return cells;
}

Json tally_json(const session::Session& session, std::span<const session::Decision> decisions) {
  int moves = 0;
  int eliminations = 0;
  for (const int id : session.position().standing) {
    ++(decisions[at(id)].places() ? moves : eliminations);
  }
  int escalations = 0;
  int taken_back = 0;
  int inferences = 0;
  int second_looks = 0;
  int reused = 0;
  std::uint64_t effort = 0;
  for (const session::Decision& decision : decisions) {
    if (!decision.thought) continue;
    // A proof may put right what was guessed, too.
    if (decision.takes_back() || !decision.removed.empty()) ++taken_back;
    if (const auto& deliberation = decision.thought->deliberation) {
      ++escalations;
      effort += deliberation->effort;
    }
    if (const auto& intuition = decision.thought->intuition) {
      const bool fresh = intuition->inference == session::Inference::fresh;
      if (fresh) inferences += intuition->evidence.looks;
      if (fresh && intuition->evidence.looks > 1) ++second_looks;
      if (!fresh) ++reused;
    }
  }
  return {{"moves", moves},   {"eliminations", eliminations}, {"escalations", escalations},  {"takenBack", taken_back},
          {"effort", effort}, {"inferences", inferences},     {"secondLooks", second_looks}, {"reused", reused}};
}

}  // namespace

Json name_json(const Name& name) {
  Json args = name.args;
  if (args.is_null()) args = Json::object();
  for (std::size_t i = 0; i < name.parts.size(); ++i) args["p" + std::to_string(i + 1)] = name_json(name.parts[i]);
  return {{"key", name.key}, {"args", std::move(args)}};
}

Json ok_reply(Json value) { return {{"ok", std::move(value)}}; }

Json error_reply(const Problem& problem) { return {{"error", {{"key", problem.key}, {"args", problem.args}}}}; }

std::string text_of(const puzzles::Puzzle& puzzle, const State& state) {
  const puzzles::Family& family = *puzzles::find_family(puzzle.family);
  return family.format(puzzle, state, family.formats.front());
}

Json squares_json(const std::vector<puzzles::Square>& squares) {
  Json list = Json::array();
  for (const puzzles::Square square : squares) list.push_back({{"row", square.row}, {"column", square.column}});
  return list;
}

Json drawing_json(const puzzles::Puzzle& puzzle) {
  const puzzles::Layout& layout = puzzle.layout;
  Json json = {{"borders", Json::array()}, {"blocks", Json::array()}, {"labels", Json::array()},
               {"cages", Json::array()},   {"lights", Json::array()}, {"notes", Json::array()},
               {"counters", Json::array()}};
  for (const puzzles::Border& b : layout.borders) {
    json["borders"].push_back({{"row1", b.row1}, {"column1", b.column1}, {"row2", b.row2}, {"column2", b.column2}});
  }
  for (const puzzles::Block& b : layout.blocks) {
    json["blocks"].push_back({{"row", b.square.row},
                              {"column", b.square.column},
                              {"style", b.style},
                              {"text", b.text},
                              {"constraints", b.constraints}});
  }
  for (const puzzles::Label& l : layout.labels) {
    json["labels"].push_back(
        {{"row", l.row}, {"column", l.column}, {"text", l.text}, {"style", l.style}, {"constraints", l.constraints}});
  }
  for (const puzzles::Cage& c : layout.cages) {
    json["cages"].push_back({{"squares", squares_json(c.squares)}, {"constraint", c.constraint}});
  }
  for (const puzzles::Light& l : layout.lights) {
    json["lights"].push_back({{"variable", puzzle.model.variable_of(l.source)},
                              {"value", puzzle.model.value_of(l.source)},
                              {"cells", l.cells}});
  }
  for (const puzzles::Note& n : layout.notes) {
    json["notes"].push_back({{"says", name_json(n.says)}, {"constraints", n.constraints}});
  }
  for (const puzzles::Counter& c : layout.counters) {
    Json counted = Json::array();
    for (const Literal l : c.counted) counted.push_back({puzzle.model.variable_of(l), puzzle.model.value_of(l)});
    json["counters"].push_back(
        {{"key", c.key}, {"counted", counted}, {"total", c.total}, {"constraint", c.constraint}});
  }
  return json;
}

Json shift_json(const session::Shift& shift) {
  if (!shift.any()) return {};
  Json switched = Json::array();
  for (const auto& [rule, on] : shift.switched) switched.push_back({{"rule", rule}, {"on", on}});
  return {{"family", shift.family}, {"size", shift.size}, {"rules", shift.rules}, {"switched", switched}};
}

Json size_json(const puzzles::Size& size) {
  return {{"id", size.id},       {"width", size.width},     {"height", size.height}, {"count", size.count},
          {"rules", size.rules}, {"variant", size.variant}, {"game", size.game}};
}

Json family_json(const puzzles::Family& family) {
  Json sizes = Json::array();
  Json dimensions = Json::array();
  for (const puzzles::Size& size : family.sizes) {
    sizes.push_back(size.id);
    dimensions.push_back(size_json(size));
  }
  const Json yardstick = {{"easy", family.yardstick.easy}, {"medium", family.yardstick.medium}};
  return {{"id", family.id},          {"icon", family.icon},       {"listed", family.listed}, {"sizes", sizes},
          {"dimensions", dimensions}, {"formats", family.formats}, {"rules", family.rules},   {"yardstick", yardstick}};
}

int lowest_value(const Model& model) {
  int lowest = model.variable(0).lowest;
  for (const Variable& v : model.variables()) lowest = v.hidden ? lowest : std::min(lowest, v.lowest);
  return lowest;
}

Json board_json(const puzzles::Puzzle& puzzle) {
  Json cells = Json::array();
  for (const puzzles::Cell& cell : puzzle.layout.cells) {
    const Variable& variable = puzzle.model.variable(cell.variable);
    Json json = {{"variable", cell.variable},        {"row", cell.row},           {"column", cell.column},
                 {"name", name_json(variable.name)}, {"lowest", variable.lowest}, {"highest", variable.highest}};
    if (!cell.squares.empty()) json["squares"] = squares_json(cell.squares);
    cells.push_back(std::move(json));
  }
  Json board = {{"family", puzzle.family},
                {"kind", puzzle.size.id},
                {"size", size_json(puzzle.size)},
                {"text", text_of(puzzle, initial_state(puzzle.model))},
                {"rows", puzzle.layout.rows},
                {"columns", puzzle.layout.columns},
                {"cells", cells},
                {"lowest", lowest_value(puzzle.model)},
                {"symbols", puzzle.layout.symbols},
                {"grows", puzzle.grows},
                {"rules", puzzle.rules},
                {"switchable", puzzle.switchable}};
  board.update(drawing_json(puzzle));
  return board;
}

Json view_json(const session::Session& session) {
  const std::span<const session::Decision> decisions = session.timeline();
  std::set<VariableId> conflicts;
  std::vector<PartId> broken;
  if (session.status() == session::Status::conflict) broken = worth_telling(session.position().consequences.broken);
  for (const PartId part : broken) add_conflict(session.model(), session.state(), part, conflicts);
  Json marks = Json::array();
  for (int id = 0; id < static_cast<int>(decisions.size()); ++id) {
    marks.push_back(mark_json(session, decisions[at(id)], id));
  }
  return {{"status", status_name(session.status())},
          {"cells", cells_json(session, decisions)},
          {"conflicts", conflicts},
          {"broken", broken_json(session.model(), broken)},
          {"decisions", marks},
          {"tally", tally_json(session, decisions)},
          {"canUndo", session.history().can_undo()},
          {"canRedo", session.history().can_redo()},
          {"shift", shift_json(session.shift())},
          {"text", text_of(session.puzzle(), session.state())}};
}

Json decision_json(const session::Session& session, int id, bool told) {
  const Model& model = session.history().puzzle_before(id).model;
  const session::Decision& decision = session.timeline()[at(id)];
  Json json = mark_json(session, decision, id);
  json["strategy"] = nullptr;
  json["threshold"] = nullptr;
  json["verdict"] = "verdict.player";
  json["outcome"] = nullptr;
  json["effort"] = 0;
  json["proposal"] = nullptr;
  json["confidence"] = nullptr;
  json["evidence"] = nullptr;
  json["inference"] = "none";
  json["iterations"] = 0;
  if (decision.thought) add_thought(json, model, *decision.thought);
  json["proof"] = told && decision.proof ? proof_json(model, *decision.proof) : Json();
  json["core"] = decision.proof ? core_json(*decision.proof) : Json();
  json["removed"] = facts_json(model, decision.removed);
  return json;
}

Json proof_json(const Model& model, const solver::Proof& proof) {
  Json rules = Json::array();
  std::set<VariableId> rule_cells;
  std::set<VariableId> fact_cells;
  for (const PartId part : proof.core.parts) {
    rules.push_back(rule_json(model, part));
    add_rule_cells(model, part, rule_cells);
  }
  Json lines = Json::array();
  for (const solver::Line& line : narrate(model, proof).lines) {
    lines.push_back(line_json(model, line));
    for (const Literal l : line.literals) add_cell(model, l, fact_cells);
  }
  for (const Step& fact : proof.core.facts) add_cell(model, fact.literal, fact_cells);
  Json json = fact_json(model, proof.step);
  json["minimal"] = proof.minimal;
  json["rules"] = rules;
  json["facts"] = facts_json(model, proof.core.facts);
  json["lines"] = lines;
  json["ruleCells"] = rule_cells;
  json["factCells"] = fact_cells;
  json["constraints"] = constraints_of(model, proof.core.parts);
  return json;
}

Json core_json(const solver::Proof& proof) {
  return {{"literal", proof.step.literal},
          {"place", proof.step.place ? 1 : 0},
          {"parts", proof.core.parts},
          {"facts", steps_json(proof.core.facts)},
          {"minimal", proof.minimal}};
}

Json config_json(const session::Config& config) {
  Json trained = Json::array();
  for (const session::Trained& t : config.trained) {
    trained.push_back({{"family", t.family}, {"sizes", t.sizes}, {"rules", t.rules}});
  }
  return {{"trained", trained},
          {"strategy", strategy_name(config.arbiter.strategy)},
          {"threshold", config.arbiter.threshold},
          {"looks", config.arbiter.looks},
          {"reuse", config.arbiter.reuse},
          {"temperature", config.calibration.temperature},
          {"budget", config.budget}};
}

Json trace_json(const session::Session& session, bool told) {
  Json decisions = Json::array();
  for (int id = 0; id < static_cast<int>(session.timeline().size()); ++id) {
    decisions.push_back(decision_json(session, id, told));
  }
  return {{"format", "fastslow-trace/1"},
          {"family", session.puzzle().family},
          {"text", text_of(session.history().first_puzzle(), initial_state(session.history().first_puzzle().model))},
          {"config", config_json(session.config())},
          {"decisions", decisions},
          {"shift", shift_json(session.shift())},
          {"status", status_name(session.status())}};
}

Json tensors_json(const policy::PolicyInput& input) {
  return {{"literals", input.literals},
          {"groups", input.groups},
          {"degree", input.degree},
          {"width", input.width},
          {"literalGroups", input.literal_groups},
          {"groupLiterals", input.group_literals},
          {"groupFeatures", input.group_features},
          {"sums", input.sums},
          {"sumDegree", input.sum_degree},
          {"sumWidth", input.sum_width},
          {"literalSums", input.literal_sums},
          {"literalCoefficients", input.literal_coefficients},
          {"sumLiterals", input.sum_literals},
          {"sumCoefficients", input.sum_coefficients},
          {"sumFeatures", input.sum_features}};
}

Json intuition_json(const Model& model, const policy::Proposal& proposal) {
  std::vector<Json> candidates(at(model.variable_count()), Json::array());
  for (const policy::Candidate& candidate : proposal.candidates) {
    candidates[at(model.variable_of(candidate.literal))].push_back(
        {{"value", model.value_of(candidate.literal)}, {"probability", candidate.probability}});
  }
  Json cells = Json::array();
  for (VariableId v = 0; v < model.variable_count(); ++v) {
    if (!model.variable(v).hidden) cells.push_back({{"variable", v}, {"candidates", candidates[at(v)]}});
  }
  return {{"cells", cells}, {"best", proposal.empty() ? Json() : candidate_json(model, proposal.best())}};
}

Json solver_request_json(const puzzles::Puzzle& puzzle, const session::SolverRequest& request) {
  Json json = {{"op", "solver"},
               {"task", task_name(request.question)},
               {"family", puzzle.family},
               {"text", text_of(puzzle, initial_state(puzzle.model))},
               {"facts", steps_json(request.facts)},
               {"budget", request.budget}};
  if (const auto* examine = std::get_if<session::Examine>(&request.question)) json["literal"] = examine->literal;
  if (const auto* choose = std::get_if<session::Choose>(&request.question)) {
    if (choose->prefer) json["literal"] = *choose->prefer;
    if (choose->insist) json["insist"] = true;
  }
  return json;
}

Json effect_json(const session::Session& session, const session::Effect& effect) {
  if (const auto* policy = std::get_if<session::EvaluatePolicy>(&effect)) {
    return {{"kind", "evaluate_policy"},
            {"ticket", policy->ticket},
            {"look", policy->look},
            {"tensors", policy->look == 0 ? tensors_json(*policy->input) : Json()}};
  }
  if (const auto* solver = std::get_if<session::RunSolver>(&effect)) {
    return {{"kind", "run_solver"},
            {"ticket", solver->ticket},
            {"request", solver_request_json(session.puzzle(), solver->request)}};
  }
  if (const auto* decided = std::get_if<session::Decided>(&effect)) {
    return {{"kind", "decided"}, {"decision", decision_json(session, decided->decision)}, {"view", view_json(session)}};
  }
  return {
      {"kind", "idle"}, {"reason", idle_name(std::get<session::Idle>(effect).reason)}, {"view", view_json(session)}};
}

}  // namespace fastslow::wire
