// How a model is told to Z3, and which of its answers are believed.
//
// Z3 is told the open rest: what propagation settles from the givens is asserted outright, and rules are told in terms
// of the literals that are left, if they can still bind (open_rest.h).
//
// Each literal is a Boolean. The logic QF_FD ("finite domains") sends Booleans, counts and pseudo-Boolean sums to Z3's
// SAT solver, without the theories that a puzzle does not need. Facts are assumptions of a check, not assertions, so
// nothing is ever taken back and what Z3 has learned stays good for the next position.
//
// To get cores that name rules, each part is asserted behind a guard of its own, "guard -> rule", and a check assumes
// the guards of the rules that it may use: the assumption literals of MiniSat (Een and Sorensson, 2003). The guards
// have a price, so up to three encodings are kept, each made when first needed:
//
//   - plain: every rule asserted. For questions whose answer is mostly a solution.
//   - guarded: every rule behind its guard. For cores.
//   - few: guarded, of the rules of one small question only. A proof of three rules should not wait until Z3 has been
//     told a whole minefield.
//
// An unsat becomes the claim "this is forced", so more care is taken with it than with a solution: what the plain
// encoding refutes the guarded one must confirm, and a core that leaves something out must stand a check of its own. Z3
// was seen to need both (`asked_again`, `sound_core`).
//
// Effort is Z3's own count of steps (rlimit), not time: with the fixed seed, the same questions in the same order give
// the same answers, and end at the same place, on every run.
#include "solver/z3_solver.h"

#include <z3++.h>

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/index.h"
#include "solver/open_rest.h"
#include "solver/presolve.h"

namespace fastslow::solver {
namespace {

void sort_members(Core& core) {
  std::sort(core.parts.begin(), core.parts.end());
  std::sort(core.facts.begin(), core.facts.end(),
            [](Step a, Step b) { return a.literal != b.literal ? a.literal < b.literal : a.place && !b.place; });
  core.parts.erase(std::unique(core.parts.begin(), core.parts.end()), core.parts.end());
  core.facts.erase(std::unique(core.facts.begin(), core.facts.end()), core.facts.end());
}

// One Z3 solver over the literals of a model. `Plain` asserts every rule; `guarded` asserts
// "guard -> rule" instead, so that a check can choose its rules and a core can name them.
class Encoding {
 public:
  enum class Kind { plain, guarded };

  // `only`: the parts (ascending) that checks will ask about; by default all. Domains always hold.
  Encoding(z3::context& context, const Model& model, Kind kind, const Z3Encoding& options,
           const std::vector<PartId>* only = nullptr);

  CheckResult check(const Query& query);

 private:
  void add_bounds(GroupId group);
  void add_weighted(GroupId group, const Group& rest);
  void add_implications(const Group& group, PartId part);
  void add_sum_bound(const Group& group, PartId part);
  void add_at_least(const std::vector<Literal>& literals, int bound, PartId guard);
  void add_at_most(const std::vector<Literal>& literals, int bound, PartId guard);
  void add_rule(const z3::expr& rule, PartId guard);
  Truth ask(const std::vector<Step>& facts, const std::vector<PartId>& parts,
            const std::vector<Literal>& apart_from = {});
  z3::expr differs(const std::vector<Literal>& solution);
  Core sound_core(const Query& query);
  bool confirms(const Core& core);
  [[nodiscard]] std::vector<PartId> parts_of(const Query& query) const;
  void configure(std::uint64_t budget);
  [[nodiscard]] std::uint32_t effort() const;
  [[nodiscard]] std::uint32_t effort_so_far() const;
  [[nodiscard]] std::vector<Literal> read_assignment() const;
  [[nodiscard]] Core read_core() const;

