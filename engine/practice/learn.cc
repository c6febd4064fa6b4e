// The way back: what each of the numbers did to the losses. Written step for step against network.cc, last line first.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/index.h"
#include "core/numeric.h"
#include "practice/kernels.h"
#include "practice/network.h"
#include "practice/parts.h"

namespace fastslow::practice {
namespace {

// The weights turned, [out, in]: what the way back multiplies by.
struct Turned {
  std::array<float, kState*(kVotes + kHidden)> seen{};
  std::array<float, 4 * kVotes * kHidden> mix{};
  std::array<float, 3 * kVotes * kVotes> group{};
  std::array<float, 2 * kVotes * kVotes> load{};
  std::array<float, kVotes * kVotes> slope{};
  std::array<float, kHidden * kState> change{};

  explicit Turned(const Numbers& w) {
    turn(part_of(w, kSeen), kState, kVotes + kHidden, seen.data());
    turn(part_of(w, kMix), 4 * kVotes, kHidden, mix.data());
    turn(part_of(w, kGroup), 3 * kVotes, kVotes, group.data());
    turn(part_of(w, kLoad), 2 * kVotes, kVotes, load.data());
    turn(part_of(w, kSlope), kVotes, kVotes, slope.data());
    turn(part_of(w, kChange), kHidden, kState, change.data());
  }
};

// What an iteration's results did to the losses, for the iteration before it.
struct Blame {
  std::vector<float> state;    // [N, H]
  std::vector<float> message;  // [G, C]
  std::vector<float> load;     // [W, C]
};

// x was cut off at 0: what did not come through has no part in it.
void cut(std::vector<float>& blame, const std::vector<float>& x) {
  for (std::size_t i = 0; i < blame.size(); ++i) blame[i] = x[i] > 0 ? blame[i] : 0.0F;
}

class Back {
 public:
  Back(const Numbers& weights, const Graph& graph, Numbers& gradient)
      : weights_(weights), turned_(weights), graph_(graph), gradient_(gradient) {
    blame_.state.assign(at(graph.literals) * kState, 0.0F);
    blame_.message.assign(at(graph.groups) * kVotes, 0.0F);
    blame_.load.assign(at(graph.sums) * kVotes, 0.0F);
  }

  // `logits`: what this iteration's read-out did; empty: nobody looked at it.
  void iteration(const Iteration& step, const std::vector<float>& logits) {
    if (!logits.empty()) read(step, logits);
    const std::vector<float> hidden = change(step);
    std::vector<float> seen(at(graph_.literals) * kState, 0.0F);
    std::vector<float> heard(at(graph_.literals) * 4 * kVotes, 0.0F);
    add_times<kHidden, 4 * kVotes>(hidden.data(), kHidden, turned_.mix.data(), heard.data(), 4 * kVotes,
                                   graph_.literals);
    add_outer<4 * kVotes, kHidden>(step.heard.data(), 4 * kVotes, hidden.data(), kHidden, to(kMix), graph_.literals);
    std::vector<float> vote = hear(step, heard);
    sums(step, heard, vote);
    groups(step, vote);
    votes(step, vote, hidden, seen);
    normal(step, seen);
  }

  // The state that all literals begin with.
  void first() { add_rows<kState>(blame_.state.data(), kState, to(kFirst), graph_.literals); }

 private:
  float* to(Part part) { return part_of(gradient_, part); }

  void read(const Iteration& step, const std::vector<float>& logits) {
    const float* read = part_of(weights_, kRead);
    for (int n = 0; n < graph_.literals; ++n) {
      const float blame = logits[at(n)];
      if (blame == 0) continue;
      add<kState>(to(kRead), step.state.data() + n * kState, blame);
      *to(kReadBias) += blame;
      add<kState>(blame_.state.data() + n * kState, read, blame);
    }
  }

  // state = state before + change; returns the hidden layer's blame.
  std::vector<float> change(const Iteration& step) {
    add_outer<kHidden, kState>(step.hidden.data(), kHidden, blame_.state.data(), kState, to(kChange), graph_.literals);
    add_rows<kState>(blame_.state.data(), kState, to(kChangeBias), graph_.literals);
    std::vector<float> hidden(at(graph_.literals) * kHidden, 0.0F);
    add_times<kState, kHidden>(blame_.state.data(), kState, turned_.change.data(), hidden.data(), kHidden,
                               graph_.literals);
    cut(hidden, step.hidden);
    return hidden;
  }

