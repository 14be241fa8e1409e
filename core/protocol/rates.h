// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/protocol/fields.h"

/// How well the knowledge base serves the desks. \source duty 130; behaviour §11
namespace bangban::protocol {

inline constexpr int kMostRateDays = 92;
inline constexpr int kMostGaps = 200;

/// What units may look at: an editor or supervisor at their own, the coordinator at all. Answered by Rates.
/// \errors Forbidden, BadMessage naming the field
struct RatesGet {
    QString from; ///< first day, "2026-11-02"
    QString to;   ///< last one; at most kMostRateDays
    template<typename V>
    static void fields(V &&v)
    {
        v("from", &RatesGet::from, kRequired);
        v("to", &RatesGet::to, kRequired);
    }
};

/// A unit in a week. Hit rate: hits / offered; miss rate: misses / answered; wrong: wrong / said.
struct RateRow {
    NodeId unit;
    QString week;     ///< its Monday
    int answered = 0; ///< cases that its staff answered
    int offered = 0;  ///< of these, in which entries were suggested
    int hits = 0;     ///< of these, in which one was said
    int misses = 0;   ///< answered ones that were marked 答不上来, or in which no entry was said
    int said = 0;     ///< answers of the unit's entries that staff gave, of whatever unit
    int wrong = 0;    ///< of these, reported as wrong or put right within 30 days; a withdrawal alone is no correction

    friend bool operator==(const RateRow &, const RateRow &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        using R = RateRow;
        v("unit", &R::unit, kRequired);
        v("week", &R::week, kRequired);
        v("answered", &R::answered);
        v("offered", &R::offered);
        v("hits", &R::hits);
        v("misses", &R::misses);
        v("said", &R::said);
        v("wrong", &R::wrong);
    }
};

/// A case behind the misses.
struct GapRow {
    RequestId request;
    NodeId unit;
    QString itemName;
    QString words; ///< as they asked first, without numbers
    bool marked = false; ///< 答不上来
    Instant at;

    friend bool operator==(const GapRow &, const GapRow &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        using R = GapRow;
        v("request", &R::request, kRequired);
        v("unit", &R::unit, kRequired);
        v("item_name", &R::itemName);
        v("words", &R::words);
        v("marked", &R::marked);
        v("at", &R::at);
    }
};

/// 小申 in a week, by question. Its rate: solved / (solved + unsolved + handed over).
struct AssistantRateRow {
    QString week;       ///< its Monday
    int solved = 0;     ///< marked 解决了
    int unsolved = 0;   ///< marked 没解决
    int handedOver = 0; ///< not marked, and a person was asked for
    int unmarked = 0;   ///< neither

    friend bool operator==(const AssistantRateRow &, const AssistantRateRow &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        using R = AssistantRateRow;
        v("week", &R::week, kRequired);
        v("solved", &R::solved);
        v("unsolved", &R::unsolved);
        v("handed_over", &R::handedOver);
        v("unmarked", &R::unmarked);
    }
};

struct Rates {
    QString from;
    QString to;
    std::vector<RateRow> rows; ///< by week, then unit
    std::vector<GapRow> gaps;  ///< the newest kMostGaps
    std::vector<AssistantRateRow> assistant; ///< by week
    template<typename V>
    static void fields(V &&v)
    {
        using R = Rates;
        v("from", &R::from, kRequired);
        v("to", &R::to, kRequired);
        v("rows", &R::rows);
        v("gaps", &R::gaps);
        v("assistant", &R::assistant);
    }
};

} // namespace bangban::protocol
