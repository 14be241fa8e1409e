// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clock_state.h"

#include <algorithm>

namespace bangban::models {

using namespace Qt::StringLiterals;
using domain::RequestState;

namespace {

ClockState pausedSince(std::optional<Instant> since, Instant now)
{
    ClockState state;
    state.face = ClockFace::Paused;
    state.takenMs = since ? std::max<qint64>(0, (now - *since).count()) : 0;
    return state;
}

ClockState inWords(ClockKind kind, Instant due, Instant now)
{
    ClockState state;
    state.kind = kind;
    state.face = ClockFace::Due;
    state.due = due;
    state.leftMs = (due - now).count();
    state.isLate = state.leftMs < 0;
    return state;
}

ClockState servingClock(const client::RequestRow &row, Instant now)
{
    if (!row.firstHumanAt && row.dueAt)
        return firstResponseOf(row, now);
    if (row.transferDue)
        return transferOf(row, now);
    if (row.followDue)
        return runningClock(ClockKind::FollowUp, *row.followDue, now, kFollowUp);
    return pausedSince(row.firstHumanAt ? row.firstHumanAt : row.claimedAt, now);
}

} // namespace

ClockState runningClock(ClockKind kind, Instant due, Instant now, const ClockLimits &limits)
{
    ClockState state;
    state.kind = kind;
    state.due = due;
    state.leftMs = (due - now).count();
    state.remaining = std::clamp(double(state.leftMs) / double(limits.totalMs), 0.0, 1.0);
    if (state.leftMs < 0)
        state.face = ClockFace::Over;
    else if (state.leftMs <= limits.redMs)
        state.face = ClockFace::Red;
    else if (state.leftMs <= limits.amberMs)
        state.face = ClockFace::Amber;
    else
        state.face = ClockFace::Quiet;
    return state;
}

ClockState firstResponseOf(const client::RequestRow &row, Instant now)
{
    if (!row.dueAt)
        return {};
    if (!row.firstHumanAt)
        return runningClock(ClockKind::FirstResponse, *row.dueAt, now, kFirstResponse);
    ClockState state;
    state.kind = ClockKind::FirstResponse;
    state.due = *row.dueAt;
    const bool isLate = row.missed || *row.firstHumanAt > *row.dueAt;
    state.face = isLate ? ClockFace::KeptLate : ClockFace::Kept;
    state.takenMs = (*row.firstHumanAt - row.clockFrom.value_or(row.queuedAt)).count();
    state.leftMs = (*row.dueAt - *row.firstHumanAt).count();
    return state;
}

ClockState transferOf(const client::RequestRow &row, Instant now)
{
    if (!row.transferDue)
        return {};
    return runningClock(ClockKind::Transfer, *row.transferDue, now, kFirstResponse);
}

ClockState clockOf(const client::RequestRow &row, Instant now)
{
    switch (row.state) {
    case RequestState::Choosing:
        return pausedSince(row.queuedAt, now);
    case RequestState::Held:
        return row.reopensAt ? inWords(ClockKind::Reopening, *row.reopensAt, now) : pausedSince(row.queuedAt, now);
    case RequestState::Waiting:
        if (!row.firstHumanAt && row.dueAt)
            return firstResponseOf(row, now);
        return row.transferDue ? transferOf(row, now) : pausedSince(row.queuedAt, now);
    case RequestState::Serving:
        return servingClock(row, now);
    case RequestState::WrapUp:
        return row.wrapDue ? runningClock(ClockKind::WrapUp, *row.wrapDue, now, kWrapUpClock) : ClockState{};
    case RequestState::CallBack:
        return row.callBackDue ? inWords(ClockKind::CallBack, *row.callBackDue, now) : ClockState{};
    case RequestState::Closed:
    case RequestState::Withdrawn:
    case RequestState::Joined:
        return firstResponseOf(row, now);
    }
    return {};
}

QString ringFigure(const ClockState &state, const QString &minuteMark)
{
    switch (state.face) {
    case ClockFace::Quiet:
    case ClockFace::Amber: {
        const qint64 seconds = (state.leftMs + 999) / 1000; // 41 is shown until 40.000
        if (seconds < 100)
            return QString::number(seconds);
        return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
    }
    case ClockFace::Red:
        return u"%1.%2"_s.arg(state.leftMs / 1000, 2, 10, QChar(u'0')).arg(state.leftMs / 100 % 10);
    case ClockFace::Over: {
        const qint64 seconds = -state.leftMs / 1000;
        if (seconds < 100)
            return u"+%1"_s.arg(seconds, 2, 10, QChar(u'0'));
        return u"+%1%2"_s.arg(seconds / 60).arg(minuteMark);
    }
    default:
        return {};
    }
}

QString asMinutes(qint64 ms)
{
    const qint64 seconds = std::max<qint64>(0, ms) / 1000;
    if (seconds >= 3600)
        return u"%1:%2:%3"_s.arg(seconds / 3600)
            .arg(seconds / 60 % 60, 2, 10, QChar(u'0'))
            .arg(seconds % 60, 2, 10, QChar(u'0'));
    return u"%1:%2"_s.arg(seconds / 60, 2, 10, QChar(u'0')).arg(seconds % 60, 2, 10, QChar(u'0'));
}

QString asHours(qint64 ms)
{
    const qint64 seconds = std::max<qint64>(0, ms) / 1000;
    return u"%1:%2:%3"_s.arg(seconds / 3600, 2, 10, QChar(u'0'))
        .arg(seconds / 60 % 60, 2, 10, QChar(u'0'))
        .arg(seconds % 60, 2, 10, QChar(u'0'));
}

} // namespace bangban::models
