// The smallest family there can be, for tests that want a board to count by hand. Nothing ships it: linking this file
// into the tests registers it. Its names are in its own words ("@lamp 1"), so the catalogues know nothing of it.
//
// Lamps in a row, exactly one of which is lit; the text says which lamps are known:
// '?' unknown, '0' dark, '1' lit, e.g. "0??".
#pragma once

#include "puzzles/family.h"

namespace fastslow::puzzles::null {

Family family();

}  // namespace fastslow::puzzles::null
