#include "wire/protocol.h"

#include "core/version.h"
#include "puzzles/family.h"
#include "wire/names.h"
#include "wire/trace.h"

namespace fastslow::wire {

Json protocol_json(std::span<const std::string_view> operations) {
  return {{"version", version()},
          {"operations", operations},
          {"enums", enums_json()},
          {"limits", {{"puzzleText", puzzles::kMaxPuzzleText}}},
          {"traces", kTraceFormats}};
}

}  // namespace fastslow::wire
