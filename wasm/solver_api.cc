// fastslow-solver.wasm: the same libraries with Z3 linked in.
#include <string>

#include "abi.h"
#include "session/solver_service.h"
#include "solver/z3_solver.h"

extern "C" const char* fs_call(const char* request) {
  static fastslow::SolverService service(fastslow::make_z3_solver);
  static std::string reply;
  reply = service.call(request);
  return reply.c_str();
}
