// How Simon Tatham's "mines" hides a mine layout in a game ID: the two halves of the bitmap are masked with SHA-1
// digests of each other, so that a glance at the ID gives nothing away. It keeps no secret from a program.
#pragma once

#include <cstdint>
#include <vector>

namespace fastslow::puzzles::minesweeper {

// Bits in reading order, the first in the highest bit of the first byte; bits beyond `bits` are 0.
std::vector<std::uint8_t> mask_bitmap(std::vector<std::uint8_t> bitmap, int bits);
std::vector<std::uint8_t> unmask_bitmap(std::vector<std::uint8_t> bitmap, int bits);

}  // namespace fastslow::puzzles::minesweeper
