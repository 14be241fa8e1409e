// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/store/outbox.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>

namespace bangban::client {

/// True for busy and the like: the same thing may be asked again after a while.
[[nodiscard]] bool isPassing(ErrorCode code);

/// Sends what the outbox holds until the server has answered it, in order in each lane. A passing refusal (busy) is
/// tried again; any other keeps the words and waits for the person.
class OutboxRun : public QObject {
    Q_OBJECT
public:
    /// \param send  hands a frame to the line; false if there is none
    /// \param gate  whether the entry may go now (a file is finished only when its bytes are over)
    OutboxRun(std::function<bool(const QByteArray &)> send, std::function<bool(const OutboxEntry &)> gate,
              QObject *parent = nullptr);

    /// \param outbox null between accounts
    Result<void> setOutbox(Outbox *outbox);
    /// On disk when this returns; the failed entries that these stand for are dropped in the same moment.
    /// \errors Database, and nothing has changed
    Result<void> add(std::vector<OutboxEntry> entries, const std::vector<OutboxEntry> &dropped = {});
    void setOnline(bool online);
    void push(); ///< something may go that could not before
    /// What the server said to a command. \returns the entries that it settles: none if it is to be tried again or is
    /// none of the outbox, several if later steps fall with it
    std::vector<OutboxEntry> answer(const CommandId &command, const std::optional<Error> &error);
    /// A failed entry with the steps that fell with it, in order; none if it has not failed.
    [[nodiscard]] std::vector<OutboxEntry> failed(const CommandId &command) const;
    Result<void> drop(const std::vector<OutboxEntry> &entries) { return add({}, entries); }

    [[nodiscard]] const std::vector<OutboxEntry> &entries() const { return m_entries; }
    [[nodiscard]] int pending() const;

signals:
    void storeFailed(const bangban::Error &error);

private:
    void store(const OutboxEntry &entry); ///< how it was settled, now or later
    std::vector<OutboxEntry>::iterator find(const CommandId &command);

    std::function<bool(const QByteArray &)> m_send;
    std::function<bool(const OutboxEntry &)> m_gate;
    Outbox *m_outbox = nullptr;
    std::vector<OutboxEntry> m_entries; ///< pending and failed, oldest first
    QSet<CommandId> m_sent;             ///< on this connection, unanswered
    QSet<CommandId> m_resting;          ///< the server was busy; until m_again
    std::vector<OutboxEntry> m_unstored; ///< settled, but the disk would not take it; until m_again
    QTimer m_again;
    bool m_online = false;
};

} // namespace bangban::client
