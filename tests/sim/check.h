// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/office/office.h"
#include "tests/sim/desk_person.h"

namespace bangban::sim {

/// What a desk or a page holds at the end, as "entity id row" sorted, and what else is on a desk's disk.
struct Held {
    QString who;
    server::View view;
    QStringList rows;
    QSet<QString> waitingWords; ///< of a desk: refused, or put back into a draft; the person has them
    bool hasPending = false;
};

/// A row as Held::rows has it.
QString lineOf(const protocol::Change &row);
/// What lies on a desk's disk, which may run meanwhile. \errors as Replica::open
Result<Held> heldOn(const DeskPerson &desk);

struct CheckOptions {
    bool wasRestored = false; ///< the record went back: places, times and owners may be others than they were
    bool compareRows = true;
};

/// Holds what people were told against the record. \returns what is wrong, worded for whoever looks for the cause
QStringList check(server::Office &office, const History &history, const std::vector<Held> &held, const CheckOptions &options);

/// The rows that the server would send anew, in the form of Held::rows.
Result<QStringList> rowsFor(server::Office &office, const server::View &view);

} // namespace bangban::sim