  z3::context& context_;
  const Model& model_;
  const Kind kind_;
  const Z3Encoding& options_;
  std::vector<Mark> settled_;  // by literal: what follows from all that is told without a guard
  z3::solver solver_;
  z3::expr_vector holds_;   // by literal
  z3::expr_vector absent_;  // its negation: one expression each, so that cores can be looked up
  std::map<PartId, z3::expr> guards_;
  std::map<unsigned, Step> step_of_;    // by expression id; looked up, never iterated
  std::map<unsigned, PartId> part_of_;  // likewise
  std::uint64_t budget_ = 0;            // of the check under way
  std::uint32_t started_at_ = 0;        // its effort count at the start
  unsigned rlimit_ = 0;                 // as Z3 was last told
  int others_ = 0;                      // how often another solution was asked for
};

z3::solver solver_for(z3::context& context, const Z3Encoding& options) {
  const bool general = *options.logic == '\0';
  z3::solver solver = general ? z3::solver(context, z3::solver::simple()) : z3::solver(context, options.logic);
  z3::params params(context);
  params.set("random_seed", 0U);
  // Adders. The default (sorting networks on demand) took 3.7 s instead of 0.06 s to find the first layout of a
  // 16x16 minefield with 40 mines, and minutes instead of 0.2 s with 99 mines on 30x16.
  if (!general) params.set("cardinality.encoding", context.str_symbol(options.counts));
  params.set("ctrl_c", false);  // a library leaves the host's signal handlers alone
  solver.set(params);
  return solver;
}

Encoding::Encoding(z3::context& context, const Model& model, Kind kind, const Z3Encoding& options,
                   const std::vector<PartId>* only)
    : context_(context),
      model_(model),
      kind_(kind),
      options_(options),
      settled_(settled_by_givens(model, kind == Kind::plain)),
      solver_(solver_for(context, options)),
      holds_(context),
      absent_(context) {
  for (Literal l = 0; l < model.literal_count(); ++l) {
    holds_.push_back(context.bool_const(("x" + std::to_string(l)).c_str()));
    absent_.push_back(!holds_[l]);
    step_of_.emplace(holds_[l].id(), Step{l, true});
    step_of_.emplace(absent_[l].id(), Step{l, false});
  }
  const auto wanted = [only](PartId part) {
    return only == nullptr || std::binary_search(only->begin(), only->end(), part);
  };
  for (GroupId g = 0; g < model.group_count(); ++g) {
    const bool is_domain = model.group(g).is_domain();
    if (!is_domain && !wanted(lower_part(g)) && !wanted(upper_part(g))) continue;
    for (const PartId part : {lower_part(g), upper_part(g)}) {
      if (kind == Kind::plain || is_domain || part_is_trivial(model, part) || !wanted(part)) continue;
      const z3::expr guard = context.bool_const(("p" + std::to_string(part)).c_str());
      guards_.emplace(part, guard);
      part_of_.emplace(guard.id(), part);
    }
    add_bounds(g);
  }
  // Where the givens contradict each other, nothing is settled; they are told all the same.
  for (const Literal l : model.givens()) {
    if (settled_[at(l)] == Mark::open) solver_.add(holds_[l]);
  }
  for (Literal l = 0; l < model.literal_count(); ++l) {
    if (settled_[at(l)] != Mark::open) solver_.add(settled_[at(l)] == Mark::placed ? holds_[l] : absent_[l]);
  }
}

void Encoding::add_bounds(GroupId group) {
  const Group rest = open_rest(model_, model_.group(group), settled_);
  if (rest.is_weighted()) return add_weighted(group, rest);
  if (rest.at_least != kNoLower) add_at_least(rest.literals, rest.at_least, lower_part(group));
  if (rest.at_most != kNoUpper) add_at_most(rest.literals, rest.at_most, upper_part(group));
}

void Encoding::add_weighted(GroupId group, const Group& rest) {
  int variables = 0;
  for_each_variable(model_, rest, [&](std::size_t, std::size_t) { ++variables; });
  for (const PartId part : {lower_part(group), upper_part(group)}) {
    if (is_lower(part) ? rest.at_least == kNoLower : rest.at_most == kNoUpper) continue;
    if (variables == 1 || (variables == 2 && options_.implications)) {
      add_implications(rest, part);
    } else {
      add_sum_bound(rest, part);
    }
  }
}

// One or two variables: each value of the first implies that the second has one of those that fit beside it.
void Encoding::add_implications(const Group& group, PartId part) {
  const std::size_t middle = end_of_variable(model_, group, 0);
  const auto fits = [&](int sum) { return is_lower(part) ? sum >= group.at_least : sum <= group.at_most; };
  for (std::size_t i = 0; i < middle; ++i) {
    z3::expr_vector clause(context_);
    clause.push_back(absent_[group.literals[i]]);
    std::size_t fitting = 0;
    for (std::size_t j = middle; j < group.literals.size(); ++j) {
      if (!fits(group.weights[i] + group.weights[j])) continue;
      clause.push_back(holds_[group.literals[j]]);
      ++fitting;
    }
    const bool alone = middle == group.literals.size();
    if (alone ? fits(group.weights[i]) : fitting == group.literals.size() - middle) continue;
    add_rule(z3::mk_or(clause), part);
  }
}

void Encoding::add_sum_bound(const Group& group, PartId part) {
  const bool lower = is_lower(part);
  const FromZero sum = from_zero(model_, group, lower);
  z3::expr_vector terms(context_);
  for (const Literal l : sum.literals) terms.push_back(holds_[l]);
  const bool any_will_do = std::all_of(sum.weights.begin(), sum.weights.end(), [&](int w) { return w >= sum.bound; });
  if (lower && any_will_do) {
    add_rule(terms.empty() ? context_.bool_val(false) : z3::mk_or(terms), part);
  } else if (lower) {
    add_rule(z3::pbge(terms, sum.weights.data(), sum.bound), part);
  } else if (sum.bound < 0) {
    add_rule(context_.bool_val(false), part);
  } else if (!terms.empty()) {
    add_rule(z3::pble(terms, sum.weights.data(), sum.bound), part);
  }
}

void Encoding::add_at_least(const std::vector<Literal>& literals, int bound, PartId guard) {
  if (bound > static_cast<int>(literals.size())) {
    add_rule(context_.bool_val(false), guard);
    return;
  }
  z3::expr_vector terms(context_);
  for (const Literal l : literals) terms.push_back(holds_[l]);
  add_rule(bound == 1 ? z3::mk_or(terms) : z3::atleast(terms, static_cast<unsigned>(bound)), guard);
}

void Encoding::add_at_most(const std::vector<Literal>& literals, int bound, PartId guard) {
  if (bound < 0) {
    add_rule(context_.bool_val(false), guard);
    return;
  }
  if (bound == 1 && options_.at_most_one_by_pairs) {
    // Pairwise: propagates best, and Sudoku-sized groups are small.
    for (std::size_t i = 0; i < literals.size(); ++i) {
      for (std::size_t j = i + 1; j < literals.size(); ++j) {
        add_rule(absent_[literals[i]] || absent_[literals[j]], guard);
      }
    }
    return;
  }
  z3::expr_vector terms(context_);
  for (const Literal l : literals) terms.push_back(holds_[l]);
  add_rule(z3::atmost(terms, static_cast<unsigned>(bound)), guard);
}

void Encoding::add_rule(const z3::expr& rule, PartId guard) {
  const auto found = guards_.find(guard);
  if (found != guards_.end()) {
    solver_.add(z3::implies(found->second, rule));
  } else if (kind_ == Kind::plain || model_.group(group_of_part(guard)).is_domain()) {
    solver_.add(rule);
  }
}

CheckResult Encoding::check(const Query& query) {
  started_at_ = effort_so_far();
  budget_ = query.budget;
  CheckResult result;
  result.truth = ask(query.facts, parts_of(query), query.apart_from);
  if (result.truth == Truth::sat) result.assignment = read_assignment();
  if (result.truth == Truth::unsat && query.want_core) result.core = sound_core(query);
  result.effort = effort();
  return result;
}

// One call of Z3, within what is left of the budget of this check.
Truth Encoding::ask(const std::vector<Step>& facts, const std::vector<PartId>& parts,
                    const std::vector<Literal>& apart_from) {
  if (budget_ != 0 && effort() >= budget_) return Truth::unknown;
  configure(budget_ == 0 ? 0 : budget_ - effort());
  z3::expr_vector assumptions(context_);
  for (const Step fact : facts) assumptions.push_back(fact.place ? holds_[fact.literal] : absent_[fact.literal]);
  for (const PartId part : parts) assumptions.push_back(guards_.at(part));
  if (!apart_from.empty()) assumptions.push_back(differs(apart_from));
  switch (solver_.check(assumptions)) {
    case z3::sat:
      return Truth::sat;
    case z3::unsat:
      return Truth::unsat;
    default:
      return Truth::unknown;
  }
}

// A literal of its own, assumed by one check and by no later one: "some visible variable has another value".
z3::expr Encoding::differs(const std::vector<Literal>& solution) {
  z3::expr another = context_.bool_const(("other" + std::to_string(others_++)).c_str());
  z3::expr_vector differences(context_);
  for (const Literal l : solution) {
    if (!model_.is_hidden(l)) differences.push_back(absent_[l]);
  }
  solver_.add(z3::implies(another, z3::mk_or(differences)));
  return another;
}

// A core that leaves something out must stand a check of its own: Z3 4.8.12 was seen to give a satisfiable one
// (while minimising it; `core.minimize` is not used, for that and because it takes minutes on some boards).
// The query itself is always a core, if an unwieldy one.
Core Encoding::sound_core(const Query& query) {
  Core whole{parts_of(query), query.facts};
  sort_members(whole);
  Core core = read_core();
  if (core == whole || confirms(core)) return core;
  return whole;
}

bool Encoding::confirms(const Core& core) { return ask(core.facts, core.parts) == Truth::unsat; }

std::vector<PartId> Encoding::parts_of(const Query& query) const {
  std::vector<PartId> parts;
  if (query.parts) {
    std::copy_if(query.parts->begin(), query.parts->end(), std::back_inserter(parts),
                 [this](PartId part) { return guards_.contains(part); });
  } else {
    for (const auto& [part, guard] : guards_) parts.push_back(part);
  }
  return parts;
}

// Telling Z3 what it knows already is not free.
void Encoding::configure(std::uint64_t budget) {
  const auto rlimit = static_cast<unsigned>(std::min<std::uint64_t>(budget, std::numeric_limits<unsigned>::max()));
  if (rlimit == rlimit_) return;
  z3::params params(context_);
  params.set("rlimit", rlimit);
  solver_.set(params);
  rlimit_ = rlimit;
}

std::uint32_t Encoding::effort() const { return effort_so_far() - started_at_; }

// Z3 counts modulo 2^32 over the life of the context; callers take differences.
std::uint32_t Encoding::effort_so_far() const {
  const z3::stats statistics = solver_.statistics();
  for (unsigned i = 0; i < statistics.size(); ++i) {
    if (statistics.key(i) == "rlimit count") {
      return statistics.is_uint(i) ? statistics.uint_value(i)
                                   : static_cast<std::uint32_t>(static_cast<std::uint64_t>(statistics.double_value(i)));
    }
  }
  return 0;
}

std::vector<Literal> Encoding::read_assignment() const {
  const z3::model solution = solver_.get_model();
  std::vector<Literal> assignment;
  for (const Variable& variable : model_.variables()) {
    Literal chosen = variable.first_literal;
    for (int i = 0; i < variable.domain_size(); ++i) {
      if (solution.eval(holds_[variable.first_literal + i]).is_true()) chosen = variable.first_literal + i;
    }
    assignment.push_back(chosen);
  }
  return assignment;
}

Core Encoding::read_core() const {
  Core core;
  const z3::expr_vector members = solver_.unsat_core();
  for (const z3::expr& member : members) {
    const auto part = part_of_.find(member.id());
    if (part != part_of_.end()) {
      core.parts.push_back(part->second);
    } else {
      core.facts.push_back(step_of_.at(member.id()));
    }
  }
  sort_members(core);
  return core;
}

class Z3Solver final : public Solver {
 public:
  Z3Solver(const Model& model, const Z3Encoding& options) : model_(model), options_(options) {}

