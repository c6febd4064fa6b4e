// fastslow.wasm: the engine without Z3.
#include <string>

#include "abi.h"
#include "wire/engine_door.h"

extern "C" const char* fs_call(const char* request) {
  // One door for each instance of the module: a worker holds one game. The reply is static as the caller reads it after
  // the return; the next call overwrites it.
  static fastslow::wire::EngineDoor service;
  static std::string reply;
  reply = service.call(request);
  return reply.c_str();
}
