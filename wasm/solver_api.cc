// fastslow-solver.wasm: the same libraries with Z3 linked in.
#include <emscripten.h>

#include <string>

#include "abi.h"
#include "solver/z3_solver.h"
#include "wire/solver_door.h"

// A worker that computes hears nothing, but it can speak: whoever loaded the module is told of drafts at once. (Its
// JavaScript goes through Emscripten's own minifier, which knows no "?.".)
// clang-format off
EM_JS(void, fs_tell, (const char* text), {  // NOLINT
  if (Module["told"]) Module["told"](UTF8ToString(text));
});
// clang-format on

extern "C" const char* fs_call(const char* request) {
  static fastslow::wire::SolverDoor service(fastslow::solver::make_presolved_z3_solver,
                                            [](const std::string& draft) { fs_tell(draft.c_str()); });
  static std::string reply;
  reply = service.call(request);
  return reply.c_str();
}
