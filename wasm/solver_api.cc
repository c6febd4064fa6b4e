// fastslow-solver.wasm: the same libraries with Z3 linked in.
#include <string>

#include "abi.h"
#include "solver/z3_solver.h"
#include "wire/solver_door.h"

extern "C" const char* fs_call(const char* request) {
  static fastslow::wire::SolverDoor service(fastslow::solver::make_presolved_z3_solver);
  static std::string reply;
  reply = service.call(request);
  return reply.c_str();
}
