// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enums.h"

#include <span>

namespace bangban::domain {

/// What can happen to a request.
enum class RequestEvent {
    ChoseWait,      ///< in a gap of the day the citizen waits for the reopening
    ChoseCallBack,  ///< the citizen prefers a call-back (in a gap, or tired of waiting)
    Reopened,       ///< the office opened: the minute starts
    ClosingTime,    ///< the office closes and nobody has answered
    Claimed,        ///< a person took it
    Transferred,    ///< given on to a unit or a person, with a reason
    OwnerLost,      ///< the owner's desk was silent for more than three minutes
    CallArranged,   ///< the agent promises a call-back instead of an answer
    Ended,          ///< the agent ends the conversation
    CitizenWrote,   ///< the citizen writes during wrap-up: the conversation goes on
    WrappedUp,      ///< both codes are given, or the wrap-up time is over
    Contacted,      ///< the promised call reached the citizen
    Withdrawn,      ///< the citizen takes the question back before anybody took it
    JoinedToOther,  ///< it repeats an open request of the same person and item
};

/// What has happened so far, as far as a step depends on it.
struct RequestFacts {
    bool answeredByHuman = false; ///< a person's message or an answered call
    bool redirected = false;      ///< the proper channel was named (out of scope: duty 59)
    bool contacted = false;       ///< the call-back reached the citizen
};

/// The state after `event`. The table is the only way from state to state.
/// \errors BadState if the step is not in the table, or would close a request without an answer, a call-back or a
///         redirect
/// \source duty 69 「有问必答、答必解惑」; behaviour.md §3 "We never drop"
Result<RequestState> step(RequestState from, RequestEvent event, const RequestFacts &facts);

/// How a request that reached Closed ended; never None. \errors BadState when nothing of the three happened
Result<Outcome> outcomeOf(const RequestFacts &facts);

/// True while somebody still owes the citizen something.
bool isOpen(RequestState state);

struct Transition {
    RequestState from;
    RequestEvent event;
    RequestState to;
};
/// The whole table, for tests and documentation.
std::span<const Transition> transitions();

} // namespace bangban::domain
