#include "core/version.h"

namespace fastslow {

// Defined for this file alone (engine/CMakeLists.txt), so that a new version compiles nothing else anew.
std::string_view version() { return FASTSLOW_VERSION; }

}  // namespace fastslow
