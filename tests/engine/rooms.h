// Tests look into every room, so here their names are read without saying the room. A name that two rooms share stays
// ambiguous, which is how a clash shows. Families are not opened: their tests do that, or say `sudoku::family()`.
#pragma once

namespace fastslow {
namespace puzzles {}
namespace policy {}
namespace solver {}
namespace arbiter {}
namespace workshop {}
namespace session {}
namespace practice {}
namespace wire {}
namespace cli {}

using namespace puzzles;
using namespace policy;
using namespace solver;
using namespace arbiter;
using namespace workshop;
using namespace session;
using namespace practice;
using namespace wire;
using namespace cli;

}  // namespace fastslow
