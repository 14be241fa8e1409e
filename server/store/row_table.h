// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/request_state.h"
#include "core/protocol/codec.h"
#include "core/sql/database.h"
#include "server/store/vault.h"

#include <QJsonDocument>

namespace bangban::server {

template<protocol::Described T>
QByteArray rowBytes(const T &row)
{
    return protocol::toBytes(row);
}

template<protocol::Described T>
Result<T> rowFromBytes(const QByteArray &bytes)
{
    return protocol::fromJson<T>(QJsonDocument::fromJson(bytes).object());
}

/// How a row type lies in its table: the index columns beside id and row, and which rows are kept in memory. A layout
/// with `sealedFor` lies sealed with the key of that request, named by the column `owner`.
template<typename T>
struct RowLayout;

template<typename T>
concept Sealed = requires(const T &row) { RowLayout<T>::sealedFor(row); };

/// The request whose key a row is sealed with; empty for what everybody may read.
template<typename T>
QString sealedFor([[maybe_unused]] const T &row)
{
    if constexpr (Sealed<T>)
        return RowLayout<T>::sealedFor(row);
    else
        return {};
}

/// One table of rows with the live ones in memory. The writer thread is the only user; memory is right because
/// nobody else writes, and undo() takes back what a savepoint took back.
template<protocol::Described T>
class RowTable {
public:
    RowTable(sql::Database &database, Vault &vault) : m_database(database), m_vault(vault) {}

    /// Reads all live rows into memory. \errors Database
    Result<void> load()
    {
        m_live.clear();
        m_journal.clear();
        TAKE(rows, where(RowLayout<T>::liveClause, {}));
        for (T &row : rows)
            m_live.insert(keyOf(row), row);
        return {};
    }

    /// The rows that a clause after FROM picks; those whose key was destroyed are no longer there. \errors Database
    Result<std::vector<T>> where(const QString &clause, const QVariantList &values)
    {
        TAKE(query, m_database.run(select() + clause, values));
        std::vector<T> rows;
        while (query->next()) {
            auto row = read(*query);
            if (row)
                rows.push_back(std::move(*row));
            else if (row.error().code != ErrorCode::NotFound)
                return fail(ErrorCode::Database, QString(RowLayout<T>::table) + QStringLiteral(": ") + row.error().detail);
        }
        return rows;
    }

    [[nodiscard]] const QHash<QString, T> &live() const { return m_live; }

    /// \errors NotFound, Database
    Result<T> find(const QString &id)
    {
        if (auto found = m_live.constFind(id); found != m_live.constEnd())
            return *found;
        TAKE(query, m_database.run(select() + QStringLiteral(" WHERE id = ?"), {id}));
        if (!query->next())
            return fail(ErrorCode::NotFound, id);
        auto row = read(*query);
        query->finish();
        return row;
    }

    /// \errors Database
    Result<void> put(const T &row, const QByteArray &bytes)
    {
        TAKE(stored, sealedBytes(row, bytes));
        QVariantList values = RowLayout<T>::columns(row);
        const auto known = m_live.constFind(keyOf(row));
        if (known != m_live.constEnd() && RowLayout<T>::columns(*known) == values) {
            // SQLite writes an index anew for every column that is set, equal or not.
            static const QString text = QStringLiteral("UPDATE ") + RowLayout<T>::table + QStringLiteral(" SET row = ? WHERE id = ?");
            TRY(m_database.run(text, {stored, keyOf(row)}));
            if (m_database.changedRows() != 1)
                return fail(ErrorCode::Database, QStringLiteral("a row that was there is gone: ") + keyOf(row));
        } else {
            values.prepend(keyOf(row));
            values.append(stored);
            TRY(m_database.run(upsert(), values));
        }
        const bool isLive = RowLayout<T>::isLive(row);
        if (isLive || m_live.contains(keyOf(row)))
            remember(keyOf(row));
        if (isLive)
            m_live.insert(keyOf(row), row);
        else
            m_live.remove(keyOf(row));
        return {};
    }

    /// Inserts a row that is not kept in memory; false, and nothing is written, if its id is taken. \errors Database
    Result<bool> add(const T &row, const QByteArray &bytes)
    {
        static const QString text = upsert().section(QStringLiteral("DO UPDATE"), 0, 0) + QStringLiteral("DO NOTHING");
        TAKE(stored, sealedBytes(row, bytes));
        QVariantList values = RowLayout<T>::columns(row);
        values.prepend(keyOf(row));
        values.append(stored);
        TRY(m_database.run(text, values));
        return m_database.changedRows() == 1;
    }

    /// What another server wrote. \errors BadMessage for bytes that are no such row
    Result<void> apply(const QString &id, const QByteArray &bytes)
    {
        TAKE(row, rowFromBytes<T>(bytes));
        if (RowLayout<T>::isLive(row))
            m_live.insert(id, row);
        else
            m_live.remove(id);
        return {};
    }
    void drop(const QString &id) { m_live.remove(id); }
    /// Its key is destroyed: nobody can read it any more.
    void forget(const QString &id)
    {
        remember(id);
        m_live.remove(id);
    }

