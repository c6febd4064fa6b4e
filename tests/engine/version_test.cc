#include "core/version.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

namespace fastslow {
namespace {

TEST(Version, IsWhatPackageJsonNames) {
  std::ifstream file("package.json");
  EXPECT_EQ(version(), nlohmann::json::parse(file).at("version").get<std::string>());
}

TEST(Version, HasAnEntryInTheChangelog) {
  std::ifstream file("CHANGELOG.md");
  std::stringstream text;
  text << file.rdbuf();
  EXPECT_NE(text.str().find("\n## [" + std::string(version()) + "]"), std::string::npos)
      << "CHANGELOG.md has no heading for version " << version();
}

}  // namespace
}  // namespace fastslow
