// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/feed.h"

#include <memory>

namespace bangban::models {

/// A row that the lists share; never changed in place, a change is a new one.
using RequestPtr = std::shared_ptr<const client::RequestRow>;

/// Every request the desk knows now, by id. The lists, the header and the offer read it; nobody writes but the feed.
class RequestBook : public QObject {
    Q_OBJECT
public:
    explicit RequestBook(client::Feed &feed, QObject *parent = nullptr);

    [[nodiscard]] RequestPtr find(const RequestId &id) const { return m_rows.value(id); }
    [[nodiscard]] const QHash<RequestId, RequestPtr> &rows() const { return m_rows; }

signals:
    void changed(const QList<bangban::models::RequestPtr> &rows);
    void gone(const QList<bangban::RequestId> &ids, const QString &reason);
    void cleared();

private:
    QHash<RequestId, RequestPtr> m_rows;
};

} // namespace bangban::models
