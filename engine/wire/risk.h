// The guarantee on the wire: certifying a threshold on recorded games, trying the promise out on them, and the bets
// that go on while one plays (arbiter/risk.h, arbiter/splits.h). No game is needed, nothing is kept.
#pragma once

#include "wire/json.h"

namespace fastslow::wire {

// `EngineCalls.certify`, `EngineCalls.splits`, `EngineCalls.bets` of web/src/protocol. Problems: error.risk.alpha and
// error.risk.delta for a wish that is no chance strictly between 0 and 1, error.request.argument for all else.
Json certify_reply(const Json& request);
Json splits_reply(const Json& request);
Json bets_reply(const Json& request);

}  // namespace fastslow::wire
