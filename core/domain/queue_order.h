// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"

#include <compare>
#include <optional>

namespace bangban::domain {

/// The order of waiting requests, the same for server, desk and citizen.
/// \source behaviour §3

struct QueueSettings {
    std::chrono::milliseconds nearlyDue{20s};  ///< this much left, or less, goes before priority
    std::chrono::milliseconds agesToFirst{30s}; ///< second class counts as first after this long
};

struct QueueEntry {
    RequestId id;
    int priority = 2;
    Instant queuedAt{};     ///< keeps through transfer and re-queueing
    Instant runningSince{}; ///< start of the minute; later than queuedAt after a wait for reopening
    Instant due{};
};

/// Smaller goes first: overdue (oldest due first), then nearly due, then first class, then queued longer, then id.
struct QueueKey {
    int overdueRank = 1;  ///< 0 overdue
    Instant overdueSince{}; ///< due if overdue, else the epoch
    int nearlyDueRank = 1;
    int classRank = 2;
    Instant queuedAt{};
    RequestId id;
    friend bool operator<(const QueueKey &a, const QueueKey &b);
    friend bool operator==(const QueueKey &, const QueueKey &) = default;
};

/// Overdue = past its due time; exactly at it there is still a hit to be had.
QueueKey sortKey(const QueueEntry &entry, Instant now, const QueueSettings &settings = {});
bool goesBefore(const QueueEntry &a, const QueueEntry &b, Instant now, const QueueSettings &settings = {});

struct WaitEstimate {
    int ahead = 0;
    std::optional<std::chrono::seconds> wait; ///< empty if nothing honest can be said
    bool nobodyOn = false;                    ///< no place is on duty at all
    friend bool operator==(const WaitEstimate &, const WaitEstimate &) = default;
};

/// How long the person behind `ahead` others will wait: nothing if a place is free for them, else the ends of work
/// that must come before, at one every typicalHandle ÷ places. Rounded up to whole seconds; an expectation, no promise.
/// \param freePlaces     pieces of such work that could be taken now, all desks together
/// \param placesOnDuty   pieces that the desks on duty hold at most, free ones included
/// \param typicalHandle  median of recent work; zero or less: unknown
WaitEstimate estimateWait(int ahead, int freePlaces, int placesOnDuty, std::chrono::seconds typicalHandle);

} // namespace bangban::domain
