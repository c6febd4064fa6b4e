// A whole game as JSON: every decision with what was thought about it, and those that redo would bring back. One form
// serves reloads, recovery after a crash, downloads and replays. Proofs are cores; with `words` they are also told.
//
// Formats. "fastslow-trace/2" is written. "/1" is read, too: its decisions held the thought's fields flat, among them
// some that meant nothing, and it knew no undone decisions.
#pragma once

#include <array>
#include <string_view>

#include "session/session.h"
#include "wire/json.h"

namespace fastslow::wire {

// Oldest first; the last is the one that is written.
inline constexpr std::array<std::string_view, 2> kTraceFormats = {"fastslow-trace/1", "fastslow-trace/2"};

// `id` counts on into what was undone.
Json decision_json(const session::Session& session, int id);
// The decision's proof in words; null where it has none.
Json decision_proof_json(const session::Session& session, int id);

Json trace_json(const session::Session& session, bool words);

// The game that a trace tells, its proofs believed. Problems: error.trace.format {format, known}; error.trace.decision
// {number}, the first that does not fit the puzzle; and those of parsing the puzzle and of `Session::replay`. Throws
// nlohmann's exceptions on missing or mistyped members.
Result<session::Session> session_from(const Json& trace, const session::Config& config);

Json config_json(const session::Config& config);

}  // namespace fastslow::wire
