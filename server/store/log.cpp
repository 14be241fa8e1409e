// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"
#include "server/store/store.h"

/// The change log, and the transactions that write it. Where several servers share the record, a transaction begins with
/// the record's lock and with what the others wrote (decision D-027).
namespace bangban::server {

using namespace Qt::StringLiterals;
using protocol::wireName;

namespace {
constexpr std::size_t kChainBytes = 32;
constexpr int kLogPiece = 1'000; ///< rows of others read at a time
} // namespace

// ---- transactions ------------------------------------------------------------------------------------------------

Result<void> Store::begin()
{
    if (m_open)
        return {};
    if (!isShared())
        return m_database->begin().map([&] { m_open = true; });
    if (m_isLost)
        TRY(m_database->reopen());
    auto begun = m_database->begin()
                     .and_then([&] { return m_database->run(u"SELECT pg_advisory_xact_lock(?)"_s, {kRecordLock}); })
                     .and_then([&](QSqlQuery *lock) { return lock->finish(), m_isLost ? loadRows() : Result<void>(); })
                     .and_then([&] { return catchUp(); })
                     .and_then([&] { return loadAuditEnds(); });
    if (!begun) {
        m_database->rollback();
        m_isLost = true;
        return begun;
    }
    m_isLost = false;
    m_open = true;
    return {};
}

Result<void> Store::look()
{
    if (!isShared() || m_open || m_isLost)
        return {};
    const auto done = catchUp();
    m_isLost = !done; // begin() connects anew
    return done;
}

Result<void> Store::rollback()
{
    if (!m_open)
        return {};
    m_database->rollback();
    m_vault->forget();
    m_knowledgeUndone += std::exchange(m_knowledgeTouched, {});
    m_pending.clear();
    m_open = false;
    m_saved = false;
    forgetUndo();
    if (!isShared())
        return load();
    // Whether the commit stands is known when the record can be reached again; until then memory holds nothing of worth.
    m_isLost = true;
    return {};
}

// ---- what other servers wrote --------------------------------------------------------------------------------------

Result<void> Store::catchUp()
{
    TAKE(query, m_database->run(u"SELECT scope, rev, floor_rev FROM scope ORDER BY scope"_s));
    std::vector<std::tuple<QString, qint64, qint64>> ends;
    while (query->next())
        ends.emplace_back(query->value(0).toString(), query->value(1).toLongLong(), query->value(2).toLongLong());
    for (const auto &[scope, rev, floor] : ends) {
        ScopeMark &mark = m_marks[scope];
        // A standby that had not everything took over: going on would write over what desks were told. A start reads it anew.
        if (mark.rev > rev)
            return fail(ErrorCode::RecordDamaged, u"the record went back from %1/%2 to %3"_s.arg(scope).arg(mark.rev).arg(rev));
        mark.floorRev = floor;
        while (mark.rev < rev) {
            TAKE(entries, logAfter(scope, mark.rev, kLogPiece));
            if (entries.empty())
                return fail(ErrorCode::Database, u"log rows are missing after %1/%2"_s.arg(scope).arg(mark.rev));
            for (LogEntry &entry : entries) {
                TRY(apply(entry));
                mark.rev = entry.rev;
                mark.chain = entry.chain;
                m_foreign.push_back(std::move(entry));
            }
        }
    }
    return {};
}

Result<void> Store::apply(const LogEntry &entry)
{
    ++m_liveVersion;
    const auto is = [&]<typename Row>(RowTable<Row> &table) -> std::optional<Result<void>> {
        if (entry.entity != wireName<Row>())
            return std::nullopt;
        if (!entry.now.isEmpty() || entry.body != "{}")
            return table.apply(entry.id, entry.body);
        table.drop(entry.id); // erased
        m_vault->forget(entry.id);
        return Result<void>();
    };
    std::optional<Result<void>> done;
    if (std::apply([&](auto &...table) { return ((done = is(table)) || ...); }, tables()))
        TRY(*done);
    return onForeign ? onForeign(entry) : Result<void>();
}

void Store::signal(QLatin1String kind, const QString &id)
{
    m_pending.push_back({m_defaultScope, m_command, kind, id, {}, {}, {}, "{}", {}});
}

// ---- the log -------------------------------------------------------------------------------------------------------

Result<void> Store::loadMarks()
{
    m_marks.clear();
    TAKE(query, m_database->run(u"SELECT scope, rev, floor_rev, chain FROM scope"_s));
    while (query->next())
        m_marks.insert(query->value(0).toString(), {query->value(1).toLongLong(), query->value(2).toLongLong(), query->value(3).toByteArray()});
    return {};
}

Result<ScopeMark> Store::mark(const QString &scope)
{
    if (const auto found = m_marks.constFind(scope); found != m_marks.constEnd())
        return *found;
    if (auto begun = begin(); !begun)
        return tl::unexpected<Error>(begun.error());
    auto made = m_database->run(u"INSERT INTO scope VALUES (?, 0, 0, ?)"_s, {scope, QByteArray(kChainBytes, '\0')});
    if (!made)
        return tl::unexpected<Error>(made.error());
    return *m_marks.insert(scope, {0, 0, QByteArray(kChainBytes, '\0')});
}

Result<void> Store::writeLog(Instant at, std::vector<LogEntry> &written)
{
    QMap<QString, ScopeMark> ends; // ascending order: two servers cannot wait for each other
    for (Pending &change : m_pending) {
        if (!ends.contains(change.scope)) {
            auto start = mark(change.scope);
            if (!start)
                return tl::unexpected<Error>(start.error());
            ends.insert(change.scope, *start);
        }
        ScopeMark &end = ends[change.scope];
        ++end.rev;
        QByteArray body = change.body;
        if (!change.sealedFor.isEmpty()) {
            TAKE(sealed, m_vault->seal(change.sealedFor, body, placeOf("change_log", change.scope, end.rev)));
            body = sealed;
        }
        end.chain = chainLink(end.chain, (change.entity + u'/' + change.id).toUtf8(), body);
        const QString now = QString::fromUtf8(toBytes(change.now));
        const QString was = change.was == change.now ? now : QString::fromUtf8(toBytes(change.was));
        TRY(m_database->run(u"INSERT INTO change_log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                            {change.scope, end.rev, change.command.value, change.entity, change.id, was, now, body, end.chain,
                             toMs(at), change.sealedFor}));
        written.push_back({change.scope, end.rev, end.chain, std::move(change.entity), std::move(change.id),
                           std::move(change.was), std::move(change.now), std::move(change.body),
                           std::move(change.bodyForCitizen)});
    }
    for (auto it = ends.constBegin(); it != ends.constEnd(); ++it) {
        auto done = m_database->run(u"UPDATE scope SET rev = ?, chain = ? WHERE scope = ?"_s,
                                    {it->rev, it->chain, it.key()});
        if (!done)
            return tl::unexpected<Error>(done.error());
    }
    for (auto it = ends.constBegin(); it != ends.constEnd(); ++it)
        m_marks.insert(it.key(), *it);
    return {};
}

