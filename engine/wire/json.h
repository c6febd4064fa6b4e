// What everything on the wire is made of: replies, problems, names of cells and rules, steps. Each value has one
// form, written and read here or in the file named after it.
#pragma once

#include <cstdint>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/model.h"
#include "core/result.h"
#include "core/state.h"

namespace fastslow::wire {

using Json = nlohmann::json;

// The two kinds of reply, and no third.
Json ok_reply(Json value);
Json error_reply(const Problem& problem);
// {key, args}, `Problem` of web/src/protocol.
Json problem_json(const Problem& problem);

// error.request.argument: `name` is missing, of another type, or out of range.
Problem bad_argument(const std::string& name);

// The reply to a request as text, whatever comes in and whatever `dispatch` throws: what is not a JSON object is
// error.request.json, a missing or mistyped member error.request.argument, anything else `internal` {detail}.
std::string reply_to(std::string_view request, const std::string& internal,
                     const std::function<Json(const Json& request)>& dispatch);

// Whether a member is there and not null.
bool has(const Json& json, const char* key);

// A number as it is written; of anything else only what it is, as it may be of any size and depth.
std::string number_or_type(const Json& json);

// The whole number that is written there. Throws nlohmann's type_error for anything else: with `get<int>` 1e300 would
// be undefined, and 2^32 would be read as 0.
template <class Int>
Int whole(const Json& json) {
  const bool fits = json.is_number_unsigned()
                        ? std::in_range<Int>(json.get<std::uint64_t>())
                        : json.is_number_integer() && std::in_range<Int>(json.get<std::int64_t>());
  if (!fits) throw Json::type_error::create(302, "no whole number of that range: " + number_or_type(json), &json);
  return json.get<Int>();
}
template <class Int>
Int whole_or(const Json& json, const char* key, Int otherwise) {
  return json.contains(key) ? whole<Int>(json.at(key)) : otherwise;
}
// How often something happened, as others tell it: from 0 to a million, so that sums of them stay numbers.
int count_in(const Json& json);

Json name_json(const Name& name);

// {variable, value, place}, for people's eyes and the board.
Json fact_json(const Model& model, Step step);
Json facts_json(const Model& model, const std::vector<Step>& steps);

// [[literal, 0 or 1], ...], for machines. Reading checks every index against the model.
Json steps_json(const std::vector<Step>& steps);
std::optional<std::vector<Step>> parse_steps(const Model& model, const Json& json);

// The literal of {variable, value}. Problem: error.request.argument, naming the member that is out of range.
Result<Literal> parse_literal(const Model& model, const Json& json);

}  // namespace fastslow::wire
