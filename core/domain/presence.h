// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/domain/enums.h"

#include <optional>

namespace bangban::domain {

/// What a member of staff says of themselves; whether the desk's line works is Link, kept apart.
/// \source behaviour §1
struct PresenceStatus {
    Presence state = Presence::Offline;
    Instant since{};
    QString breakReason; ///< only while state is Break
    std::optional<Presence> next; ///< taken when the present work ends
    QString nextReason;           ///< only while next is Break
    friend bool operator==(const PresenceStatus &, const PresenceStatus &) = default;
};

/// Reason of a break that idleness set; ui words it.
inline constexpr QLatin1String kIdleBreak{"idle"};
inline constexpr std::chrono::milliseconds kIdleLimit{10min};
inline constexpr std::chrono::milliseconds kReconnectingAfter{4500ms};
inline constexpr std::chrono::milliseconds kGoneAfter{15s};
inline constexpr std::chrono::milliseconds kCasesReturnAfter{180s};

/// After signing in: Busy, never Ready; a person says themselves when they are ready.
PresenceStatus afterSignIn(Instant now);

/// A change made by the person. With `whenFree` and work in hand it is queued behind the work, otherwise it is made
/// at once and drops a queued one: what was clicked last is what counts. Choosing the present state again keeps
/// `since` and only cancels the queued one.
/// \errors BadState for Missed, which only the server sets, and for Offline with work in hand (queue it, or hand the
///         work over); BadMessage for a break without a reason
Result<PresenceStatus> setByPerson(const PresenceStatus &status, Presence wanted, const QString &reason, bool whenFree,
                                   bool hasWork, Instant now);

/// After an offer was left to run out: Missed, which takes nothing until the person clicks. A person who has meanwhile
/// said that they take nothing is left alone. A queued return to work is dropped, a queued break kept.
PresenceStatus afterMissedOffer(const PresenceStatus &status, Instant now);

/// After a piece of work ended: the queued state, once nothing is left in hand.
PresenceStatus afterWorkEnded(const PresenceStatus &status, bool hasWork, Instant now);

/// Nobody at a ready desk for ten minutes: Break with reason kIdleBreak. Work in hand is no idleness.
PresenceStatus afterIdle(const PresenceStatus &status, std::chrono::milliseconds idle, bool hasWork, Instant now,
                         std::chrono::milliseconds limit = kIdleLimit);

/// Ready on a line that works. For a transfer TransferOnly will do as well.
bool takesOffers(const PresenceStatus &status, Link link);
bool takesTransfers(const PresenceStatus &status, Link link);

/// Online; Reconnecting from 4.5 s of silence; Gone from 15 s.
Link linkOf(std::chrono::milliseconds silence);
/// After more than 180 s of silence the open requests go back to the head of the queue, with their age.
bool casesReturn(std::chrono::milliseconds silence);

} // namespace bangban::domain
