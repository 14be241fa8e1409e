// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/store.h"

namespace bangban::server {

/// A page as it is sent: the rows stay the text that they are in the record.
struct KnowledgeRows {
    qint64 after = 0;
    qint64 through = 0;
    qint64 revision = 0; ///< of the last change
    bool isLast = false;
    std::vector<protocol::SynonymRow> synonyms; ///< of the last one
    std::vector<QByteArray> rows;
    std::vector<EntryId> gone;
};

/// That an entry was said.
struct Telling {
    RequestId request;
    MessageId message; ///< the request's id where it was said by word of mouth
    Instant at;
};

/// A version as it was published.
struct KeptVersion {
    protocol::EntryRow row;
    StaffId author;
    StaffId reviewer;
    Instant at;
};

/// The entries of the knowledge base. They rest on disk only: there may be a hundred thousand, and desks keep their own. Each
/// carries the revision of its last change, one number for all of them; an entry is never deleted, it is withdrawn.
class Knowledge {
public:
    explicit Knowledge(Store &store) : m_store(store) {}

    /// \errors NotFound
    Result<protocol::EntryRow> find(const EntryId &id);
    /// Takes the next revision. Call announce() when all of a command's entries are written.
    Result<void> put(const protocol::EntryRow &row);
    /// Keeps the version for ever, with who wrote it and who let it pass; one that is kept stays as it is. \errors Database
    Result<void> keepVersion(const protocol::EntryRow &row, const StaffId &author, const StaffId &reviewer, Instant at);
    /// Tells the desks of every server that there is something new.
    Result<void> announce();
    /// The message says what the entry said. \errors NotFound, EntryWithdrawn
    Result<void> cite(const protocol::EntryCite &cite, const protocol::MessageRow &message);
    /// The requests in which somebody was told the entry since then, each with who said it last. \errors Database
    Result<std::vector<std::pair<RequestId, StaffId>>> toldSince(const EntryId &entry, Instant since);
    Result<void> uncite(const MessageId &message); ///< it was taken back
    /// When the entry was said since then, the last one first. \errors Database
    Result<std::vector<Telling>> tellings(const EntryId &entry, Instant since, int most);
    /// The versions that were kept, the last one first, in as far as a message holds them. \errors Database, RecordDamaged
    Result<std::vector<KeptVersion>> versions(const EntryId &entry);
    /// A version that was kept. \errors NotFound, Database, RecordDamaged
    Result<KeptVersion> version(const EntryId &entry, int version);
    /// The unit's entries that were approved, in no order. \errors Database
    Result<std::vector<EntryId>> approvedOf(const NodeId &unit);
    /// Of these those that were said in most requests since then, the most often said first. \errors Database
    Result<std::vector<EntryId>> mostTold(const NodeId &unit, Instant since, int most);
    /// The revision of the last change; 0 if there is no entry. \errors Database
    Result<qint64> revision();
    /// What changed after a revision, in the order of the changes, as far as a piece holds it. Staff see what was approved; what was
    /// withdrawn, or is not approved yet, is gone for them.
    Result<KnowledgeRows> after(qint64 revision);

private:
    Result<std::vector<EntryId>> entries(const QString &sql, const QVariantList &values);

    Store &m_store;
};

} // namespace bangban::server
