// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/nodes_model.h"

namespace bangban::models {

namespace {

constexpr int kDeepest = 12; ///< a ring of parents in the data must not hang the desk

} // namespace

NodesModel::NodesModel(client::Feed &feed, QObject *parent) : RowsTable(parent)
{
    connect(&feed, &client::Feed::cleared, this, [this] {
        clear();
        m_byId.clear();
    });
    connect(&feed, &client::Feed::nodesChanged, this, [this](const QList<client::NodeRow> &rows) {
        for (const client::NodeRow &row : rows)
            upsert(row);
        index();
    });
}

void NodesModel::index()
{
    m_byId.clear();
    for (int i = 0; i < rowCount(); ++i)
        m_byId[rows()[std::size_t(i)].id].append(i);
}

const client::NodeRow *NodesModel::on(const NodeId &id, const QString &isoDay) const
{
    for (const int i : m_byId.value(id)) {
        const client::NodeRow &row = rows()[std::size_t(i)];
        if (row.validFrom <= isoDay && (row.validTo.isEmpty() || isoDay <= row.validTo))
            return &row;
    }
    return nullptr;
}

QString NodesModel::nameOf(const NodeId &id, const QString &isoDay) const
{
    const client::NodeRow *row = on(id, isoDay);
    return row ? row->name : id.value;
}

std::vector<NodeId> NodesModel::lineOf(const NodeId &id, const QString &isoDay) const
{
    std::vector<NodeId> line;
    NodeId at = id;
    while (!at.isEmpty() && line.size() < kDeepest) {
        line.push_back(at);
        const client::NodeRow *row = on(at, isoDay);
        at = row ? row->parent : NodeId();
    }
    return line;
}

QVariant NodesModel::cell(const client::NodeRow &row, int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Name:
        return row.name;
    case Kind:
        return row.kind; // a stored name; the page words it
    case Above:
        return nameOf(row.parent, row.validFrom);
    default:
        return QString(row.validFrom + QStringLiteral(" – ") + row.validTo);
    }
}

} // namespace bangban::models
