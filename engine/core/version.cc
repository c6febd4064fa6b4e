#include "core/version.h"

namespace fastslow {

std::string_view version() { return FASTSLOW_VERSION; }

}  // namespace fastslow
