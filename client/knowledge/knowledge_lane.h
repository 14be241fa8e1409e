// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/feed.h"
#include "client/knowledge/entry_book.h"
#include "core/base/mailbox.h"
#include "core/knowledge/knowledge_base.h"

namespace bangban::client {

/// The knowledge base at the desk, beside the rows of the log: asks for what changed, keeps it and finds in it, also without a
/// line. It lives in a thread of its own, where nothing that a person does waits for it; all of it is called there, in order.
class KnowledgeLane : public QObject {
    Q_OBJECT
public:
    KnowledgeLane() { inbox.setParent(this); }
    Mailbox inbox; ///< how others call it

    void open(const QString &folder, const QByteArray &key);
    void close();
    void setCatalogue(const QList<protocol::ItemRow> &items, const QList<protocol::NodeRow> &nodes);

    void goOn(); ///< the line is there anew
    void hear(qint64 revision); ///< the server has this one
    /// \param page  the body of knowledge.page, as it came
    void take(const QJsonObject &page);

    /// Answered by found(), with nothing while there is no account.
    void find(quint64 ticket, const knowledge::Question &question, int limit);
    void findOne(quint64 ticket, const EntryId &entry);

signals:
    void wanted(const bangban::protocol::KnowledgeGet &get);
    void malformed(const bangban::Error &error);
    void found(quint64 ticket, const QList<bangban::client::EntryHit> &hits);
    void stateChanged(const bangban::client::KnowledgeState &state);
    void entriesGone(const QList<bangban::EntryId> &ids);

private:
    void ask();
    void index();
    void giveUp(const Error &error);
    void tell();

    std::unique_ptr<EntryBook> m_book;
    knowledge::KnowledgeBase m_base;
    KnowledgeState m_state;
    qint64 m_heard = 0; ///< newest revision that the server told of
    std::vector<protocol::EntryRow> m_coming; ///< rows of a pull that goes on, for the index
    QList<EntryId> m_going;                   ///< likewise
    bool m_isAsking = false;
};

} // namespace bangban::client
