// The words that stand for an enum's values outside the program (JSON, traces, options): one table an enum, read both
// ways.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace fastslow {

template <class T, std::size_t N>
using NameTable = std::array<std::pair<T, std::string_view>, N>;

// Empty if the table lacks the value.
template <class T, std::size_t N>
constexpr std::string_view name_in(const NameTable<T, N>& table, T wanted) {
  for (const auto& [value, name] : table) {
    if (value == wanted) return name;
  }
  return {};
}

template <class T, std::size_t N>
constexpr std::optional<T> parse_in(const NameTable<T, N>& table, std::string_view wanted) {
  for (const auto& [value, name] : table) {
    if (name == wanted) return value;
  }
  return std::nullopt;
}

// All of them, in the table's order.
template <class T, std::size_t N>
std::vector<std::string_view> names_of(const NameTable<T, N>& table) {
  std::vector<std::string_view> names;
  for (const auto& entry : table) names.push_back(entry.second);
  return names;
}

}  // namespace fastslow
