#include "fuzz/requests.h"

#include <limits>

namespace fastslow::fuzz {
namespace {

// What no operation needs, so that no refusal names it: members that may be there.
const std::vector<std::string> kOptional = {"have",     "level",       "words",  "insist", "literal", "budget",
                                            "strategy", "threshold",   "looks",  "reuse",  "trained", "rule",
                                            "on",       "temperature", "undone", "config"};

// The member that a refusal says is missing; empty if it says something else.
std::string missing_member(const Json& reply) {
  const std::string said = reply.value("/error/args/name"_json_pointer, std::string());
  const std::size_t open = said.find("key '");
  if (open == std::string::npos) return {};
  const std::size_t begin = open + 5;
  return said.substr(begin, said.find('\'', begin) - begin);
}

template <class T>
const T& pick(FuzzedDataProvider& data, const std::vector<T>& items) {
  return items[data.ConsumeIntegralInRange<std::size_t>(0, items.size() - 1)];
}

}  // namespace

Json any_json(FuzzedDataProvider& data) {
  static const std::vector<double> odd = {0.5, -1, 1e300, -1e300, 1e19, 4294967296.0};
  switch (data.ConsumeIntegralInRange(0, 9)) {
    case 0:
      return nullptr;
    case 1:
      return data.ConsumeBool();
    case 2:
      return data.ConsumeIntegral<std::int64_t>();
    case 3:
      return data.ConsumeIntegral<std::uint64_t>();
    case 4:
      return pick(data, odd);
    case 5:
      return data.ConsumeRandomLengthString(20);
    case 6:
      return Json::array({data.ConsumeIntegralInRange(-1, 30), data.ConsumeIntegralInRange(-1, 2)});
    case 7:
      return Json::object();
    default:
      return data.ConsumeIntegralInRange(-2, 20);
  }
}

void take_input(std::string_view input, void (*say_lines)(std::string_view), void (*make_up)(FuzzedDataProvider&)) {
  if (input.starts_with('{')) {
    say_lines(input);
  } else {
    FuzzedDataProvider data(reinterpret_cast<const unsigned char*>(input.data()), input.size());
    make_up(data);
  }
}

Requests::Requests(Door door) : door_(std::move(door)) {
  protocol_ = ask({{"op", "protocol"}}).at("ok");
  make_with("family", [this](FuzzedDataProvider& data) { return Json(choose_small(data).family); });
  make_with("text", [this](FuzzedDataProvider&) { return Json(small_.text); });
}

const Small& Requests::choose_small(FuzzedDataProvider& data) {
  small_ = pick(data, small_puzzles());
  return small_;
}

std::vector<std::string> Requests::words(const std::string& name) const {
  return protocol_.at("enums").value(name, std::vector<std::string>());
}

Json Requests::seen(const std::string& member) const {
  const auto found = seen_.find(member);
  return found == seen_.end() ? Json() : found->second;
}

Json Requests::ask(const Json& request) {
  // Strings made from bytes need not be UTF-8: sent as they are, they could not be read.
  const std::string text = request.dump(-1, ' ', false, Json::error_handler_t::replace);
  tell(text);
  Json reply = checked_reply(door_(text));
  // What the module tells of itself is no part of a game.
  const bool of_game = reply.contains("ok") && reply["ok"].is_object() && !reply["ok"].contains("operations");
  if (of_game) remember(reply["ok"]);
  return reply;
}

Json Requests::ask(FuzzedDataProvider& data) {
  Json request = {{"op", pick(data, protocol_.at("operations").get<std::vector<std::string>>())}};
  for (int more = data.ConsumeIntegralInRange(0, 2); more > 0; --more) {
    const std::string& member = pick(data, kOptional);
    request[member] = value_of(data, member);
  }
  for (int tries = 0;; ++tries) {
    Json reply = ask(request);
    const std::string member = missing_member(reply);
    if (member.empty() || request.contains(member) || tries == 6) return reply;
    request[member] = value_of(data, member);
  }
}

// Mostly what may well be meant, sometimes anything.
Json Requests::value_of(FuzzedDataProvider& data, const std::string& member) {
  const int kind = data.ConsumeIntegralInRange(0, 15);
  if (kind == 0) return any_json(data);
  if (kind == 1) return data.ConsumeBool();
  if (const auto maker = makers_.find(member); maker != makers_.end()) return maker->second(data);
  const std::vector<std::string> known = words(member);
  if (!known.empty() && kind > 2) return pick(data, known);
  Json kept = seen(member);
  if (kept.is_string() || kept.is_structured() || (!kept.is_null() && kind > 8)) return kept;
  return data.ConsumeIntegralInRange(0, 8);
}

// Every member at any depth, later ones over earlier ones; of lists the first few entries.
void Requests::remember(const Json& reply) {
  if (reply.is_array()) {
    for (std::size_t i = 0; i < reply.size() && i < 4; ++i) remember(reply[i]);
  } else if (reply.is_object()) {
    for (const auto& [name, value] : reply.items()) {
      remember(value);
      if (!value.is_null()) seen_[name] = value;
    }
  }
}

}  // namespace fastslow::fuzz
