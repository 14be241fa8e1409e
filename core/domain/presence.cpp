// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/presence.h"

namespace bangban::domain {

namespace {

bool takesWork(Presence state)
{
    return state == Presence::Ready || state == Presence::TransferOnly;
}

PresenceStatus changed(Presence state, const QString &reason, Instant now)
{
    return {state, now, state == Presence::Break ? reason : QString(), std::nullopt, {}};
}

PresenceStatus withoutNext(PresenceStatus status)
{
    status.next.reset();
    status.nextReason.clear();
    return status;
}

} // namespace

PresenceStatus afterSignIn(Instant now)
{
    return changed(Presence::Busy, {}, now);
}

Result<PresenceStatus> setByPerson(const PresenceStatus &status, Presence wanted, const QString &reason, bool whenFree,
                                   bool hasWork, Instant now)
{
    const QString why = reason.trimmed();
    if (wanted == Presence::Missed)
        return fail(ErrorCode::BadState, QStringLiteral("missed"));
    if (wanted == Presence::Break && why.isEmpty())
        return fail(ErrorCode::BadMessage, QStringLiteral("reason"));
    if (whenFree && hasWork) {
        PresenceStatus queued = status;
        queued.next = wanted;
        queued.nextReason = wanted == Presence::Break ? why : QString();
        return queued;
    }
    if (wanted == Presence::Offline && hasWork)
        return fail(ErrorCode::BadState, QStringLiteral("offline"));
    if (wanted == status.state && (wanted != Presence::Break || why == status.breakReason))
        return withoutNext(status);
    return changed(wanted, why, now);
}

PresenceStatus afterMissedOffer(const PresenceStatus &status, Instant now)
{
    if (!takesWork(status.state))
        return status;
    PresenceStatus missed = status;
    missed.state = Presence::Missed;
    missed.since = now;
    return missed.next && takesWork(*missed.next) ? withoutNext(missed) : missed;
}

PresenceStatus afterWorkEnded(const PresenceStatus &status, bool hasWork, Instant now)
{
    if (hasWork || !status.next)
        return status;
    if (*status.next == status.state && status.state != Presence::Break)
        return withoutNext(status);
    return changed(*status.next, status.nextReason, now);
}

PresenceStatus afterIdle(const PresenceStatus &status, std::chrono::milliseconds idle, bool hasWork, Instant now,
                         std::chrono::milliseconds limit)
{
    if (!takesWork(status.state) || hasWork || idle < limit)
        return status;
    return changed(Presence::Break, kIdleBreak, now);
}

bool takesOffers(const PresenceStatus &status, Link link)
{
    return status.state == Presence::Ready && link == Link::Online;
}

bool takesTransfers(const PresenceStatus &status, Link link)
{
    return takesWork(status.state) && link == Link::Online;
}

Link linkOf(std::chrono::milliseconds silence)
{
    if (silence >= kGoneAfter)
        return Link::Gone;
    return silence >= kReconnectingAfter ? Link::Reconnecting : Link::Online;
}

bool casesReturn(std::chrono::milliseconds silence)
{
    return silence > kCasesReturnAfter;
}

} // namespace bangban::domain
