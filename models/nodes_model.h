// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/feed.h"
#include "models/rows_table.h"

namespace bangban::models {

struct NodeTraits {
    using Row = client::NodeRow;
    static QString id(const Row &row) { return row.id.value + QChar(u'/') + row.validFrom; }
    static QString place(const Row &row) { return row.id.value + QChar(u'/') + row.validFrom; }
    static int columns() { return 4; }
};

/// The organisation, dated; a renamed node has several rows.
class NodesModel : public RowsTable<NodeTraits> {
public:
    enum Column { Name, Kind, Above, Valid };
    explicit NodesModel(client::Feed &feed, QObject *parent = nullptr);

    /// The row valid on the day; nullptr if there is none.
    [[nodiscard]] const client::NodeRow *on(const NodeId &id, const QString &isoDay) const;
    [[nodiscard]] QString nameOf(const NodeId &id, const QString &isoDay) const;
    /// The node and its ancestors on the day, nearest first.
    [[nodiscard]] std::vector<NodeId> lineOf(const NodeId &id, const QString &isoDay) const;

protected:
    [[nodiscard]] QVariant cell(const client::NodeRow &row, int column, int role) const override;

private:
    void index();
    QHash<NodeId, QList<int>> m_byId;
};

} // namespace bangban::models
