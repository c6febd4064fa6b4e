// A value or a problem. Errors are data: they cross the Wasm boundary and reach
// the page as a key into the sentence catalogues plus arguments, never as prose.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace fastslow {

// Names the cause (`key`, an entry of web/i18n/*.json) and the place (`args`).
struct Problem {
  std::string key;
  std::map<std::string, std::string> args;

  bool operator==(const Problem&) const = default;
};

// As much of somebody's text as a sentence about it has room for.
inline std::string excerpt(std::string_view text) { return std::string(text.substr(0, 40)); }

// Holds either a T or a Problem. `value()` and `problem()` require the matching state.
template <class T>
class Result {
 public:
  Result(T value) : data_(std::move(value)) {}            // NOLINT(google-explicit-constructor)
  Result(Problem problem) : data_(std::move(problem)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const { return data_.index() == 0; }
  [[nodiscard]] const T& value() const { return std::get<0>(data_); }
  [[nodiscard]] T& value() { return std::get<0>(data_); }
  [[nodiscard]] const Problem& problem() const { return std::get<1>(data_); }

 private:
  std::variant<T, Problem> data_;
};

}  // namespace fastslow
