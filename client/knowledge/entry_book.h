// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/knowledge.h"
#include "core/sql/database.h"

#include <functional>

namespace bangban::client {

/// The desk's copy of the knowledge base in a file of its own, sealed with the account's key, with how far it has come. Nothing in
/// it is the person's: a file that cannot be read is thrown away and filled anew.
class EntryBook {
public:
    /// \param folder  of the account   \errors Database, BadConfiguration
    static Result<std::unique_ptr<EntryBook>> open(const QString &folder, const QByteArray &key);

    [[nodiscard]] const QString &epoch() const { return m_epoch; }
    [[nodiscard]] qint64 through() const { return m_through; }
    [[nodiscard]] const std::vector<protocol::SynonymRow> &synonyms() const { return m_synonyms; }

    /// Rows and how far they reach, all or nothing. A page after 0 stands in place of all that was there. \errors Database
    Result<void> put(const protocol::KnowledgePage &page);
    /// Nothing if there is no such entry. \errors Database, RecordDamaged
    Result<std::optional<protocol::EntryRow>> find(const QString &id);
    /// \errors Database, RecordDamaged
    Result<std::vector<protocol::EntryRow>> all();

private:
    EntryBook(std::unique_ptr<sql::Database> database, QByteArray key) : m_database(std::move(database)), m_key(std::move(key)) {}
    static Result<std::unique_ptr<EntryBook>> openFile(const QString &path, const QByteArray &key);
    Result<void> readState();
    Result<void> write(const protocol::KnowledgePage &page);
    [[nodiscard]] Result<QJsonObject> unsealed(const QVariant &stored, const QByteArray &about) const;
    [[nodiscard]] QByteArray sealed(const QJsonObject &object, const QByteArray &about) const;

    std::unique_ptr<sql::Database> m_database;
    QByteArray m_key;
    QString m_epoch;
    qint64 m_through = 0;
    std::vector<protocol::SynonymRow> m_synonyms;
};

} // namespace bangban::client
