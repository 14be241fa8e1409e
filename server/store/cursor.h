// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>

namespace bangban::server {

/// Where a reader stands in one scope. Signed, so that a client can neither invent one nor carry one into another
/// view (architecture §2, 9).
struct Cursor {
    QString epoch;
    QString scope;
    qint64 rev = 0;
    QByteArray chain; ///< first 8 bytes of the chain at rev, hex
    QByteArray view;  ///< digestOf(View)
};

QString encodeCursor(const Cursor &cursor, const QByteArray &key);
/// \errors BadCursor
Result<Cursor> decodeCursor(const QString &text, const QByteArray &key);

} // namespace bangban::server
