// Clues of Einstein's riddle: their text, their truth, their sentences.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model.h"
#include "core/result.h"
#include "puzzles/common/scan.h"

namespace fastslow::puzzles::zebra {

inline constexpr int kMaxHouses = 5;
inline constexpr int kMaxCategories = 5;

// Item i of category k is the value 10 * k + i + 1 (both counted from 0), so that one number names it everywhere.
constexpr int item_value(int category, int index) { return 10 * category + index + 1; }
constexpr int category_of(int item) { return item / 10; }
constexpr int index_of(int item) { return item % 10 - 1; }

std::string_view item_word(int item);          // "red"
std::string_view category_word(int category);  // "colour"

// An author's own words for a category and what is in it, one for each house. Without items the riddle's words stay.
struct OwnWords {
  std::string category{};
  std::vector<std::string> items{};
};

// What can be spoken of on a board.
struct Words {
  int houses = kMaxHouses;
  int categories = kMaxCategories;
  std::vector<OwnWords> own{};  // by category, or none at all

  [[nodiscard]] bool is_own(int category) const;
  // As it is written in a clue.
  [[nodiscard]] std::string item(int item) const;
};

// "Person:Ann,Ben,Cy/Pet:cat,dog,fox"; nothing between two strokes keeps the riddle's words for that category. Each
// name stands for one thing, and has no sign of a clue in it, nor could be a house. Problem: error.zebra.names.
Result<std::vector<OwnWords>> read_own_words(std::string_view text, int houses, int categories);
// The same with a bar before it; empty if there are none.
std::string write_own_words(const std::vector<OwnWords>& own);

enum class ClueKind { same, differs, at, not_at, end, direct_left, left, next, between };

struct Clue {
  ClueKind kind = ClueKind::same;
  int a = 0;  // items
  int b = 0;
  int c = 0;      // between: `b` is between `a` and `c`
  int house = 0;  // at, not_at: from 1
};

// `house_of[item]` from 1.
bool is_true(const Clue& clue, const std::vector<int>& house_of, int houses);

std::string write_clue(const Clue& clue, const Words& words);
Result<Clue> read_clue(Scanner& scanner, const Words& words);

Name sentence_of(const Clue& clue, const Words& words);

}  // namespace fastslow::puzzles::zebra
