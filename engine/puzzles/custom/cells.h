// The cells of an author's puzzle and how constraints refer to them.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/result.h"
#include "puzzles/puzzle.h"

namespace fastslow::puzzles::custom {

// error.custom.* with the path of the offending member: `cause` is the key's last part.
Problem custom_problem(const std::string& cause, const std::string& path, std::map<std::string, std::string> args = {});

struct CustomCell {
  std::string id;
  Name name;
  Square square;
  int lowest = 0;
  int highest = 0;
};

// The cells that a declaration lists or asks for as a grid.
Result<std::vector<CustomCell>> read_custom_cells(const nlohmann::json& declaration);

// Resolves cell ids and patterns to variables.
class CellIndex {
 public:
  explicit CellIndex(const std::vector<CustomCell>& cells);

  // Of one cell.
  [[nodiscard]] Result<VariableId> one(const nlohmann::json& id, const std::string& path) const;
  // Of a list of ids and patterns, or of one pattern; each at most once.
  [[nodiscard]] Result<std::vector<VariableId>> many(const nlohmann::json& json, const std::string& path) const;

 private:
  [[nodiscard]] std::vector<VariableId> matching(const std::string& pattern) const;

  std::map<std::string, VariableId> by_id_;
  std::map<std::pair<int, int>, VariableId> by_square_;
};

}  // namespace fastslow::puzzles::custom