  // Shares and messages heard: returns the votes' blame; the groups' reciprocals and messages are blamed as well.
  std::vector<float> hear(const Iteration& step, const std::vector<float>& heard) {
    std::vector<float> vote(at(graph_.literals) * kVotes, 0.0F);
    one_vote_.assign(at(graph_.groups) * kVotes, 0.0F);
    for (int n = 0; n < graph_.literals; ++n) {
      const float* share = heard.data() + n * 4 * kVotes;
      const float* cast = step.vote.data() + n * kVotes;
      const std::int32_t domain = graph_.domain(n);
      std::array<float, kVotes> worth{};
      for (int c = 0; c < kVotes; ++c) {
        const float own = step.one_vote[at(domain * kVotes + c)];
        vote[at(n * kVotes + c)] = share[c] * step.worth[at(n * kVotes + c)] + share[kVotes + c] * own;
        worth[at(c)] = share[c] * cast[c];
        one_vote_[at(domain * kVotes + c)] += share[kVotes + c] * cast[c];
      }
      for (const std::int32_t g : list(graph_.of_literal, n)) {
        add<kVotes>(one_vote_.data() + g * kVotes, worth.data());
        add<kVotes>(blame_.message.data() + g * kVotes, share + 2 * kVotes);
      }
    }
    return vote;
  }

  void sums(const Iteration& step, const std::vector<float>& heard, std::vector<float>& vote) {
    if (graph_.sums == 0) return;
    std::vector<float> slope(at(graph_.sums) * kVotes, 0.0F);
    for (std::size_t e = 0; e < graph_.weights.size(); ++e) {
      const std::int32_t s = graph_.row_of[e];
      const float* hinge = heard.data() + graph_.of_sum.items[e] * 4 * kVotes + 3 * kVotes;
      for (int c = 0; c < kVotes; ++c) {
        const auto i = at(s * kVotes + c);
        if (step.load[i] + graph_.weights[e] * step.slope[i] <= 0) continue;
        blame_.load[i] += hinge[c];
        slope[i] += graph_.weights[e] * hinge[c];
      }
    }
    add_times<kVotes, kVotes>(slope.data(), kVotes, turned_.slope.data(), blame_.load.data(), kVotes, graph_.sums);
    add_outer<kVotes, kVotes>(step.load.data(), kVotes, slope.data(), kVotes, to(kSlope), graph_.sums);
    add_rows<kVotes>(slope.data(), kVotes, to(kSlopeBias), graph_.sums);
    cut(blame_.load, step.load);
    add_outer<2 * kVotes, kVotes>(step.brought.data(), 2 * kVotes, blame_.load.data(), kVotes, to(kLoad), graph_.sums);
    add_outer<kFeatures, kVotes>(graph_.sum_features.data(), kFeatures, blame_.load.data(), kVotes, to(kLoadFeatures),
                                 graph_.sums);
    add_rows<kVotes>(blame_.load.data(), kVotes, to(kLoadBias), graph_.sums);
    std::vector<float> brought(at(graph_.sums) * 2 * kVotes, 0.0F);
    add_times<kVotes, 2 * kVotes>(blame_.load.data(), kVotes, turned_.load.data(), brought.data(), 2 * kVotes,
                                  graph_.sums);
    for (std::size_t e = 0; e < graph_.weights.size(); ++e) {
      add<kVotes>(vote.data() + graph_.of_sum.items[e] * kVotes, brought.data() + graph_.row_of[e] * 2 * kVotes,
                  graph_.weights[e]);
    }
    for (int s = 0; s < graph_.sums; ++s) {
      std::copy_n(brought.data() + s * 2 * kVotes + kVotes, kVotes, blame_.load.data() + s * kVotes);
    }
  }

  void groups(const Iteration& step, std::vector<float>& vote) {
    cut(blame_.message, step.message);
    add_outer<3 * kVotes, kVotes>(step.known.data(), 3 * kVotes, blame_.message.data(), kVotes, to(kGroup),
                                  graph_.groups);
    add_outer<kFeatures, kVotes>(graph_.group_features.data(), kFeatures, blame_.message.data(), kVotes,
                                 to(kGroupFeatures), graph_.groups);
    add_rows<kVotes>(blame_.message.data(), kVotes, to(kGroupBias), graph_.groups);
    std::vector<float> known(at(graph_.groups) * 3 * kVotes, 0.0F);
    add_times<kVotes, 3 * kVotes>(blame_.message.data(), kVotes, turned_.group.data(), known.data(), 3 * kVotes,
                                  graph_.groups);
    for (int g = 0; g < graph_.groups; ++g) {
      const float* row = known.data() + g * 3 * kVotes;
      std::array<float, kVotes> votes{};
      for (int c = 0; c < kVotes; ++c) {
        const float one = step.one_vote[at(g * kVotes + c)];
        votes[at(c)] = row[c] + row[kVotes + c] * one - one_vote_[at(g * kVotes + c)] * one * one;
      }
      for (const std::int32_t n : list(graph_.of_group, g)) add<kVotes>(vote.data() + n * kVotes, votes.data());
      std::copy_n(row + 2 * kVotes, kVotes, blame_.message.data() + g * kVotes);
    }
  }

