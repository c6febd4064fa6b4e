#include "policy/encoder.h"

#include <algorithm>

#include "policy/open_rules.h"

namespace fastslow {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// Lists of unequal length as one matrix: rows padded to the longest, which is at least 1.
template <class T>
int pad(const std::vector<std::vector<T>>& rows, T padding, std::vector<T>& matrix) {
  std::size_t width = 1;
  for (const auto& row : rows) width = std::max(width, row.size());
  matrix.reserve(rows.size() * width);
  for (const auto& row : rows) {
    matrix.insert(matrix.end(), row.begin(), row.end());
    matrix.insert(matrix.end(), width - row.size(), padding);
  }
  return static_cast<int>(width);
}

class Encoder {
 public:
  Encoder(const Model& model, const State& state) : model_(model), marks_(direct_marks(model, state)) {}

  PolicyInput encode() {
    row_of_.assign(marks_.size(), -1);
    for (Literal l = 0; l < model_.literal_count(); ++l) {
      if (marks_[at(l)] != Mark::open) continue;
      row_of_[at(l)] = input_.literals++;
      input_.actions.push_back(l);
    }
    const OpenRules rules = open_rules(model_, marks_);
    encode_counting(rules.counting);
    encode_sums(rules.sums);
    return std::move(input_);
  }

 private:
  [[nodiscard]] int row_of(Literal l) const { return row_of_[at(l)]; }

  void encode_counting(const std::vector<CountingRule>& rules) {
    input_.groups = static_cast<int>(rules.size());
    std::vector<std::vector<std::int32_t>> of_literal(at(input_.literals));
    std::vector<std::vector<std::int32_t>> of_group(rules.size());
    for (std::size_t g = 0; g < rules.size(); ++g) {
      const CountingRule& rule = rules[g];
      for (const Literal l : rule.literals) {
        of_group[g].push_back(row_of(l));
        of_literal[at(row_of(l))].push_back(static_cast<std::int32_t>(g));
      }
      input_.group_features.insert(input_.group_features.end(),
                                   {rule.is_domain ? 1.0F : 0.0F, static_cast<float>(rule.at_least),
                                    static_cast<float>(rule.at_most), 1.0F / static_cast<float>(rule.literals.size())});
    }
    input_.degree = pad(of_literal, input_.groups, input_.literal_groups);
    input_.width = pad(of_group, input_.literals, input_.group_literals);
  }

  void encode_sums(const std::vector<SumRule>& rules) {
    input_.sums = static_cast<int>(rules.size());
    std::vector<std::vector<std::int32_t>> of_literal(at(input_.literals));
    std::vector<std::vector<float>> weights_of_literal(at(input_.literals));
    std::vector<std::vector<std::int32_t>> of_sum(rules.size());
    std::vector<std::vector<float>> weights_of_sum(rules.size());
    for (std::size_t s = 0; s < rules.size(); ++s) {
      const SumRule& rule = rules[s];
      int largest = 1;
      for (const Term& term : rule.terms) largest = std::max(largest, term.weight);
      const float unit = 1.0F / static_cast<float>(largest);
      for (const Term& term : rule.terms) {
        const float weight = static_cast<float>(term.weight) * unit;
        of_sum[s].push_back(row_of(term.literal));
        weights_of_sum[s].push_back(weight);
        of_literal[at(row_of(term.literal))].push_back(static_cast<std::int32_t>(s));
        weights_of_literal[at(row_of(term.literal))].push_back(weight);
      }
      input_.sum_features.insert(
          input_.sum_features.end(),
          {static_cast<float>(rule.variables), static_cast<float>(rule.at_least) * unit,
           static_cast<float>(rule.at_most) * unit, 1.0F / static_cast<float>(rule.terms.size())});
    }
    input_.sum_degree = pad(of_literal, input_.sums, input_.literal_sums);
    pad(weights_of_literal, 0.0F, input_.literal_coefficients);
    input_.sum_width = pad(of_sum, input_.literals, input_.sum_literals);
    pad(weights_of_sum, 0.0F, input_.sum_coefficients);
  }

  const Model& model_;
  std::vector<Mark> marks_;
  std::vector<int> row_of_;
  PolicyInput input_;
};

}  // namespace

PolicyInput encode(const Model& model, const State& state) { return Encoder(model, state).encode(); }

}  // namespace fastslow
