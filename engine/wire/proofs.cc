#include "wire/proofs.h"

#include <algorithm>
#include <set>

#include "solver/narration.h"

namespace fastslow::wire {
namespace {

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

// The cells a rule speaks about. Hidden variables have none, here and below.
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
  Json json = {{"key", line.key},
               {"args", args},
               {"ruleCells", rule_cells},
               {"factCells", fact_cells},
               {"constraints", constraints_of(model, line.parts)}};
  for (const std::vector<Literal>& reach : line.reaches) {
    Json cells = Json::array();
    for (const Literal l : reach) cells.push_back(model.variable_of(l));
    json["reaches"].push_back(std::move(cells));
  }
  return json;
}

Json rule_json(const Model& model, PartId part) {
  const Group& group = model.group(group_of_part(part));
  const Name& name = group.is_domain() ? model.variable(group.variable).name : model.constraint(group.constraint).name;
  return {{"name", name_json(name)},
          {"cell", group.is_domain()},
          {"value", group.about_value ? Json(group.value) : Json()},
          {"bound", is_lower(part) ? "lower" : "upper"}};
}

}  // namespace

Json core_json(const solver::Proof& proof) {
  return {{"literal", proof.step.literal},
          {"place", proof.step.place ? 1 : 0},
          {"parts", proof.core.parts},
          {"facts", steps_json(proof.core.facts)},
          {"minimal", proof.minimal}};
}

std::optional<solver::Proof> parse_core(const Model& model, const Json& core) {
  solver::Proof proof;
  proof.step = {whole<int>(core.at("literal")), whole<int>(core.at("place")) != 0};
  for (const Json& part : core.at("parts")) proof.core.parts.push_back(whole<PartId>(part));
  proof.minimal = core.at("minimal").get<bool>();
  // Indices are checked, so that nothing is read out of bounds. Whether the proof holds is not.
  const auto facts = parse_steps(model, core.at("facts"));
  const bool parts_known = std::all_of(proof.core.parts.begin(), proof.core.parts.end(),
                                       [&](PartId p) { return p >= 0 && p < model.part_count(); });
  if (!facts || !parts_known || !model.has_literal(proof.step.literal)) return std::nullopt;
  proof.core.facts = *facts;
  return proof;
}

// So many of them as a reader wants to hear. Rules are told apart by their names, so a row that has two 3s and two 7s
// is told once, with the 3.
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

// Beyond so many nobody looks for the mistake among them.
constexpr std::size_t kMostClashing = 12;

// {key, args}: "clash.*" of the catalogues.
Json clash_json(const Model& model, const solver::Clash& clash) {
  if (clash.rules.empty()) return nullptr;
  if (clash.rules.size() > kMostClashing) {
    return {{"key", "clash.many"}, {"args", {{"count", clash.rules.size()}}}};
  }
  Json units = Json::array();
  for (const Name& rule : clash.rules) units.push_back(name_json(rule));
  // Values that were given are part of every reason, and never cited.
  const bool given = !model.givens().empty();
  std::string key = given ? "clash.given" : "clash.rules";
  if (!clash.minimal) key = given ? "clash.given_some" : "clash.rules_some";
  if (clash.rules.size() == 1) key = given ? "clash.given_one" : "clash.rules_one";
  return {{"key", key}, {"args", {{"units", std::move(units)}}}};
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
  for (const solver::Line& line : narrate(model, proof)) {
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

}  // namespace fastslow::wire
