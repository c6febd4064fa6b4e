// The sentences that say why a decision was made, as keys of the catalogues. First the verdict on what System 1
// proposed (or that it was not asked), then, where System 2 was asked, what came of it.
#pragma once

#include <array>
#include <string_view>

namespace fastslow::arbiter {

namespace verdict {
inline constexpr std::string_view kPlayer = "verdict.player";             // the person's own move
inline constexpr std::string_view kSystem1Only = "verdict.system1_only";  // intuition alone
inline constexpr std::string_view kSystem2Only = "verdict.system2_only";  // deliberation alone
inline constexpr std::string_view kTrusted = "verdict.trusted";         // {confidence, threshold} at or above the dial
inline constexpr std::string_view kLookAgain = "verdict.look_again";    // below the dial at first: System 1 looks again
inline constexpr std::string_view kSleepOnIt = "verdict.sleep_on_it";   // still below it: System 1 sleeps on it
inline constexpr std::string_view kWhole = "verdict.whole";             // {confidence} the whole picture breaks no rule
inline constexpr std::string_view kUnsure = "verdict.unsure";           // {confidence, threshold} below the dial
inline constexpr std::string_view kBreaksRule = "verdict.breaks_rule";  // sure, but it would visibly break a rule
inline constexpr std::string_view kShift = "verdict.shift";             // never trained on anything like this
inline constexpr std::string_view kIrrevocable = "verdict.irrevocable";       // sure, but it could not be taken back
inline constexpr std::string_view kVerify = "verdict.verify";                 // every proposal is checked
inline constexpr std::string_view kLookAround = "verdict.look_around";        // System 1 looks from several states
inline constexpr std::string_view kWorthThinking = "verdict.worth_thinking";  // {confidence} too little by its rule
inline constexpr std::string_view kGoodEnough = "verdict.good_enough";        // {confidence} enough by its rule
inline constexpr std::string_view kFeedBack = "verdict.feed_back";            // what broke rules goes back to System 1
inline constexpr std::string_view kStillBroken = "verdict.still_broken";      // and its picture breaks rules still
inline constexpr std::string_view kSettled = "verdict.settled";               // proved with an earlier question
inline constexpr std::string_view kConflict = "verdict.conflict";             // the board visibly contradicts itself
}  // namespace verdict

inline constexpr std::array kVerdicts = {
    verdict::kPlayer,      verdict::kSystem1Only, verdict::kSystem2Only, verdict::kTrusted,       verdict::kLookAgain,
    verdict::kSleepOnIt,   verdict::kWhole,       verdict::kUnsure,      verdict::kBreaksRule,    verdict::kShift,
    verdict::kIrrevocable, verdict::kVerify,      verdict::kLookAround,  verdict::kWorthThinking, verdict::kGoodEnough,
    verdict::kFeedBack,    verdict::kStillBroken, verdict::kSettled,     verdict::kConflict};

namespace outcome {
inline constexpr std::string_view kConfirmed = "outcome.confirmed";  // the proposal is proved
inline constexpr std::string_view kRefuted = "outcome.refuted";      // it is proved impossible, and ruled out
inline constexpr std::string_view kCorrected = "outcome.corrected";  // the cell is proved to hold another value
inline constexpr std::string_view kOwnStep = "outcome.own_step";     // System 2 found an easier step
inline constexpr std::string_view kNothingForced =
    "outcome.nothing_forced";                                              // both ways are possible: the guess stands
inline constexpr std::string_view kOutOfBudget = "outcome.out_of_budget";  // no proof within the budget: it stands
inline constexpr std::string_view kTookBack = "outcome.took_back";         // a guess contradicted the rules
}  // namespace outcome

inline constexpr std::array kOutcomes = {outcome::kConfirmed, outcome::kRefuted,       outcome::kCorrected,
                                         outcome::kOwnStep,   outcome::kNothingForced, outcome::kOutOfBudget,
                                         outcome::kTookBack};

}  // namespace fastslow::arbiter
