#include "session/suspicion.h"

#include "core/index.h"

namespace fastslow::session {
namespace {

// What does not fit together does not with more ruled out either. So where all of some values fit, each in turn does,
// and only where they do not are halves tried.
void take(const Model& model, std::span<const Literal> values, State& state, std::vector<Literal>& taken) {
  if (values.empty()) return;
  const std::vector<Mark> before = state.marks;
  for (const Literal value : values) state.marks[at(value)] = Mark::ruled_out;
  const Consequences follows = consequences_of(model, state);
  if (follows.broken.empty() && !follows.actions.empty()) {
    taken.insert(taken.end(), values.begin(), values.end());
    return;
  }
  state.marks = before;
  if (values.size() == 1) return;
  const std::size_t half = values.size() / 2;
  take(model, values.first(half), state, taken);
  take(model, values.subspan(half), state, taken);
}

}  // namespace

std::vector<Literal> all_that_fit(const Model& model, State state, std::span<const Literal> values) {
  std::vector<Literal> taken;
  take(model, values, state, taken);
  return taken;
}

}  // namespace fastslow::session
