// fastslow.wasm: the engine without Z3.
#include <string>

#include "abi.h"
#include "wire/engine_door.h"

extern "C" const char* fs_call(const char* request) {
  static fastslow::wire::EngineDoor service;
  static std::string reply;
  reply = service.call(request);
  return reply.c_str();
}
