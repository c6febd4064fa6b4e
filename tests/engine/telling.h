// Games as text that a person can read, and its comparison with tests/golden. To renew the files after an intended
// change, run the tests with FASTSLOW_UPDATE_GOLDEN=1 and read the difference.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "rooms.h"
#include "session/session.h"
#include "solver/narration.h"

namespace fastslow::testing {

inline std::string text_of(const Name& name) {
  std::string text = name.key;
  for (const auto& [key, number] : name.args) text += " " + key + " " + std::to_string(number);
  for (const Name& part : name.parts) text += " " + text_of(part);
  return "(" + text + ")";
}

struct ArgumentText {
  std::string operator()(int number) const { return std::to_string(number); }
  std::string operator()(const Name& name) const { return text_of(name); }
  template <class T>
  std::string operator()(const std::vector<T>& items) const {
    std::string text;
    for (const T& item : items) text += (text.empty() ? "" : " ") + (*this)(item);
    return "[" + text + "]";
  }
};

inline std::string text_of(const Line& line) {
  std::string text = line.key;
  for (const auto& [key, value] : line.args) text += " " + key + "=" + std::visit(ArgumentText{}, value);
  return text;
}

// Value and variable of a literal.
inline std::string text_of(const Model& model, Literal literal) {
  return std::to_string(model.value_of(literal)) + " at " + text_of(model.variable(model.variable_of(literal)).name);
}

// What System 1 proposed, how probable it found it (the probability of its calibrated answer, the same on every
// platform) and how it had come to see it.
inline std::string text_of(const Model& model, const Intuition& intuition) {
  std::ostringstream out;
  out << "saw " << text_of(model, intuition.proposal.literal) << " at probability " << intuition.proposal.probability
      << (intuition.inference == Inference::reused ? ", seen before" : "") << ", looks " << intuition.evidence.looks
      << ", iterations " << intuition.iterations << ", sureness " << intuition.evidence.sureness
      << (intuition.evidence.legal ? "" : ", illegal") << (intuition.evidence.shifted ? ", shifted" : "");
  if (intuition.evidence.violated > 0) out << ", would violate " << intuition.evidence.violated;
  return out.str();
}

// One line for what was decided; below it, set in, a line each for what System 1 saw (if asked to tell), for why, and
// for each step that went.
inline std::string text_of(const Model& model, const Decision& decision, bool tell_intuition = false) {
  static const char* const sources[] = {"player", "system1", "system2", "both"};
  const char* const kind = decision.takes_back() ? "take back" : decision.places() ? "place" : "rule out";
  std::ostringstream out;
  out << sources[static_cast<int>(decision.source)] << ": " << kind << " " << text_of(model, *decision.literal())
      << ", " << decision.verdict();
  if (decision.escalated()) out << ", " << decision.outcome();
  out << "\n";
  if (tell_intuition && decision.intuition() != nullptr) {
    out << "    " << text_of(model, *decision.intuition()) << "\n";
  }
  if (decision.proof) {
    for (const Line& line : narrate(model, *decision.proof)) out << "    " << text_of(line) << "\n";
  }
  for (const Step& gone : decision.removed) {
    if (tell_intuition) {
      out << "    gone: " << (gone.place ? "" : "not ") << text_of(model, gone.literal) << "\n";
    }
  }
  return out.str();
}

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// The lines between the common beginning and the common end of two texts, with the last common line before them.
inline std::string difference(const std::string& expected, const std::string& found) {
  const std::vector<std::string> old_lines = lines_of(expected);
  const std::vector<std::string> new_lines = lines_of(found);
  const std::size_t shorter = std::min(old_lines.size(), new_lines.size());
  std::size_t head = 0;
  while (head < shorter && old_lines[head] == new_lines[head]) ++head;
  std::size_t tail = 0;
  while (tail < shorter - head && old_lines[old_lines.size() - 1 - tail] == new_lines[new_lines.size() - 1 - tail]) {
    ++tail;
  }
  std::string told = "from line " + std::to_string(head + 1) + " on:\n";
  if (head > 0) told += "  " + old_lines[head - 1] + "\n";
  for (std::size_t i = head; i < old_lines.size() - tail; ++i) told += "- " + old_lines[i] + "\n";
  for (std::size_t i = head; i < new_lines.size() - tail; ++i) told += "+ " + new_lines[i] + "\n";
  return told;
}

inline void expect_golden(const std::string& name, const std::string& text) {
  const std::string path = "tests/golden/" + name + ".txt";
  if (std::getenv("FASTSLOW_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path) << text;
    return;
  }
  std::ifstream in(path);
  ASSERT_TRUE(in) << path << " is missing; the tests run in the repository's top folder";
  std::stringstream expected;
  expected << in.rdbuf();
  EXPECT_TRUE(text == expected.str()) << path << " differs " << difference(expected.str(), text);
}

}  // namespace fastslow::testing
