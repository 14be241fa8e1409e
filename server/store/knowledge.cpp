// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/knowledge.h"

namespace bangban::server {

using namespace Qt::StringLiterals;
using protocol::EntryRow;

namespace {

constexpr int kMostRows = 1'000; ///< of a page, however short they are

} // namespace

Result<EntryRow> Knowledge::find(const EntryId &id)
{
    TAKE(query, m_store.database().run(u"SELECT row FROM entry WHERE id = ?"_s, {id.value}));
    if (!query->next())
        return fail(ErrorCode::NotFound, id.value);
    const QByteArray row = query->value(0).toByteArray();
    query->finish();
    return protocol::fromJson<EntryRow>(QJsonDocument::fromJson(row).object());
}

Result<qint64> Knowledge::revision()
{
    TAKE(query, m_store.database().run(u"SELECT MAX(rev) FROM entry"_s));
    const qint64 revision = query->next() ? query->value(0).toLongLong() : 0;
    query->finish();
    return revision;
}

Result<void> Knowledge::put(const EntryRow &row)
{
    TRY(m_store.begin()); // of a shared record it takes the lock: one revision at a time
    TAKE(revision, this->revision());
    TRY(m_store.database().run(u"INSERT INTO entry(id, rev, unit, item, state, row) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET "
                               "rev = excluded.rev, unit = excluded.unit, item = excluded.item, state = excluded.state, row = excluded.row"_s,
                               {row.id.value, revision + 1, row.unit.value, row.item.value, QString(domain::nameOf(row.state)), rowBytes(row)}));
    return {};
}

Result<void> Knowledge::announce()
{
    TAKE(revision, this->revision());
    m_store.signal(kKnowledgeSignal, QString::number(revision));
    return {};
}

Result<KnowledgeRows> Knowledge::after(qint64 revision)
{
    TAKE(query, m_store.database().run(u"SELECT rev, id, state, row FROM entry WHERE rev > ? ORDER BY rev LIMIT ?"_s, {revision, kMostRows}));
    KnowledgeRows page{revision, revision, false, {}, {}};
    qsizetype bytes = 0;
    int seen = 0;
    while (query->next()) {
        const bool isSeen = query->value(2).toString() == domain::nameOf(domain::EntryState::Approved);
        const QByteArray row = isSeen ? query->value(3).toByteArray() : QByteArray();
        if (seen > 0 && bytes + row.size() > protocol::kMaxPiece)
            break;
        bytes += row.size();
        page.through = query->value(0).toLongLong();
        if (isSeen)
            page.rows.push_back(row);
        else
            page.gone.emplace_back(query->value(1).toString());
        ++seen;
    }
    query->finish();
    TAKE(end, this->revision());
    page.isLast = page.through >= end;
    return page;
}

} // namespace bangban::server
