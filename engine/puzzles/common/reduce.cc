// Each clue is tried once. That is enough: fewer clues allow more solutions, so a clue that was needed while others
// were still there is needed all the more without them. What is left is minimal, not smallest: another order may leave
// fewer. (A search that gives up counts as a no and keeps its clue, which may then be one too many.)
#include "puzzles/common/reduce.h"

#include "core/search.h"

namespace fastslow::puzzles {
namespace {

// Of the clues that could go, how many of a hundred stay.
int spared(Level level) { return level == Level::easy ? 45 : level == Level::medium ? 15 : 0; }

}  // namespace

std::vector<bool> reduce(std::size_t count, Level level, Random& random,
                         const std::function<bool(const std::vector<bool>& kept, std::size_t clue)>& suffices) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < count; ++i) order.push_back(i);
  random.shuffle(order);
  std::vector<bool> kept(count, true);
  std::vector<std::size_t> removed;
  for (const std::size_t clue : order) {
    kept[clue] = false;
    if (suffices(kept, clue)) {
      removed.push_back(clue);
    } else {
      kept[clue] = true;
    }
  }
  const std::size_t back = removed.size() * static_cast<std::size_t>(spared(level)) / 100;
  for (std::size_t i = 0; i < back; ++i) kept[removed[i]] = true;
  return kept;
}

std::vector<bool> reduce_givens(const Model& model, const std::vector<Literal>& clues, Level level, Random& random,
                                std::uint64_t max_nodes) {
  // With the clue there was one solution. A second one without it must differ in just that value, so a search with the
  // value forbidden is enough, and has less to look through than one for two solutions.
  return reduce(clues.size(), level, random, [&](const std::vector<bool>& kept, std::size_t removed) {
    std::vector<Step> facts = {{clues[removed], false}};
    for (std::size_t i = 0; i < kept.size(); ++i) {
      if (kept[i]) facts.push_back({clues[i], true});
    }
    const SearchResult others = search(model, facts, {.limit = 1, .max_nodes = max_nodes});
    return others.solutions.empty() && others.exhausted;
  });
}

bool has_one_solution(const Model& model, std::uint64_t max_nodes) {
  const SearchResult found = search(model, {}, {.limit = 2, .max_nodes = max_nodes});
  return found.solutions.size() == 1 && found.exhausted;
}

}  // namespace fastslow::puzzles
