// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/feed.h"

#include <map>

namespace bangban::models {

/// Every message the desk knows, by request; a pending one keeps its id when it gets its number.
class MessageBook : public QObject {
    Q_OBJECT
public:
    explicit MessageBook(client::Feed &feed, QObject *parent = nullptr);

    /// In the order of the conversation: by seq, pending ones last in the order they were written.
    [[nodiscard]] QList<client::MessageView> of(const RequestId &request) const;
    [[nodiscard]] const client::MessageView *find(const MessageId &id) const;
    [[nodiscard]] int pendingOf(const RequestId &request) const;

signals:
    void changed(const bangban::RequestId &request);
    void cleared();

private:
    struct Held {
        client::MessageView view;
        quint64 arrival = 0; ///< order of pending ones
    };
    QHash<MessageId, Held> m_messages;
    QHash<RequestId, QSet<MessageId>> m_byRequest;
    quint64 m_arrivals = 0;
};

} // namespace bangban::models
