// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/knowledge/entry_book.h"

#include "core/base/log.h"
#include "core/crypto/sealed.h"
#include "core/protocol/codec.h"

#include <QFile>
#include <QJsonDocument>

namespace bangban::client {

using namespace Qt::StringLiterals;
using protocol::EntryRow, protocol::KnowledgePage;

namespace {

constexpr sql::Migration kSteps[] = {
    {1, "CREATE TABLE entry(id TEXT PRIMARY KEY, body {bytes} NOT NULL);"
        "CREATE TABLE state(body {bytes} NOT NULL)"_L1},
};

constexpr char kState[] = "state";

QByteArray placeOf(const QString &id) { return "entry/" + id.toUtf8(); }

} // namespace

Result<std::unique_ptr<EntryBook>> EntryBook::open(const QString &folder, const QByteArray &key)
{
    const QString path = folder + "/knowledge.db"_L1;
    auto book = openFile(path, key);
    if (book)
        return book;
    qCWarning(logSync, "the copy of the knowledge base is filled anew: %s", qPrintable(book.error().detail));
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        if (QFile::exists(path + suffix) && !QFile::remove(path + suffix))
            return fail(ErrorCode::BadConfiguration, path + suffix);
    return openFile(path, key);
}

Result<std::unique_ptr<EntryBook>> EntryBook::openFile(const QString &path, const QByteArray &key)
{
    TAKE(database, sql::Database::open("sqlite:"_L1 + path));
    TRY(sql::migrate(*database, kSteps));
    std::unique_ptr<EntryBook> book(new EntryBook(std::move(database), key));
    TRY(book->readState());
    return book;
}

QByteArray EntryBook::sealed(const QJsonObject &object, const QByteArray &about) const
{
    return crypto::seal(m_key, QJsonDocument(object).toJson(QJsonDocument::Compact), about);
}

Result<QJsonObject> EntryBook::unsealed(const QVariant &stored, const QByteArray &about) const
{
    TAKE(bytes, crypto::unseal(m_key, stored.toByteArray(), about));
    return QJsonDocument::fromJson(bytes).object();
}

Result<void> EntryBook::readState()
{
    TAKE(query, m_database->run(u"SELECT body FROM state"_s));
    const QVariant stored = query->next() ? query->value(0) : QVariant();
    query->finish();
    if (stored.isNull())
        return {};
    TAKE(object, unsealed(stored, kState));
    // How far it reaches is kept as a page without rows.
    TAKE(page, protocol::fromJson<KnowledgePage>(object));
    m_epoch = page.epoch;
    m_through = page.through;
    m_synonyms = page.synonyms;
    return {};
}

Result<void> EntryBook::write(const KnowledgePage &page)
{
    if (page.after == 0)
        TRY(m_database->run(u"DELETE FROM entry"_s));
    for (const EntryRow &row : page.rows)
        TRY(m_database->run(u"INSERT OR REPLACE INTO entry(id, body) VALUES (?, ?)"_s,
                            {row.id.value, sealed(protocol::toJson(row), placeOf(row.id.value))}));
    for (const EntryId &id : page.gone)
        TRY(m_database->run(u"DELETE FROM entry WHERE id = ?"_s, {id.value}));
    KnowledgePage state;
    state.epoch = page.epoch;
    state.through = page.through;
    state.synonyms = page.last ? page.synonyms : m_synonyms;
    TRY(m_database->run(u"DELETE FROM state"_s));
    TRY(m_database->run(u"INSERT INTO state(body) VALUES (?)"_s, {sealed(protocol::toJson(state), kState)}));
    return m_database->commit();
}

Result<void> EntryBook::put(const KnowledgePage &page)
{
    TRY(m_database->begin());
    if (auto written = write(page); !written) {
        m_database->rollback();
        return written;
    }
    m_epoch = page.epoch;
    m_through = page.through;
    if (page.last)
        m_synonyms = page.synonyms;
    return {};
}

Result<std::optional<EntryRow>> EntryBook::find(const QString &id)
{
    TAKE(query, m_database->run(u"SELECT body FROM entry WHERE id = ?"_s, {id}));
    const QVariant stored = query->next() ? query->value(0) : QVariant();
    query->finish();
    if (stored.isNull())
        return std::nullopt;
    TAKE(object, unsealed(stored, placeOf(id)));
    TAKE(row, protocol::fromJson<EntryRow>(object));
    return row;
}

Result<std::vector<EntryRow>> EntryBook::all()
{
    TAKE(query, m_database->run(u"SELECT id, body FROM entry"_s));
    std::vector<EntryRow> rows;
    while (query->next()) {
        TAKE(object, unsealed(query->value(1), placeOf(query->value(0).toString())));
        TAKE(row, protocol::fromJson<EntryRow>(object));
        rows.push_back(std::move(row));
    }
    query->finish();
    return rows;
}

} // namespace bangban::client
