// What a model's groups still say once the settled literals are taken out of them: the rules that the network sees.
#pragma once

#include <span>
#include <vector>

#include "core/model.h"
#include "core/state.h"

namespace fastslow::policy {

// Between at_least and at_most of the literals hold.
struct CountingRule {
  std::vector<Literal> literals;  // ascending
  int at_least = 0;
  int at_most = 0;
  bool is_domain = false;
};

// The coefficients of the literals that hold add up to at_least .. at_most. A rule that counts more than 64 literals is
// one of these too, with coefficients of 1.
struct SumRule {
  std::vector<Term> terms;  // by literal, ascending; weights positive, without a common divisor
  int at_least = 0;
  int at_most = 0;
  int variables = 0;  // how many of the literals can hold at once
};

struct OpenRules {
  std::vector<CountingRule> counting;
  std::vector<SumRule> sums;
};

// Reads one model's rules position after position: a group none of whose literals changed since the last is not read
// again. `model` must outlive the reader.
class RuleReader {
 public:
  explicit RuleReader(const Model& model);

  // What each group says, by GroupId; valid until the next call.
  std::span<const OpenRules> read(const std::vector<Mark>& marks);

 private:
  const Model& model_;
  std::vector<Mark> marks_;  // as last read; empty before
  std::vector<OpenRules> of_group_;
};

// What all groups say, in the model's order. `marks`: what is settled, by literal. Every open literal is in its
// variable's domain. Other rules are left out if every choice meets them, or if they are sums of more than 1024
// literals.
OpenRules open_rules(const Model& model, const std::vector<Mark>& marks);

}  // namespace fastslow::policy