Result<std::vector<LogEntry>> Store::logAfter(const QString &scope, qint64 from, int limit)
{
    TAKE(query, m_database->run(u"SELECT rev, chain, entity, entity_id, was, audience, body, sealed_for FROM change_log "
                                "WHERE scope = ? AND rev > ? ORDER BY rev LIMIT ?"_s, {scope, from, limit}));
    std::vector<LogEntry> entries;
    while (query->next()) {
        LogEntry entry{scope, query->value(0).toLongLong(), query->value(1).toByteArray(), query->value(2).toString(),
                       query->value(3).toString(), audienceFromBytes(query->value(4).toString().toUtf8()),
                       audienceFromBytes(query->value(5).toString().toUtf8()), query->value(6).toByteArray(), {}};
        if (const QString owner = query->value(7).toString(); !owner.isEmpty()) {
            auto body = m_vault->unseal(owner, entry.body, placeOf("change_log", scope, entry.rev));
            if (!body && body.error().code != ErrorCode::NotFound)
                return tl::unexpected<Error>(body.error());
            if (!body) // erased since: whoever saw it must not any more
                entry.now = {};
            entry.body = body.value_or(QByteArray("{}"));
        }
        entries.push_back(std::move(entry));
    }
    return entries;
}

Result<bool> Store::isInLog(const QString &scope, qint64 rev, const std::function<bool(const QByteArray &chain)> &fits)
{
    TAKE(end, mark(scope));
    if (rev == end.rev)
        return fits(end.chain);
    if (rev <= end.floorRev)
        return true;
    TAKE(query, m_database->run(u"SELECT chain FROM change_log WHERE scope = ? AND rev = ?"_s, {scope, rev}));
    const bool isThere = query->next() && fits(query->value(0).toByteArray());
    query->finish();
    return isThere;
}

Result<void> Store::prune(Instant before)
{
    if (auto begun = begin(); !begun)
        return begun;
    for (auto it = m_marks.begin(); it != m_marks.end(); ++it) {
        auto query = m_database->run(u"SELECT COALESCE(MAX(rev), 0) FROM change_log WHERE scope = ? AND at < ?"_s,
                                     {it.key(), toMs(before)});
        if (!query)
            return tl::unexpected<Error>(query.error());
        const qint64 floor = (*query)->next() ? (*query)->value(0).toLongLong() : 0;
        (*query)->finish();
        if (floor <= it->floorRev)
            continue;
        auto done = m_database->run(u"DELETE FROM change_log WHERE scope = ? AND rev <= ?"_s, {it.key(), floor})
                        .and_then([&](auto) {
                            return m_database->run(u"UPDATE scope SET floor_rev = ? WHERE scope = ?"_s, {floor, it.key()});
                        });
        if (!done)
            return tl::unexpected<Error>(done.error());
        it->floorRev = floor;
    }
    TRY(m_database->run(u"DELETE FROM command_result WHERE at < ?"_s, {toMs(before)}));
    // What nobody finished sending in all that time nobody will.
    TRY(m_database->run(u"DELETE FROM file_chunk WHERE file IN (SELECT id FROM file WHERE complete = 0 AND at < ?)"_s,
                        {toMs(before)}));
    return m_database->run(u"DELETE FROM file WHERE complete = 0 AND at < ?"_s, {toMs(before)}).map([](auto) {});
}

Result<void> Store::moveMessages(const protocol::RequestRow &before, const protocol::RequestRow &after)
{
    auto rows = messagesOf(after.id);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    for (const protocol::MessageRow &row : *rows) {
        if (row.seq > before.lastSeq) // came with the change of hands, and was told to the new owner already
            continue;
        Audience was = audienceOf(row, before);
        Audience now = audienceOf(row, after);
        was.citizen = now.citizen = {}; // has them, whoever the owner is
        m_pending.push_back({after.scope, m_command, wireName<protocol::MessageRow>(), row.id.value,
                             sealedFor(row), was, now, rowBytes(row), {}});
    }
    return {};
}

} // namespace bangban::server