  [[nodiscard]] const Model& model() const override { return model_; }

  CheckResult check(const Query& query) override {
    // Most questions only add to what was known, and then the last solution still fits; one of all the rules is one of
    // any of them.
    if (query.apart_from.empty() && agrees(model_, solution_, query.facts)) return {Truth::sat, solution_, {}, 0};
    try {
      CheckResult result = encoding_for(query).check(query);
      if (!query.want_core && result.truth == Truth::unsat) result = asked_again(query, result.effort);
      if (!query.want_core && result.truth == Truth::sat) solution_ = result.assignment;
      return result;
    } catch (const z3::exception& failure) {
      // Whatever state an encoding was left in: the next check starts afresh.
      for (auto* encoding : {&plain_, &guarded_, &few_}) encoding->reset();
      if (query.budget == 0 || !ends_at_limit(failure.msg())) trouble_ = failure.msg();
      return {};
    }
  }

 private:
  // How Z3 words that the limit set for a check is reached, where it does not just answer unknown.
  static bool ends_at_limit(std::string_view said) {
    return said.find("canceled") != std::string_view::npos || said.find("resource limit") != std::string_view::npos;
  }

  // Under QF_FD, Z3 4.8.12 was seen to refute a plain encoding that has a solution (a skyscrapers board); what it
  // simplifies there it leaves alone behind guards. So only their word counts.
  CheckResult asked_again(const Query& query, std::uint64_t spent) {
    if (query.budget != 0 && spent >= query.budget) return {Truth::unknown, {}, {}, spent};
    const std::uint64_t budget = query.budget == 0 ? 0 : query.budget - spent;
    CheckResult result = guarded().check({.facts = query.facts, .apart_from = query.apart_from, .budget = budget});
    result.effort += spent;
    return result;
  }

