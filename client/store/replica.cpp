// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/replica.h"

#include "client/store/sealed_file.h"
#include "core/crypto/sealed.h"

#include <QDir>
#include <QJsonDocument>

namespace bangban::client {

using namespace Qt::StringLiterals;

namespace {

constexpr sql::Migration kSteps[] = {
    {1, "CREATE TABLE held_row(entity TEXT NOT NULL, id TEXT NOT NULL, scope TEXT NOT NULL, body {bytes} NOT NULL,"
        " PRIMARY KEY(entity, id));"
        "CREATE INDEX held_row_scope ON held_row(scope);"
        "CREATE TABLE held_cursor(scope TEXT PRIMARY KEY, cursor TEXT NOT NULL, through {integer} NOT NULL);"
        "CREATE TABLE draft(request TEXT PRIMARY KEY, words {bytes} NOT NULL);"
        "CREATE TABLE setting(name TEXT PRIMARY KEY, value {bytes} NOT NULL);"
        "CREATE TABLE outbox(position INTEGER PRIMARY KEY AUTOINCREMENT, cmd_id TEXT NOT NULL UNIQUE,"
        " type TEXT NOT NULL, lane TEXT NOT NULL, request TEXT NOT NULL, body {bytes} NOT NULL, shown {bytes} NOT NULL,"
        " state {integer} NOT NULL, error TEXT NOT NULL, detail TEXT NOT NULL, at {integer} NOT NULL);"
        "CREATE INDEX outbox_state ON outbox(state, position)"_L1},
    {2, "CREATE TABLE seal(mark {bytes} NOT NULL)"_L1},
};

/// Sealed with the account's key: whoever opens the record with another one is told, before anything is read or written.
constexpr char kMark[] = "bangban-desk";

QByteArray bytesOf(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }
QByteArray heldPlace(const QString &entity, const QString &id) { return "held_row/" + entity.toUtf8() + '/' + id.toUtf8(); }

} // namespace

Replica::Replica(std::unique_ptr<sql::Database> database, QString folder, QByteArray key)
    : m_database(std::move(database)), m_folder(std::move(folder)), m_key(std::move(key))
{
}

Result<std::unique_ptr<Replica>> Replica::open(const QString &folder, const QByteArray &key)
{
    if (key.size() != crypto::kKeyBytes)
        return fail(ErrorCode::WrongVersion, u"desk_key"_s);
    if (!QDir().mkpath(folder + "/outgoing"_L1))
        return fail(ErrorCode::BadConfiguration, folder);
    // What citizens wrote is nobody else's on this PC.
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    auto database = sql::Database::open("sqlite:"_L1 + folder + "/replica.db"_L1);
    if (!database)
        return tl::unexpected<Error>(database.error());
    if (auto ready = sql::migrate(**database, kSteps); !ready)
        return tl::unexpected<Error>(ready.error());
    std::unique_ptr<Replica> replica(new Replica(std::move(*database), folder, key));
    TAKE(mark, replica->m_database->run(u"SELECT mark FROM seal"_s));
    const QByteArray sealedMark = mark->next() ? mark->value(0).toByteArray() : QByteArray();
    mark->finish();
    if (sealedMark.isEmpty())
        TRY(replica->sealOld());
    else if (auto opened = crypto::unseal(key, sealedMark, kMark); !opened)
        return tl::unexpected<Error>(opened.error());
    return replica;
}

/// A record from before sealing: the person's own words are sealed, the rest comes anew from the server, and nothing of the
/// old text stays in free pages.
Result<void> Replica::sealOld()
{
    const auto oldFiles = QDir(m_folder + "/outgoing"_L1).entryInfoList(QDir::Files);
    for (const QFileInfo &old : oldFiles)
        TRY(sealFile(m_key, old.filePath()));
    auto done = inTransaction([&]() -> Result<void> {
        for (const auto &[table, id, column] : {std::tuple("draft", "request", "words"), {"setting", "name", "value"},
                                                {"outbox", "cmd_id", "body"}, {"outbox", "cmd_id", "shown"}}) {
            const QString names = u"%1, %2 FROM %3"_s.arg(QLatin1String(id), QLatin1String(column), QLatin1String(table));
            std::vector<std::pair<QString, QByteArray>> rows;
            TAKE(query, m_database->run(u"SELECT "_s + names));
            while (query->next())
                rows.emplace_back(query->value(0).toString(), query->value(1).toByteArray());
            for (const auto &[row, bytes] : rows)
                TRY(m_database->run(u"UPDATE %1 SET %2 = ? WHERE %3 = ?"_s.arg(QLatin1String(table), QLatin1String(column), QLatin1String(id)),
                                    {crypto::seal(m_key, bytes, table + ('/' + row.toUtf8())), row}));
        }
        TRY(m_database->run(u"DELETE FROM held_row"_s));
        TRY(m_database->run(u"DELETE FROM held_cursor"_s));
        return m_database->run(u"INSERT INTO seal VALUES (?)"_s, {crypto::seal(m_key, kMark, kMark)}).map([](auto) {});
    });
    TRY(done);
    TRY(m_database->run(u"VACUUM"_s));
    TAKE(checkpoint, m_database->run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    checkpoint->finish();
    QDir(m_folder + "/files"_L1).removeRecursively();
    return {};
}

QByteArray Replica::sealed(const QJsonObject &object, const QByteArray &about) const
{
    return crypto::seal(m_key, bytesOf(object), about);
}

Result<QJsonObject> Replica::unsealed(const QVariant &stored, const QByteArray &about) const
{
    TAKE(bytes, crypto::unseal(m_key, stored.toByteArray(), about));
    return QJsonDocument::fromJson(bytes).object();
}

Result<QString> Replica::setAside(const QString &folder, Instant at)
{
    const QString damaged = folder + u"/replica.damaged-%1.db"_s.arg(toMs(at));
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        if (QFile::exists(folder + "/replica.db"_L1 + suffix)
            && !QFile::rename(folder + "/replica.db"_L1 + suffix, damaged + suffix))
            return fail(ErrorCode::BadConfiguration, damaged);
    return damaged;
}

Result<void> Replica::inTransaction(const std::function<Result<void>()> &work)
{
    if (auto begun = m_database->begin(); !begun)
        return begun;
    auto done = work().and_then([&] { return m_database->commit(); });
    if (!done)
        m_database->rollback();
    return done;
}

Result<std::vector<protocol::Change>> Replica::rows(const QString &scope)
{
    auto query = m_database->run(u"SELECT entity, id, body FROM held_row WHERE ? = '' OR scope = ?"_s,
                                 {scope.isNull() ? u""_s : scope, scope.isNull() ? u""_s : scope});
    if (!query)
        return tl::unexpected<Error>(query.error());
    std::vector<protocol::Change> rows;
    while ((*query)->next()) {
        const QString entity = (*query)->value(0).toString(), id = (*query)->value(1).toString();
        TAKE(row, unsealed((*query)->value(2), heldPlace(entity, id)));
        rows.push_back({entity, id, row, {}});
    }
    (*query)->finish();
    return rows;
}

Result<QHash<QString, HeldCursor>> Replica::cursors()
{
    auto query = m_database->run(u"SELECT scope, cursor, through FROM held_cursor"_s);
    if (!query)
        return tl::unexpected<Error>(query.error());
    QHash<QString, HeldCursor> cursors;
    while ((*query)->next())
        cursors.insert((*query)->value(0).toString(), {(*query)->value(1).toString(), (*query)->value(2).toLongLong()});
    (*query)->finish();
    return cursors;
}

Result<void> Replica::putSnapshot(const QString &scope, const std::vector<protocol::Change> &rows, const QString &cursor)
{
    return inTransaction([&]() -> Result<void> {
        if (auto erased = m_database->run(u"DELETE FROM held_row WHERE scope = ?"_s, {scope}); !erased)
            return tl::unexpected<Error>(erased.error());
        for (const protocol::Change &row : rows)
            if (auto put = putRow(scope, row); !put)
                return put;
        return putCursor(scope, cursor, -1);
    });
}

Result<void> Replica::putBatch(const protocol::Batch &batch)
{
    return inTransaction([&]() -> Result<void> {
        for (const protocol::Change &change : batch.changes)
            if (auto put = putRow(batch.scope, change); !put)
                return put;
        return putCursor(batch.scope, batch.cursor, batch.through);
    });
}

Result<void> Replica::putRow(const QString &scope, const protocol::Change &change)
{
    auto done = change.gone.isEmpty()
                    ? m_database->run(u"INSERT OR REPLACE INTO held_row(entity, id, scope, body) VALUES (?, ?, ?, ?)"_s,
                                      {change.entity, change.id, scope, sealed(change.row, heldPlace(change.entity, change.id))})
                    : m_database->run(u"DELETE FROM held_row WHERE entity = ? AND id = ?"_s, {change.entity, change.id});
    return done.map([](auto) {});
}

Result<void> Replica::putCursor(const QString &scope, const QString &cursor, qint64 through)
{
    // A batch without a cursor moves `through` only.
    const QString text = cursor.isEmpty()
                             ? u"UPDATE held_cursor SET through = ? WHERE scope = ?"_s
                             : u"INSERT OR REPLACE INTO held_cursor(through, scope, cursor) VALUES (?, ?, ?)"_s;
    QVariantList values{through, scope};
    if (!cursor.isEmpty())
        values.append(cursor);
    return m_database->run(text, values).map([](auto) {});
}

Result<void> Replica::forgetCursor(const QString &scope)
{
    return scope.isEmpty() ? m_database->run(u"DELETE FROM held_cursor"_s).map([](auto) {})
                           : m_database->run(u"DELETE FROM held_cursor WHERE scope = ?"_s, {scope}).map([](auto) {});
}

Result<void> Replica::eraseRows(const QString &scope)
{
    return inTransaction([&] {
        auto erased = scope.isEmpty() ? m_database->run(u"DELETE FROM held_row"_s)
                                      : m_database->run(u"DELETE FROM held_row WHERE scope = ?"_s, {scope});
        return erased.and_then([&](auto) { return forgetCursor(scope); });
    });
}

Result<void> Replica::putDraft(const RequestId &request, const QString &text)
{
    auto done = text.isEmpty() ? m_database->run(u"DELETE FROM draft WHERE request = ?"_s, {request.value})
                               : m_database->run(u"INSERT OR REPLACE INTO draft(request, words) VALUES (?, ?)"_s,
                                                 {request.value, sealed({{u"words"_s, text}}, "draft/" + request.value.toUtf8())});
    return done.map([](auto) {});
}

Result<QHash<QString, QString>> Replica::drafts()
{
    auto query = m_database->run(u"SELECT request, words FROM draft"_s);
    if (!query)
        return tl::unexpected<Error>(query.error());
    QHash<QString, QString> drafts;
    while ((*query)->next()) {
        const QString request = (*query)->value(0).toString();
        TAKE(words, unsealed((*query)->value(1), "draft/" + request.toUtf8()));
        drafts.insert(request, words.value("words"_L1).toString());
    }
    (*query)->finish();
    return drafts;
}

Result<void> Replica::putSetting(const QString &name, const QJsonObject &value)
{
    return m_database->run(u"INSERT OR REPLACE INTO setting(name, value) VALUES (?, ?)"_s, {name, sealed(value, "setting/" + name.toUtf8())}).map([](auto) {});
}

Result<QJsonObject> Replica::setting(const QString &name)
{
    auto query = m_database->run(u"SELECT value FROM setting WHERE name = ?"_s, {name});
    if (!query)
        return tl::unexpected<Error>(query.error());
    const bool isThere = (*query)->next();
    const QVariant stored = isThere ? (*query)->value(0) : QVariant();
    (*query)->finish();
    return isThere ? unsealed(stored, "setting/" + name.toUtf8()) : Result<QJsonObject>(QJsonObject());
}

} // namespace bangban::client
