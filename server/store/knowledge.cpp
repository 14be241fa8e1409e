// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/knowledge.h"

namespace bangban::server {

using namespace Qt::StringLiterals;
using protocol::EntryRow;

namespace {

constexpr int kMostRows = 1'000; ///< of a page, however short they are
constexpr int kMostVersions = 20;

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
    m_store.noteKnowledge(row.id);
    TAKE(revision, this->revision());
    TRY(m_store.database().run(u"INSERT INTO entry(id, rev, unit, item, state, row) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET "
                               "rev = excluded.rev, unit = excluded.unit, item = excluded.item, state = excluded.state, row = excluded.row"_s,
                               {row.id.value, revision + 1, row.unit.value, row.item.value, QString(domain::nameOf(row.state)), rowBytes(row)}));
    return {};
}

Result<void> Knowledge::cite(const protocol::EntryCite &cite, const protocol::MessageRow &message)
{
    TAKE(entry, find(cite.entry));
    if (entry.state != domain::EntryState::Approved)
        return fail(ErrorCode::EntryWithdrawn, cite.entry.value);
    if (cite.version < 1 || cite.version > entry.version)
        return fail(ErrorCode::NotFound, cite.entry.value);
    return m_store.database() // the same answer is useful in the same request once
        .run(u"INSERT INTO cite(entry, version, message, request, staff, at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
             {cite.entry.value, cite.version, message.id.value, message.request.value, message.staff.value, toMs(message.sentAt)})
        .map([](auto) {});
}

Result<std::vector<std::pair<RequestId, StaffId>>> Knowledge::toldSince(const EntryId &entry, Instant since)
{
    TAKE(query, m_store.database().run(u"SELECT request, staff FROM cite WHERE entry = ? AND at >= ? ORDER BY request, at DESC"_s, {entry.value, toMs(since)}));
    std::vector<std::pair<RequestId, StaffId>> told;
    while (query->next())
        if (const RequestId request(query->value(0).toString()); told.empty() || told.back().first != request)
            told.emplace_back(request, StaffId(query->value(1).toString()));
    query->finish();
    return told;
}

Result<void> Knowledge::keepVersion(const EntryRow &row, const StaffId &author, const StaffId &reviewer, Instant at)
{
    return m_store.database()
        .run(u"INSERT INTO entry_version(entry, version, author, reviewer, at, row) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
             {row.id.value, row.version, author.value, reviewer.value, toMs(at), rowBytes(row)})
        .map([](auto) {});
}

Result<std::vector<Telling>> Knowledge::tellings(const EntryId &entry, Instant since, int most)
{
    TAKE(query, m_store.database().run(u"SELECT request, message, at FROM cite WHERE entry = ? AND at >= ? ORDER BY at DESC LIMIT ?"_s,
                                       {entry.value, toMs(since), most}));
    std::vector<Telling> tellings;
    while (query->next())
        tellings.push_back({RequestId(query->value(0).toString()), MessageId(query->value(1).toString()), fromMs(query->value(2).toLongLong())});
    query->finish();
    return tellings;
}

Result<std::vector<KeptVersion>> Knowledge::versions(const EntryId &entry)
{
    TAKE(query, m_store.database().run(u"SELECT row, author, reviewer, at FROM entry_version WHERE entry = ? ORDER BY version DESC LIMIT ?"_s,
                                       {entry.value, kMostVersions}));
    std::vector<KeptVersion> versions;
    qsizetype bytes = 0;
    while (query->next()) {
        const QByteArray row = query->value(0).toByteArray();
        bytes += row.size();
        if (!versions.empty() && bytes > protocol::kMaxPiece)
            break;
        const auto read = protocol::fromJson<EntryRow>(QJsonDocument::fromJson(row).object());
        if (!read) {
            query->finish();
            return fail(ErrorCode::RecordDamaged, entry.value);
        }
        versions.push_back({*read, StaffId(query->value(1).toString()), StaffId(query->value(2).toString()), fromMs(query->value(3).toLongLong())});
    }
    query->finish();
    return versions;
}

Result<KeptVersion> Knowledge::version(const EntryId &entry, int version)
{
    TAKE(query, m_store.database().run(u"SELECT row, author, reviewer, at FROM entry_version WHERE entry = ? AND version = ?"_s, {entry.value, version}));
    if (!query->next())
        return fail(ErrorCode::NotFound, entry.value);
    const auto read = protocol::fromJson<EntryRow>(QJsonDocument::fromJson(query->value(0).toByteArray()).object());
    const KeptVersion kept{read.value_or(EntryRow()), StaffId(query->value(1).toString()), StaffId(query->value(2).toString()), fromMs(query->value(3).toLongLong())};
    query->finish();
    return read ? Result<KeptVersion>(kept) : fail(ErrorCode::RecordDamaged, entry.value);
}

Result<std::vector<EntryId>> Knowledge::entries(const QString &sql, const QVariantList &values)
{
    TAKE(query, m_store.database().run(sql, values));
    std::vector<EntryId> ids;
    while (query->next())
        ids.emplace_back(query->value(0).toString());
    query->finish();
    return ids;
}

Result<std::vector<EntryId>> Knowledge::approvedOf(const NodeId &unit)
{
    return entries(u"SELECT id FROM entry WHERE unit = ? AND state = 'approved'"_s, {unit.value});
}

Result<std::vector<EntryId>> Knowledge::mostTold(const NodeId &unit, Instant since, int most)
{
    return entries(u"SELECT c.entry, COUNT(DISTINCT c.request) AS told FROM cite c JOIN entry e ON e.id = c.entry WHERE c.at >= ? AND e.unit = ? "
                   "AND e.state = 'approved' GROUP BY c.entry ORDER BY told DESC, c.entry LIMIT ?"_s,
                   {toMs(since), unit.value, most});
}

Result<void> Knowledge::uncite(const MessageId &message)
{
    return m_store.database().run(u"DELETE FROM cite WHERE message = ?"_s, {message.value}).map([](auto) {});
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
    KnowledgeRows page;
    page.after = page.through = revision;
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
    page.revision = end;
    page.isLast = page.through >= end;
    return page;
}

} // namespace bangban::server
