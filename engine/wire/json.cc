#include "wire/json.h"

#include <exception>

namespace fastslow::wire {
namespace {

Json guarded(std::string_view text, const std::string& internal, const std::function<Json(const Json&)>& dispatch) {
  // Without exceptions: text that is no JSON gives a discarded value.
  const Json request = Json::parse(text, nullptr, false);
  if (request.is_discarded() || !request.is_object()) return error_reply({"error.request.json", {}});
  try {
    return dispatch(request);
  } catch (const Json::exception& e) {  // a member is missing or of another type
    return error_reply(bad_argument(e.what()));
  } catch (const std::exception& e) {  // out of memory, or a solver's own failure
    return error_reply({internal, {{"detail", e.what()}}});
  }
}

}  // namespace

Json ok_reply(Json value) { return {{"ok", std::move(value)}}; }

Json error_reply(const Problem& problem) { return {{"error", problem_json(problem)}}; }

Json problem_json(const Problem& problem) { return {{"key", problem.key}, {"args", problem.args}}; }

Problem bad_argument(const std::string& name) { return {"error.request.argument", {{"name", name}}}; }

std::string reply_to(std::string_view request, const std::string& internal,
                     const std::function<Json(const Json&)>& dispatch) {
  // Text from outside may hold invalid UTF-8, which must not make the reply unprintable.
  return guarded(request, internal, dispatch).dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool has(const Json& json, const char* key) { return json.contains(key) && !json.at(key).is_null(); }

std::string number_or_type(const Json& json) { return json.is_number() ? json.dump() : json.type_name(); }

int count_in(const Json& json) {
  const int count = whole<int>(json);
  if (count < 0 || count > 1'000'000) {
    throw Json::type_error::create(302, "no count: " + std::to_string(count), &json);
  }
  return count;
}

Json name_json(const Name& name) {
  Json args = name.args;
  if (args.is_null()) args = Json::object();
  // Catalogues call the phrases within a phrase {{p1}}, {{p2}} ... (core/model.h).
  for (std::size_t i = 0; i < name.parts.size(); ++i) args["p" + std::to_string(i + 1)] = name_json(name.parts[i]);
  return {{"key", name.key}, {"args", std::move(args)}};
}

Json fact_json(const Model& model, Step step) {
  return {
      {"variable", model.variable_of(step.literal)}, {"value", model.value_of(step.literal)}, {"place", step.place}};
}

Json facts_json(const Model& model, const std::vector<Step>& steps) {
  Json facts = Json::array();
  for (const Step& step : steps) facts.push_back(fact_json(model, step));
  return facts;
}

Json steps_json(const std::vector<Step>& steps) {
  Json json = Json::array();
  for (const Step& step : steps) json.push_back({step.literal, step.place ? 1 : 0});
  return json;
}

std::optional<std::vector<Step>> parse_steps(const Model& model, const Json& json) {
  if (!json.is_array()) return std::nullopt;
  std::vector<Step> steps;
  for (const Json& pair : json) {
    const bool well_formed =
        pair.is_array() && pair.size() == 2 && pair[0].is_number_integer() && pair[1].is_number_integer();
    if (!well_formed || !model.has_literal(whole<int>(pair[0]))) return std::nullopt;
    steps.push_back({whole<int>(pair[0]), whole<int>(pair[1]) != 0});
  }
  return steps;
}

Result<Literal> parse_literal(const Model& model, const Json& json) {
  const int variable = whole<int>(json.at("variable"));
  if (variable < 0 || variable >= model.variable_count()) return bad_argument("variable");
  const int value = whole<int>(json.at("value"));
  const Variable& v = model.variable(variable);
  if (value < v.lowest || value > v.highest) return bad_argument("value");
  return model.literal(variable, value);
}

}  // namespace fastslow::wire
