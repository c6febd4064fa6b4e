// A Sudoku with more rules than its family knows, on its way to an author's declaration
// (puzzles/puzzle.schema.json): what f-puzzles and SudokuPad describe. What is an ordinary Sudoku after all becomes
// one.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "formats/reading.h"

namespace fastslow::formats {

// Row and column, from 0.
using Place = std::pair<int, int>;
using Places = std::vector<Place>;

// "R3C12", in letters of either size; nothing if it is none or outside a board of this side.
std::optional<Place> place_of(std::string_view text, int side);
// The member's places; nothing if one of them is none.
std::optional<Places> places_in(const Json& json, const char* member, int side);

class Variant {
 public:
  explicit Variant(int side);

  [[nodiscard]] int side() const { return side_; }

  void title(std::string text) { title_ = std::move(text); }
  void about(std::string text) { about_ = std::move(text); }
  void given(Place place, int value) { values_[index(place)] = value; }
  // Of each cell the number of its region, -1 for none. Without, the usual boxes.
  void regions(std::vector<int> regions) { regions_ = std::move(regions); }

  void diagonal(bool rising);
  void antiknight() { antiknight_ = true; }
  void antiking() { antiking_ = true; }
  // Neighbours without a dot between them differ by more than one.
  void nonconsecutive() { nonconsecutive_ = true; }
  // Neighbours without a dot have no ratio that a dot has (2 if there is none); without a sign, they add up neither to
  // 5 nor to 10.
  void no_other_ratio() { no_other_ratio_ = true; }
  void no_other_sign() { no_other_sign_ = true; }
  // Cells with the same place in their boxes differ.
  void disjoint_groups();
  // `sum` 0: not told.
  void cage(const Places& cells, int sum);
  void extra_region(const Places& cells);
  void thermometer(const Places& line);
  // The circle's cells make a number, the highest digit first.
  void arrow(Places circle, const Places& line);
  void palindrome(const Places& line);
  void clone(Place one, Place other);
  void between(const Places& line);
  void difference(Place one, Place other, int value);
  void ratio(Place one, Place other, int value);
  void pair_sum(Place one, Place other, int sum, const std::string& text);
  void parity(Place place, bool even);
  // Lower, or higher, than its neighbours.
  void extreme(Place place, bool lowest);
  void quadruple(const Places& cells, const std::vector<int>& values);
  // The cells of a diagonal from outside the board.
  void little_killer(const Places& cells, int sum);
  // What is not understood, as the file calls it.
  void leave_out(const std::string& name);

  // What it has become: a Sudoku or an author's puzzle.
  [[nodiscard]] Found puzzle() const;

 private:
  [[nodiscard]] std::size_t index(Place place) const;
  Json& rule(const char* kind, const std::string& name, const Places& cells);
  Json& mark(const char* shape, const Places& cells);
  void sign(Place one, Place other, const std::string& text);
  void corner(Place place, const std::string& text);
  void equal(const std::string& name, Place one, Place other);
  template <class Fits>
  void pairs(const std::string& name, Place one, Place other, Fits fits);
  [[nodiscard]] std::optional<std::string> as_sudoku() const;
  [[nodiscard]] Json declaration() const;
  void dot(Place one, Place other, const char* color, const std::string& text);
  [[nodiscard]] bool usual_boxes() const { return regions_ == Variant(side_).regions_; }
  void declare_usual(Json& json) const;
  void declare_regions(Json& list) const;
  void declare_apart(Json& json) const;
  void declare_negative(Json& list) const;
  [[nodiscard]] std::vector<Places> lines_between(const std::set<std::pair<Place, Place>>& marked) const;
  [[nodiscard]] Json borders() const;

  struct KillerCage {
    Places cells;
    int sum;
  };

  int side_;
  std::string title_;
  std::string about_;
  std::vector<int> values_;
  std::vector<int> regions_;
  bool falling_ = false;
  bool rising_ = false;
  bool antiknight_ = false;
  bool antiking_ = false;
  bool nonconsecutive_ = false;
  bool no_other_ratio_ = false;
  bool no_other_sign_ = false;
  std::set<int> ratios_;                     // of the dots
  std::set<std::pair<Place, Place>> signs_;  // as dots_
  std::set<std::pair<Place, Place>> dots_;   // neighbours, the first of them above or on the left
  std::vector<KillerCage> cages_;
  Json rules_ = Json::array();  // beyond all of these
  Json labels_ = Json::array();
  Json outlines_ = Json::array();
  Json marks_ = Json::array();
  std::vector<std::string> left_out_;
};

}  // namespace fastslow::formats
