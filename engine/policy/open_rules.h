// What a model's groups still say once the settled literals are taken out of them: the rules that the network sees.
#pragma once

#include <vector>

#include "core/model.h"
#include "core/state.h"

namespace fastslow {

// Between at_least and at_most of the literals hold.
struct CountingRule {
  std::vector<Literal> literals;  // ascending
  int at_least = 0;
  int at_most = 0;
  bool is_domain = false;
};

// The coefficients of the literals that hold add up to at_least .. at_most.
struct SumRule {
  std::vector<Term> terms;  // by literal, ascending; weights positive, without a common divisor
  int at_least = 0;
  int at_most = 0;
  int variables = 0;  // that the literals belong to
};

struct OpenRules {
  std::vector<CountingRule> counting;
  std::vector<SumRule> sums;
};

// `marks`: what is settled, by literal. Every open literal is in its variable's domain; other rules are left out where
// every choice meets them, or where they are about more literals than a glance takes in. Order of the model's groups.
OpenRules open_rules(const Model& model, const std::vector<Mark>& marks);

}  // namespace fastslow
