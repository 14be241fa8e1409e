// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/fanout.h"

#include "core/base/log.h"
#include "server/live/snapshot.h"

namespace bangban::server {

using namespace Qt::StringLiterals;

namespace {

/// Why a row left a view: somebody took the request, it went elsewhere, or it is over.
QString goneReason(const LogEntry &entry)
{
    if (entry.now.supervised.empty() || entry.entity != protocol::wireName<protocol::RequestRow>())
        return u"gone"_s;
    return entry.now.staff.isEmpty() ? u"moved"_s : u"taken"_s;
}

} // namespace

QByteArray chainMark(const QByteArray &chain) { return chain.left(8).toHex(); }

void Fanout::open(const QString &scope, const ScopeMark &mark)
{
    if (m_rings.contains(scope))
        return;
    Ring &ring = m_rings[scope];
    ring.base = mark.rev;
    ring.baseChain = mark.chain;
}

void Fanout::add(const std::vector<LogEntry> &entries)
{
    for (const LogEntry &entry : entries) {
        auto found = m_rings.find(entry.scope);
        if (found == m_rings.end()) {
            found = m_rings.insert(entry.scope, Ring());
            found->base = entry.rev - 1;
        }
        Ring &ring = *found;
        if (entry.rev != ring.head() + 1) {
            // The log is dense; whoever wrote past the ring made this. Readers behind take the log or a snapshot.
            qCCritical(logNet, "scope %s: revision %lld after %lld", qPrintable(entry.scope),
                       static_cast<long long>(entry.rev), static_cast<long long>(ring.head()));
            ring.entries.clear();
            ring.base = entry.rev - 1;
            ring.baseChain.clear();
        }
        ring.entries.push_back({entry.rev, entry.chain, entry.was, entry.now,
                                entry.entity, entry.id, entry.body, entry.bodyForCitizen, goneReason(entry)});
        if (ring.entries.size() > kRingLength) {
            ring.baseChain = ring.entries.front().chain;
            ring.entries.pop_front();
            ++ring.base;
        }
    }
}

qint64 Fanout::head(const QString &scope) const
{
    const auto ring = m_rings.constFind(scope);
    return ring == m_rings.constEnd() ? -1 : ring->head();
}

Fanout::Fit Fanout::fit(const Cursor &cursor, const View &view) const
{
    const auto ring = m_rings.constFind(cursor.scope);
    if (ring == m_rings.constEnd() || cursor.epoch != m_epoch || cursor.view != digestOf(view))
        return Fit::Snapshot;
    if (cursor.rev < ring->base || cursor.rev > ring->head()) // another server may be ahead of this one
        return Fit::Log;
    const QByteArray chain = cursor.rev == ring->base ? ring->baseChain
                                                      : ring->entries[std::size_t(cursor.rev - ring->base - 1)].chain;
    return chainMark(chain) == cursor.chain ? Fit::Here : Fit::Lost;
}

QString Fanout::cursorAt(const QString &scope, qint64 rev, const QByteArray &digest) const
{
    const auto found = m_rings.constFind(scope);
    if (found == m_rings.constEnd())
        return {};
    const Ring &ring = *found;
    Q_ASSERT(rev <= ring.head());
    const QByteArray chain = rev <= ring.base ? ring.baseChain : ring.entries[std::size_t(rev - ring.base - 1)].chain;
    return encodeCursor({m_epoch, scope, rev, chainMark(chain), digest}, m_key);
}

QByteArray Fanout::envelope(const QString &scope, qint64 from, qint64 through, const QByteArray &digest,
                            const QByteArray &changes) const
{
    const QByteArray scopeJson = QJsonDocument(QJsonArray{scope}).toJson(QJsonDocument::Compact);
    return R"({"t":")" + QByteArray(protocol::wireName<protocol::Batch>().data()) + R"(","scope":)"
        + scopeJson.mid(1, scopeJson.size() - 2) + R"(,"from":)" + QByteArray::number(from) + R"(,"through":)"
        + QByteArray::number(through) + R"(,"cursor":")" + cursorAt(scope, through, digest).toLatin1() + R"(","changes":[)"
        + changes + "]}";
}

std::optional<QByteArray> Fanout::batchFor(const QString &scope, const View &view, const QByteArray &digest,
                                           ReaderMark &mark)
{
    const auto found = m_rings.constFind(scope);
    if (found == m_rings.constEnd() || mark.scanned >= found->head())
        return QByteArray();
    const Ring &ring = *found;
    if (mark.scanned < ring.base)
        return std::nullopt;
    const bool isCitizen = !view.citizen.isEmpty();
    const auto first = std::size_t(mark.scanned - ring.base);
    // One letter a change: what this view is told of it. Equal letters, equal bytes.
    QByteArray key = scope.toUtf8() + (isCitizen ? 'c' : 's') + QByteArray::number(mark.scanned) + ':';
    bool any = false;
    std::size_t end = first;
    for (qsizetype bytes = 0; end < ring.entries.size(); ++end) {
        const Entry &entry = ring.entries[end];
        const char told = sees(view, entry.now) ? 'p' : sees(view, entry.was) ? 'g' : '-';
        bytes += told == 'p' ? entry.body.size() : 0;
        if (any && bytes > protocol::kMaxPiece)
            break; // whoever was away for long gets it in pieces, like a snapshot
        any = any || told != '-';
        key += told;
    }
    mark.scanned = ring.base + qint64(end);
    if (!any)
        return QByteArray();
    auto changes = m_round.constFind(key);
    if (changes == m_round.constEnd()) {
        QByteArray list;
        const qsizetype letters = key.lastIndexOf(':') + 1;
        for (std::size_t i = first; i < end; ++i) {
            const Entry &entry = ring.entries[i];
            const char told = key[letters + qsizetype(i - first)];
            if (told == '-')
                continue;
            if (!list.isEmpty())
                list += ',';
            list += told == 'g' ? goneOf(entry.entity, entry.id, entry.goneReason)
                : isCitizen && !entry.bodyForCitizen.isEmpty()
                ? changeOf(entry.entity, entry.id, entry.bodyForCitizen, false)
                : changeOf(entry.entity, entry.id, entry.body, isCitizen);
        }
        changes = m_round.insert(key, list);
    }
    const QByteArray message = envelope(scope, mark.sentThrough, mark.scanned, digest, *changes);
    mark.sentThrough = mark.scanned;
    return message;
}

std::optional<QByteArray> Fanout::emptyBatch(const QString &scope, const QByteArray &digest, ReaderMark &mark) const
{
    if (mark.scanned <= mark.sentThrough)
        return std::nullopt;
    const QByteArray message = envelope(scope, mark.sentThrough, mark.scanned, digest, {});
    mark.sentThrough = mark.scanned;
    return message;
}

} // namespace bangban::server
