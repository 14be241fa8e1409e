// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/request_state.h"

namespace bangban::domain {
namespace {

using S = RequestState;
using E = RequestEvent;

constexpr Transition kTable[] = {
    {S::Choosing, E::ChoseWait, S::Held},
    {S::Choosing, E::ChoseCallBack, S::CallBack},
    {S::Choosing, E::Reopened, S::Waiting},
    {S::Choosing, E::ClosingTime, S::CallBack},
    {S::Choosing, E::Withdrawn, S::Withdrawn},
    {S::Held, E::Reopened, S::Waiting},
    {S::Held, E::ChoseCallBack, S::CallBack},
    {S::Held, E::ClosingTime, S::CallBack},
    {S::Held, E::Withdrawn, S::Withdrawn},
    {S::Waiting, E::Claimed, S::Serving},
    {S::Waiting, E::ChoseCallBack, S::CallBack},
    {S::Waiting, E::ClosingTime, S::CallBack},
    {S::Waiting, E::Withdrawn, S::Withdrawn},
    {S::Waiting, E::JoinedToOther, S::Joined},
    {S::Serving, E::Transferred, S::Waiting},
    {S::Serving, E::OwnerLost, S::Waiting},
    {S::Serving, E::CallArranged, S::CallBack},
    {S::Serving, E::Ended, S::WrapUp},
    {S::Serving, E::JoinedToOther, S::Joined},
    {S::WrapUp, E::CitizenWrote, S::Serving},
    {S::WrapUp, E::WrappedUp, S::Closed},
    {S::CallBack, E::Contacted, S::Closed},
    {S::CallBack, E::Claimed, S::Serving},
    {S::CallBack, E::Withdrawn, S::Withdrawn},
};

bool mayClose(const RequestFacts &facts) { return facts.answeredByHuman || facts.redirected || facts.contacted; }

} // namespace

Result<RequestState> step(RequestState from, RequestEvent event, const RequestFacts &facts)
{
    for (const Transition &row : kTable) {
        if (row.from != from || row.event != event)
            continue;
        // Ending leads to closing and nowhere else, so the guard stands already there.
        if ((row.to == S::Closed || row.to == S::WrapUp) && !mayClose(facts))
            return fail(ErrorCode::BadState, QStringLiteral("not answered"));
        return row.to;
    }
    return fail(ErrorCode::BadState, nameOf(from));
}

Result<Outcome> outcomeOf(const RequestFacts &facts)
{
    if (facts.contacted)
        return Outcome::CalledBack;
    if (facts.redirected)
        return Outcome::Redirected;
    if (facts.answeredByHuman)
        return Outcome::Answered;
    return fail(ErrorCode::BadState, QStringLiteral("not answered"));
}

bool isOpen(RequestState state) { return state != S::Closed && state != S::Withdrawn && state != S::Joined; }

std::span<const Transition> transitions() { return kTable; }

} // namespace bangban::domain
