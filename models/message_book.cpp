// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/message_book.h"

#include <QSet>

#include <algorithm>

namespace bangban::models {

MessageBook::MessageBook(client::Feed &feed, QObject *parent) : QObject(parent)
{
    connect(&feed, &client::Feed::cleared, this, [this] {
        m_messages.clear();
        m_byRequest.clear();
        emit cleared();
    });
    connect(&feed, &client::Feed::messagesChanged, this, [this](const QList<client::MessageView> &messages) {
        QSet<RequestId> touched;
        for (const client::MessageView &view : messages) {
            Held &held = m_messages[view.row.id];
            if (held.arrival == 0)
                held.arrival = ++m_arrivals;
            held.view = view;
            m_byRequest[view.row.request].insert(view.row.id);
            touched.insert(view.row.request);
        }
        for (const RequestId &request : std::as_const(touched))
            emit changed(request);
    });
    connect(&feed, &client::Feed::messagesGone, this, [this](const QList<MessageId> &ids) {
        QSet<RequestId> touched;
        for (const MessageId &id : ids) {
            const auto found = m_messages.constFind(id);
            if (found == m_messages.cend())
                continue;
            const RequestId request = found->view.row.request;
            m_byRequest[request].remove(id);
            m_messages.erase(found);
            touched.insert(request);
        }
        for (const RequestId &request : std::as_const(touched))
            emit changed(request);
    });
}

QList<client::MessageView> MessageBook::of(const RequestId &request) const
{
    std::vector<const Held *> held;
    for (const MessageId &id : m_byRequest.value(request))
        held.push_back(&*m_messages.constFind(id));
    std::sort(held.begin(), held.end(), [](const Held *a, const Held *b) {
        const int left = a->view.row.seq > 0 ? a->view.row.seq : INT_MAX;
        const int right = b->view.row.seq > 0 ? b->view.row.seq : INT_MAX;
        return left != right ? left < right : a->arrival < b->arrival;
    });
    QList<client::MessageView> views;
    views.reserve(qsizetype(held.size()));
    for (const Held *one : held)
        views.append(one->view);
    return views;
}

const client::MessageView *MessageBook::find(const MessageId &id) const
{
    const auto found = m_messages.constFind(id);
    return found == m_messages.cend() ? nullptr : &found->view;
}

int MessageBook::pendingOf(const RequestId &request) const
{
    int count = 0;
    for (const MessageId &id : m_byRequest.value(request))
        count += m_messages.constFind(id)->view.delivery == client::Delivery::Pending ? 1 : 0;
    return count;
}

} // namespace bangban::models
