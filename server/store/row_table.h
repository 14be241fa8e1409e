// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/codec.h"
#include "core/sql/database.h"

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

/// How a row type lies in its table: the index columns beside id and row, and which rows are kept in memory.
template<typename T>
struct RowLayout;

/// One table of rows with the live ones in memory. The writer thread is the only user; memory is right because
/// nobody else writes, and undo() takes back what a savepoint took back.
template<protocol::Described T>
class RowTable {
public:
    explicit RowTable(sql::Database &database) : m_database(database) {}

    /// Reads all live rows into memory. \errors Database
    Result<void> load()
    {
        using L = RowLayout<T>;
        m_live.clear();
        m_journal.clear();
        auto query = m_database.run(QStringLiteral("SELECT row FROM ") + L::table + L::liveClause);
        if (!query)
            return tl::unexpected<Error>(query.error());
        while ((*query)->next()) {
            auto row = rowFromBytes<T>((*query)->value(0).toByteArray());
            if (!row)
                return fail(ErrorCode::Database, QString(L::table) + QStringLiteral(": ") + row.error().detail);
            m_live.insert(keyOf(*row), *row);
        }
        return {};
    }

    [[nodiscard]] const QHash<QString, T> &live() const { return m_live; }

    /// \errors NotFound, Database
    Result<T> find(const QString &id)
    {
        if (auto found = m_live.constFind(id); found != m_live.constEnd())
            return *found;
        auto query = m_database.run(QStringLiteral("SELECT row FROM ") + RowLayout<T>::table
                                        + QStringLiteral(" WHERE id = ?"), {id});
        if (!query)
            return tl::unexpected<Error>(query.error());
        if (!(*query)->next())
            return fail(ErrorCode::NotFound, id);
        auto row = rowFromBytes<T>((*query)->value(0).toByteArray());
        (*query)->finish();
        return row;
    }

    /// \errors Database
    Result<void> put(const T &row, const QByteArray &bytes)
    {
        QVariantList values = RowLayout<T>::columns(row);
        const auto known = m_live.constFind(keyOf(row));
        if (known != m_live.constEnd() && RowLayout<T>::columns(*known) == values) {
            // SQLite writes an index anew for every column that is set, equal or not.
            static const QString text = QStringLiteral("UPDATE ") + RowLayout<T>::table + QStringLiteral(" SET row = ? WHERE id = ?");
            TRY(m_database.run(text, {bytes, keyOf(row)}));
            if (m_database.changedRows() != 1)
                return fail(ErrorCode::Database, QStringLiteral("a row that was there is gone: ") + keyOf(row));
        } else {
            values.prepend(keyOf(row));
            values.append(bytes);
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
        QVariantList values = RowLayout<T>::columns(row);
        values.prepend(keyOf(row));
        values.append(bytes);
        TRY(m_database.run(text, values));
        return m_database.changedRows() == 1;
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
    QHash<QString, T> m_live;
    std::vector<std::pair<QString, std::optional<T>>> m_journal;
};

inline qint64 msOrZero(const std::optional<Instant> &t) { return t ? toMs(*t) : 0; }

template<>
struct RowLayout<protocol::RequestRow> {
    static constexpr QLatin1String table{"request"};
    static constexpr QLatin1String liveClause{" WHERE state NOT IN ('closed', 'withdrawn', 'joined')"};
    static constexpr std::array names{"scope", "state", "unit", "owner", "citizen", "item", "queued_at", "closed_at"};
    static QVariantList columns(const protocol::RequestRow &r)
    {
        return {r.scope, QString(domain::nameOf(r.state)), r.unit.value, r.owner.value, r.citizen.value, r.item.value,
                toMs(r.queuedAt), msOrZero(r.closedAt)};
    }
    static bool isLive(const protocol::RequestRow &r)
    {
        using S = domain::RequestState;
        return r.state != S::Closed && r.state != S::Withdrawn && r.state != S::Joined;
    }
};

template<>
struct RowLayout<protocol::MessageRow> {
    static constexpr QLatin1String table{"message"};
    static constexpr QLatin1String liveClause{" WHERE 0 = 1"};
    static constexpr std::array names{"request", "seq"};
    static QVariantList columns(const protocol::MessageRow &r) { return {r.request.value, r.seq}; }
    static bool isLive(const protocol::MessageRow &) { return false; }
};

template<>
struct RowLayout<protocol::OfferRow> {
    static constexpr QLatin1String table{"offer"};
    static constexpr QLatin1String liveClause{" WHERE state = 'open'"};
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

/// Rows that are few and always in memory: staff, items, nodes, codes, hours.
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

} // namespace bangban::server
