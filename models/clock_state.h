// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/feed.h"

/// What a ring shows for a request now. Pure; the screen adds colours and words.
namespace bangban::models {

enum class ClockKind { None, FirstResponse, FollowUp, Transfer, CallBack, WrapUp, Offer, Reopening };

/// The shape of a ring; shapes differ so that colour is never alone. \source tokens.json ring.shapes
enum class ClockFace {
    Nothing, ///< no clock at all
    Quiet,   ///< circle with an arc
    Amber,   ///< rounded square
    Red,     ///< octagon with tenths
    Over,    ///< solid octagon, counts up
    Kept,    ///< circle with a tick
    KeptLate, ///< outlined octagon with a tick: answered, and still a miss
    Due,     ///< circle with hands; the due time stands in words, nothing runs
    Paused,  ///< circle with two bars: it is the citizen's turn
};

struct ClockState {
    ClockKind kind = ClockKind::None;
    ClockFace face = ClockFace::Nothing;
    double remaining = 0; ///< 1…0, the arc
    qint64 leftMs = 0;    ///< until due; negative when over
    qint64 takenMs = 0;   ///< of an answered clock, or of a pause so far
    Instant due{};
    bool isLate = false; ///< a due time in words that has passed
    friend bool operator==(const ClockState &, const ClockState &) = default;
};

/// \source behaviour §4; tokens.json ring
struct ClockLimits {
    qint64 totalMs = 60'000;
    qint64 amberMs = 20'000;
    qint64 redMs = 10'000; ///< 0: never red before it is over
};
inline constexpr ClockLimits kFirstResponse{60'000, 20'000, 10'000};
inline constexpr ClockLimits kFollowUp{120'000, 20'000, 10'000};
inline constexpr ClockLimits kWrapUpClock{60'000, 20'000, 10'000};
inline constexpr ClockLimits kOfferClock{10'000, 4'000, 0};

/// A clock that runs towards `due`; over is past it, exactly at it there is still a hit to be had.
ClockState runningClock(ClockKind kind, Instant due, Instant now, const ClockLimits &limits);
/// The clock that matters for the request now: the one its row shows.
ClockState clockOf(const client::RequestRow &row, Instant now);
/// The first response alone: running, kept, kept late; Nothing while no minute was ever started.
ClockState firstResponseOf(const client::RequestRow &row, Instant now);
/// The second timer of a receiving unit after a transfer.
ClockState transferOf(const client::RequestRow &row, Instant now);

/// The figure inside a ring: "41", "07.4", "+07", "1:36"; above 99 s over: "+3" and `minuteMark`. Empty where the
/// face is a picture.
QString ringFigure(const ClockState &state, const QString &minuteMark);
/// "00:23", and "1:02:03" from an hour on.
QString asMinutes(qint64 ms);
/// "00:12:41", the timer beside a presence.
QString asHours(qint64 ms);
/// When a 1 Hz tick is too coarse.
inline bool needsTenths(const ClockState &state) { return state.face == ClockFace::Red; }

} // namespace bangban::models

Q_DECLARE_METATYPE(bangban::models::ClockState)
