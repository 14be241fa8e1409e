// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/protocol/messages.h"
#include "core/sql/database.h"

namespace bangban::client {

enum class OutboxState {
    Pending = 0,
    Done = 1,    ///< confirmed by the server; kept 7 days, so that a restored server can be filled again
    Failed = 2,  ///< refused; the words wait for the person
    Dropped = 3, ///< retried under a new id, taken back, or refused with nothing to keep
};

/// One command written down before it is sent.
struct OutboxEntry {
    CommandId command;
    QString type; ///< wire name
    /// Commands of one lane go one after the other; lanes do not wait for each other. The request's id, or a lane of
    /// its own for steps that mean nothing without each other.
    QString lane;
    RequestId request;
    QJsonObject body;
    QJsonObject shown; ///< a MessageRow as it stands on screen meanwhile; empty for what shows nothing
    OutboxState state = OutboxState::Pending;
    std::optional<Error> error;
    Instant at;

    /// One refused step of such a lane refuses the rest.
    [[nodiscard]] bool isStep() const { return lane != request.value; }
    /// Refused, it stands on the screen until the person decides; what shows nothing is told once.
    [[nodiscard]] bool canWait() const { return (isStep() && !request.isEmpty()) || !shown.isEmpty(); }
};

/// The commands of one account that must not be lost, in the replica's file with synchronous=FULL: when add()
/// returns they survive kill -9 and a power cut.
class Outbox {
public:
    /// \param key  of the account; what people wrote lies sealed with it
    Outbox(sql::Database &database, QByteArray key) : m_database(database), m_key(std::move(key)) {}

    /// All in one transaction, in which the `dropped` ones stop waiting for the person. \errors Database
    Result<void> add(const std::vector<OutboxEntry> &entries, const QList<CommandId> &dropped = {});
    /// What is pending or failed, oldest first.
    [[nodiscard]] Result<std::vector<OutboxEntry>> entries();
    /// What was confirmed, oldest first.
    [[nodiscard]] Result<std::vector<OutboxEntry>> confirmed();
    Result<void> setState(const CommandId &command, OutboxState state, const std::optional<Error> &error = {});
    /// Drops what was confirmed, retried or taken back before `before`.
    Result<void> prune(Instant before);

private:
    [[nodiscard]] Result<std::vector<OutboxEntry>> entriesIn(const QString &states);
    Result<void> insert(const std::vector<OutboxEntry> &entries);
    Result<OutboxEntry> entryOf(const QSqlQuery &query) const;
    [[nodiscard]] QByteArray sealed(const QJsonObject &object, const CommandId &command) const;
    Result<QJsonObject> unsealed(const QVariant &stored, const CommandId &command) const;

    sql::Database &m_database;
    QByteArray m_key;
};

} // namespace bangban::client
