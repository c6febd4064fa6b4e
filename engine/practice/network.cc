// The way forward. Layers that read the same rows are one product, and what features bring to the groups' layers is
// worked out once, as in the shipped graph (models/export/onnx_graph.py).
#include "practice/network.h"

#include <algorithm>
#include <cmath>

#include "core/index.h"
#include "core/numeric.h"
#include "practice/kernels.h"
#include "practice/parts.h"

namespace fastslow::practice {
namespace {

// rows copies of a bias.
void fill(std::vector<float>& to, const float* bias, int width, int rows) {
  to.resize(at(rows) * at(width));
  for (int r = 0; r < rows; ++r) std::copy_n(bias, width, to.data() + r * width);
}

void normalise(const Numbers& weights, const float* state, int rows, Iteration& step) {
  const float* scale = part_of(weights, kNormScale);
  const float* shift = part_of(weights, kNormShift);
  step.normal.resize(at(rows) * kState);
  step.seen.resize(at(rows) * kState);
  step.inverse.resize(at(rows));
  for (int r = 0; r < rows; ++r) {
    const float* x = state + r * kState;
    float mean = 0;
    for (int i = 0; i < kState; ++i) mean += x[i];
    mean /= kState;
    float variance = 0;
    for (int i = 0; i < kState; ++i) variance += (x[i] - mean) * (x[i] - mean);
    const float inverse = 1.0F / std::sqrt(variance / kState + kLeastVariance);
    step.inverse[at(r)] = inverse;
    for (int i = 0; i < kState; ++i) {
      const float normal = (x[i] - mean) * inverse;
      step.normal[at(r * kState + i)] = normal;
      step.seen[at(r * kState + i)] = normal * scale[i] + shift[i];
    }
  }
}

// Votes, and in `hidden` what the update reads of the state.
void cast_votes(const Numbers& weights, int rows, Iteration& step) {
  std::vector<float> both;
  fill(both, part_of(weights, kSeenBias), kVotes + kHidden, rows);
  add_times<kState, kVotes + kHidden>(step.seen.data(), kState, part_of(weights, kSeen), both.data(), kVotes + kHidden,
                                      rows);
  step.vote.resize(at(rows) * kVotes);
  step.hidden.resize(at(rows) * kHidden);
  for (int r = 0; r < rows; ++r) {
    const float* row = both.data() + r * (kVotes + kHidden);
    float* vote = step.vote.data() + r * kVotes;
    for (int c = 0; c < kVotes; ++c) vote[c] = 1.0F / (1.0F + quick_exp(-row[c]));
    std::copy_n(row + kVotes, kHidden, step.hidden.data() + r * kHidden);
  }
}

// Groups add their votes up, and make a message of them.
void make_messages(const Numbers& weights, const Graph& graph, const Iteration* before, const std::vector<float>& base,
                   Iteration& step) {
  const int groups = graph.groups;
  step.known.assign(at(groups) * 3 * kVotes, 0.0F);
  step.one_vote.resize(at(groups) * kVotes);
  for (int g = 0; g < groups; ++g) {
    float* votes = step.known.data() + g * 3 * kVotes;
    for (const std::int32_t n : list(graph.of_group, g)) add<kVotes>(votes, step.vote.data() + n * kVotes);
    float* one = step.one_vote.data() + g * kVotes;
    for (int c = 0; c < kVotes; ++c) {
      votes[c] += kLeastVotes;
      votes[kVotes + c] = quick_log(votes[c]);
      one[c] = 1.0F / votes[c];
    }
    if (before) std::copy_n(before->message.data() + g * kVotes, kVotes, votes + 2 * kVotes);
  }
  step.message = base;
  add_times<3 * kVotes, kVotes>(step.known.data(), 3 * kVotes, part_of(weights, kGroup), step.message.data(), kVotes,
                                groups);
  for (float& x : step.message) x = std::max(x, 0.0F);
}

// The sums' loads, and the line from which each of a sum's literals reads its hinges.
void weigh(const Numbers& weights, const Graph& graph, const Iteration* before, const std::vector<float>& base,
           Iteration& step) {
  step.brought.assign(at(graph.sums) * 2 * kVotes, 0.0F);
  for (int s = 0; s < graph.sums; ++s) {
    float* brought = step.brought.data() + s * 2 * kVotes;
    for (std::int32_t e = graph.of_sum.starts[at(s)]; e < graph.of_sum.starts[at(s) + 1]; ++e) {
      add<kVotes>(brought, step.vote.data() + graph.of_sum.items[at(e)] * kVotes, graph.weights[at(e)]);
    }
    if (before) std::copy_n(before->load.data() + s * kVotes, kVotes, brought + kVotes);
  }
  step.load = base;
  add_times<2 * kVotes, kVotes>(step.brought.data(), 2 * kVotes, part_of(weights, kLoad), step.load.data(), kVotes,
                                graph.sums);
  for (float& x : step.load) x = std::max(x, 0.0F);
  fill(step.slope, part_of(weights, kSlopeBias), kVotes, graph.sums);
  add_times<kVotes, kVotes>(step.load.data(), kVotes, part_of(weights, kSlope), step.slope.data(), kVotes, graph.sums);
}

void hear(const Graph& graph, Iteration& step) {
  step.worth.assign(at(graph.literals) * kVotes, 0.0F);
  step.heard.assign(at(graph.literals) * 4 * kVotes, 0.0F);
  for (int n = 0; n < graph.literals; ++n) {
    float* worth = step.worth.data() + n * kVotes;
    float* heard = step.heard.data() + n * 4 * kVotes;
    for (const std::int32_t g : list(graph.of_literal, n)) {
      add<kVotes>(worth, step.one_vote.data() + g * kVotes);
      add<kVotes>(heard + 2 * kVotes, step.message.data() + g * kVotes);
    }
    const float* vote = step.vote.data() + n * kVotes;
    const float* own = step.one_vote.data() + graph.domain(n) * kVotes;
    for (int c = 0; c < kVotes; ++c) {
      heard[c] = vote[c] * worth[c];
      heard[kVotes + c] = vote[c] * own[c];
    }
    for (const std::int32_t e : list(graph.edges_of_literal, n)) {
      const std::int32_t s = graph.row_of[at(e)];
      for (int c = 0; c < kVotes; ++c) {
        heard[3 * kVotes + c] +=
            std::max(step.load[at(s * kVotes + c)] + graph.weights[at(e)] * step.slope[at(s * kVotes + c)], 0.0F);
      }
    }
  }
}

void change_state(const Numbers& weights, const float* state, int rows, Iteration& step) {
  add_times<4 * kVotes, kHidden>(step.heard.data(), 4 * kVotes, part_of(weights, kMix), step.hidden.data(), kHidden,
                                 rows);
  for (float& x : step.hidden) x = std::max(x, 0.0F);
  fill(step.state, part_of(weights, kChangeBias), kState, rows);
  add_times<kHidden, kState>(step.hidden.data(), kHidden, part_of(weights, kChange), step.state.data(), kState, rows);
  for (int r = 0; r < rows; ++r) add<kState>(step.state.data() + r * kState, state + r * kState);
}

void read(const Numbers& weights, int rows, Iteration& step) {
  const float* read = part_of(weights, kRead);
  step.logits.assign(at(rows), *part_of(weights, kReadBias));
  for (int r = 0; r < rows; ++r) {
    for (int i = 0; i < kState; ++i) step.logits[at(r)] += step.state[at(r * kState + i)] * read[i];
  }
}

}  // namespace

Doubts doubts_of(const Numbers& weights, const Graph& graph, const Iteration& last) {
  Doubts doubts;
  Iteration seen;
  normalise(weights, last.state.data(), graph.literals, seen);
  doubts.read.resize(at(graph.literals) * kDoubtsIn);
  for (int n = 0; n < graph.literals; ++n) {
    std::copy_n(seen.seen.data() + n * kState, kState, doubts.read.data() + n * kDoubtsIn);
    doubts.read[at(n * kDoubtsIn + kState)] = last.logits[at(n)];
  }
  fill(doubts.doubts, part_of(weights, kDoubtBias), kDoubts, graph.literals);
  add_times<kDoubtsIn, kDoubts>(doubts.read.data(), kDoubtsIn, part_of(weights, kDoubt), doubts.doubts.data(), kDoubts,
                                graph.literals);
  doubts.pooled.assign(at(graph.positions) * 2 * kDoubts, 0.0F);
  doubts.count.assign(at(graph.positions), 0.0F);
  for (int n = 0; n < graph.literals; ++n) {
    float* pooled = doubts.pooled.data() + graph.position[at(n)] * 2 * kDoubts;
    doubts.count[at(graph.position[at(n)])] += 1.0F;
    for (int d = 0; d < kDoubts; ++d) {
      float& doubt = doubts.doubts[at(n * kDoubts + d)];
      doubt = std::max(doubt, 0.0F);
      pooled[d] += doubt;
      pooled[kDoubts + d] = std::max(pooled[kDoubts + d], doubt);
    }
  }
  const float* judge = part_of(weights, kJudge);
  doubts.odds.assign(at(graph.positions), *part_of(weights, kJudgeBias));
  for (int p = 0; p < graph.positions; ++p) {
    float* pooled = doubts.pooled.data() + p * 2 * kDoubts;
    for (int d = 0; d < kDoubts; ++d) pooled[d] /= std::max(doubts.count[at(p)], 1.0F);
    for (int d = 0; d < 2 * kDoubts; ++d) doubts.odds[at(p)] += pooled[d] * judge[d];
  }
  return doubts;
}

void Network::iterate(const Numbers& weights, const Graph& graph, const Iteration* before, Iteration& step) const {
  std::vector<float> start;
  if (!before) fill(start, part_of(weights, kFirst), kState, graph.literals);
  const float* state = before ? before->state.data() : start.data();
  normalise(weights, state, graph.literals, step);
  cast_votes(weights, graph.literals, step);
  make_messages(weights, graph, before, group_base_, step);
  weigh(weights, graph, before, load_base_, step);
  hear(graph, step);
  change_state(weights, state, graph.literals, step);
  read(weights, graph.literals, step);
}

void Network::look(const Numbers& weights, const Graph& graph, int iterations, bool keep) {
  fill(group_base_, part_of(weights, kGroupBias), kVotes, graph.groups);
  add_times<kFeatures, kVotes>(graph.group_features.data(), kFeatures, part_of(weights, kGroupFeatures),
                               group_base_.data(), kVotes, graph.groups);
  fill(load_base_, part_of(weights, kLoadBias), kVotes, graph.sums);
  add_times<kFeatures, kVotes>(graph.sum_features.data(), kFeatures, part_of(weights, kLoadFeatures), load_base_.data(),
                               kVotes, graph.sums);
  iterations_ = iterations;
  steps_.resize(keep ? at(iterations) : 2);
  for (int i = 0; i < iterations; ++i) {
    iterate(weights, graph, i == 0 ? nullptr : &steps_[at(i - 1) % steps_.size()], steps_[at(i) % steps_.size()]);
  }
}

const Iteration& Network::step(int iteration) const {
  return steps_[at(iteration < 0 ? iterations_ - 1 : iteration) % steps_.size()];
}

std::span<const float> Network::logits(int iteration) const { return step(iteration).logits; }

std::vector<float> Network::judgement(const Numbers& weights, const Graph& graph) const {
  return doubts_of(weights, graph, step(-1)).odds;
}

}  // namespace fastslow::practice
