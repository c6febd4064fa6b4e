// Each kind of constraint against its meaning in arithmetic, on every assignment of a few small variables.
#include <gtest/gtest.h>

#include <functional>
#include <numeric>

#include "core/consequences.h"
#include "core/index.h"
#include "core/model.h"
#include "core/propagation.h"
#include "core/state.h"
#include "rooms.h"

namespace fastslow {
namespace {

using Values = std::vector<int>;

// Three variables with different domains.
Model three() {
  Model model;
  model.add_variable({"a", {}}, 1, 3);
  model.add_variable({"b", {}}, 1, 4);
  model.add_variable({"c", {}}, 2, 6);
  return model;
}

void expect_meaning(const Model& model, const std::function<bool(const Values&)>& means) {
  for (int a = 1; a <= 3; ++a) {
    for (int b = 1; b <= 4; ++b) {
      for (int c = 2; c <= 6; ++c) {
        const Values values = {a, b, c};
        State state = initial_state(model);
        for (VariableId v = 0; v < 3; ++v) state.marks[at(model.literal(v, values[at(v)]))] = Mark::placed;
        EXPECT_EQ(violated(model, state).empty(), means(values)) << a << " " << b << " " << c;
        EXPECT_TRUE(is_complete(model, state));
      }
    }
  }
}

TEST(Kinds, Linear) {
  Model model = three();
  model.add_linear({"sum", {}}, {0, 1, 2}, {2, -1, 1}, 3, 5);
  expect_meaning(model, [](const Values& v) {
    const int sum = 2 * v[0] - v[1] + v[2];
    return sum >= 3 && sum <= 5;
  });
}

TEST(Kinds, Less) {
  Model model = three();
  model.add_less({"less", {}}, 1, 2);
  expect_meaning(model, [](const Values& v) { return v[1] < v[2]; });
}

TEST(Kinds, Product) {
  for (const int product : {1, 2, 12, 18, 30, 7, 72}) {
    Model model = three();
    model.add_product({"product", {}}, {0, 1, 2}, product);
    expect_meaning(model, [&](const Values& v) { return v[0] * v[1] * v[2] == product; });
  }
}

TEST(Kinds, TableOfTwo) {
  Model model = three();
  model.add_table({"table", {}}, {0, 2}, {{1, 2}, {1, 6}, {3, 4}});
  EXPECT_FALSE(model.has_hidden());
  expect_meaning(model,
                 [](const Values& v) { return (v[0] == 1 && (v[2] == 2 || v[2] == 6)) || (v[0] == 3 && v[2] == 4); });
}

TEST(Kinds, TableOfThree) {
  Model model = three();
  model.add_table({"table", {}}, {0, 1, 2}, {{1, 1, 2}, {1, 2, 3}, {3, 4, 6}});
  EXPECT_TRUE(model.has_hidden());
  expect_meaning(model, [](const Values& v) {
    return v == Values{1, 1, 2} || v == Values{1, 2, 3} || v == Values{3, 4, 6};
  });
}

TEST(Kinds, ClauseOverSeveralValuesOfAVariable) {
  Model model = three();
  model.add_clause({"clause", {}}, {model.literal(0, 1), model.literal(0, 2), model.literal(2, 6)});
  expect_meaning(model, [](const Values& v) { return v[0] != 3 || v[2] == 6; });
}

TEST(Kinds, SumOfLiterals) {
  Model model = three();
  model.add_sum({"sum", {}}, {{model.literal(0, 3), 2}, {model.literal(1, 1), -1}, {model.literal(2, 5), 1}}, 1,
                kNoUpper);
  expect_meaning(
      model, [](const Values& v) { return 2 * (v[0] == 3 ? 1 : 0) - (v[1] == 1 ? 1 : 0) + (v[2] == 5 ? 1 : 0) >= 1; });
}

// A sum prunes from both ends, and its reasons name what it used.
TEST(Kinds, SumsPropagateBounds) {
  Model model;
  for (int i = 0; i < 3; ++i) model.add_variable({"cell", {}}, 1, 9);
  model.add_linear({"cage", {}}, {0, 1, 2}, {1, 1, 1}, 24, 24);
  Propagator propagator(model);
  ASSERT_TRUE(propagator.assume({model.literal(0, 7), true}));
  ASSERT_TRUE(propagator.propagate());
  EXPECT_EQ(propagator.mark(model.literal(1, 7)), Mark::ruled_out);
  EXPECT_EQ(propagator.mark(model.literal(1, 8)), Mark::open);
  const PartId reason = propagator.reason(model.literal(1, 7));
  EXPECT_TRUE(is_lower(reason));
  const std::vector<Literal> premises = propagator.premises(reason, model.literal(1, 7));
  EXPECT_EQ(premises, (std::vector<Literal>{model.literal(0, 8), model.literal(0, 9)}));
}

TEST(Kinds, DirectExclusionsLookAtPlacedValuesOnly) {
  Model model;
  for (int i = 0; i < 2; ++i) model.add_variable({"cell", {}}, 1, 4);
  model.add_less({"less", {}}, 0, 1);
  State state = initial_state(model);
  EXPECT_EQ(legal_actions(model, state), (std::vector<Literal>{0, 1, 2, 5, 6, 7}));
  state.marks[at(model.literal(0, 2))] = Mark::placed;
  EXPECT_EQ(legal_actions(model, state), (std::vector<Literal>{6, 7}));
}

}  // namespace
}  // namespace fastslow
