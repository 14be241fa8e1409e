// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/sync/scope_sync.h"

#include "core/base/log.h"

#include <QSet>

namespace bangban::client {

using namespace Qt::StringLiterals;

void ScopeSync::setReplica(Replica *replica)
{
    m_replica = replica;
    m_pieces.clear();
    m_cursors.clear();
    m_asked = false;
    if (!m_replica)
        return;
    if (auto cursors = m_replica->cursors())
        m_cursors = *cursors;
    else
        emit storeFailed(cursors.error());
}

RowChanges ScopeSync::heldRows()
{
    RowChanges changes;
    if (!m_replica)
        return changes;
    const auto rows = m_replica->rows();
    if (!rows) {
        emit storeFailed(rows.error());
        return changes;
    }
    for (const protocol::Change &row : *rows)
        changes.add(row);
    return changes;
}

void ScopeSync::resume()
{
    m_pieces.clear();
    m_asked = false;
    protocol::Resume resume;
    for (const HeldCursor &held : std::as_const(m_cursors))
        resume.cursors.append(held.cursor);
    emit resumeWanted(resume);
}

Result<bool> ScopeSync::take(const protocol::Frame &frame)
{
    const auto handOn = [&]<typename T>(void (ScopeSync::*method)(const T &)) -> Result<bool> {
        auto message = protocol::fromJson<T>(frame.body);
        if (!message)
            return tl::unexpected<Error>(message.error());
        if (m_replica) // between accounts there is nowhere to put it
            (this->*method)(*message);
        return true;
    };
    if (frame.type == protocol::wireName<protocol::Snapshot>())
        return handOn(&ScopeSync::takeSnapshot);
    if (frame.type == protocol::wireName<protocol::Batch>())
        return handOn(&ScopeSync::takeBatch);
    if (frame.type == protocol::wireName<protocol::SnapshotRequired>())
        return handOn(&ScopeSync::takeRequired);
    return false;
}

void ScopeSync::takeSnapshot(const protocol::Snapshot &piece)
{
    auto &rows = m_pieces[piece.scope];
    if (piece.piece == 0)
        rows.clear();
    rows.insert(rows.end(), piece.rows.begin(), piece.rows.end());
    if (piece.last)
        swapIn(piece.scope, m_pieces.take(piece.scope), piece.cursor);
}

void ScopeSync::swapIn(const QString &scope, const std::vector<protocol::Change> &rows, const QString &cursor)
{
    const auto before = m_replica->rows(scope);
    if (!before)
        return emit storeFailed(before.error());
    QHash<std::pair<QString, QString>, QJsonObject> old;
    for (const protocol::Change &row : *before)
        old.insert({row.entity, row.id}, row.row);
    if (!stored(m_replica->putSnapshot(scope, rows, cursor)))
        return;
    m_cursors.insert(scope, {cursor, -1});
    m_asked = false;
    RowChanges changes;
    for (const protocol::Change &row : rows) {
        const auto known = old.constFind({row.entity, row.id});
        if (known == old.cend() || *known != row.row)
            changes.add(row);
        if (known != old.cend())
            old.erase(known);
    }
    for (auto it = old.cbegin(); it != old.cend(); ++it)
        changes.add({it.key().first, it.key().second, {}, u"deleted"_s});
    emit rowsChanged(changes);
}

void ScopeSync::takeBatch(const protocol::Batch &batch)
{
    const auto held = m_cursors.constFind(batch.scope);
    const qint64 through = held == m_cursors.cend() ? -1 : held->through;
    if (through >= 0 && batch.through < through)
        return; // already had
    if (held == m_cursors.cend() || (through >= 0 && batch.from > through)) {
        qCInfo(logSync, "hole in %s: at %lld, batch from %lld", qPrintable(batch.scope), through, batch.from);
        if (!std::exchange(m_asked, true)) {
            protocol::Resume again;
            for (const HeldCursor &each : std::as_const(m_cursors))
                again.cursors.append(each.cursor);
            emit resumeWanted(again);
        }
        return;
    }
    if (!stored(m_replica->putBatch(batch)))
        return;
    m_asked = false;
    m_cursors.insert(batch.scope, {batch.cursor.isEmpty() ? held->cursor : batch.cursor, batch.through});
    RowChanges changes;
    for (const protocol::Change &change : batch.changes)
        changes.add(change);
    emit rowsChanged(changes);
}

void ScopeSync::takeRequired(const protocol::SnapshotRequired &required)
{
    const bool mustErase = required.reason == "rights"_L1;
    if (required.reason == "epoch"_L1 && m_cursors.contains(required.scope))
        emit epochEnded(required.scope, m_cursors.value(required.scope).cursor);
    // Else the old rows stay on screen until the snapshot replaces them whole; only the cursor is worth nothing.
    if (!stored(mustErase ? m_replica->eraseRows(required.scope) : m_replica->forgetCursor(required.scope)))
        return;
    if (required.scope.isEmpty()) {
        m_cursors.clear();
        m_pieces.clear();
    } else {
        m_cursors.remove(required.scope);
        m_pieces.remove(required.scope);
    }
    if (mustErase)
        emit cleared();
}

bool ScopeSync::stored(const Result<void> &done)
{
    if (!done)
        emit storeFailed(done.error());
    return done.has_value();
}

} // namespace bangban::client
