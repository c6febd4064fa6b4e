#include "wire/engine_door.h"

#include <exception>
#include <utility>

#include "wire/decode.h"
#include "wire/names.h"
#include "workshop/workshop.h"

namespace fastslow::wire {
namespace {

Problem bad_argument(const std::string& name) { return {"error.request.argument", {{"name", name}}}; }

Json families_json() {
  Json list = Json::array();
  for (const puzzles::Family& family : puzzles::families()) list.push_back(family_json(family));
  return list;
}

Json generate(const Json& request) {
  const auto family = puzzles::family_or_problem(request.at("family").get<std::string>());
  if (!family.ok()) return error_reply(family.problem());
  const auto level = workshop::parse_level(request.value("level", std::string("hard")));
  if (!level) return error_reply(bad_argument("level"));
  const auto made = workshop::make_puzzle(*family.value(), request.at("size").get<std::string>(), *level,
                                          request.at("seed").get<std::uint64_t>());
  if (!made.ok()) return error_reply(made.problem());
  return ok_reply({{"text", made.value().text}, {"level", workshop::level_name(made.value().level)}});
}

Result<puzzles::Puzzle> parse_puzzle(const Json& request) {
  const auto family = puzzles::family_or_problem(request.at("family").get<std::string>());
  if (!family.ok()) return family.problem();
  return family.value()->parse(request.at("text").get<std::string>());
}

Result<Literal> literal_argument(const Model& model, const Json& request) {
  const int variable = request.at("variable").get<int>();
  if (variable < 0 || variable >= model.variable_count()) return bad_argument("variable");
  const int value = request.at("value").get<int>();
  if (value < model.variable(variable).lowest || value > model.variable(variable).highest) return bad_argument("value");
  return model.literal(variable, value);
}

}  // namespace

std::string EngineDoor::call(std::string_view text) {
  const Json request = Json::parse(text, nullptr, false);
  Json reply;
  if (request.is_discarded() || !request.is_object()) {
    reply = error_reply({"error.request.json", {}});
  } else {
    try {
      reply = dispatch(request);
      attach_board(reply);
    } catch (const Json::exception& e) {  // a member is missing or of another type
      reply = error_reply(bad_argument(e.what()));
    } catch (const std::exception& e) {  // out of memory
      reply = error_reply({"error.engine.internal", {{"detail", e.what()}}});
    }
  }
  // Text from outside may hold invalid UTF-8, which must not make the reply unprintable.
  return reply.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json EngineDoor::dispatch(const Json& request) {
  const auto op = request.at("op").get<std::string>();
  if (op == "families") return ok_reply(families_json());
  if (op == "generate") return generate(request);
  if (op == "open") return open(request);
  if (op == "restore") return restore(request);
  if (op == "configure") return configure(request);
  if (!session_) return error_reply({"error.request.no_game", {}});
  return on_game(op, request);
}

// The host learns of a board that has grown, or whose rules were switched, with the first view of it.
void EngineDoor::attach_board(Json& reply) {
  if (!session_ || !reply.contains("ok")) return;
  Json& ok = reply["ok"];
  if (!ok.is_object() || !ok.contains("view") || shown_ == session_->position().puzzle) return;
  shown_ = session_->position().puzzle;
  ok["view"]["board"] = board_json(*shown_);
}

Json EngineDoor::start(session::Session session) {
  session_ = std::make_unique<session::Session>(std::move(session));
  shown_ = session_->position().puzzle;
  return ok_reply({{"board", board_json(session_->puzzle())}, {"view", view_json(*session_)}});
}

Json EngineDoor::open(const Json& request) {
  Result<puzzles::Puzzle> puzzle = parse_puzzle(request);
  if (!puzzle.ok()) return error_reply(puzzle.problem());
  session::Session session(std::move(puzzle.value()));
  session.configure(config_);
  return start(std::move(session));
}

Json EngineDoor::restore(const Json& request) {
  const Json& trace = request.at("trace");
  Result<puzzles::Puzzle> puzzle = parse_puzzle(trace);
  if (!puzzle.ok()) return error_reply(puzzle.problem());
  session::Session session(std::move(puzzle.value()));
  session.configure(config_);
  for (const Json& json : trace.at("decisions")) {
    auto decision = parse_decision(session.model(), json);
    if (!decision) return error_reply(bad_argument("decisions"));
    const auto replayed = session.replay(std::move(*decision));
    if (!replayed.ok()) return error_reply(replayed.problem());
  }
  return start(std::move(session));
}

Json EngineDoor::configure(const Json& request) {
  session::Config next = config_;
  if (request.contains("strategy")) {
    const auto strategy = arbiter::parse_strategy(request.at("strategy").get<std::string>());
    if (!strategy) return error_reply(bad_argument("strategy"));
    next.arbiter.strategy = *strategy;
  }
  next.arbiter.threshold = request.value("threshold", next.arbiter.threshold);
  next.arbiter.looks = request.value("looks", next.arbiter.looks);
  next.arbiter.reuse = request.value("reuse", next.arbiter.reuse);
  next.calibration.temperature = request.value("temperature", next.calibration.temperature);
  next.budget = request.value("budget", next.budget);
  if (request.contains("trained")) {
    next.trained.clear();
    for (const Json& t : request.at("trained")) {
      next.trained.push_back({t.at("family").get<std::string>(), t.at("sizes").get<std::vector<std::string>>(),
                              t.at("rules").get<std::vector<std::string>>()});
    }
  }
  if (!(next.arbiter.threshold >= 0 && next.arbiter.threshold <= 1)) return error_reply(bad_argument("threshold"));
  if (next.arbiter.looks < 1) return error_reply(bad_argument("looks"));
  if (!(next.arbiter.reuse >= 0)) return error_reply(bad_argument("reuse"));
  if (!(next.calibration.temperature > 0)) return error_reply(bad_argument("temperature"));
  config_ = next;
  if (session_) session_->configure(config_);
  return ok_reply({{"config", config_json(config_)}});
}

Json EngineDoor::on_game(const std::string& op, const Json& request) {
  session::Session& session = *session_;
  const auto view_or = [&](const std::optional<Problem>& problem) {
    return problem ? error_reply(*problem) : ok_reply({{"view", view_json(session)}});
  };
  if (op == "play") {
    const auto literal = literal_argument(session.model(), request);
    if (!literal.ok()) return error_reply(literal.problem());
    const auto id = session.play(literal.value());
    if (!id.ok()) return error_reply(id.problem());
    return ok_reply({{"view", view_json(session)}, {"decision", decision_json(session, id.value())}});
  }
  if (op == "erase") {
    const auto id = session.erase(request.at("variable").get<int>());
    return view_or(id.ok() ? std::nullopt : std::optional(id.problem()));
  }
  if (op == "switch_rule") {
    const auto id = session.switch_rule(request.at("rule").get<std::string>(), request.at("on").get<bool>());
    if (!id.ok()) return error_reply(id.problem());
    shown_ = session.position().puzzle;
    return ok_reply({{"board", board_json(session.puzzle())}, {"view", view_json(session)}});
  }
  if (op == "undo") return view_or(session.undo());
  if (op == "redo") return view_or(session.redo());
  if (op == "reset") {
    session.reset();
    return view_or(std::nullopt);
  }
  if (op == "abandon") {
    session.abandon();
    return view_or(std::nullopt);
  }
  if (op == "view") return view_or(std::nullopt);
  if (op == "think") return ok_reply(effect_json(session, session.think()));
  if (op == "resume") return resume(request);
  if (op == "encode") {
    const auto input = session.policy_input();
    return ok_reply({{"tensors", input->literals > 0 ? tensors_json(*input) : Json()}});
  }
  if (op == "intuition") {
    const auto proposal = propose(session.told_model(), *session.policy_input(),
                                  request.at("logits").get<std::vector<float>>(), config_.calibration);
    return proposal.ok() ? ok_reply(intuition_json(session.model(), proposal.value()))
                         : error_reply(proposal.problem());
  }
  if (op == "ask") return ask(request);
  if (op == "decision") {
    const int id = request.at("id").get<int>();
    if (id < 0 || id >= static_cast<int>(session.timeline().size())) return error_reply(bad_argument("id"));
    return ok_reply({{"decision", decision_json(session, id)}});
  }
  if (op == "trace") return ok_reply({{"trace", trace_json(session, !request.value("brief", false))}});
  return error_reply({"error.request.op", {{"op", op.substr(0, 40)}}});
}

Json EngineDoor::resume(const Json& request) {
  const int ticket = request.at("ticket").get<int>();
  const Json& answer = request.at("answer");
  const auto reply = [&](const Result<session::Effect>& effect) {
    return effect.ok() ? ok_reply(effect_json(*session_, effect.value())) : error_reply(effect.problem());
  };
  if (answer.contains("logits")) {
    return reply(session_->resume(
        ticket, policy::PolicyAnswer{answer.at("logits").get<std::vector<float>>(), answer.at("sureness").get<double>(),
                                     answer.at("iterations").get<int>()}));
  }
  const auto solved = parse_answer(session_->model(), answer);
  if (!solved) return error_reply(bad_argument("answer"));
  return reply(session_->resume(ticket, *solved));
}

Json EngineDoor::ask(const Json& request) {
  const auto task = request.at("task").get<std::string>();
  session::SolverRequest asked;
  asked.budget = config_.budget;
  if (task == task_name(session::Examine{})) {
    const auto literal = literal_argument(session_->model(), request);
    if (!literal.ok()) return error_reply(literal.problem());
    asked.question = session::Examine{literal.value()};
    asked.facts = session_->history().facts_without(session_->model().variable_of(literal.value()));
  } else if (task == task_name(session::Unique{})) {
    asked.question = session::Unique{};
  } else if (task == task_name(session::Choose{}) || task == task_name(session::Marginals{})) {
    if (task == task_name(session::Marginals{})) asked.question = session::Marginals{};
    asked.facts = facts_of(session_->model(), session_->state(), true);
  } else {
    return error_reply(bad_argument("task"));
  }
  return ok_reply({{"request", solver_request_json(session_->puzzle(), asked)}});
}

}  // namespace fastslow::wire