  // The layer that reads the state: votes before the sigmoid, and the update's part.
  void votes(const Iteration& step, const std::vector<float>& vote, const std::vector<float>& hidden,
             std::vector<float>& seen) {
    constexpr int both_widths = kVotes + kHidden;
    std::vector<float> both(at(graph_.literals) * both_widths);
    for (int n = 0; n < graph_.literals; ++n) {
      for (int c = 0; c < kVotes; ++c) {
        const float cast = step.vote[at(n * kVotes + c)];
        both[at(n * both_widths + c)] = vote[at(n * kVotes + c)] * cast * (1.0F - cast);
      }
      std::copy_n(hidden.data() + n * kHidden, kHidden, both.data() + n * both_widths + kVotes);
    }
    add_outer<kState, both_widths>(step.seen.data(), kState, both.data(), both_widths, to(kSeen), graph_.literals);
    add_rows<both_widths>(both.data(), both_widths, to(kSeenBias), graph_.literals);
    add_times<both_widths, kState>(both.data(), both_widths, turned_.seen.data(), seen.data(), kState, graph_.literals);
  }

  void normal(const Iteration& step, const std::vector<float>& seen) {
    const float* scale = part_of(weights_, kNormScale);
    float* to_scale = to(kNormScale);
    add_rows<kState>(seen.data(), kState, to(kNormShift), graph_.literals);
    for (int n = 0; n < graph_.literals; ++n) {
      const float* blame = seen.data() + n * kState;
      const float* normal = step.normal.data() + n * kState;
      float mean = 0;
      float along = 0;
      for (int i = 0; i < kState; ++i) {
        to_scale[i] += blame[i] * normal[i];
        mean += blame[i] * scale[i];
        along += blame[i] * scale[i] * normal[i];
      }
      mean /= kState;
      along /= kState;
      for (int i = 0; i < kState; ++i) {
        blame_.state[at(n * kState + i)] += (blame[i] * scale[i] - mean - normal[i] * along) * step.inverse[at(n)];
      }
    }
  }

