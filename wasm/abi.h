// The C ABI that both modules share: three functions, text in and text out.
//
//   fs_alloc(n)      n bytes for a request, to be given back with fs_free
//   fs_call(text)    text: NUL-terminated UTF-8 JSON; answers the same, valid until the next call
//
// Errors come back as values in the JSON; nothing is thrown across.
#pragma once

#include <cstddef>

extern "C" {
void* fs_alloc(std::size_t size);
void fs_free(void* memory);
const char* fs_call(const char* request);
}
