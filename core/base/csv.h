// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace bangban {

/// A table for a spreadsheet program: CSV by RFC 4180, in UTF-8 with a byte order mark, without which such programs garble Chinese.
/// A cell that they would take for a formula, which may be a stranger's words, begins with an apostrophe.
QByteArray toCsv(const QList<QStringList> &rows);

} // namespace bangban
