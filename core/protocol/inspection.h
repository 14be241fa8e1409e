// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/fields.h"

#include <algorithm>

/// 巡检找茬: some of a unit's entries in force are drawn and read by people who did not write them. \source duty 88
namespace bangban::protocol {

inline constexpr int kFewestInspected = 5;
inline constexpr int kMostInspected = 50;

/// One that was drawn, and what was found.
struct InspectedEntry {
    EntryId entry;
    int version = 1; ///< that was drawn; of one that was read, the version that was read
    QString title;
    domain::InspectionState state = domain::InspectionState::Open;
    std::vector<domain::InspectionFault> faults;
    Words note; ///< what is wrong
    StaffId by;
    QString byName;
    std::optional<Instant> at;
    TaskId task; ///< the correction that came of it

    friend bool operator==(const InspectedEntry &, const InspectedEntry &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        using R = InspectedEntry;
        v("entry", &R::entry, kRequired);
        v("version", &R::version);
        v("title", &R::title);
        v("state", &R::state);
        v("faults", &R::faults);
        v("note", &R::note, optionalUpTo(2000));
        v("by", &R::by);
        v("by_name", &R::byName);
        v("at", &R::at);
        v("task", &R::task);
    }
};

/// A round of a unit. Its score: entries without a fault / entries read.
struct InspectionRow {
    InspectionId id;
    NodeId unit;
    StaffId openedBy;
    QString openedByName;
    Instant openedAt;
    int outOf = 0; ///< approved entries that it was drawn from
    QString lot;   ///< the server's: with it the draw can be made again
    std::vector<InspectedEntry> entries;
    std::optional<Instant> closedAt;
    bool off = false; ///< long ago: no desk shows it any more

    [[nodiscard]] int count(domain::InspectionState state) const { return int(std::ranges::count(entries, state, &InspectedEntry::state)); }
    friend bool operator==(const InspectionRow &, const InspectionRow &) = default;
    template<typename V>
    static void fields(V &&v)
    {
        using R = InspectionRow;
        v("id", &R::id, kRequired);
        v("unit", &R::unit, kRequired);
        v("opened_by", &R::openedBy);
        v("opened_by_name", &R::openedByName);
        v("opened_at", &R::openedAt);
        v("out_of", &R::outOf);
        v("lot", &R::lot);
        v("entries", &R::entries, optionalUpTo(kMostInspected));
        v("closed_at", &R::closedAt);
        v("off", &R::off);
    }
};

/// Draws a round: half of it what was said most often in the last 30 days, the rest by lot; nothing that the round before read in the
/// same version, as long as there is something else.
struct InspectionOpen {
    CommandId cmdId;
    InspectionId round; ///< UUIDv7 made by the sender
    NodeId unit;        ///< empty for the sender's own; another's for who sees all
    int count = 20;     ///< kFewestInspected to kMostInspected
    template<typename V>
    static void fields(V &&v)
    {
        using R = InspectionOpen;
        v("cmd_id", &R::cmdId, kRequired);
        v("round", &R::round, kRequired);
        v("unit", &R::unit);
        v("count", &R::count, kRequired);
    }
};

/// Somebody who neither wrote nor reviewed it has read an entry. Faults need a note, and make a correction of it.
struct InspectionCheck {
    CommandId cmdId;
    InspectionId round;
    EntryId entry;
    int version = 1; ///< that was read
    std::vector<domain::InspectionFault> faults; ///< none: it is in order
    Words note;
    template<typename V>
    static void fields(V &&v)
    {
        using R = InspectionCheck;
        v("cmd_id", &R::cmdId, kRequired);
        v("round", &R::round, kRequired);
        v("entry", &R::entry, kRequired);
        v("version", &R::version, kRequired);
        v("faults", &R::faults, optionalUpTo(8));
        v("note", &R::note, optionalUpTo(2000));
    }
};

/// Ends a round before all of it was read; what was not read does not count.
struct InspectionClose {
    CommandId cmdId;
    InspectionId round;
    template<typename V>
    static void fields(V &&v)
    {
        v("cmd_id", &InspectionClose::cmdId, kRequired);
        v("round", &InspectionClose::round, kRequired);
    }
};

} // namespace bangban::protocol
