// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sheet/sheet.h"

namespace bangban::sheet {

/// Collects cells within the bounds of a table.
class Rows {
public:
    /// \errors BadImport
    Result<void> put(qsizetype row, qsizetype column, const QString &cell);
    [[nodiscard]] QList<QStringList> take();

private:
    QList<QStringList> m_rows;
    qsizetype m_characters = 0;
};

inline tl::unexpected<Error> broken(const char *what) { return fail(ErrorCode::BadImport, QLatin1String(what)); }

Result<QList<QStringList>> readWorkbook(const QByteArray &content);

} // namespace bangban::sheet
