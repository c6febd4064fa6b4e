#include "core/propagation.h"

#include <algorithm>

namespace fastslow {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

}  // namespace

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
  for (const Literal l : model.givens()) {
    if (marks_[at(l)] == Mark::open) settle({l, true}, kNoPart);
  }
}

void Propagator::restrict_to(const std::vector<PartId>& parts) {
  for (PartId p = 0; p < model_.part_count(); ++p) {
    enabled_[at(p)] = model_.group(group_of_part(p)).is_domain() ? 1 : 0;
  }
  for (const PartId p : parts) enabled_[at(p)] = 1;
}

bool Propagator::assume(Step step) {
  const Mark wanted = step.place ? Mark::placed : Mark::ruled_out;
  if (mark(step.literal) == wanted) return true;
  if (mark(step.literal) != Mark::open) return false;
  settle(step, kNoPart);
  return true;
}

void Propagator::settle(Step step, PartId reason) {
  marks_[at(step.literal)] = step.place ? Mark::placed : Mark::ruled_out;
  reasons_[at(step.literal)] = reason;
  positions_[at(step.literal)] = depth();
  trail_.push_back(step.literal);
  for (const GroupId g : model_.groups_of(step.literal)) {
    --open_[at(g)];
    if (step.place) ++placed_[at(g)];
  }
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
    if (mark(l) == Mark::open) settle({l, fill}, fill ? lower_part(g) : upper_part(g));
  }
  return true;
}

void Propagator::backtrack(int depth) {
  while (trail_.size() > at(depth)) {
    const Literal l = trail_.back();
    trail_.pop_back();
    for (const GroupId g : model_.groups_of(l)) {
      ++open_[at(g)];
      if (mark(l) == Mark::placed) --placed_[at(g)];
    }
    marks_[at(l)] = Mark::open;
  }
  head_ = std::min(head_, trail_.size());
  if (depth < rooted_) rooted_ = -1;
  conflict_ = kNoPart;
}

std::vector<Literal> Propagator::premises(PartId part, Literal target) const {
  // A lower bound acts on what is ruled out, an upper bound on what is placed.
  const Mark cause = is_lower(part) ? Mark::ruled_out : Mark::placed;
  const int before = target < 0 ? depth() : positions_[at(target)];
  std::vector<Literal> literals;
  for (const Literal l : model_.group(group_of_part(part)).literals) {
    if (l != target && mark(l) == cause && positions_[at(l)] < before) literals.push_back(l);
  }
  return literals;
}

}  // namespace fastslow