  const Numbers& weights_;
  Turned turned_;
  const Graph& graph_;
  Numbers& gradient_;
  Blame blame_;
  std::vector<float> one_vote_;  // [G, C]
};

// How much each variable's loss counts: 1 / sqrt(number of taught ones in its position), so that large boards do not
// drown small ones; all together 1. By domain group; 0: nothing is taught.
std::vector<float> shares_of(const Graph& graph, std::span<const std::uint8_t> lesson) {
  std::vector<float> shares(at(graph.groups), 0.0F);
  std::vector<float> taught(at(graph.positions), 0.0F);
  const auto position_of = [&](int g) { return at(graph.position[at(list(graph.of_group, g).front())]); };
  for (int n = 0; n < graph.literals; ++n) {
    // Of a variable whose right value is gone nothing is taught.
    if ((lesson[at(n)] & kTaught) != 0 && (lesson[at(n)] & kMayHold) != 0) shares[at(graph.domain(n))] = 1.0F;
  }
  for (int g = 0; g < graph.groups; ++g) {
    if (shares[at(g)] > 0) taught[position_of(g)] += 1.0F;
  }
  float total = 0;
  for (int g = 0; g < graph.groups; ++g) {
    if (shares[at(g)] > 0) total += shares[at(g)] = 1.0F / std::sqrt(taught[position_of(g)]);
  }
  for (float& share : shares) share = total > 0 ? share / total : 0.0F;
  return shares;
}

// Adds the loss of one iteration's logits, times `weight`; fills `blame` [N].
float value_loss(const Graph& graph, std::span<const std::uint8_t> lesson, const std::vector<float>& shares,
                 const std::vector<float>& logits, float weight, std::vector<float>& blame) {
  blame.assign(logits.size(), 0.0F);
  float loss = 0;
  for (int g = 0; g < graph.groups; ++g) {
    if (shares[at(g)] <= 0) continue;
    const auto values = list(graph.of_group, g);
    float top = logits[at(values.front())];
    for (const std::int32_t n : values) top = std::max(top, logits[at(n)]);
    float sum = 0;
    float may = 0;
    for (const std::int32_t n : values) {
      const float one = quick_exp(logits[at(n)] - top);
      blame[at(n)] = one;
      sum += one;
      if ((lesson[at(n)] & kMayHold) != 0) may += one;
    }
    const float factor = weight * shares[at(g)];
    loss -= factor * (quick_log(may) - quick_log(sum));
    for (const std::int32_t n : values) {
      const float holds = (lesson[at(n)] & kMayHold) != 0 ? blame[at(n)] / may : 0.0F;
      blame[at(n)] = factor * (blame[at(n)] / sum - holds);
    }
  }
  return loss;
}

// Whether each position's picture is right: every visible variable's best value is the answer's.
std::vector<bool> right_pictures(const Graph& graph, std::span<const std::uint8_t> lesson,
                                 const std::vector<float>& logits) {
  std::vector<bool> right(at(graph.positions), true);
  std::vector<float> peaks(at(graph.groups), -1e30F);
  for (int n = 0; n < graph.literals; ++n) {
    float& peak = peaks[at(graph.domain(n))];
    peak = std::max(peak, logits[at(n)]);
  }
  for (int n = 0; n < graph.literals; ++n) {
    if ((lesson[at(n)] & kUnseen) != 0) continue;
    const bool best = logits[at(n)] >= peaks[at(graph.domain(n))];
    if (best != ((lesson[at(n)] & kAnswer) != 0)) right[at(graph.position[at(n)])] = false;
  }
  return right;
}

// The self-assessment learns whether it was right to be sure; it teaches itself only, not what it judges.
float judge(const Numbers& weights, const Graph& graph, std::span<const std::uint8_t> lesson, const Iteration& last,
            Numbers& gradient) {
  const Doubts doubts = doubts_of(weights, graph, last);
  const std::vector<bool> right = right_pictures(graph, lesson, last.logits);
  const float* judge = part_of(weights, kJudge);
  std::vector<float> blame(at(graph.literals) * kDoubts, 0.0F);
  std::vector<float> odds(at(graph.positions));
  float loss = 0;
  for (int p = 0; p < graph.positions; ++p) {
    const float x = doubts.odds[at(p)];
    loss += std::max(x, 0.0F) - (right[at(p)] ? x : 0.0F) + quick_log(1.0F + quick_exp(-std::abs(x)));
    odds[at(p)] = (1.0F / (1.0F + quick_exp(-x)) - (right[at(p)] ? 1.0F : 0.0F)) / static_cast<float>(graph.positions);
    add<2 * kDoubts>(part_of(gradient, kJudge), doubts.pooled.data() + p * 2 * kDoubts, odds[at(p)]);
    *part_of(gradient, kJudgeBias) += odds[at(p)];
  }
  // The largest of equals shares its blame evenly among them, as in PyTorch.
  std::vector<float> equals(at(graph.positions) * kDoubts, 0.0F);
  const auto is_most = [&](int n, int d) {
    return doubts.doubts[at(n * kDoubts + d)] == doubts.pooled[at(graph.position[at(n)] * 2 * kDoubts + kDoubts + d)];
  };
  for (int n = 0; n < graph.literals; ++n) {
    for (int d = 0; d < kDoubts; ++d) {
      if (is_most(n, d)) equals[at(graph.position[at(n)] * kDoubts + d)] += 1.0F;
    }
  }
  for (int n = 0; n < graph.literals; ++n) {
    const auto p = at(graph.position[at(n)]);
    for (int d = 0; d < kDoubts; ++d) {
      float& x = blame[at(n * kDoubts + d)];
      x = odds[p] * judge[d] / doubts.count[p];
      if (is_most(n, d)) x += odds[p] * judge[kDoubts + d] / equals[p * kDoubts + at(d)];
    }
  }
  cut(blame, doubts.doubts);
  for (int n = 0; n < graph.literals; ++n) {
    for (int i = 0; i < kDoubtsIn; ++i) {
      add<kDoubts>(part_of(gradient, kDoubt) + i * kDoubts, blame.data() + n * kDoubts,
                   doubts.read[at(n * kDoubtsIn + i)]);
    }
  }
  add_rows<kDoubts>(blame.data(), kDoubts, part_of(gradient, kDoubtBias), graph.literals);
  return loss / static_cast<float>(graph.positions);
}

}  // namespace

Network::Losses Network::learn(const Numbers& weights, const Graph& graph, std::span<const std::uint8_t> lesson,
                               Numbers& gradient) {
  const std::vector<float> shares = shares_of(graph, lesson);
  const int free = iterations_ / 4;  // the first iterations are left free
  float all_weights = 0;
  for (int i = free; i < iterations_; ++i) all_weights += static_cast<float>(i + 1);
  Losses losses;
  Back back(weights, graph, gradient);
  std::vector<float> blame;
  for (int i = iterations_ - 1; i >= 0; --i) {
    blame.clear();
    if (i >= free) {
      losses.values +=
          value_loss(graph, lesson, shares, step(i).logits, static_cast<float>(i + 1) / all_weights, blame);
    }
    back.iteration(step(i), blame);
  }
  back.first();
  losses.judgement = judge(weights, graph, lesson, step(-1), gradient);
  return losses;
}

}  // namespace fastslow::practice
