// What is this text? Puzzles come as links, saved games, files of other programs and grids from forums. Whatever it is,
// it becomes the family and the text that the engine reads, or is named with the reason why it cannot be played.
//
// The readers are tried from the surest to the vaguest (recognise.cc has the table): first those whose texts say
// themselves what they are, then the forms of the family that was asked for, then grids that have to be guessed at.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace fastslow::formats {

// One of the sentences "remark.*" of the catalogues: how a text was read, where it could have been read otherwise or
// where something in it was left out.
using Remark = Problem;

struct Found {
  std::string family;
  std::string text;   // `family` reads it: that has been tried
  std::string title;  // as the file has it; may be empty
  std::vector<Remark> remarks;
};

// A puzzle of a file and where it stands ("line 3", "puzzle 2"), for messages; `given`: what stands there.
struct Placed {
  std::string place;
  std::string given;
  Result<Found> found;
};

// Files with many puzzles may be longer than one puzzle; longer than this nothing is read.
inline constexpr std::size_t kMaxFileText = 8U << 20U;

// The puzzles of the text, at least one. `family`: the one that a bare text is taken for; a text that says what it is
// needs none. Problems: error.text.*, those of the family's own reader, and error.format.* for what is known but
// cannot be played.
Result<std::vector<Found>> recognise(std::string_view text, std::string_view family);

// As above for a whole file, which may hold one puzzle over many lines, a puzzle a line, or several grids with blank
// lines between them. Lines that cannot be read are told each in its place.
std::vector<Placed> recognise_file(std::string_view text, std::string_view family);

// Both of these: of a text that is not one puzzle, those of its lines or blocks, if it is clearly a list of them. Where
// some lines are none, a remark of each puzzle tells how many. Problems as of `recognise`.
Result<std::vector<Found>> recognise_any(std::string_view text, std::string_view family);

}  // namespace fastslow::formats
