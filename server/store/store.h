// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "server/store/audience.h"
#include "server/store/chain.h"
#include "server/store/row_table.h"

#include <functional>

namespace bangban::server {

inline constexpr QLatin1String kCatalogueScope{"catalogue"};
// What Store::signal() writes: the entity names of its rows in the log, which no reader sees.
inline constexpr QLatin1String kRightsSignal{"signal.rights"};       ///< of a member of staff
inline constexpr QLatin1String kCatalogueSignal{"signal.catalogue"}; ///< something was imported
inline constexpr QLatin1String kBlockedSignal{"signal.blocked"};     ///< a citizen
inline constexpr QLatin1String kKnowledgeSignal{"signal.knowledge"}; ///< the revision that its entries have reached
inline constexpr qint64 kRecordLock = 0x62616e6762616e; ///< PostgreSQL's advisory lock of the record: "bangban"

/// One row of the change log, as readers need it.
struct LogEntry {
    QString scope;
    qint64 rev = 0;
    QByteArray chain; ///< 32 bytes: hash over the previous link and this row
    QString entity;
    QString id;
    Audience was;
    Audience now;
    QByteArray body; ///< the row as canonical JSON
    QByteArray bodyForCitizen; ///< what a citizen is shown of it, where one may see it; made when it was written
};

/// Where a scope's log stands.
struct ScopeMark {
    qint64 rev = 0;
    qint64 floorRev = 0;
    QByteArray chain;
};

struct StoredResult {
    QByteArray fingerprint;
    QString code; ///< empty when the command was accepted, else the error's name
    QByteArray data;
};

/// Something kept as it was imported.
struct StoredDocument {
    QString kind;
    QString id;
    QByteArray body;
};

/// The record. Lives on the writer thread; every change to a row also becomes a row of the change log, in the same
/// transaction. Writes start a transaction by themselves; commit() makes them durable and returns what was logged.
class Store {
public:
    /// Opens, migrates and loads. \errors Database, WrongVersion, BadConfiguration, KeyMissing
    static Result<std::unique_ptr<Store>> open(const RecordPlace &place);

    RowTable<protocol::RequestRow> requests;
    RowTable<protocol::MessageRow> messages;
    RowTable<protocol::OfferRow> offers;
    RowTable<protocol::NoticeRow> notices;
    RowTable<protocol::TaskRow> tasks;
    RowTable<protocol::EntryDraftRow> drafts;
    RowTable<protocol::StaffRow> staff;
    RowTable<protocol::ItemRow> items;
    RowTable<protocol::NodeRow> nodes;
    RowTable<protocol::CodeRow> codes;
    RowTable<protocol::HoursRow> hours;
    RowTable<protocol::SettingsRow> settings;
    RowTable<protocol::PhraseRow> phrases;
    RowTable<protocol::CannedRow> canned;
    RowTable<protocol::SlipRow> slips;
    RowTable<protocol::InspectionRow> inspections;

    /// Writes the row and logs the change. The overloads know who may see what.
    Result<void> put(const protocol::RequestRow &row);
    Result<void> put(const protocol::MessageRow &row, const protocol::RequestRow &request);
    /// A message that must be new. \errors BadState if its id is taken
    Result<void> add(const protocol::MessageRow &row, const protocol::RequestRow &request);
    Result<void> put(const protocol::OfferRow &row);
    Result<void> put(const protocol::NoticeRow &row, const QString &scope);
    Result<void> put(const protocol::TaskRow &row);
    Result<void> put(const protocol::EntryDraftRow &row);
    Result<void> put(const protocol::StaffRow &row);
    Result<void> put(const protocol::ItemRow &row);
    Result<void> put(const protocol::NodeRow &row);
    Result<void> put(const protocol::CodeRow &row);
    Result<void> put(const protocol::HoursRow &row);
    Result<void> put(const protocol::SettingsRow &row);
    Result<void> put(const protocol::PhraseRow &row);
    Result<void> put(const protocol::CannedRow &row);
    Result<void> put(const protocol::SlipRow &row);
    Result<void> put(const protocol::InspectionRow &row);
    /// The office's settings, or the defaults.
    [[nodiscard]] protocol::SettingsRow office() const { return settings.live().value(protocol::SettingsRow().id); }
    /// Retention, or a person's wish: the request's data key is destroyed, and with it every word of it, in the log and in
    /// backups too. What is counted stays. Whoever still shows it loses it. \errors BadState while it is open; NotFound
    Result<void> erase(const RequestId &request);
    /// The owner changed: the conversation enters one view and leaves another. Row contents stay.
    Result<void> moveMessages(const protocol::RequestRow &before, const protocol::RequestRow &after);
    Result<std::vector<protocol::MessageRow>> messagesOf(const RequestId &request);

    /// One line of the audit chain of a scope. If it cannot be written the command fails.
    Result<void> audit(const QString &scope, Instant at, const QString &who, const QString &action, const QString &id,
                       const QByteArray &detail = {});

    /// Recomputes the audit chain of every scope. The first row that does not fit or is gone, as "scope/number", or
    /// "ends" if where the chains end was itself changed; empty if all is whole.
    Result<QString> firstBadAuditRow();

    Result<std::optional<StoredResult>> storedResult(const CommandId &id);
    /// False, and nothing is written, if the id has a result already. \errors Database
    Result<bool> storeResult(const CommandId &id, const StoredResult &result, Instant at);

