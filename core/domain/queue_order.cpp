// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/queue_order.h"

#include <tuple>

namespace bangban::domain {

namespace {

auto tied(const QueueKey &key)
{
    return std::tie(key.overdueRank, key.overdueSince, key.nearlyDueRank, key.classRank, key.queuedAt, key.id);
}

} // namespace

bool operator<(const QueueKey &a, const QueueKey &b)
{
    return tied(a) < tied(b);
}

QueueKey sortKey(const QueueEntry &entry, Instant now, const QueueSettings &settings)
{
    QueueKey key;
    key.queuedAt = entry.queuedAt;
    key.id = entry.id;
    const bool isFirst = entry.priority == 1 || now - entry.runningSince >= settings.agesToFirst;
    key.classRank = isFirst ? 1 : 2;
    if (now > entry.due) {
        key.overdueRank = 0;
        key.overdueSince = entry.due;
    }
    key.nearlyDueRank = entry.due - now <= settings.nearlyDue ? 0 : 1;
    return key;
}

bool goesBefore(const QueueEntry &a, const QueueEntry &b, Instant now, const QueueSettings &settings)
{
    return sortKey(a, now, settings) < sortKey(b, now, settings);
}

WaitEstimate estimateWait(int ahead, int freePlaces, int placesOnDuty, std::chrono::seconds typicalHandle)
{
    WaitEstimate estimate;
    estimate.ahead = ahead < 0 ? 0 : ahead;
    if (placesOnDuty <= 0) {
        estimate.nobodyOn = true;
        return estimate;
    }
    const qint64 mustEnd = qint64(estimate.ahead) + 1 - (freePlaces < 0 ? 0 : freePlaces);
    if (mustEnd <= 0)
        estimate.wait = std::chrono::seconds(0);
    else if (typicalHandle.count() > 0)
        estimate.wait = std::chrono::seconds((mustEnd * typicalHandle.count() + placesOnDuty - 1) / placesOnDuty);
    return estimate;
}

} // namespace bangban::domain
