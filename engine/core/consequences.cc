// The first round is what a person sees by looking from the placed values along each rule, and no more. Unweighted
// groups look at placed literals only. Weighted ones would see further if they were given the marks, as every
// elimination narrows what its variable can bring; so they are given `placed_only`, where a variable has its value or
// its whole domain. So neither the order of the groups matters nor who ruled out what before: the same placed values
// exclude the same literals directly.
//
// The second round may chain, since nobody sees hidden literals: without it a nonogram's row would never know that its
// blocks do not fit any more.
#include "core/consequences.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "core/index.h"
#include "core/propagation.h"
#include "core/work_count.h"

namespace fastslow {
namespace {

int count_marks(const Group& group, const std::vector<Mark>& marks, Mark wanted) {
  return static_cast<int>(
      std::count_if(group.literals.begin(), group.literals.end(), [&](Literal l) { return marks[at(l)] == wanted; }));
}

// As `marks`, but with the placed values only: everything else counts as possible.
std::vector<Mark> placed_only(const Model& model, const State& state) {
  std::vector<Mark> marks(state.marks.size(), Mark::open);
  for (Literal l = 0; l < model.literal_count(); ++l) {
    if (state.marks[at(l)] != Mark::placed) continue;
    const Variable& v = model.variable(model.variable_of(l));
    for (int i = 0; i < v.domain_size(); ++i) {
      if (marks[at(v.first_literal + i)] != Mark::placed) marks[at(v.first_literal + i)] = Mark::ruled_out;
    }
    marks[at(l)] = Mark::placed;
  }
  return marks;
}

// What the whole of a weighted group can contribute; nothing if some variable has no possible value.
std::optional<Span> total_of(const Model& model, const Group& group, const std::vector<Mark>& marks) {
  std::optional<Span> total = Span{};
  for_each_variable(model, group, [&](std::size_t begin, std::size_t end) {
    const auto span = span_of(group, begin, end, [&](Literal l) { return marks[at(l)] != Mark::ruled_out; });
    if (!span) total.reset();
    if (total) *total += *span;
  });
  return total;
}

void exclude_by_weighted(const Model& model, GroupId id, const std::vector<Mark>& placed, DirectExclusions& result) {
  const Group& group = model.group(id);
  const std::optional<Span> total = total_of(model, group, placed);
  if (!total) return;
  for_each_variable(model, group, [&](std::size_t begin, std::size_t end) {
    // The group has a total, so each of its variables has a span.
    const Span span = *span_of(group, begin, end, [&](Literal l) { return placed[at(l)] != Mark::ruled_out; });
    for (std::size_t i = begin; i < end; ++i) {
      const Literal l = group.literals[i];
      if (result.marks[at(l)] != Mark::open || model.is_hidden(l)) continue;
      const bool too_much = total->lowest - span.lowest + group.weights[i] > group.at_most;
      const bool too_little = total->highest - span.highest + group.weights[i] < group.at_least;
      if (!too_much && !too_little) continue;
      result.marks[at(l)] = Mark::ruled_out;
      result.parts[at(l)] = too_much ? upper_part(id) : lower_part(id);
    }
  });
}

// The rules with hidden literals that fail by what is placed, whatever other rules say: a part of each. Propagation
// through all of them together, from what all of them exclude, stops at whichever notices first.
std::vector<PartId> failing_alone(const Model& model, const std::vector<Mark>& placed) {
  std::map<std::string, std::vector<PartId>> rules;
  for (GroupId g = 0; g < model.group_count(); ++g) {
    if (model.group(g).is_domain()) continue;
    const Name& name = model.constraint(model.group(g).constraint).name;
    std::string rule = name.key;
    for (const auto& [argument, number] : name.args) rule += " " + std::to_string(number);
    rules[rule].push_back(lower_part(g));
    rules[rule].push_back(upper_part(g));
  }
  std::vector<PartId> failing;
  Propagator propagator(model);
  const int start = propagator.depth();
  propagator.settle_only_hidden(true);
  for (const auto& [rule, parts] : rules) {
    const auto is_hidden = [&](PartId p) {
      const auto& literals = model.group(group_of_part(p)).literals;
      return std::any_of(literals.begin(), literals.end(), [&](Literal l) { return model.is_hidden(l); });
    };
    if (std::none_of(parts.begin(), parts.end(), is_hidden)) continue;
    propagator.backtrack(start);
    propagator.restrict_to(parts);
    for (Literal l = 0; l < model.literal_count(); ++l) {
      if (placed[at(l)] != Mark::open) propagator.assume({l, placed[at(l)] == Mark::placed});
    }
    if (!propagator.propagate()) failing.push_back(propagator.conflict());
  }
  return failing;
}

// Hidden literals follow from the visible ones. The part that cannot be met, or kNoPart.
PartId settle_hidden(const Model& model, std::vector<Mark>& marks) {
  // `assume` cannot fail: every state keeps the givens placed.
  Propagator propagator(model);
  propagator.settle_only_hidden(true);
  for (Literal l = 0; l < model.literal_count(); ++l) {
    if (marks[at(l)] != Mark::open) propagator.assume({l, marks[at(l)] == Mark::placed});
  }
  const PartId conflict = propagator.propagate() ? kNoPart : propagator.conflict();
  if (conflict == kNoPart) marks = propagator.marks();
  return conflict;
}

// The parts of one group that cannot be met any more.
void add_violated(const Model& model, GroupId g, const std::vector<Mark>& marks, std::vector<PartId>& parts) {
  const Group& group = model.group(g);
  Span total;
  if (group.is_weighted()) {
    const std::optional<Span> possible = total_of(model, group, marks);
    if (!possible) return;  // a variable without a value breaks its domain, not this
    total = *possible;
  } else {
    total.lowest = count_marks(group, marks, Mark::placed);
    total.highest = static_cast<int>(group.literals.size()) - count_marks(group, marks, Mark::ruled_out);
  }
  if (total.highest < group.at_least) parts.push_back(lower_part(g));
  if (total.lowest > group.at_most) parts.push_back(upper_part(g));
}

}  // namespace

DirectExclusions direct_exclusions(const Model& model, const State& state) {
  DirectExclusions result{state.marks, std::vector<PartId>(state.marks.size(), kNoPart)};
  for (const Group& group : model.groups()) {
    if (group.is_weighted() || count_marks(group, state.marks, Mark::placed) < group.at_most) continue;
    for (const Literal l : group.literals) {
      if (result.marks[at(l)] == Mark::open) result.marks[at(l)] = Mark::ruled_out;
    }
  }
  const std::vector<Mark> placed = placed_only(model, state);
  for (GroupId g = 0; g < model.group_count(); ++g) {
    if (model.group(g).is_weighted()) exclude_by_weighted(model, g, placed, result);
  }
  return result;
}

Consequences consequences_of(const Model& model, const State& state) {
  assert(state.marks.size() == at(model.literal_count()));
  FASTSLOW_COUNT(consequences);
  DirectExclusions direct = direct_exclusions(model, state);
  Consequences follows{std::move(direct.marks), std::move(direct.parts), {}, {}, true};
  const PartId hidden = model.has_hidden() ? settle_hidden(model, follows.marks) : kNoPart;
  for (GroupId g = 0; g < model.group_count(); ++g) add_violated(model, g, follows.marks, follows.broken);
  if (hidden != kNoPart) {
    std::vector<PartId> failing = failing_alone(model, placed_only(model, state));
    if (failing.empty()) failing = {hidden};
    // `broken` ascends, as groups are visited in order. A conflict of hidden literals may be found by propagation
    // alone; it goes to its place.
    for (const PartId part : failing) {
      const auto place = std::lower_bound(follows.broken.begin(), follows.broken.end(), part);
      if (place == follows.broken.end() || *place != part) follows.broken.insert(place, part);
    }
  }
  for (Literal l = 0; l < model.literal_count(); ++l) {
    if (follows.marks[at(l)] == Mark::open && !model.is_hidden(l)) follows.actions.push_back(l);
  }
  follows.complete = is_complete(model, state);
  return follows;
}

std::vector<Mark> direct_marks(const Model& model, const State& state) { return consequences_of(model, state).marks; }

std::vector<Literal> legal_actions(const Model& model, const State& state) {
  return consequences_of(model, state).actions;
}

std::vector<PartId> violated(const Model& model, const State& state) { return consequences_of(model, state).broken; }

bool is_complete(const Model& model, const State& state) {
  for (VariableId v = 0; v < model.variable_count(); ++v) {
    if (!model.variable(v).hidden && !placed_value(model, state, v)) return false;
  }
  return true;
}

}  // namespace fastslow
