// Propagation to a fixed point. Each group acts on its own, on nothing but its own literals:
//
//   - An unweighted group keeps two counters, of placed and of open literals. When the placed reach the upper bound,
//     the open ones are ruled out; when placed and open together just reach the lower bound, all open ones are placed.
//     For a clause this is unit propagation.
//   - A weighted group knows what each variable can still bring, least and most. A value is ruled out that breaks a
//     bound even with every other variable at its best. This looks at the ends of ranges only, so it does not see that
//     2 and 4 never make 5: cheap, sound, and weaker than the rule itself.
//
// The trail is the list of settled literals in the order they were settled, each with the part that settled it: the
// implication graph of SAT solvers (GRASP; Marques-Silva and Sakallah, 1996), without learned clauses and without leaps
// back. What a part does depends only on literals earlier on the trail. That is why `premises` need not be stored: they
// are read off the positions when somebody asks for a reason, which few literals ever need, and why reading a trail
// backwards gives a proof (solver/derivation.cc).
//
// Groups are visited in the trail's order and the model's order, never by address or hash: the same calls settle the
// same literals for the same reasons on every platform.
#include "core/propagation.h"

#include <algorithm>
#include <cassert>
#include <span>

#include "core/index.h"

namespace fastslow {

Propagator::Propagator(const Model& model)
    : model_(model),
      marks_(at(model.literal_count()), Mark::open),
      reasons_(at(model.literal_count()), kNoPart),
      positions_(at(model.literal_count()), 0),
      open_(at(model.group_count()), 0),
      placed_(at(model.group_count()), 0),
      enabled_(at(model.part_count()), 1) {
  for (GroupId g = 0; g < model.group_count(); ++g) {
    open_[at(g)] = static_cast<int>(model.group(g).literals.size());
  }
  trail_.reserve(marks_.size());
  lay_out_shares();
  for (const Literal l : model.givens()) {
    if (marks_[at(l)] == Mark::open) settle({l, true}, kNoPart);
  }
}

void Propagator::lay_out_shares() {
  const auto groups = model_.groups();
  if (std::none_of(groups.begin(), groups.end(), [](const Group& group) { return group.is_weighted(); })) return;
  first_group_.reserve(marks_.size());
  std::size_t links = 0;
  for (Literal l = 0; l < model_.literal_count(); ++l) {
    first_group_.push_back(links);
    links += model_.groups_of(l).size();
  }
  share_of_.assign(links, -1);
  std::vector<std::size_t> next = first_group_;  // groups_of lists groups in order
  first_share_.reserve(at(model_.group_count()) + 1);
  for (GroupId g = 0; g < model_.group_count(); ++g) {
    first_share_.push_back(shares_.size());
    const Group& group = model_.group(g);
    if (group.is_weighted()) {
      for_each_variable(model_, group, [this](std::size_t begin, std::size_t end) {
        shares_.push_back({begin, end, {}, true});
      });
    }
    for (std::size_t i = 0, share = first_share_.back(); i < group.literals.size(); ++i) {
      std::size_t& link = next[at(group.literals[i])];
      if (group.is_weighted()) {
        if (i == shares_[share].end) ++share;
        share_of_[link] = static_cast<int>(share);
      }
      ++link;
    }
  }
  first_share_.push_back(shares_.size());
}

void Propagator::forget_shares(Literal literal) {
  if (shares_.empty()) return;
  const std::size_t first = first_group_[at(literal)];
  for (std::size_t i = 0; i < model_.groups_of(literal).size(); ++i) {
    if (share_of_[first + i] >= 0) shares_[at(share_of_[first + i])].stale = true;
  }
}

void Propagator::restrict_to(const std::vector<PartId>& parts) {
  for (PartId p = 0; p < model_.part_count(); ++p) {
    enabled_[at(p)] = model_.group(group_of_part(p)).is_domain() ? 1 : 0;
  }
  for (const PartId p : parts) enabled_[at(p)] = 1;
}

bool Propagator::assume(Step step, PartId reason) {
  assert(model_.has_literal(step.literal));
  const Mark wanted = step.place ? Mark::placed : Mark::ruled_out;
  if (mark(step.literal) == wanted) return true;
  if (mark(step.literal) != Mark::open) return false;
  settle(step, reason);
  return true;
}

// Keeps the counters right and acts on no group: `propagate` comes to the literal in the trail's order.
void Propagator::settle(Step step, PartId reason) {
  marks_[at(step.literal)] = step.place ? Mark::placed : Mark::ruled_out;
  reasons_[at(step.literal)] = reason;
  positions_[at(step.literal)] = depth();
  trail_.push_back(step.literal);
  for (const GroupId g : model_.groups_of(step.literal)) {
    --open_[at(g)];
    if (step.place) ++placed_[at(g)];
  }
  if (!step.place) forget_shares(step.literal);
}

bool Propagator::propagate() {
  conflict_ = kNoPart;
  // A group that no settled literal touches (a domain of one value, say) acts as well: give every
  // group one look, again after a backtrack that may have undone what that look settled.
  if (rooted_ < 0) {
    for (GroupId g = 0; g < model_.group_count(); ++g) {
      if (!visit(g)) return false;
    }
  }
  while (head_ < trail_.size()) {
    const Literal l = trail_[head_++];
    for (const GroupId g : model_.groups_of(l)) {
      if (!visit(g)) return false;
    }
  }
  if (rooted_ < 0) rooted_ = depth();
  return true;
}

// Applies both bounds of one group, as far as they are enabled.
bool Propagator::visit(GroupId g) {
  const Group& group = model_.group(g);
  if (group.is_weighted()) return visit_weighted(g);
  const int placed = placed_[at(g)];
  const int open = open_[at(g)];
  const bool upper = enabled(upper_part(g));
  const bool lower = enabled(lower_part(g));
  if (upper && placed > group.at_most) {
    conflict_ = upper_part(g);
    return false;
  }
  if (lower && placed + open < group.at_least) {
    conflict_ = lower_part(g);
    return false;
  }
  if (open == 0) return true;
  const bool close = upper && placed == group.at_most;
  const bool fill = !close && lower && placed + open == group.at_least;
  if (!close && !fill) return true;
  for (const Literal l : group.literals) {
    if (mark(l) == Mark::open && may_settle(l)) settle({l, fill}, fill ? lower_part(g) : upper_part(g));
  }
  return true;
}

// A weighted group only ever rules out; placements follow from the domains.
bool Propagator::visit_weighted(GroupId g) {
  const Group& group = model_.group(g);
  const PartId lower = enabled(lower_part(g)) ? lower_part(g) : kNoPart;
  const PartId upper = enabled(upper_part(g)) ? upper_part(g) : kNoPart;
  if (lower == kNoPart && upper == kNoPart) return true;
  const auto possible = [this](Literal l) { return mark(l) != Mark::ruled_out; };
  Span total;
  int widest = 0;
  const std::span<Share> shares(shares_.data() + first_share_[at(g)], shares_.data() + first_share_[at(g) + 1]);
  for (Share& share : shares) {
    // A variable without any value contributes nothing: its domain is the conflict, and found there.
    if (share.stale) share.span = span_of(group, share.begin, share.end, possible).value_or(Span{});
    share.stale = false;
    total += share.span;
    widest = std::max(widest, share.span.highest - share.span.lowest);
  }
  if (upper != kNoPart && total.lowest > group.at_most) conflict_ = upper;
  if (lower != kNoPart && total.highest < group.at_least) conflict_ = lower;
  if (conflict_ != kNoPart) return false;
  // No value breaks a bound unless one of the variable with the widest span does. Most visits end here, after one pass.
  const bool upper_acts = upper != kNoPart && total.lowest + widest > group.at_most;
  const bool lower_acts = lower != kNoPart && total.highest - widest < group.at_least;
  if (open_[at(g)] == 0 || (!upper_acts && !lower_acts)) return true;
  for (const Share& share : shares) {
    // `total` does not follow what is ruled out here. That is sound, and what it misses is found later: every literal
    // settled here brings the group another visit.
    const Span rest{total.lowest - share.span.lowest, total.highest - share.span.highest};
    for (std::size_t i = share.begin; i < share.end; ++i) {
      const Literal l = group.literals[i];
      if (mark(l) != Mark::open || !may_settle(l)) continue;
      if (upper_acts && rest.lowest + group.weights[i] > group.at_most) {
        settle({l, false}, upper);
      } else if (lower_acts && rest.highest + group.weights[i] < group.at_least) {
        settle({l, false}, lower);
      }
    }
  }
  return true;
}

// Reasons and positions of reopened literals stay as they are; they mean nothing until the literal is settled again.
void Propagator::backtrack(int depth) {
  assert(at(depth) <= trail_.size());
  while (trail_.size() > at(depth)) {
    const Literal l = trail_.back();
    trail_.pop_back();
    for (const GroupId g : model_.groups_of(l)) {
      ++open_[at(g)];
      if (mark(l) == Mark::placed) --placed_[at(g)];
    }
    if (mark(l) == Mark::ruled_out) forget_shares(l);
    marks_[at(l)] = Mark::open;
  }
  head_ = std::min(head_, trail_.size());
  if (depth < rooted_) rooted_ = -1;
  conflict_ = kNoPart;
}

std::vector<Literal> Propagator::premises(PartId part, Literal target) const {
  const int until = target < 0 ? depth() : positions_[at(target)];
  if (model_.group(group_of_part(part)).is_weighted()) return weighted_premises(part, target, until);
  // A lower bound acts on what is ruled out, an upper bound on what is placed.
  const Mark cause = is_lower(part) ? Mark::ruled_out : Mark::placed;
  std::vector<Literal> literals;
  for (const Literal l : model_.group(group_of_part(part)).literals) {
    if (l != target && mark(l) == cause && positions_[at(l)] < until) literals.push_back(l);
  }
  return literals;
}

// An upper bound acts because the other variables bring too much even at the least. The premises are the values that
// would bring less and were ruled out before. For a lower bound it is the other way round. The target's own variable is
// left out: its values are held against the bound one by one.
std::vector<Literal> Propagator::weighted_premises(PartId part, Literal target, int before) const {
  const Group& group = model_.group(group_of_part(part));
  const VariableId exempt = target < 0 ? -1 : model_.variable_of(target);
  const auto possible = [&](Literal l) { return mark(l) != Mark::ruled_out || positions_[at(l)] >= before; };
  std::vector<Literal> literals;
  for_each_variable(model_, group, [&](std::size_t begin, std::size_t end) {
    if (model_.variable_of(group.literals[begin]) == exempt) return;
    const Span span = span_of(group, begin, end, possible).value_or(Span{});
    for (std::size_t i = begin; i < end; ++i) {
      // A weight outside the span is that of a value ruled out before; a possible one would be within.
      const bool helps = is_lower(part) ? group.weights[i] > span.highest : group.weights[i] < span.lowest;
      if (helps) literals.push_back(group.literals[i]);
    }
  });
  return literals;
}

}  // namespace fastslow
