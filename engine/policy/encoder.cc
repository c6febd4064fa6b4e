// A puzzle as a graph with two kinds of node, literals and rules, and an edge where a rule is about a literal: a factor
// graph (Kschischang, Frey and Loeliger, 2001), which a network reads by passing messages along its edges, as NeuroSAT
// does with literals and clauses (Selsam et al., 2019). Nothing in it tells a Sudoku from a minefield, nor row 1 from
// row 2; so one network can serve every family and size.
//
// The edges are laid out twice, as each rule's literals and as each literal's rules, so that messages are gathered in
// either direction and never scattered. `incidence_of` goes over them twice: the first pass counts, which gives the
// padded widths, the second fills. `place` remembers where each edge lies on the literals' side, as weights belong to
// edges and must be written on both.
//
// Sizes follow from the position alone and rows keep the model's order, so the same position gives the same bytes
// everywhere; traces depend on it.
#include "policy/encoder.h"

#include <algorithm>
#include <span>

#include "core/index.h"

namespace fastslow::policy {
namespace {

// Which rows (of open literals) each rule is about, from both sides, as padded matrices.
struct Incidence {
  int width = 1;                      // of `of_rule`
  int degree = 1;                     // of `of_row`
  std::vector<std::int32_t> of_rule;  // [rules, width], padded with the number of rows
  std::vector<std::int32_t> of_row;   // [rows, degree], padded with the number of rules
  std::vector<std::size_t> place;     // where in `of_row` each rule's members are, one rule after the other
};

// `members`: calls its argument with each row of a rule.
template <class Rule, class Members>
Incidence incidence_of(const std::vector<const Rule*>& rules, int rows, Members members) {
  Incidence found;
  std::vector<int> degrees(at(rows), 0);
  for (const Rule* rule : rules) {
    int size = 0;
    members(*rule, [&](int row) {
      found.degree = std::max(found.degree, ++degrees[at(row)]);
      ++size;
    });
    found.width = std::max(found.width, size);
  }
  found.of_rule.assign(rules.size() * at(found.width), rows);
  found.of_row.assign(at(rows) * at(found.degree), static_cast<std::int32_t>(rules.size()));
  std::fill(degrees.begin(), degrees.end(), 0);
  for (std::size_t r = 0; r < rules.size(); ++r) {
    std::size_t next = r * at(found.width);
    members(*rules[r], [&](int row) {
      found.of_rule[next++] = row;
      const std::size_t place = at(row) * at(found.degree) + at(degrees[at(row)]++);
      found.of_row[place] = static_cast<std::int32_t>(r);
      found.place.push_back(place);
    });
  }
  return found;
}

// The most units that a rule adds up to (encoder.h). Sums of hundreds of variables are scaled down to it, so that their
// numbers look like those of the small sums that the network knows.
constexpr int kMany = 16;

// What the sum's weights and bounds are multiplied by. See encoder.h.
float unit_of(const SumRule& rule) {
  int largest = 1;
  for (const Term& term : rule.terms) largest = std::max(largest, term.weight);
  return std::min(1.0F, static_cast<float>(kMany) / static_cast<float>(rule.variables)) / static_cast<float>(largest);
}

// One position's input under construction.
class Layout {
 public:
  Layout(const Model& model, const std::vector<Mark>& marks) : row_of_(marks.size(), -1) {
    for (Literal l = 0; l < model.literal_count(); ++l) {
      if (marks[at(l)] != Mark::open) continue;
      row_of_[at(l)] = input_.literals++;
      input_.rows.push_back(l);
    }
  }

  PolicyInput lay(std::span<const OpenRules> of_group) {
    std::vector<const CountingRule*> counting;
    std::vector<const SumRule*> sums;
    for (const OpenRules& rules : of_group) {
      for (const CountingRule& rule : rules.counting) counting.push_back(&rule);
      for (const SumRule& rule : rules.sums) sums.push_back(&rule);
    }
    lay_counting(counting);
    lay_sums(sums);
    return std::move(input_);
  }

 private:
  [[nodiscard]] int row_of(Literal l) const { return row_of_[at(l)]; }

  void lay_counting(const std::vector<const CountingRule*>& rules) {
    input_.groups = static_cast<int>(rules.size());
    Incidence found = incidence_of(rules, input_.literals, [this](const CountingRule& rule, auto visit) {
      for (const Literal l : rule.literals) visit(row_of(l));
    });
    input_.degree = found.degree;
    input_.width = found.width;
    input_.literal_groups = std::move(found.of_row);
    input_.group_literals = std::move(found.of_rule);
    input_.group_features.reserve(rules.size() * kGroupFeatures);
    for (const CountingRule* rule : rules) {
      input_.group_features.insert(
          input_.group_features.end(),
          {rule->is_domain ? 1.0F : 0.0F, static_cast<float>(rule->at_least), static_cast<float>(rule->at_most),
           1.0F / static_cast<float>(rule->literals.size())});
    }
  }

  void lay_sums(const std::vector<const SumRule*>& rules) {
    input_.sums = static_cast<int>(rules.size());
    Incidence found = incidence_of(rules, input_.literals, [this](const SumRule& rule, auto visit) {
      for (const Term& term : rule.terms) visit(row_of(term.literal));
    });
    input_.sum_degree = found.degree;
    input_.sum_width = found.width;
    input_.literal_coefficients.assign(found.of_row.size(), 0.0F);
    input_.sum_coefficients.assign(found.of_rule.size(), 0.0F);
    input_.literal_sums = std::move(found.of_row);
    input_.sum_literals = std::move(found.of_rule);
    // `place` goes from edge to edge in the order of `incidence_of`: rule by rule, term by term.
    auto place = found.place.begin();
    for (std::size_t s = 0; s < rules.size(); ++s) {
      const SumRule& rule = *rules[s];
      const float unit = unit_of(rule);
      for (std::size_t i = 0; i < rule.terms.size(); ++i) {
        const float weight = static_cast<float>(rule.terms[i].weight) * unit;
        input_.sum_coefficients[s * at(found.width) + i] = weight;
        input_.literal_coefficients[*place++] = weight;
      }
      input_.sum_features.insert(
          input_.sum_features.end(),
          {static_cast<float>(std::min(rule.variables, kMany)), static_cast<float>(rule.at_least) * unit,
           static_cast<float>(rule.at_most) * unit, 1.0F / static_cast<float>(rule.terms.size())});
    }
  }

  std::vector<int> row_of_;  // by literal; -1: settled
  PolicyInput input_;
};

}  // namespace

PolicyInput Encoder::encode(const Consequences& follows) {
  return Layout(model_, follows.marks).lay(reader_.read(follows.marks));
}

PolicyInput encode(const Model& model, const State& state) { return Encoder(model).encode(state); }

}  // namespace fastslow::policy
