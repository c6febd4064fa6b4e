#include "puzzles/custom/rules.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <set>
#include <utility>

#include "puzzles/custom/custom.h"
#include "puzzles/custom/spelling.h"

namespace fastslow::puzzles::custom {
namespace {

using Json = nlohmann::json;
using Variables = std::vector<VariableId>;

// Far from the ends of an int, so that a bound can be read without care for overflow.
constexpr int kMaxNumber = 1'000'000;
constexpr std::size_t kMaxName = 120;

// One constraint being read. Each reader returns the problem, if there is one.
struct Reader {
  Model& model;
  const CellIndex& index;
  const Json& json;
  std::string path;
  Name name;
  const Variables* unit;

  [[nodiscard]] Problem problem(const std::string& cause, const std::string& member = "",
                                std::map<std::string, std::string> args = {}) const {
    return custom_problem(cause, path + (member.empty() ? "" : "/" + member), std::move(args));
  }

  [[nodiscard]] Result<Variables> cells(std::size_t at_least) const {
    if (!unit && !json.contains("cells")) return problem("missing", "", {{"member", "cells"}});
    Result<Variables> found = unit ? Result<Variables>(*unit) : index.many(json.at("cells"), path + "/cells");
    if (found.ok() && found.value().size() < at_least) {
      return problem("too_few", unit ? "" : "cells", {{"limit", std::to_string(at_least)}});
    }
    return found;
  }

  [[nodiscard]] Result<int> number(const Json& value, const std::string& member) const {
    if (value.is_number_integer()) {
      const auto read = value.get<std::int64_t>();
      if (read >= -kMaxNumber && read <= kMaxNumber) return static_cast<int>(read);
    }
    return problem("number", member,
                   {{"lowest", std::to_string(-kMaxNumber)}, {"highest", std::to_string(kMaxNumber)}});
  }

  // "equals", or "at_least" and/or "at_most".
  [[nodiscard]] Result<Span> bounds() const {
    Span span{kNoLower, kNoUpper};
    bool any = false;
    for (const char* member : {"equals", "at_least", "at_most"}) {
      if (!json.contains(member)) continue;
      const Result<int> value = number(json.at(member), member);
      if (!value.ok()) return value.problem();
      const std::string_view which = member;
      if (which != "at_most") span.lowest = value.value();
      if (which != "at_least") span.highest = value.value();
      any = true;
    }
    if (!any) return problem("missing", "", {{"member", "equals"}});
    if (span.lowest > span.highest) return problem("bounds");
    return span;
  }

  [[nodiscard]] Result<Literal> literal(VariableId v, int value, const std::string& member) const {
    const Variable& variable = model.variable(v);
    if (value >= variable.lowest && value <= variable.highest) return model.literal(v, value);
    return problem("number", member,
                   {{"lowest", std::to_string(variable.lowest)}, {"highest", std::to_string(variable.highest)}});
  }

  // All cells must have the same values: only then can each value have a group of the cells in which it may be. More
  // cells than values could never differ, which is told at once.
  std::optional<Problem> all_different() {
    const Result<Variables> scope = cells(2);
    if (!scope.ok()) return scope.problem();
    const Variable front = model.variable(scope.value().front());
    for (const VariableId v : scope.value()) {
      const Variable& other = model.variable(v);
      if (other.lowest != front.lowest || other.highest != front.highest) return problem("domains", "cells");
    }
    if (static_cast<int>(scope.value().size()) > front.domain_size()) return problem("too_many_different", "cells");
    model.add_all_different(name, scope.value());
    return std::nullopt;
  }

