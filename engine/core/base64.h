// Bytes as text (RFC 4648, with padding), for what JSON cannot hold.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fastslow {

std::string to_base64(std::span<const std::uint8_t> bytes);

// Nothing if the text is anything else.
std::optional<std::vector<std::uint8_t>> from_base64(std::string_view text);

}  // namespace fastslow