    void keep() { m_journal.clear(); }
    void undo()
    {
        for (auto it = m_journal.rbegin(); it != m_journal.rend(); ++it) {
            if (it->second)
                m_live.insert(it->first, *it->second);
            else
                m_live.remove(it->first);
        }
        m_journal.clear();
    }

private:
    static QString keyOf(const T &row)
    {
        if constexpr (std::is_same_v<decltype(row.id), QString>)
            return row.id;
        else
            return row.id.value;
    }

    static QByteArray about(const QString &id) { return QByteArray(RowLayout<T>::table.data()) + '/' + id.toUtf8(); }

    static const QString &select()
    {
        static const QString text = [] {
            QLatin1String owner("''");
            if constexpr (Sealed<T>)
                owner = RowLayout<T>::owner;
            return QString(QStringLiteral("SELECT id, ") + owner + QStringLiteral(", row FROM ") + RowLayout<T>::table);
        }();
        return text;
    }

    Result<QByteArray> sealedBytes(const T &row, const QByteArray &bytes)
    {
        if constexpr (Sealed<T>)
            return m_vault.seal(RowLayout<T>::sealedFor(row), bytes, about(keyOf(row)));
        else
            return bytes;
    }

    /// \errors NotFound if its key was destroyed
    Result<T> read(const QSqlQuery &query)
    {
        const QByteArray stored = query.value(2).toByteArray();
        if constexpr (Sealed<T>)
            return m_vault.unseal(query.value(1).toString(), stored, about(query.value(0).toString())).and_then(&rowFromBytes<T>);
        else
            return rowFromBytes<T>(stored);
    }

    static const QString &upsert()
    {
        static const QString text = [] {
            QStringList names{QStringLiteral("id")};
            for (const char *name : RowLayout<T>::names)
                names.append(QLatin1String(name));
            names.append(QStringLiteral("row"));
            QStringList marks, sets;
            for (const QString &name : std::as_const(names)) {
                marks.append(QStringLiteral("?"));
                if (name != QLatin1String("id"))
                    sets.append(name + QStringLiteral(" = excluded.") + name);
            }
            return QString(QStringLiteral("INSERT INTO ") + RowLayout<T>::table + QStringLiteral("(")
                           + names.join(QStringLiteral(", ")) + QStringLiteral(") VALUES(")
                           + marks.join(QStringLiteral(", ")) + QStringLiteral(") ON CONFLICT(id) DO UPDATE SET ")
                           + sets.join(QStringLiteral(", ")));
        }();
        return text;
    }

    void remember(const QString &id)
    {
        const auto found = m_live.constFind(id);
        m_journal.emplace_back(id, found == m_live.constEnd() ? std::optional<T>() : *found);
    }

