// `fastslow export --to groups`: the form in which other solvers are given our puzzles.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "cli/commands.h"
#include "cli/export.h"
#include "cli/groups.h"
#include "core/model.h"
#include "core/search.h"
#include "engine/output.h"
#include "puzzles/family.h"
