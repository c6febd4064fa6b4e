// The network that learns in C++: its answers against PyTorch's (models/vectors.json), its gradients against PyTorch's
// (tests/golden/practice_gradients.json, written by models/export/gradients.py) and against differences.
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "core/base64.h"
#include "core/index.h"
#include "core/numeric.h"
#include "engine/helpers.h"
#include "practice/network.h"
#include "practice/network_file.h"
#include "rooms.h"

namespace fastslow::practice {
namespace {

std::string file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

nlohmann::json recorded(const std::string& path) { return nlohmann::json::parse(file(path)); }

policy::PolicyInput input_of(const nlohmann::json& c) {
  policy::PolicyInput input;
  const auto shape = [&](const char* name, int axis) { return c["shapes"][name][at(axis)].get<int>(); };
  input.literals = shape("literal_groups", 0);
  input.degree = shape("literal_groups", 1);
  input.groups = shape("group_literals", 0);
  input.width = shape("group_literals", 1);
  input.sum_degree = shape("literal_sums", 1);
  input.sums = shape("sum_literals", 0);
  input.sum_width = shape("sum_literals", 1);
  c["literal_groups"].get_to(input.literal_groups);
  c["group_literals"].get_to(input.group_literals);
  c["group_features"].get_to(input.group_features);
  c["literal_sums"].get_to(input.literal_sums);
  c["literal_coefficients"].get_to(input.literal_coefficients);
  c["sum_literals"].get_to(input.sum_literals);
  c["sum_coefficients"].get_to(input.sum_coefficients);
  c["sum_features"].get_to(input.sum_features);
  return input;
}

Numbers shipped() { return read_network(file("models/fastslow.onnx")).value(); }

TEST(PracticeNetwork, AnswersAsTheShippedNetworkDoes) {
  const nlohmann::json vectors = recorded("models/vectors.json");
  const double tolerance = vectors["tolerance"];
  const Numbers weights = shipped();
  int looked = 0;
  int before = 0;
  for (const nlohmann::json& c : vectors["cases"]) {
    before = c["continues"].get<bool>() ? before : 0;
    before += c["iterations"].get<int>();
    const Graph graph = graph_of(input_of(c));
    Network network;
    network.look(weights, graph, before);
    for (std::size_t n = 0; n < at(graph.literals); ++n) {
      EXPECT_NEAR(network.logits()[n], c["logits"][n].get<double>(), tolerance) << c["puzzle"];
    }
    const double sure = 1 / (1 + std::exp(-network.judgement(weights, graph)[0]));
    EXPECT_NEAR(sure, c["sureness"].get<double>(), tolerance) << c["puzzle"];
    ++looked;
  }
  EXPECT_GT(looked, 10);
}

// Of variable i the i-th of its values, counted round: as models/export/gradients.py teaches.
std::vector<std::uint8_t> made_up(const Graph& graph) {
  std::vector<std::uint8_t> lesson(at(graph.literals), kTaught);
  for (int g = 0; g < graph.groups; ++g) {
    if (graph.group_features[at(4 * g)] <= 0) continue;
    const int start = graph.of_group.starts[at(g)];
    const int size = graph.of_group.starts[at(g) + 1] - start;
    lesson[at(graph.of_group.items[at(start + g % size)])] |= kMayHold | kAnswer;
  }
  return lesson;
}

// The recorded cases of a batch, and the starts of its puzzles, with what they are taught.
std::pair<Graph, std::vector<std::uint8_t>> batch_of(const nlohmann::json& batch, const nlohmann::json& cases) {
  std::pair<Graph, std::vector<std::uint8_t>> whole;
  const auto add = [&](const policy::PolicyInput& input) {
    const Graph one = graph_of(input);
    const auto taught = made_up(one);
    append(whole.first, one);
    whole.second.insert(whole.second.end(), taught.begin(), taught.end());
  };
  for (const int i : batch["cases"]) add(input_of(cases[at(i)]));
  for (const nlohmann::json& one : batch["puzzles"]) {
    const Model model = testing::puzzle_of(one["text"], one["family"]).model;
    add(policy::encode(model, initial_state(model)));
  }
  return whole;
}

TEST(PracticeNetwork, LearnsAsPyTorchDoes) {
  const nlohmann::json cases = recorded("models/vectors.json")["cases"];
  const Numbers weights = shipped();
  const nlohmann::json gradients = recorded("tests/golden/practice_gradients.json");
  for (const nlohmann::json& golden : gradients["batches"]) {
    const auto [graph, lesson] = batch_of(golden, cases);
    SCOPED_TRACE(std::to_string(graph.positions) + " positions, " + std::to_string(graph.literals) + " literals");
    ASSERT_GT(graph.sums, 0);
    const auto bytes = from_base64(golden["gradient"].get<std::string>());
    ASSERT_TRUE(bytes);
    Numbers expected(kParameters);
    ASSERT_TRUE(read_floats(*bytes, expected));
    Network network;
    network.look(weights, graph, golden["iterations"], true);
    Numbers gradient(kParameters, 0.0F);
    const Network::Losses losses = network.learn(weights, graph, lesson, gradient);
    EXPECT_NEAR(losses.values, golden["loss"].get<double>(), 1e-4 * golden["loss"].get<double>());
    EXPECT_NEAR(losses.judgement, golden["self_assessment_loss"].get<double>(),
                1e-4 * golden["self_assessment_loss"].get<double>());
    for (std::size_t p = 0; p < kParts; ++p) {
      const float* want = part_of(expected, static_cast<Part>(p));
      const float* got = part_of(gradient, static_cast<Part>(p));
      double largest = 0;
      double apart = 0;
      for (int i = 0; i < kTensors[p].size(); ++i) {
        largest = std::max(largest, std::abs(double{want[i]}));
        apart = std::max(apart, std::abs(double{want[i]} - double{got[i]}));
      }
      EXPECT_GT(largest, 0) << kTensors[p].name;
      EXPECT_LE(apart, 1e-4 * std::max(1.0, largest)) << kTensors[p].name;
      // Small gradients are held to their own size. That of the bias of all values is nothing but rounding: it cancels
      // out.
      EXPECT_LE(apart, std::max(1e-8, 1e-3 * largest)) << kTensors[p].name;
    }
  }
}

// Where a proof rules a value out, the others share what is right; a variable nobody speaks of teaches nothing.
TEST(PracticeNetwork, LearnsFromWhatIsRuledOut) {
  const Graph graph = graph_of(input_of(recorded("models/vectors.json")["cases"][0]));
  std::vector<std::uint8_t> lesson(at(graph.literals), 0);
  int taught = 0;
  for (int g = 0; g < graph.groups; ++g) {
    const int start = graph.of_group.starts[at(g)];
    const int size = graph.of_group.starts[at(g) + 1] - start;
    if (graph.group_features[at(4 * g)] <= 0 || size < 2 || ++taught > 3) continue;
    for (int k = 0; k < size; ++k) {
      const auto n = at(graph.of_group.items[at(start + k)]);
      lesson[n] = static_cast<std::uint8_t>(kTaught | (k > 0 ? kMayHold : 0));
    }
  }
  ASSERT_GT(taught, 2);
  Numbers weights = untrained(5);
  Network network;
  const auto loss = [&](Numbers* gradient) {
    Numbers unused(kParameters, 0.0F);
    network.look(weights, graph, 5, true);
    return double{network.learn(weights, graph, lesson, gradient ? *gradient : unused).values};
  };
  Numbers gradient(kParameters, 0.0F);
  loss(&gradient);
  // Along the gradient itself the loss changes by its square.
  double square = 0;
  for (int i = 0; i < kOffsets[kDoubt]; ++i) square += double{gradient[at(i)]} * gradient[at(i)];
  ASSERT_GT(square, 0);
  const float little = 1e-2F / static_cast<float>(std::sqrt(square));
  const auto along = [&](float by) {
    const Numbers kept = weights;
    for (int i = 0; i < kOffsets[kDoubt]; ++i) weights[at(i)] += by * gradient[at(i)];
    const double there = loss(nullptr);
    weights = kept;
    return there;
  };
  EXPECT_NEAR((along(little) - along(-little)) / (2 * double{little}), square, 0.02 * square);
}

TEST(PracticeNetwork, NothingTaughtChangesNothing) {
  const Graph graph = graph_of(input_of(recorded("models/vectors.json")["cases"][0]));
  const std::vector<std::uint8_t> lesson(at(graph.literals), 0);
  const Numbers weights = untrained(5);
  Network network;
  network.look(weights, graph, 4, true);
  Numbers gradient(kParameters, 0.0F);
  EXPECT_EQ(network.learn(weights, graph, lesson, gradient).values, 0);
  for (int i = 0; i < kOffsets[kDoubt]; ++i) EXPECT_EQ(gradient[at(i)], 0) << i;
}

TEST(PracticeNetwork, AFileKeepsItsNumbersAndRefusesDamage) {
  const std::string original = file("models/fastslow.onnx");
  EXPECT_EQ(with_numbers(original, shipped()).value(), original);
  const Numbers other = untrained(3);
  EXPECT_EQ(read_network(with_numbers(original, other).value()).value(), other);
  EXPECT_EQ(read_network("").problem().args.at("detail"), "first");
  EXPECT_EQ(read_network(std::string(100, '\xff')).problem().args.at("detail"), "onnx");
  std::string renamed = original;
  renamed.replace(renamed.rfind("mix_weight"), 3, "max");
  EXPECT_EQ(read_network(renamed).problem().key, "error.practice.network");
  for (std::size_t length = 0; length < original.size(); length += 997) {
    EXPECT_FALSE(read_network(original.substr(0, length)).ok()) << length;
  }
}

TEST(PracticeNetwork, AnUntrainedOneDependsOnItsSeedAlone) {
  EXPECT_EQ(untrained(1), untrained(1));
  EXPECT_NE(untrained(1), untrained(2));
}

TEST(Numeric, QuickExponentialAndLogarithmAreClose) {
  for (float x = -80; x < 80; x += 0.37F) EXPECT_NEAR(quick_exp(x) / std::exp(double{x}), 1, 5e-7) << x;
  for (float x = 1e-4F; x < 1e4F; x *= 1.07F) {
    EXPECT_NEAR(quick_log(x), std::log(double{x}), 3e-7 * std::max(1.0, std::abs(std::log(double{x})))) << x;
  }
}

}  // namespace
}  // namespace fastslow::practice
