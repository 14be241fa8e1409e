// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/request_book.h"

namespace bangban::models {

RequestBook::RequestBook(client::Feed &feed, QObject *parent) : QObject(parent)
{
    connect(&feed, &client::Feed::cleared, this, [this] {
        m_rows.clear();
        emit cleared();
    });
    connect(&feed, &client::Feed::requestsChanged, this, [this](const QList<client::RequestRow> &rows) {
        QList<RequestPtr> shared;
        shared.reserve(rows.size());
        for (const client::RequestRow &row : rows) {
            shared.append(std::make_shared<const client::RequestRow>(row));
            m_rows.insert(row.id, shared.last());
        }
        emit changed(shared);
    });
    connect(&feed, &client::Feed::requestsGone, this, [this](const QList<RequestId> &ids, const QString &reason) {
        for (const RequestId &id : ids)
            m_rows.remove(id);
        emit gone(ids, reason);
    });
}

} // namespace bangban::models
