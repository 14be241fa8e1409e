// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QStringList>

class QWidget;

namespace bangban::ui {

/// A table that somebody takes along.
class TableFile {
    Q_DECLARE_TR_FUNCTIONS(TableFile)
public:
    /// Asks where to, and says so if it could not be saved there. \param name  proposed, with ".csv" \param rows  the first one names the columns
    static void save(const QString &name, const QList<QStringList> &rows, QWidget *window);
};

} // namespace bangban::ui
