// Deletion over names: leave one rule out, give propagation every part of the others, and go on with what it used. As
// propagation is monotone, one pass is enough (see hunt.cc).
#include "solver/fewer_rules.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/index.h"
#include "solver/derivation.h"

namespace fastslow::solver {

std::vector<Name> rules_of(const Model& model, const Core& core) {
  std::vector<Name> rules;
  for (const PartId part : core.parts) {
    const Name& name = model.constraint(model.group(group_of_part(part)).constraint).name;
    if (std::find(rules.begin(), rules.end(), name) == rules.end()) rules.push_back(name);
  }
  return rules;
}

std::vector<std::vector<PartId>> parts_of(const Model& model, const std::vector<Name>& rules) {
  std::vector<std::vector<PartId>> parts(rules.size());
  for (GroupId g = 0; g < model.group_count(); ++g) {
    if (model.group(g).is_domain()) continue;
    const auto rule = std::find(rules.begin(), rules.end(), model.constraint(model.group(g).constraint).name);
    if (rule == rules.end()) continue;
    for (const PartId part : {lower_part(g), upper_part(g)}) {
      if (!part_is_trivial(model, part)) parts[at(static_cast<int>(rule - rules.begin()))].push_back(part);
    }
  }
  return parts;
}

std::optional<Core> with_fewer_rules(const Model& model, const Core& core, std::optional<Step> supposition) {
  const std::vector<Name> rules = rules_of(model, core);
  if (rules.size() < 2) return std::nullopt;
  std::vector<std::vector<PartId>> parts = parts_of(model, rules);
  Replay replay(model);
  std::optional<Core> fewer;
  for (std::vector<PartId>& left_out : parts) {
    const std::vector<PartId> kept = std::exchange(left_out, {});
    Core rest{{}, core.facts};
    for (const auto& of_rule : parts) rest.parts.insert(rest.parts.end(), of_rule.begin(), of_rule.end());
    std::sort(rest.parts.begin(), rest.parts.end());
    if (const auto refutation = replay.refute(rest, supposition)) {
      fewer = refutation->core;
    } else {
      left_out = kept;
    }
  }
  return fewer;
}

}  // namespace fastslow::solver
