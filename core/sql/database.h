// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QHash>
#include <QSqlQuery>
#include <QVariant>

#include <memory>
#include <span>

class QSqlDriver;

namespace bangban::sql {

enum class Dialect { Sqlite, PostgreSql };

/// One connection, for one thread. Statements are prepared once and kept. Text that people typed goes in as bytes
/// (QByteArray): NUL would cut a PostgreSQL statement.
class Database {
public:
    /// \param url  "sqlite:/path/file.db" or "postgresql://user:password@host:port,host:port/database?option=value"; the first
    /// host that takes us counts (options are those of libpq: sslmode, target_session_attrs …)
    /// \errors Database with the driver's text; RecordDamaged; BadConfiguration for another kind of url
    static Result<std::unique_ptr<Database>> open(const QString &url);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    [[nodiscard]] QSqlDriver *driver() const;
    /// After the connection was lost. \errors Database
    Result<void> reopen();
    [[nodiscard]] Dialect dialect() const { return m_dialect; }

    /// Runs one statement with its values, one for each "?" (which stands for nothing else). The returned query stands before its first row and is valid until the
    /// same text runs again on this connection.
    /// \errors Database
    Result<QSqlQuery *> run(const QString &text, const QVariantList &values = {});
    /// One pass over rows that nobody keeps in memory; until it is done nothing else may run on this connection. \errors Database
    Result<std::unique_ptr<QSqlQuery>> pass(const QString &text);
    /// Runs several statements parted by ";" – for migrations only.
    Result<void> runScript(const QString &script);
    /// Rows changed by the last run().
    [[nodiscard]] int changedRows() const { return m_changed; }

    Result<void> begin();
    /// Sees one state of the whole database until rollback(), whoever writes meanwhile.
    Result<void> beginReading();
    Result<void> commit();
    void rollback();
    /// A savepoint inside a transaction, for one command of a batch.
    Result<void> save(const QString &name);
    Result<void> release(const QString &name);
    Result<void> undo(const QString &name);

private:
    Database(QString name, Dialect dialect);
    Result<void> control(const QString &text); ///< begin, commit and so on

    QString m_name;
    Dialect m_dialect;
    /// Values are bound by name: QtSql makes a name of every position anew each time, which costs more than the hash.
    struct Prepared {
        QSqlQuery query;
        QStringList names;
    };
    Result<std::shared_ptr<Prepared>> prepared(const QString &text);

    QHash<QString, std::shared_ptr<Prepared>> m_prepared;
    int m_changed = 0;
};

/// One step of the schema: a number that only grows, and its statements in both dialects' common SQL with the
/// placeholder {bytes} for the type of a byte string and {integer} for a 64-bit integer.
struct Migration {
    int number;
    QLatin1String script;
};

/// Brings the schema to the newest step, each step in a transaction of its own.
/// \errors WrongVersion if the database is newer than this program; Database
Result<void> migrate(Database &database, std::span<const Migration> steps);

} // namespace bangban::sql
