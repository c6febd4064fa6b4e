// JavaScript writes a request into the module's memory and needs room for it there, hence the module's own allocator is
// exported.
#include "abi.h"

#include <cstdlib>

extern "C" {
void* fs_alloc(std::size_t size) { return std::malloc(size); }  // NOLINT(cppcoreguidelines-no-malloc)
void fs_free(void* memory) { std::free(memory); }               // NOLINT(cppcoreguidelines-no-malloc)
}