  std::optional<Problem> sum() {
    const Result<Variables> scope = cells(1);
    if (!scope.ok()) return scope.problem();
    if (json.contains("not_equals")) return other_sum(scope.value());
    const Result<Span> span = bounds();
    if (!span.ok()) return span.problem();
    std::vector<int> coefficients(scope.value().size(), 1);
    if (json.contains("coefficients")) {
      const Json& list = json.at("coefficients");
      if (!list.is_array() || list.size() != coefficients.size()) return problem("as_many", "coefficients");
      for (std::size_t i = 0; i < list.size(); ++i) {
        const Result<int> value = number(list[i], "coefficients/" + std::to_string(i));
        if (!value.ok()) return value.problem();
        // With at most 400 cells and values within 1000, a sum stays below 4 * 10^8, within an int.
        if (std::abs(value.value()) > 1000) {
          return problem("number", "coefficients", {{"lowest", "-1000"}, {"highest", "1000"}});
        }
        coefficients[i] = value.value();
      }
    }
    model.add_linear(name, scope.value(), coefficients, span.value().lowest, span.value().highest);
    return std::nullopt;
  }

  // Two cells may add up to anything else.
  std::optional<Problem> other_sum(const Variables& scope) {
    const Result<int> value = number(json.at("not_equals"), "not_equals");
    if (!value.ok()) return value.problem();
    if (scope.size() != 2 || json.size() > (unit ? 2U : 3U) + json.count("name")) return problem("not_equals");
    return neighbours([&](int a, int b) { return a + b != value.value(); });
  }

  // A chain: each cell is less than the next.
  std::optional<Problem> less() {
    const Result<Variables> scope = cells(2);
    if (!scope.ok()) return scope.problem();
    for (std::size_t i = 0; i + 1 < scope.value().size(); ++i) {
      model.add_less(name, scope.value()[i], scope.value()[i + 1]);
    }
    return std::nullopt;
  }

  // Each cell and the next in the list: only the pairs of values that `fits`.
  std::optional<Problem> neighbours(const std::function<bool(int, int)>& fits) {
    const Result<Variables> scope = cells(2);
    if (!scope.ok()) return scope.problem();
    for (std::size_t i = 0; i + 1 < scope.value().size(); ++i) {
      const Variable one = model.variable(scope.value()[i]);
      const Variable other = model.variable(scope.value()[i + 1]);
      std::vector<std::vector<int>> rows;
      for (int a = one.lowest; a <= one.highest; ++a) {
        for (int b = other.lowest; b <= other.highest; ++b) {
          if (fits(a, b)) rows.push_back({a, b});
        }
      }
      if (rows.empty()) return problem("no_pair");
      model.add_table(name, {scope.value()[i], scope.value()[i + 1]}, rows);
    }
    return std::nullopt;
  }

  // How far apart a cell and the next are.
  std::optional<Problem> difference() {
    const Result<Span> span = bounds();
    if (!span.ok()) return span.problem();
    return neighbours([&](int a, int b) {
      const int apart = std::abs(a - b);
      return apart >= span.value().lowest && apart <= span.value().highest;
    });
  }

  // One of the two is so many times the other; or neither is.
  std::optional<Problem> ratio() {
    const bool is = json.contains("equals");
    const std::string member = is ? "equals" : "not_equals";
    if (!json.contains(member)) return problem("missing", "", {{"member", "equals"}});
    if (is && json.contains("not_equals")) return problem("not_equals");
    const Result<int> value = number(json.at(member), member);
    if (!value.ok()) return value.problem();
    // Values are within 1000 and the number within a million: the product fits.
    const int times = value.value();
    return neighbours([&](int a, int b) { return (a == times * b || b == times * a) == is; });
  }

  std::optional<Problem> same() {
    return neighbours([](int a, int b) { return a == b; });
  }

  // Without negative values: a product lowers to sums of the exponents of its primes, and a sign has none.
  std::optional<Problem> product() {
    const Result<Variables> scope = cells(1);
    if (!scope.ok()) return scope.problem();
    if (!json.contains("equals")) return problem("missing", "", {{"member", "equals"}});
    const Result<int> value = number(json.at("equals"), "equals");
    if (!value.ok()) return value.problem();
    const bool negative = value.value() < 0 || std::any_of(scope.value().begin(), scope.value().end(),
                                                           [&](VariableId v) { return model.variable(v).lowest < 0; });
    if (negative) return problem("negative");
    model.add_product(name, scope.value(), value.value());
    return std::nullopt;
  }

