// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/feed.h"

/// Entries that come as a table: what each row would do, before anything is done.
namespace bangban::models {

inline constexpr int kMostImported = 200; ///< rows of one file: a reviewer reads each

struct EntryLine {
    enum class State { New, Changed, Same, Faulty };
    enum class Fault { None, Missing, NoDay, EndsBefore, TooLong, UnknownItem, Ambiguous, BadCode, Twice, BeingWritten };
    int line = 0; ///< of the file; the names of the columns are 1
    State state = State::New;
    Fault fault = Fault::None;
    QString field; ///< wire name of what is wrong, or, separated by spaces, of what changes
    client::EntryRow entry;
    int base = 0; ///< version that it changes; 0 of a new one
};

/// What a row is compared with.
struct EntryPlace {
    NodeId unit;
    QString authority; ///< of a new entry that names none
    LocalDate today{};
    QHash<QString, ItemId> items; ///< by code and by name; empty for a name of several
    std::vector<client::EntryRow> published; ///< of the unit
    std::vector<client::EntryDraftRow> drafts;
};

struct EntryTable {
    QStringList unknown; ///< columns that mean nothing here
    std::vector<EntryLine> lines;
};

/// The columns that are understood, as an office would name them, the question first.
QStringList entryColumns();
/// Of a wire name the column's usual name.
QString entryColumn(const QString &field);

/// A row changes the entry of its code, else of its question – and its item, if it names one – that has not ended, and is a new one if there is
/// none. An empty cell leaves what is there.
/// \param newId  of an entry without a code   \errors BadImport: "title" no column holds the question; "rows" more than kMostImported
Result<EntryTable> entryTable(const QList<QStringList> &rows, const EntryPlace &place, const std::function<EntryId()> &newId);

} // namespace bangban::models
