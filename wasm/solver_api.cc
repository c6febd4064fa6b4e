// fastslow-solver.wasm: the same libraries with Z3 linked in.
#include <string>

#include "abi.h"
#include "solver/z3_solver.h"
#include "wire/solver_door.h"

extern "C" void fs_tell(const char* text);  // speak.js

extern "C" const char* fs_call(const char* request) {
  static fastslow::wire::SolverDoor service(fastslow::solver::make_presolved_z3_solver,
                                            [](const std::string& draft) { fs_tell(draft.c_str()); });
  static std::string reply;
  reply = service.call(request);
  return reply.c_str();
}
