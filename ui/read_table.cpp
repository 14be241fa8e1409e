// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/read_table.h"

#include <QHeaderView>

namespace bangban::ui {

ReadTable::ReadTable(const QString &name, QWidget *parent) : QTableWidget(parent)
{
    setAccessibleName(name);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setTabKeyNavigation(false);
    setWordWrap(false);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
}

void ReadTable::fill(const QList<QStringList> &rows, int wide)
{
    const QStringList &names = rows.front();
    setColumnCount(int(names.size()));
    setHorizontalHeaderLabels(names);
    setRowCount(int(rows.size()) - 1);
    for (int row = 0; row < rowCount(); ++row)
        for (int column = 0; column < columnCount(); ++column) {
            auto *cell = new QTableWidgetItem(rows[row + 1][column]);
            cell->setToolTip(Qt::convertFromPlainText(cell->text())); // it may be a citizen's
            setItem(row, column, cell);
        }
    for (int column = 0; column < columnCount(); ++column) {
        horizontalHeaderItem(column)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        horizontalHeader()->setSectionResizeMode(column, column == wide ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    }
}

} // namespace bangban::ui
