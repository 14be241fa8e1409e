// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableWidget>

namespace bangban::ui {

/// A table that is read: nothing in it can be written, Tab leaves it, a cell that is cut tells its words.
class ReadTable : public QTableWidget {
    Q_OBJECT
public:
    explicit ReadTable(const QString &name, QWidget *parent = nullptr);
    /// \param rows  the first one names the columns   \param wide  the column that takes the room that is left
    void fill(const QList<QStringList> &rows, int wide);
};

} // namespace bangban::ui
