// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/database.h"

#include "core/base/log.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>
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

/// What libpq wants to know of "postgresql://user:password@host:port,host:port/database?sslmode=…", for QPSQL, which knows one
/// host only. Values may hold anything but "'", "\\" and ";".
Result<QString> connectOptions(const QString &url)
{
    static const QRegularExpression form(u"^postgresql://(?:([^:@/]*)(?::([^@/]*))?@)?([^/?]*)/([^?]+)(?:\\?(.*))?$"_s);
    const auto parts = form.match(url);
    if (!parts.hasMatch())
        return fail(ErrorCode::BadConfiguration, u"postgresql://"_s);
    QStringList hosts, ports;
    for (const QString &place : parts.captured(3).split(u',')) {
        hosts.append(place.section(u':', 0, 0));
        ports.append(place.contains(u':') ? place.section(u':', 1) : u"5432"_s);
    }
    QList<std::pair<QString, QString>> options{{u"host"_s, hosts.join(u',')}, {u"port"_s, ports.join(u',')}, {u"dbname"_s, parts.captured(4)}};
    for (const auto &[name, value] : {std::pair(u"user"_s, parts.captured(1)), std::pair(u"password"_s, parts.captured(2))})
        if (!value.isEmpty())
            options.append({name, QUrl::fromPercentEncoding(value.toUtf8())});
    // Where the url says nothing else: a host that does not answer is given up soon, and notices are no news.
    options += {{u"connect_timeout"_s, u"3"_s}, {u"options"_s, u"-c client_min_messages=warning"_s}};
    options += QUrlQuery(parts.captured(5)).queryItems(QUrl::FullyDecoded);
    QStringList words;
    for (const auto &[name, value] : std::as_const(options)) {
        if (value.contains(u'\'') || value.contains(u'\\') || value.contains(u';'))
            return fail(ErrorCode::BadConfiguration, name);
        words.append(name + u"='"_s + value + u'\'');
    }
    return words.join(u';');
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
        TAKE(options, connectOptions(url));
        handle.setConnectOptions(options);
    }
    TRY(database->reopen());
    return database;
}

QSqlDriver *Database::driver() const { return QSqlDatabase::database(m_name, false).driver(); }

Result<void> Database::reopen()
{
    m_prepared.clear();
    QSqlDatabase handle = QSqlDatabase::database(m_name, false);
    handle.close();
    if (!handle.open())
        return failure(handle.lastError());
    if (m_dialect == Dialect::Sqlite)
        return tuneSqlite(handle);
    // Who stands still in the middle of a transaction loses it, so that the others go on.
    QSqlQuery query(handle);
    for (const QString &tuning : {u"SET lock_timeout = '30s'"_s, u"SET idle_in_transaction_session_timeout = '10s'"_s})
        if (!query.exec(tuning))
            return failure(query.lastError());
    return {};
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
    // PostgreSQL's driver would drop the rows that are not read yet when the next statement runs.
    fresh->query.setForwardOnly(m_dialect == Dialect::Sqlite);
    if (!fresh->query.prepare(named))
        return failure(fresh->query.lastError(), text);
    return *m_prepared.insert(text, fresh);
}

Result<std::unique_ptr<QSqlQuery>> Database::pass(const QString &text)
{
    auto query = std::make_unique<QSqlQuery>(QSqlDatabase::database(m_name, false));
    query->setForwardOnly(true);
    if (!query->exec(text))
        return failure(query->lastError(), text);
    return query;
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

Result<void> Database::control(const QString &text)
{
    if (m_dialect == Dialect::Sqlite)
        return run(text).map([](auto) {});
    QSqlQuery query(QSqlDatabase::database(m_name, false)); // PostgreSQL prepares no such statement
    return query.exec(text) ? Result<void>() : failure(query.lastError(), text);
}

Result<void> Database::begin() { return control(m_dialect == Dialect::Sqlite ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s); }

Result<void> Database::beginReading()
{
    return control(m_dialect == Dialect::Sqlite ? u"BEGIN"_s : u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s);
}

Result<void> Database::commit() { return control(u"COMMIT"_s); }

void Database::rollback()
{
    // A failed rollback means that the connection is gone, and the transaction with it.
    if (auto done = control(u"ROLLBACK"_s); !done)
        qCWarning(logStore, "rollback: %s", qPrintable(done.error().detail));
}

Result<void> Database::save(const QString &name) { return control("SAVEPOINT "_L1 + name); }

Result<void> Database::release(const QString &name) { return control("RELEASE SAVEPOINT "_L1 + name); }

Result<void> Database::undo(const QString &name)
{
    return control("ROLLBACK TO SAVEPOINT "_L1 + name).and_then([&] { return release(name); });
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