  // How many of the cells have a value.
  std::optional<Problem> count() {
    const Result<Variables> scope = cells(1);
    if (!scope.ok()) return scope.problem();
    const Result<Span> span = bounds();
    if (!span.ok()) return span.problem();
    if (!json.contains("value")) return problem("missing", "", {{"member", "value"}});
    const Result<int> value = number(json.at("value"), "value");
    if (!value.ok()) return value.problem();
    std::vector<Literal> literals;
    for (const VariableId v : scope.value()) {
      const Result<Literal> l = literal(v, value.value(), "value");
      if (!l.ok()) return l.problem();
      literals.push_back(l.value());
    }
    model.add_cardinality(name, literals, span.value().lowest, span.value().highest);
    return std::nullopt;
  }

  // At least one of [{cell, is | is_not}, ...].
  std::optional<Problem> any() {
    if (!json.contains("of") || !json.at("of").is_array() || json.at("of").empty()) {
      return problem("missing", "", {{"member", "of"}});
    }
    std::set<Literal> literals;
    for (std::size_t i = 0; i < json.at("of").size(); ++i) {
      const Json& item = json.at("of")[i];
      const std::string member = "of/" + std::to_string(i);
      constexpr std::array<std::string_view, 3> statement_members = {"cell", "is", "is_not"};
      if (auto problem = only(item, path + "/" + member, statement_members)) return problem;
      if (!item.is_object() || !item.contains("cell") || item.contains("is") == item.contains("is_not")) {
        return problem("choice", member);
      }
      const Result<VariableId> v = index.one(item.at("cell"), path + "/" + member + "/cell");
      if (!v.ok()) return v.problem();
      const bool is = item.contains("is");
      const std::string verb = is ? "is" : "is_not";
      const std::string place = member + (is ? "/is" : "/is_not");
      const Result<int> value = number(item.at(verb), place);
      if (!value.ok()) return value.problem();
      const Result<Literal> l = literal(v.value(), value.value(), place);
      if (!l.ok()) return l.problem();
      const Variable& variable = model.variable(v.value());
      // A clause is made of values that hold: "is not 3" becomes "is one of the others".
      for (int k = 0; k < variable.domain_size(); ++k) {
        const Literal other = variable.first_literal + k;
        if ((other == l.value()) == is) literals.insert(other);
      }
    }
    if (literals.empty()) return problem("choice", "of");
    model.add_clause(name, {literals.begin(), literals.end()});
    return std::nullopt;
  }

