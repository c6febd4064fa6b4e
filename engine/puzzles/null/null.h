// The template for a new family: the smallest puzzle there can be, always built and tested.
// `size` lamps in a row, exactly one of which is lit; the text says which lamps are known:
// '?' unknown, '0' dark, '1' lit, e.g. "0??".
#pragma once

#include "puzzles/family.h"

namespace fastslow::puzzles::null {

Family family();

}  // namespace fastslow::puzzles::null
