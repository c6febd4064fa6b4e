// Replies of the doors; views as a page keeps them: the whole at first, then what has changed since.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "wire/json.h"

namespace fastslow::testing {

// Of a refusal; empty where the reply is none.
inline std::string error_key(const wire::Json& reply) {
  return reply.contains("error") ? reply["error"]["key"].get<std::string>() : std::string();
}

// Of a view that tells everything.
inline wire::Json kept(const wire::Json& full) {
  wire::Json view = full;
  view["cells"] = wire::Json::array();
  for (const wire::Json& cell : full["cells"]) view["cells"].push_back(cell[1]);
  view["decisions"] = full["decisions"]["add"];
  return view;
}

// An earlier view with what has changed since.
inline wire::Json applied(wire::Json view, const wire::Json& change) {
  const wire::Json from = view["position"];
  EXPECT_EQ(change["from"], from);
  wire::Json cells = view["cells"];
  wire::Json log = view["decisions"];
  for (const wire::Json& cell : change["cells"]) cells[cell[0].get<std::size_t>()] = cell[1];
  log.erase(log.begin() + change["decisions"]["keep"].get<std::ptrdiff_t>(), log.end());
  for (const wire::Json& mark : change["decisions"]["changed"]) log[mark["id"].get<std::size_t>()] = mark;
  for (const wire::Json& mark : change["decisions"]["add"]) log.push_back(mark);
  view = change;
  view["cells"] = cells;
  view["decisions"] = log;
  return view;
}

}  // namespace fastslow::testing
