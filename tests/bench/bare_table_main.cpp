// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bangban-bench-bare ROWS: the reference of the bench "start", linked with nothing but Qt's widgets.
#include "tests/bench/bare_table.h"

#include <QApplication>

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QStandardItemModel model;
    const auto table = bangban::bench::bareTable(model, QApplication::arguments().value(1).toInt());
    table->show();
    return QApplication::exec();
}
