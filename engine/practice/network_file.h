// A network's file: models/fastslow.onnx, or one with the same graph and other numbers. Only what is needed of ONNX's
// format is read: where each initializer's raw data lies. Whatever is damaged, foreign or of another shape is refused.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"
#include "practice/parameters.h"

namespace fastslow::practice {

// Problems: error.practice.network {detail}: the tensor that is missing, of another shape, or not finite; "onnx" where
// the file is none.
Result<Numbers> read_network(std::string_view file);

// The same file with these numbers. Problems as above.
Result<std::string> with_numbers(std::string_view file, const Numbers& numbers);

}  // namespace fastslow::practice
