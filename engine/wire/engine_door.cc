// A request goes through the table to the member that it names, which reads its arguments, asks the session and writes
// the reply. Arguments that are missing or of the wrong type throw within nlohmann/json, and `reply_to` makes problems
// of that; so members check only what a type cannot say.
//
// Two forms are kept of what was sent: the last view (`sent_`), from which the next one is told as a difference, and
// the name and text of the puzzle (`told_`), which change only when a board grows or a rule is switched.
#include "wire/engine_door.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <type_traits>
#include <utility>

#include "arbiter/settings.h"
#include "formats/recognise.h"
#include "physics/worlds.h"
#include "session/conflict.h"
#include "wire/board.h"
#include "wire/names.h"
#include "wire/policy.h"
#include "wire/proofs.h"
#include "wire/protocol.h"
#include "wire/requests.h"
#include "wire/risk.h"
#include "wire/trace.h"
#include "workshop/workshop.h"

namespace fastslow::wire {

struct EngineDoor::Operation {
  std::string_view name;
  Json (EngineDoor::*run)(const Json& request);
  bool needs_game;
};

std::span<const EngineDoor::Operation> EngineDoor::operations() {
  static constexpr std::array<Operation, 29> table = {{
      {"protocol", &EngineDoor::protocol, false},
      {"families", &EngineDoor::families, false},
      {"generate", &EngineDoor::generate, false},
      {"recognise", &EngineDoor::recognise, false},
      {"certify", &EngineDoor::certify, false},
      {"splits", &EngineDoor::splits, false},
      {"bets", &EngineDoor::bets, false},
      {"simulate", &EngineDoor::simulate, false},
      {"open", &EngineDoor::open, false},
      {"restore", &EngineDoor::restore, false},
      {"configure", &EngineDoor::configure, false},
      {"play", &EngineDoor::play, true},
      {"erase", &EngineDoor::erase, true},
      {"undo", &EngineDoor::undo, true},
      {"redo", &EngineDoor::redo, true},
      {"reset", &EngineDoor::reset, true},
      {"switch_rule", &EngineDoor::switch_rule, true},
      {"if_switched", &EngineDoor::if_switched, true},
      {"view", &EngineDoor::view, true},
      {"abandon", &EngineDoor::abandon, true},
      {"think", &EngineDoor::think, true},
      {"resume", &EngineDoor::resume, true},
      {"encode", &EngineDoor::encode, true},
      {"intuition", &EngineDoor::intuition, true},
      {"ask", &EngineDoor::ask, true},
      {"decision", &EngineDoor::decision, true},
      {"past", &EngineDoor::past, true},
      {"narrate", &EngineDoor::narrate, true},
      {"trace", &EngineDoor::trace, true},
  }};
  return table;
}

namespace {

template <class Number>
Number read_number(const Json& json) {
  if constexpr (std::is_integral_v<Number>) {
    return whole<Number>(json);
  } else {
    return json.get<double>();
  }
}

// The position whose view, or tensors, the sender holds; empty if none.
std::string held(const Json& request, const char* what) {
  return has(request, "have") ? request.at("have").value(what, std::string()) : std::string();
}

}  // namespace

std::string EngineDoor::call(std::string_view text) {
  return reply_to(text, "error.engine.internal", [this](const Json& request) { return dispatch(request); });
}

Json EngineDoor::dispatch(const Json& request) {
  const auto op = request.at("op").get<std::string>();
  for (const Operation& operation : operations()) {
    if (op != operation.name) continue;
    if (operation.needs_game && !session_) return error_reply({"error.request.no_game", {}});
    return (this->*operation.run)(request);
  }
  return error_reply({"error.request.op", {{"op", excerpt(op)}}});
}

// --- replies -------------------------------------------------------------------------------------------------

const EngineDoor::Told& EngineDoor::told() {
  // Puzzles are never changed, and this one cannot be freed while `told_` holds it: comparing pointers is enough.
  if (told_.puzzle != session_->position().puzzle) {
    told_.puzzle = session_->position().puzzle;
    told_.text = text_of(*told_.puzzle, initial_state(told_.puzzle->model));
    told_.name = session::PositionId::start(told_.puzzle->family, told_.text).text();
  }
  return told_;
}

Json EngineDoor::view_change(const Json& request) {
  Snapshot now = snapshot_of(*session_);
  // A receiver that holds another view, after a reload or a lost reply, is told everything.
  const bool known = sent_ && sent_->position.text() == held(request, "view");
  const Snapshot* before = known ? &*sent_ : nullptr;
  Json view = view_json(*session_, now, before);
  if (before == nullptr || before->puzzle != now.puzzle) {
    view["board"] = board_json(*now.puzzle, told().name, told().text);
  }
  sent_ = std::move(now);
  return view;
}

Json EngineDoor::view_or(const Json& request, const std::optional<Problem>& problem) {
  return problem ? error_reply(*problem) : ok_reply({{"view", view_change(request)}});
}

Json EngineDoor::decided(const Json& request, const Result<int>& id) {
  if (!id.ok()) return error_reply(id.problem());
  return ok_reply({{"view", view_change(request)}, {"decision", decision_json(*session_, id.value())}});
}

Json EngineDoor::effect(const Json& request, const session::Effect& effect) {
  Json json = {{"kind", effect_name(effect)}};
  if (const auto* policy = std::get_if<session::EvaluatePolicy>(&effect)) {
    const std::string position = policy->position.text();
    json["ticket"] = policy->ticket;
    json["look"] = policy->look;
    json["start"] = policy->start;
    json["position"] = position;
    json["tensors"] = held(request, "tensors") == position ? Json() : tensors_json(*policy->input);
  } else if (const auto* solver = std::get_if<session::RunSolver>(&effect)) {
    json["ticket"] = solver->ticket;
    json["request"] = solver_request_json(solver->request, told().name, session_->position().id);
  } else {
    // While an answer is awaited the board is as it was, so only an effect that ends the think step brings a view.
    if (const auto* made = std::get_if<session::Decided>(&effect)) {
      json["decision"] = decision_json(*session_, made->decision);
    } else {
      json["reason"] = idle_name(std::get<session::Idle>(effect).reason);
    }
    json["view"] = view_change(request);
  }
  return ok_reply(std::move(json));
}

// --- operations without a game -------------------------------------------------------------------------------

// These need nothing of the door, but the table holds members.
// NOLINTBEGIN(readability-convert-member-functions-to-static)
Json EngineDoor::protocol(const Json& /*request*/) {
  std::vector<std::string_view> names;
  for (const Operation& operation : operations()) names.push_back(operation.name);
  return ok_reply(protocol_json(names));
}

Json EngineDoor::families(const Json& /*request*/) {
  Json list = Json::array();
  for (const puzzles::Family& family : puzzles::families()) list.push_back(family_json(family));
  return ok_reply(std::move(list));
}

Json EngineDoor::generate(const Json& request) {
  const auto family = puzzles::family_or_problem(request.at("family").get<std::string>());
  if (!family.ok()) return error_reply(family.problem());
  const auto level = workshop::parse_level(request.value("level", std::string("hard")));
  if (!level) return error_reply(bad_argument("level"));
  const auto made = workshop::make_puzzle(*family.value(), request.at("size").get<std::string>(), *level,
                                          whole<std::uint64_t>(request.at("seed")));
  if (!made.ok()) return error_reply(made.problem());
  const Json measured = made.value().measured ? Json(workshop::level_name(made.value().level)) : Json();
  return ok_reply({{"text", made.value().text}, {"level", measured}});
}

Json EngineDoor::recognise(const Json& request) {
  const auto found = formats::recognise_any(request.at("text").get_ref<const std::string&>(),
                                            request.at("family").get_ref<const std::string&>());
  if (!found.ok()) return error_reply(found.problem());
  Json puzzles = Json::array();
  for (const formats::Found& puzzle : found.value()) {
    Json remarks = Json::array();
    for (const formats::Remark& remark : puzzle.remarks) remarks.push_back(problem_json(remark));
    puzzles.push_back(
        {{"family", puzzle.family}, {"text", puzzle.text}, {"title", puzzle.title}, {"remarks", std::move(remarks)}});
  }
  return ok_reply({{"puzzles", std::move(puzzles)}});
}

Json EngineDoor::certify(const Json& request) { return certify_reply(request); }
Json EngineDoor::splits(const Json& request) { return splits_reply(request); }
Json EngineDoor::bets(const Json& request) { return bets_reply(request); }
Json EngineDoor::simulate(const Json& request) {
  const auto name = request.at("world").get<std::string>();
  const physics::World* world = physics::world_named(name);
  if (world == nullptr) return error_reply({"error.physics.world", {{"world", excerpt(name)}}});
  const auto states = physics::simulate(*world, request.at("start").get<physics::Numbers>(),
                                        request.at("controls").get<std::vector<physics::Numbers>>());
  return states.ok() ? ok_reply({{"states", states.value()}}) : error_reply(states.problem());
}

// NOLINTEND(readability-convert-member-functions-to-static)

Json EngineDoor::start(const Json& request, session::Session session) {
  session_ = std::make_unique<session::Session>(std::move(session));
  // A new game is told in full, whatever its receiver still holds.
  sent_.reset();
  return ok_reply({{"view", view_change(request)}});
}

Json EngineDoor::open(const Json& request) {
  Result<puzzles::Puzzle> puzzle = parse_puzzle(request);
  if (!puzzle.ok()) return error_reply(puzzle.problem());
  session::Session session(std::move(puzzle.value()));
  session.configure(config_);
  return start(request, std::move(session));
}

Json EngineDoor::restore(const Json& request) {
  Result<session::Session> session = session_from(request.at("trace"), config_);
  if (!session.ok()) return error_reply(session.problem());
  return start(request, std::move(session.value()));
}

Json EngineDoor::configure(const Json& request) {
  // All or nothing: one bad value leaves the whole configuration as it was.
  session::Config next = config_;
  if (request.contains("strategy")) {
    const auto strategy = arbiter::parse_strategy(request.at("strategy").get<std::string>());
    if (!strategy) return error_reply(bad_argument("strategy"));
    next.arbiter.strategy = *strategy;
  }
  for (const arbiter::Setting& setting : arbiter::kSettings) {
    const std::string name(setting.name);
    if (!request.contains(name)) continue;
    const bool fits = with_setting(next.arbiter, setting, [&](auto& value) {
      value = read_number<std::decay_t<decltype(value)>>(request.at(name));
      const auto number = static_cast<double>(value);
      return number >= setting.least && (setting.open ? std::isfinite(number) : number <= setting.most);
    });
    if (!fits) return error_reply(bad_argument(name));
  }
  if (request.contains("truth")) next.truth = request.at("truth").get<std::vector<int>>();
  next.calibration.temperature = request.value("temperature", next.calibration.temperature);
  next.budget = whole_or(request, "budget", next.budget);
  if (request.contains("trained")) {
    next.trained.clear();
    for (const Json& t : request.at("trained")) {
      next.trained.push_back({t.at("family").get<std::string>(), t.at("sizes").get<std::vector<std::string>>(),
                              t.at("rules").get<std::vector<std::string>>()});
    }
  }
  if (!(next.calibration.temperature > 0)) return error_reply(bad_argument("temperature"));
  config_ = next;
  if (session_) session_->configure(config_);
  return ok_reply({{"config", config_json(config_)}});
}

// --- the player's hand ---------------------------------------------------------------------------------------

Json EngineDoor::play(const Json& request) {
  const auto literal = parse_literal(session_->model(), request);
  if (!literal.ok()) return error_reply(literal.problem());
  return decided(request, session_->play(literal.value()));
}

Json EngineDoor::erase(const Json& request) {
  return decided(request, session_->erase(whole<int>(request.at("variable"))));
}

Json EngineDoor::switch_rule(const Json& request) {
  return decided(request, session_->switch_rule(request.at("rule").get<std::string>(), request.at("on").get<bool>()));
}

Json EngineDoor::if_switched(const Json& request) {
  const session::SwitchRule act{request.at("rule").get<std::string>(), request.at("on").get<bool>()};
  Result<puzzles::Puzzle> other = session_->history().switched(act);
  if (!other.ok()) return error_reply(other.problem());
  session::Position start;
  start.puzzle = std::make_shared<const puzzles::Puzzle>(std::move(other.value()));
  start.state = initial_state(start.puzzle->model);
  start.consequences = consequences_of(start.puzzle->model, start.state);
  const std::string text = text_of(*start.puzzle, start.state);
  const auto name = session::PositionId::start(start.puzzle->family, text);
  session::SolverRequest asked;
  asked.budget = config_.budget;
  asked.question = session::Unique{};
  return ok_reply({{"family", start.puzzle->family},
                   {"text", text},
                   {"clash", session::conflict_in(start).cells},
                   {"request", solver_request_json(asked, name.text(), name)}});
}

Json EngineDoor::undo(const Json& request) { return view_or(request, session_->undo()); }
Json EngineDoor::redo(const Json& request) { return view_or(request, session_->redo()); }

Json EngineDoor::reset(const Json& request) {
  session_->reset();
  return view_or(request, std::nullopt);
}

Json EngineDoor::view(const Json& request) { return view_or(request, std::nullopt); }

// --- thinking ------------------------------------------------------------------------------------------------

Json EngineDoor::think(const Json& request) { return effect(request, session_->think()); }

Json EngineDoor::resume(const Json& request) {
  const int ticket = whole<int>(request.at("ticket"));
  const Json& answer = request.at("answer");
  const auto reply = [&](const Result<session::Effect>& next) {
    return next.ok() ? effect(request, next.value()) : error_reply(next.problem());
  };
  if (answer.contains("logits")) return reply(session_->resume(ticket, parse_policy_answer(answer)));
  const auto solved = parse_answer(session_->model(), answer);
  if (!solved) return error_reply(bad_argument("answer"));
  return reply(session_->resume(ticket, *solved));
}

Json EngineDoor::abandon(const Json& request) {
  session_->abandon();
  return view_or(request, std::nullopt);
}

// --- what both systems think of the present position ---------------------------------------------------------

// A copy goes back; the game itself, what was last sent of it and a think step under way stay as they are.
std::optional<session::Session> EngineDoor::after(int made) {
  if (made < 0 || made > static_cast<int>(session_->timeline().size())) return std::nullopt;
  session::Session then = *session_;
  while (static_cast<int>(then.timeline().size()) > made) then.undo();
  return then;
}

Json EngineDoor::at_moment(const Json& request, Json (*tell)(const Json&, session::Session&, const session::Config&)) {
  if (!has(request, "made")) return tell(request, *session_, config_);
  auto then = after(whole<int>(request.at("made")));
  return then ? tell(request, *then, config_) : error_reply(bad_argument("made"));
}

Json EngineDoor::encode(const Json& request) {
  return at_moment(request, [](const Json& asked, session::Session& game, const session::Config&) {
    const auto input = game.policy_input();
    const std::string position = game.position().id.text();
    const bool open = input->literals > 0;
    const bool wanted = open && held(asked, "tensors") != position;
    return ok_reply({{"position", position}, {"open", open}, {"tensors", wanted ? tensors_json(*input) : Json()}});
  });
}

Json EngineDoor::intuition(const Json& request) {
  return at_moment(request, [](const Json& asked, session::Session& game, const session::Config& config) {
    // Logits are told apart by their rows alone, and rows mean something else in every position.
    if (asked.at("position").get<std::string>() != game.position().id.text()) {
      return error_reply({"error.request.position", {}});
    }
    const auto proposal = propose(game.told_model(), *game.policy_input(), asked.at("logits").get<std::vector<float>>(),
                                  config.calibration);
    return proposal.ok() ? ok_reply(intuition_json(game.model(), proposal.value())) : error_reply(proposal.problem());
  });
}

Json EngineDoor::ask(const Json& request) {
  const auto task = request.at("task").get<std::string>();
  session::SolverRequest asked;
  asked.budget = config_.budget;
  if (task == task_name(session::Examine{})) {
    const auto literal = parse_literal(session_->model(), request);
    if (!literal.ok()) return error_reply(literal.problem());
    asked.question = session::Examine{literal.value()};
    asked.facts = session_->history().facts_without(session_->model().variable_of(literal.value()));
  } else if (task == task_name(session::Diagnose{})) {
    asked.question = session::Diagnose{};
    asked.facts = session_->history().guesses();
  } else if (task == task_name(session::Unique{})) {
    // About the puzzle as it was set, whatever was placed since: no facts.
    asked.question = session::Unique{};
  } else if (task == task_name(session::Choose{}) || task == task_name(session::Marginals{}) ||
             task == task_name(session::Solve{})) {
    if (task == task_name(session::Marginals{})) asked.question = session::Marginals{};
    if (task == task_name(session::Solve{})) asked.question = session::Solve{};
    // About the board as it stands. Guesses count as facts, also where a move of the think loop may not build on them
    // (`History::grounds`).
    asked.facts = facts_of(session_->model(), session_->state(), true);
  } else {
    return error_reply(bad_argument("task"));
  }
  return ok_reply({{"request", solver_request_json(asked, told().name, session_->position().id)}});
}

Json EngineDoor::decision(const Json& request) {
  const int id = whole<int>(request.at("id"));
  if (id < 0 || id >= static_cast<int>(session_->timeline().size())) return error_reply(bad_argument("id"));
  return ok_reply({{"decision", decision_json(*session_, id)}, {"proof", decision_proof_json(*session_, id)}});
}

Json EngineDoor::past(const Json& request) {
  const auto then = after(whole<int>(request.at("made")));
  if (!then) return error_reply(bad_argument("made"));
  Json view = view_json(*then);
  const std::string text = text_of(then->puzzle(), initial_state(then->model()));
  view["board"] = board_json(then->puzzle(), session::PositionId::start(then->puzzle().family, text).text(), text);
  return ok_reply({{"view", std::move(view)}});
}

Json EngineDoor::narrate(const Json& request) {
  const auto proof = parse_core(session_->model(), request.at("core"));
  if (!proof) return error_reply(bad_argument("core"));
  return ok_reply({{"proof", proof_json(session_->model(), *proof)}});
}

Json EngineDoor::trace(const Json& request) {
  return ok_reply({{"trace", trace_json(*session_, request.value("words", false))}});
}

}  // namespace fastslow::wire
