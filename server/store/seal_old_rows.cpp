// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/seal_old_rows.h"

#include "server/store/chain.h"

namespace bangban::server {

using namespace Qt::StringLiterals;

namespace {

/// A byte column of a table, and the column that names the request whose key seals it; none: the record's key.
struct Column {
    const char *table;
    const char *id;
    const char *owner;
    const char *bytes;
    const char *place; ///< what its place is called: the table, for the column "row"
};
constexpr Column kColumns[] = {
    {"request", "id", "id", "row", "request"},
    {"message", "id", "request", "row", "message"},
    {"offer", "id", "request", "row", "offer"},
    {"contact", "request", "request", "phone", "contact"},
    {"contact_attempt", "id", "request", "note", "contact_attempt"},
    {"rating", "request", "request", "words", "rating"},
    {"file", "id", "request", "name", "file"},
    {"command_result", "cmd_id", "''", "data", "command_result"},
};

QString say(const char *pattern, std::initializer_list<const char *> names)
{
    QString text = QLatin1String(pattern);
    for (const char *name : names)
        text = text.arg(QLatin1String(name));
    return text;
}

Result<void> sealColumn(sql::Database &database, Vault &vault, const Column &column)
{
    struct Old {
        QString id;
        QString owner;
        QByteArray bytes;
    };
    std::vector<Old> rows;
    TAKE(query, database.run(say("SELECT %1, %2, %3 FROM %4", {column.id, column.owner, column.bytes, column.table})));
    while (query->next())
        rows.push_back({query->value(0).toString(), query->value(1).toString(), query->value(2).toByteArray()});
    for (const Old &old : rows) {
        TAKE(sealed, vault.seal(old.owner, old.bytes, placeOf(column.place, old.id)));
        TRY(database.run(say("UPDATE %1 SET %2 = ? WHERE %3 = ?", {column.table, column.bytes, column.id}), {sealed, old.id}));
    }
    return {};
}

/// Chunks may be many: one at a time.
Result<void> sealChunks(sql::Database &database, Vault &vault)
{
    struct Place {
        QString file;
        int number;
        QString request;
    };
    std::vector<Place> places;
    TAKE(query, database.run(u"SELECT c.file, c.number, f.request FROM file_chunk c JOIN file f ON f.id = c.file"_s));
    while (query->next())
        places.push_back({query->value(0).toString(), query->value(1).toInt(), query->value(2).toString()});
    for (const Place &place : places) {
        TAKE(chunk, database.run(u"SELECT bytes FROM file_chunk WHERE file = ? AND number = ?"_s, {place.file, place.number}));
        const QByteArray bytes = chunk->next() ? chunk->value(0).toByteArray() : QByteArray();
        chunk->finish();
        TAKE(sealed, vault.seal(place.request, bytes, placeOf("file_chunk", place.file, place.number)));
        TRY(database.run(u"UPDATE file_chunk SET bytes = ? WHERE file = ? AND number = ?"_s, {sealed, place.file, place.number}));
    }
    return {};
}

Result<void> indexPhones(sql::Database &database, const Vault &vault)
{
    TAKE(query, database.run(u"SELECT request, phone FROM contact"_s));
    std::vector<std::pair<QString, QByteArray>> phones;
    while (query->next())
        phones.emplace_back(query->value(0).toString(), query->value(1).toByteArray());
    for (const auto &[request, phone] : phones)
        TRY(database.run(u"UPDATE contact SET phone_index = ? WHERE request = ?"_s,
                         {crypto::keyedHash(vault.derived("phone"), phone), request}));
    return {};
}

/// The old chain had no key and no end. What was whole of it is chained anew; a break stays one.
Result<void> sealAudit(sql::Database &database, Vault &vault)
{
    struct Row {
        QString scope;
        qint64 number;
        AuditRow what;
        QByteArray chain;
    };
    std::vector<Row> rows;
    TAKE(query, database.run(u"SELECT scope, number, at, who, action, entity_id, detail, chain FROM audit ORDER BY scope, number"_s));
    while (query->next())
        rows.push_back({query->value(0).toString(), query->value(1).toLongLong(),
                        {query->value(3).toString(), query->value(4).toString(), query->value(5).toString(),
                         query->value(2).toLongLong(), query->value(6).toByteArray()},
                        query->value(7).toByteArray()});
    AuditEnds ends;
    QByteArray before;
    for (Row &row : rows) {
        if (!ends.contains(row.scope))
            before.clear();
        const QByteArray about = (row.what.who + u'\n' + row.what.action + u'\n' + row.what.id + u'\n' + QString::number(row.what.at)).toUtf8();
        const bool isWhole = row.chain == chainLink(before, about, row.what.detail);
        before = row.chain;
        if (!row.what.detail.isEmpty()) {
            TAKE(sealed, vault.seal({}, row.what.detail, placeOf("audit", row.scope, row.number)));
            row.what.detail = sealed;
        }
        auto &[number, chain] = ends[row.scope];
        number = row.number;
        chain = isWhole ? auditLink(vault.derived("audit"), chain, row.what) : row.chain;
        TRY(database.run(u"UPDATE audit SET detail = ?, chain = ? WHERE scope = ? AND number = ?"_s,
                         {row.what.detail, chain, row.scope, row.number}));
    }
    TRY(database.run(u"INSERT INTO meta VALUES ('audit_ends', ?)"_s, {toBytes(ends, vault.derived("audit ends"))}));
    return {};
}

Result<void> sealAll(sql::Database &database, Vault &vault)
{
    TRY(indexPhones(database, vault));
    for (const Column &column : kColumns)
        TRY(sealColumn(database, vault, column));
    TRY(sealChunks(database, vault));
    TRY(sealAudit(database, vault));
    TRY(database.run(u"DELETE FROM change_log"_s));
    TRY(database.run(u"UPDATE scope SET floor_rev = rev"_s));
    TRY(database.run(u"DELETE FROM meta WHERE key = 'key'"_s));
    TRY(database.run(u"INSERT INTO meta VALUES ('sealed', ?)"_s, {QByteArray("1")}));
    return {};
}

} // namespace

Result<void> sealOldRows(sql::Database &database, Vault &vault)
{
    TAKE(known, database.run(u"SELECT 1 FROM meta WHERE key = 'sealed'"_s));
    const bool isSealed = known->next();
    known->finish();
    if (isSealed)
        return {};
    TRY(database.begin());
    const auto done = sealAll(database, vault).and_then([&] { return database.commit(); });
    if (!done) {
        database.rollback();
        return done;
    }
    if (database.dialect() == sql::Dialect::PostgreSql)
        return {};
    TRY(database.run(u"VACUUM"_s));
    TAKE(checkpoint, database.run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    checkpoint->finish();
    return {};
}

} // namespace bangban::server
