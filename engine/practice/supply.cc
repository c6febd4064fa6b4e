#include "practice/supply.h"

#include <array>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/index.h"
#include "core/random.h"
#include "core/search.h"
#include "core/state.h"
#include "puzzles/common/reduce.h"

namespace fastslow::practice {
namespace {

// Branchings of the search that shows a solution to be the only one, and of the one that deals.
constexpr std::uint64_t kNodes = 50'000;
constexpr std::uint64_t kDealNodes = 2'000;
constexpr int kDeals = 20;  // tries; a random order of values sometimes leads the search astray

// A number of its own for each puzzle of a supply: seeds of different supplies meet nowhere in practice.
std::uint64_t seed_of(const Supply& supply, std::uint64_t index) { return (supply.seed << 32U) + index; }

// The declaration without its givens. Only authors' puzzles have any that are not clues of the family's own; the others'
// empty boards are told by whoever asks.
std::string bare(const std::string& family, const std::string& text) {
  if (family != "custom") return text;
  nlohmann::json declaration = nlohmann::json::parse(text, nullptr, false);
  if (!declaration.is_object()) return text;
  declaration.erase("givens");
  return declaration.dump();
}

// Another puzzle by the same rules: a random solution, of which as few values are given as determine it.
Result<std::string> dealt(const puzzles::Family& family, const Supply& supply, std::uint64_t index) {
  const Result<puzzles::Puzzle> empty = family.parse(bare(supply.family, supply.deal));
  if (!empty.ok()) return empty.problem();
  const Model& model = empty.value().model;
  if (model.literal_count() > kMostLiterals) {
    return Problem{"error.practice.large",
                   {{"literals", std::to_string(model.literal_count())}, {"limit", std::to_string(kMostLiterals)}}};
  }
  Random random(seed_of(supply, index));
  for (int i = 0; i < kDeals; ++i) {
    const SearchResult found = search(model, {}, {.limit = 1, .max_nodes = kDealNodes, .value_order = &random});
    if (found.solutions.empty()) continue;
    std::vector<Literal> clues;
    const State start = initial_state(model);
    for (VariableId v = 0; v < model.variable_count(); ++v) {
      if (!model.variable(v).hidden && !placed_value(model, start, v)) clues.push_back(found.solutions[0][at(v)]);
    }
    const std::array levels = {puzzles::Level::hard, puzzles::Level::medium};
    const std::vector<bool> kept =
        puzzles::reduce_givens(model, clues, levels[index % levels.size()], random, kDealNodes);
    State given = start;
    for (std::size_t k = 0; k < clues.size(); ++k) {
      if (kept[k]) given.marks[at(clues[k])] = Mark::placed;
    }
    return family.write(empty.value(), given);
  }
  return Problem{"error.practice.unique", {}};
}

Result<std::string> text_at(const puzzles::Family& family, const Supply& supply, std::uint64_t index) {
  if (!supply.texts.empty()) return supply.texts[index % supply.texts.size()];
  if (!supply.size.empty()) {
    const std::array levels = {puzzles::Level::hard, puzzles::Level::medium, puzzles::Level::easy};
    return family.generate(supply.size, levels[index % levels.size()], seed_of(supply, index));
  }
  if (!supply.deal.empty()) return dealt(family, supply, index);
  return Problem{"error.practice.supply", {{"family", supply.family}}};
}

}  // namespace

Result<Exercise> exercise_of(const std::string& family, const std::string& text) {
  const Result<const puzzles::Family*> found = puzzles::family_or_problem(family);
  if (!found.ok()) return found.problem();
  Result<puzzles::Puzzle> puzzle = found.value()->parse(text);
  if (!puzzle.ok()) return puzzle.problem();
  const Model& model = puzzle.value().model;
  if (puzzle.value().grows) return Problem{"error.practice.grows", {}};
  if (model.literal_count() > kMostLiterals) {
    return Problem{"error.practice.large",
                   {{"literals", std::to_string(model.literal_count())}, {"limit", std::to_string(kMostLiterals)}}};
  }
  SearchResult solved = search(model, {}, {.limit = 2, .max_nodes = kNodes});
  if (!solved.exhausted || solved.solutions.size() != 1) return Problem{"error.practice.unique", {}};
  return Exercise{text, std::move(puzzle.value()), std::move(solved.solutions.front())};
}

Result<Exercise> exercise_at(const Supply& supply, std::uint64_t index) {
  const Result<const puzzles::Family*> found = puzzles::family_or_problem(supply.family);
  if (!found.ok()) return found.problem();
  Result<std::string> text = text_at(*found.value(), supply, index);
  if (!text.ok()) return text.problem();
  return exercise_of(supply.family, text.value());
}

}  // namespace fastslow::practice
