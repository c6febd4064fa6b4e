// Two ways to the reason for one step. A core that propagation suggests is small and readable, so it is tried first;
// the solver's own core of everything known is only as small as minimising can make it, but if the step is forced there
// is one, and it is found unless the budget ends.
#include "solver/forced.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "core/index.h"
#include "solver/cores.h"
#include "solver/fewer_rules.h"

namespace fastslow::solver {
namespace {

// What stands on a board: literals placed from the start, and by facts.
struct Board {
  std::vector<bool> given;
  std::vector<bool> placed;

  Board(const Model& model, const std::vector<Step>& facts)
      : given(at(model.literal_count()), false), placed(at(model.literal_count()), false) {
    for (const Literal l : model.givens()) given[at(l)] = true;
    for (const Step fact : facts) {
      if (fact.place) placed[at(fact.literal)] = true;
    }
  }

  // The first that fill the group; nothing if it is not full.
  [[nodiscard]] std::optional<std::vector<Literal>> fillers(const Group& group) const {
    std::vector<Literal> found;
    for (const Literal l : group.literals) {
      if (static_cast<int>(found.size()) == group.at_most) break;
      if (given[at(l)] || placed[at(l)]) found.push_back(l);
    }
    return static_cast<int>(found.size()) == group.at_most ? std::optional(found) : std::nullopt;
  }
};

// The group that shuts `literal` out because of what stands on the board, if it is a domain or of one of these rules.
std::optional<GroupId> shut_out_by(const Model& model, Literal literal, const std::vector<Name>& rules,
                                   const Board& board) {
  for (const GroupId g : model.groups_of(literal)) {
    const Group& group = model.group(g);
    const bool cited = group.is_domain() ||
                       std::find(rules.begin(), rules.end(), model.constraint(group.constraint).name) != rules.end();
    if (cited && !group.is_weighted() && board.fillers(group)) return g;
  }
  return std::nullopt;
}

// The same core with values that stand on the board for those that they rule out, where the rules that it cites say so
// without another: everybody sees what stands there; what was ruled out before has to be remembered.
Core from_the_board(const Model& model, const Core& core, const std::vector<Step>& facts) {
  const Board board(model, facts);
  const std::vector<Name> rules = rules_of(model, core);
  std::set<PartId> parts(core.parts.begin(), core.parts.end());
  std::map<Literal, bool> cited;
  for (const Step fact : core.facts) {
    const auto group = fact.place ? std::nullopt : shut_out_by(model, fact.literal, rules, board);
    if (!group) {
      cited[fact.literal] = fact.place;
      continue;
    }
    if (!model.group(*group).is_domain()) parts.insert(upper_part(*group));
    const std::optional<std::vector<Literal>> fillers = board.fillers(model.group(*group));
    for (const Literal l : *fillers) {
      if (!board.given[at(l)]) cited[l] = true;
    }
  }
  Core seen{{parts.begin(), parts.end()}, {}};
  for (const auto& [literal, place] : cited) seen.facts.push_back({literal, place});
  return seen;
}

}  // namespace

std::vector<Step> beyond_givens(const Model& model, const std::vector<Step>& facts) {
  std::vector<Step> rest;
  for (const Step fact : facts) {
    const bool given = fact.place && model.is_given(fact.literal);
    if (!given && std::find(rest.begin(), rest.end(), fact) == rest.end()) rest.push_back(fact);
  }
  return rest;
}

Minimised minimise_rules(Meter& meter, Core core, std::optional<Step> supposition,
                         const std::vector<Literal>& witness) {
  Minimised minimised = minimise(meter, std::move(core), supposition, witness);
  const auto fewer = with_fewer_rules(meter.model(), minimised.core, supposition);
  if (!fewer) return minimised;
  auto proved = prove(meter, *fewer, supposition);
  return proved ? minimise(meter, std::move(*proved), supposition, witness) : minimised;
}

Proof minimal_proof(Meter& meter, const Core& core, const std::vector<Step>& facts, Step step,
                    const std::vector<Literal>& witness) {
  meter.tell({step, core, false});
  Minimised minimised = minimise_rules(meter, from_the_board(meter.model(), core, facts), negated(step), witness);
  return Proof{step, std::move(minimised.core), minimised.minimal};
}

std::optional<Proof> prove_if_seen(Meter& meter, Hunt& hunt, Step step, const std::vector<Literal>& witness) {
  // The hunt is a guide only: its core counts once the solver has refuted the opposite from it.
  const auto suggested = hunt.suggest(step);
  const auto core = suggested ? prove(meter, *suggested, negated(step)) : std::nullopt;
  if (!core) return std::nullopt;
  return minimal_proof(meter, *core, hunt.facts(), step, witness);
}

std::optional<Proof> prove_forced(Meter& meter, Hunt& hunt, const std::vector<Step>& facts, Step step,
                                  const std::vector<Literal>& witness) {
  if (auto seen = prove_if_seen(meter, hunt, step, witness)) return seen;
  const auto core = prove_from_all(meter, facts, negated(step));
  if (!core) return std::nullopt;
  return minimal_proof(meter, *core, facts, step, witness);
}

std::optional<Core> contradiction_core(Meter& meter, const std::vector<Step>& facts) {
  Hunt hunt(meter.model(), facts);
  if (const auto visible = hunt.contradiction()) {
    if (auto core = prove(meter, *visible, std::nullopt)) return core;
  }
  return prove_from_all(meter, facts, std::nullopt);
}

}  // namespace fastslow::solver
