#include "abi.h"

#include <cstdlib>

extern "C" {
void* fs_alloc(std::size_t size) { return std::malloc(size); }  // NOLINT(cppcoreguidelines-no-malloc)
void fs_free(void* memory) { std::free(memory); }               // NOLINT(cppcoreguidelines-no-malloc)
}
