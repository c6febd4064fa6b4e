#include "policy/encoder.h"

#include <algorithm>

namespace fastslow {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

constexpr int kWidest = 64;

// What is left of a group once the settled literals are taken out.
struct OpenGroup {
  GroupId id = 0;
  int at_least = 0;
  int at_most = 0;
  int open = 0;

  // Bounds that every choice meets tell nothing, and a rule over too many literals is more than a glance takes in.
  [[nodiscard]] bool says_something() const { return open > 0 && open <= kWidest && (at_least > 0 || at_most < open); }
};

OpenGroup open_part(const Model& model, GroupId id, const std::vector<Mark>& marks) {
  const Group& group = model.group(id);
  OpenGroup rest{id, group.at_least, group.at_most, 0};
  for (std::size_t i = 0; i < group.literals.size(); ++i) {
    const Mark mark = marks[at(group.literals[i])];
    if (mark == Mark::open) ++rest.open;
    if (mark == Mark::placed) {
      rest.at_least -= group.weight(i);
      rest.at_most -= group.weight(i);
    }
  }
  rest.at_least = std::clamp(rest.at_least, 0, rest.open);
  rest.at_most = std::clamp(rest.at_most, 0, rest.open);
  return rest;
}

}  // namespace

PolicyInput encode(const Model& model, const State& state) {
  const std::vector<Mark> marks = direct_marks(model, state);
  PolicyInput input;
  std::vector<int> row_of(marks.size(), -1);
  for (Literal l = 0; l < model.literal_count(); ++l) {
    if (marks[at(l)] != Mark::open) continue;
    row_of[at(l)] = input.literals++;
    input.actions.push_back(l);
  }
  std::vector<OpenGroup> groups;
  std::vector<std::vector<std::int32_t>> rows_of(input.actions.size());
  for (GroupId g = 0; g < model.group_count(); ++g) {
    const OpenGroup rest = open_part(model, g, marks);
    if (!rest.says_something() && !(model.group(g).is_domain() && rest.open > 0)) continue;
    for (const Literal l : model.group(g).literals) {
      if (row_of[at(l)] >= 0) rows_of[at(row_of[at(l)])].push_back(input.groups);
    }
    groups.push_back(rest);
    ++input.groups;
    input.width = std::max(input.width, rest.open);
  }
  for (auto& row : rows_of) input.degree = std::max(input.degree, static_cast<int>(row.size()));
  for (auto& row : rows_of) {
    row.resize(at(input.degree), input.groups);
    input.literal_groups.insert(input.literal_groups.end(), row.begin(), row.end());
  }
  for (const OpenGroup& rest : groups) {
    int written = 0;
    for (const Literal l : model.group(rest.id).literals) {
      if (row_of[at(l)] < 0) continue;
      input.group_literals.push_back(row_of[at(l)]);
      ++written;
    }
    input.group_literals.insert(input.group_literals.end(), at(input.width - written), input.literals);
    input.group_features.insert(input.group_features.end(),
                                {model.group(rest.id).is_domain() ? 1.0F : 0.0F, static_cast<float>(rest.at_least),
                                 static_cast<float>(rest.at_most), 1.0F / static_cast<float>(rest.open)});
  }
  return input;
}

}  // namespace fastslow
