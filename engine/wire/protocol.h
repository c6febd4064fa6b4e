// What the two modules tell of themselves, so that the other side's lists can be checked against the one source: the
// operations of each door (its own table), the words of every enum (wire/names.cc), limits, and trace formats.
#pragma once

#include <span>
#include <string_view>

#include "wire/json.h"

namespace fastslow::wire {

// `Protocol` of web/src/protocol.
Json protocol_json(std::span<const std::string_view> operations);

}  // namespace fastslow::wire
