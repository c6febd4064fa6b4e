// Bounds propagation over groups (unit propagation, where weights are 1), with a trail and reasons: the workhorse of
// search, of the generators and of the hunt for short proofs. Not a prover of its own: see solver/reasoning.h.
#pragma once

#include <cstdint>
#include <vector>

#include "core/index.h"
#include "core/model.h"
#include "core/state.h"

namespace fastslow {

class Propagator {
 public:
  // `model` must outlive the propagator. Starts with the givens assumed but not yet propagated;
  // call `propagate`.
  explicit Propagator(const Model& model);

  // Only these parts (and the domain groups) propagate from now on. What is settled stays settled, so parts may be
  // taken away only where none has settled anything: after a backtrack to the depth of the constructor, which leaves
  // the givens alone (`Replay`). Adding parts is always sound, but says nothing of what was propagated before: a new
  // part acts when a literal of its group is next settled, or after `look_again`. The hunt relies on that to keep its
  // base to the direct consequences.
  void restrict_to(const std::vector<PartId>& parts);

  // Only hidden literals are settled from now on (conflicts are found as ever), or all again.
  void settle_only_hidden(bool only) { only_hidden_ = only; }

  // Settles a literal; false if it is settled the other way already. With a reason: as if `reason` had settled it.
  bool assume(Step step, PartId reason = kNoPart);
  // Every group gets a look at the next `propagate`, not only those of literals settled since the last.
  void look_again() { rooted_ = -1; }
  // Runs to the fixed point; false on a conflict (see `conflict`).
  bool propagate();

  // Trail positions, to come back to (requires one that was `depth` since). The groups get a full look again if going
  // back undoes some of the first one.
  [[nodiscard]] int depth() const { return static_cast<int>(trail_.size()); }
  void backtrack(int depth);

  // Whether a part propagates (`restrict_to`).
  [[nodiscard]] bool enabled(PartId part) const { return enabled_[at(part)] != 0; }

  [[nodiscard]] Mark mark(Literal literal) const { return marks_[at(literal)]; }
  [[nodiscard]] const std::vector<Mark>& marks() const { return marks_; }
  [[nodiscard]] const std::vector<Literal>& trail() const { return trail_; }
  // Why a settled literal is settled: a part, or kNoPart if it was assumed or given.
  [[nodiscard]] PartId reason(Literal literal) const { return reasons_[at(literal)]; }
  // After `propagate` returned false: the part that cannot be met.
  [[nodiscard]] PartId conflict() const { return conflict_; }
  // The settled literals that made `part` act (settle `target`, or conflict with target = -1).
  [[nodiscard]] std::vector<Literal> premises(PartId part, Literal target) const;

  [[nodiscard]] int open_count(GroupId group) const { return open_[at(group)]; }
  [[nodiscard]] int placed_count(GroupId group) const { return placed_[at(group)]; }

 private:
  // What one variable can still bring to a weighted group. Worked out again only after a value was ruled out, or came
  // back: weighted groups are visited far more often than that.
  struct Share {
    std::size_t begin = 0;  // its literals in the group
    std::size_t end = 0;
    Span span;
    bool stale = true;
  };

  void lay_out_shares();
  void forget_shares(Literal literal);
  void settle(Step step, PartId reason);
  bool visit(GroupId group);
  bool visit_weighted(GroupId group);
  [[nodiscard]] bool may_settle(Literal literal) const { return !only_hidden_ || model_.is_hidden(literal); }
  [[nodiscard]] std::vector<Literal> weighted_premises(PartId part, Literal target, int before) const;

  const Model& model_;
  std::vector<Mark> marks_;
  std::vector<PartId> reasons_;
  std::vector<int> positions_;  // trail position of each settled literal
  std::vector<int> open_, placed_;
  std::vector<std::uint8_t> enabled_;
  std::vector<Share> shares_;             // group by group
  std::vector<std::size_t> first_share_;  // by group, and one past the last
  std::vector<int> share_of_;             // by literal and group of it; -1: the group is not weighted
  std::vector<std::size_t> first_group_;  // by literal: where its groups begin in `share_of_`
  std::vector<Literal> trail_;
  std::size_t head_ = 0;
  bool only_hidden_ = false;
  int rooted_ = -1;  // trail length after the first full look at all groups; -1: still to do
  PartId conflict_ = kNoPart;
};

}  // namespace fastslow
