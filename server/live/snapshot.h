// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/office/office.h"

namespace bangban::server {

/// A scope as one view sees it at one revision, ready to be sent.
struct SnapshotRows {
    QString scope;
    ScopeMark mark;
    std::vector<QByteArray> rows; ///< each a change as JSON: {"e":…,"id":…,"row":…}
};

/// Open work in view plus a person's own of seven days, with its messages; for a citizen their own; of the catalogue
/// all that the view may see (architecture §2, 10). \errors Database
Result<SnapshotRows> snapshotFor(Office &office, const View &view, const QString &scope);

/// One change as the wire has it. \param row canonical JSON of the row
QByteArray changeOf(const QString &entity, const QString &id, const QByteArray &row, bool isCitizen);
QByteArray goneOf(const QString &entity, const QString &id, const QString &reason);

} // namespace bangban::server
