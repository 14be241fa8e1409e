// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <QStandardItemModel>
#include <QTableView>

#include <memory>

namespace bangban::bench {

/// A plain table with the same Chinese text as the desk's waiting list; what Qt itself costs. Nothing of ours in it.
inline std::unique_ptr<QTableView> bareTable(QStandardItemModel &model, int rows)
{
    using namespace Qt::StringLiterals;
    for (int row = 0; row < rows; ++row)
        model.appendRow({new QStandardItem(u"P1 企业法定代表人变更登记"_s), new QStandardItem(u"示例甲软件有限公司 %1"_s.arg(row)),
                         new QStandardItem(u"60"_s), new QStandardItem(u"网页"_s)});
    auto table = std::make_unique<QTableView>();
    table->setModel(&model);
    table->verticalHeader()->setDefaultSectionSize(36);
    table->resize(1366, 768);
    return table;
}

} // namespace bangban::bench
