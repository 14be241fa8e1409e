// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/protocol/fields.h"

/// What many ask today, and one answer to all of them. \source duties 38 and 41
namespace bangban::protocol {

inline constexpr int kMostHot = 30;      ///< questions
inline constexpr int kMostAnswered = 500; ///< requests at once

/// Asks for today's. Answered by HotQuestions. \errors Forbidden
struct HotGet {
    template<typename V>
    static void fields(V &&)
    {
    }
};

/// Requests of one unit and item that ask the same by their words.
struct HotRow {
    NodeId unit;
    QString itemName; ///< of the first one
    QString words;    ///< as the first one asked, without numbers
    int times = 0;    ///< that it was asked today
    std::vector<RequestId> waiting; ///< of these those that no person has answered, and to whom no answer was given today

    friend bool operator==(const HotRow &, const HotRow &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        using R = HotRow;
        v("unit", &R::unit);
        v("item_name", &R::itemName);
        v("words", &R::words);
        v("times", &R::times);
        v("waiting", &R::waiting, optionalUpTo(kMostAnswered));
    }
};

struct HotQuestions {
    QString day;
    int asked = 0; ///< requests of today that were looked at
    std::vector<HotRow> rows; ///< the most asked first
    template<typename V>
    static void fields(V &&v)
    {
        using R = HotQuestions;
        v("day", &R::day, kRequired);
        v("asked", &R::asked);
        v("rows", &R::rows, optionalUpTo(kMostHot));
    }
};

/// Gives all who wait an entry as a card, each in their own conversation. They keep their place: a person still answers them.
struct HotAnswer {
    CommandId cmdId;
    std::vector<RequestId> requests;
    EntryId entry;
    int version = 1; ///< that was read
    template<typename V>
    static void fields(V &&v)
    {
        using R = HotAnswer;
        v("cmd_id", &R::cmdId, kRequired);
        v("requests", &R::requests, requiredUpTo(kMostAnswered));
        v("entry", &R::entry, kRequired);
        v("version", &R::version, kRequired);
    }
};

} // namespace bangban::protocol
