// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/database.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

namespace bangban::sql {
namespace {

using namespace Qt::StringLiterals;

tl::unexpected<Error> failure(const QSqlError &error, const QString &text = {})
{
    // SQLITE_CORRUPT and SQLITE_NOTADB
    const bool isDamaged = error.nativeErrorCode() == "11"_L1 || error.nativeErrorCode() == "26"_L1;
    return fail(isDamaged ? ErrorCode::RecordDamaged : ErrorCode::Database, error.text().trimmed() + (text.isEmpty() ? QString() : u" in: "_s + text.left(200)));
}

/// Qt binds a null QString or QByteArray as NULL; here an empty text is an empty text. NULL is an invalid QVariant.
const QVariant &notNull(const QVariant &value)
{
    static const QVariant noText(u""_s);
    static const QVariant noBytes(QByteArray(""));
    if (value.typeId() == QMetaType::QString && static_cast<const QString *>(value.constData())->isNull())
        return noText;
    if (value.typeId() == QMetaType::QByteArray && static_cast<const QByteArray *>(value.constData())->isNull())
        return noBytes;
    return value;
}

Result<void> tuneSqlite(QSqlDatabase &handle)
{
    // FULL: what was acknowledged survives a power cut. WAL: readers do not wait for the writer.
    for (const char *pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON",
                               "PRAGMA busy_timeout=5000", "PRAGMA cache_size=-32768", "PRAGMA wal_autocheckpoint=4000",
                               "PRAGMA temp_store=MEMORY"}) {
        QSqlQuery query(handle);
        if (!query.exec(QLatin1String(pragma)))
            return failure(query.lastError(), QLatin1String(pragma));
    }
    return {};
}

} // namespace

Database::Database(QString name, Dialect dialect) : m_name(std::move(name)), m_dialect(dialect) {}

Database::~Database()
{
    m_prepared.clear();
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Database>> Database::open(const QString &url)
{
    const bool sqlite = url.startsWith("sqlite:"_L1);
    if (!sqlite && !url.startsWith("postgresql://"_L1))
        return fail(ErrorCode::BadConfiguration, url);
    const QString name = QUuid::createUuid().toString(QUuid::Id128);
    std::unique_ptr<Database> database(new Database(name, sqlite ? Dialect::Sqlite : Dialect::PostgreSql));
    QSqlDatabase handle = QSqlDatabase::addDatabase(sqlite ? u"QSQLITE"_s : u"QPSQL"_s, name);
    if (sqlite) {
        handle.setDatabaseName(url.mid(7));
    } else {
        const QUrl parts(url);
        handle.setHostName(parts.host());
        handle.setPort(parts.port(5432));
        handle.setUserName(parts.userName());
        handle.setPassword(parts.password());
        handle.setDatabaseName(parts.path().mid(1));
    }
    if (!handle.open())
        return failure(handle.lastError());
    if (sqlite)
        if (auto tuned = tuneSqlite(handle); !tuned)
            return tl::unexpected<Error>(tuned.error());
    return database;
}

Result<QSqlQuery *> Database::run(const QString &text, const QVariantList &values)
{
    TAKE(statement, prepared(text));
    auto &[query, names] = *statement;
    if (values.size() != names.size())
        return fail(ErrorCode::Database, u"%1 values for: %2"_s.arg(values.size()).arg(text));
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(names[i], notNull(values[i]));
    if (!query.exec())
        return failure(query.lastError(), text);
    m_changed = query.numRowsAffected();
    return &query;
}

Result<std::shared_ptr<Database::Prepared>> Database::prepared(const QString &text)
{
    if (const auto known = m_prepared.constFind(text); known != m_prepared.constEnd())
        return *known;
    auto fresh = std::make_shared<Prepared>(Prepared{QSqlQuery(QSqlDatabase::database(m_name, false)), {}});
    QString named;
    for (const QChar letter : text) {
        if (letter != u'?') {
            named += letter;
            continue;
        }
        fresh->names.append(u":v%1"_s.arg(fresh->names.size()));
        named += fresh->names.back();
    }
    fresh->query.setForwardOnly(true);
    if (!fresh->query.prepare(named))
        return failure(fresh->query.lastError(), text);
    return *m_prepared.insert(text, fresh);
}

Result<void> Database::runScript(const QString &script)
{
    const auto statements = script.split(u';');
    for (const QString &statement : statements) {
        if (statement.trimmed().isEmpty())
            continue;
        QSqlQuery query(QSqlDatabase::database(m_name, false));
        if (!query.exec(statement))
            return failure(query.lastError(), statement);
    }
    return {};
}

Result<void> Database::begin() { return run(m_dialect == Dialect::Sqlite ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s).map([](auto) {}); }

Result<void> Database::commit() { return run(u"COMMIT"_s).map([](auto) {}); }

void Database::rollback()
{
    // A failed rollback means that the connection is gone, and the transaction with it.
    if (auto done = run(u"ROLLBACK"_s); !done)
        qWarning("rollback: %s", qPrintable(done.error().detail));
}

Result<void> Database::save(const QString &name) { return run("SAVEPOINT "_L1 + name).map([](auto) {}); }

Result<void> Database::release(const QString &name) { return run("RELEASE SAVEPOINT "_L1 + name).map([](auto) {}); }

Result<void> Database::undo(const QString &name)
{
    return run("ROLLBACK TO SAVEPOINT "_L1 + name).and_then([&](auto) { return release(name); });
}

Result<void> migrate(Database &database, std::span<const Migration> steps)
{
    if (auto made = database.runScript(u"CREATE TABLE IF NOT EXISTS schema_step(number INTEGER PRIMARY KEY)"_s); !made)
        return made;
    int present = 0;
    {
        auto query = database.run(u"SELECT COALESCE(MAX(number), 0) FROM schema_step"_s);
        if (!query)
            return tl::unexpected<Error>(query.error());
        if ((*query)->next())
            present = (*query)->value(0).toInt();
        (*query)->finish();
    }
    const int newest = steps.empty() ? 0 : steps.back().number;
    if (present > newest)
        return fail(ErrorCode::WrongVersion, u"%1 > %2"_s.arg(present).arg(newest));
    const bool sqlite = database.dialect() == Dialect::Sqlite;
    for (const Migration &step : steps) {
        if (step.number <= present)
            continue;
        const QString script = QString(step.script)
                                   .replace("{bytes}"_L1, sqlite ? "BLOB"_L1 : "BYTEA"_L1)
                                   .replace("{integer}"_L1, sqlite ? "INTEGER"_L1 : "BIGINT"_L1);
        auto done = database.begin()
                        .and_then([&] { return database.runScript(script); })
                        .and_then([&] { return database.run(u"INSERT INTO schema_step VALUES (?)"_s, {step.number}).map([](auto) {}); })
                        .and_then([&] { return database.commit(); });
        if (!done) {
            database.rollback();
            return done;
        }
    }
    return {};
}

} // namespace bangban::sql
