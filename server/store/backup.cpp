// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/backup.h"

#include "server/store/contacts.h"
#include "server/store/files.h"
#include "server/store/knowledge.h"
#include "server/store/move.h"
#include "server/store/restored.h"

#include <QFileInfo>
#include <QTemporaryDir>

namespace bangban::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLogPiece = 1'000;

Result<QStringList> idsOf(sql::Database &database, const QString &select)
{
    TAKE(query, database.run(select));
    QStringList ids;
    while (query->next())
        ids.append(query->value(0).toString());
    return ids;
}

/// What is not there because its key was destroyed is as it should be.
template<typename T>
Result<bool> isThere(const Result<T> &read)
{
    if (!read && read.error().code != ErrorCode::NotFound)
        return tl::unexpected<Error>(read.error());
    return read.has_value();
}

Result<void> readRequests(Store &store, Drill &read)
{
    TAKE(ids, idsOf(store.database(), u"SELECT id FROM request"_s));
    for (const QString &id : ids) {
        TAKE(hasKey, isThere(store.requests.find(id)));
        TAKE(talk, store.messagesOf(RequestId(id)));
        TRY(isThere(Contacts(store).phoneOf(RequestId(id))));
        read.requests += hasKey ? 1 : 0;
        read.messages += qint64(talk.size());
    }
    return {};
}

Result<void> readAttachments(Store &store, Drill &read)
{
    Files files(store);
    TAKE(ids, idsOf(store.database(), u"SELECT id FROM file WHERE complete = 1"_s));
    for (const QString &id : ids) {
        TAKE(file, files.find(FileId(id)));
        for (int number = 0; number < file.chunks; ++number)
            if (const auto bytes = files.chunk(file, number); !bytes)
                return fail(ErrorCode::RecordDamaged, u"attachment %1/%2: %3"_s.arg(id).arg(number).arg(bytes.error().detail));
        ++read.attachments;
    }
    return {};
}

Result<void> readEntries(Store &store, Drill &read)
{
    TAKE(ids, idsOf(store.database(), u"SELECT id FROM entry"_s));
    for (const QString &id : ids)
        if (const auto entry = Knowledge(store).find(EntryId(id)); !entry)
            return fail(ErrorCode::RecordDamaged, u"entry %1: %2"_s.arg(id, entry.error().detail));
    read.entries = ids.size();
    return {};
}

Result<void> readLog(Store &store, Drill &read)
{
    for (const QString &scope : store.scopes()) {
        TAKE(mark, store.mark(scope));
        for (qint64 rev = mark.floorRev; rev < mark.rev;) {
            TAKE(entries, store.logAfter(scope, rev, kLogPiece));
            if (entries.empty())
                return fail(ErrorCode::RecordDamaged, u"log rows are missing after %1/%2"_s.arg(scope).arg(rev));
            rev = entries.back().rev;
            read.logRows += qint64(entries.size());
        }
    }
    TAKE(last, store.database().run(u"SELECT MAX(at) FROM change_log"_s));
    if (last->next())
        read.lastChange = fromMs(last->value(0).toLongLong());
    last->finish();
    return {};
}

} // namespace

Result<void> backUp(const RecordPlace &place, const QString &file)
{
    if (QFileInfo::exists(file))
        return fail(ErrorCode::BadConfiguration, file + u" exists already"_s);
    TAKE(record, sql::Database::open(place.url));
    if (record->dialect() == sql::Dialect::Sqlite)
        return record->run(u"VACUUM INTO ?"_s, {file}).map([](auto) {}); // reads one consistent state
    const auto copied = [&]() -> Result<qint64> {
        TAKE(copy, sql::Database::open(u"sqlite:"_s + file));
        return moveRecord(*record, *copy);
    }();
    if (!copied)
        QFile::remove(file); // half a copy is none
    return copied.map([](auto) {});
}

Result<void> unpackBackup(const QString &file, const QString &masterKey, const QString &fresh)
{
    if (!QFileInfo::exists(file)) // opening would make it
        return fail(ErrorCode::BadConfiguration, u"there is no file "_s + file);
    for (const QString &left : {fresh, QString(fresh + u"-wal"_s), QString(fresh + u"-shm"_s)}) // by one that was cut short
        QFile::remove(left);
    // First the copy: a full disk changes nothing. It takes the permissions of the backup; the record is its owner's alone.
    if (!QFile::copy(file, fresh) || !QFile::setPermissions(fresh, QFile::ReadOwner | QFile::WriteOwner))
        return fail(ErrorCode::Database, fresh);
    const auto unpacked = [&]() -> Result<void> {
        TAKE(copy, sql::Database::open(u"sqlite:"_s + fresh));
        TAKE(check, copy->run(u"PRAGMA integrity_check"_s));
        if (!check->next() || check->value(0).toString() != "ok"_L1)
            return fail(ErrorCode::RecordDamaged, file);
        check->finish();
        TAKE(tables, copy->run(u"SELECT 1 FROM sqlite_master WHERE name = 'data_key'"_s));
        if (!tables->next()) // an empty file, or a database of something else
            return fail(ErrorCode::RecordDamaged, file);
        tables->finish();
        TRY(Vault(*copy).open(masterKey)); // without its key it would be of no use to anybody
        return markRestored(*copy);
    }();
    if (!unpacked)
        QFile::remove(fresh);
    return unpacked;
}

Result<void> restoreInto(const QString &url, const QString &file, const QString &masterKey)
{
    QTemporaryDir folder;
    if (!folder.isValid())
        return fail(ErrorCode::BadConfiguration, folder.errorString());
    const QString fresh = folder.filePath(u"bangban.db"_s);
    TRY(unpackBackup(file, masterKey, fresh));
    TRY(Store::open({u"sqlite:"_s + fresh, masterKey})); // brings its schema to this program's
    TAKE(from, sql::Database::open(u"sqlite:"_s + fresh));
    TAKE(to, sql::Database::open(url));
    return moveRecord(*from, *to).map([](auto) {});
}

Result<Drill> drill(const QString &file, const QString &masterKey)
{
    // Beside the backup there is room for backups; elsewhere nobody knows.
    QTemporaryDir folder(QFileInfo(file).absolutePath() + u"/.drill-XXXXXX"_s);
    if (!folder.isValid())
        return fail(ErrorCode::BadConfiguration, folder.errorString());
    const QString fresh = folder.filePath(u"bangban.db"_s);
    TRY(unpackBackup(file, masterKey, fresh));
    TAKE(store, Store::open({u"sqlite:"_s + fresh, masterKey}));
    TAKE(bad, store->firstBadAuditRow());
    if (!bad.isEmpty())
        return fail(ErrorCode::RecordDamaged, u"audit row "_s + bad);
    Drill read;
    TRY(readRequests(*store, read));
    TRY(readAttachments(*store, read));
    TRY(readEntries(*store, read));
    TRY(readLog(*store, read));
    return read;
}

} // namespace bangban::server
