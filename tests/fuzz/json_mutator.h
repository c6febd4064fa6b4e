// Changes JSON as JSON: nearly every change of a byte makes it unreadable, and nothing behind the reader is tried.
#pragma once

#include <cstddef>

// libFuzzer's own way of changing bytes.
extern "C" std::size_t LLVMFuzzerMutate(unsigned char* bytes, std::size_t size, std::size_t most);

namespace fastslow::fuzz {

// In the manner of LLVMFuzzerCustomMutator: changes `bytes` in place and returns the new size, at most `most`. What is
// not JSON, and now and then what is, is left to libFuzzer.
std::size_t mutate_json(unsigned char* bytes, std::size_t size, std::size_t most, unsigned seed);

// The same for an input of a family's name and a text (fuzzing.h), whose text may be JSON: half the time the text alone
// is changed.
std::size_t mutate_family_text(unsigned char* bytes, std::size_t size, std::size_t most, unsigned seed);

}  // namespace fastslow::fuzz
