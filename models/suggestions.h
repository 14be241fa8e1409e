// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/feed.h"

namespace bangban::models {

/// Entries of the knowledge base that fit what is asked, as they are shown: at most a few, best first. One question is on its way at
/// a time; of those that come meanwhile the last is asked next, so nothing waits behind words nobody looks for any more.
class Suggestions : public QObject {
    Q_OBJECT
public:
    /// \param most  that are shown
    Suggestions(client::Feed &feed, int most, QObject *parent = nullptr);

    void ask(const QString &words, const ItemId &item);
    /// While on, what is shown stays where it is, for somebody points at it; only what was withdrawn is marked at once.
    void hold(bool on);

    [[nodiscard]] const QList<client::EntryHit> &shown() const { return m_shown; }
    [[nodiscard]] bool isWithdrawn(const EntryId &id) const { return m_withdrawn.contains(id); }
    [[nodiscard]] bool isCurrent() const { return m_ticket == 0 && !m_heldBack; } ///< what is shown fits what was asked last
    [[nodiscard]] bool isAnswered() const { return m_ticket == 0; } ///< what is shown was found for what was asked last, or is held for the reader
    [[nodiscard]] bool isHeldBack() const { return m_heldBack.has_value(); } ///< others fit better by now
    [[nodiscard]] const QString &words() const { return m_words; } ///< that were asked last
    [[nodiscard]] const client::KnowledgeState &state() const { return m_state; }

signals:
    void changed();
    void stateChanged();

private:
    void askNow();
    void take(quint64 ticket, const QList<client::EntryHit> &hits);

    client::Feed &m_feed;
    const int m_most;
    QString m_words;
    ItemId m_item;
    quint64 m_ticket = 0; ///< on its way; 0 for none
    bool m_isOutdated = false; ///< something else is asked by now
    bool m_isHeld = false;
    QList<client::EntryHit> m_shown;
    std::optional<QList<client::EntryHit>> m_heldBack;
    QSet<EntryId> m_withdrawn;
    client::KnowledgeState m_state;
};

} // namespace bangban::models
