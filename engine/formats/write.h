// The other way: a puzzle in the form of another program, as far as that can hold it. What is written here is read back
// by the reader of the same name, whose file tells where the form comes from.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/result.h"
#include "core/state.h"
#include "puzzles/puzzle.h"

namespace fastslow::formats {

struct Writer {
  std::string_view name;      // "sdk", as `fastslow export --to` takes it
  std::string_view families;  // whose puzzles it may hold, with spaces around and between
  // The puzzle with its placed values; empty if the form cannot hold it.
  std::string (*write)(const puzzles::Puzzle& puzzle, const State& state);
};

std::span<const Writer> writers();

// Null if there is none of that name.
const Writer* find_writer(std::string_view name);

// Problem: error.format.cannot_hold {name}.
Result<std::string> written(const Writer& writer, const puzzles::Puzzle& puzzle, const State& state);

}  // namespace fastslow::formats
