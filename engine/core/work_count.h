// Counts of work that a position should cost once. Debug builds only: tests hold them, release builds do not have them.
#pragma once

namespace fastslow {

struct WorkCount {
  int consequences = 0;  // derivations of what follows from a state
  int layouts = 0;       // network inputs laid out
  int reveals = 0;       // questions to a family what the board shows next
  int parses = 0;        // puzzle texts read by the doors
};

#ifndef NDEBUG
inline WorkCount& work_count() {
  static WorkCount count;
  return count;
}
#define FASTSLOW_COUNT(what) (++::fastslow::work_count().what)
#else
#define FASTSLOW_COUNT(what) static_cast<void>(0)
#endif

}  // namespace fastslow
