// LZ-string in its Base64 form (https://pieroxy.net/blog/pages/lz-string/, by pieroxy, MIT): a dictionary coder of
// UTF-16 units, in which f-puzzles and SudokuPad put their puzzles into links. The format, not the code, is taken over:
// codes of growing width, lowest bit first; 0 and 1 announce a new unit of 8 and of 16 bits, 2 is the end.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fastslow::formats {

// UTF-8; nothing if the text is no such code, or says more than `longest` bytes.
std::optional<std::string> lz_unpacked(std::string_view packed, std::size_t longest);
// Requires valid UTF-8.
std::string lz_packed(std::string_view text);

}  // namespace fastslow::formats
