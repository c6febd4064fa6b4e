#include "wire/solver_door.h"

#include <array>
#include <stdexcept>
#include <string>
#include <utility>

#include "wire/board.h"
#include "wire/protocol.h"
#include "wire/requests.h"

namespace fastslow::wire {
namespace {

// {keep, drop, add}: of the old facts the first `keep` stay, `add` takes the place of the next `drop`, the rest stay.
// Nothing if there are not that many, or a literal is unknown.
std::optional<std::vector<Step>> spliced(const Model& model, const std::vector<Step>& old, const Json& change) {
  const auto keep = whole<std::int64_t>(change.at("keep"));
  const auto drop = whole<std::int64_t>(change.at("drop"));
  const auto count = static_cast<std::int64_t>(old.size());
  const auto add = parse_steps(model, change.at("add"));
  // Not keep + drop > count, which large numbers would overflow.
  if (!add || keep < 0 || drop < 0 || keep > count || drop > count - keep) return std::nullopt;
  std::vector<Step> facts(old.begin(), old.begin() + keep);
  facts.insert(facts.end(), add->begin(), add->end());
  facts.insert(facts.end(), old.begin() + keep + drop, old.end());
  return facts;
}

}  // namespace

struct SolverDoor::Operation {
  std::string_view name;
  Json (SolverDoor::*run)(const Json& request) = nullptr;
};

std::span<const SolverDoor::Operation> SolverDoor::operations() {
  static constexpr auto table = [] {
    std::array<Operation, 3 + kPracticeOperations.size()> all = {{
        {"protocol", &SolverDoor::protocol},
        {"tell", &SolverDoor::tell},
        {"solve", &SolverDoor::solve},
    }};
    for (std::size_t i = 0; i < kPracticeOperations.size(); ++i) {
      all[3 + i] = {kPracticeOperations[i], &SolverDoor::practice};
    }
    return all;
  }();
  return table;
}

std::string SolverDoor::call(std::string_view text) {
  return reply_to(text, "error.solver.internal", [this](const Json& request) { return dispatch(request); });
}

Json SolverDoor::dispatch(const Json& request) {
  const auto op = request.at("op").get<std::string>();
  for (const Operation& operation : operations()) {
    if (op == operation.name) return (this->*operation.run)(request);
  }
  return error_reply({"error.request.op", {{"op", excerpt(op)}}});
}

// It needs nothing of the door, but the table holds members.
// NOLINTNEXTLINE(readability-convert-member-functions-to-static)
Json SolverDoor::protocol(const Json& /*request*/) {
  std::vector<std::string_view> names;
  for (const Operation& operation : operations()) names.push_back(operation.name);
  return ok_reply(protocol_json(names));
}

Json SolverDoor::tell(const Json& request) {
  auto name = request.at("puzzle").get<std::string>();
  Result<puzzles::Puzzle> puzzle = parse_puzzle(request);
  if (!puzzle.ok()) return error_reply(puzzle.problem());
  warm_.reset();
  // The solver keeps a reference to the model, so the puzzle comes to its final place before the solver is made. The
  // old pair is gone by then: two are never alive at once.
  auto warm = std::make_unique<Warm>(Warm{std::move(name), std::move(puzzle.value()), nullptr, {}, 0});
  warm->solver = factory_(warm->puzzle.model);
  warm_ = std::move(warm);
  return ok_reply(Json::object());
}

Json SolverDoor::solve(const Json& request) {
  const auto name = request.at("puzzle").get<std::string>();
  if (!warm_ || warm_->name != name) return error_reply({"error.solver.puzzle", {{"puzzle", excerpt(name)}}});
  const Model& model = warm_->puzzle.model;
  const auto question = parse_question(model, request);
  if (!question.ok()) return error_reply(question.problem());
  const Json& change = request.at("facts");
  const bool in_step = whole<std::int64_t>(change.at("from")) == warm_->version;
  auto facts = in_step ? spliced(model, warm_->facts, change) : std::nullopt;
  if (!facts) return error_reply({"error.solver.facts", {}});
  // Read before anything is changed: a malformed request leaves the facts and their version alone.
  const auto budget = whole_or(request, "budget", std::uint64_t{0});
  const auto position = request.at("position").get<std::string>();
  std::function<void(Json)> draft;
  if (draft_ && request.value("drafts", false)) {
    draft = [&](Json first) {
      first["position"] = position;
      draft_(first.dump());
    };
  }
  warm_->version = whole<std::int64_t>(change.at("to"));
  warm_->facts = *facts;
  try {
    Json answer = answer_json(warm_->puzzle, *warm_->solver, {question.value(), std::move(*facts), budget}, {}, draft);
    // An answer after which something is wrong with the solver may be "unknown" for no good reason.
    if (const std::string trouble = warm_->solver->take_trouble(); !trouble.empty()) throw std::runtime_error(trouble);
    answer["position"] = position;
    return ok_reply(std::move(answer));
  } catch (...) {
    // A solver that failed is not asked again: the caller tells of the puzzle anew and gets a fresh one.
    warm_.reset();
    throw;
  }
}

Json SolverDoor::practice(const Json& request) { return practice_.call(request); }

}  // namespace fastslow::wire