    sql::Database &m_database;
    Vault &m_vault;
    QHash<QString, T> m_live;
    std::vector<std::pair<QString, std::optional<T>>> m_journal;
};

inline qint64 msOrZero(const std::optional<Instant> &t) { return t ? toMs(*t) : 0; }

template<>
struct RowLayout<protocol::RequestRow> {
    static constexpr QLatin1String table{"request"};
    static constexpr QLatin1String liveClause{" WHERE state NOT IN ('closed', 'withdrawn', 'joined')"};
    static constexpr QLatin1String owner{"id"};
    static QString sealedFor(const protocol::RequestRow &r) { return r.id.value; }
    static constexpr std::array names{"scope", "state", "unit", "owner", "citizen", "item", "queued_at", "closed_at"};
    static QVariantList columns(const protocol::RequestRow &r)
    {
        return {r.scope, QString(domain::nameOf(r.state)), r.unit.value, r.owner.value, r.citizen.value, r.item.value,
                toMs(r.queuedAt), msOrZero(r.closedAt)};
    }
    static bool isLive(const protocol::RequestRow &r) { return domain::isOpen(r.state); }
};

template<>
struct RowLayout<protocol::MessageRow> {
    static constexpr QLatin1String table{"message"};
    static constexpr QLatin1String liveClause{" WHERE 0 = 1"};
    static constexpr QLatin1String owner{"request"};
    static QString sealedFor(const protocol::MessageRow &r) { return r.request.value; }
    static constexpr std::array names{"request", "seq"};
    static QVariantList columns(const protocol::MessageRow &r) { return {r.request.value, r.seq}; }
    static bool isLive(const protocol::MessageRow &) { return false; }
};

template<>
struct RowLayout<protocol::OfferRow> {
    static constexpr QLatin1String table{"offer"};
    static constexpr QLatin1String liveClause{" WHERE state = 'open'"};
    static constexpr QLatin1String owner{"request"};
    static QString sealedFor(const protocol::OfferRow &r) { return r.request.value; }
    static constexpr std::array names{"request", "staff", "state"};
    static QVariantList columns(const protocol::OfferRow &r)
    {
        return {r.request.value, r.staff.value, QString(domain::nameOf(r.state))};
    }
    static bool isLive(const protocol::OfferRow &r) { return r.state == domain::OfferState::Open; }
};

template<>
struct RowLayout<protocol::NoticeRow> {
    static constexpr QLatin1String table{"notice"};
    static constexpr QLatin1String liveClause{" WHERE 0 = 1"};
    static constexpr std::array names{"at"};
    static QVariantList columns(const protocol::NoticeRow &r) { return {toMs(r.at)}; }
    static bool isLive(const protocol::NoticeRow &) { return false; }
};

template<>
struct RowLayout<protocol::TaskRow> {
    static constexpr QLatin1String table{"task"};
    static constexpr QLatin1String liveClause{" WHERE state IN ('open', 'taken')"};
    static constexpr QLatin1String owner{"request"};
    static QString sealedFor(const protocol::TaskRow &r) { return r.request.value; }
    static constexpr std::array names{"request", "unit", "kind", "state", "marked_at"};
    static QVariantList columns(const protocol::TaskRow &r)
    {
        return {r.request.value, r.unit.value, QString(domain::nameOf(r.kind)), QString(domain::nameOf(r.state)), toMs(r.markedAt)};
    }
    static bool isLive(const protocol::TaskRow &r) { return r.state == domain::TaskState::Open || r.state == domain::TaskState::Taken; }
};

template<>
struct RowLayout<protocol::EntryDraftRow> {
    static constexpr QLatin1String table{"entry_draft"};
    static constexpr QLatin1String liveClause{" WHERE state IN ('draft', 'review', 'scheduled')"};
    static constexpr std::array names{"state"};
    static QVariantList columns(const protocol::EntryDraftRow &r) { return {QString(domain::nameOf(r.entry.state))}; }
    static bool isLive(const protocol::EntryDraftRow &r)
    {
        using S = domain::EntryState;
        return r.entry.state == S::Draft || r.entry.state == S::Review || r.entry.state == S::Scheduled;
    }
};

template<>
struct RowLayout<protocol::SlipRow> {
    static constexpr QLatin1String table{"slip"};
    static constexpr QLatin1String liveClause{" WHERE seen = 0"};
    static constexpr QLatin1String owner{"request"};
    static QString sealedFor(const protocol::SlipRow &r) { return r.request.value; }
    static constexpr std::array names{"request", "seen", "at"};
    static QVariantList columns(const protocol::SlipRow &r) { return {r.request.value, int(r.seenAt.has_value()), toMs(r.at)}; }
    static bool isLive(const protocol::SlipRow &r) { return !r.seenAt; }
};

template<>
struct RowLayout<protocol::CannedRow> {
    static constexpr QLatin1String table{"canned"};
    static constexpr QLatin1String liveClause{" WHERE is_off = 0"};
    static constexpr std::array names{"is_off"};
    static QVariantList columns(const protocol::CannedRow &r) { return {int(r.off)}; }
    static bool isLive(const protocol::CannedRow &r) { return !r.off; }
};

template<>
struct RowLayout<protocol::InspectionRow> {
    static constexpr QLatin1String table{"inspection"};
    static constexpr QLatin1String liveClause{" WHERE is_off = 0"};
    static constexpr std::array names{"is_off"};
    static QVariantList columns(const protocol::InspectionRow &r) { return {int(r.off)}; }
    static bool isLive(const protocol::InspectionRow &r) { return !r.off; }
};

/// Rows that are few and always in memory: staff, items, nodes, codes, hours, phrases.
template<typename T>
struct SmallLayout {
    static constexpr QLatin1String liveClause{""};
    static constexpr std::array<const char *, 0> names{};
    static QVariantList columns(const T &) { return {}; }
    static bool isLive(const T &) { return true; }
};
template<>
struct RowLayout<protocol::StaffRow> : SmallLayout<protocol::StaffRow> {
    static constexpr QLatin1String table{"staff"};
};
template<>
struct RowLayout<protocol::ItemRow> : SmallLayout<protocol::ItemRow> {
    static constexpr QLatin1String table{"item"};
};
template<>
struct RowLayout<protocol::NodeRow> : SmallLayout<protocol::NodeRow> {
    static constexpr QLatin1String table{"node"};
};
template<>
struct RowLayout<protocol::CodeRow> : SmallLayout<protocol::CodeRow> {
    static constexpr QLatin1String table{"code"};
};
template<>
struct RowLayout<protocol::HoursRow> : SmallLayout<protocol::HoursRow> {
    static constexpr QLatin1String table{"hours"};
};
template<>
struct RowLayout<protocol::PhraseRow> : SmallLayout<protocol::PhraseRow> {
    static constexpr QLatin1String table{"phrase"};
};
template<>
struct RowLayout<protocol::SettingsRow> : SmallLayout<protocol::SettingsRow> {
    static constexpr QLatin1String table{"settings"};
};

} // namespace bangban::server
