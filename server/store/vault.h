// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/database.h"

#include <QCache>

namespace bangban::server {

/// Where a record lies, and the file of the master key that opens it.
struct RecordPlace {
    QString url;       ///< as for sql::Database::open
    QString masterKey; ///< one key a line in base64, the newest first; made at the first start
};

/// The keys of the record (architecture §7). Whatever a person said or is called rests sealed: each request has a data
/// key of its own, the rest lies under the record's key; both rest wrapped by the master key, which is not in the
/// record. A data key that is destroyed takes with it all that it sealed, wherever copies of it lie.
class Vault {
public:
    explicit Vault(sql::Database &database) : m_database(database) {}

    /// Reads the master keys, or makes the first for a new record. A record that is there is never given a new one.
    /// \errors KeyMissing, BadConfiguration if the file cannot be written or read, Database
    Result<void> open(const QString &masterKey);

    /// \param owner  a request's id, or empty for what belongs to no request
    /// \param about  table and id, so that no row opens in another's place
    /// \errors NotFound if the owner's key was destroyed; Database
    Result<QByteArray> seal(const QString &owner, const QByteArray &plain, const QByteArray &about);
    /// \errors NotFound if the owner has no key any more; RecordDamaged, Database
    Result<QByteArray> unseal(const QString &owner, const QByteArray &sealed, const QByteArray &about);
    /// What was sealed for the owner can never be read again. The name stays, so that it gets no second key.
    Result<void> destroy(const QString &owner);
    /// Wraps every key anew by the newest master key. \returns how many
    Result<int> rewrap();

    /// A key of its own for one purpose: "cursor", "phone" …
    [[nodiscard]] QByteArray derived(const QByteArray &purpose) const;

    /// Keys made since the last keep() are forgotten with the rows that hold them.
    void keep() { m_fresh.clear(); }
    void undo();
    /// After a rollback nothing that was made since the last commit may be remembered.
    void forget() { m_keys.clear(); }
    void forget(const QString &owner) { m_keys.remove(owner); } ///< another server destroyed it

private:
    struct Master {
        QString id;
        QByteArray key;
    };
    Result<void> readMaster(const QString &path, bool isNew);
    Result<QByteArray> keyOf(const QString &owner, bool make);
    Result<QByteArray> unwrap(const QString &owner, const QString &master, const QByteArray &wrapped) const;
    [[nodiscard]] QByteArray wrap(const QString &owner, const QByteArray &key) const;

    sql::Database &m_database;
    std::vector<Master> m_masters; ///< newest first
    QByteArray m_record;
    QCache<QString, QByteArray> m_keys{50'000};
    QStringList m_fresh;
};

} // namespace bangban::server
