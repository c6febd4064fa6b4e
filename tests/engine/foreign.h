// What the tests of formats/ share: a text in, what was found out.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "engine/helpers.h"
#include "formats/recognise.h"
#include "rooms.h"
#include "wire/json.h"

namespace fastslow::testing {

inline const std::string kLine = "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......";

// The only puzzle of a text; one that says why if there is none.
inline formats::Found only(const std::string& text, const std::string& family = "sudoku") {
  auto found = formats::recognise(text, family);
  if (!found.ok()) return {"", found.problem().key, "", {}};
  EXPECT_EQ(found.value().size(), 1U) << text;
  return found.value().front();
}

// "sudoku 4.....8.5": its family and its text in the canonical form.
inline std::string canonical(const formats::Found& found) {
  const Family* family = find_family(found.family);
  if (family == nullptr) return found.text;
  const auto puzzle = family->parse(found.text);
  if (!puzzle.ok()) return puzzle.problem().key;
  return family->format(puzzle.value(), initial_state(puzzle.value().model), family->formats.front());
}

inline std::string problem_of(const std::string& text, const std::string& family = "sudoku") {
  const auto found = formats::recognise(text, family);
  return found.ok() ? "ok" : found.problem().key;
}

inline std::string remark_of(const formats::Found& found) {
  return found.remarks.empty() ? "" : found.remarks.front().key;
}

}  // namespace fastslow::testing