    /// Several servers write this record: it lies in PostgreSQL.
    [[nodiscard]] bool isShared() const { return m_database->dialect() == sql::Dialect::PostgreSql; }
    /// Opens the transaction if none is open. Of a shared record it takes the lock, so that one batch runs at a time, and
    /// brings memory up to what others wrote; a lost connection is made anew. \errors Database
    Result<void> begin();
    /// The same without lock and transaction: only what others wrote. \errors Database
    Result<void> look();
    /// What others wrote since the last call, in the order of the log.
    [[nodiscard]] std::vector<LogEntry> takeForeign() { return std::exchange(m_foreign, {}); }
    /// Is told each row that another server wrote, when memory has it.
    std::function<Result<void>(const LogEntry &)> onForeign;
    /// Something that is no row, for every server that has the people it concerns.
    /// \param kind  kRightsSignal, kCatalogueSignal, kBlockedSignal or kKnowledgeSignal
    void signal(QLatin1String kind, const QString &id);
    Result<void> save();    ///< before each command
    Result<void> release(); ///< the command stands
    Result<void> undo();    ///< the command leaves no trace; nothing happens if save() had failed
    /// Writes the log rows of all that was put and commits. Empty when nothing was open.
    Result<std::vector<LogEntry>> commit(Instant at);
    /// Takes everything since the last commit back, in memory too. \errors Database
    Result<void> rollback();

    /// An entry of the knowledge base was written in this transaction.
    void noteKnowledge(const EntryId &entry) { m_knowledgeTouched.append(entry); }
    /// Entries that a savepoint or a transaction may have taken back since the last call: what was read of them is looked at again.
    [[nodiscard]] QList<EntryId> takeKnowledgeUndone() { return std::exchange(m_knowledgeUndone, {}); }

    /// Rises whenever a request or an offer was put or taken back.
    [[nodiscard]] quint64 liveVersion() const { return m_liveVersion; }

    void setCommand(const CommandId &id) { m_command = id; }
    [[nodiscard]] sql::Database &database() { return *m_database; }
    [[nodiscard]] Vault &vault() { return *m_vault; }
    [[nodiscard]] QString epoch() const { return m_epoch; }
    [[nodiscard]] QByteArray key() const { return m_key; } ///< signs cursors
    [[nodiscard]] QString defaultScope() const { return m_defaultScope; }
    void setDefaultScope(const QString &scope) { m_defaultScope = scope; }
    Result<ScopeMark> mark(const QString &scope);
    [[nodiscard]] QStringList scopes() const { return m_marks.keys(); }
    /// Log rows with from < rev, at most `limit`.
    Result<std::vector<LogEntry>> logAfter(const QString &scope, qint64 from, int limit);
    /// Whether the log has this revision, with a chain that `fits`; true where it was pruned.
    Result<bool> isInLog(const QString &scope, qint64 rev, const std::function<bool(const QByteArray &chain)> &fits);
    /// Forgets log rows and results older than `before`; raises the floor, never the epoch.
    Result<void> prune(Instant before);

    Result<std::vector<StoredDocument>> documents();
    Result<void> putDocument(const StoredDocument &document);

    Result<std::optional<QByteArray>> meta(const QString &key);
    Result<void> setMeta(const QString &key, const QByteArray &value);

private:
    Store(std::unique_ptr<sql::Database> database, std::unique_ptr<Vault> vault);
    Result<void> load();
    /// Those of which what is live is kept in memory.
    auto tables() { return std::tie(requests, offers, tasks, drafts, slips, staff, items, nodes, codes, hours, settings, phrases, canned, inspections); }
    Result<void> loadRows();
    Result<void> loadMarks();
    Result<void> catchUp();
    Result<void> apply(const LogEntry &entry);
    Result<void> loadAuditEnds();
    void forgetUndo(); ///< what stands now is what undo() goes back to
    template<typename T>
    Result<void> putRow(RowTable<T> &table, const T &row, const QString &id, const QString &scope, const Audience &was,
                        const Audience &now);
    template<typename T>
    void logChange(const QString &scope, const T &row, const QString &id, const Audience &was, const Audience &now,
                   const QByteArray &bytes);
    /// Moves what was put into `written`; whoever calls drops the rest, on error by rollback().
    Result<void> writeLog(Instant at, std::vector<LogEntry> &written);

    struct Pending {
        QString scope;
        CommandId command;
        QString entity;
        QString id;
        QString sealedFor;
        Audience was;
        Audience now;
        QByteArray body;
        QByteArray bodyForCitizen;
    };

    std::unique_ptr<sql::Database> m_database;
    std::unique_ptr<Vault> m_vault;
    QHash<QString, ScopeMark> m_marks;
    AuditEnds m_auditEnds;
    AuditEnds m_auditSaved;
    AuditEnds m_auditStored; ///< as it stands in the record
    std::vector<Pending> m_pending;
    std::size_t m_savedPending = 0;
    bool m_saved = false; ///< a savepoint is open
    bool m_open = false;
    bool m_isLost = false; ///< the connection to a shared record, and with it what memory holds
    std::vector<LogEntry> m_foreign;
    QList<EntryId> m_knowledgeTouched; ///< in this transaction
    QList<EntryId> m_knowledgeUndone;
    quint64 m_liveVersion = 1;
    CommandId m_command;
    QString m_epoch;
    QByteArray m_key;
    QString m_defaultScope;
};

} // namespace bangban::server