  // A question about few rules of a model is not worth telling Z3 all of them, unless such questions keep coming.
  Encoding& encoding_for(const Query& query) {
    if (!query.want_core) return plain();
    if (guarded_ || !query.parts || query.parts->size() > kFewParts) return guarded();
    const auto& parts = *query.parts;
    if (few_ && std::includes(few_parts_.begin(), few_parts_.end(), parts.begin(), parts.end())) return *few_;
    if (few_times_ == kFewTimes) return guarded();
    ++few_times_;
    few_parts_ = parts;
    return few_.emplace(context_, model_, Encoding::Kind::guarded, options_, &few_parts_);
  }

  Encoding& plain() { return plain_ ? *plain_ : plain_.emplace(context_, model_, Encoding::Kind::plain, options_); }
  Encoding& guarded() {
    return guarded_ ? *guarded_ : guarded_.emplace(context_, model_, Encoding::Kind::guarded, options_);
  }

  // Both chosen by hand. A question of so few rules is worth an encoding of its own; made so often, and not fitting
  // again, it is dearer than the full one.
  static constexpr std::size_t kFewParts = 12;
  static constexpr int kFewTimes = 2;

  const Model& model_;
  const Z3Encoding options_;
  z3::context context_;
  std::vector<Literal> solution_;  // the last one found by a plain check; empty before
  std::optional<Encoding> plain_;
  std::optional<Encoding> guarded_;
  std::optional<Encoding> few_;  // guarded, of `few_parts_` only
  std::vector<PartId> few_parts_;
  int few_times_ = 0;  // how often it was made
};

}  // namespace

std::unique_ptr<Solver> make_z3_solver(const Model& model) { return make_z3_solver_with(model, {}); }

std::unique_ptr<Solver> make_presolved_z3_solver(const Model& model) { return make_presolved(model, make_z3_solver); }

std::unique_ptr<Solver> make_z3_solver_with(const Model& model, const Z3Encoding& encoding) {
  return std::make_unique<Z3Solver>(model, encoding);
}

}  // namespace fastslow::solver
