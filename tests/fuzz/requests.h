// Requests made from bytes. What there is to ask comes from a door itself: operations and words from `protocol`, what
// an operation cannot do without from its refusals, and plausible values from what earlier replies have held.
#pragma once

#include <fuzzer/FuzzedDataProvider.h>

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/fuzzing.h"

namespace fastslow::fuzz {

class Requests {
 public:
  using Door = std::function<std::string(const std::string&)>;
  // How a member of this name is made, where nothing simpler would ever be accepted.
  using Maker = std::function<Json(FuzzedDataProvider&)>;

  // `door` answers one request; it is asked for its `protocol` at once. "family" and "text" are made of a small puzzle.
  explicit Requests(Door door);

  void make_with(const std::string& member, Maker maker) { makers_[member] = std::move(maker); }

  // Asks for some operation, with what it turns out to need, and now and then with more than that. The last reply.
  Json ask(FuzzedDataProvider& data);
  // Asks for just this, and remembers what the reply holds.
  Json ask(const Json& request);

  // Chooses the small puzzle that requests speak of from now on.
  const Small& choose_small(FuzzedDataProvider& data);
  [[nodiscard]] const Small& small() const { return small_; }

  // What the last reply that had a member of this name said; null if none had.
  [[nodiscard]] Json seen(const std::string& member) const;

  // The words of one of the protocol's enums.
  [[nodiscard]] std::vector<std::string> words(const std::string& name) const;

 private:
  Json value_of(FuzzedDataProvider& data, const std::string& member);
  void remember(const Json& reply);

  Door door_;
  Json protocol_;
  std::map<std::string, Maker> makers_;
  std::map<std::string, Json> seen_;
  Small small_ = small_puzzles().front();
};

// An input for a door: one that begins with "{" is the requests themselves, one a line; any other is bytes out of which
// requests are made.
void take_input(std::string_view input, void (*say_lines)(std::string_view requests),
                void (*make_up)(FuzzedDataProvider& data));

// Anything at all, and not deep.
Json any_json(FuzzedDataProvider& data);

}  // namespace fastslow::fuzz