  // Which combinations of values the cells may have. Rows are kept in a set, so one that is written twice counts once.
  std::optional<Problem> table() {
    const Result<Variables> scope = cells(2);
    if (!scope.ok()) return scope.problem();
    if (!json.contains("rows") || !json.at("rows").is_array() || json.at("rows").empty()) {
      return problem("missing", "", {{"member", "rows"}});
    }
    if (json.at("rows").size() > static_cast<std::size_t>(kMaxCustomTuples)) {
      return problem("too_many_rows", "rows", {{"limit", std::to_string(kMaxCustomTuples)}});
    }
    std::set<std::vector<int>> rows;
    for (std::size_t i = 0; i < json.at("rows").size(); ++i) {
      const Json& row = json.at("rows")[i];
      const std::string member = "rows/" + std::to_string(i);
      if (!row.is_array() || row.size() != scope.value().size()) return problem("as_many", member);
      std::vector<int> tuple;
      for (std::size_t k = 0; k < row.size(); ++k) {
        const std::string entry = member + "/" + std::to_string(k);
        const Result<int> value = number(row[k], entry);
        if (!value.ok()) return value.problem();
        const Result<Literal> l = literal(scope.value()[k], value.value(), entry);
        if (!l.ok()) return l.problem();
        tuple.push_back(value.value());
      }
      rows.insert(std::move(tuple));
    }
    model.add_table(name, scope.value(), {rows.begin(), rows.end()});
    return std::nullopt;
  }
};

struct Kind {
  std::string_view name;
  std::optional<Problem> (Reader::*read)();
  // What such a rule may say besides its kind, its name and its cells.
  std::array<std::string_view, 5> members;
};

constexpr std::array<Kind, 10> kKinds = {{
    {"all_different", &Reader::all_different, {}},
    {"sum", &Reader::sum, {"equals", "at_least", "at_most", "coefficients", "not_equals"}},
    {"less", &Reader::less, {}},
    {"difference", &Reader::difference, {"equals", "at_least", "at_most"}},
    {"ratio", &Reader::ratio, {"equals", "not_equals"}},
    {"same", &Reader::same, {}},
    {"product", &Reader::product, {"equals"}},
    {"count", &Reader::count, {"value", "equals", "at_least", "at_most"}},
    {"any", &Reader::any, {"of"}},
    {"table", &Reader::table, {"rows"}},
}};

constexpr auto kKindNames = [] {
  std::array<std::string_view, kKinds.size()> names;
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = kKinds[i].name;
  return names;
}();

std::optional<Problem> unknown_member(const Reader& reader, const Kind& kind) {
  std::vector<std::string_view> known = {"kind"};
  if (!reader.unit) known.emplace_back("name");
  if (!reader.unit && kind.name != "any") known.emplace_back("cells");
  for (const std::string_view member : kind.members) {
    if (!member.empty()) known.push_back(member);
  }
  return only(reader.json, reader.path, known);
}

std::optional<Problem> add_rule(Reader& reader) {
  if (!reader.json.is_object()) return reader.problem("object");
  const auto word = reader.json.value("kind", Json()).is_string() ? reader.json.at("kind").get<std::string>() : "";
  const auto kind = std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& k) { return k.name == word; });
  if (kind == kKinds.end()) {
    return misspelt("kind", reader.path + "/kind", {{"kinds", listed(kKindNames)}}, word, kKindNames);
  }
  if (auto problem = unknown_member(reader, *kind)) return problem;
  if (reader.json.contains("name")) {
    const Json& name = reader.json.at("name");
    if (!name.is_string() || name.get<std::string>().empty() || name.get<std::string>().size() > kMaxName) {
      return reader.problem("text", "name");
    }
    reader.name = {"@" + name.get<std::string>(), {}};
  }
  return (reader.*kind->read)();
}

}  // namespace

std::optional<Problem> add_custom_rule(Model& model, const CellIndex& index, const Json& rule, const std::string& path,
                                       Name name, const Variables* unit) {
  Reader reader{model, index, rule, path, std::move(name), unit};
  if (auto problem = add_rule(reader)) return problem;
  // After each rule, so that at most one of them goes beyond the limits.
  if (model.literal_count() > kMaxCustomLiterals || model.group_count() > 4 * kMaxCustomLiterals) {
    return custom_problem("too_large", path, {{"limit", std::to_string(kMaxCustomLiterals)}});
  }
  return std::nullopt;
}

std::optional<Problem> add_custom_rules(Model& model, const CellIndex& index, const Json& declaration) {
  if (!declaration.contains("constraints")) return std::nullopt;
  const Json& list = declaration.at("constraints");
  if (!list.is_array()) return custom_problem("list", "/constraints");
  if (list.size() > static_cast<std::size_t>(kMaxCustomConstraints)) {
    return custom_problem("too_many_rules", "/constraints", {{"limit", std::to_string(kMaxCustomConstraints)}});
  }
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string path = "/constraints/" + std::to_string(i);
    const Name name{"unit.rule", {{"n", static_cast<int>(i) + 1}}};
    if (auto problem = add_custom_rule(model, index, list[i], path, name)) return problem;
  }
  return std::nullopt;
}

}  // namespace fastslow::puzzles::custom
