// Depth-first search that propagates after every choice. It branches on the variable with the fewest values left
// (Haralick and Elliott, 1980: where failure is near, meet it early) and tries each value in turn. The branches of one
// node differ in that variable's value, so no solution is met twice, and counting needs no memory of those found.
//
// Nothing is learned from a failure: on the small and tightly ruled boards that generators and tests ask about,
// propagation does the work, and a search this plain is easy to trust as a second opinion against Z3.
#include "core/search.h"

#include <algorithm>

#include "core/index.h"
#include "core/propagation.h"

namespace fastslow {
namespace {

class Searcher {
 public:
  Searcher(const Model& model, SearchOptions options) : model_(model), options_(options), propagator_(model) {}

  SearchResult run(const std::vector<Step>& facts) {
    for (const Step& fact : facts) {
      if (!propagator_.assume(fact)) return std::move(result_);
    }
    branch();
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool finished() const {
    return static_cast<int>(result_.solutions.size()) >= options_.limit || !result_.exhausted;
  }

  // The open variable with the fewest values left, or -1; ties go to the first, or to chance. The n-th of the ties
  // replaces the one kept with chance 1/n (reservoir sampling), so each is as likely, and no list of them is made.
  VariableId pick() {
    VariableId best = -1;
    int fewest = 0;
    int ties = 0;
    for (VariableId v = 0; v < model_.variable_count(); ++v) {
      // A literal's first group is its variable's domain, whose open literals the propagator counts anyway.
      const GroupId domain = model_.groups_of(model_.variable(v).first_literal).front();
      const int open = propagator_.open_count(domain);
      if (open == 0) continue;
      if (best < 0 || open < fewest) {
        best = v;
        fewest = open;
        ties = 1;
      } else if (open == fewest && options_.value_order != nullptr && options_.value_order->below(++ties) == 0) {
        best = v;
      }
    }
    return best;
  }

  void branch() {
    if (!propagator_.propagate()) return;
    const VariableId v = pick();
    // Nothing is open and nothing failed: every group is met, as propagation has looked at each.
    if (v < 0) {
      record();
      return;
    }
    std::vector<Literal> choices;
    const Variable& variable = model_.variable(v);
    for (int i = 0; i < variable.domain_size(); ++i) {
      const Literal l = variable.first_literal + i;
      if (propagator_.mark(l) == Mark::open) choices.push_back(l);
    }
    if (options_.value_order != nullptr) options_.value_order->shuffle(choices);
    const int depth = propagator_.depth();
    for (const Literal l : choices) {
      if (options_.max_nodes != 0 && result_.nodes >= options_.max_nodes) result_.exhausted = false;
      if (finished()) return;
      ++result_.nodes;
      if (propagator_.assume({l, true})) branch();
      propagator_.backtrack(depth);
    }
  }

  void record() {
    std::vector<Literal> solution(at(model_.variable_count()));
    for (Literal l = 0; l < model_.literal_count(); ++l) {
      if (propagator_.mark(l) == Mark::placed) solution[at(model_.variable_of(l))] = l;
    }
    result_.solutions.push_back(std::move(solution));
  }

  const Model& model_;
  SearchOptions options_;
  Propagator propagator_;
  SearchResult result_;
};

}  // namespace

SearchResult search(const Model& model, const std::vector<Step>& facts, SearchOptions options) {
  return Searcher(model, options).run(facts);
}

}  // namespace fastslow
