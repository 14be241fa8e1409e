// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/protocol/messages.h"
#include "core/sql/database.h"

#include <QStringList>

#include <functional>

namespace bangban::client {

struct HeldCursor {
    QString cursor;
    qint64 through = -1; ///< -1 after a snapshot: the first batch says where it starts
};

/// What the server last said, on disk, for one account at one server: rows as JSON by scope, entity and id, and the
/// cursor of each scope. Also the drafts. Every change goes with its cursor in one transaction, so that a desk killed
/// at any moment goes on exactly where it was. The outbox lies in the same file (store/outbox.h).
class Replica {
public:
    /// \param folder  of the account; made if it is missing
    /// \param key     of the account, from the server: all that people wrote lies sealed with it
    /// \errors Database; RecordDamaged, also if the record was sealed with another key; BadConfiguration if the folder
    /// cannot be made
    static Result<std::unique_ptr<Replica>> open(const QString &folder, const QByteArray &key);
    /// Gives a damaged record another name, for whoever can still read words in it. \returns that name
    static Result<QString> setAside(const QString &folder, Instant at);

    [[nodiscard]] sql::Database &database() { return *m_database; }
    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] const QByteArray &key() const { return m_key; }

    [[nodiscard]] Result<std::vector<protocol::Change>> rows(const QString &scope = {});
    [[nodiscard]] Result<QHash<QString, HeldCursor>> cursors();

    /// Swaps a whole scope in.
    Result<void> putSnapshot(const QString &scope, const std::vector<protocol::Change> &rows, const QString &cursor);
    Result<void> putBatch(const protocol::Batch &batch);
    /// Forgets the cursor, so that the next resume asks for a snapshot; the rows stay until it comes.
    Result<void> forgetCursor(const QString &scope);
    /// Erases the rows and the cursor of a scope, of all if it is empty (rights changed); drafts and outbox are the
    /// person's own and stay.
    Result<void> eraseRows(const QString &scope);

    Result<void> putDraft(const RequestId &request, const QString &text);
    [[nodiscard]] Result<QHash<QString, QString>> drafts();

    Result<void> putSetting(const QString &name, const QJsonObject &value);
    [[nodiscard]] Result<QJsonObject> setting(const QString &name);

private:
    Replica(std::unique_ptr<sql::Database> database, QString folder, QByteArray key);
    Result<void> sealOld();
    Result<QJsonObject> unsealed(const QVariant &stored, const QByteArray &about) const;
    [[nodiscard]] QByteArray sealed(const QJsonObject &object, const QByteArray &about) const;
    Result<void> inTransaction(const std::function<Result<void>()> &work);
    Result<void> putRow(const QString &scope, const protocol::Change &change);
    Result<void> putCursor(const QString &scope, const QString &cursor, qint64 through);

    std::unique_ptr<sql::Database> m_database;
    QString m_folder;
    QByteArray m_key;
};

} // namespace bangban::client
