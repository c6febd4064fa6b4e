// The version of Fastslow: the tool prints it, traces carry it, the page shows it. CHANGELOG.md tells what a new
// one promises.
#pragma once

#include <string_view>

namespace fastslow {

// MAJOR.MINOR.PATCH, the "version" of package.json when the engine was built.
std::string_view version();

}  // namespace fastslow
