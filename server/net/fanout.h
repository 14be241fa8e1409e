// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/cursor.h"
#include "server/store/store.h"

#include <deque>

namespace bangban::server {

/// How far one reader has come in one scope.
struct ReaderMark {
    qint64 scanned = -1;     ///< looked at so far; -1 while the scope is not subscribed
    qint64 sentThrough = -1; ///< what the reader knows that it has
};

/// What a cursor holds of a link of the log's chain.
QByteArray chainMark(const QByteArray &chain);

/// The recent changes of every scope, shared by all connections: a connection holds a mark in it, not a queue, so a
/// slow reader costs nothing (architecture §2, 11). What several readers see alike is encoded once.
class Fanout {
public:
    Fanout(QString epoch, QByteArray key) : m_epoch(std::move(epoch)), m_key(std::move(key)) {}

    void add(const std::vector<LogEntry> &entries);
    /// Before the first entry of a scope: where its log stands. Later calls for the same scope change nothing.
    void open(const QString &scope, const ScopeMark &mark);

    /// The newest revision; -1 for an unknown scope.
    [[nodiscard]] qint64 head(const QString &scope) const;
    /// Whether a reader with this cursor can go on from here. Lost: the cursor is ours, and the log is another than it was.
    enum class Fit { Here, Log, Snapshot, Lost };
    [[nodiscard]] Fit fit(const Cursor &cursor, const View &view) const;
    /// What the view may see after the mark, as one message of kMaxPiece or one row; empty if there is nothing to tell.
    /// Moves the mark; until it is at the head there is more.
    /// \returns nothing if the reader is too far behind and needs a snapshot
    std::optional<QByteArray> batchFor(const QString &scope, const View &view, const QByteArray &digest, ReaderMark &mark);
    /// Batches repeat what was encoded for others in the same round only.
    void endRound() { m_round.clear(); }
    [[nodiscard]] QString cursorAt(const QString &scope, qint64 rev, const QByteArray &digest) const;
    /// Moves the reader's cursor on although nothing was for it, so that a later resume starts near the head.
    std::optional<QByteArray> emptyBatch(const QString &scope, const QByteArray &digest, ReaderMark &mark) const;

private:
    struct Entry {
        qint64 rev;
        QByteArray chain;
        Audience was;
        Audience now;
        QString entity;
        QString id;
        QByteArray body;
        QByteArray bodyForCitizen; ///< empty if it must be made from the body
        QString goneReason;
    };
    struct Ring {
        std::deque<Entry> entries; ///< dense, oldest first
        qint64 base = 0;           ///< revision before the first entry
        QByteArray baseChain;
        [[nodiscard]] qint64 head() const { return base + qint64(entries.size()); }
    };
    [[nodiscard]] QByteArray envelope(const QString &scope, qint64 from, qint64 through, const QByteArray &digest,
                                      const QByteArray &changes) const;

    QString m_epoch;
    QByteArray m_key;
    QHash<QString, Ring> m_rings;
    QHash<QByteArray, QByteArray> m_round; ///< which changes → their list as JSON
};

/// Longest history in memory; a reader farther behind reads the log or takes a snapshot.
inline constexpr std::size_t kRingLength = 20'000;

} // namespace bangban::server
