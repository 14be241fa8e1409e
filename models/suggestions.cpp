// SPDX-FileCopyrightText: Bangban Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/suggestions.h"

#include <algorithm>

namespace bangban::models {

Suggestions::Suggestions(client::Feed &feed, int most, QObject *parent) : QObject(parent), m_feed(feed), m_most(most)
{
    connect(&feed, &client::Feed::entriesFound, this, &Suggestions::take);
    connect(&feed, &client::Feed::entriesGone, this, [this](const QList<EntryId> &ids) {
        m_withdrawn.unite(QSet<EntryId>(ids.begin(), ids.end()));
        emit changed();
    });
    connect(&feed, &client::Feed::knowledgeChanged, this, [this](const client::KnowledgeState &state) {
        const bool isOnItsWay = state.percent < 100 && state.entries == m_state.entries;
        m_state = state;
        if (!isOnItsWay) // nothing else is found while it comes
            askNow();
        emit stateChanged();
    });
    connect(&feed, &client::Feed::cleared, this, [this] {
        m_withdrawn.clear();
        m_heldBack.reset();
        m_shown.clear();
        emit changed();
    });
}

void Suggestions::ask(const QString &words, const ItemId &item)
{
    if (words == m_words && item == m_item)
        return;
    m_words = words;
    m_item = item;
    askNow();
}

void Suggestions::askNow()
{
    if (m_ticket != 0) {
        m_isOutdated = true;
        return;
    }
    m_isOutdated = false;
    m_ticket = m_feed.findEntries({m_words, m_item, m_most, {}});
}

void Suggestions::take(quint64 ticket, const QList<client::EntryHit> &hits)
{
    if (ticket != m_ticket)
        return;
    m_ticket = 0;
    if (m_isOutdated)
        askNow();
    for (const client::EntryHit &hit : hits)
        m_withdrawn.remove(hit.row.id); // it is back
    if (m_isHeld && !m_shown.isEmpty()) {
        m_heldBack = hits;
    } else {
        m_heldBack.reset();
        m_shown = hits;
    }
    emit changed();
}

void Suggestions::hold(bool on)
{
    m_isHeld = on;
    if (on || !m_heldBack)
        return;
    m_shown = *std::exchange(m_heldBack, std::nullopt);
    emit changed();
}

} // namespace bangban::models
